#include "kernel/mandate.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace udb::embedded {
std::span<EmbeddedFile const> mandate_files();
}

namespace udb {
namespace {

bool succeeds(Mandate const& mandate, std::string_view id) {
    return std::ranges::find(mandate.replaces, id) != mandate.replaces.end()
           || std::ranges::find(mandate.amends, id) != mandate.amends.end();
}

std::string path_of(Mandate const& mandate, std::string_view rest) {
    return mandate.id + "." + std::string(rest);
}

/// A reference must name a mandate that was issued before: so there can be no circle.
void check_reference(Mandates const& all, Mandate const& from, std::string const& to,
                     std::string_view field, std::vector<FieldError>& problems) {
    auto const* named = all.find(to);
    if (!named)
        problems.push_back({path_of(from, field), {"mandate.data_no_mandate", {{"id", to}}}});
    else if (named->issued_on >= from.issued_on)
        problems.push_back({path_of(from, field), {"mandate.data_not_earlier", {{"id", to}}}});
}

void check_references(Mandates const& all, Mandate const& mandate,
                      std::vector<FieldError>& problems) {
    for (auto const& id : mandate.replaces)
        check_reference(all, mandate, id, "replaces", problems);
    for (auto const& id : mandate.amends)
        check_reference(all, mandate, id, "amends", problems);
    if (mandate.under) check_reference(all, mandate, *mandate.under, "under", problems);
    for (auto const& difference : mandate.differences)
        check_reference(all, mandate, difference.since, "differences", problems);

    auto const theme_known = [&](std::string const& key) {
        return std::ranges::any_of(all.themes(),
                                   [&](auto const& theme) { return theme.first == key; });
    };
    auto const check_theme = [&](std::string const& key, std::string const& field) {
        if (!theme_known(key))
            problems.push_back(
                {path_of(mandate, field), {"mandate.data_no_theme", {{"key", key}}}});
    };
    for (auto const& function : mandate.functions)
        for (auto const& key : function.themes)
            check_theme(key, "functions[" + std::to_string(function.no - 1) + "].themes");
    for (auto const& difference : mandate.differences)
        check_theme(difference.theme, "differences");
}

} // namespace

std::optional<Date> due_date(Due const& due, int first_year) {
    if (due.kind != Due::Kind::day_after_fiscal_year) return {};
    using namespace std::chrono;
    // July to December fall in the calendar year in which the fiscal year ends; January to June in
    // the one after.
    year const in{first_year + (due.month >= 7 ? 1 : 2)};
    auto const date = in / month{due.month} / day{due.day};
    if (!date.ok()) return Date{in / month{due.month} / last};
    return Date{date};
}

bool MandateOffice::has(std::string_view address) const {
    auto const bare = [](std::string_view site) {
        for (std::string_view const start : {"https://", "http://", "www."})
            if (site.starts_with(start)) site.remove_prefix(start.size());
        while (site.ends_with('/'))
            site.remove_suffix(1);
        return site;
    };
    return !address.empty() && bare(website) == bare(address);
}

std::string Signal::written() const {
    auto out = event;
    for (auto const& [name, value] : where)
        out += " " + name + "=" + value;
    return out;
}

std::optional<Signal> parse_signal(std::string_view text) {
    auto const is_name = [](std::string_view name) {
        return !name.empty() && std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
    };
    Signal signal;
    for (bool first = true; first || !text.empty(); first = false) {
        auto const end = std::min(text.find(' '), text.size());
        auto const word = text.substr(0, end);
        if (end + 1 == text.size()) return {};
        text.remove_prefix(std::min(end + 1, text.size()));
        auto const middle = word.find(first ? '.' : '=');
        if (middle == std::string_view::npos || !is_name(word.substr(0, middle))
            || !is_name(word.substr(middle + 1)))
            return {};
        if (first)
            signal.event = word;
        else
            signal.where.emplace_back(word.substr(0, middle), word.substr(middle + 1));
    }
    return signal;
}

std::vector<Signal> signals_of(std::vector<Mandate> const& mandates) {
    std::set<Signal> all;
    for (auto const& mandate : mandates)
        for (auto const& function : mandate.functions)
            for (auto const& counted : function.counts)
                all.insert(counted.signal);
    return {all.begin(), all.end()};
}

Function const* Mandate::function(int no) const {
    auto const found = std::ranges::find(functions, no, &Function::no);
    return found == functions.end() ? nullptr : &*found;
}

CompositionRules const* Mandate::rules(Tier tier) const {
    auto const found = composition.find(tier);
    return found == composition.end() ? nullptr : &found->second;
}

Result<Mandates> Mandates::make(Themes themes, std::vector<Mandate> mandates) {
    Mandates all;
    all.themes_ = std::move(themes);
    all.mandates_ = std::move(mandates);
    std::ranges::sort(all.mandates_, [](Mandate const& a, Mandate const& b) {
        return std::tie(a.issued_on, a.id) < std::tie(b.issued_on, b.id);
    });
    std::vector<FieldError> problems;
    std::set<std::string_view> ids;
    for (auto const& mandate : all.mandates_) {
        if (!ids.insert(mandate.id).second)
            problems.push_back(
                {path_of(mandate, "id"), {"mandate.data_twice", {{"what", mandate.id}}}});
        check_references(all, mandate, problems);
    }
    if (!problems.empty()) return invalid(std::move(problems));
    return all;
}

Mandate const* Mandates::find(std::string_view id) const {
    auto const found = std::ranges::find(mandates_, id, &Mandate::id);
    return found == mandates_.end() ? nullptr : &*found;
}

BilingualText const& Mandates::theme_label(std::string_view key) const {
    auto const found = std::ranges::find(themes_, key, &Themes::value_type::first);
    ENSURE(found != themes_.end(), "a theme of a mandate is in the list of themes");
    return found->second;
}

Mandate const* Mandates::in_force(Date day, Tier tier, std::string_view office_website) const {
    Mandate const* national = nullptr;
    Mandate const* own = nullptr;
    for (auto const& mandate : mandates_) {
        if (mandate.in_force_from > day || replaced_by(mandate.id, day)) continue;
        if (!mandate.office)
            national = &mandate;
        else if (mandate.office->has(office_website) && mandate.office->tier == tier)
            own = &mandate;
    }
    // An office's order stands until the national mandate that it was issued under gives way to a
    // newer one; even then it is what the office works by until it issues the next.
    return own ? own : national;
}

Mandate const* Mandates::newest_rules(Date day, Tier tier) const {
    Mandate const* newest = nullptr;
    for (auto const& mandate : mandates_)
        if (!mandate.office && mandate.in_force_from <= day && mandate.rules(tier))
            newest = &mandate;
    return newest;
}

std::vector<Mandate const*> Mandates::successors(std::string_view id) const {
    std::vector<Mandate const*> out;
    for (auto const& mandate : mandates_)
        if (succeeds(mandate, id)) out.push_back(&mandate);
    return out;
}

Mandate const* Mandates::replaced_by(std::string_view id, Date day) const {
    Mandate const* newest = nullptr;
    for (auto const* next : successors(id))
        if (next->in_force_from <= day) newest = next;
    if (newest) return newest;
    auto const* mandate = find(id);
    if (!mandate || !mandate->office) return nullptr;
    // L26 §3: an order that cancels the office's earlier orders does not name them.
    for (auto const& later : mandates_)
        if (later.cancels_earlier && later.office
            && later.office->website == mandate->office->website
            && later.issued_on > mandate->issued_on && later.in_force_from <= day)
            newest = &later;
    return newest;
}

Mandates const& shipped_mandates() {
    static Mandates const shipped = [] {
        Mandates::Themes themes;
        std::vector<Mandate> mandates;
        auto const must = [](auto result, std::string_view name) {
            ENSURE(result, std::string(name) + ": "
                               + (result.error().fields.empty()
                                      ? result.error().message.key
                                      : result.error().fields.front().field + " "
                                            + result.error().fields.front().message.key));
            return *std::move(result);
        };
        for (auto const& file : embedded::mandate_files()) {
            if (file.name == "themes.toml")
                themes = must(parse_themes(file.bytes), file.name);
            else
                mandates.push_back(must(parse_mandate(file.bytes, file.name), file.name));
        }
        return must(Mandates::make(std::move(themes), std::move(mandates)), "mandates");
    }();
    return shipped;
}

} // namespace udb
