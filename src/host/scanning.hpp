// Every file that somebody brings is looked through by clamd, where one is set up, before it is
// kept.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace udb {

struct Scanning {
    std::string clamd = {};     ///< where it listens; empty: nothing is looked through
    bool clamd_required = true; ///< no file while it does not answer
};

/// Once, before any request.
void configure_scanning(Scanning scanning);
Scanning const& scanning();

/// Whether clamd looked through the bytes and found nothing: false where it did not answer and need
/// not; true where none is set up. Invalid at `file`: `host.virus_found` {virus},
/// `host.not_scanned`. Never asked within a transaction: clamd may take a minute.
Result<bool> looked_through(std::string_view bytes);

} // namespace udb
