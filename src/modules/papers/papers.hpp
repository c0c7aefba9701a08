// The public face of papers: a paper of an office from its draft to its issue and after.
#pragma once

#include "host/attachments.hpp"
#include "host/records.hpp"
#include "modules/offices/office.hpp"
#include "modules/papers/draft_check.hpp"
#include "modules/papers/drafting.hpp"
#include "modules/papers/numbering.hpp"
#include "modules/papers/office_paper.hpp"
#include "modules/papers/paper_register.hpp"
#include "modules/papers/stages.hpp"
#include "modules/teams/teams.hpp"

namespace udb::papers {

inline constexpr std::string_view paper_kind = record_kind<IssuedPaper>;

/// A paper with its header. The header's `stage` is the id of `stage`, its `number` the memo
/// number, its title what the paper is about.
struct PaperRecord {
    Header header = {};
    Id<Office> office = {};
    Stage stage = Stage::draft;
    OfficePaper paper = {};
    Id<TeamComposition> composition = {}; ///< what it puts in force; zero for a free paper
    Id<Team> team = {};
    Id<TeamComposition> informs = {}; ///< of which it informs the Cabinet Division; zero: of none
    Hands hands = {};
    Id<Account> approver = {};
    std::string sent_back = {}; ///< why it was sent back last; empty once submitted again
    std::optional<IssueFacts> issued = {};
    std::optional<NumberSource> source = {};
    Id<IssuedPaper> replaced_by = {}; ///< of a superseded or cancelled one; zero: by none
    std::string cancel_reason = {};

    Id<IssuedPaper> id() const { return as<IssuedPaper>(header.id); }
};
std::optional<PaperRecord> find_paper(Db& db, Id<IssuedPaper> id);

/// The bytes that were issued.
struct PaperFile {
    std::string sha256 = {};
    std::string pdf = {};
};
std::optional<PaperFile> file_of(Db& db, Id<IssuedPaper> id);

/// A file that proves something of a paper.
struct PaperProof {
    Attachment file = {};
    ProofKind kind = ProofKind::signed_copy;
    std::optional<Date> sent_on = {}; ///< of a sending
    std::optional<Channel> channel = {};
};
/// The newest first.
std::vector<PaperProof> proofs_of(Db& db, Id<IssuedPaper> id);

/// Whether the sending of the paper with these files is proved.
bool is_sent(std::vector<PaperProof> const& proofs);

/// The paper whose issued PDF, or whose signed copy, has this SHA-256.
struct PaperFound {
    Id<IssuedPaper> paper = {};
    bool signed_copy = false;
};
std::optional<PaperFound> paper_with_bytes(Db& db, std::string_view sha256);

/// A paper as others speak of it.
struct PaperLine {
    Id<IssuedPaper> id = {};
    BilingualText about = {};
    std::string memo = {};
    PaperKind kind = PaperKind::office_order;
    Stage stage = Stage::draft;
    std::optional<Date> issued_on = {};
    Id<Office> office = {};
    BilingualText office_name = {};
    std::string office_path = {};
};

/// Those that wait for approval or issue in the offices of `paths` (each office and below).
std::vector<PaperLine> waiting_papers(Db& db, std::vector<std::string> const& paths);

/// Papers of an office that are on their way, and those issued since a day; the newest first.
std::vector<PaperLine> papers_lately(Db& db, Id<Office> office, Date since, int most);

/// The issued paper with this memo number, whatever its digits and spaces; of `office` where the
/// number is a short one.
std::optional<Id<IssuedPaper>> paper_numbered(Db& db, std::string_view memo, Id<Office> office);

/// What is doubtful in a number that is to be recorded for the office (`recorded_number`); nothing
/// where the office numbers its papers itself, or the number is refused anyway.
std::vector<Message> doubts_of(Db& db, Id<Office> office, std::string_view memo);

NumberSeries series_of(Db& db, Id<Office> office);

/// The verbs. Each asks the policy, then the lifecycle, saves, and leaves `paper.<what>`.
Result<Id<IssuedPaper>> draft(Work& work, Id<Office> office, OfficePaper const& paper,
                              Id<TeamComposition> composition = {});
/// `read` holds the version that was read. A draft only.
Done correct(Work& work, Header const& read, OfficePaper const& after);
Done submit(Work& work, Header const& read);
Done send_back(Work& work, Header const& read, std::string const& reason);
Done approve(Work& work, Header const& read);
Done discard(Work& work, Header const& read);

/// What issuing needs; the number as typed where the office records D-Nothi's.
struct Issuing {
    Id<IssuedPaper> paper = {};
    std::int64_t version = 0;
    std::string memo = {};
    Date date = {};
    Id<IssuedPaper> replaces = {}; ///< an issued paper that this one supersedes; zero: none
    std::string address = {};      ///< of its public page, for the QR code; empty: none is printed
};
/// Gives number and date, keeps the PDF, puts the team's composition in force and marks the paper
/// of the former one superseded, all or nothing. `bangla_words` set the paper.
Done issue(Work& work, Issuing const& issuing, Words const& bangla_words);

/// Cancels an issued paper, for a reason, by another one or by none. What it was to inform the
/// Cabinet Division of, the other one informs of, or a new draft.
Done cancel(Work& work, Header const& read, std::string const& reason,
            Id<IssuedPaper> replaced_by = {});

/// The mark of a paper whose public page has this address; none where the address is empty.
std::optional<bangla::QrMark> verify_mark(std::string const& address);

/// A file that an officer brings.
struct Proving {
    Id<IssuedPaper> paper = {};
    ProofKind kind = ProofKind::signed_copy;
    CheckedFile file = {};
    std::optional<Date> sent_on = {}; ///< of a sending; needed
    std::optional<Channel> channel = {};
};
/// Keeps the file with the paper. Of an issued paper only; the sending of a letter that informs
/// the Cabinet Division may be proved before, where it was informed by other means. Errors:
/// invalid at `sent_on` (missing, ahead of today, before the issue), `channel`;
/// refused `papers.proof_not_yet`.
Done keep_proof(Work& work, Proving const& proving);

/// C23 §5: drafts the letter that informs the Cabinet Division of a team's composition in force;
/// nothing where the office is the Cabinet Division, or a letter is on its way. Asks no policy: it
/// follows from putting the composition in force.
void draft_informing(Work& work, Id<Team> team);

/// Sets how an office numbers its papers. `version` is the one that was read.
Done set_series(Work& work, Id<Office> office, NumberSeries const& series);

/// Of what kind a draft is, and in which Bangla.
struct Drafting {
    PaperKind kind = PaperKind::office_order;
    Style style = Style::cholit;
    MeetingFacts meeting = {}; ///< of a notice or minutes; without members those of the team
};
/// The draft of a forming or re-forming order for a draft composition of a team.
Result<OfficePaper> draft_for(Db& db, Id<TeamComposition> composition, Drafting drafting,
                              Words const& bangla_words, Date today);
/// It does not inform itself of its team.
bool is_cabinet_division(Office const& office);
/// The draft of the letter that informs the Cabinet Division of a composition in force (C23 §5).
Result<OfficePaper> informing_for(Db& db, Id<TeamComposition> composition,
                                  Words const& bangla_words, Date today);
/// The draft of a free paper of an office.
Result<OfficePaper> draft_for(Db& db, Id<Office> office, Drafting drafting,
                              Words const& bangla_words, Date today);

} // namespace udb::papers
