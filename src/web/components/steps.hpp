// How far a piece of work has come: draft, approved, issued.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace udb::ui {

struct Steps {
    std::vector<std::string> names; ///< in order
    std::size_t current = 0;        ///< from 0; `names.size()` when all are done
};

Html steps(Words const& words, Steps const& steps);

/// A part of a whole, in words and as a bar: "১২টির মধ্যে ৮টি".
struct Progress {
    std::string label;
    std::int64_t done = 0;
    std::int64_t of = 0;
};
Html progress(Words const& words, Progress const& progress);

} // namespace udb::ui
