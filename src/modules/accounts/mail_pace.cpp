#include "modules/accounts/mail_pace.hpp"

#include <array>

namespace udb::accounts {

std::optional<std::chrono::seconds> next_mail_try(int tries, Patience patience) {
    using namespace std::chrono;
    static constexpr std::array<seconds, 10> waits{30s, 2min, 10min, 30min, 1h,
                                                   4h,  12h,  18h,   24h,   36h};
    static constexpr int of_a_day = 7;
    if (tries < 1) return 0s;
    if (tries > (patience == Patience::a_day ? of_a_day : static_cast<int>(waits.size())))
        return {};
    return waits.at(static_cast<std::size_t>(tries) - 1);
}

} // namespace udb::accounts
