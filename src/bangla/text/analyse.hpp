// A text as the words under which it is found, each with its place in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla {

/// One word of a text: its key, and the bytes [begin, end) of the original text that it stands for,
/// always whole letters as a reader sees them. Several tokens may share one place; none begins
/// before the one in front of it.
struct Token {
    std::string key;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// The word's own stem, beside the one that stands for it. A text is found under it too; a
    /// query leaves it out.
    bool beside = false;

    bool operator==(Token const&) const = default;
};

/// Folded, stemmed, spellings and synonyms of official texts brought together; digits in ASCII. A
/// memo number, an e-mail address or a date gives a token for each of its parts. Words that carry
/// nothing (ও, এবং, এর, of, the …) are left out. A key holds only letters, marks and digits in
/// UTF-8, lower case, is never empty, and has at most `token_bytes_max` bytes. A query goes through
/// the same function. Linear; any bytes.
std::vector<Token> analysed(std::string_view text);

inline constexpr std::size_t token_bytes_max = 120;

} // namespace udb::bangla
