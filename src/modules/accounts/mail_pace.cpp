#include "modules/accounts/mail_pace.hpp"

#include <array>

namespace udb::accounts {

std::optional<std::chrono::seconds> next_mail_try(int tries) {
    using namespace std::chrono;
    static constexpr std::array<seconds, 7> waits{30s, 2min, 10min, 30min, 1h, 4h, 12h};
    if (tries < 1) return 0s;
    if (tries > static_cast<int>(waits.size())) return {};
    return waits.at(static_cast<std::size_t>(tries) - 1);
}

} // namespace udb::accounts
