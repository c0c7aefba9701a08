// Writes a Paper as an Office Open XML document (ECMA-376), for an officer who goes on editing it.
#pragma once

#include "bangla/pdf/paper.hpp"

#include <string>

namespace udb::bangla {

/// The bytes of the DOCX file: the texts and the look of the typesetter's PDF, in the styles,
/// tables and fields of a word processor, so that its lines and pages are the word processor's own.
/// The letters are Nikosh, which the reader's machine has or replaces; no fonts are in the file.
/// Page numbers are a field, for which the format has no Bangla digits: they are `2`, not `২`.
/// Any paper can be written, however odd; the same paper gives the same bytes. Throws
/// std::bad_alloc, nothing else.
std::string docx_of(Paper const& paper);

} // namespace udb::bangla
