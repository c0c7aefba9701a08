// A plan read from a table that somebody kept.
#include "kernel/words.hpp"
#include "modules/plans/import_cells.hpp"
#include "modules/plans/import_heads.hpp"
#include "modules/plans/plan_import.hpp"
#include "modules/plans/plan_table.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace udb::embedded {
std::span<EmbeddedFile const> plans();
}

using namespace udb;
using namespace udb::plans;

namespace {

constexpr int year = 2025;

using Cells = std::vector<std::vector<std::string>>;

/// Holds the texts that the rows are views of.
struct Sheet {
    Cells cells;
    std::vector<SheetRow> rows() const {
        std::vector<SheetRow> out;
        for (std::size_t r = 0; r < cells.size(); ++r)
            out.push_back({static_cast<std::int64_t>(r) + 1, {cells[r].begin(), cells[r].end()}});
        return out;
    }
    Result<PlanImport> import(char const* form = "e-governance-2021") const {
        auto const all = rows();
        return import_plan(all, *plan_template(form), year);
    }
};

Cells const heads{{"কার্যক্রমের ক্ষেত্র", "মান", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "সূচকের মান", "১০০%",
                   "৯০%", "৮০%", "৭০%", "৬০%"}};

Sheet with(Cells rows) {
    Sheet sheet{heads};
    sheet.cells.insert(sheet.cells.end(), rows.begin(), rows.end());
    return sheet;
}

std::string key(ReportedRow const& row, std::size_t at = 0) {
    return at < row.says.size() ? row.says[at].message.key : "";
}

std::optional<Value> number(char const* text) { return parse_decimal(text); }

} // namespace

TEST_CASE("A plan that was exported comes back as it was, in either language and every form") {
    Catalogue words;
    words.add(embedded::plans());
    for (auto const& form : plan_templates())
        for (auto const language : {Language::bn, Language::en}) {
            CAPTURE(form.id);
            auto const plan = start_of(form, year);
            auto const sheet = plan_sheet({plan, form}, Words(words, language));
            Sheet file{{{"শিরোনাম"}, {}, sheet.heads}};
            for (auto const& row : sheet.rows) {
                auto& line = file.cells.emplace_back();
                for (auto const& cell : row)
                    line.push_back(cell.text);
            }
            auto const back = file.import(form.id.c_str());
            REQUIRE(back);
            CHECK(back->head_row == 3);
            CHECK(back->missing.empty());
            CHECK(back->unknown.empty());
            CHECK(back->refused == 0);
            REQUIRE(back->plan.areas.size() == plan.areas.size());
            for (std::size_t a = 0; a < plan.areas.size(); ++a) {
                CHECK(back->plan.areas[a].name == plan.areas[a].name);
                bool const weighed = form.id != "integrity"; // its table has no column for it
                if (weighed) CHECK(back->plan.areas[a].weight == plan.areas[a].weight);
                REQUIRE(back->plan.areas[a].activities.size() == plan.areas[a].activities.size());
                for (std::size_t b = 0; b < plan.areas[a].activities.size(); ++b) {
                    auto const& was = plan.areas[a].activities[b];
                    auto const& is = back->plan.areas[a].activities[b];
                    CHECK(is.name == was.name);
                    REQUIRE(is.indicators.size() == was.indicators.size());
                    for (std::size_t i = 0; i < was.indicators.size(); ++i) {
                        CHECK(is.indicators[i].name == was.indicators[i].name);
                        CHECK(is.indicators[i].unit == was.indicators[i].unit);
                        CHECK(is.indicators[i].weight == was.indicators[i].weight);
                        CHECK(is.indicators[i].bands[0] == was.indicators[i].bands[0]);
                        bool const banded = form.id != "integrity";
                        if (banded) CHECK(is.indicators[i].bands == was.indicators[i].bands);
                    }
                }
            }
        }
}

TEST_CASE("Merged cells, Bangla digits, days in any form and formulas' values are read") {
    auto const done = with({
                               {"[১] প্রাতিষ্ঠানিক", "১০", "[১.১] সভা", "[১.১.১] সভা আয়োজিত", "সংখ্যা",
                                "৬", "৬", "৫", "৪", "৩", "--"},
                               {"", "", "", "[১.১.২] ৪র্থ শিল্পবিপ্লবের সভা", "", "৪", "৩১ জুলাই ২০২৫",
                                "05/08/2025", "2025-08-10", "", ""},
                               {"", "", "[১.২] প্রশিক্ষণ", "৩ দিনের প্রশিক্ষণ", "%", "2.5",
                                "95.00000000000001", "90", "80", "", ""},
                               {"[২] সক্ষমতা", "৫", "", "প্রশিক্ষণপ্রাপ্ত", "জন", "5", "১,২০০",
                                "১,০০০ জন", "", "", ""},
                           })
                          .import();
    REQUIRE(done);
    auto const& areas = done->plan.areas;
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].name == "প্রাতিষ্ঠানিক");
    CHECK(areas[0].weight == Value::whole(10));
    REQUIRE(areas[0].activities.size() == 2);
    CHECK(areas[0].activities[0].indicators.size() == 2);
    auto const& second = areas[0].activities[0].indicators[1];
    CHECK(second.name == "৪র্থ শিল্পবিপ্লবের সভা");
    CHECK(second.unit == Unit::date);
    CHECK(second.better == Better::lower);
    CHECK(iso(day_of(*second.bands[1])) == "2025-08-05");
    auto const& third = areas[0].activities[1].indicators[0];
    CHECK(third.name == "৩ দিনের প্রশিক্ষণ");
    CHECK(third.weight == number("2.5"));
    CHECK(third.bands[0] == Value::whole(95));
    auto const& fourth = areas[1].activities[0];
    CHECK(fourth.name == "প্রশিক্ষণপ্রাপ্ত");
    CHECK(fourth.indicators[0].bands[1] == Value::whole(1000));
    CHECK(done->taken == 2);
    CHECK(done->mended == 2);
    CHECK(key(done->rows[1]) == "plan_import.unit_guessed");
    CHECK(key(done->rows[3]) == "plan_import.mended_value");
    CHECK(done->rows[3].place == Place{2, 1, 1});
    REQUIRE(done->missing.size() == 3);
    CHECK(done->missing[1].bn == "প্রকৃত অর্জন: ২০২৩-২৪");
}

TEST_CASE("A row that cannot be read is refused with its column, and the others are taken") {
    struct Case {
        std::vector<std::string> row;
        RowState state;
        char const* key;
        char const* column = "";
    };
    for (auto const& c : {
             Case{{"", "", "", "সূচক", "সংখ্যা", "ছয়"},
                  RowState::refused,
                  "plan_import.not_a_number",
                  "Weight of the indicator"},
             Case{{"", "", "", "সূচক", "সংখ্যা", "-1"},
                  RowState::refused,
                  "plan_import.weight_bounds"},
             Case{{"", "", "", "সূচক", "সংখ্যা", "1001"},
                  RowState::refused,
                  "plan_import.weight_bounds"},
             Case{{"", "", "", "সূচক", "তারিখ", "1", "শীঘ্রই"},
                  RowState::refused,
                  "calendar.not_a_date",
                  "100%"},
             Case{{"", "", "", "সূচক", "তারিখ", "1", "", "৩১-০৬-২০২৫"},
                  RowState::refused,
                  "calendar.no_such_day",
                  "90%"},
             Case{{"", "", "", "সূচক", "সংখ্যা", "1", "অনেক"},
                  RowState::refused,
                  "plan_import.not_a_number",
                  "100%"},
             Case{{"", "", "", "", "সংখ্যা", "1"}, RowState::refused, "plan_import.no_name"},
             Case{{"", "", "", std::string(3001, 'x'), "", "1"},
                  RowState::refused,
                  "plan_import.long_name"},
             Case{{"", "", "", "সূচক", "তারিখ", "1", "৩১ জুলাই"},
                  RowState::mended,
                  "plan_import.mended_value",
                  "100%"},
             Case{{"", "", "", "সূচক", "তারিখ", "1", "45869"},
                  RowState::mended,
                  "plan_import.mended_value",
                  "100%"},
             Case{{"", "", "", "সূচক", "সংখ্যা", "1", "5 টি"},
                  RowState::mended,
                  "plan_import.mended_value",
                  "100%"},
             Case{{"", "", "", "সূচক", "সংখ্যা", "1", "66.66666"},
                  RowState::mended,
                  "plan_import.mended_value",
                  "100%"},
             Case{{"", "", "", "সূচক", "সংখ্যা", "1", "1", "2", "3"},
                  RowState::mended,
                  "plan_import.lower_is_better"},
             Case{{"", "", "", "সূচক", "%", "1", "0.8", "0.75"},
                  RowState::mended,
                  "plan_import.share_as_percent"},
             Case{{"", "", "", "৯.৯.৯ সূচক", "%", "1", "80"},
                  RowState::mended,
                  "plan_import.renumbered"},
             Case{{"", "", "", "সূচক", "বিঘা", "1", "80"}, RowState::taken, ""},
             Case{{"", "", "", "সূচক", "সংখ্যা", "", "80"}, RowState::taken, ""},
             Case{{"১", "২", "৩", "৪", "৫", "৬", "৭"}, RowState::passed_over, ""},
             Case{{"মোট", "", "", "", "", "১০"}, RowState::passed_over, ""},
             Case{heads[0], RowState::passed_over, ""},
             Case{{"প্রস্তুতকারীর স্বাক্ষর"}, RowState::passed_over, ""},
         }) {
        CAPTURE(c.key);
        CAPTURE(c.row.back());
        auto const done = with({{"ক্ষেত্র", "", "কার্যক্রম ক", "প্রথম", "সংখ্যা", "1", "3"},
                                c.row,
                                {"", "", "", "শেষ", "সংখ্যা", "1", "3"}})
                              .import();
        REQUIRE(done);
        REQUIRE(done->rows.size() == 3);
        CHECK(done->rows[1].state == c.state);
        CHECK(key(done->rows[1]) == c.key);
        if (*c.column) CHECK(done->rows[1].says.at(0).column.en == c.column);
        CHECK(done->rows[2].state == RowState::taken);
    }
}

TEST_CASE(
    "What stands in a row of its own, or in one that is refused, stands over the rows below") {
    auto const done = with({{"[১] প্রথম ক্ষেত্র", "৭"},
                            {"", "", "[১.১] প্রথম কার্যক্রম"},
                            {"", "", "", "সভা", "সংখ্যা", "1", "3"},
                            {"[২] দ্বিতীয় ক্ষেত্র", "৮", "[২.১] দ্বিতীয় কার্যক্রম", "ভুল", "সংখ্যা", "x"},
                            {"", "", "", "প্রতিবেদন", "সংখ্যা", "1", "3"},
                            {"স্বাক্ষর"}})
                          .import();
    REQUIRE(done);
    REQUIRE(done->plan.areas.size() == 2);
    CHECK(done->plan.areas[0].activities.at(0).name == "প্রথম কার্যক্রম");
    CHECK(done->plan.areas[0].weight == Value::whole(7));
    CHECK(done->plan.areas[1].name == "দ্বিতীয় ক্ষেত্র");
    CHECK(done->plan.areas[1].weight == Value::whole(8));
    CHECK(done->plan.areas[1].activities.at(0).name == "দ্বিতীয় কার্যক্রম");
    CHECK(done->plan.areas[1].activities[0].indicators.at(0).name == "প্রতিবেদন");
}

TEST_CASE("Fractions of a spreadsheet become per cent throughout") {
    auto const done =
        with({{"ক", "", "খ", "সূচক", "%", "1", "0.8", "0.75", "", "", "0.5"}}).import();
    REQUIRE(done);
    auto const& bands = done->plan.areas[0].activities[0].indicators[0].bands;
    CHECK(bands[0] == Value::whole(80));
    CHECK(bands[4] == Value::whole(50));
}

TEST_CASE("Columns are found in any order, spelling and language, over two rows of heads") {
    Sheet const sheet{{{"ই-গভর্ন্যান্স কর্মপরিকল্পনা"},
                       {"Indicators", "Weight of the indicator", "প্রকৃত অর্জন", "", "Targets 2025-26",
                        "", "কার্যক্রম", "মতামত"},
                       {"", "", "২০২৩-২৪", "২০২৪-২৫", "Excellent 100%", "Very good (90 %)", ""},
                       {"সভা", "৬", "২", "৩", "৪", "৩", "সভা আয়োজন", "ভালো"}}};
    auto const done = sheet.import();
    REQUIRE(done);
    auto const& i = done->plan.areas.at(0).activities.at(0).indicators.at(0);
    CHECK(done->plan.areas[0].activities[0].name == "সভা আয়োজন");
    CHECK(i.before_last == Value::whole(2));
    CHECK(i.last == Value::whole(3));
    CHECK(i.bands[0] == Value::whole(4));
    CHECK(i.bands[1] == Value::whole(3));
    CHECK(done->unknown == std::vector<std::string>{"মতামত"});
    CHECK(std::ranges::any_of(done->missing, [](auto const& label) { return label.en == "Unit"; }));
}

TEST_CASE("An integrity table's achievements come from the second row of each indicator") {
    Sheet const sheet{
        {{"কার্যক্রমের ক্ষেত্র", "কার্যক্রমের নাম", "কর্মসম্পাদন সূচক", "সূচকের মান", "একক",
          "দায়িত্বপ্রাপ্ত ব্যক্তি", "লক্ষ্যমাত্রা", "লক্ষ্যমাত্রা/অর্জন", "১ম কোয়ার্টার", "২য় কোয়ার্টার"},
         {"১ ব্যবস্থা", "সভা", "সভা আয়োজিত", "৪", "সংখ্যা", "উপসচিব", "৪", "লক্ষ্যমাত্রা", "১", "১"},
         {"", "", "", "", "", "", "", "অর্জন", "১", "২"}}};
    auto const done = sheet.import("integrity");
    REQUIRE(done);
    REQUIRE(done->taken == 2);
    auto const& i = done->plan.areas[0].activities[0].indicators;
    REQUIRE(i.size() == 1);
    CHECK(i[0].quarters[0] == Value::whole(1));
    CHECK(i[0].quarters[1] == Value::whole(2));
    CHECK(i[0].bands[0] == Value::whole(4));
    CHECK(done->rows[0].responsible == "উপসচিব");
    CHECK(done->rows[1].place == Place{1, 1, 1});
}

TEST_CASE("A table that is no plan is refused, and says what is missing") {
    CHECK(Sheet{}.import().error().message.key == "plan_import.empty");
    CHECK(Sheet{{{"নাম", "পদবি"}, {"ক", "খ"}}}.import().error().message.key
          == "plan_import.no_heads");
    CHECK(Sheet{{{"সূচক", "একক", "কার্যক্রম"}, {"ক", "খ", "গ"}}}.import().error().message.key
          == "plan_import.no_weights");
    CHECK(Sheet{heads}.import().error().message.key == "plan_import.nothing");
    auto const refused = with({{"", "", "", "সূচক", "", "x"}}).import();
    REQUIRE(refused);
    CHECK(refused->refused == 1);
}

TEST_CASE("A hundred thousand rows are answered, and more indicators than a plan has are refused") {
    Sheet sheet{heads};
    sheet.cells.resize(100'000, {"", "", "", "সূচক", "সংখ্যা", "1", "2"});
    CHECK(sheet.import().error().message.key == "plan_import.too_many");
    for (std::size_t r = 1; r < sheet.cells.size(); ++r)
        sheet.cells[r] =
            r < 10 ? std::vector<std::string>{"ক", "", "", "সূচক " + std::to_string(r), "সংখ্যা", "1"}
                   : std::vector<std::string>{"", "", "", "", "", "৫"};
    auto const done = sheet.import();
    REQUIRE(done);
    CHECK(done->refused == 100'000 - 10);
    CHECK(done->rows.size() == import_rows_told_max);
    CHECK(done->untold == 100'000 - 1 - import_rows_told_max);
}

TEST_CASE("Numbers before names are taken off, and numbers of names are not") {
    struct Case {
        char const* text;
        std::size_t expected;
        char const* number;
        char const* name;
    };
    for (auto const& c :
         {Case{"[১.২.১] সভা", 0, "1.2.1", "সভা"}, Case{"১.২ সভা", 0, "1.2", "সভা"},
          Case{"1. Meeting", 0, "1", "Meeting"}, Case{"২। সভা", 0, "2", "সভা"},
          Case{"(৩) সভা", 0, "3", "সভা"}, Case{"[১]সভা", 0, "1", "সভা"},
          Case{"১ সভা", 1, "1", "সভা"}, Case{"১ সভা", 2, "", "১ সভা"},
          Case{"৩ দিনের সভা", 0, "", "৩ দিনের সভা"}, Case{"৪র্থ শিল্পবিপ্লব", 4, "", "৪র্থ শিল্পবিপ্লব"},
          Case{"২০২৫-২৬ সালের সভা", 0, "", "২০২৫-২৬ সালের সভা"}, Case{"[১.১", 0, "", "[১.১"},
          Case{"১.১", 0, "", "১.১"}, Case{"", 0, "", ""}, Case{"১.৫ শতাংশ", 0, "1.5", "শতাংশ"}}) {
        CAPTURE(c.text);
        auto const read = numbered_name(c.text, c.expected);
        CHECK(read.number == c.number);
        CHECK(read.name == c.name);
    }
}

TEST_CASE("Heads are known by what they say") {
    using K = ColumnKind;
    struct Case {
        char const* text;
        std::optional<HeadColumn> column;
    };
    for (auto const& c :
         {Case{"কর্মসম্পাদন সূচক", HeadColumn{K::indicator}},
          Case{"কর্মসম্পাদন  সূচকঃ", HeadColumn{K::indicator}},
          Case{"অসাধারণ ১০০%", HeadColumn{K::band, 100}}, Case{"১০০", HeadColumn{K::band, 100}},
          Case{"চলতি মানের নিম্নে (৬০%)", HeadColumn{K::band, 60}},
          Case{"চলতি মান", HeadColumn{K::band, 70}}, Case{"উত্তম", HeadColumn{K::band, 80}},
          Case{"৩য় ত্রৈমাসিক অগ্রগতি", HeadColumn{K::quarter, 3}},
          Case{"Q4", HeadColumn{K::quarter, 4}}, Case{"প্রকৃত অর্জন ২০২৪-২৫", HeadColumn{K::last}},
          Case{"প্রকৃত অর্জন ২০২৩-২০২৪", HeadColumn{K::before_last}},
          Case{"২০২৩-২৪", HeadColumn{K::before_last}},
          Case{"প্রক্ষেপণ ২০২৬-২৭", HeadColumn{K::projection}},
          Case{"লক্ষ্যমাত্রা ২০২৫-২৬", HeadColumn{K::target}},
          Case{"লক্ষ্যমাত্রা ২০২৬-২৭", HeadColumn{K::projection}}, Case{"৫০%", std::nullopt},
          Case{"নাম", std::nullopt}, Case{"", std::nullopt}}) {
        CAPTURE(c.text);
        CHECK(head_named(c.text, year) == c.column);
    }
}
