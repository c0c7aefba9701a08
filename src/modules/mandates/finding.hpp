// Collecting what the order reader doubts, each with its sentence in both languages.
#pragma once

#include "base/message.hpp"
#include "modules/mandates/order.hpp"

#include <string>
#include <vector>

namespace udb::mandates {

using Findings = std::vector<Finding>;

/// Beyond this many doubts a paper is read by a person anyway; the rest are left out.
inline constexpr std::size_t findings_max = 500;

/// Adds a finding whose sentence is `mandates.finding_<rule>` of this folder's words.
void doubt(Findings& findings, Severity severity, std::string where, Message const& message,
           std::string proposal = {});

/// Words of this folder, for a gap of another sentence.
BilingualText finding_words(std::string_view key);

/// `seats[2].unit`.
std::string path(std::string_view list, std::size_t index, std::string_view field = {});

/// `error` | `warning` | `note`.
std::string_view severity_name(Severity severity);

/// What only the whole order shows: dates that disagree, counts, gaps, names that differ, slips.
void examine_order(Order const& order, Findings& findings);

} // namespace udb::mandates
