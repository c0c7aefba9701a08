// The fiscal year of Bangladesh, 1 July to 30 June, and its quarters.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace udb::bangla {

/// A closed range of days.
struct Days {
    Date first;
    Date last;

    bool contains(Date date) const { return date >= first && date <= last; }
    bool operator==(Days const&) const = default;
};

/// Named by the year it begins in: 2025 is ২০২৫-২৬.
struct FiscalYear {
    int start = 0;

    auto operator<=>(FiscalYear const&) const = default;
};

FiscalYear fiscal_year(Date date);
Days days_of(FiscalYear year);

/// Quarter 1 is July to September, 4 April to June.
unsigned fiscal_quarter(Date date);
Days days_of(FiscalYear year, unsigned quarter);

/// `২০২৫-২৬` or `2025-26`.
std::string name(FiscalYear year, Language language);

/// Reads `২০২৫-২৬`, `2025-2026`, `২০২৫–২৬`; nothing where the second year does not follow the
/// first.
std::optional<FiscalYear> parse_fiscal_year(std::string_view text);

} // namespace udb::bangla
