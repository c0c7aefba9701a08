// Two mandates side by side, theme by theme: what is the same, changed, new or dropped.
#include "kernel/mandate.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

using State = ComparedTheme::State;
constexpr std::array state_rows{
    Term<State>{State::same, "same", {"অপরিবর্তিত", "same"}},
    Term<State>{State::changed, "changed", {"পরিবর্তিত", "changed"}},
    Term<State>{State::added, "new", {"নতুন", "new"}},
    Term<State>{State::dropped, "dropped", {"বাদ", "dropped"}},
};

std::vector<Function const*> functions_on(Mandate const& mandate, std::string_view theme) {
    std::vector<Function const*> out;
    for (auto const& function : mandate.functions)
        if (std::ranges::find(function.themes, theme) != function.themes.end())
            out.push_back(&function);
    return out;
}

std::vector<int> numbers(std::vector<Function const*> const& functions) {
    std::vector<int> out;
    for (auto const* function : functions)
        out.push_back(function->no);
    return out;
}

/// "the Cabinet Division, the office's own website" in both languages.
BilingualText names(std::vector<Recipient> const& recipients) {
    BilingualText out;
    for (auto const recipient : recipients) {
        auto const label = label_of(recipient);
        if (!out.bn.empty()) {
            out.bn += ", ";
            out.en += ", ";
        }
        out.bn += label.bn;
        out.en += label.en;
    }
    return out;
}

BilingualText day(std::optional<Due> const& due) {
    if (!due || due->kind != Due::Kind::day_after_fiscal_year) return {};
    auto const number = std::to_string(due->day) + "/" + std::to_string(due->month);
    return {number, number};
}

std::vector<Message> facts_that_differ(Function const& before, Function const& after) {
    std::vector<Message> out;
    if (before.cadence != after.cadence)
        out.push_back({"mandate.fact_cadence",
                       {{"before", BilingualText(label_of(before.cadence))},
                        {"after", BilingualText(label_of(after.cadence))}}});
    if (before.due != after.due)
        out.push_back(before.due && after.due && !day(before.due).bn.empty()
                              && !day(after.due).bn.empty()
                          ? Message{"mandate.fact_due",
                                    {{"before", day(before.due)}, {"after", day(after.due)}}}
                          : Message{"mandate.fact_due_other"});
    if (before.inform != after.inform) {
        auto const none = [](std::vector<Recipient> const& list) {
            return list.empty() ? BilingualText("—", "—") : names(list);
        };
        out.push_back({"mandate.fact_inform",
                       {{"before", none(before.inform)}, {"after", none(after.inform)}}});
    }
    return out;
}

/// Notes written for this pair; a pair read backwards has the notes of the pair as it happened.
std::vector<BilingualText> notes_on(Mandate const& before, Mandate const& after,
                                    std::string_view theme) {
    std::vector<BilingualText> out;
    auto const collect = [&](Mandate const& later, Mandate const& earlier) {
        for (auto const& difference : later.differences)
            if (difference.since == earlier.id && difference.theme == theme)
                out.push_back(difference.note);
    };
    collect(after, before);
    if (before.id != after.id) collect(before, after);
    return out;
}

} // namespace

template <>
std::span<Term<State> const> terms<State>() {
    return state_rows;
}

std::vector<ComparedTheme> Mandates::compare(Mandate const& before, Mandate const& after) const {
    std::vector<ComparedTheme> out;
    if (before.known != Known::full || after.known != Known::full) return out;
    for (auto const& [theme, label] : themes_) {
        auto const first = functions_on(before, theme);
        auto const second = functions_on(after, theme);
        if (first.empty() && second.empty()) continue;
        ComparedTheme row{.theme = theme,
                          .label = label,
                          .state = State::same,
                          .before = numbers(first),
                          .after = numbers(second),
                          .notes = notes_on(before, after, theme),
                          .facts = {}};
        if (!first.empty() && !second.empty())
            row.facts = facts_that_differ(*first.front(), *second.front());
        if (first.empty())
            row.state = State::added;
        else if (second.empty())
            row.state = State::dropped;
        else if (!row.notes.empty() || !row.facts.empty())
            row.state = State::changed;
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace udb
