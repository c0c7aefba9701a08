// Components: what they promise to readers and to screen readers, and the approved gallery.
#include "sample_pages.hpp"
#include "web/components/components.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <set>
#include <sstream>

using namespace udb;

namespace udb::embedded {
std::span<EmbeddedFile const> components();
}

namespace {

Catalogue const& catalogue() {
    static Catalogue const all = [] {
        Catalogue c;
        c.add(embedded::components());
        return c;
    }();
    return all;
}
Words const bn() { return {catalogue(), Language::bn}; }

bool has(std::string_view markup, std::string_view part) {
    return markup.find(part) != std::string_view::npos;
}

std::string contents_of(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// One element a line, so that a change shows as a change of lines.
std::string in_lines(std::string page) {
    for (std::size_t at = 0; (at = page.find("><", at)) != std::string::npos; ++at)
        page.replace(at, 2, ">\n<");
    return page + "\n";
}

/// The values of an attribute, in order.
std::vector<std::string> values_of(std::string_view page, std::string const& attribute) {
    std::vector<std::string> values;
    auto const begins = " " + attribute + "=\"";
    for (std::size_t at = 0; (at = page.find(begins, at)) != std::string_view::npos;) {
        at += begins.size();
        values.emplace_back(page.substr(at, page.find('"', at) - at));
    }
    return values;
}

} // namespace

TEST_CASE("the gallery is as approved, in both languages") {
    for (auto const& [name, language] :
         {std::pair{"gallery.bn.html", Language::bn}, {"gallery.en.html", Language::en}}) {
        auto const path = std::string(UDB_SOURCE_DIR "/src/web/components/tests/approved/") + name;
        auto const page = in_lines(samples::gallery(catalogue(), language));
        if (std::getenv("UDB_APPROVE") != nullptr) std::ofstream{path, std::ios::binary} << page;
        // Not CHECK(a == b): two pages of text say nothing in a report.
        bool const same = contents_of(path) == page;
        CHECK_MESSAGE(same, name, " differs; look at it, then run with UDB_APPROVE=1");
    }
}

TEST_CASE("every id is given once, and whatever points to an id finds it") {
    for (auto const& page : samples::all(catalogue(), "/assets")) {
        CAPTURE(page.name);
        auto const ids = values_of(page.html, "id");
        std::set<std::string> const known(ids.begin(), ids.end());
        CHECK(known.size() == ids.size());
        for (auto const* attribute : {"for", "aria-describedby", "aria-labelledby"})
            for (auto const& value : values_of(page.html, attribute)) {
                std::istringstream parts{value};
                for (std::string id; parts >> id;) {
                    CAPTURE(id);
                    CHECK(known.contains(id));
                }
            }
        for (auto const& address : values_of(page.html, "href"))
            if (address.starts_with('#')) {
                CAPTURE(address);
                CHECK(known.contains(address.substr(1)));
            }
    }
}

TEST_CASE("no page writes what our Content-Security-Policy bars") {
    for (auto const& page : samples::all(catalogue(), "/assets")) {
        CAPTURE(page.name);
        CHECK(values_of(page.html, "style").empty());
        CHECK(values_of(page.html, "onclick").empty());
        CHECK_FALSE(has(page.html, "<style"));
        CHECK_FALSE(has(page.html, "<script>"));
        CHECK_FALSE(has(page.html, "javascript:"));
    }
}

TEST_CASE("a page says its language, and its problems first") {
    for (auto const& page : samples::all(catalogue(), "/assets")) {
        CAPTURE(page.name);
        CHECK(has(page.html,
                  page.name == "gallery-en" ? "<html lang=\"en\">" : "<html lang=\"bn\">"));
        CHECK(has(page.html, "<title>ত্রুটি ৩টি: ") == (page.name == "form"));
    }
}

TEST_CASE("a field with an error is tied to it; one without is not") {
    ui::TextField field{.name = "memo", .label = "স্মারক নম্বর", .hint = "যেমন লেখা আছে"};
    auto const right = ui::text_field(bn(), field);
    CHECK(has(right.view(), "aria-describedby=\"memo-hint\""));
    CHECK_FALSE(has(right.view(), "aria-invalid"));

    field.error = bn()("field.required");
    auto const wrong = ui::text_field(bn(), field);
    CHECK(has(wrong.view(), "aria-describedby=\"memo-hint memo-error\""));
    CHECK(has(wrong.view(), "aria-invalid=\"true\""));
}

TEST_CASE("a password is never written back into the page") {
    ui::TextField field{.name = "p", .label = "পাসওয়ার্ড", .value = "গোপন"};
    CHECK(has(ui::text_field(bn(), field).view(), "গোপন"));
    field.type = ui::TextField::Type::password;
    CHECK_FALSE(has(ui::text_field(bn(), field).view(), "গোপন"));
}

TEST_CASE("what people typed comes back as text, line breaks and all") {
    auto const area =
        ui::text_area(bn(), {.name = "t", .label = "ক", .value = "\n</textarea><script>"});
    CHECK(has(area.view(), ">\n\n&lt;/textarea&gt;&lt;script&gt;</textarea>"));
}

TEST_CASE("an error summary without errors is nothing") {
    CHECK(ui::error_summary(bn(), std::vector<FieldError>{}).empty());
    auto const one = ui::error_summary(bn(), std::vector<FieldError>{{"from", {"field.required"}}});
    CHECK(has(one.view(), "href=\"#from\""));
}

TEST_CASE("a summary names the field where its sentence fits any field, and only there") {
    auto const summary =
        std::string(ui::error_summary(bn(),
                                      {{"memo", {"field.required"}},
                                       {"date", {"field.required"}},
                                       {"reason", {"error.conflict"}}},
                                      {{"memo", "স্মারক"}, {"date", "তারিখ"}, {"reason", "কারণ"}})
                        .view());
    auto const required = bn()("field.required");
    CHECK(has(summary, "href=\"#memo\">স্মারক: " + required));
    CHECK(has(summary, "href=\"#date\">তারিখ: " + required));
    CHECK(has(summary, "href=\"#reason\">" + bn()("error.conflict")));
}

TEST_CASE("a pager shows first, last and neighbours; with one page it is nothing") {
    struct {
        std::int64_t page, pages;
        std::string_view numbers;
    } const cases[] = {{1, 1, ""},        {1, 2, "১২"},   {1, 9, "১২…৯"},
                       {5, 9, "১…৪৫৬…৯"}, {9, 9, "১…৮৯"}, {3, 5, "১২৩৪৫"}};
    for (auto const& c : cases) {
        auto const page =
            std::string(ui::pager(bn(), {.page = c.page, .pages = c.pages, .href = "/x"}).view());
        std::string numbers;
        auto const list = page.substr(0, page.find("</ul>"));
        for (std::size_t at = 0; (at = list.find("</", at)) != std::string::npos; ++at) {
            auto const begin = list.rfind('>', at) + 1;
            auto const name = list.substr(begin, at - begin);
            if (list.substr(begin - 1, 1) == ">" && name.size() <= 3) numbers += name;
        }
        CAPTURE(c.page);
        CAPTURE(c.pages);
        CHECK(numbers == c.numbers);
    }
}

TEST_CASE("each verdict has a name and a picture, not a colour alone") {
    std::set<std::string> seen;
    for (auto const v : {ui::Verdict::met, ui::Verdict::not_met, ui::Verdict::cannot_tell}) {
        auto const drawn = std::string(ui::verdict(bn(), v).view());
        CHECK(has(drawn, "<svg"));
        seen.insert(drawn.substr(drawn.find("<path")));
    }
    CHECK(seen.size() == 3);
}

TEST_CASE("progress stays within its bounds") {
    CHECK(has(ui::progress(bn(), {"ক", 3, 4}).view(), "width=\"75\""));
    CHECK(has(ui::progress(bn(), {"ক", 9, 4}).view(), "width=\"100\" height=\"6\"></rect></svg>"));
    CHECK(has(ui::progress(bn(), {"ক", 1, 0}).view(), "width=\"0\""));
}

TEST_CASE("a tree of any depth is drawn; beyond 32 levels it ends") {
    ui::TreeNode node{.label = "নিচে"};
    for (int level = 0; level < 5'000; ++level) {
        ui::TreeNode above{.label = "স্তর"};
        above.children.push_back(std::move(node));
        node = std::move(above);
    }
    auto const drawn = ui::tree(bn(), "দপ্তর", {node});
    CHECK(values_of(drawn.view(), "class").size() < 200);
    CHECK_FALSE(has(drawn.view(), "নিচে"));
}

TEST_CASE("every HTTP error has a title and an explanation; an unknown one is ours") {
    std::set<std::string> titles;
    for (int const status : {400, 403, 404, 405, 408, 413, 414, 429, 431, 500, 503}) {
        titles.insert(ui::error_page_title(bn(), status));
        CHECK(has(ui::error_page(bn(), status, "7f3a").view(), "<code>7f3a</code>"));
    }
    CHECK(titles.size() == 11);
    CHECK(ui::error_page_title(bn(), 507) == ui::error_page_title(bn(), 500));
}
