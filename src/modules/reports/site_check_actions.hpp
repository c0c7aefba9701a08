// The address of a report on the office's own site: whether it is alive, its title, its hash.
#pragma once

#include "modules/reports/reports.hpp"
#include "platform/clock.hpp"

#include <filesystem>
#include <functional>

namespace udb::reports {

struct Configuration {
    bool local_sites = false; ///< sites of this machine and of the office's network are asked too
    std::filesystem::path certificates = {}; ///< PEM; empty: those of the machine
};
/// Before any request.
void configure(Configuration configuration);

/// Looks once a day at every address that a published report has, one after the other; `stopped`
/// ends it early. The history tells when an address that was alive is not, and when it is again.
/// Gives how many were looked at.
int look_at_sites(Database& database, Catalogue const& words, Clock const& clock,
                  std::function<bool()> const& stopped);

/// Asks the address now. Invalid at `address`: none, no web address, or one with a name and
/// password in it. No answer is an answer: `status` is 0 then.
Result<SiteCheck> check_site(std::string_view address, Instant now,
                             std::function<bool()> const& stopped = {});

/// What stands between `<title>` and `</title>`, its marks read, in one line; empty where nothing
/// does. Bytes that are not UTF-8 become U+FFFD.
std::string title_in(std::string_view html);

} // namespace udb::reports
