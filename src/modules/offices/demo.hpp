// The demo's offices, and what the chapters of other modules need to find in them.
#pragma once

#include "host/work.hpp"
#include "modules/offices/office.hpp"

#include <optional>
#include <string_view>

namespace udb::offices {

/// The chapter: offices and posts. Nothing where offices are known already.
Done tell_demo(Work& work);

/// The same unit of work with the right to do everything; `teller` must live as long.
Work as_teller(Work const& work, Actor& teller);

/// A post by the Bangla names of its office, its title and its unit (empty: none).
std::optional<Id<Post>> post_named(Db& db, std::string_view office, std::string_view title,
                                   std::string_view unit);

} // namespace udb::offices
