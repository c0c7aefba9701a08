// What a letter becomes in a key; shared by the sources of this folder.
#pragma once

namespace udb::bangla {

/// The letter that stands for `c` in a key; 0 for what a key leaves out, a space between words.
char32_t folded_letter(char32_t c);

} // namespace udb::bangla
