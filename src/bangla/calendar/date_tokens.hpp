// A text as numbers, words, signs and spaces: what dates are made of.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace udb::bangla {

struct DateToken {
    enum class Kind { number, word, sign, space, line_end };

    Kind kind = Kind::sign;
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    unsigned digits = 0; ///< of a number: how many
    int value = 0;       ///< of a number of up to four digits
    char sign = 0; ///< of a sign: `.`, `,`, `:`, `/`, `-` (every dash), `(`, `)` or 0 for another
};

/// All of `text`, without gaps. Linear.
std::vector<DateToken> date_tokens(std::string_view text);

} // namespace udb::bangla
