// An officer as a record.
#pragma once

#include "base/id.hpp"
#include "kernel/office.hpp"
#include "kernel/register.hpp"
#include "modules/offices/office.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace udb {

/// C23 §3, (ক)–(চ): what the authority may consider when it names leader and members. Recorded,
/// never asked for by a rule.
enum class Quality { trained, keen, leads, team_player, technical, helpful };

struct Officer {
    std::string name_bn = {};
    std::string name_en = {};
    std::string service_id = {}; ///< as the service writes it; may be empty
    Id<Office> office = {};      ///< where the person sits: the office of the regular post
    std::string phone = {};
    std::string email = {};
    /// Empty optional: not recorded. An empty list: recorded as none.
    std::optional<std::vector<Quality>> qualities = {};

    BilingualText name() const { return {name_bn, name_en}; }
};

template <>
std::span<Term<Quality> const> terms<Quality>();

/// Official mail goes to government addresses (L26 fn 13): whether this is one.
bool is_government_email(std::string_view email);

namespace people {

extern Register<Officer> const officer_register;

} // namespace people
} // namespace udb
