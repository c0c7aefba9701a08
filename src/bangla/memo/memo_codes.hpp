// What the groups of a memo number are called, and whose codes they are.
#pragma once

#include "bangla/memo/memo.hpp"
#include "base/bilingual.hpp"

#include <optional>
#include <string_view>

namespace udb::bangla {

/// The name of a group: `মন্ত্রণালয়/বিভাগ`, `নথি খোলার সন` … An unknown key is a bug.
Bilingual group_name(std::string_view key);

/// The ministry or division of a first group (`04`), where `data/memo_codes.toml` knows it.
std::optional<BilingualText> ministry_name(std::string_view code);

} // namespace udb::bangla
