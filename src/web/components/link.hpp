// A link in running text or standing alone.
#pragma once

#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>

namespace udb::ui {

struct Link {
    std::string text;       ///< says where it leads, by itself
    Url href;               ///< where it leads
    std::string about = {}; ///< read to screen readers behind the text: "(৪ নম্বর আসন)"
    bool download = false;  ///< a file, not a page
};

Html link(Link const& link);

} // namespace udb::ui
