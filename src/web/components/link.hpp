// A link in running text or standing alone.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <string_view>

namespace udb::ui {

struct Link {
    std::string text;           ///< says where it leads, by itself
    Url href;                   ///< where it leads
    std::string about = {};     ///< read to screen readers behind the text: "(৪ নম্বর আসন)"
    bool download = false;      ///< a file, not a page
    std::string_view lang = {}; ///< of the text, where it is another than the page's: `lang_of`
};

/// `bn` for a text in Bangla on an English page, such as a title that has no English: a screen
/// reader then reads it as Bangla. Nothing where the page's own language holds.
std::string_view lang_of(Words const& words, std::string_view text);

Html link(Link const& link);

} // namespace udb::ui
