// The page that searches everything a person may see.
#pragma once

#include "host/call.hpp"

namespace udb::search_page {

/// `/search?q=শ্রম&kind=team&after=20`
Result<web::Response> show_search(Call& call);

} // namespace udb::search_page
