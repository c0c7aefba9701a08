// What a provider answers, whole, in part and damaged (OpenID Connect Discovery §3, RFC 7517).
#include "modules/accounts/provider_answers.hpp"

#include <doctest/doctest.h>

using namespace udb::accounts;

TEST_CASE("a discovery is read, and how the secret goes to the provider") {
    auto const read = parse_discovery(R"({"issuer":"https://id.gov.bd","jwks_uri":"https://k",
        "authorization_endpoint":"https://a","token_endpoint":"https://t","userinfo_endpoint":7})");
    REQUIRE(read);
    CHECK(read->issuer == "https://id.gov.bd");
    CHECK(read->authorization == "https://a");
    CHECK(read->token == "https://t");
    CHECK(read->keys == "https://k");
    CHECK(read->user_info.empty());
    CHECK(read->basic);
    auto const basic = [](std::string const& methods) {
        return parse_discovery(R"({"token_endpoint_auth_methods_supported":)" + methods + "}")
            ->basic;
    };
    CHECK(basic(R"(["client_secret_post","client_secret_basic"])"));
    CHECK_FALSE(basic(R"(["client_secret_post"])"));
    CHECK_FALSE(basic("[1]"));
    CHECK(basic("\"none\""));
}

TEST_CASE("of the keys those that sign are taken, and not without end") {
    auto const read =
        parse_provider_keys(R"({"keys":[{"kid":"1","use":"sig"},{"use":"enc"},1,{"kty":"RSA"}]})");
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->front().id == "1");
    CHECK(read->back().id.empty());
    CHECK(read->back().json == R"({"kty":"RSA"})");
    std::string many = R"({"keys":[{})";
    for (std::size_t i = 0; i < 2 * provider_keys_max; ++i)
        many += ",{}";
    CHECK(parse_provider_keys(many + "]}")->size() == provider_keys_max);
    CHECK(parse_provider_keys(R"({"keys":[]})")->empty());
    CHECK_FALSE(parse_provider_keys(R"({"keys":{}})"));
}

TEST_CASE("a token is given, or there is none") {
    auto const given = parse_given_token(R"({"id_token":"a.b.c","access_token":"z"})");
    REQUIRE(given);
    CHECK(given->token == "a.b.c");
    CHECK(given->access == "z");
    CHECK(parse_given_token(R"({"id_token":"a.b.c"})")->access.empty());
    CHECK_FALSE(parse_given_token(R"({"access_token":"z"})"));
    CHECK_FALSE(parse_given_token(R"({"id_token":1})"));
    for (auto const* bad : {"", "[]", "null", "{", "\"a\""}) {
        CHECK_FALSE(parse_given_token(bad));
        CHECK_FALSE(parse_discovery(bad));
        CHECK_FALSE(parse_provider_keys(bad));
    }
}
