#include "modules/plans/plan_register.hpp"

#include "modules/plans/plan_template.hpp"
#include "modules/plans/policy.hpp"

#include <array>

namespace udb {

std::optional<Message> Codec<plans::FormChoice>::read(std::string_view text, Traits const&,
                                                      plans::FormChoice& out) {
    out = {std::string(text)};
    if (text.empty() || plans::plan_template(text)) return {};
    return Message{"field.not_a_choice"};
}

std::vector<Option> Codec<plans::FormChoice>::options() {
    std::vector<Option> all;
    for (auto const& form : plans::plan_templates())
        all.push_back({form.id, {form.title.bn, form.title.en}});
    return all;
}

namespace plans {
namespace {

constexpr std::array plan_fields{
    field<&PlanRow::title_bn>("title_bn", {"শিরোনাম", "Title"}, {.of_header = true}),
    field<&PlanRow::office>("office", {"দপ্তর", "Office"}, {.required = true, .show = in_list}),
    field<&PlanRow::year>("year", {"অর্থবছর", "Fiscal year"},
                          {.required = true, .show = in_list | in_filter}),
    field<&PlanRow::form>("form", {"ধরন", "Form"}, {.required = true, .show = in_filter}),
    field<&PlanRow::stage>("stage", {"অবস্থা", "State"},
                           {.required = true, .show = in_list | in_filter, .of_header = true}),
};
static_assert(well_formed(plan_fields));

constexpr std::array indicator_fields{
    field<&IndicatorRow::title_bn>("title_bn", {"কর্মসম্পাদন সূচক", "Performance indicator"},
                                   {.of_header = true}),
    field<&IndicatorRow::plan>("plan", {"কর্মপরিকল্পনা", "Plan"},
                               {.required = true, .show = in_list}),
    field<&IndicatorRow::unit>("unit", {"একক", "Unit"},
                               {.required = true, .show = in_list | in_filter}),
    field<&IndicatorRow::weight>("weight", {"মান", "Weight"}, {.show = in_list}),
    field<&IndicatorRow::responsible>("responsible", {"দায়িত্বপ্রাপ্ত পদ", "Responsible post"},
                                      {.show = in_list}),
    field<&IndicatorRow::stage>("stage", {"অবস্থা", "State"},
                                {.required = true, .show = in_filter, .of_header = true}),
};
static_assert(well_formed(indicator_fields));

} // namespace

constinit Register<PlanRow> const plan_register{{
    .name = "plans",
    .kind = record_kind<Plan>,
    .title = {"কর্মপরিকল্পনা", "Work plans"},
    .one = {"কর্মপরিকল্পনা", "Work plan"},
    .fields = plan_fields,
    .policy = policy,
    .sort = "-changed",
}};

constinit Register<IndicatorRow> const indicator_register{{
    .name = "indicators",
    .kind = record_kind<Indicator>,
    .title = {"কর্মসম্পাদন সূচক", "Performance indicators"},
    .one = {"কর্মসম্পাদন সূচক", "Performance indicator"},
    .fields = indicator_fields,
    .policy = policy,
    .sort = "-changed",
}};

} // namespace plans
} // namespace udb
