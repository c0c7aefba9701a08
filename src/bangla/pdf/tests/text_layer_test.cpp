// What was set can be read again, letter by letter.
#include "bangla/pdf/tests/reading.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace udb::bangla::reading {
namespace {

std::string content_of(std::filesystem::path const& path) {
    std::ifstream file(path);
    REQUIRE(file);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (!folded(line).empty()) lines.push_back(line);
    return lines;
}

std::vector<std::string> conjuncts() {
    std::vector<std::string> words;
    std::istringstream in(content_of(UDB_SOURCE_DIR "/src/bangla/pdf/tests/conjuncts.txt"));
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

/// Syllables that may stand in Bangla text, and some that may not but will.
std::string random_word(std::mt19937& random) {
    static std::vector<std::string> const parts = conjuncts();
    static std::vector<std::string> const signs = {"",  "",  "",  "া", "ি", "ী", "ু",  "ূ", "ৃ",
                                                   "ে", "ৈ", "ো", "ৌ", "ো", "ং", "ঃ", "ঁ", "্"};
    static std::vector<std::string> const others = {
        "(",  ")",  "-", "/",      "।", ",", ";", ":",    "‘মাই’", "“",   "”",
        "'",  "\"", "–", "—",      "…", "●", "ৎ", "২০২৬", "১",     "ICT", "e-mail@x.gov.bd",
        "A4", "ড়",  "য়", "\u200C", "৳", "&", "<", ">",    "অ",     "ই",   "॥"};
    std::string word;
    auto const length = 1 + random() % 6;
    for (auto i = 0U; i < length; ++i) {
        if (random() % 8 == 0)
            word += others[random() % others.size()];
        else
            word += parts[random() % parts.size()] + signs[random() % signs.size()];
    }
    return word;
}

std::string random_text(std::mt19937& random, unsigned words) {
    std::string text;
    for (auto i = 0U; i < words; ++i)
        text += (i > 0 ? " " : "") + random_word(random);
    return text;
}

TEST_CASE("each conjunct and vowel sign reads back, alone and in a row") {
    auto const words = conjuncts();
    CHECK(words.size() >= 300);
    Paper paper{.meta = {.title = "যুক্তবর্ণ"}};
    Table table{.columns = {{1}, {1}, {1}, {1}, {1}, {1}}};
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i % 6 == 0) table.rows.emplace_back();
        table.rows.back().cells.push_back({"«" + words[i] + "»"});
        all += words[i] + " ";
    }
    paper.blocks = {Paragraph{all}, table};
    std::vector<std::string> texts{all};
    for (auto const& word : words)
        texts.push_back("«" + word + "»");
    check_reads_back(paper, texts);
}

TEST_CASE("random Bangla reads back from paragraphs, lists and narrow cells") {
    for (auto seed = 1U; seed <= 12; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Paper paper{.meta = {.title = "যাচ্ছেতাই"},
                    .orientation = seed % 3 == 0 ? Orientation::landscape : Orientation::portrait};
        std::vector<std::string> texts;
        auto const text = [&](unsigned words) {
            auto const count = 1 + static_cast<unsigned>(random() % words);
            texts.push_back(random_text(random, count));
            return texts.back();
        };
        for (auto i = 0; i < 12; ++i)
            paper.blocks.push_back(Paragraph{text(120)});
        List list;
        for (auto i = 0; i < 12; ++i)
            list.items.push_back({"(ক)", text(60)});
        paper.blocks.push_back(list);
        Table table{.columns = {{1}, {1 + seed % 4 * 1.0}, {1}, {2}}};
        for (auto i = 0; i < 12; ++i)
            table.rows.push_back({{{text(8)}, {text(12)}, {text(3)}, {text(20)}}});
        paper.blocks.push_back(table);
        check_reads_back(paper, texts);
    }
}

TEST_CASE("a cell with a text and several items reads as one, beside others that do too") {
    Table table{.columns = {{1.4}, {1.3}, {4}}};
    std::vector<std::string> texts;
    std::mt19937 random(3);
    for (auto row = 0; row < 12; ++row) {
        Cell cell{.text = random_text(random, 4)};
        auto whole = cell.text;
        for (auto item = 0; item <= row % 4; ++item) {
            cell.items.push_back({"●", random_text(random, 14)});
            whole += " ● " + cell.items.back().text;
        }
        texts.push_back(whole);
        table.rows.push_back(
            {{{"পর্যায় " + random_text(random, 3)}, {random_text(random, 3)}, cell}});
        for (auto i = 0U; i < 2; ++i)
            texts.push_back(table.rows.back().cells[i].text);
    }
    check_reads_back({.meta = {.title = "x"}, .blocks = {table}}, texts);
}

TEST_CASE(
    "a word wider than its line is broken between the letters a reader sees, and reads whole") {
    std::string word;
    for (auto i = 0; i < 150; ++i)
        word += "ক্ষ্মীর্ঙ্গস্ত্রী";
    check_reads_back({.meta = {.title = "দীর্ঘ"},
                      .blocks = {Paragraph{"আগে " + word + " পরে"},
                                 Table{.columns = {{1}, {20}}, .rows = {{{{word}, {"পাশে"}}}}}}},
                     {"আগে " + word + " পরে", "পাশে"});
}

TEST_CASE("hyphens at the ends of lines and paragraphs stay, and nothing is put after them") {
    std::vector<std::string> texts;
    Paper paper{.meta = {.title = "হাইফেন"}};
    for (auto i = 1; i < 40; ++i) {
        std::string text(static_cast<std::size_t>(i), 'x');
        for (auto k = 0; k < 60; ++k)
            text += " ডাটা-ভিত্তিক শো-কেসিং-এর - আদান-প্রদান–";
        texts.push_back(text + " নিম্নরূপ:-");
        paper.blocks.push_back(Paragraph{texts.back()});
    }
    check_reads_back(paper, texts);
}

TEST_CASE("letters that no font has are shown as boxes and read as themselves") {
    std::vector<std::string> const texts = {"হাসি 😀 আর 👩‍💻 কাজ",
                                            "漢字 ও かな", "தமிழ் অক্ষর", "একা \u200D যুক্তি",
                                            "≥ ≤ → ₹ № ✓ □"};
    Paper paper{.meta = {.title = "অচেনা"}};
    for (auto const& text : texts)
        paper.blocks.push_back(Paragraph{text});
    check_reads_back(paper, texts);
}

TEST_CASE("what is not text is left out or replaced, never passed on") {
    auto const pdf = typesetter().typeset(
        {.meta = {.title = "নষ্ট \xC3\x28"},
         .blocks = {Paragraph{"ক\xFF"
                              "খ \xE0\xA6 গ"},
                    Paragraph{"আ\x01\x02"
                              "ই\u202Eউ\u2066ঊ"},
                    Paragraph{"প্রথম\r\nদ্বিতীয়\tতৃতীয়"}, Paragraph{std::string("শূন্য\0স্থান", 28)}}});
    auto const read = text_of(pdf);
    CHECK(read.find("ক\uFFFDখ \uFFFD গ") != std::string::npos);
    CHECK(read.find("আইউঊ") != std::string::npos);
    CHECK(read.find(folded("প্রথম দ্বিতীয় তৃতীয়")) != std::string::npos);
    CHECK(read.find("শূন্যস্") != std::string::npos);
}

TEST_CASE("the two documents of the mandate read back, line by line") {
    std::filesystem::path const folder = UDB_SOURCE_DIR "/../shared/seeds";
    if (!std::filesystem::exists(folder)) return;
    for (auto const* name : {"cabinet-division-2023-11-16.txt", "labour-ministry-2026-01-26.txt"}) {
        CAPTURE(name);
        auto const lines = lines_of(content_of(folder / name));
        REQUIRE(lines.size() > 50);
        Paper paper{.meta = {.title = name}};
        Table table{.columns = {{1}, {1}, {2}}};
        std::vector<std::string> texts;
        for (auto const& line : lines) {
            paper.blocks.push_back(Paragraph{line});
            table.rows.push_back({{{line}, {"পাশে"}, {.items = {{"●", line}}}}});
            texts.push_back(line);
            texts.push_back("● " + line);
        }
        paper.blocks.push_back(table);
        check_reads_back(paper, texts);
    }
}

} // namespace
} // namespace udb::bangla::reading
