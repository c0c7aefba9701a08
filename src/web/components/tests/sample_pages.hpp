// Pages like those of the product, made of components alone: for snapshots and for the browser.
#pragma once

#include "kernel/words.hpp"
#include "web/html/page.hpp"

#include <string>
#include <vector>

namespace udb::samples {

struct SamplePage {
    std::string name; ///< of the file, "team"
    std::string html; ///< the whole document
};

/// Assets are addressed as `assets/NAME` under `base`.
std::vector<SamplePage> all(Catalogue const& catalogue, std::string const& base);

/// One of them, with an address for the assets that never changes.
std::string gallery(Catalogue const& catalogue, Language language);

} // namespace udb::samples
