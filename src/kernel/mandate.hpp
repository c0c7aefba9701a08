// A mandate: a circular or order as dated data, with its functions and its rules of composition.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "kernel/mandate_terms.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace udb {

/// When a period of a function is over.
struct Due {
    enum class Kind {
        day_after_fiscal_year, ///< the first `month`/`day` after 30 June (C23 §4(5): 31 July)
        first_monthly_meeting_of_year, ///< in the year's first monthly coordination meeting (§4(2))
    };
    Kind kind = Kind::day_after_fiscal_year;
    unsigned month = 0;
    unsigned day = 0;

    bool operator==(Due const&) const = default;
};

/// The date of a `day_after_fiscal_year`, for the fiscal year that begins on 1 July `first_year`;
/// empty for a due that hangs on a meeting.
std::optional<Date> due_date(Due const& due, int first_year);

/// A kind of event of the journal, and what its details must say: `meeting.held kind=team`.
struct Signal {
    std::string event;
    std::vector<std::pair<std::string, std::string>> where = {};

    auto operator<=>(Signal const&) const = default;
    /// As the data has it, one space between.
    std::string written() const;
};
/// Reads what `written` gives; nothing where it is no signal.
std::optional<Signal> parse_signal(std::string_view text);

/// What of the journal counts towards a function: so many events of that kind in each of its
/// periods. What the paper does not say itself (which records prove it) is ours to say, here.
struct Counted {
    std::optional<Completion> completion = {}; ///< empty: for the function as a whole
    Signal signal;
    int least = 1;
    std::optional<Due> due = {}; ///< where it is not the function's own
};

/// One numbered function of a team, in our own words.
struct Function {
    int no = 0;
    BilingualText title;
    std::vector<std::string> themes; ///< keys of `Mandates::themes()`, at least one
    Cadence cadence = Cadence::continuous;
    std::optional<Due> due = {};
    std::vector<Recipient> inform = {};
    std::vector<Completion> completions = {}; ///< recorded one by one; empty: simply done
    std::vector<Counted> counts = {}; ///< each completion has one; empty: no record tells of it
    std::string paragraph;            ///< `4(5)`
};

/// What the mandate asks outside its numbered list, such as telling the Cabinet Division of a newly
/// formed team (C23 §5).
struct Obligation {
    std::string id;
    BilingualText title;
    Cadence cadence = Cadence::on_event;
    std::vector<Recipient> inform = {};
    std::string paragraph;
};

/// Whom a seat asks for: one of these ranks, or one of these capacities; and, where units are
/// given, from one of these units.
struct SeatRule {
    SeatRole role = SeatRole::member;
    std::vector<Rank> ranks = {};
    std::vector<Capacity> capacities = {};
    std::vector<std::string> units = {}; ///< folded (bangla/text/search_key.hpp)
    BilingualText what; ///< for sentences: "an officer of additional or joint secretary rank"
    std::string paragraph;
};

/// How many members are nominated beside the leader and the fixed seats.
struct NominatedRule {
    int least = 0;
    int most = 0;
    bool from_other_offices = false; ///< district and upazila: of the area's other offices
    BilingualText what;
    std::string paragraph;
};

/// Of the nominated, at least `least` with any of these capacities.
struct Quota {
    std::string id; ///< `ict`; the rule's id is `quota.ict`
    int least = 1;
    std::vector<Capacity> capacities;
    /// Folded words that show the capacity in the name of a unit, where capacities are not
    /// recorded; `not_unit_words` are names that hold such a word and mean something else.
    std::vector<std::string> unit_words = {};
    std::vector<std::string> not_unit_words = {};
    BilingualText what;
    BilingualText ambiguity = {}; ///< another reading of the paragraph, said as a note
    std::string paragraph;
};

/// The composition of the teams of one tier: either a rule (leader, fixed, nominated, quotas: C23)
/// or a list of named seats (L26), where `nominated` is empty and `fixed` has every seat but the
/// leader's.
struct CompositionRules {
    Tier tier = Tier::ministry;
    std::optional<Authority> formed_by = {};
    std::string formed_by_paragraph;
    SeatRule leader;
    std::vector<SeatRule> fixed = {};
    std::optional<NominatedRule> nominated = {};
    std::vector<Quota> quotas = {};
    std::string paragraph;
    std::string digest; ///< 16 hex digits of SHA-256 over the rules' data; kept with every verdict

    bool names_every_seat() const { return !nominated; }
};

/// The one office that an office order is for; a national mandate has none.
struct MandateOffice {
    BilingualText name;
    std::string website; ///< `mole.gov.bd`: identifies the office in data
    Tier tier = Tier::ministry;

    /// Whether that is its website, however it was written: `https://www.mole.gov.bd/`.
    bool has(std::string_view address) const;
};

/// A difference between this mandate and an earlier one, in words, for one theme.
struct Difference {
    std::string since; ///< id of the earlier mandate
    std::string theme;
    BilingualText note;
};

struct Mandate {
    std::string id; ///< `cabinet-2023`
    MandateKind kind = MandateKind::notification;
    Known known = Known::full;
    BilingualText title;
    BilingualText issuer;
    std::string memo; ///< as written, in Bangla digits
    Date issued_on;
    Date in_force_from;
    std::vector<std::string> replaces = {}; ///< ids
    std::vector<std::string> amends = {};   ///< ids
    std::optional<std::string> under = {};  ///< id of the mandate in whose light it was issued
    bool cancels_earlier = false;           ///< cancels the same office's earlier orders, unnamed
    std::optional<MandateOffice> office = {};
    BilingualText source; ///< where its data was taken from
    BilingualText note = {};
    std::vector<SeatRole> roles = {}; ///< the roles that the paper itself knows
    std::vector<Function> functions = {};
    std::vector<Obligation> obligations = {};
    std::map<Tier, CompositionRules> composition = {};
    std::vector<Difference> differences = {};

    Function const* function(int no) const;
    /// The rules for a tier; nullptr where the paper gives none.
    CompositionRules const* rules(Tier tier) const;
};

/// Reads one data file. Every problem is reported at once: `fields[i].field` is the path
/// (`composition.district.fixed[1].ranks`), the message says what is wrong (`mandate.data_*`).
/// `name` is the file's, and must be `<id>.toml`.
Result<Mandate> parse_mandate(std::string_view toml, std::string_view name);

/// Reads `themes.toml`: theme key → label, in the order of the file.
Result<std::vector<std::pair<std::string, BilingualText>>> parse_themes(std::string_view toml);

/// One line of two mandates side by side.
struct ComparedTheme {
    enum class State { same, changed, added, dropped };
    std::string theme;
    BilingualText label;
    State state = State::same;
    std::vector<int> before;          ///< function numbers in the first
    std::vector<int> after;           ///< and in the second
    std::vector<BilingualText> notes; ///< what changed, in words
    /// Facts that differ: cadence, due, recipients (words `mandate.fact_*`).
    std::vector<Message> facts;
};

template <>
std::span<Term<ComparedTheme::State> const> terms<ComparedTheme::State>();

/// Every signal that some function of these counts, each once, in order.
std::vector<Signal> signals_of(std::vector<Mandate> const& mandates);

/// All mandates together, checked against each other.
class Mandates {
public:
    using Themes = std::vector<std::pair<std::string, BilingualText>>;

    /// Refuses ids given twice, references to mandates or themes that are not there, and circles.
    static Result<Mandates> make(Themes themes, std::vector<Mandate> mandates);

    /// By issue date, oldest first.
    std::vector<Mandate> const& all() const { return mandates_; }
    Mandate const* find(std::string_view id) const;
    Themes const& themes() const { return themes_; }
    BilingualText const& theme_label(std::string_view key) const;

    /// What an office stands under on `day`: its own order where it has one in force, else the
    /// newest national mandate; nullptr before the first. It may be known by number only.
    /// `office_website` is empty for "any office of this tier".
    Mandate const* in_force(Date day, Tier tier, std::string_view office_website = {}) const;
    /// The newest national mandate whose rules for the tier are known, in force or already
    /// replaced: what a check can be made against while a newer one is known by number only.
    Mandate const* newest_rules(Date day, Tier tier) const;

    /// Mandates that replace or amend `id` directly, oldest first.
    std::vector<Mandate const*> successors(std::string_view id) const;
    /// The mandate that has taken the place of `id` by `day`; nullptr when it still stands.
    Mandate const* replaced_by(std::string_view id, Date day) const;

    /// Side by side by theme, in the order of the themes; themes in neither are left out. Empty
    /// where one of the two is known by number only: nothing can be said of it.
    std::vector<ComparedTheme> compare(Mandate const& before, Mandate const& after) const;

private:
    Themes themes_;
    std::vector<Mandate> mandates_;
};

/// The mandates that are linked into the program (`mandates/*.toml`), read once. A file that does
/// not read is a bug, and throws.
Mandates const& shipped_mandates();

} // namespace udb
