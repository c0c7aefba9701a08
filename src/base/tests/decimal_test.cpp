#include "base/decimal.hpp"

#include <doctest/doctest.h>

using namespace udb;

TEST_CASE("A number is read as it is written, in either script") {
    struct Case {
        char const* text;
        std::int64_t units;
    };
    for (auto const& c :
         {Case{"0", 0}, Case{"29.95", 299'500}, Case{"২৯.৯৫", 299'500}, Case{"-3", -30'000},
          Case{"−৩", -30'000}, Case{"1,20,000.5", 1'200'005'000}, Case{"১,২০,০০০", 1'200'000'000},
          Case{"0.0001", 1}, Case{"30.00000", 300'000},
          Case{"1.20000000000000000000000000", 12'000}, Case{"007", 70'000},
          Case{"1000000000000", Decimal::most}}) {
        CAPTURE(c.text);
        auto const read = parse_decimal(c.text);
        REQUIRE(read);
        CHECK(read->units == c.units);
    }
}

TEST_CASE("What is no such number is not read") {
    for (auto const* text : {"",
                             "-",
                             ".",
                             ".5",
                             "5.",
                             "1,",
                             ",1",
                             "1,,2",
                             "1.2.3",
                             "1.00001",
                             "1e3",
                             "29,95x",
                             " 1",
                             "1 ",
                             "--1",
                             "+1",
                             "১।৫",
                             "1000000000000.0001",
                             "99999999999999999999999999",
                             "৳৫",
                             "\xE0\xA7",
                             "1.,5",
                             "1.5,0",
                             "nan"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_decimal(text));
    }
}

TEST_CASE("A number is written with the decimals it has, and reads back") {
    for (auto const* text : {"0", "29.95", "-0.5", "30", "0.0001", "-1000000000000", "120000.5"}) {
        auto const read = parse_decimal(text);
        REQUIRE(read);
        CHECK(to_string(*read) == text);
    }
}

TEST_CASE("Fewer decimals are rounded half away from zero") {
    struct Case {
        char const* text;
        int decimals;
        char const* written;
    };
    for (auto const& c :
         {Case{"5.64", 2, "5.64"}, Case{"5.6449", 2, "5.64"}, Case{"5.645", 2, "5.65"},
          Case{"-5.645", 2, "-5.65"}, Case{"-0.004", 2, "0.00"}, Case{"9.9999", 2, "10.00"},
          Case{"7", 2, "7.00"}, Case{"0.5", 0, "1"}, Case{"-0.5", 0, "-1"}, Case{"0.4999", 0, "0"},
          Case{"1.05", 4, "1.0500"}}) {
        CAPTURE(c.text);
        CHECK(to_string(*parse_decimal(c.text), c.decimals) == c.written);
    }
}
