// The top of a page, and its sections.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::ui {

struct PageHeading {
    std::string title;          ///< the h1
    std::string above = {};     ///< a small line over it: the kind, the office
    Html status = {};           ///< status(…) beside it
    std::string lead = {};      ///< one sentence under it
    Html actions = {};          ///< button_group(…), at the right on wide screens
    std::string_view lang = {}; ///< of the title, where it is another than the page's: `lang_of`
};
Html page_heading(PageHeading const& heading);

/// A part of a page: heading and body, and a place to link to.
struct Section {
    std::string id;    ///< ASCII; `#members` leads here
    std::string title; ///< the h2
    Html body;
    Html actions = {}; ///< a link or a small button at the right of the heading
};
Html section(Section const& section);

/// The list of sections of a long page: instead of tabs, which hide things and do not print.
Html contents(Words const& words, std::vector<Section> const& sections);

} // namespace udb::ui
