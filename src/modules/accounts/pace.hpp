// How long somebody who gave a wrong password waits before the next try. Tries are counted for each
// account from each network, and for each browser that has signed in to the account before: whoever
// guesses from elsewhere keeps the owner out of nothing.
#pragma once

#include "base/date.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace udb::accounts {

/// Wrong tries in a row, and when the last was.
struct Tries {
    int wrong = 0;
    Instant last = {};
};

struct Pace {
    int free = 5; ///< wrong tries without a wait
    std::chrono::seconds first{30};
    std::chrono::seconds longest{std::chrono::minutes{15}};
    std::chrono::hours forgotten{24}; ///< after so much quiet all begins anew
};
inline constexpr Pace pace_of_passwords{};
inline constexpr Pace pace_of_codes{};
/// Codes of one account, from wherever they come: only who knows the password is asked for one.
inline constexpr Pace pace_of_all_codes{.free = 30};

/// How long until the next try may be made: none, then `first`, doubled with every wrong try after
/// the free ones, up to `longest`.
std::chrono::milliseconds wait_for(Pace const& pace, Tries const& tries, Instant now);

/// The tries with one more, counted before it is known to be wrong, so that a hundred at once are a
/// hundred.
Tries counted(Pace const& pace, Tries tries, Instant now);

/// What an address counts for: an IPv4 address alone, the first 64 bits of an IPv6 address (one
/// household or office is given so many). Anything else counts as it is written.
std::string network_of(std::string_view address);

} // namespace udb::accounts
