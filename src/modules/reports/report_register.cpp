#include "modules/reports/report_register.hpp"

#include "modules/reports/policy.hpp"

#include <array>

namespace udb::reports {
namespace {

constexpr std::array fields{
    field<&ReportRow::title_bn>("title_bn", {"শিরোনাম", "Title"}, {.of_header = true}),
    field<&ReportRow::office>("office", {"দপ্তর", "Office"}, {.required = true, .show = in_list}),
    field<&ReportRow::year>("year", {"অর্থবছর", "Fiscal year"},
                            {.required = true, .show = in_list | in_filter}),
    field<&ReportRow::kind>("kind", {"ধরন", "Kind"}, {.required = true, .show = in_filter}),
    field<&ReportRow::stage>("stage", {"অবস্থা", "State"},
                             {.required = true, .show = in_list | in_filter, .of_header = true}),
};
static_assert(well_formed(fields));

} // namespace

constinit Register<ReportRow> const report_register{{
    .name = "reports",
    .kind = record_kind<Report>,
    .title = {"প্রতিবেদন", "Reports"},
    .one = {"প্রতিবেদন", "Report"},
    .fields = fields,
    .policy = policy,
    .sort = "-changed",
}};

} // namespace udb::reports
