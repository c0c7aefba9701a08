// Until when a plan's progress and assessments are due, as dated data with their source
// (`data/plan_dates.toml`). Late is said with its days; nothing is barred.
#pragma once

#include "bangla/calendar/working_days.hpp"
#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "kernel/term.hpp"
#include "modules/plans/plan_terms.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace udb::plans {

/// What is due: a period's progress, the office's own assessment, that of the office above.
enum class Task { progress, self, higher };

struct DatedRule {
    Task task = Task::progress;
    Period period = Period::q1;
    int from = 0; ///< the first fiscal year, by its 1 July, for which it holds
    unsigned month = 1, day = 1;
    int year = 0; ///< calendar years after the one in which the fiscal year begins
    BilingualText source = {};
};

std::span<DatedRule const> dated_rules();

/// Every problem at once, with its path.
Result<std::vector<DatedRule>> read_dated_rules(std::string_view toml);

struct Due {
    Date on = {};
    BilingualText source = {};
};
/// Nothing where no rule tells.
std::optional<Due> due_of(std::span<DatedRule const> rules, Task task, Period period,
                          int fiscal_year);
std::optional<Due> due_of(Task task, Period period, int fiscal_year);

/// How many days after `due` it was done, or is `today` where it is not; 0 in time: until the next
/// day on which offices are open, where a calendar is given (General Clauses Act 1897, s. 10).
int days_late(Date due, std::optional<Date> done, Date today,
              bangla::WorkingCalendar const& calendar = {});

} // namespace udb::plans

namespace udb {
template <>
std::span<Term<plans::Task> const> terms<plans::Task>();
} // namespace udb
