// A team's composition as JSON, and the verdict on it: what `udbhabon team check` reads and prints.
#pragma once

#include "base/result.hpp"
#include "kernel/composition.hpp"
#include "kernel/words.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace udb::teams {

/// A larger file is refused; who reads one need read no more than one byte above.
inline constexpr std::size_t composition_bytes_max = 8UL * 1024 * 1024;
inline constexpr std::size_t composition_seats_max = 20'000;

/// Reads `{"formed_by":"secretary","seats":[{"role":"member","rank":"joint_secretary","unit":"…",
/// "capacities":["ict"]}]}`.
///
/// - `role` is needed; `formed_by`, `rank`, `unit`, `post` and `capacities` may be absent or null:
/// not
///   recorded. `"capacities":[]` is recorded as none.
/// - `rank` may be a list of alternatives. Ranks are an open list: one that the rules do not know
/// is
///   taken as `other`, unless it is a known one misspelt.
/// - Every problem is reported with its path, `seats[2].role` (from 0, as JSON counts), and what is
/// allowed.
Result<Composition> read_composition(std::string_view json);

/// `{"verdict":…,"rules":[{"id":…,"paragraph":…,"state":…,"by":[…],"bn":…,"en":…}]}` on one line.
std::string verdict_json(Verdict const& verdict, Catalogue const& words);

} // namespace udb::teams
