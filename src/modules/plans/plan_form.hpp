// The forms of an area, an activity and an indicator: read with every problem at once, and written
// back as they are.
#pragma once

#include "base/result.hpp"
#include "kernel/form_values.hpp"
#include "modules/plans/plan.hpp"

namespace udb::plans {

using udb::value_of; // of a form; beside that of a day

inline constexpr int name_chars_max = 500;

/// `title_bn`, which is needed, and `title_en`.
Result<BilingualText> parse_title(FormValues const& form);
Result<AreaFacts> parse_area(FormValues const& form);
Result<ActivityFacts> parse_activity(FormValues const& form);
/// Values are read in the unit that the same form chooses.
Result<IndicatorFacts> parse_indicator(FormValues const& form);

FormValues form_of(BilingualText const& title);
FormValues form_of(AreaFacts const& area, Language language);
FormValues form_of(ActivityFacts const& activity);
/// Numbers and days in the digits of the language.
FormValues form_of(IndicatorFacts const& indicator, Language language);

/// `band_100` to `band_60`.
std::string band_field(std::size_t band);

} // namespace udb::plans
