// A plan as cells and as a paper.
#include "modules/plans/plan_table.hpp"

#include <doctest/doctest.h>

namespace udb::embedded {
std::span<EmbeddedFile const> plans();
} // namespace udb::embedded

using namespace udb;
using namespace udb::plans;

namespace {

Catalogue const& catalogue() {
    static Catalogue const all = [] {
        Catalogue c;
        c.add(embedded::plans());
        return c;
    }();
    return all;
}

Words const bangla_words{catalogue(), Language::bn};
Words const english_words{catalogue(), Language::en};

Value number(char const* text) { return *parse_decimal(text); }

PlanFacts told_plan(char const* form) {
    auto plan = start_of(*plan_template(form), 2025);
    auto& first = plan.areas[0].activities[0].indicators[0];
    first.id = {1};
    first.quarters[2] = *parse_value("2026-02-20", Unit::date);
    return plan;
}

} // namespace

TEST_CASE("A sheet has the template's columns, with the years in its heads") {
    auto const plan = told_plan("innovation-2018");
    auto const sheet = plan_sheet({plan, *plan_template("innovation-2018")}, bangla_words);
    REQUIRE(sheet.heads.size() == 14);
    CHECK(sheet.heads[0] == "ক্রম");
    CHECK(sheet.heads[7] == "প্রকৃত অর্জন ২০২৪-২৫");
    CHECK(sheet.heads[8] == "লক্ষ্যমাত্রা/নির্ণায়ক ২০২৫-২৬: অসাধারণ ১০০%");
    CHECK(sheet.heads[13] == "প্রক্ষেপণ ২০২৬-২৭");
    for (auto const& row : sheet.rows)
        REQUIRE(row.size() == sheet.heads.size());
    auto const& first = sheet.rows[0];
    CHECK(first[0].text == "1");
    CHECK(first[0].kind == SheetCell::Kind::number);
    CHECK(first[1].text == "উদ্ভাবন কর্মপরিকল্পনা প্রণয়ন");
    CHECK(first[3].text == "১.১ বার্ষিক উদ্ভাবন কর্মপরিকল্পনা প্রণয়ন");
    CHECK(first[4].text == "১.১.১ কর্মপরিকল্পনা প্রণীত");
    CHECK(first[8].text == "2025-07-31");
    CHECK(first[8].kind == SheetCell::Kind::date);
    CHECK(sheet.rows[1][1].text == first[1].text);
}

TEST_CASE("Progress shows quarters, and the half-year and total that they come to") {
    auto plan = told_plan("e-governance-2021");
    auto& meeting = plan.areas[0].activities[3].indicators[0];
    meeting.quarters = {number("1"), number("2"), {}, {}};
    auto const sheet =
        plan_sheet({plan, *plan_template("e-governance-2021"), TableKind::progress}, english_words);
    auto const& row = sheet.rows[3];
    CHECK(row[3].text.starts_with("[1.4.1] "));
    CHECK(row[4].text == "Sum");
    CHECK(row[8].text == "1");
    CHECK(row[9].text == "2");
    CHECK(row[10].text == "3");
    CHECK(row[11].text.empty());
    CHECK(row[13].text == "3");
    CHECK(sheet.rows[0][11].text == "2026-02-20");
    CHECK(sheet.rows[0][10].text.empty());
    CHECK(sheet.rows[0][13].text == "2026-02-20");
}

TEST_CASE("An integrity plan has a row of targets and a row of achievements") {
    auto plan = told_plan("integrity");
    auto& first = plan.areas[0].activities[0].indicators[0];
    first.unit = Unit::number;
    first.quarters = {number("1"), {}, {}, {}};
    first.responsible = {9};
    auto const sheet = plan_sheet({.plan = plan,
                                   .form = *plan_template("integrity"),
                                   .posts = {{Id<Post>{9}, "উপসচিব (প্রশাসন)"}}},
                                  bangla_words);
    CHECK(sheet.rows[0][5].text == "উপসচিব (প্রশাসন)");
    CHECK(sheet.rows[0][8].text == "লক্ষ্যমাত্রা");
    CHECK(sheet.rows[1][8].text == "অর্জন");
    CHECK(sheet.rows[0][9].text.empty());
    CHECK(sheet.rows[1][9].text == "1");
}

TEST_CASE("The paper says an area once, repeats its heads, and adds up the weights") {
    auto const plan = start_of(*plan_template("rti"), 2025);
    auto const& form = *plan_template("rti");
    auto const paper =
        plan_paper({plan, form, TableKind::evaluation}, {.lines = {"নমুনা দপ্তর"}}, bangla_words);
    CHECK(paper.orientation == bangla::Orientation::landscape);
    CHECK(paper.meta.title == "তথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা, অর্থবছর ২০২৫-২৬");
    bangla::Table const* table = nullptr;
    for (auto const& block : paper.blocks)
        if (auto const* found = std::get_if<bangla::Table>(&block)) table = found;
    REQUIRE(table);
    CHECK(table->columns.size() == 16);
    REQUIRE(table->head.size() == 3);
    CHECK(table->head[0].cells.size() == 11); // achievements and targets under two heads
    CHECK(table->head[0].cells[7].columns == 2);
    CHECK(table->head[0].cells[8].columns == 5);
    CHECK(table->head[1].cells[0].joined);
    CHECK_FALSE(table->head[1].cells[7].joined);
    CHECK(table->head[2].cells[15].text == "১৬");
    CHECK(table->rows[0].cells[0].text == "[১] প্রাতিষ্ঠানিক");
    CHECK(table->rows[1].cells[0].joined);
    CHECK_FALSE(table->rows[1].cells[2].joined);
    CHECK(table->rows.back().cells[0].text == "সর্বমোট");
    CHECK(table->rows.back().cells[1].text == "২৫");
    CHECK(std::get<bangla::Paragraph>(paper.blocks.back()).text
          == "প্রাপ্ত নম্বর: ২৫ এর মধ্যে ০; ৩ নম্বরে রূপান্তরে ০।");
}
