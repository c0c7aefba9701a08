// Entering and correcting by the API. The register's own verbs do it, so that rules, events and
// history are as by hand.
#include "host/problem.hpp"
#include "kernel/form_values.hpp"
#include "registers/api/answers.hpp"
#include "registers/api/json.hpp"
#include "registers/records/record.hpp"
#include "web/http/decode.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace udb {
namespace {

namespace json = boost::json;

constexpr std::string_view json_type = "application/json";
constexpr std::string_view patch_type = "application/merge-patch+json";

bool is_content_type(std::string_view given, std::string_view wanted) {
    auto const semicolon = std::min(given.find(';'), given.size());
    if (!web::same_letters(web::trimmed(given.substr(0, semicolon)), wanted)) return false;
    auto parameter = web::trimmed(given.substr(std::min(semicolon + 1, given.size())));
    return parameter.empty() || web::same_letters(parameter, "charset=utf-8")
           || web::same_letters(parameter, R"(charset="utf-8")");
}

/// The refusal of a body that cannot be read, or the body.
struct Body {
    json::object object = {};
    std::optional<web::Response> refusal = {};
};
Body body_of(Call const& call) {
    bool const patch = call.request.method == web::Method::patch;
    auto const type = call.request.headers.get_or("Content-Type");
    if (!is_content_type(type, json_type) && !(patch && is_content_type(type, patch_type))) {
        auto refusal = problem_response(call.words, {.kind = "media_type"});
        if (patch)
            refusal.set("Accept-Patch", std::string(patch_type) + ", " + std::string(json_type));
        else if (call.request.method == web::Method::post)
            refusal.set("Accept-Post", std::string(json_type));
        return {{}, std::move(refusal)};
    }
    auto object = parse_object(call.request.content());
    if (object) return {std::move(*object), {}};
    return {{},
            problem_response(call.words,
                             {.kind = "damaged", .detail = call.words(object.error().message)})};
}

/// Where a record begins before what was given is put into it.
enum class Start {
    blank, ///< what is not given is empty
    itself ///< what is not given stays
};

/// The body as a form, on top of `record`: every problem at once, by the field's name.
std::vector<FieldError> read_given(RegisterView const& reg, json::object const& body, Start start,
                                   void* record) {
    auto given = given_in(reg, body);
    auto const blank = reg.blank();
    auto const is_null = [&](std::string_view name) {
        return std::ranges::count(given.empty, name) > 0;
    };
    FormValues form;
    for (auto const& f : reg.fields) {
        bool const stays = start == Start::itself && !is_null(f.name);
        if (auto const value = given.form.find(f.name); value != given.form.end())
            form.emplace(f.name, value->second);
        else if (stays)
            form.emplace(f.name, f.write(record));
        else if (!f.traits.required)
            form.emplace(f.name, f.write(blank.get()));
    }
    auto wrong = std::move(given.wrong);
    auto const unread = wrong;
    auto const blurred = [&](std::string const& field) {
        return std::ranges::any_of(unread, [&](auto const& e) { return e.field == field; });
    };
    for (auto& error : read_record(reg, form, record))
        if (!blurred(error.field) && std::ranges::none_of(error.besides, blurred))
            wrong.push_back(std::move(error));
    return wrong;
}

web::Response refusal_of(Call const& call, Error const& error, bool conditional) {
    if (conditional && error.kind == Error::Kind::conflict)
        return problem_response(call.words, {.kind = "stale"});
    return problem_response(call.words, error);
}

/// The record as it is now, for an answer to a change; empty where the reader may not read it.
web::Response saved_response(Call const& call, Id<Record> id, int status) {
    auto const record = call.look([&](Db& db) { return read_for_api(db, call, id); });
    if (record) return record_response(*record, status);
    web::Response response = web::Response::no_content();
    if (status == 201) response.status = status;
    return response;
}

/// What If-Match says of a record (RFC 9110 §13.1.1). An ETag is weak where the answer that had it
/// was compressed; its version is the same.
enum class Match { missing, any, fits, stale };
Match match_of(web::Request const& request, std::int64_t version) {
    if (!request.headers.has("If-Match")) return Match::missing;
    auto list = request.headers.get_or("If-Match");
    if (web::trimmed(list) == "*") return Match::any;
    while (!list.empty()) {
        auto const comma = std::min(list.find(','), list.size());
        auto tag = web::trimmed(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') continue;
        tag = tag.substr(1, tag.size() - 2);
        if (tag.substr(0, tag.find('-')) == std::to_string(version)) return Match::fits;
    }
    return Match::stale;
}

/// What is set once stays; sending another value is a mistake that should be known.
std::vector<FieldError> fixed_changed(RegisterView const& reg, void const* before,
                                      void const* after) {
    std::vector<FieldError> wrong;
    for (auto const& f : reg.fields)
        if (f.traits.fixed && f.write(before) != f.write(after))
            wrong.push_back({std::string(f.name), {"api.fixed_member"}});
    return wrong;
}

/// A fixed member that a replacement leaves out stays as it is.
void keep_fixed(RegisterView const& reg, void const* record, json::object& body) {
    std::vector<std::string> values;
    for (auto const& f : reg.fields)
        values.push_back(f.write(record));
    auto const now = record_json(reg, {}, values, {});
    for (auto const& f : reg.fields)
        if (f.traits.fixed && !body.contains(f.name)) body[f.name] = now.at(f.name);
}

Result<web::Response> change(Call& call, Start start) {
    auto const& kept = *call.kept;
    auto const& reg = *kept.reg;
    auto loaded = call.look([&](Db& db) { return load_record(db, call, Act::write); });
    if (!loaded) return loaded.error();
    auto const match = match_of(call.request, loaded->header.version);
    if (match == Match::missing) return problem_response(call.words, {.kind = "condition"});
    if (match == Match::stale) return problem_response(call.words, {.kind = "stale"});
    auto body = body_of(call);
    if (body.refusal) return std::move(*body.refusal);
    auto const before = reg.copy(loaded->row.get());
    if (start == Start::blank) keep_fixed(reg, before.get(), body.object);
    auto wrong = read_given(reg, body.object, start, loaded->row.get());
    std::ranges::move(fixed_changed(reg, before.get(), loaded->row.get()),
                      std::back_inserter(wrong));
    if (!wrong.empty()) return problem_response(call.words, invalid(std::move(wrong)));
    auto const done = call.perform([&](Work& work) -> Done {
        // Verbs let pass what changes nothing, even where somebody saved the same first: a program
        // that counts up would lose a count.
        auto const now = find_record(work.db, reg.kind, loaded->header.id);
        if (!now || now->version != loaded->header.version) return conflict();
        return correct_kept(work, kept, loaded->header, loaded->row.get());
    });
    if (!done) return refusal_of(call, done.error(), match == Match::fits);
    return saved_response(call, loaded->header.id, 200);
}

} // namespace

Result<web::Response> answer_enter(Call& call) {
    auto const& kept = *call.kept;
    auto const body = body_of(call);
    if (body.refusal) return *body.refusal;
    auto const row = kept.reg->blank();
    if (auto wrong = read_given(*kept.reg, body.object, Start::blank, row.get()); !wrong.empty())
        return problem_response(call.words, invalid(std::move(wrong)));
    auto const id = call.perform([&](Work& work) { return enter_kept(work, kept, row.get()); });
    if (!id) return refusal_of(call, id.error(), false);
    return saved_response(call, *id, 201).set("Location", call.request.path + '/' + to_string(*id));
}

Result<web::Response> answer_replace(Call& call) { return change(call, Start::blank); }

Result<web::Response> answer_correct(Call& call) { return change(call, Start::itself); }

} // namespace udb
