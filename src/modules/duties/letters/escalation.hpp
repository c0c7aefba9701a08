// When the head of office is told of what is late: dated rules, which are data
// (`data/escalation.toml`).
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace udb::duties {

struct EscalationRule {
    Date from = {};
    int days_late = 0; ///< told once a thing is so many days late, or more
    BilingualText basis = {};
};

/// In order of their days.
std::span<EscalationRule const> escalation_rules();

/// Every problem at once, with its path.
Result<std::vector<EscalationRule>> read_escalation_rules(std::string_view toml);

/// The one that holds on a day; null before the first.
EscalationRule const* rule_on(std::span<EscalationRule const> rules, Date day);

/// Whether a thing that is so late on a day is told to the head of office.
bool is_escalated(std::span<EscalationRule const> rules, std::int64_t days_late, Date day);

} // namespace udb::duties
