// What the module keeps while the program runs: how it is configured, and who tries too often.
#pragma once

#include "modules/accounts/accounts.hpp"
#include "web/http/rate_limit.hpp"

#include <span>
#include <string>
#include <string_view>

namespace udb::accounts {

Configuration& configuration();

/// "২৬ জানুয়ারি ২০২৬, ১০:০৫", in Bangladesh.
std::string moment(Words const& words, Instant at);

/// The OIDC provider of the configuration; null where there is none.
Provider* provider();

/// Wrong tries from one network, whatever the account: fifty at once and then one each six seconds
/// (an office is often behind one address). Browsers that are known to the account are not asked.
web::RateLimit& tries_of_network();

/// Letters asked for from one network by those who have forgotten a password: ten, and one more
/// every three minutes.
web::RateLimit& letters_of_network();

/// The cookie of a sign-in that waits for its code.
inline constexpr std::string_view begun_cookie = "sign-in";

/// An account of the demo: its post there, and the password everybody knows.
struct DemoAccount {
    std::string_view username;
    Bilingual who;            ///< "সদস্য-সচিব, শ্রম ও কর্মসংস্থান মন্ত্রণালয়"
    std::string_view post_bn; ///< of its officer; empty: an account of its own
    std::string_view unit_bn;
    std::string_view office_bn;
    std::string_view role; ///< granted besides, in that office; empty: only what the post brings
};
std::span<DemoAccount const> demo_accounts();
inline constexpr std::string_view demo_password = "udbhabon-demo";

} // namespace udb::accounts
