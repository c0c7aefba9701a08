// The periods of a fiscal year that are reported on: which quarters they hold, and when they end.
#pragma once

#include "bangla/calendar/fiscal_year.hpp"
#include "modules/plans/plan_terms.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace udb::plans {

/// Quarters from 1, first and last included.
struct QuarterSpan {
    unsigned first = 1;
    unsigned last = 4;
    bool holds(unsigned quarter) const { return quarter >= first && quarter <= last; }
};
QuarterSpan quarters_of(Period period);

bangla::Days days_of(int fiscal_year, Period period);

/// 0 to 4: how many quarters of the year are over on `today`.
unsigned quarters_over(int fiscal_year, Date today);

/// The quarter that is told by default: the one that ended last, the first before any did.
unsigned quarter_to_tell(int fiscal_year, Date today);

/// `q1` of quarter 1.
Period period_of(unsigned quarter);

/// The periods whose last day is `today` or earlier, in their order.
std::vector<Period> periods_over(int fiscal_year, Date today);

/// `1` to `4`, in either digits; nothing for anything else.
std::optional<unsigned> parse_quarter(std::string_view text);

} // namespace udb::plans
