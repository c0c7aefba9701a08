// What the bytes of an upload are: looked at, whatever its name claims.
#pragma once

#include "base/bilingual.hpp"

#include <span>
#include <string_view>

namespace udb {

struct MediaType {
    std::string_view name;   ///< `application/pdf`
    std::string_view ending; ///< `.pdf`
    Bilingual label;
};

/// The kinds of files that may be kept with a record.
std::span<MediaType const> media_types();

/// The kind that `bytes` are, by libmagic; of plain text, `name` and `claimed` say whether it is
/// CSV. Null for any other kind, and for an office document with macros.
MediaType const* media_type_of(std::string_view bytes, std::string_view name,
                               std::string_view claimed);

/// False where name or claim says another of our kinds than the bytes are.
bool agrees(MediaType const& type, std::string_view name, std::string_view claimed);

} // namespace udb
