// Which tokens of a provider are ours, now (OpenID Connect Core §3.1.3.7).
#include "modules/accounts/id_token.hpp"

#include <doctest/doctest.h>
#include <functional>
#include <vector>

using namespace udb;
using namespace udb::accounts;
using namespace std::chrono;

TEST_CASE("a token is refused for the first claim that is not as it must be") {
    Instant const now = sys_days{2026y / January / 26} + 4h;
    auto const t = duration_cast<seconds>(now.time_since_epoch()).count();
    IdTokenExpected const expected{"https://id.gov.bd", "udbhabon", "n1"};
    IdToken const good{.issuer = "https://id.gov.bd",
                       .subject = "17",
                       .audience = {"udbhabon"},
                       .expires = t + 300,
                       .issued = t,
                       .nonce = "n1"};
    struct Case {
        std::string_view why;
        std::function<void(IdToken&)> change;
    };
    for (auto const& c : std::vector<Case>{
             {"", [](IdToken&) {}},
             {"iss", [](IdToken& i) { i.issuer += '/'; }},
             {"iss", [](IdToken& i) { i.issuer.clear(); }},
             {"aud", [](IdToken& i) { i.audience = {"another"}; }},
             {"aud", [](IdToken& i) { i.audience.clear(); }},
             {"azp", [](IdToken& i) { i.audience = {"udbhabon", "another"}; }},
             {"azp", [](IdToken& i) { i.authorized_party = "another"; }},
             {"", [](IdToken& i) { i.authorized_party = "udbhabon"; }},
             {"",
              [](IdToken& i) {
                  i.audience = {"another", "udbhabon"};
                  i.authorized_party = "udbhabon";
              }},
             {"exp", [&](IdToken& i) { i.expires = t - 60; }},
             {"", [&](IdToken& i) { i.expires = t - 59; }},
             {"exp", [](IdToken& i) { i.expires.reset(); }},
             {"iat", [&](IdToken& i) { i.issued = t + 61; }},
             {"", [&](IdToken& i) { i.issued = t + 60; }},
             {"iat", [](IdToken& i) { i.issued.reset(); }},
             {"nbf", [&](IdToken& i) { i.not_before = t + 61; }},
             {"", [&](IdToken& i) { i.not_before = t + 60; }},
             {"nonce", [](IdToken& i) { i.nonce = "n2"; }},
             {"nonce", [](IdToken& i) { i.nonce.clear(); }},
             {"sub", [](IdToken& i) { i.subject.clear(); }},
             {"sub", [](IdToken& i) { i.subject = std::string(256, 'x'); }},
         }) {
        auto token = good;
        c.change(token);
        CHECK(refused_claim(token, expected, now) == c.why);
    }
    auto token = good;
    token.nonce.clear();
    CHECK(refused_claim(token, {expected.issuer, expected.client, ""}, now) == "nonce");
}

TEST_CASE("a payload is read with one audience or several, and not with claims of another kind") {
    auto const one =
        parse_id_token(R"({"iss":"i","sub":"s","aud":"a","exp":10,"iat":9.7,"nonce":"n",)"
                       R"("email":"a@b.bd","email_verified":true,"other":[1]})");
    REQUIRE(one.has_value());
    CHECK(one->audience == std::vector<std::string>{"a"});
    CHECK(one->expires == 10);
    CHECK(one->issued == 9);
    CHECK(one->email_verified);
    CHECK(parse_id_token(R"({"aud":["a","b"]})")->audience.size() == 2);
    CHECK(parse_id_token(R"({"email_verified":"true"})")->email_verified);
    CHECK_FALSE(parse_id_token(R"({"email_verified":1})")->email_verified);
    CHECK_FALSE(parse_id_token("{}")->email_verified);
    for (auto const* bad :
         {"", "[]", "null", "{", R"({"iss":1})", R"({"aud":[1]})", R"({"aud":{}})",
          R"({"exp":"10"})", R"({"exp":1e300})", R"({"sub":["x"]})"})
        CHECK_FALSE(parse_id_token(bad));
}
