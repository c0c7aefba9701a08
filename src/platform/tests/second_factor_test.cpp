// Codes of an authenticator app, QR codes and sealed values.
#include "platform/qr.hpp"
#include "platform/seal.hpp"
#include "platform/totp.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace std::chrono;

TEST_CASE("codes are those of RFC 6238, appendix B, in their last six digits") {
    std::string const secret = "12345678901234567890";
    struct Case {
        seconds at;
        std::string_view code;
    };
    for (auto const& c :
         {Case{59s, "287082"}, Case{1111111109s, "081804"}, Case{1111111111s, "050471"},
          Case{1234567890s, "005924"}, Case{2000000000s, "279037"}, Case{20000000000s, "353130"}}) {
        Instant const now{c.at};
        CHECK(totp_code(secret, now) == c.code);
        CHECK(totp_step(secret, c.code, now, 0) == c.at.count() / 30);
    }
}

TEST_CASE("a code is good once, and in the half minute before and after") {
    std::string const secret = totp_secret();
    Instant const now = sys_days{2026y / January / 26} + 4h;
    auto const step = duration_cast<seconds>(now.time_since_epoch()).count() / 30;
    auto const code = totp_code(secret, now);
    CHECK(totp_step(secret, code, now, 0) == step);
    CHECK(totp_step(secret, code, now, step - 1) == step);
    CHECK_FALSE(totp_step(secret, code, now, step));
    CHECK(totp_step(secret, code, now + 30s, 0) == step);
    CHECK(totp_step(secret, code, now - 30s, 0) == step);
    CHECK_FALSE(totp_step(secret, code, now + 60s, 0));
    CHECK_FALSE(totp_step(secret, code, now - 60s, 0));
    for (std::string const bad : {"", "12345", "1234567", "12a456", "      "})
        CHECK_FALSE(totp_step(secret, bad, now, 0));
    CHECK_FALSE(totp_step(totp_secret(), code, now, 0));
}

TEST_CASE("an app reads the secret from its text and its address") {
    CHECK(totp_text("12345678901234567890") == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    CHECK(totp_address("12345678901234567890", "উ", "anis")
          == "otpauth://totp/%E0%A6%89:anis?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
             "&issuer=%E0%A6%89");
    CHECK(totp_secret().size() == 20);
    CHECK(totp_secret() != totp_secret());
}

TEST_CASE("a QR code is a square with its three finders") {
    auto const code = qr_code("https://example.gov.bd/");
    CHECK(code.dark.size() == static_cast<std::size_t>(code.side * code.side));
    CHECK((code.side - 17) % 4 == 0);
    for (auto const& [row, column] : {std::pair{0, 0}, {0, code.side - 7}, {code.side - 7, 0}}) {
        CHECK(code.at(row, column));
        CHECK_FALSE(code.at(row + 1, column + 1));
        CHECK(code.at(row + 3, column + 3));
    }
    CHECK(qr_path(code).starts_with("M4 4h7v1h-7z"));
    CHECK(qr_code(std::string(2000, 'x')).side > code.side);
}

TEST_CASE("what is sealed opens with its key and purpose only, and not when a bit has changed") {
    auto const key = random_seal_key();
    auto sealed = seal(key, "গোপন", "totp:1");
    CHECK(unseal(key, sealed, "totp:1") == "গোপন");
    CHECK_FALSE(unseal(key, sealed, "totp:2"));
    CHECK_FALSE(unseal(random_seal_key(), sealed, "totp:1"));
    CHECK(seal(key, "গোপন", "totp:1") != sealed);
    sealed.back() ^= std::byte{1};
    CHECK_FALSE(unseal(key, sealed, "totp:1"));
    CHECK_FALSE(unseal(key, {}, "totp:1"));
    auto const text = seal_text(key, "x", "cookie");
    CHECK(unseal_text(key, text, "cookie") == "x");
    CHECK_FALSE(unseal_text(key, text + "A", "cookie"));
    CHECK_FALSE(unseal_text(key, "", "cookie"));
    CHECK_FALSE(unseal_text(key, "***", "cookie"));
}
