// Where in a text a memo number begins and ends; shared by reading one and finding all.
#pragma once

#include "bangla/memo/memo.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace udb::bangla {

/// How the number stands: alone, as in a form field, where spaces about its signs are slips; or in
/// running text, where ` - ` parts it from what follows.
enum class MemoPlace { alone, in_text };

struct MemoSpan {
    std::size_t end = 0; ///< one past its last byte
    Memo memo = {};      ///< `raw` not set
};

/// A number in dotted groups whose first digit stands at `begin`; one that fits neither grammar is
/// opaque and needs five groups and twelve digits.
std::optional<MemoSpan> dotted_memo(std::string_view text, std::size_t begin, MemoPlace place);

/// An older number at `begin` (`সম/শা-৩/২০১০-৪৫`), as far as it goes.
std::optional<MemoSpan> opaque_memo(std::string_view text, std::size_t begin);

/// The end of `স্মারক নং:` and its like at `begin`, with the space after it; `begin` if there is
/// none.
std::size_t after_label(std::string_view text, std::size_t begin);

} // namespace udb::bangla
