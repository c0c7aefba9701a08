// Letters as a reader sees them: ক্ষ, স্ত্রী and ক are one each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla {

/// How many letters a reader sees; limits of fields count these.
std::size_t grapheme_count(std::string_view text);

/// The letters one by one, as views into `text`.
std::vector<std::string_view> graphemes(std::string_view text);

/// At most `letters_max` letters, the last of them `…` when something was cut.
std::string truncated(std::string_view text, std::size_t letters_max);

} // namespace udb::bangla
