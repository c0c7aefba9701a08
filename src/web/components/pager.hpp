// From page to page of a long list.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <cstdint>

namespace udb::ui {

struct Pager {
    std::int64_t page = 1;  ///< from 1
    std::int64_t pages = 1; ///< how many there are
    Url href;               ///< the list with its search, without `page`
};

/// Nothing when there is one page.
Html pager(Words const& words, Pager const& pager);

/// A list whose pages have no numbers: only the way on and back.
struct Turns {
    Url previous = {}; ///< empty on the first page
    Url next = {};     ///< empty on the last
    Url first = {};    ///< the way to the beginning, where there is a previous page
};
Html turns(Words const& words, Turns const& turns);

} // namespace udb::ui
