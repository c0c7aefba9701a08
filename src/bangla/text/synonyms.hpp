// Words that official texts spell or say in more than one way, and the one that stands for all in
// keys.
#pragma once

#include <span>
#include <string_view>

namespace udb::bangla {

/// One meaning; the first form is the one kept. A form may have several words.
std::span<std::span<std::string_view const> const> synonyms();

} // namespace udb::bangla
