// What the verbs of reports begin and end with.
#pragma once

#include "modules/reports/report_actions.hpp"

namespace udb::reports {

/// The report that was read, where `act` is allowed and nobody saved it since.
Result<ReportRecord> loaded(Work& work, Header const& read, Act act);

/// Saves header and row, and leaves the event.
Done saved(Work& work, ReportRecord& report, std::string_view event, Details details = {});

/// `year`, `kind` and then `more`.
Details about(ReportRecord const& report, Details more = {});

/// `report.<what>`, which counts for C23 §4(5) and L26 §2(5), of an annual report;
/// `report.period_<what>` of another.
std::string counted_event(ReportRecord const& report, std::string_view what);

} // namespace udb::reports
