// Resumable uploads: tus 1.0.0 for the browser's script. Each piece is a request with a body of its
// own limit; what was taken stays when the line is cut.
#include "host/application.hpp"
#include "modules/evidence/evidence_actions.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/evidence/tus.hpp"
#include "modules/evidence/upload_store.hpp"
#include "platform/digest.hpp"
#include "web/http/answer.hpp"

namespace udb::evidence {
namespace {

using web::Response;

constexpr std::size_t name_bytes_max = 800;

/// An empty answer of the protocol.
Response said(int status) {
    auto response = Response::text({}, status);
    response.set("Tus-Resumable", std::string(tus_version));
    return response;
}

/// A refusal with a sentence that the script shows.
Response refused(Call const& call, int status, std::string_view key) {
    auto response = Response::text(
        call.words(key, {{"limit", static_cast<std::int64_t>(evidence_bytes_max >> 20U)}}), status);
    response.set("Tus-Resumable", std::string(tus_version));
    if (status == 413) response.set("Tus-Max-Size", std::to_string(evidence_bytes_max));
    return response;
}

bool other_version(Call const& call) {
    return call.request.headers.get_or("Tus-Resumable") != tus_version;
}

Response version_refused(Call const& call) {
    auto response = refused(call, 412, "evidence.upload_version");
    response.set("Tus-Version", std::string(tus_version));
    return response;
}

Response standing(PartUpload const& part) {
    auto response = said(204);
    response.set("Upload-Offset", std::to_string(part.received));
    response.set("Upload-Length", std::to_string(part.size));
    response.set("Upload-Expires", web::http_date(part.at + part_waits));
    return response;
}

std::optional<PartUpload> part_asked(Call const& call) {
    return call.look([&](Db& db) {
        return find_part(db, call.request.param("key"), call.actor.account, call.now);
    });
}

/// Whether the piece is the one that was sent: where its hash came with it.
std::optional<Response> damaged(Call const& call) {
    auto const sum = call.request.headers.get("Upload-Checksum");
    if (!sum) return {};
    auto const wanted = parse_upload_checksum(*sum);
    if (!wanted) return refused(call, 400, "evidence.upload_bad");
    auto const is = sha256(call.request.content());
    std::string_view const bytes(reinterpret_cast<char const*>(is.data()), is.size());
    if (bytes == *wanted) return {};
    return refused(call, 460, "evidence.upload_damaged"); // tus: Checksum Mismatch
}

} // namespace

Result<Response> ask_uploads(Call&) {
    auto response = said(204);
    response.set("Tus-Version", std::string(tus_version));
    response.set("Tus-Max-Size", std::to_string(evidence_bytes_max));
    response.set("Tus-Extension", std::string(tus_extensions));
    response.set("Tus-Checksum-Algorithm", "sha256");
    return response;
}

Result<Response> begin_upload(Call& call) {
    auto const& headers = call.request.headers;
    if (other_version(call)) return version_refused(call);
    auto const size = parse_upload_number(headers.get_or("Upload-Length"));
    auto const about = parse_upload_metadata(headers.get_or("Upload-Metadata"));
    if (!size || !about || about->name.size() > name_bytes_max || !call.request.content().empty())
        return refused(call, 400, "evidence.upload_bad");
    if (*size == 0) return refused(call, 400, "evidence.upload_empty");
    if (*size > static_cast<std::int64_t>(evidence_bytes_max))
        return refused(call, 413, "evidence.upload_too_large");
    sweep_parts(call.application().parts().database, call.now);
    auto const part = call.perform([&](Work& work) {
        return begin_part(work,
                          {.name = about->name, .media_type = about->media_type, .size = *size});
    });
    auto response = standing(part);
    response.status = 201;
    response.set("Location", "/evidence/uploads/" + part.key);
    return response;
}

Result<Response> show_upload(Call& call) {
    if (other_version(call)) return version_refused(call);
    auto const part = part_asked(call);
    return part ? standing(*part) : refused(call, 404, "evidence.upload_gone");
}

Result<Response> continue_upload(Call& call) {
    auto const& request = call.request;
    if (other_version(call)) return version_refused(call);
    if (request.headers.get_or("Content-Type") != "application/offset+octet-stream")
        return refused(call, 415, "evidence.upload_bad");
    auto const offset = parse_upload_number(request.headers.get_or("Upload-Offset"));
    if (!offset) return refused(call, 400, "evidence.upload_bad");
    if (auto bad = damaged(call)) return std::move(*bad);
    auto const taken = take_piece(
        call.application().parts().database, call.actor.account,
        {.key = request.param("key"), .offset = *offset, .bytes = request.content()}, call.now);
    switch (taken) {
    case Taken::gone: return refused(call, 404, "evidence.upload_gone");
    case Taken::elsewhere: return refused(call, 409, "evidence.upload_elsewhere");
    case Taken::too_much: return refused(call, 413, "evidence.upload_too_much");
    case Taken::taken: break;
    }
    auto const part = part_asked(call);
    return part ? standing(*part) : refused(call, 404, "evidence.upload_gone");
}

Result<Response> end_upload(Call& call) {
    if (other_version(call)) return version_refused(call);
    if (!part_asked(call)) return refused(call, 404, "evidence.upload_gone");
    drop_part(call.application().parts().database, call.request.param("key"), call.actor.account);
    return said(204);
}

} // namespace udb::evidence
