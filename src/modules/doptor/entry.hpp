// One row of the national office directory (Doptor), of whatever kind, as its JSON has it.
#pragma once

#include "base/bilingual.hpp"
#include "kernel/term.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace udb::doptor {

enum class Kind { ministry, layer, division, district, upazila, office, unit, designation };

/// Numbers are Doptor's own; zero where the row has none.
struct Entry {
    Kind kind = Kind::office;
    std::int64_t id = 0;
    std::string file = {};
    std::int64_t row = 0; ///< from 1, within its file
    BilingualText name = {};
    std::string code = {}; ///< of memo numbers; of places the BBS code
    std::string website = {};
    std::int64_t ministry = 0;
    std::int64_t layer = 0;
    /// Of an office, a unit or a layer the one above it; of a district its division; of an upazila
    /// its district.
    std::int64_t parent = 0;
    std::int64_t office = 0; ///< of units and designations
    std::int64_t unit = 0;   ///< of designations
    int level = 0;           ///< of an office's layer: 1 ministry … 6 upazila; 0: not told
    bool is_head = false;    ///< the designation heads its office
    bool implied = false;    ///< a ministry or unit that only another row names
    BilingualText layer_name = {};
};

/// All rows of some files. An id comes once in a kind: what a second row adds is in the first.
struct Directory {
    std::vector<Entry> entries = {};
    std::vector<Entry> nameless = {}; ///< rows without an id
};

} // namespace udb::doptor

namespace udb {
template <>
std::span<Term<doptor::Kind> const> terms<doptor::Kind>();
}
