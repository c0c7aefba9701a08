// The blocks of an official paper as plain HTML: for pasting into D-Nothi, and for the preview.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "web/html/html.hpp"

namespace udb::papers {

/// Semantic HTML and nothing else: no classes, no ids, no styles, so that an editor that takes it
/// in has nothing to clean away; a table says that it has lines, or it would be pasted without.
/// Every text is escaped; a line break inside a text is `<br>`.
Html paper_html(bangla::Paper const& paper);

/// The same for one block.
Html block_html(bangla::Block const& block);

} // namespace udb::papers
