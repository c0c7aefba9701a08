// Tables whose cells run on beside the rows below them, and tables in small letters.
#include "bangla/pdf/table_grid.hpp"
#include "bangla/pdf/tests/reading.hpp"

namespace udb::bangla::reading {
namespace {

int pages_of(std::string const& pdf) {
    auto const info = run("pdfinfo", pdf).output;
    auto const at = info.find("Pages:");
    REQUIRE(at != std::string::npos);
    return std::atoi(info.c_str() + at + 6);
}

std::size_t times(std::string const& text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

std::string long_name() {
    std::string name = "আদি";
    for (int i = 0; i < 24; ++i)
        name += " ক্ষেত্রের নাম";
    return name + " অন্ত";
}

/// Rows whose first cell is one, of that text.
Table beside(std::string const& text, int rows) {
    Table table{.columns = {{1}, {3}}, .head = {{{{"ক্ষেত্র"}, {"সূচক"}}}}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back(
            {{{.text = i == 0 ? text : "", .joined = i > 0}, {"সূচক নম্বর " + std::to_string(i)}}});
    return table;
}

Paper paper(Table table) { return {.meta = {.title = "সারণি"}, .blocks = {std::move(table)}}; }

TEST_CASE("a cell that runs on takes no more room than the rows beside it") {
    auto const name = long_name();
    auto apart = beside(name, 32);
    for (auto& row : apart.rows)
        row.cells[0].joined = false;
    CHECK(pages_of(typesetter().typeset(paper(beside("", 32)))) == 1);
    CHECK(pages_of(typesetter().typeset(paper(beside(name, 32)))) == 1);
    CHECK(pages_of(typesetter().typeset(paper(apart))) == 2);
}

TEST_CASE("its text reads back whole, and is marked as covering its rows") {
    auto const pdf = typesetter().typeset(paper(beside(long_name(), 12)));
    CHECK(times(text_of(pdf), folded("আদি")) == 1);
    CHECK(times(text_of(pdf), folded("অন্ত")) == 1);
    CHECK(run("qpdf --json=2", pdf).output.find("\"/RowSpan\": 12") != std::string::npos);
    CHECK(run("qpdf --check", pdf).output.find("WARNING") == std::string::npos);
}

TEST_CASE("a cell over many pages is set once, and no row is lost") {
    auto const pdf = typesetter().typeset(paper(beside("একটি ক্ষেত্র", 300)));
    CHECK(pages_of(pdf) > 5);
    auto const text = text_of(pdf);
    CHECK(times(text, folded("একটি ক্ষেত্র")) == 1);
    CHECK(text.find(folded("সূচক নম্বর 299")) != std::string::npos);
}

TEST_CASE(
    "a cell that is taller than its rows stretches them, and one taller than a page is torn") {
    auto const name = long_name();
    auto const text = text_of(typesetter().typeset(paper(beside(name, 2))));
    CHECK(text.find(folded("অন্ত")) != std::string::npos);
    std::string huge;
    for (int i = 0; i < 20; ++i)
        huge += name + " ";
    auto const pdf = typesetter().typeset(paper(beside(huge, 3)));
    CHECK(pages_of(pdf) > 1);
    CHECK(times(text_of(pdf), folded("অন্ত")) == 20);
    CHECK(text_of(pdf).find(folded("সূচক নম্বর 2")) != std::string::npos);
}

TEST_CASE("a cell joined to nothing is an empty cell") {
    Table table{.columns = {{1}, {1}, {1}},
                .rows = {{{{.text = "ক", .joined = true}, {"খ"}, {"গ"}}},
                         {{{.columns = 2, .joined = true}, {"ঘ"}}}}};
    auto const pdf = typesetter().typeset(paper(table));
    CHECK(text_of(pdf) == folded("খ গ ঘ"));
    CHECK(run("qpdf --json=2", pdf).output.find("/RowSpan") == std::string::npos);
}

TEST_CASE("heads over several rows come again on every page") {
    auto table = beside("ক্ষেত্র ১", 150);
    table.head = {{{{"ক্রম"}, {"লক্ষ্যমাত্রা"}}}, {{{.joined = true}, {"১০০%"}}}};
    auto const pdf = typesetter().typeset(paper(table));
    CHECK(times(text_of(pdf), folded("১০০%")) == std::size_t(pages_of(pdf)));
    CHECK(times(text_of(pdf), folded("ক্রম")) == std::size_t(pages_of(pdf)));
}

TEST_CASE("smaller letters take less room, within what can be read") {
    CHECK(pdf::type_of({}).size == 11);
    CHECK(pdf::type_of({.size = 7.5}).size == 7.5);
    CHECK(pdf::type_of({.size = 2}).size == 6);
    CHECK(pdf::type_of({.size = 40}).size == 11);
    CHECK(pdf::type_of({.size = -1}).size == 11);
    CHECK(pdf::type_of({.size = 7}).padding_x < pdf::type_of({}).padding_x);
    auto small = beside("ক্ষেত্র", 200);
    small.size = 7;
    CHECK(pages_of(typesetter().typeset(paper(small)))
          < pages_of(typesetter().typeset(paper(beside("ক্ষেত্র", 200)))));
}

} // namespace
} // namespace udb::bangla::reading
