#include "modules/duties/letters/letter.hpp"

#include <array>

namespace udb {

template <>
std::span<Term<duties::Often> const> terms<duties::Often>() {
    using duties::Often;
    static constexpr std::array rows{
        Term<Often>{Often::weekly, "weekly", {"প্রতি সপ্তাহে", "Every week"}},
        Term<Often>{Often::never, "never", {"কখনো নয়", "Never"}},
    };
    return rows;
}

namespace duties {

Date week_of(Date day) {
    std::chrono::weekday const weekday{day};
    return day - (weekday - std::chrono::Sunday);
}

bool is_letter_due(Often often, std::optional<Date> last, Instant now) {
    constexpr std::chrono::hours morning{7};
    if (often == Often::never) return false;
    // The day as it is in Bangladesh, which begins for letters at seven.
    auto const day = day_of(now - morning);
    return !last || *last < week_of(day);
}

} // namespace duties
} // namespace udb
