// Names, passwords and browsers, as people write and know them.
#include "modules/accounts/account.hpp"

#include <doctest/doctest.h>

using namespace udb::accounts;

TEST_CASE("a user name is 3 to 40 small letters, digits and signs, a letter first") {
    for (auto const* good : {"anis", " Anis ", "a-1", "a.b_c", "abc"})
        CHECK_MESSAGE(static_cast<bool>(parse_username(good)), good);
    for (auto const* bad : {"", "an", "1anis", "a nis", "আনিস", "-anis", "a@b"})
        CHECK_MESSAGE(!static_cast<bool>(parse_username(bad)), bad);
    CHECK(static_cast<bool>(parse_username(std::string(40, 'a'))));
    CHECK_FALSE(static_cast<bool>(parse_username(std::string(41, 'a'))));
    CHECK(*parse_username(" Anis ") == "anis");
}

TEST_CASE("a user name is made of an address, and is one that may be") {
    struct Case {
        std::string_view address;
        int number;
        std::string_view name;
    };
    for (auto const& c :
         {Case{"Anis.Rahman@mole.gov.bd", 1, "anis.rahman"},
          Case{"Anis.Rahman@mole.gov.bd", 2, "anis.rahman2"}, Case{"a@b.bd", 1, "usera"},
          Case{"123@b.bd", 1, "user"}, Case{"a+b!c@b.bd", 1, "abc"}}) {
        CHECK(username_for(c.address, c.number) == c.name);
        CHECK(static_cast<bool>(parse_username(c.name)));
    }
    CHECK(static_cast<bool>(parse_username(username_for(std::string(64, 'x') + "@b.bd", 9999))));
}

TEST_CASE("a password has ten letters as its writer counts them, and not the user's name") {
    CHECK(static_cast<bool>(parse_password("ten-letter", "anis")));
    CHECK_FALSE(static_cast<bool>(parse_password("nine-char", "anis")));
    // Ten Bangla letters with their signs; nine of them, though of more bytes, are too few.
    CHECK(static_cast<bool>(parse_password("কিকিকিকিকিকিকিকিকিকি", "anis")));
    CHECK_FALSE(static_cast<bool>(parse_password("কিকিকিকিকিকিকিকিকি", "anis")));
    CHECK_FALSE(static_cast<bool>(parse_password("my-ANIS-word", "anis")));
    CHECK(static_cast<bool>(parse_password("my-ANIS-word", "bela")));
    CHECK_FALSE(static_cast<bool>(parse_password(std::string(1025, 'x'), "anis")));
}

TEST_CASE("a browser is told as people call it") {
    struct Case {
        std::string_view agent, name;
    };
    for (auto const& c :
         {Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
               "Chrome/120.0.0.0 Safari/537.36",
               "Chrome, Windows"},
          Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
               "Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
               "Edge, Windows"},
          Case{"Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
               "Firefox, Linux"},
          Case{"Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) "
               "Chrome/120.0.0.0 Mobile Safari/537.36",
               "Chrome, Android"},
          Case{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 "
               "(KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
               "Safari, iPhone"},
          Case{"curl/8.1 something", "curl/8.1"}, Case{"", ""}})
        CHECK(browser_of(c.agent) == c.name);
}
