// A day, and a moment. Nothing here reads the clock: `platform/clock.hpp` alone does.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

/// A day of the Gregorian calendar, as an office in Bangladesh (UTC+6) lives it.
using Date = std::chrono::sys_days;

/// A moment: milliseconds since 1970-01-01 UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// `2026-01-26`.
std::string iso(Date date);

/// Reads `2026-01-26`; nothing else, and no day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

/// `2026-01-26T10:15:00.000+06:00`, Bangladesh standard time.
std::string iso(Instant instant);

/// The day it is in Bangladesh (UTC+6, no summer time) at `instant`.
Date day_of(Instant instant);

} // namespace udb
