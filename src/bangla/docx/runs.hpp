// Texts as the runs of a paragraph (WordprocessingML), and lengths as it counts them.
#pragma once

#include <string>
#include <string_view>

namespace udb::bangla::docx {

/// Clean and escaped, line breaks and soft hyphens as elements; empty when there is nothing to see.
std::string run_of(std::string_view utf8, bool bold = false);

/// To the next tab stop.
inline constexpr std::string_view tab_run = "<w:r><w:tab/></w:r>";

/// Twentieths of a point.
std::string twips(double points);

} // namespace udb::bangla::docx
