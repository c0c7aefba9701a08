// The offices of a directory put in order: names mended, each under its parent, parents first.
#pragma once

#include "modules/doptor/mending.hpp"
#include "modules/doptor/report.hpp"
#include "modules/offices/office.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace udb::doptor {

/// A ministry or an office of the directory by its number.
struct Key {
    Kind kind = Kind::office;
    std::int64_t id = 0;

    auto operator<=>(Key const&) const = default;
};

/// An office to take. Its `office.parent` is not set: `parent` says which one it is.
struct Planned {
    Key key = {};
    std::optional<Key> also = {}; ///< the ministry that this office stands for
    std::optional<Key> parent = {};
    udb::Office office = {};
    Line line = {}; ///< with its notes
    int depth = 0;  ///< how many of the offices to take are above it
};

struct Arranged {
    std::vector<Planned> offices = {}; ///< parents before what is under them
    std::vector<Line> refused = {};
};

/// `known` is what earlier imports took: a parent may be among it. Refused are test rows, rows
/// without a name or in letters of a font, and rows whose parent is themselves, in a circle, not
/// taken, or unknown where the ministry is unknown too.
Arranged arranged(Directory const& directory, std::set<Key> const& known);

/// The level of an office by the level of its layer, else by the layer's name; `layer` is null
/// where the files do not have it.
Level level_of(Entry const& office, Entry const* layer);

} // namespace udb::doptor
