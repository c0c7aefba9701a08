// An order by which offices are closed on days to come, or open on days that were holidays, beside
// the yearly list: শেষ মুহূর্তে ঘোষিত ছুটি.
#pragma once

#include "bangla/calendar/holidays.hpp"
#include "kernel/office.hpp"
#include "kernel/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct HolidayOrder {
    Id<Office> office = {}; ///< and all below it; zero: every office
    std::optional<Date> first_day = {};
    std::optional<Date> last_day = {}; ///< none: the first day alone
    bangla::HolidayKind kind = bangla::HolidayKind::executive_order;
    std::string name_bn = {}, name_en = {};
    std::string authority = {}; ///< that issued the order
    std::string memo = {};      ///< its number
    std::optional<Date> issued_on = {};
    std::string reason = {};

    /// The number in the digits of each language.
    BilingualText memo_said() const;
    Date last() const { return last_day ? *last_day : first_day.value(); }
};

/// General and executive holidays, and working days: what an order can declare.
template <>
std::span<Term<bangla::HolidayKind> const> terms<bangla::HolidayKind>();

template <>
inline constexpr std::string_view record_kind<HolidayOrder> = "holiday";

namespace holidays {

extern Register<HolidayOrder> const holiday_register;

/// An order as it was written down.
struct Declared {
    Id<HolidayOrder> id = {};
    HolidayOrder order = {};
    std::string office_path = {}; ///< empty: every office
    Date declared_on = {};        ///< the day we learned of it
    BilingualText by = {};        ///< who wrote it down

    bool reaches(std::string_view path) const { return path.starts_with(office_path); }
};

/// `listed` with what was declared, in that order: of one day the last word counts.
bangla::Holidays with_declared(bangla::Holidays listed, std::span<Declared const* const> declared);

} // namespace holidays
} // namespace udb
