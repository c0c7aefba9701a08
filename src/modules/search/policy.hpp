// Everybody may search; what is found is asked of the policy of each kind.
#pragma once

#include "kernel/policy.hpp"

namespace udb::search_page {

inline constexpr Grant policy[] = {
    {Role::guest, Act::read, Reach::any},
};

} // namespace udb::search_page
