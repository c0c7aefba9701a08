// The files that prove something of a paper: shown on its page, brought there, sent back as they
// came.
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

#include <algorithm>

namespace udb::papers {
namespace {

class Section {
public:
    Section(Call const& call, PaperRecord const& record, std::optional<Error> const& error)
        : call_(call), words_(call.words), record_(record), error_(error) {}

    Html files(std::vector<PaperProof> const& proofs) const {
        if (proofs.empty()) return html::p(words_("papers.no_proofs"));
        std::vector<ui::Table::Row> rows;
        for (auto const& proof : proofs)
            rows.push_back({.cells = {text(words_(label_of(proof.kind))), file(proof),
                                      text(proof.sent_on ? words_.date(*proof.sent_on) : ""),
                                      text(proof.channel ? words_(label_of(*proof.channel)) : ""),
                                      text(words_(proof.file.who))}});
        return ui::table({.caption = words_("papers.proofs"),
                          .columns = {{words_("papers.proof_kind")},
                                      {words_("papers.proof_file")},
                                      {words_("papers.sent_on")},
                                      {words_("papers.channel")},
                                      {words_("papers.proof_by")}},
                          .rows = std::move(rows),
                          .hidden_caption = true});
    }

    Html forms() const {
        if (!call_.may(policy, Act::write, record_.header.target())) return {};
        Html out;
        if (record_.issued) out += signed_copy();
        if (record_.issued || record_.informs) out += sending();
        return out;
    }

private:
    Html file(PaperProof const& proof) const {
        return ui::link({.text = proof.file.name,
                         .href = url("/papers/{}/proofs/{}", record_.id(), proof.file.id)})
               + html::br() + html::code(proof.file.sha256);
    }
    std::string wrong(std::string_view field) const {
        return error_ ? ui::error_at(words_, error_->fields, field) : std::string();
    }
    /// Open where something at its fields has to be mended.
    Html folded(std::string_view key, std::vector<std::string_view> const& fields,
                std::string_view way, Html const& inner) const {
        bool const open = std::ranges::any_of(fields, [&](auto f) { return !wrong(f).empty(); });
        return html::details(
            {.more = {{"open", "", open}}}, html::summary(words_(key)),
            ui::form({.action = url("/papers/{}/{}", record_.id(), way),
                      .csrf = call_.csrf(),
                      .files = true},
                     html::all(inner, ui::button({.label = words_("papers.keep_file")}))));
    }
    Html upload(std::string name, std::string_view label) const {
        return ui::file_upload(
            words_, {.name = name,
                     .label = words_(label),
                     .hint = words_("papers.file_hint",
                                    {{"mb", std::int64_t(attachment_bytes_max / (1024 * 1024))}}),
                     .error = wrong(name),
                     .accept = std::string(attachment_accept())});
    }
    Html signed_copy() const {
        return folded("papers.add_signed_copy", {"signed_copy"}, "signed-copy",
                      upload("signed_copy", "papers.signed_copy_file"));
    }
    Html sending() const {
        auto const typed = [&](char const* name, std::string otherwise) {
            return call_.form.fields.has(name) ? std::string(call_.form[name])
                                               : std::move(otherwise);
        };
        return folded(
            "papers.add_sending", {"sending", "sent_on", "channel"}, "sending",
            html::all(upload("sending", "papers.sending_file"),
                      ui::date_field(words_, {.name = "sent_on",
                                              .label = words_("papers.sent_on"),
                                              .value = typed("sent_on", words_.date(call_.today)),
                                              .error = wrong("sent_on")}),
                      ui::radios(words_, {.name = "channel",
                                          .label = words_("papers.channel"),
                                          .choices = choices_of<Channel>(words_),
                                          .value = typed("channel", ""),
                                          .error = wrong("channel")})));
    }

    Call const& call_;
    Words const& words_;
    PaperRecord const& record_;
    std::optional<Error> const& error_;
};

/// Keeps what the form brought in `field`; what is wrong comes back on the paper's page, all at
/// once.
Result<web::Response> bring(Call& call, std::string const& field, std::string_view flash,
                            Proving proving, std::vector<FieldError> wrong = {}) {
    auto const record = TRY(seen_paper(call));
    TRY(call.allow(policy, Act::write, record.header.target()));
    auto file = file_in(call, field);
    if (!file)
        wrong.insert(wrong.begin(), file.error().fields.front());
    else if (!*file)
        wrong.insert(wrong.begin(), {field, {"papers.no_file"}});
    if (!wrong.empty()) return paper_page(call, record, invalid(std::move(wrong)));
    proving.paper = record.id();
    proving.file = std::move(**file);
    auto done = call.perform([&](Work& work) { return keep_proof(work, proving); });
    if (done) return call.redirect(url("/papers/{}", record.id()).at("proofs"), flash);
    if (done.error().kind == Error::Kind::forbidden) return done.error();
    return paper_page(call, record, done.error());
}

} // namespace

Html proofs_section(Call const& call, PaperRecord const& record,
                    std::vector<PaperProof> const& proofs, std::optional<Error> const& error) {
    if (!may_see_drafts(call, record.header.target())) return {};
    if (!record.issued && !record.informs && proofs.empty()) return {};
    Section const section(call, record, error);
    return ui::section({.id = "proofs",
                        .title = call.words("papers.proofs"),
                        .body = section.files(proofs) + section.forms()});
}

Result<web::Response> post_signed_copy(Call& call) {
    return bring(call, "signed_copy", "papers.signed_copy_flash", {.kind = ProofKind::signed_copy});
}

Result<web::Response> post_sending(Call& call) {
    std::vector<FieldError> wrong;
    auto const day = day_typed(call.form["sent_on"], "sent_on");
    if (!day) wrong = day.error().fields;
    auto const channel = term_with_id<Channel>(call.form["channel"]);
    if (!channel) wrong.push_back({"channel", {"field.required"}});
    return bring(call, "sending", "papers.sending_flash",
                 {.kind = ProofKind::sending,
                  .sent_on = day ? std::optional(*day) : std::nullopt,
                  .channel = channel},
                 std::move(wrong));
}

Result<web::Response> show_proof(Call& call) {
    auto const record = TRY(seen_paper(call));
    if (!may_see_drafts(call, record.header.target())) return not_found();
    auto const id = TRY(call.id<Attachment>("file"));
    struct File {
        Attachment about;
        std::string bytes;
    };
    auto const file = call.look([&](Db& db) -> std::optional<File> {
        auto const proofs = proofs_of(db, record.id());
        auto const found =
            std::ranges::find_if(proofs, [&](auto const& p) { return p.file.id == id; });
        if (found == proofs.end()) return {};
        return File{found->file, file_bytes(db, found->file)};
    });
    if (!file) return not_found();
    return web::Response::file(file->bytes, file->about.media_type, file->about.name);
}

} // namespace udb::papers
