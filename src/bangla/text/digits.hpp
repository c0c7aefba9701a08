// Digits in both scripts: ০-৯ and 0-9.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace udb::bangla {

/// Every ASCII digit becomes a Bangla one; all else is kept.
std::string bangla_digits(std::string_view text);

/// Every Bangla digit becomes an ASCII one; all else is kept.
std::string ascii_digits(std::string_view text);

/// `2026` → `২০২৬`.
std::string bangla_number(std::int64_t number);

} // namespace udb::bangla
