// Papers nobody would write: empty, endless, enormous.
#include "bangla/pdf/tests/reading.hpp"

#include <ctime>
#include <limits>

namespace udb::bangla::reading {
namespace {

double seconds_for(Paper const& paper, std::string& pdf) {
    auto const before = std::clock();
    pdf = typesetter().typeset(paper);
    return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

Paper table_of(std::size_t rows) {
    Table table{.columns = {{1}, {5}, {2}}, .head = {{{{"ক্রম"}, {"পদ"}, {"ভূমিকা"}}}}};
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back(
            {{{std::to_string(i)}, {"উপজেলা নির্বাহী অফিসার " + std::to_string(i)}, {"সদস্য"}}});
    return {.meta = {.title = "দীর্ঘ সারণি"}, .blocks = {table}};
}

std::string letters(std::size_t count) {
    std::string text;
    while (text.size() / 3 < count)
        text += "ক্ষমতা ও দায়িত্ব বণ্টন, ";
    return text;
}

TEST_CASE("a paper of nothing is a page of nothing") {
    for (auto const& paper :
         {Paper{},
          Paper{.blocks = {Head{}, MemoDate{}, Title{}, Heading{}, Subject{}, References{},
                           Paragraph{}, List{}, Table{}, Signature{}, CopyBlock{},
                           Space{std::numeric_limits<double>::quiet_NaN()}, PageBreak{},
                           List{{{}, {}}}, Table{.rows = {{}, {{{}}}}}, Paragraph{" \n "}}}}) {
        auto const pdf = typesetter().typeset(paper);
        CHECK(run("qpdf --check", pdf).code == 0);
        CHECK(text_of(pdf).empty());
    }
}

TEST_CASE("a paragraph of 100,000 letters is set, in time that grows as it does") {
    std::string pdf;
    auto const text = letters(100'000);
    auto const small =
        seconds_for({.meta = {.title = "x"}, .blocks = {Paragraph{letters(25'000)}}}, pdf);
    auto const large = seconds_for({.meta = {.title = "x"}, .blocks = {Paragraph{text}}}, pdf);
    CHECK(large < 12 * small + 0.2);
    CHECK(text_of(pdf).find(folded(text)) != std::string::npos);
}

TEST_CASE("one word of 100,000 letters is set, in time that grows as it does") {
    std::string pdf;
    auto const word = [](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count / 5; ++i)
            text += "ক্ষ্মী";
        return text;
    };
    auto const paper = [&](std::size_t count) {
        return Paper{.meta = {.title = "x"}, .blocks = {Paragraph{word(count)}}};
    };
    auto const small = seconds_for(paper(25'000), pdf);
    auto const large = seconds_for(paper(100'000), pdf);
    CHECK(large < 12 * small + 0.2);
    CHECK(run("qpdf --check", pdf).code == 0);
}

TEST_CASE("a table of 5,000 rows is set, in time that grows as it does") {
    std::string pdf;
    auto const small = seconds_for(table_of(1250), pdf);
    auto const large = seconds_for(table_of(5000), pdf);
    CHECK(large < 12 * small + 0.2);
    auto const read = text_of(pdf);
    for (auto const row : {0, 1, 2499, 4998, 4999})
        CHECK(read.find(folded("উপজেলা নির্বাহী অফিসার " + std::to_string(row)))
              != std::string::npos);
}

TEST_CASE("a cell taller than a page goes on over the next ones and reads as one") {
    auto const text = letters(6000);
    check_reads_back({.meta = {.title = "x"},
                      .blocks = {Table{.columns = {{1}, {1}},
                                       .head = {{{{"বাম"}, {"ডান"}}}},
                                       .rows = {{{{"পাশে"}, {text}}}, {{{"পরে"}, {"শেষ"}}}}}}},
                     {text, "পাশে", "শেষ"});
}

TEST_CASE("a head taller than a page, a label longer than a line, a hundred levels: all are set") {
    Table tall{.columns = {{1}}, .head = {{{{letters(8000)}}}}};
    for (auto i = 0; i < 5; ++i)
        tall.rows.push_back({{{"সারি"}}});
    List deep{{{"(১)", "তল"}}};
    for (auto i = 0; i < 100; ++i)
        deep.items = {{"(ক)", "স্তর", deep.items}};
    Table wide;
    wide.rows.emplace_back();
    for (auto i = 0; i < 60; ++i)
        wide.rows.back().cells.push_back({"ঘর"});
    Paper paper{
        .meta = {.title = letters(2000)},
        .blocks = {tall, deep, wide, List{{{letters(500), "লেবেল"}}},
                   Paragraph{"লেখা", letters(500)},
                   MemoDate{letters(3000), {letters(300), letters(300), letters(300)}},
                   Table{.columns = {{-1}, {1e300}, {std::numeric_limits<double>::infinity()}},
                         .rows = {{{{"ক"}, {"খ"}, {"গ"}, {"বাড়তি"}, {"আরও"}}}}},
                   Signature{.name = letters(4000)}}};
    auto const pdf = typesetter().typeset(paper);
    CHECK(run("qpdf --check", pdf).code == 0);
    auto const read = text_of(pdf);
    for (auto const* text : {"সারি", "তল", "ঘর", "লেবেল", "বাড়তি", "আরও"})
        CHECK_MESSAGE(read.find(folded(text)) != std::string::npos, text);
}

TEST_CASE("bytes at random are set") {
    std::uint32_t state = 1;
    for (auto round = 0; round < 12; ++round) {
        std::string bytes;
        for (auto i = 0; i < 400; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes += static_cast<char>(state >> 24);
        }
        auto const pdf = typesetter().typeset(
            {.meta = {.title = bytes, .author = bytes, .language = bytes},
             .blocks = {Title{bytes}, Paragraph{bytes, bytes}, List{{{bytes, bytes}}},
                        Table{.head = {{{{bytes}}}}, .rows = {{{{bytes}, {bytes}}}}}}});
        CHECK(run("qpdf --check", pdf).code == 0);
        text_of(pdf);
    }
}

} // namespace
} // namespace udb::bangla::reading
