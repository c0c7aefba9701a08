// The pages of papers, for the list of routes, and what they share.
#pragma once

#include "host/call.hpp"
#include "modules/papers/papers.hpp"
#include "modules/papers/wording.hpp"
#include "web/components/components.hpp"

namespace udb::papers {

Result<web::Response> show_papers(Call& call);
Result<web::Response> show_new_paper(Call& call);
Result<web::Response> post_new_paper(Call& call);
Result<web::Response> show_paper(Call& call);
Result<web::Response> show_editor(Call& call);
Result<web::Response> post_editor(Call& call);
Result<web::Response> post_submit(Call& call);
Result<web::Response> post_send_back(Call& call);
Result<web::Response> post_approve(Call& call);
Result<web::Response> post_discard(Call& call);
Result<web::Response> show_issue(Call& call);
Result<web::Response> post_issue(Call& call);
Result<web::Response> post_cancel(Call& call);
Result<web::Response> show_pdf(Call& call);
Result<web::Response> show_docx(Call& call);
Result<web::Response> post_signed_copy(Call& call);
Result<web::Response> post_sending(Call& call);
Result<web::Response> show_proof(Call& call);
Result<web::Response> show_verify(Call& call);
Result<web::Response> post_verify(Call& call);
Result<web::Response> show_verified(Call& call);
Result<web::Response> show_paste(Call& call);
Result<web::Response> show_series(Call& call);
Result<web::Response> post_series(Call& call);

/// The paper of the route's `{id}`, if this actor may see it: an issued one everybody, a draft who
/// writes, approves or issues in its office. Others are told that there is none.
Result<PaperRecord> seen_paper(Call const& call);

/// Which of the acts this actor may do to the office of a path.
bool may_see_drafts(Call const& call, Target const& target);

/// The places where this actor may write, approve or issue.
std::vector<std::string> own_paths(Call const& call);

/// A number in any digits; `otherwise` where the text is none.
std::int64_t number_of(std::string_view text, std::int64_t otherwise);

/// A closed list as the choices of a field.
template <class E>
std::vector<ui::Choice> choices_of(Words const& words) {
    std::vector<ui::Choice> out;
    for (auto const& term : terms<E>())
        out.push_back({.value = std::string(term.id), .label = std::string(words(term.label))});
    return out;
}

/// The header as the form holds it: the paper's id and the version that was read.
Header read_header(Call const& call, Id<IssuedPaper> id);

/// A day as typed; invalid at `field` where it is none.
Result<Date> day_typed(std::string_view typed, std::string_view field);

/// The address of the paper's public page, as it is printed; empty where ours is not known.
std::string verify_address(Call const& call, Id<IssuedPaper> id);
/// That address as a QR code; nothing where it is not known.
Html verify_code(Call const& call, Id<IssuedPaper> id, int pixels);

/// The files that prove something of a paper, and the forms to bring them, for the paper's page.
Html proofs_section(Call const& call, PaperRecord const& record,
                    std::vector<PaperProof> const& proofs, std::optional<Error> const& error);

/// What the paper is about; a draft that does not say so yet has a name all the same.
std::string shown_title(Words const& words, BilingualText const& about);

/// How the field of a draft is called; `text_3` is one of the fields `text`.
std::string name_of_field(Words const& words, std::string const& field);

Html stage_mark(Words const& words, Stage stage);
/// The sheet as it will look; `stamp` across it, such as "খসড়া".
Html sheet(Words const& words, bangla::Paper const& paper, std::string stamp);
Html draft_findings(Words const& words, std::vector<DraftFinding> const& findings, Url const& form);

/// The page of one paper, with what went wrong at one of its forms.
web::Response paper_page(Call const& call, PaperRecord const& record,
                         std::optional<Error> const& error = {});

} // namespace udb::papers
