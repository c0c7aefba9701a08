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

/// A paper that begins with head and closing alone.
OfficePaper free_draft(PaperKind kind, Style style, OfficeFacts const& office, Signer const& signer,
                       Words const& bangla_words);

/// The paper that a team under `mandate` cites: an office order stands in the light of the national
/// one that it names.
std::optional<CitedMandate> cited(Mandates const& all, Mandate const& mandate);

} // namespace udb::papers
