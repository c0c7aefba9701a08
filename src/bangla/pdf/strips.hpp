// A paper cut into strips: what stands side by side and is never torn between two pages.
#pragma once

#include "bangla/pdf/bitmap.hpp"
#include "bangla/pdf/lines.hpp"
#include "bangla/pdf/tree.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace udb::bangla::pdf {

constexpr std::uint32_t no_table = 0xFFFFFFFF;

/// One line of text in a strip. All measures in points, from the strip's top left, downwards.
struct Fragment {
    Line line;
    Type type;
    double x;
    double baseline;
    ElementNo element;
};

/// A filled rectangle; points, from the strip's top left, downwards.
struct Box {
    double x, y, width, height;
};

/// A picture; points, from the strip's top left, downwards.
struct Image {
    std::size_t bitmap; ///< in the galley
    double x, y, width, height;
    ElementNo element;
};

struct Strip {
    double before = 0; ///< room above, not kept at the top of a page
    double height = 0;
    bool keep_with_next = false;
    bool new_page = false;  ///< begins a page
    bool continues = false; ///< goes on with a text (or a table's row) begun in the strip above
    bool torn = false;      ///< a line of a row that is torn: its cells are still read one by one
    bool underline = false; ///< a thin rule under the text
    std::uint32_t table = no_table;
    std::vector<Fragment> fragments = {};
    /// A table's lines: the verticals of this strip, and whether it closes above and below.
    std::vector<double> verticals = {};
    bool rule_above = false;
    bool rule_below = false;
    /// Where those rules are left out because a cell goes on: from, to.
    std::vector<std::pair<double, double>> open_above = {}, open_below = {};
    /// Between two dates: from, to, and how far down; nothing when to is 0.
    double rule_from = 0, rule_to = 0, rule_y = 0;
    std::vector<Box> boxes = {};
    std::vector<Image> images = {};
};

/// The rows that come again on each page a table reaches.
struct RepeatedHead {
    std::vector<Strip> strips;
    double height = 0;
};

struct Bookmark {
    std::string title;
    int level;
    std::size_t strip;
};

/// A line of the contents, whose page is not known until all strips have theirs.
struct Entry {
    std::size_t strip;    ///< its last one, where the number stands
    std::size_t bookmark; ///< to which it leads
    ElementNo element;
};

/// What a paper comes to before it is divided into pages.
struct Galley {
    std::vector<Strip> strips;
    std::vector<RepeatedHead> heads; ///< by table
    std::vector<Bookmark> bookmarks;
    std::vector<Entry> entries;
    std::vector<Bitmap> bitmaps;
    Tree tree;
};

} // namespace udb::bangla::pdf
