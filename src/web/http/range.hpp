// Which part of a file a client asks for, to go on where a line was cut (RFC 9110 §14).
#pragma once

#include <cstdint>
#include <string_view>

namespace udb::web {

struct AskedRange {
    enum class Kind {
        whole,   ///< nothing readable was asked, or several parts: all of it is right
        part,    ///< `size` bytes from `from`
        nowhere, ///< behind the end
    };
    Kind kind = Kind::whole;
    std::uint64_t from = 0;
    std::uint64_t size = 0;
};

/// Reads a Range header about a file of `size` bytes.
AskedRange parse_range(std::string_view header, std::uint64_t size);

} // namespace udb::web
