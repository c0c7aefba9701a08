// Where the pages of a register are, and the way back to its list.
#pragma once

#include "host/module.hpp"
#include "web/html/html.hpp"

#include <string_view>

namespace udb {

/// The register's list; with `rest` (`/import`) what lies behind it.
Url address(Kept const& kept, std::string_view rest = {});
/// One record; with `rest` (`/correct`) what lies behind it.
Url address(Kept const& kept, Id<Record> id, std::string_view rest = {});

/// The breadcrumb from a page of the register that is asked to its list.
Html way_back(Call const& call);

} // namespace udb
