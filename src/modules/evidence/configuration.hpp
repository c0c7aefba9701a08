// How this installation looks through files of evidence.
#pragma once

#include <string>

namespace udb::evidence {

struct Configuration {
    std::string clamd = {};     ///< where it listens; empty: nothing is looked through
    bool clamd_required = true; ///< no file while it does not answer
};

/// Before any request.
void configure(Configuration configuration);
Configuration const& configuration();

} // namespace udb::evidence
