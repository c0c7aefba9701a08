// Reading SQL just enough to leave its quotes and comments alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace udb::store {

/// The length of the quoted text or comment that `sql` (not empty) begins with; 0 if it begins with
/// none.
std::size_t opaque_length(std::string_view sql);

} // namespace udb::store
