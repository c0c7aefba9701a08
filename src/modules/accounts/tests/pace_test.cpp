// Who waits how long after wrong tries, and what counts as one network; recovery codes.
#include "modules/accounts/pace.hpp"
#include "modules/accounts/recovery_code.hpp"

#include <array>
#include <doctest/doctest.h>
#include <vector>

using namespace udb;
using namespace udb::accounts;
using namespace std::chrono;

TEST_CASE("the wait after wrong tries grows from nothing to a quarter of an hour") {
    Instant const now = sys_days{2026y / January / 26} + 4h;
    struct Case {
        int wrong;
        milliseconds since, wait;
    };
    for (auto const& c : std::vector<Case>{
             {0, 0s, 0s},
             {4, 0s, 0s},
             {5, 0s, 30s},
             {5, 29s, 1s},
             {5, 30s, 0s},
             {6, 0s, 60s},
             {7, 0s, 120s},
             {8, 0s, 240s},
             {9, 0s, 480s},
             {10, 0s, 900s},
             {11, 0s, 900s},
             {1'000'000, 0s, 900s},
             {1'000'000, 24h, 0s},
             {5, -1h, 900s},
         }) {
        CAPTURE(c.wrong);
        CHECK(wait_for(pace_of_passwords, {c.wrong, now - c.since}, now) == c.wait);
    }
    CHECK(wait_for(pace_of_all_codes, {29, now}, now) == 0s);
    CHECK(wait_for(pace_of_all_codes, {30, now}, now) == 30s);
}

TEST_CASE("a try is counted, and a day of quiet forgets those before") {
    Instant const now = sys_days{2026y / January / 26} + 4h;
    CHECK(counted({}, {}, now).wrong == 1);
    CHECK(counted({}, {7, now - 23h}, now).wrong == 8);
    CHECK(counted({}, {7, now - 24h}, now).wrong == 1);
    CHECK(counted({}, {1'000'000, now}, now).wrong == 1'000'000);
    CHECK(counted({}, {7, now - 1h}, now).last == now);
}

TEST_CASE("an IPv4 address is a network of its own, of IPv6 the first 64 bits are") {
    struct Case {
        std::string_view address, network;
    };
    for (auto const& c :
         {Case{"192.0.2.1", "192.0.2.1"}, Case{"::ffff:192.0.2.1", "192.0.2.1"},
          Case{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
          Case{"2001:DB8:1:2::9", "2001:db8:1:2::/64"},
          Case{"2001:db8:1:3::9", "2001:db8:1:3::/64"}, Case{"::1", "::/64"}, Case{"", ""}})
        CHECK(network_of(c.address) == c.network);
}

TEST_CASE("a recovery code is read however it is typed, and nothing else is one") {
    std::array<std::byte, recovery_code_bytes> random{};
    CHECK(recovery_code(random) == "0000-0000-0000-0000");
    random.fill(std::byte{0xff});
    CHECK(recovery_code(random) == "zzzz-zzzz-zzzz-zzzz");
    random = {std::byte{0x01}, std::byte{0x23}, std::byte{0x45}, std::byte{0x67}, std::byte{0x89},
              std::byte{0xab}, std::byte{0xcd}, std::byte{0xef}, std::byte{0x10}, std::byte{0x32}};
    CHECK(recovery_code(random) == "04hm-asw9-nf6y-y41j");
    CHECK(recovery_code_of("04hm-asw9-nf6y-y41j") == "04hmasw9nf6yy41j");
    CHECK(recovery_code_of(" O4HM ASW9 NF6Y Y4lJ ") == "04hmasw9nf6yy41j");
    for (auto const* bad :
         {"", "04hm-asw9-nf6y-y41", "04hm-asw9-nf6y-y41j0", "০৪", "04hm_asw9_nf6y_y41j"})
        CHECK(recovery_code_of(bad).empty());
}
