#include "app/commands/team_check.hpp"

#include "app/commands/input.hpp"
#include "bangla/text/digits.hpp"
#include "kernel/composition.hpp"
#include "modules/teams/composition_file.hpp"

#include <iostream>
#include <optional>

namespace udb::app {
namespace {

void print(Verdict const& verdict, Mandate const& mandate, Words const& words, std::ostream& out) {
    out << words("composition.verdict_" + std::string(id_of(verdict.state))) << '\n'
        << words("composition.checked_against", {{"mandate", mandate.title},
                                                 {"memo", mandate.memo},
                                                 {"date", mandate.issued_on},
                                                 {"tier", BilingualText(label_of(verdict.tier))}})
        << '\n'
        << words("composition.rules_version", {{"digest", verdict.digest}}) << "\n\n";
    for (auto const& rule : verdict.rules) {
        auto const name = rule.id.starts_with("quota.") ? std::string("quota") : rule.id;
        out << words("composition.rule_" + name) << " ("
            << words("composition.paragraph",
                     {{"paragraph",
                       BilingualText(bangla::bangla_digits(rule.paragraph), rule.paragraph)}})
            << "): " << words(label_of(rule.state)) << '\n';
        for (auto const& message : rule.says)
            out << "  " << words(message) << '\n';
    }
}

} // namespace

int run(TeamCheck const& command, Catalogue const& words, std::ostream& out, std::ostream& err) {
    auto const& mandates = shipped_mandates();
    auto const* mandate = mandates.find(command.mandate);
    if (!mandate) {
        std::string known;
        for (auto const& one : mandates.all())
            known += (known.empty() ? "" : ", ") + one.id;
        return refuse_file(err, words,
                           invalid("--mandate", {"mandate.unknown_id",
                                                 {{"id", command.mandate}, {"known", known}}}));
    }
    auto const tier = term_with_id<Tier>(command.tier);
    if (!tier)
        return refuse_file(
            err, words,
            invalid("--tier", {"teams.file_choice",
                               {{"given", command.tier}, {"allowed", allowed_ids<Tier>()}}}));
    auto const text = read_input(command.file, std::cin, teams::composition_bytes_max);
    if (!text)
        return refuse_file(err, words,
                           refused({"teams.file_unreadable", {{"file", command.file}}}));
    auto const team = teams::read_composition(*text);
    if (!team) return refuse_file(err, words, team.error());
    auto const verdict = check(*team, *mandate, *tier);
    if (!verdict) return refuse_file(err, words, verdict.error());
    if (command.json)
        out << teams::verdict_json(*verdict, words) << '\n';
    else
        print(*verdict, *mandate, Words{words, command.language}, out);
    return verdict->state == RuleState::met ? 0 : 1;
}

} // namespace udb::app
