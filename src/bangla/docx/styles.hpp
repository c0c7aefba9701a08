// The look of the paper as the styles of a word processor: an officer changes one, and all follow.
#pragma once

#include "bangla/pdf/page_design.hpp"

#include <string>

namespace udb::bangla::docx {

/// What stands in `w:styles`. Where word processors have a style of their own for a thing, it is
/// that one.
std::string styles_of(pdf::PageSize const& size);

} // namespace udb::bangla::docx
