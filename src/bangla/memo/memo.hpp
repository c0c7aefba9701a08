// Memo numbers (স্মারক নম্বর): which paper is meant, and what each group of digits says.
#pragma once

#include "base/bilingual.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla {

enum class MemoScheme {
    /// Secretariat Instructions 2014:
    /// ministry(2).agency(2).place(4).section(3).subject(2).file(3).year(2)
    digits_18,
    /// Secretariat Instructions 2024:
    /// ministry(2).agency(2).place(4).subordinate(3).section(3).subject(2)
    /// .file(4).year(2)
    digits_22,
};
/// 18 or 22.
int digits(MemoScheme scheme);

/// One group of the number.
struct MemoGroup {
    std::string_view key; ///< `ministry agency place subordinate section subject file year`, static
    std::string digits;   ///< ASCII, with its zeros: `04`

    bool operator==(MemoGroup const&) const = default;
};

/// `/১(৫৮০)`: the first distribution of this number, 580 copies.
struct MemoCopy {
    std::int64_t no = 0;
    std::optional<std::int64_t> count = {};

    bool operator==(MemoCopy const&) const = default;
};

struct Memo {
    std::string raw = {}; ///< as written, without the label before it and white space around it
    std::optional<MemoScheme> scheme = {}; ///< none: an older or other number, kept as it is
    std::vector<MemoGroup> groups = {};    ///< in order; empty without a scheme
    std::string issue = {};                ///< ASCII digits; empty when the number ends at its year
    std::optional<MemoCopy> copy = {};

    /// The digits of a group, or nothing.
    std::string_view group(std::string_view key) const;
    /// `2017`: the year the file was opened, which is not the year of issue.
    std::optional<int> file_year() const;
};

/// Reads a memo number, with or without `স্মারক নং:` before it. Never refuses: what follows no known
/// grammar is opaque, with `raw` alone (and `copy` where a `/১(২০)` ends it).
Memo parse_memo(std::string_view text);

/// The number in its official form: dots between groups, `-৭৭` (18 digits) or `.৫` (22), `/১(২০)`;
/// `raw` for an opaque one. English gives ASCII digits.
std::string written(Memo const& memo, Language language);

/// Without its copy suffix; two memos with the same base name the same paper. ASCII digits.
std::string base_of(Memo const& memo);

struct FoundMemo {
    std::size_t begin = 0; ///< bytes from the start of the text; the label is not part of it
    std::size_t end = 0;   ///< one past the last byte
    Memo memo;
    bool labelled = false; ///< `নম্বর`, `নং`, `স্মারক` … stands before it
};

/// Everything in a text that is written as a memo number, in order: dotted groups of digits
/// anywhere, and older forms (`সম/শা-৩/২০১০-৪৫`) where a label announces them. Linear.
std::vector<FoundMemo> find_memos(std::string_view text);

} // namespace udb::bangla
