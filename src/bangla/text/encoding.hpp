// What the bytes of an upload are, before anyone reads them as text.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace udb::bangla {

enum class Encoding {
    utf8,
    utf16,                 ///< with a byte order mark, or plainly so without
    windows_1252_or_bijoy, ///< one byte a letter: SutonnyMJ (Bijoy ANSI) or another legacy code
                           ///< page
    pdf,                   ///< whatever its name says
    binary,                ///< a picture, a word processor's file, an archive …
    empty,                 ///< nothing, or only white space
};

struct Examined {
    Encoding encoding = Encoding::empty;
    /// Where the first byte stands that is no UTF-8, in a text that otherwise is.
    std::optional<std::size_t> damaged_at = {};
    /// Letters of SutonnyMJ were recognised, be it in legacy bytes or copied into UTF-8.
    bool bijoy = false;
};

/// Looks at all bytes once.
Examined examine(std::string_view bytes);

/// Why `bytes` cannot be taken as text (`text.empty`, `text.pdf`, `text.bijoy` …), if so. UTF-16
/// can.
std::optional<Message> problem(Examined const& examined);

/// The text as UTF-8 without a byte order mark, UTF-16 converted; or `problem` as a refusal.
Result<std::string> text_of(std::string_view bytes);

/// Every byte is part of a well-formed UTF-8 sequence.
bool valid_utf8(std::string_view bytes);

} // namespace udb::bangla
