// Dates as papers write them.
#include "bangla/calendar/written_date.hpp"
#include "support/cpu_time.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <fstream>
#include <random>
#include <sstream>

using namespace udb;
using namespace udb::bangla;

namespace {

std::string file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("every form of the two documents and of daily papers is read") {
    struct Case {
        char const* text;
        char const* iso;
        bool bangla = false;
    };
    for (auto const& [text, expected, bangla] : {
             Case{"১৬ নভেম্বর ২০২৩", "2023-11-16"},
             {"০৮ এপ্রিল ২০১৩", "2013-04-08"},
             {"১৬-১১-২০২৩", "2023-11-16"},
             {"০৬.১১. ২০২৫", "2025-11-06"},
             {"০৬.১১.২০২৫-এর", "2025-11-06"},
             {"২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ", "2026-01-26"},
             {"২৬/০১/২০২৬", "2026-01-26"},
             {"2026-01-26", "2026-01-26"},
             {"২০২৬-০১-২৬", "2026-01-26"},
             {"26/1/2026", "2026-01-26"},
             {"২৬ জানুয়ারী, ২০২৬", "2026-01-26"},
             {"26 January 2026", "2026-01-26"},
             {"26th January, 2026", "2026-01-26"},
             {"January 26, 2026", "2026-01-26"},
             {"Jan. 26, 2026", "2026-01-26"},
             {"26-Jan-2026", "2026-01-26"},
             {"সোমবার, ২৬ জানুয়ারি ২০২৬", "2026-01-26"},
             {"তারিখ: ২৬ জানুয়ারি ২০২৬", "2026-01-26"},
             {"তারিখঃ ২৬/০১/২০২৬ খ্রি.", "2026-01-26"},
             {"২৬/০১/২০২৬ খ্রিঃ", "2026-01-26"},
             {"২৬ জানুয়ারি ২০২৬ তারিখের", "2026-01-26"},
             {"১৬ই ডিসেম্বর ২০২৫", "2025-12-16"},
             {"২৬শে মার্চ ২০২৬", "2026-03-26"},
             {"২১শে ফেব্রুয়ারি ২০২০ ইং", "2020-02-21"},
             {"১৫ আগষ্ট ২০২৫", "2025-08-15"},
             {"১০ সেপ্টেম্বর ২০২৫", "2025-09-10"},
             {"২৯ ফেব্রুয়ারি ২০২৪", "2024-02-29"},
             {"৩০ জুন ২০২৬ সাল", "2026-06-30"},
             {"৫ মে ২০২৬", "2026-05-05"},
             {"২ অক্টোবর ২০২৫", "2025-10-02"},
             {"১ অগ্রহায়ণ ১৪৩০", "2023-11-16", true},
             {"১২ মাঘ ১৪৩২ বঙ্গাব্দ", "2026-01-26", true},
             {"১২-১০-১৪৩২", "2026-01-26", true},
             {"১লা বৈশাখ ১৪৩৩", "2026-04-14", true},
             {"৩০ চৈত্র ১৪৩২ সন", "2026-04-13", true},
             {"২ রা জ্যৈষ্ঠ ১৪৩১", "", true},
             {"১ জৈষ্ঠ্য ১৪৩১", "2024-05-15", true},
             {"১৫ শ্রাবন ১৪৩২", "2025-07-30", true},
             {"৩ ভাদ্র ১৪২৮", "2021-08-18", true},
             {"১৬ কার্ত্তিক ১৪৩২", "2025-11-01", true},
             {"১১ ফাল্গুণ ১৪৩১ বাংলা", "2025-02-24", true},
             {"১০ আষাঢ় ১৪৩২", "2025-06-24", true},
             {"৫ আশ্বিন, ১৪৩২", "2025-09-20", true},
             {"১০ পৌষ ১৪৩২", "2025-12-25", true},
             {"12 Magh 1432", "2026-01-26", true},
         }) {
        auto const read = parse_date(text);
        if (*expected == '\0') {
            CHECK_MESSAGE(!read, text);
            continue;
        }
        REQUIRE_MESSAGE(read, text);
        CHECK_MESSAGE(iso(read->date.value()) == expected, text);
        CHECK_MESSAGE((read->calendar == CalendarKind::bangla) == bangla, text);
        CHECK_MESSAGE(read->mended.empty(), text);
    }
}

TEST_CASE("a misspelt month is read, and said to be") {
    struct Case {
        char const* text;
        char const* iso;
        char const* month;
    };
    for (auto const& [text, expected, month] : {Case{"১ অগ্রহাষণ ১৪৩০", "2023-11-16", "অগ্রহায়ণ"},
                                                {"১৬ নভেম্বব ২০২৩", "2023-11-16", "নভেম্বর"},
                                                {"২৬ জানুযারি ২০২৬", "2026-01-26", ""},
                                                {"১৫ শ্রারণ ১৪৩২", "2025-07-30", "শ্রাবণ"},
                                                {"১০ সেন্টেম্বর ২০২৫", "2025-09-10", "সেপ্টেম্বর"}}) {
        auto const read = parse_date(text);
        REQUIRE_MESSAGE(read, text);
        CHECK_MESSAGE(iso(read->date.value()) == expected, text);
        if (*month == '\0') continue;
        REQUIRE_MESSAGE(read->mended.size() == 1, text);
        CHECK(read->mended[0].key == "calendar.mended_month");
        CHECK(std::get<BilingualText>(read->mended[0].args[1].second).bn == month);
    }
    CHECK(parse_date("১ অগ্রহায়ণ ১৪৩০")->mended.empty());
}

TEST_CASE("two-digit years and contradicting eras are read with a note") {
    auto const short_year = parse_date("০৬-১১-২৫");
    REQUIRE(short_year);
    CHECK(iso(*short_year->date) == "2025-11-06");
    CHECK(short_year->mended.at(0).key == "calendar.mended_year");
    auto const era = parse_date("১২ মাঘ ১৪৩২ খ্রিস্টাব্দ");
    REQUIRE(era);
    CHECK(era->mended.at(0).key == "calendar.mended_era");
    CHECK(parse_date("১২ মাঘ ১৪৩২ বঙ্গাব্দ")->mended.empty());
}

TEST_CASE("a day that only the rule before 2019 has is read by it, and said to be") {
    auto const read = parse_date("৩০ ফাল্গুন ১৪৩১");
    REQUIRE(read);
    CHECK(iso(*read->date) == "2025-03-14");
    CHECK(read->mended.at(0).key == "calendar.by_old_rule");
    CHECK(parse_date("২৯ ফাল্গুন ১৪৩১")->mended.empty());
}

TEST_CASE("a day and a month alone have no date") {
    auto const read = parse_date("৩১ জুলাই-এর");
    REQUIRE(read);
    CHECK(!read->date);
    CHECK(!read->year);
    CHECK(read->day == 31);
    CHECK(read->month == 7);
    CHECK(parse_date("৩০ জুলাইয়ের")->day == 30);
    CHECK(parse_date("২৯ ফেব্রুয়ারি"));
    CHECK(!parse_date("৩০ ফেব্রুয়ারি"));
}

TEST_CASE("impossible dates are refused with the month and its length") {
    struct Case {
        char const* text;
        char const* key;
    };
    for (auto const& [text, key] : {Case{"৩১ ফেব্রুয়ারি ২০২৬", "calendar.no_such_day"},
                                    {"২৯ ফেব্রুয়ারি ২০২৩", "calendar.no_such_day"},
                                    {"৩১-০৪-২০২৬", "calendar.no_such_day"},
                                    {"৩১ কার্তিক ১৪৩২", "calendar.no_such_day"},
                                    {"৩১ ফাল্গুন ১৪৩১", "calendar.no_such_day"},
                                    {"০ মে ২০২৬", "calendar.no_such_day"},
                                    {"১৬-১৩-২০২৩", "calendar.not_a_date"},
                                    {"১২ মাঘ ২০২৬", "calendar.out_of_range"},
                                    {"১ জানুয়ারি ১৮৯৯", "calendar.out_of_range"},
                                    {"০১-০১-২১০১", "calendar.out_of_range"},
                                    {"", "calendar.not_a_date"},
                                    {"আজ", "calendar.not_a_date"},
                                    {"২০২৬", "calendar.not_a_date"},
                                    {"১২ মাঘ ১৪৩২ এবং ১৩ মাঘ ১৪৩২", "calendar.not_a_date"},
                                    {"১৬ নভেম্বর ২০২৩ ৫", "calendar.not_a_date"},
                                    {"99999999999999999999-01-01", "calendar.not_a_date"}}) {
        auto const read = parse_date(text);
        REQUIRE_MESSAGE(!read, text);
        CHECK_MESSAGE(read.error().message.key == key, text);
    }
    CHECK(parse_date("২৯ ফাল্গুন ১৪৩১"));
    CHECK(std::get<std::int64_t>(parse_date("৩১ ফেব্রুয়ারি ২০২৪").error().message.args[2].second)
          == 29);
}

TEST_CASE("dates are found where they stand, and memo numbers are not taken for them") {
    std::string const text =
        "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫\nতারিখ: ১২ মাঘ ১৪৩২ বঙ্গাব্দ\n২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ\n"
        "স্মারক নং ০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০ তারিখ: ০৬.১১. ২০২৫-এর প্রজ্ঞাপন, ৩১ জুলাই-এর মধ্যে, ৩১ ফেব্রুয়ারি ২০২৬, "
        "৩-৫ জন, ০১ জন, ২০৪১ সালের মধ্যে, ১.২.৩, ৩ জন ২০২৫ সালে, ফোন ৯৫১৩৩৩৯, 192.168.10.2020";
    auto const found = find_dates(text);
    REQUIRE(found.size() == 5);
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "১২ মাঘ ১৪৩২ বঙ্গাব্দ");
    CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ");
    CHECK(text.substr(found[2].begin, found[2].end - found[2].begin) == "০৬.১১. ২০২৫");
    CHECK(text.substr(found[3].begin, found[3].end - found[3].begin) == "৩১ জুলাই");
    CHECK(iso(found[2].date->date.value()) == "2025-11-06");
    CHECK(found[4].date.error().message.key == "calendar.no_such_day");
    CHECK(find_dates("০১/০৭/২০২৫-৩০/০৬/২০২৬").size() == 2);
    CHECK(find_dates("").empty());
}

TEST_CASE("all dates of the real documents are found") {
    std::string const folder = UDB_SOURCE_DIR "/../shared/seeds/";
    auto const cabinet = file(folder + "cabinet-division-2023-11-16.txt");
    if (!cabinet.empty()) {
        std::vector<std::string> dates;
        std::size_t mended = 0;
        for (auto const& found : find_dates(cabinet)) {
            REQUIRE(found.date);
            dates.push_back(found.date->date ? iso(*found.date->date) : "no year");
            mended += found.date->mended.size();
        }
        CHECK(dates
              == std::vector<std::string>{"2023-11-16", "2023-11-16", "2013-04-08", "no year",
                                          "2023-11-16", "2023-11-16", "2023-11-16"});
        CHECK(mended == 1);
    }
    auto const labour = file(folder + "labour-ministry-2026-01-26.txt");
    if (!labour.empty()) {
        std::vector<std::string> dates;
        for (auto const& found : find_dates(labour)) {
            REQUIRE(found.date);
            CHECK(found.date->mended.empty());
            dates.push_back(found.date->date ? iso(*found.date->date) : "no year");
        }
        CHECK(dates
              == std::vector<std::string>{"2026-01-26", "2026-01-26", "2025-11-06", "no year",
                                          "2026-01-26", "2026-01-26"});
    }
}

TEST_CASE("any bytes are searched without harm, in linear time") {
    char const* const pieces[] = {"১",   "২০২৬", "-",    ".",        "/",  " ", "মাঘ", "জুন",
                                  "May", ",",    "\xFF", "\xE0\xA6", "শে", "(", "খ্রি"};
    std::mt19937 random(3);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (auto left = random() % 14; left > 0; --left)
            text += pieces[random() % std::size(pieces)];
        for (auto const& found : find_dates(text)) {
            CHECK(found.begin < found.end);
            CHECK(found.end <= text.size());
        }
        (void)parse_date(text);
    }
    for (auto const* unit : {"১", "১-", "১ ক ", "১ অগ্রহাষণ ১৪৩০ ", "১.১.২০২"}) {
        std::string text;
        while (text.size() < 500'000)
            text += unit;
        CHECK(udb::test::cpu_time_of([&] { (void)find_dates(text); }) < std::chrono::seconds{10});
    }
}
