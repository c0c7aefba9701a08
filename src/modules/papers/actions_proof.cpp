// What proves a paper: its signed copy, its sending. And the letter that a team's forming owes.
#include "modules/offices/offices.hpp"
#include "modules/papers/policy.hpp"
#include "modules/papers/store.hpp"
#include "modules/papers/wording.hpp"
#include "platform/qr.hpp"

#include <algorithm>

namespace udb::papers {
namespace {

Done right_sending(PaperRecord const& record, Proving const& p, Date today) {
    std::vector<FieldError> wrong;
    if (!p.sent_on)
        wrong.push_back({"sent_on", {"field.required"}});
    else if (*p.sent_on > today)
        wrong.push_back({"sent_on", {"papers.sent_ahead", {{"today", today}}}});
    else if (record.issued && *p.sent_on < record.issued->date)
        wrong.push_back({"sent_on", {"papers.sent_before_issue", {{"date", record.issued->date}}}});
    if (!p.channel) wrong.push_back({"channel", {"field.required"}});
    if (wrong.empty()) return {};
    return invalid(std::move(wrong));
}

/// A letter of a former composition that nobody has sent for approval says what is past.
void discard_unsent(Work& work, Id<Team> team) {
    for (auto const id : informing_drafts(work.db, team)) {
        auto header = find_paper(work.db, id)->header;
        header.stage = id_of(Stage::discarded);
        if (save_record(work, header))
            work.record("paper.discarded", header.id, header.office_path);
    }
}

} // namespace

std::optional<bangla::QrMark> verify_mark(std::string const& address) {
    if (address.empty()) return {};
    auto code = qr_code(address);
    return bangla::QrMark{.side = code.side,
                          .dark = std::move(code.dark),
                          .lines = {bangla_words()("papers.verify_mark"), address}};
}

bool is_sent(std::vector<PaperProof> const& proofs) {
    return std::ranges::any_of(proofs, [](auto const& p) { return p.kind == ProofKind::sending; });
}

Done keep_proof(Work& work, Proving const& p) {
    auto const record = find_paper(work.db, p.paper);
    if (!record) return not_found();
    TRY(work.allow(policy, Act::write, record->header.target()));
    bool const sending = p.kind == ProofKind::sending;
    // The Cabinet Division may have been informed before, by other means.
    if (!record->issued && !(sending && record->informs)) return refused({"papers.proof_not_yet"});
    if (sending) TRY(right_sending(*record, p, work.today));
    PaperProof proof{.file = keep_file(work, record->header.id, p.file), .kind = p.kind};
    Details told{{"file", proof.file.name}, {"sha256", proof.file.sha256}};
    if (sending) {
        proof.sent_on = p.sent_on;
        proof.channel = p.channel;
        auto const how = label_of(*p.channel);
        told.insert(told.end(), {{"date", iso(*p.sent_on)},
                                 {"how_bn", std::string(how.bn)},
                                 {"how_en", std::string(how.en)}});
    }
    insert_proof(work.db, p.paper, proof);
    work.record(sending ? "paper.sending_proved" : "paper.signed_copy_kept", record->header.id,
                record->header.office_path, told);
    return {};
}

void draft_informing(Work& work, Id<Team> team) {
    auto const found = teams::find_team(work.db, team);
    auto const office = found ? offices::find_office(work.db, found->office) : std::nullopt;
    if (!office || is_cabinet_division(office->office)) return;
    auto const formed = teams::lasting_composition(work.db, team, work.today);
    if (!formed || informing_paper(work.db, formed->id)) return;
    discard_unsent(work, team);
    auto const paper = informing_for(work.db, formed->id, bangla_words(), work.today);
    if (!paper) return;
    begin_paper(work, {.header = {.kind = std::string(paper_kind),
                                  .office_path = office->path(),
                                  .title = {paper->about, ""},
                                  .stage = std::string(id_of(Stage::draft))},
                       .office = office->id(),
                       .paper = *paper,
                       .team = team,
                       .informs = formed->id});
}

} // namespace udb::papers
