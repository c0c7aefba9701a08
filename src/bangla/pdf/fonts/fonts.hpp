// The fonts that the program carries: Noto (SIL Open Font Licence), as Debian ships them.
#pragma once

#include "bangla/pdf/typesetter.hpp"

namespace udb::bangla {

/// Noto Serif Bengali with Noto Serif, mathematical and other signs: for orders and letters.
Fonts serif_fonts();

/// Noto Sans Bengali with Noto Sans and the same signs: for reports and wide tables.
Fonts sans_fonts();

} // namespace udb::bangla
