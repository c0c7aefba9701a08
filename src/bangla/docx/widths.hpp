// How wide a text will be, about: the word processor has the font, we have not.
#pragma once

#include <string_view>

namespace udb::bangla::docx {

/// The width of the text's widest line in em, rather more than less.
double width_em(std::string_view utf8);

} // namespace udb::bangla::docx
