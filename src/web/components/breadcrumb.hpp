// Where this page stands: the way back up.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct Crumb {
    std::string label;
    Url href;
};

/// From the top to the parent; the page itself is not among them, its heading says it.
Html breadcrumb(Words const& words, std::vector<Crumb> const& crumbs);

} // namespace udb::ui
