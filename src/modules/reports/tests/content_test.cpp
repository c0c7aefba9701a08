// What a report says, in all its forms: text, table, data.
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "modules/reports/content.hpp"
#include "modules/reports/report_book.hpp"
#include "modules/reports/report_store.hpp"
#include "modules/reports/site_check_actions.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::reports;
using namespace std::chrono;

namespace {

Content sample() {
    Content content{.fiscal_year = 2025,
                    .title = "বার্ষিক প্রতিবেদন, ২০২৫-২৬",
                    .office = "নমুনা দপ্তর",
                    .head = {"সরকার"},
                    .approved_on = year{2026} / 7 / 20,
                    .approver = "রহিমা"};
    bangla::Table table{.columns = {{2}, {1, bangla::Align::right}}};
    table.head.push_back({.cells = {{.text = "সূচক"}, {.text = "অর্জন"}}});
    table.rows.push_back({.cells = {{.text = "১.১.১ সভা"}, {.text = "৯৪.০০"}}});
    content.chapters = {
        {.id = "plan",
         .number = "১",
         .title = "কর্মপরিকল্পনা",
         .text = "প্রথম অনুচ্ছেদ।\n\n- এক\n- দুই\nশেষ।",
         .told = {bangla::Heading{"সারণি", 3}, table,
                  bangla::BarChart{.title = "তুলনা", .bars = {{"ক", 2, "২"}, {"খ", 0.5, "০.৫"}}},
                  bangla::Picture{.caption = "ছবি", .address = "picture-1"}}},
        {.id = "budget", .number = "২", .title = "বাজেট"}};
    return content;
}

} // namespace

TEST_CASE("lines are paragraphs, and lines with a mark a list") {
    auto const blocks = blocks_of(sample().chapters[0].text);
    REQUIRE(blocks.size() == 3);
    CHECK(std::get<bangla::Paragraph>(blocks[0]).text == "প্রথম অনুচ্ছেদ।");
    CHECK(std::get<bangla::List>(blocks[1]).items.size() == 2);
    CHECK(std::get<bangla::List>(blocks[1]).items[1].text == "দুই");
    CHECK(std::get<bangla::Paragraph>(blocks[2]).text == "শেষ।");
    CHECK(blocks_of(" \n \n").empty());
}

TEST_CASE("a chapter of which nobody told anything says so, and has no figure") {
    auto const content = sample();
    auto const blocks = blocks_of(content.chapters[1], bangla_words());
    REQUIRE(blocks.size() == 1);
    CHECK(std::get<bangla::Paragraph>(blocks[0]).text.find("কোনো রেকর্ডও নেই") != std::string::npos);
}

TEST_CASE("JSON comes back as it was, and what is none is refused") {
    auto const before = sample();
    auto const json = json_of(before);
    CHECK(json.find("\"value\":9.4E1") != std::string::npos);
    auto const after = content_of(json);
    REQUIRE(after);
    CHECK(after->title == before.title);
    CHECK(after->approved_on == before.approved_on);
    CHECK(after->fiscal_year == 2025);
    REQUIRE(after->chapters.size() == 2);
    CHECK(after->chapters[0].text == before.chapters[0].text);
    CHECK(json_of(*after) == json);
    for (auto const* bad :
         {"", "{}", "[1]", "{\"format\":\"udbhabon-report-1\"}", "\xFF", "{\"format\":\"other\"}"})
        CHECK_FALSE(content_of(bad));
    CHECK_FALSE(content_of(json.substr(0, json.size() / 2)));
}

TEST_CASE("a cell that is a number has its value; dates and places have none") {
    for (auto const& [cell, number] : std::vector<std::pair<std::string, std::string>>{
             {"৯৪.০০", "94.00"}, {"১,২০,০০০", "120000"}, {"৫০%", "50"}, {"-৩", "-3"}, {"7", "7"}})
        CHECK_MESSAGE(number_in(cell) == number, cell);
    for (auto const* none : {"১.১.১", "২০২৬-০৭-৩১", "৩১-০৭-২০২৬", "", "–", "সভা", "২০২৫-২৬"})
        CHECK_MESSAGE(number_in(none) == "", none);
}

TEST_CASE("as lines, each cell stands under its column's name") {
    auto const lines = lines_of(sample());
    CHECK(lines.front().size() == 9);
    auto const found = std::ranges::find_if(
        lines, [](auto const& line) { return line[6] == "অর্জন" && line[3] == "table"; });
    REQUIRE(found != lines.end());
    CHECK((*found)[7] == "৯৪.০০");
    CHECK((*found)[8] == "94.00");
    CHECK(std::ranges::all_of(lines, [](auto const& line) { return line.size() == 9; }));
}

TEST_CASE("the paper has a cover, contents, and a heading for each chapter") {
    auto const paper = paper_of(sample(), bangla_words());
    CHECK(std::holds_alternative<bangla::Cover>(paper.blocks[0]));
    CHECK(std::holds_alternative<bangla::Contents>(paper.blocks[1]));
    CHECK(std::get<bangla::Heading>(paper.blocks[2]).text == "১। কর্মপরিকল্পনা");
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    CHECK(typesetter.typeset(paper).starts_with("%PDF-1.7"));
}

TEST_CASE(
    "C23 4(5), L26 2(5): the year's report is due on 31 July after its year; others by their rule") {
    auto const due = [](Kind kind, int year) { return due_of(kind, year)->on; };
    CHECK(due(Kind::annual, 2025) == Date{year{2026} / 7 / 31});
    CHECK(due(Kind::half_yearly, 2025) == Date{year{2026} / 1 / 15});
    CHECK(due(Kind::q1, 2025) == Date{year{2025} / 10 / 15});
    CHECK(due(Kind::q4, 2025) == Date{year{2026} / 7 / 15});
    CHECK_FALSE(due_of(Kind::annual, 2022));
    CHECK(days_after(year{2026} / 7 / 31, Date{year{2026} / 8 / 3}, {}) == 3);
    CHECK(days_after(year{2026} / 7 / 31, Date{year{2026} / 7 / 31}, {}) == 0);
    CHECK(days_after(year{2026} / 7 / 31, {}, year{2026} / 7 / 20) == -11);
    // 31 July 2026 is a Friday: Sunday is in time, Monday three days late.
    bangla::Holidays const weekends;
    bangla::WorkingCalendar const calendar{.holidays = &weekends};
    CHECK(days_after(year{2026} / 7 / 31, Date{year{2026} / 8 / 2}, {}, calendar) == 0);
    CHECK(days_after(year{2026} / 7 / 31, Date{year{2026} / 8 / 3}, {}, calendar) == 3);
}

TEST_CASE("what is wrong in the data of reports is said, all at once") {
    auto const bad =
        read_book("[[due]]\nkind = \"monthly\"\nfrom = 2023\nday = \"13-40\"\nyear = 1\n"
                  "source = \"none\"\n[[chapter]]\nid = \"a\"\nbn = \"ক\"\nen = \"A\"\n"
                  "kinds = []\n");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().fields.size() >= 4);
    CHECK(book().chapters_of(Kind::q1).size() < book().chapters_of(Kind::annual).size());
    CHECK(book().find(Kind::q1, "budget") == nullptr);
    CHECK(book().find(Kind::annual, "budget") != nullptr);
}

TEST_CASE("nobody approves what is his own, and each move has its stage") {
    std::vector<Id<Account>> const editors{{1}, {2}};
    CHECK(*moved(Stage::draft, Move::submit, {1}, editors) == Stage::submitted);
    CHECK(*moved(Stage::submitted, Move::approve, {3}, editors) == Stage::approved);
    CHECK(moved(Stage::submitted, Move::approve, {2}, editors).error().message.key
          == "reports.second_person");
    CHECK(moved(Stage::draft, Move::approve, {3}, editors).error().message.key
          == "reports.move_not_now");
    CHECK_FALSE(moved(Stage::approved, Move::send_back, {3}, editors));
}

TEST_CASE("the title of a page is read as it is written, marks and line breaks too") {
    CHECK(title_in("<HTML><Title lang=bn>\n বার্ষিক &amp; প্রতিবেদন \n</TITLE>")
          == "বার্ষিক & প্রতিবেদন");
    CHECK(title_in("<title>open") == "");
    CHECK(title_in("%PDF-1.7") == "");
    CHECK(title_in("<title>&lt;b&gt;</title>") == "<b>");
    CHECK(title_in(std::string("<title>a\0b\xFF</title>", 20)).find('\0') == std::string::npos);
    for (auto const* bad : {"", "mole.gov.bd", "ftp://a.bd/x", "https://u:p@a.bd/", "https://a b"})
        CHECK_MESSAGE(!check_site(bad, {}), bad);
}
