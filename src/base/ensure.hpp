// ENSURE stops a bug where it is first seen, in every build. It is never reachable from input.
#pragma once

#include <stdexcept>
#include <string>

namespace udb {

/// A broken promise of our own code; caught only where failures are (web/, jobs, main).
struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

} // namespace udb

/// ENSURE(condition, "sentence"): throws Bug naming the place and the sentence.
#define ENSURE(condition, sentence)                                                                \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            throw ::udb::Bug(std::string(__FILE__ ":") + std::to_string(__LINE__) + ": "           \
                             + (sentence));                                                        \
    } while (false)
