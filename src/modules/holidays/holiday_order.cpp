#include "modules/holidays/holiday_order.hpp"

#include "bangla/text/digits.hpp"
#include "modules/holidays/policy.hpp"

#include <array>

namespace udb {
namespace {

using bangla::HolidayKind;

constexpr std::array kinds{
    Term<HolidayKind>{HolidayKind::executive_order,
                      "executive_order",
                      {"নির্বাহী আদেশে সরকারি ছুটি", "Holiday by executive order"}},
    Term<HolidayKind>{HolidayKind::general, "general", {"সাধারণ ছুটি", "General holiday"}},
    Term<HolidayKind>{HolidayKind::working,
                      "working",
                      {"কর্মদিবস (ছুটি বাতিল)", "Working day: the holiday is off"}},
};

constexpr std::array fields{
    field<&HolidayOrder::office>(
        "office", {"যে দপ্তর ও তার অধীন সব দপ্তরের জন্য", "For the office and all offices below it"},
        {.show = in_list,
         .hint = {"সব দপ্তরের জন্য হলে ফাঁকা রাখুন", "Empty: for every office"},
         .fixed = true}),
    field<&HolidayOrder::first_day>("first_day", {"যে দিন থেকে", "From"},
                                    {.required = true, .show = in_list | in_sort, .fixed = true}),
    field<&HolidayOrder::last_day>(
        "last_day", {"যে দিন পর্যন্ত", "Until"},
        {.show = in_list, .hint = {"এক দিনের হলে ফাঁকা রাখুন", "Empty: one day"}, .fixed = true}),
    field<&HolidayOrder::kind>("kind", {"ধরন", "Kind"},
                               {.required = true, .show = in_list | in_filter, .fixed = true}),
    field<&HolidayOrder::name_bn>("name_bn", {"ছুটির নাম (বাংলা)", "Name in Bangla"},
                                  {.required = true}),
    field<&HolidayOrder::name_en>("name_en", {"ছুটির নাম (ইংরেজি)", "Name in English"}),
    field<&HolidayOrder::authority>("authority", {"আদেশ জারিকারী কর্তৃপক্ষ", "Authority of the order"},
                                    {.required = true}),
    field<&HolidayOrder::memo>("memo", {"আদেশের স্মারক নম্বর", "Number of the order"},
                               {.required = true, .code = true}),
    field<&HolidayOrder::issued_on>("issued_on", {"আদেশের তারিখ", "Date of the order"},
                                    {.required = true}),
    field<&HolidayOrder::reason>("reason", {"কারণ", "Reason"},
                                 {.required = true, .max_chars = 1000, .many_lines = true}),
};
static_assert(well_formed(fields));

/// No order closes offices for longer at once; a longer run is a slip of the year.
constexpr std::chrono::days run_max{31};

std::vector<FieldError> check(HolidayOrder const& order) {
    if (!order.first_day || !order.last_day) return {};
    if (*order.last_day < *order.first_day)
        return {{"last_day", {"holidays.ends_before_it_begins"}, {"first_day"}}};
    if (*order.last_day - *order.first_day >= run_max)
        return {{"last_day", {"holidays.too_long", {{"most", run_max.count()}}}, {"first_day"}}};
    return {};
}

} // namespace

template <>
std::span<Term<HolidayKind> const> terms<HolidayKind>() {
    return kinds;
}

BilingualText HolidayOrder::memo_said() const {
    return {bangla::bangla_digits(memo), bangla::ascii_digits(memo)};
}

namespace holidays {

bangla::Holidays with_declared(bangla::Holidays listed, std::span<Declared const* const> declared) {
    for (auto const* d : declared)
        for (auto day = d->order.first_day.value(); day <= d->order.last();
             day += std::chrono::days{1})
            listed.declare({.date = day,
                            .name = {d->order.name_bn, d->order.name_en},
                            .kind = d->order.kind,
                            .source = d->order.memo,
                            .declared = bangla::Declaration{.authority = d->order.authority,
                                                            .memo = d->order.memo_said(),
                                                            .issued_on = d->order.issued_on.value(),
                                                            .declared_on = d->declared_on,
                                                            .by = d->by}});
    return listed;
}

constinit Register<HolidayOrder> const holiday_register{{
    .name = "holidays",
    .kind = record_kind<HolidayOrder>,
    .title = {"ঘোষিত ছুটি", "Holidays declared"},
    .one = {"ঘোষিত ছুটি", "Holiday declared"},
    .fields = fields,
    .policy = policy,
    .sort = "-first_day",
    .check = check,
    .naming = [](HolidayOrder const& o) { return Naming{{o.name_bn, o.name_en}, o.memo}; },
}};

} // namespace holidays
} // namespace udb
