// What a letter and a word become in a key; shared by the sources of this folder.
#pragma once

#include <string>
#include <string_view>

namespace udb::bangla {

/// The letter that stands for `c` in a key; 0 for what a key leaves out, a space between words.
char32_t folded_letter(char32_t c);

/// The same as `folded`, quicker where one word is given as most are written.
std::string folded_word(std::string_view word);

} // namespace udb::bangla
