// Papers nobody would write, and papers at random: each is a document that holds to ECMA-376.
#include "bangla/docx/docx.hpp"
#include "bangla/docx/tests/unpacked.hpp"

#include <algorithm>
#include <ctime>
#include <limits>
#include <random>
#include <set>

namespace udb::bangla::reading {
namespace {

/// ECMA-376 part 1, annex A: the children of these elements stand in this order, each once.
std::map<std::string, std::vector<std::string>> const& orders() {
    static std::map<std::string, std::vector<std::string>> const orders{
        {"w:document", {"w:body"}},
        {"w:style", {"w:name", "w:basedOn", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"}},
        {"w:pPr",
         {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:pBdr", "w:tabs",
          "w:spacing", "w:ind", "w:jc", "w:outlineLvl"}},
        {"w:rPr", {"w:rFonts", "w:b", "w:bCs", "w:sz", "w:szCs", "w:u", "w:lang"}},
        {"w:tbl", {"w:tblPr", "w:tblGrid"}},
        {"w:tblPr",
         {"w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"}},
        {"w:tblBorders", {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}},
        {"w:tblCellMar", {"w:top", "w:left", "w:bottom", "w:right"}},
        {"w:trPr", {"w:cantSplit", "w:tblHeader"}},
        {"w:tcPr", {"w:tcW", "w:gridSpan"}},
        {"w:sectPr", {"w:footerReference", "w:pgSz", "w:pgMar", "w:titlePg"}},
        {"w:settings",
         {"w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:themeFontLang"}},
        {"w:font", {"w:altName", "w:family", "w:pitch"}},
    };
    return orders;
}

void check_order(Element const& element) {
    if (auto const known = orders().find(element.name); known != orders().end()) {
        auto at = known->second.begin();
        for (auto const& child : element.children) {
            if (child->name == "w:tr") break; // any number, after the rest
            auto const found = std::find(at, known->second.end(), child->name);
            CHECK_MESSAGE(found != known->second.end(), element.name, " > ", child->name);
            if (found == known->second.end()) return;
            at = found + 1;
        }
    }
    for (auto const& child : element.children)
        check_order(*child);
}

void check_row(Element const& row, std::size_t columns) {
    std::size_t covered = 0;
    for (auto const* const cell : row.all("w:tc")) {
        auto const span = cell->child("w:tcPr")->val("w:gridSpan");
        covered += span.empty() ? 1 : static_cast<std::size_t>(std::stoi(span));
        CHECK(cell->children.size() > 1);
        CHECK(cell->children.back()->name == "w:p");
    }
    CHECK(covered == columns);
}

/// What Word asks for beyond the schema, too: without it, it offers to repair the document.
void check_valid(std::string const& docx) {
    auto const parts = unpacked(docx);
    for (auto const& [name, root] : parts)
        check_order(*root);
    auto const& blocks = body_of(parts).children;
    REQUIRE(!blocks.empty());
    CHECK(blocks.back()->name == "w:sectPr");
    std::set<std::string> const known{"w:p", "w:tbl", "w:sectPr"};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        CHECK(known.contains(blocks[i]->name));
        if (blocks[i]->name != "w:tbl") continue;
        CHECK(blocks[i + 1]->name == "w:p");
        auto const columns = blocks[i]->child("w:tblGrid")->children.size();
        CHECK(columns >= 1);
        CHECK(columns <= 63);
        CHECK(!blocks[i]->all("w:tr").empty());
        for (auto const* const row : blocks[i]->all("w:tr"))
            check_row(*row, columns);
    }
    for (auto const* const spacing : body_of(parts).all("w:spacing"))
        for (auto const& [name, value] : spacing->attributes)
            if (name != "w:lineRule") CHECK(std::stoi(value) <= 31'680); // 22 inches
    for (auto const* const indent : body_of(parts).all("w:ind"))
        for (auto const& [name, value] : indent->attributes)
            CHECK(std::stoi(value) > 0);
}

/// Draws papers; the same numbers always.
class Draw {
public:
    explicit Draw(unsigned seed) : random_(seed) {}

    Paper paper() {
        Paper paper{.meta = {text(), text(), text(), text()}};
        for (auto count = below(12); count > 0; --count)
            paper.blocks.push_back(block());
        paper.orientation = static_cast<Orientation>(below(2));
        paper.page_numbers = static_cast<PageNumbers>(below(3));
        return paper;
    }

private:
    unsigned below(unsigned most) { return static_cast<unsigned>(random_()) % most; }

    std::string text() {
        static std::vector<std::string> const pieces{
            "ক্ষ্মী",   "স্ত্রী ",        "১২",   "<",      "&", "\n", " ",      "\t",   "\"",
            "]]>",    "\xFF",         "\xE0", "\u200D", "।", "a",  "\u202E", "\x01", "😀",
            "\uFFFE", "র‍্য", "(",    ")"};
        std::string text;
        for (auto count = below(4) == 0 ? 0 : below(30); count > 0; --count)
            text += pieces[below(static_cast<unsigned>(pieces.size()))];
        return text;
    }
    template <class F>
    auto several(unsigned most, F draw) {
        std::vector<decltype(draw())> drawn;
        for (auto count = below(most); count > 0; --count)
            drawn.push_back(draw());
        return drawn;
    }
    std::vector<std::string> texts() {
        return several(4, [this] { return text(); });
    }
    std::vector<ListItem> items(unsigned depth = 9) {
        return several(depth > 0 ? 3 : 1, [this, depth] {
            return ListItem{text(), text(), depth > 0 ? items(depth - 1) : std::vector<ListItem>{}};
        });
    }
    std::vector<Row> rows() {
        return several(5, [this] {
            return Row{several(6, [this] { return Cell{text(), items(2), below(9)}; })};
        });
    }
    Dates dates() { return {text(), text(), text()}; }
    Signature signature() { return {text(), text(), text(), text(), texts()}; }
    Table table() {
        static double const widths[] = {1,
                                        5,
                                        0,
                                        -1,
                                        1e300,
                                        std::numeric_limits<double>::infinity(),
                                        std::numeric_limits<double>::quiet_NaN()};
        return {
            several(5, [this] { return Column{widths[below(7)], static_cast<Align>(below(3))}; }),
            rows(), rows(), below(2) == 0};
    }
    Block block() {
        switch (below(13)) {
        case 0: return Head{texts(), text()};
        case 1: return MemoDate{text(), dates()};
        case 2: return Title{text()};
        case 3: return Heading{text(), static_cast<int>(below(9)) - 2};
        case 4: return Subject{text(), text()};
        case 5: return References{text(), texts()};
        case 6: return Paragraph{text(), text()};
        case 7: return List{items()};
        case 8: return signature();
        case 9: return CopyBlock{text(), dates(), text(), items(3), signature()};
        case 10: return Space{below(2) == 0 ? 1e9 : below(50)};
        case 11: return PageBreak{};
        default: return table();
        }
    }

    std::mt19937 random_;
};

TEST_CASE("papers at random are documents that hold to the standard") {
    for (auto seed = 0U; seed < 300; ++seed) {
        CAPTURE(seed);
        check_valid(docx_of(Draw(seed).paper()));
    }
}

std::string letters(std::size_t count) {
    std::string text;
    while (text.size() / 3 < count)
        text += "ক্ষমতা ও দায়িত্ব বণ্টন, ";
    return text;
}

TEST_CASE("labels as long as a page, a hundred levels, sixty-four columns and more are documents") {
    List deep{{{"(১)", "তল"}}};
    for (auto i = 0; i < 100; ++i)
        deep.items = {{"(ক)", "স্তর", deep.items}};
    Table wide{.rows = {{}, {}}};
    for (auto i = 0; i < 200; ++i)
        wide.rows.front().cells.push_back({"ঘর"});
    wide.rows.back().cells.push_back({.text = "সব", .columns = 1000});
    auto const docx =
        docx_of({.meta = {.title = letters(2000)},
                 .blocks = {wide, wide, deep, List{{{letters(500), "লেবেল"}}},
                            Paragraph{"লেখা", letters(500)},
                            MemoDate{letters(3000), {letters(300), letters(300), letters(300)}},
                            Signature{.name = letters(4000)}, Table{.rows = {{}, {{{}}}}}}});
    check_valid(docx);
    std::string read;
    for (auto const& text : paragraphs_of(docx))
        read += text + '\n';
    for (auto const* const text : {"(১)\tতল", "সব", "লেবেল", "লেখা"})
        CHECK_MESSAGE(read.find(text) != std::string::npos, text);
    std::size_t cells = 0;
    for (auto at = read.find("ঘর"); at != std::string::npos; at = read.find("ঘর", at + 1))
        ++cells;
    CHECK(cells == 400);
}

double seconds_for(Paper const& paper) {
    auto const before = std::clock();
    auto const size = docx_of(paper).size();
    auto const took = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    CHECK(size > 0);
    return took;
}

TEST_CASE("the time grows as the paper does: letters, rows, signatures") {
    struct {
        char const* name;
        Paper (*paper)(std::size_t);
    } const cases[] = {
        {"letters", [](std::size_t n) { return Paper{.blocks = {Paragraph{letters(n * 250)}}}; }},
        {"rows",
         [](std::size_t n) {
             Table table{.head = {{{{"ক্রম"}, {"পদ"}}}}};
             table.rows.resize(n * 10, {{{"১"}, {"উপজেলা নির্বাহী অফিসার"}}});
             return Paper{.blocks = {table}};
         }},
        {"signatures",
         [](std::size_t n) {
             Paper paper;
             for (std::size_t i = 0; i < n; ++i)
                 paper.blocks.insert(paper.blocks.end(),
                                     {Table{.rows = {{{{"ক"}, {"খ"}}}}}, Signature{.name = "নাম"}});
             return paper;
         }},
    };
    for (auto const& [name, paper] : cases) {
        CAPTURE(name);
        auto const small = seconds_for(paper(250));
        auto const large = seconds_for(paper(1000));
        CHECK(large < 12 * small + 0.2);
    }
}

} // namespace
} // namespace udb::bangla::reading
