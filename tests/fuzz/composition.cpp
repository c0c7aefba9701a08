// A team's composition as JSON, judged by the rules of every tier, and the verdict in words.
#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "kernel/words.hpp"
#include "modules/teams/composition_file.hpp"

#include <boost/json.hpp>

namespace udb::embedded {
std::span<EmbeddedFile const> kernel();
std::span<EmbeddedFile const> teams();
} // namespace udb::embedded

namespace udb::fuzz {
namespace {

Catalogue const& words() {
    static Catalogue const all = [] {
        Catalogue made;
        made.add(embedded::kernel());
        made.add(embedded::teams());
        return made;
    }();
    return all;
}

void judge(Composition const& team) {
    auto const& mandate = *shipped_mandates().find("cabinet-2023");
    auto const seats = static_cast<int>(team.seats.size());
    for (auto const& [tier, rules] : mandate.composition) {
        auto const verdict = check(team, mandate, tier);
        ENSURE(verdict && !verdict->rules.empty(), "any team can be judged");
        for (auto const& rule : verdict->rules)
            for (auto const& seen : {rule.by, rule.could})
                for (auto const seat : seen)
                    ENSURE(1 <= seat && seat <= seats, "a rule names seats of the team");
        auto const said = teams::verdict_json(*verdict, words());
        ENSURE(boost::json::parse(said).is_object(), "a verdict is JSON");
    }
}

} // namespace

void composition(std::string_view bytes) {
    auto const team = teams::read_composition(bytes);
    if (team) return judge(*team);
    ENSURE(!team.error().fields.empty(), "a refusal has its reason");
    for (auto const& [field, message, besides] : team.error().fields)
        static_cast<void>(words().say(message));
}

} // namespace udb::fuzz
