// Statements of papers that the module keeps to itself.
#pragma once

#include "modules/papers/papers.hpp"

namespace udb::papers {

void insert_paper(Db& db, PaperRecord const& record);
/// Texts, blocks and copies, anew.
void save_texts(Db& db, Id<Record> id, OfficePaper const& paper);
/// What a paper is found by besides what it is about and its number.
std::string search_text(OfficePaper const& paper);
std::string search_text(Db& db, Id<Record> id);

/// False where somebody saved since `series.version` was read.
bool save_series(Db& db, Id<Office> office, NumberSeries const& series);

/// The paper with this number (`memo_key`), if one was issued.
std::optional<PaperLine> paper_with_key(Db& db, std::string_view key);
/// The paper on its way for a composition.
std::optional<PaperLine> open_paper_for(Db& db, Id<TeamComposition> composition);
/// Issued papers of the team, but this one.
std::vector<Id<IssuedPaper>> papers_in_force_of(Db& db, Id<Team> team, Id<IssuedPaper> but);

/// What issuing adds to a paper.
struct IssuedRow {
    Id<IssuedPaper> paper = {};
    IssueFacts facts = {};
    std::string key = {}; ///< memo_key of the number
    NumberSource source = NumberSource::dnothi;
    std::string pdf = {};
};
void keep_issue(Db& db, IssuedRow const& row);
void insert_proof(Db& db, Id<IssuedPaper> paper, PaperProof const& proof);
/// Letters that inform the Cabinet Division and wait: to be finished, or for the proof that they
/// were sent.
std::vector<PaperLine> informing_papers(Db& db, std::vector<std::string> const& paths);
/// The letter that informs of a composition, unless it was cancelled or discarded.
std::optional<PaperLine> informing_paper(Db& db, Id<TeamComposition> composition);
/// The letters of a team that are still drafts.
std::vector<Id<IssuedPaper>> informing_drafts(Db& db, Id<Team> team);
void keep_informs(Db& db, Id<IssuedPaper> paper, Id<TeamComposition> composition);
/// A draft with its texts and its event; the caller has asked the policy. One that follows from
/// something else has no drafter: whoever did that may approve it.
Id<IssuedPaper> begin_paper(Work& work, PaperRecord record);

/// Keeps an account among those who had a hand in the paper.
void keep_editor(Db& db, Id<Record> paper, Id<Account> account);
/// Submitter, approver, and why it was sent back.
void keep_hands(Db& db, PaperRecord const& record);
/// What came in its place, and why it was cancelled.
void keep_end(Db& db, PaperRecord const& record);

} // namespace udb::papers
