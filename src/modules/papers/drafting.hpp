// The first draft of a paper from what is known: a forming or re-forming order from the difference
// of two compositions, the office and the mandate.
#pragma once

#include "kernel/mandate.hpp"
#include "kernel/words.hpp"
#include "modules/papers/office_paper.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::papers {

/// The office that issues, as its papers write it. Texts are Bangla: official papers are.
struct OfficeFacts {
    std::string name = {};    ///< শ্রম ও কর্মসংস্থান মন্ত্রণালয়
    std::string above = {};   ///< the ministry that a directorate's head names; may be empty
    std::string section = {}; ///< আইসিটি সেল; may be empty
    std::string website = {};
    bool cabinet_division = false; ///< it does not inform itself
};

struct SeatFacts {
    std::string officer = {}; ///< post and unit, or the nominated officer's name and post
    std::string role = {};    ///< চিফ ইনোভেশন অফিসার
    std::string address = {}; ///< the copy's recipient: post, unit, office
};

struct SeatChange {
    enum class Kind { added, removed, changed };
    Kind kind = Kind::changed;
    std::string before = {}; ///< seat and role as they were; empty for an added one
    std::string after = {};
};

/// The paper in whose light the team is formed (C23 §5, "in the light of this notification").
struct CitedMandate {
    std::string issuer = {};
    MandateKind kind = MandateKind::notification;
    std::string memo = {};
    Date date = {};
};

struct FormingFacts {
    PaperKind kind = PaperKind::office_order;
    Style style = Style::cholit;
    OfficeFacts office = {};
    bool reforming = false; ///< there was a team before
    std::optional<CitedMandate> mandate = {};
    std::string former_memo = {}; ///< of the order that this one takes the place of; may be empty
    std::optional<Date> former_date = {};
    std::vector<SeatFacts> seats = {};
    std::vector<SeatChange> changes = {}; ///< told in a paragraph of their own; empty: not told
    std::vector<std::string> functions = {};
    std::vector<CopyLine> below = {}; ///< offices below that should know
    Signer signer = {};
};

/// Head, opening, seats, changes, functions, closing, copies: a draft that an officer then edits.
OfficePaper forming_draft(FormingFacts const& facts, Words const& bangla_words);

/// What was said under an item of the agenda, what was decided, and who carries it out.
/// Another decision on the same item is a row of its own, with nothing discussed.
struct MinuteRow {
    std::string discussed = {}, decided = {}, carries_out = {};
};

/// A meeting as its notice and its minutes tell of it. What is not known is a `gap` in the draft.
struct MeetingFacts {
    std::string what = {}; ///< ইনোভেশন টিমের মাসিক সভা
    std::optional<Date> date = {};
    std::string time = {}; ///< সকাল ১১:০০
    std::string place = {};
    std::string chair = {}; ///< by post
    std::vector<std::string> agenda = {};
    std::vector<SeatFacts> members = {}; ///< who is invited; of minutes that are written, who came
    /// The minutes as written; empty: the agenda stands in their place, to be filled.
    std::vector<MinuteRow> rows = {};
    bool first = false;           ///< there were no former minutes to confirm
    std::string corrections = {}; ///< of the former minutes, when this meeting confirmed them
    /// Of these minutes: what a later meeting corrected when it confirmed them, and when that was.
    std::string amended = {};
    std::optional<Date> amended_on = {};
};

struct FreeFacts {
    PaperKind kind = PaperKind::office_order;
    Style style = Style::cholit;
    OfficeFacts office = {};
    Signer signer = {};
    MeetingFacts meeting = {}; ///< of a notice, or of minutes
};

/// A paper of a kind with its fixed sentences, the rest left to the officer. A notice: what, when,
/// where, under whose chair, agenda, recipients. Minutes: those facts, the former minutes
/// confirmed, a table of what was discussed and decided and who carries it out, the closing
/// sentence, and the members as annex (domain: minutes and notices as offices write them).
OfficePaper free_draft(FreeFacts const& facts, Words const& bangla_words);

/// C23 §5: the letter by which the Cabinet Division is informed of a team that was formed by the
/// order of `number` and `date`.
OfficePaper informing_draft(FormingFacts const& facts, IssueFacts const& order,
                            Words const& bangla_words);

/// What every draft begins with: head, signer, the office's own copy.
OfficePaper blank(PaperKind kind, Style style, OfficeFacts const& office, Signer const& signer,
                  Words const& bangla_words);
/// Those of the texts that are not empty, each a line.
std::string in_lines(std::vector<std::string> const& texts);
/// A line of a table's text; `|` and line ends in a cell become blanks.
std::string table_row(std::vector<std::string> cells);
/// Number, officer, role; with its head.
std::string seats_table(std::vector<SeatFacts> const& seats, Words const& bangla_words);

/// The paper that a team under `mandate` cites: an office order stands in the light of the national
/// one that it names.
std::optional<CitedMandate> cited(Mandates const& all, Mandate const& mandate);

} // namespace udb::papers
