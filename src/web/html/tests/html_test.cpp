// Markup is a type: what is text cannot become markup, and what is an address is a safe one.
#include "base/ensure.hpp"
#include "base/id.hpp"
#include "web/html/tags.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <vector>

using namespace udb;

namespace {

template <class T>
constexpr bool can_be_child = requires(T const& value) { html::p(value); };

struct Team {};

} // namespace

TEST_CASE("text is escaped, inside an element and inside an attribute") {
    CHECK(html::p("<b>\"রহিম\" & 'করিম'</b>").view()
          == "<p>&lt;b&gt;&quot;রহিম&quot; &amp; &#39;করিম&#39;&lt;/b&gt;</p>");
    CHECK(html::div({.id = "\"><script>"}, "").view()
          == "<div id=\"&quot;&gt;&lt;script&gt;\"></div>");
}

TEST_CASE("Html is taken as it is, once") {
    auto const inner = html::strong("ক");
    CHECK(html::p(inner, " ", inner).view() == "<p><strong>ক</strong> <strong>ক</strong></p>");
    CHECK(html::ul(std::vector{html::li("১"), html::li("২")}).view()
          == "<ul><li>১</li><li>২</li></ul>");
}

TEST_CASE("a value that may be missing does not compile") {
    CHECK(can_be_child<std::string>);
    CHECK(can_be_child<Html>);
    CHECK_FALSE(can_be_child<char const*>);
    CHECK_FALSE(can_be_child<std::optional<std::string>>);
    CHECK_FALSE(can_be_child<int>);
    CHECK_FALSE(can_be_child<bool>);
    CHECK_FALSE(can_be_child<char>);
    CHECK_FALSE(std::is_constructible_v<Html, std::string>);
    CHECK_FALSE(std::is_constructible_v<Html::Literal, std::string>);
    CHECK_FALSE(std::is_constructible_v<Url, std::string>);
}

TEST_CASE("bytes that no page may hold become the replacement character, one each") {
    struct {
        std::string_view bytes, shown;
    } const cases[] = {
        {"ক\tখ\nগ", "ক\tখ\nগ"},
        {std::string_view("a\0b", 3), "a\uFFFDb"},
        {"a\x1b[0m", "a\uFFFD[0m"},
        {"\xE0\xA6\x95", "ক"},
        {"\xE0\xA6", "\uFFFD\uFFFD"},
        {"\xC0\xBC"
         "script",
         "\uFFFD\uFFFDscript"},                 // overlong "<"
        {"\xE0\x80\xBC", "\uFFFD\uFFFD\uFFFD"}, // overlong "<"
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"}, // half a surrogate pair
        {"\xF0\x9F\x8C\xB1", "🌱"},
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"}, // beyond Unicode
        {"\xE1\x80", "\uFFFD\uFFFD"},
        {"\xFF", "\uFFFD"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.shown);
        CHECK(text(c.bytes).view() == c.shown);
    }
}

TEST_CASE("attributes: bare ones, absent ones, empty ones") {
    CHECK(html::input({.id = "q",
                       .more = {{"required", true},
                                {"disabled", false},
                                {"value", ""},
                                {"lang", "bn", false}}})
              .view()
          == "<input id=\"q\" required value=\"\">");
}

TEST_CASE("an address is safe, or there is none") {
    for (char const* address : {"/teams", "/teams?q=%E0%A6%95", "#main", "?page=2",
                                "https://mole.gov.bd/", "mailto:a@b.bd", "tel:+8802"}) {
        CAPTURE(address);
        REQUIRE(Url::parse(address));
        CHECK(Url::parse(address)->view() == address);
    }
    for (char const* address :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " /teams", "//evil.example", "\\\\evil",
          "/\\evil.example", "data:text/html,x", "teams", "", "https://", "vbscript:x", "/a\nb",
          "/\t/evil.example"}) {
        CAPTURE(address);
        CHECK_FALSE(Url::parse(address));
    }
}

TEST_CASE("gaps of a path are percent-encoded, so that a part stays one part") {
    CHECK(url("/teams/{}/seats/{}", Id<Team>{7}, 3).view() == "/teams/7/seats/3");
    CHECK(url("/files/{}", "../../etc").view() == "/files/..%2F..%2Fetc");
    CHECK(url("/files/{}", "..").view() == "/files/_");
    CHECK(url("/q/{}", "ক খ").view() == "/q/%E0%A6%95%20%E0%A6%96");
    CHECK_THROWS_AS(url("/teams/{}"), Bug);
    CHECK_THROWS_AS(url("/teams/{}", 1, 2), Bug);
}

TEST_CASE("query fields are added one after the other, before the fragment") {
    auto const list = Url("/teams").with("q", "ক&খ").with("page", "2");
    CHECK(list.view() == "/teams?q=%E0%A6%95%26%E0%A6%96&page=2");
    CHECK(list.at("seats").with("x", "1").view()
          == "/teams?q=%E0%A6%95%26%E0%A6%96&page=2&x=1#seats");
    CHECK(html::a({.href = list}, "২").view()
          == "<a href=\"/teams?q=%E0%A6%95%26%E0%A6%96&amp;page=2\">২</a>");
}
