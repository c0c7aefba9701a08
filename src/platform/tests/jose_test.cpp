// Signed tokens of RFC 7515's appendix A, and those that only look like them.
#include "platform/digest.hpp"
#include "platform/http_client.hpp"
#include "platform/jose.hpp"

#include <doctest/doctest.h>

using namespace udb;

namespace {

// RFC 7515, appendix A.3: ES256.
std::string const key =
    R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
std::string const head = "eyJhbGciOiJFUzI1NiJ9";
std::string const body = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvb"
                         "S9pc19yb290Ijp0cnVlfQ";
std::string const mark = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTU"
                         "JqPP3-Kg6NU1Q";

} // namespace

TEST_CASE("a token is believed with its key, and not when one letter of it has changed") {
    auto const token = head + "." + body + "." + mark;
    auto const payload = verified_payload(token, key);
    REQUIRE(payload.has_value());
    CHECK(payload->find("\"iss\":\"joe\"") != std::string::npos);
    CHECK(token_header(token)->algorithm == "ES256");
    CHECK(token_header(token)->key.empty());

    auto forged = body;
    forged[10] = forged[10] == 'A' ? 'B' : 'A';
    CHECK_FALSE(verified_payload(head + "." + forged + "." + mark, key));
    // {"alg":"none"} and {"alg":"HS256"}
    CHECK_FALSE(verified_payload("eyJhbGciOiJub25lIn0." + body + ".", key));
    CHECK_FALSE(verified_payload("eyJhbGciOiJIUzI1NiJ9." + body + "." + mark, key));
    CHECK_FALSE(verified_payload("eyJhbGciOiJSUzI1NiJ9." + body + "." + mark, key));
    auto other = key;
    other.replace(other.find("f83O"), 4, "f83P");
    CHECK_FALSE(verified_payload(token, other));
    // What is not base64url, where libcjose itself would end the program.
    CHECK_FALSE(token_header("eyJhbGciOiJIUzI2NiIsImtpZ=I6IjEifQ." + body + "." + mark));
    CHECK_FALSE(verified_payload(head + "." + body + "." + mark + "==", key));
    for (std::string const wrong : {"f8=3", "f", "f8 3", "f8\u09953"}) {
        other = key;
        other.replace(other.find("f83O"), 4, wrong);
        CHECK_FALSE(verified_payload(token, other));
        CHECK_FALSE(verified_payload(token, R"({"kty":"RSA","e":"AQAB","n":")" + wrong + "\"}"));
    }
    CHECK_FALSE(verified_payload(token, R"({"kty":"oct","k":"f83="})"));
    for (std::string const bad : {"", "a", "a.b", "a.b.c", "....", "{}"}) {
        CHECK_FALSE(verified_payload(bad, key));
        CHECK_FALSE(verified_payload(token, bad));
        CHECK_FALSE(token_header(bad));
    }
    CHECK_FALSE(verified_payload(std::string(70'000, 'a'), key));
}

TEST_CASE("others are asked by TLS, or on this machine") {
    for (auto const* good : {"https://id.example.gov.bd/x", "http://127.0.0.1:9000/x",
                             "http://localhost/x", "http://[::1]:8"})
        CHECK(may_ask_http(good));
    for (auto const* bad :
         {"", "https://", "http://id.example.gov.bd", "http://127.0.0.1.example.bd/",
          "http://localhost@x.bd/", "file:///etc/passwd", "ftp://x"})
        CHECK_FALSE(may_ask_http(bad));
    CHECK(ask_http({.url = "file:///etc/hostname"}).status == 0);
    CHECK(ask_http({.url = "http://127.0.0.1:1/"}).status == 0);
}

TEST_CASE("forms and challenges are written as RFC 6749 and RFC 7636 ask") {
    CHECK(form_encoded({{"a", "1 2"}, {"b", "উ&="}}) == "a=1%202&b=%E0%A6%89%26%3D");
    // RFC 7636, appendix B.
    CHECK(sha256_base64url("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
          == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}
