#include "app/commands/mandate.hpp"

#include "app/commands/mandate_json.hpp"
#include "kernel/paragraph.hpp"

#include <iostream>

namespace udb::app {
namespace {

int unknown(std::string const& id, Catalogue const& words, std::ostream& err) {
    std::string known;
    for (auto const& one : shipped_mandates().all())
        known += (known.empty() ? "" : ", ") + one.id;
    Message const message{"mandate.unknown_id", {{"id", id}, {"known", known}}};
    err << words.say(message, Language::bn) << '\n' << words.say(message, Language::en) << '\n';
    return 1;
}

std::string numbers(std::vector<int> const& list, Words const& words) {
    std::string out;
    for (auto const number : list)
        out += (out.empty() ? "" : ", ") + words.number(number);
    return out.empty() ? words("mandate.compare_none") : out;
}

void print_reference(std::string const& key, std::string const& id, Words const& words,
                     std::ostream& out) {
    auto const* other = shipped_mandates().find(id);
    if (other) out << words(key, {{"title", other->title}, {"id", id}}) << '\n';
}

void print_head(Mandate const& mandate, Words const& words, Date today, std::ostream& out) {
    out << words(mandate.title) << " [" << mandate.id << "]\n"
        << words("mandate.kind_and_memo", {{"kind", BilingualText(label_of(mandate.kind))},
                                           {"memo", mandate.memo},
                                           {"date", mandate.issued_on}})
        << '\n'
        << words("mandate.issuer", {{"issuer", mandate.issuer}}) << '\n'
        << words("mandate.in_force_from", {{"date", mandate.in_force_from}}) << '\n';
    if (mandate.office) out << words("mandate.office", {{"office", mandate.office->name}}) << '\n';
    for (auto const& id : mandate.replaces)
        print_reference("mandate.replaces", id, words, out);
    for (auto const& id : mandate.amends)
        print_reference("mandate.amends", id, words, out);
    if (mandate.under) print_reference("mandate.under", *mandate.under, words, out);
    if (auto const* next = shipped_mandates().replaced_by(mandate.id, today))
        print_reference("mandate.replaced_by", next->id, words, out);
    else
        out << words("mandate.stands") << '\n';
    if (mandate.known == Known::number_only) out << words("mandate.number_only") << '\n';
    out << words("mandate.source", {{"source", mandate.source}}) << '\n';
    if (!mandate.note.bn.empty()) out << words("mandate.note", {{"note", mandate.note}}) << '\n';
}

void print_function(Function const& function, Words const& words, std::ostream& out) {
    out << words("mandate.function_line",
                 {{"no", std::int64_t{function.no}}, {"title", function.title}})
        << "\n    "
        << words("mandate.function_facts",
                 {{"cadence", BilingualText(label_of(function.cadence))}});
    if (function.due && function.due->kind == Due::Kind::day_after_fiscal_year)
        out << "; "
            << words("mandate.due_day", {{"day", std::int64_t{function.due->day}},
                                         {"month", std::int64_t{function.due->month}}});
    else if (function.due)
        out << "; " << words("mandate.due_meeting");
    for (auto const recipient : function.inform)
        out << "; "
            << words("mandate.function_inform", {{"who", BilingualText(label_of(recipient))}});
    out << '\n';
}

void print_rules(CompositionRules const& rules, Words const& words, std::ostream& out) {
    auto const seat = [&](SeatRule const& rule) {
        out << "    "
            << words("mandate.composition_seat",
                     {{"role", BilingualText(label_of(rule.role))}, {"what", rule.what}})
            << '\n';
    };
    out << "  " << words(label_of(rules.tier)) << " (" << words(paragraph_named(rules.paragraph))
        << ")\n";
    if (rules.formed_by)
        out << "    "
            << words("mandate.composition_formed_by",
                     {{"who", BilingualText(label_of(*rules.formed_by))}})
            << '\n';
    seat(rules.leader);
    for (auto const& rule : rules.fixed)
        seat(rule);
    if (rules.nominated)
        out << "    "
            << words("mandate.composition_nominated",
                     {{"what", rules.nominated->what},
                      {"least", std::int64_t{rules.nominated->least}},
                      {"most", std::int64_t{rules.nominated->most}}})
            << '\n';
    for (auto const& quota : rules.quotas)
        out << "      "
            << words("mandate.composition_quota",
                     {{"least", std::int64_t{quota.least}}, {"what", quota.what}})
            << '\n';
}

} // namespace

int run(MandateList const& command, Catalogue const& words, Date today, std::ostream& out) {
    if (command.json) {
        out << mandates_json(shipped_mandates(), today) << '\n';
        return 0;
    }
    for (auto const& mandate : shipped_mandates().all()) {
        print_head(mandate, Words{words, command.language}, today, out);
        out << '\n';
    }
    return 0;
}

int run(MandateShow const& command, Catalogue const& words, Date today, std::ostream& out,
        std::ostream& err) {
    auto const* mandate = shipped_mandates().find(command.id);
    if (!mandate) return unknown(command.id, words, err);
    if (command.json) {
        out << mandate_json(*mandate, today) << '\n';
        return 0;
    }
    Words const in{words, command.language};
    print_head(*mandate, in, today, out);
    if (!mandate->composition.empty()) out << '\n' << in("mandate.composition") << '\n';
    for (auto const& [tier, rules] : mandate->composition)
        print_rules(rules, in, out);
    if (!mandate->functions.empty())
        out << '\n'
            << in("mandate.functions",
                  {{"n", static_cast<std::int64_t>(mandate->functions.size())}})
            << '\n';
    for (auto const& function : mandate->functions)
        print_function(function, in, out);
    return 0;
}

int run(MandateCompare const& command, Catalogue const& words, std::ostream& out,
        std::ostream& err) {
    auto const& mandates = shipped_mandates();
    for (auto const* id : {&command.before, &command.after}) {
        auto const* mandate = mandates.find(*id);
        if (!mandate) return unknown(*id, words, err);
        if (mandate->known == Known::full) continue;
        Message const message{"mandate.compare_number_only", {{"title", mandate->title}}};
        err << words.say(message, Language::bn) << '\n' << words.say(message, Language::en) << '\n';
        return 1;
    }
    auto const* first = mandates.find(command.before);
    auto const* second = mandates.find(command.after);
    if (second->issued_on < first->issued_on) std::swap(first, second);
    auto const& before = *first;
    auto const& after = *second;
    auto const rows = mandates.compare(before, after);
    if (command.json) {
        out << comparison_json(rows, words) << '\n';
        return 0;
    }
    Words const in{words, command.language};
    out << in("mandate.compare_heading", {{"before", before.title}, {"after", after.title}})
        << "\n\n";
    for (auto const& row : rows) {
        out << in("mandate.compare_row", {{"label", row.label},
                                          {"before", numbers(row.before, in)},
                                          {"after", numbers(row.after, in)},
                                          {"state", std::string(in(label_of(row.state)))}})
            << '\n';
        for (auto const& note : row.notes)
            out << "    " << in(note) << '\n';
        for (auto const& fact : row.facts)
            out << "    " << in(fact) << '\n';
    }
    return 0;
}

} // namespace udb::app
