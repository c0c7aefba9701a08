// What is said when a page cannot be given: by HTTP status, with the number to quote.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>

namespace udb::ui {

/// The title of a status ("পৃষ্ঠাটি পাওয়া যায়নি"); that of 500 for one without words of its own.
std::string error_page_title(Words const& words, int status);

/// The main part of the page. `incident` may be empty.
Html error_page(Words const& words, int status, std::string const& incident);

} // namespace udb::ui
