// What the bytes of an upload are; its name, the first line, proves nothing.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "host/media_type.hpp"

#include <algorithm>
#include <string>

namespace udb::fuzz {

void media(std::string_view bytes) {
    auto const line = std::min(bytes.find('\n'), bytes.size());
    auto const name = bytes.substr(0, line);
    auto const rest = bytes.substr(std::min(line + 1, bytes.size()));
    for (auto const& claimed : media_types()) {
        auto const* const type = media_type_of(rest, name, claimed.name);
        if (!type) continue;
        static_cast<void>(agrees(*type, name, claimed.name));
        ENSURE(!type->name.starts_with("text/") || rest.find('\0') == std::string_view::npos,
               "a text has no NUL");
        ENSURE(type->ending != ".docx" || rest.find("vbaProject.bin") == std::string_view::npos,
               "a document has no macros");
    }
}

} // namespace udb::fuzz
