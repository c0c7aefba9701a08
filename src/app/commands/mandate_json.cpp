#include "app/commands/mandate_json.hpp"

#include <boost/json.hpp>

namespace udb::app {
namespace {

namespace json = boost::json;

json::object both(BilingualText const& text) { return {{"bn", text.bn}, {"en", text.en}}; }

template <class E>
json::string id(E value) {
    return json::string(id_of(value));
}

template <class E>
json::array ids(std::vector<E> const& values) {
    json::array out;
    for (auto const value : values)
        out.push_back(id(value));
    return out;
}

json::array strings(std::vector<std::string> const& values) {
    return json::array(values.begin(), values.end());
}

json::object head(Mandate const& mandate, Date today) {
    auto const* next = shipped_mandates().replaced_by(mandate.id, today);
    json::object out{
        {"id", mandate.id},
        {"kind", id(mandate.kind)},
        {"known", id(mandate.known)},
        {"title", both(mandate.title)},
        {"issuer", both(mandate.issuer)},
        {"memo", mandate.memo},
        {"issued_on", iso(mandate.issued_on)},
        {"in_force_from", iso(mandate.in_force_from)},
        {"replaces", strings(mandate.replaces)},
        {"amends", strings(mandate.amends)},
        {"under", mandate.under ? json::value(*mandate.under) : json::value()},
        {"replaced_by", next ? json::value(next->id) : json::value()},
        {"office", mandate.office ? json::value(both(mandate.office->name)) : json::value()},
        {"source", both(mandate.source)}};
    return out;
}

json::value due(std::optional<Due> const& due) {
    if (!due) return {};
    if (due->kind == Due::Kind::first_monthly_meeting_of_year)
        return json::object{{"kind", "first_monthly_meeting_of_year"}};
    return json::object{
        {"kind", "day_after_fiscal_year"}, {"month", due->month}, {"day", due->day}};
}

json::object function(Function const& one) {
    return {{"no", one.no},
            {"title", both(one.title)},
            {"themes", strings(one.themes)},
            {"cadence", id(one.cadence)},
            {"due", due(one.due)},
            {"inform", ids(one.inform)},
            {"completions", ids(one.completions)},
            {"paragraph", one.paragraph}};
}

json::object seat(SeatRule const& rule) {
    return {{"role", id(rule.role)},
            {"ranks", ids(rule.ranks)},
            {"capacities", ids(rule.capacities)},
            {"what", both(rule.what)},
            {"paragraph", rule.paragraph}};
}

json::object composition(CompositionRules const& rules) {
    json::array fixed, quotas;
    for (auto const& rule : rules.fixed)
        fixed.push_back(seat(rule));
    for (auto const& quota : rules.quotas)
        quotas.push_back(json::object{{"id", "quota." + quota.id},
                                      {"least", quota.least},
                                      {"capacities", ids(quota.capacities)},
                                      {"what", both(quota.what)},
                                      {"paragraph", quota.paragraph}});
    json::value nominated;
    if (rules.nominated)
        nominated = json::object{{"least", rules.nominated->least},
                                 {"most", rules.nominated->most},
                                 {"from_other_offices", rules.nominated->from_other_offices},
                                 {"what", both(rules.nominated->what)}};
    return {{"paragraph", rules.paragraph},
            {"formed_by", rules.formed_by ? json::value(id(*rules.formed_by)) : json::value()},
            {"leader", seat(rules.leader)},
            {"fixed", std::move(fixed)},
            {"nominated", std::move(nominated)},
            {"quotas", std::move(quotas)},
            {"digest", rules.digest}};
}

} // namespace

std::string mandates_json(Mandates const& mandates, Date today) {
    json::array out;
    for (auto const& mandate : mandates.all())
        out.push_back(head(mandate, today));
    return json::serialize(out);
}

std::string mandate_json(Mandate const& mandate, Date today) {
    auto out = head(mandate, today);
    json::array functions;
    for (auto const& one : mandate.functions)
        functions.push_back(function(one));
    out["functions"] = std::move(functions);
    json::object tiers;
    for (auto const& [tier, rules] : mandate.composition)
        tiers[id_of(tier)] = composition(rules);
    out["composition"] = std::move(tiers);
    return json::serialize(out);
}

std::string comparison_json(std::vector<ComparedTheme> const& rows, Catalogue const& words) {
    json::array out;
    for (auto const& row : rows) {
        json::array notes;
        for (auto const& note : row.notes)
            notes.push_back(both(note));
        for (auto const& fact : row.facts)
            notes.push_back(both(words.say(fact)));
        out.push_back(json::object{{"theme", row.theme},
                                   {"label", both(row.label)},
                                   {"state", id(row.state)},
                                   {"before", json::array(row.before.begin(), row.before.end())},
                                   {"after", json::array(row.after.begin(), row.after.end())},
                                   {"notes", std::move(notes)}});
    }
    return json::serialize(out);
}

} // namespace udb::app
