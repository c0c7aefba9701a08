// What a refusal was, in a word, for tables of cases.
#pragma once

#include "base/result.hpp"

#include <string>

namespace udb::test {

/// Empty for what was done; `field:key` of the first field, the key, or the kind of the refusal.
inline std::string kind_of(Done const& done) {
    if (done) return "";
    auto const& error = done.error();
    switch (error.kind) {
    case Error::Kind::forbidden: return "forbidden";
    case Error::Kind::conflict: return "conflict";
    case Error::Kind::not_found: return "not_found";
    case Error::Kind::refused: return error.message.key;
    case Error::Kind::invalid: break;
    }
    return error.fields.empty() ? error.message.key
                                : error.fields[0].field + ":" + error.fields[0].message.key;
}

} // namespace udb::test
