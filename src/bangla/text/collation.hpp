// The order of Bangla lists: অ before আ, ক before খ, শাখা ২ before শাখা ১০.
#pragma once

#include <string>
#include <string_view>

namespace udb::bangla {

/// Below, at or above zero as `a` comes before, with or after `b`; ICU's Bangla order, digits of
/// both scripts by their number. A strict weak order over any bytes; safe from any thread (a
/// callback for sqlite3_create_collation_v2 can call it as it is).
int compare(std::string_view a, std::string_view b);

struct BanglaOrder {
    bool operator()(std::string_view a, std::string_view b) const { return compare(a, b) < 0; }
};

/// The same order as plain text, to store in a column of any database: lower-case hexadecimal, at
/// most 1,024 characters (texts that differ only after some 150 letters may tie).
std::string sort_key(std::string_view text);

} // namespace udb::bangla
