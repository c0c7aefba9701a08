// `order read`, as someone at a shell sees it.
#include "app/commands/order_read.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <doctest/doctest.h>
#include <sstream>

namespace udb::embedded {
std::span<EmbeddedFile const> mandates();
std::span<EmbeddedFile const> text();
} // namespace udb::embedded

using namespace udb;
using namespace udb::app;

namespace {

struct Said {
    int status;
    std::string out, err;
};

Said read(std::string const& file, bool json, std::string const& input = {}) {
    static Catalogue const words = [] {
        Catalogue made;
        made.add(embedded::mandates());
        made.add(embedded::text());
        return made;
    }();
    std::istringstream in(input);
    std::ostringstream out, err;
    int const status = run(OrderRead{file, json}, in, out, err, words);
    return {status, out.str(), err.str()};
}

std::string const clean = UDB_SOURCE_DIR "/src/modules/mandates/tests/papers/clean.txt";

/// A refusal says why in both languages, and prints nothing else.
void check_refused(Said const& said) {
    CHECK(said.status == 1);
    CHECK(said.out.empty());
    CHECK(std::ranges::count(said.err, '\n') == 2);
    CHECK(said.err.find("।") != std::string::npos);
    CHECK(said.err.find(".\n") != std::string::npos);
}

} // namespace

TEST_CASE("order read --json prints one object and nothing else") {
    auto const said = read(clean, true);
    CHECK(said.status == 0);
    CHECK(said.err.empty());
    auto const order = boost::json::parse(said.out);
    CHECK(order.at("kind") == "office_order");
    CHECK(order.at("seats").as_array().size() == 4);
    CHECK(order.at("findings").as_array().empty());
}

TEST_CASE("order read tells people what was read, in both languages") {
    auto const said = read(clean, false);
    CHECK(said.status == 0);
    for (auto const* part : {"অফিস আদেশ / Office order", "২২ অঙ্কের / 22 digits", "2026-01-26",
                             "রুবাইয়া সুলতানা, প্রোগ্রামার", "কোনো সন্দেহ নেই। / No doubts."})
        CHECK(said.out.find(part) != std::string::npos);
}

TEST_CASE("order read - takes standard input; doubts are no failure") {
    auto const said = read("-", true, "পরিপত্র\n\nসকলে জানুন।\n");
    CHECK(said.status == 0);
    auto const order = boost::json::parse(said.out);
    CHECK(order.at("memo").is_null());
    REQUIRE_FALSE(order.at("findings").as_array().empty());
    auto const& first = order.at("findings").at(0);
    for (auto const* key : {"severity", "where", "bn", "en"})
        CHECK_FALSE(first.at(key).as_string().empty());
}

TEST_CASE("order read refuses what is no paper, in both languages, with status 1") {
    check_refused(read("-", true, ""));
    check_refused(read("-", true, "%PDF-1.4\n%\xE2\xE3\n"));
    check_refused(read("-", true, std::string(3 * 1024 * 1024, 'a')));
    check_refused(read("-", true, "hello, world"));
    check_refused(read(clean + ".none", true));
    check_refused(read(UDB_SOURCE_DIR "/src", true));
}

TEST_CASE("order read without a file shows how it is used, with status 2") {
    auto const said = read("", true);
    CHECK(said.status == 2);
    CHECK(said.err.find("order read") != std::string::npos);
}
