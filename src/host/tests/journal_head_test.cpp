// The head file: read back as written, signed, and refused when anything of it is changed.
#include "host/application.hpp"
#include "host/journal_head.hpp"
#include "platform/signing.hpp"
#include "support/databases.hpp"

#include <doctest/doctest.h>

using namespace udb;

namespace {

journal::HeadFile example() {
    return {.installation = std::string(32, 'a'),
            .at = Instant(std::chrono::milliseconds(1'769'400'000'123)),
            .heads = {{1, 12, sha256("one"), Instant(std::chrono::milliseconds(5))},
                      {3, 1, sha256("three"), Instant{}}}};
}

} // namespace

TEST_CASE("a head file is read as it was written, and its signature holds") {
    auto const keys = new_signing_keys();
    auto file = example();
    file.signature = signature_of(journal::signed_text(file), keys.secret).value();
    auto const read = journal::parse_head_file(journal::to_json(file));
    REQUIRE(read);
    CHECK(read->heads == file.heads);
    CHECK(read->at == file.at);
    CHECK(read->installation == file.installation);
    CHECK(is_signed(journal::signed_text(*read), read->signature, keys.open));
    CHECK(open_key_of(keys.secret) == keys.open);
}

TEST_CASE("a signature is for one text and by one key") {
    auto const keys = new_signing_keys();
    auto const others = new_signing_keys();
    auto const file = example();
    auto const signature = signature_of(journal::signed_text(file), keys.secret).value();
    CHECK(is_signed(journal::signed_text(file), signature, keys.open));
    CHECK_FALSE(is_signed(journal::signed_text(file), signature, others.open));
    auto changed = file;
    changed.heads[0].number = 11;
    CHECK_FALSE(is_signed(journal::signed_text(changed), signature, keys.open));
    changed = file;
    changed.heads.pop_back();
    CHECK_FALSE(is_signed(journal::signed_text(changed), signature, keys.open));
    for (auto const* bad : {"", "00", "not hexadecimal at all"}) {
        CHECK_FALSE(is_signed(journal::signed_text(file), bad, keys.open));
        CHECK_FALSE(is_signed(journal::signed_text(file), signature, bad));
        CHECK_FALSE(signature_of("x", bad));
        CHECK_FALSE(open_key_of(bad));
    }
}

TEST_CASE("what is no head file is refused") {
    auto const whole = journal::to_json(example());
    CHECK(journal::parse_head_file(whole));
    auto const without = [&](std::string const& part) {
        auto text = whole;
        auto const at = text.find(part);
        REQUIRE(at != std::string::npos);
        text.replace(at, part.size(), "x");
        return text;
    };
    for (auto const& text :
         {std::string(), std::string("{}"), std::string("[]"), whole.substr(0, whole.size() / 2),
          without("udbhabon"), without("\"strands\""), without(hex_of(sha256("one")).substr(5)),
          without(std::string(32, 'a')), without("1769400000123"), std::string(100'000, '[')}) {
        auto const read = journal::parse_head_file(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().message.key == "host.journal_head_bad");
    }
}

TEST_CASE("an installation keeps its number") {
    test::for_each_database(migrations_of({}), [](Database& database) {
        auto const first = journal::installation_of(database);
        CHECK(first.size() == 32);
        CHECK(journal::installation_of(database) == first);
    });
}
