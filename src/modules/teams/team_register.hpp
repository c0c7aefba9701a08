// A team as its register lists it: what stands in the table of teams and in the header.
#pragma once

#include "kernel/mandate_terms.hpp"
#include "kernel/register.hpp"
#include "modules/teams/team.hpp"

#include <string>

namespace udb {

namespace teams {

/// The stage of the header: `forming` until a composition is in force.
enum class Standing { forming, active };

/// The id of a mandate, chosen among those that the program knows.
struct MandateChoice {
    std::string id = {};
};

struct TeamRow {
    Id<Office> office = {};
    Tier tier = Tier::ministry;
    MandateChoice mandate = {};
    Standing stage = Standing::forming;
    std::string number = {};        ///< of the order that put the newest composition in force
    std::optional<Date> since = {}; ///< its first day; empty until there is one
    std::int64_t seats = 0;         ///< that it has
};

extern Register<TeamRow> const team_register;

} // namespace teams

template <>
std::span<Term<teams::Standing> const> terms<teams::Standing>();

template <>
struct Codec<teams::MandateChoice> {
    static constexpr Control control = Control::choice;
    static constexpr std::string_view sql_type = "text";
    static std::string write(teams::MandateChoice const& value) { return value.id; }
    static std::optional<Message> read(std::string_view text, Traits const&,
                                       teams::MandateChoice& out) {
        out.id = text;
        return {};
    }
    static std::vector<Option> options();
};

} // namespace udb
