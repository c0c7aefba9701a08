// The Bangla calendar by both rules, the fiscal year, and names of days.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/calendar/gregorian.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::bangla;
using std::chrono::days;

namespace {

Date day(char const* text) { return *parse_iso_date(text); }

struct Printed {
    char const* gregorian;
    char const* bangla;
};

} // namespace

TEST_CASE("dates that were printed come out as printed") {
    for (auto const& [gregorian, bangla] : {
             Printed{"2023-11-16", "১ অগ্রহায়ণ ১৪৩০"},
             {"2026-01-26", "১২ মাঘ ১৪৩২"},
             {"2013-04-08", "২৫ চৈত্র ১৪১৯"},
             {"2025-04-15", "২ বৈশাখ ১৪৩২"},
             {"2024-05-15", "১ জ্যৈষ্ঠ ১৪৩১"},
             {"2025-07-30", "১৫ শ্রাবণ ১৪৩২"},
             {"2025-11-01", "১৬ কার্তিক ১৪৩২"},
             {"2025-10-19", "৩ কার্তিক ১৪৩২"},
             {"2022-01-17", "৩ মাঘ ১৪২৮"},
             {"2021-08-18", "৩ ভাদ্র ১৪২৮"},
             {"2025-02-24", "১১ ফাল্গুন ১৪৩১"},
             {"2025-07-22", "৭ শ্রাবণ ১৪৩২"},
             {"2020-02-21", "৮ ফাল্গুন ১৪২৬"},
             {"2024-02-29", "১৬ ফাল্গুন ১৪৩০"},
             {"2025-11-06", "২১ কার্তিক ১৪৩২"},
             {"2025-03-14", "২৯ ফাল্গুন ১৪৩১"},
             {"2026-04-14", "১ বৈশাখ ১৪৩৩"},
             {"2026-04-13", "৩০ চৈত্র ১৪৩২"},
         })
        CHECK_MESSAGE(long_date(bangla_date(day(gregorian)), Language::bn) == bangla, gregorian);
}

TEST_CASE("the rule of 2019 begins on 16 October 2019 and no day is lost or doubled") {
    CHECK(bangla_date(day("2019-10-15")) == BanglaDate{1426, 6, 30});
    CHECK(bangla_date(day("2019-10-16")) == BanglaDate{1426, 6, 31});
    CHECK(bangla_date(day("2019-10-17")) == BanglaDate{1426, 7, 1});
    CHECK(old_rule(day("2019-10-16")) == BanglaDate{1426, 7, 1});
    CHECK(rule_of(day("2019-10-15")) == BanglaRule::before_2019);
    CHECK(rule_of(day("2019-10-16")) == BanglaRule::since_2019);
}

TEST_CASE("ফাল্গুন has its leap day in the Gregorian leap year it falls in") {
    CHECK(days_in_month(1430, 11, BanglaRule::since_2019) == 30); // February 2024
    CHECK(days_in_month(1431, 11, BanglaRule::since_2019) == 29);
    CHECK(days_in_month(1418, 11, BanglaRule::before_2019) == 31); // February 2012
    CHECK(days_in_month(1419, 11, BanglaRule::before_2019) == 30);
    CHECK(days_in_month(1306, 11, BanglaRule::before_2019) == 30); // 1900 was none
    CHECK(days_in_month(1430, 13, BanglaRule::since_2019) == 0);
    CHECK(days_in_month(1430, 0, BanglaRule::since_2019) == 0);
    CHECK(bangla_date(day("2012-03-14")) == BanglaDate{1418, 11, 31});
    CHECK(bangla_date(day("2012-03-15")) == BanglaDate{1418, 12, 1});
}

TEST_CASE(
    "every day from 1900 to 2100 goes to Bangla and back, by both rules and the one in force") {
    BanglaDate last{};
    int days_seen = 0;
    for (Date date = calendar_first; date <= calendar_last; date += days{1}, ++days_seen) {
        for (auto const rule : {BanglaRule::before_2019, BanglaRule::since_2019}) {
            auto const there = bangla_date(date, rule);
            auto const back = gregorian_date(there, rule);
            if (!back || *back != date) FAIL(iso(date));
        }
        auto const there = bangla_date(date);
        auto const back = gregorian_date(there);
        if (!back || *back != date) FAIL(iso(date));
        if (!(last < there)) FAIL(iso(date));
        last = there;
    }
    CHECK(days_seen == 73414);
}

TEST_CASE("days that do not exist, and those outside the range, are refused") {
    for (auto const& bad : {BanglaDate{1432, 7, 31},
                            {1432, 11, 30},
                            {1432, 0, 1},
                            {1432, 13, 1},
                            {1432, 1, 0},
                            {1432, 1, 32},
                            {1200, 1, 1},
                            {1600, 1, 1},
                            {1306, 1, 1},
                            {1507, 12, 1},
                            {-1432, 1, 1}})
        CHECK(!gregorian_date(bad));
    CHECK(gregorian_date({1432, 7, 30}));
    CHECK(gregorian_date({1430, 11, 30}));
    CHECK(gregorian_date({1425, 11, 30}));
}

TEST_CASE("a checker tells the old rule from a plain mistake") {
    auto const date = day("2025-03-14");
    CHECK(agreement({1431, 11, 29}, date) == Agreement::agree);
    CHECK(agreement({1431, 11, 30}, date) == Agreement::old_rule);
    CHECK(agreement({1431, 11, 28}, date) == Agreement::differ);
    CHECK(agreement({1419, 12, 25}, day("2013-04-08")) == Agreement::agree);
    CHECK(agreement({1425, 6, 31}, day("2018-10-16")) == Agreement::new_rule);
}

TEST_CASE("dates are written with their era, in both languages") {
    auto const date = day("2026-01-26");
    CHECK(long_date_with_era(bangla_date(date), Language::bn) == "১২ মাঘ ১৪৩২ বঙ্গাব্দ");
    CHECK(long_date_with_era(date, Language::bn) == "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ");
    CHECK(both_dates(date, Language::bn) == "১২ মাঘ ১৪৩২ বঙ্গাব্দ / ২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ");
    CHECK(both_dates(date, Language::en) == "12 Magh 1432 BS / 26 January 2026 CE");
    CHECK(weekday_name(date) == Bilingual{"সোমবার", "Monday"});
    CHECK(weekday_name(day("2026-03-13")).bn == "শুক্রবার");
}

TEST_CASE("the fiscal year runs from July to June in four quarters") {
    CHECK(fiscal_year(day("2026-06-30")) == FiscalYear{2025});
    CHECK(fiscal_year(day("2026-07-01")) == FiscalYear{2026});
    CHECK(name(FiscalYear{2025}, Language::bn) == "২০২৫-২৬");
    CHECK(name(FiscalYear{1999}, Language::en) == "1999-00");
    CHECK(days_of(FiscalYear{2025}) == Days{day("2025-07-01"), day("2026-06-30")});
    for (unsigned quarter = 1; quarter <= 4; ++quarter) {
        auto const range = days_of(FiscalYear{2025}, quarter);
        CHECK(fiscal_quarter(range.first) == quarter);
        CHECK(fiscal_quarter(range.last) == quarter);
        CHECK(fiscal_quarter(range.last + days{1}) == quarter % 4 + 1);
    }
    CHECK(days_of(FiscalYear{2025}, 3) == Days{day("2026-01-01"), day("2026-03-31")});
}

TEST_CASE("fiscal years are read in the forms plans use") {
    for (auto const* text :
         {"২০২৫-২৬", "2025-26", "২০২৫-২০২৬", "২০২৫–২৬", "2025 - 2026", "২০২৫/২৬"})
        CHECK_MESSAGE(parse_fiscal_year(text) == FiscalYear{2025}, text);
    CHECK(parse_fiscal_year("1999-00") == FiscalYear{1999});
    for (auto const* text : {"২০২৫-২৭", "২০২৫", "", "২০২৫-", "25-26", "2025-2025", "২০২৫-২x"})
        CHECK_MESSAGE(!parse_fiscal_year(text), text);
}
