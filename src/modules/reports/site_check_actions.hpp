// The address of a report on the office's own site: whether it is alive, its title, its hash.
#pragma once

#include "modules/reports/reports.hpp"

#include <filesystem>

namespace udb::reports {

struct Configuration {
    bool local_sites = false; ///< sites of this machine and of the office's network are asked too
    std::filesystem::path certificates = {}; ///< PEM; empty: those of the machine
};
/// Before any request.
void configure(Configuration configuration);

/// Asks the address now. Invalid at `address`: none, no web address, or one with a name and
/// password in it. No answer is an answer: `status` is 0 then.
Result<SiteCheck> check_site(std::string_view address, Instant now);

/// What stands between `<title>` and `</title>`, its marks read, in one line; empty where nothing
/// does. Bytes that are not UTF-8 become U+FFFD.
std::string title_in(std::string_view html);

} // namespace udb::reports
