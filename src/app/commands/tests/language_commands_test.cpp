// The commands date, workdays and memo, as the command line runs them.
#include "app/commands/date.hpp"
#include "app/commands/memo.hpp"
#include "app/commands/workdays.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

namespace udb::embedded {
std::span<EmbeddedFile const> calendar();
std::span<EmbeddedFile const> memo();
} // namespace udb::embedded

using namespace udb;
using namespace udb::app;

namespace {

struct Done {
    int code;
    std::string out, err;
};

Catalogue const& words() {
    static Catalogue const all = [] {
        Catalogue made;
        made.add(embedded::calendar());
        made.add(embedded::memo());
        return made;
    }();
    return all;
}

template <class Command>
Done ran(Command const& command) {
    std::ostringstream out, err;
    int const code = run(command, words(), out, err);
    return {code, out.str(), err.str()};
}

Done ran(WorkdaysAdd const& command) {
    std::ostringstream out, err;
    int const code = run(command, bangla::known_holidays(), words(), out, err);
    return {code, out.str(), err.str()};
}

} // namespace

TEST_CASE("date turns a day into the other calendar") {
    CHECK(ran(DateCommand{.text = "2023-11-16"}).out == "১ অগ্রহায়ণ ১৪৩০\n");
    CHECK(ran(DateCommand{.text = "2026-01-26"}).out == "১২ মাঘ ১৪৩২\n");
    CHECK(ran(DateCommand{.text = "2013-04-08"}).out == "২৫ চৈত্র ১৪১৯\n");
    CHECK(ran(DateCommand{.text = "১২ মাঘ ১৪৩২", .from_bangla = true}).out == "2026-01-26\n");
    CHECK(ran(DateCommand{.text = "2025-03-14", .old_rule = true}).out == "৩০ ফাল্গুন ১৪৩১\n");
    CHECK(ran(DateCommand{.text = "৩০ ফাল্গুন ১৪২৯", .from_bangla = true, .old_rule = true}).out
          == "2023-03-14\n");
    CHECK(
        ran(DateCommand{.text = "2026-01-26", .json = true}).out
        == "{\"gregorian\":\"2026-01-26\",\"bangla\":\"১২ মাঘ ১৪৩২\",\"weekday\":{\"bn\":\"সোমবার\",\"en\":\"Monday\"},"
           "\"fiscal_year\":\"2025-26\",\"rule\":\"since_2019\"}\n");
}

TEST_CASE("date refuses in both languages and says what it mended") {
    for (auto const& bad : {DateCommand{.text = "2026-02-31"},
                            {.text = "৩২ মাঘ ১৪৩২", .from_bangla = true},
                            {.text = "2026-01-26", .from_bangla = true},
                            {.text = "৩১ জুলাই"},
                            {.text = "x"}}) {
        auto const done = ran(bad);
        CHECK_MESSAGE(done.code == 1, bad.text);
        CHECK(done.out.empty());
        CHECK(std::count(done.err.begin(), done.err.end(), '\n') == 2);
    }
    CHECK(ran(DateCommand{.text = "2026-02-28"}).code == 0);
    CHECK(ran(DateCommand{.text = " "}).code == 2);
    auto const mended = ran(DateCommand{.text = "১ অগ্রহাষণ ১৪৩০"});
    CHECK(mended.out == "2023-11-16\n");
    CHECK(mended.err.find("অগ্রহায়ণ") != std::string::npos);
}

TEST_CASE("workdays explains every day it skipped") {
    auto const json = ran(WorkdaysAdd{.from = "2026-12-13", .days = 3, .json = true});
    CHECK(
        json.out
        == "{\"date\":\"2026-12-17\",\"skipped\":[{\"date\":\"2026-12-16\",\"why\":{\"bn\":\"বিজয় দিবস (সাধারণ ছুটি)\","
           "\"en\":\"Victory Day (general holiday)\"}}]}\n");
    auto const text = ran(WorkdaysAdd{.from = "১৩ ডিসেম্বর ২০২৬", .days = 3});
    CHECK(text.out.find("১৭ ডিসেম্বর ২০২৬, বৃহস্পতিবার") != std::string::npos);
    CHECK(text.out.find("১৬ ডিসেম্বর ২০২৬, বিজয় দিবস") != std::string::npos);
    auto const without_list = ran(WorkdaysAdd{.from = "2027-01-03", .days = 1, .json = true});
    CHECK(without_list.out == "{\"date\":\"2027-01-04\",\"skipped\":[]}\n");
    CHECK(without_list.err.find("2027") != std::string::npos);
    CHECK(ran(WorkdaysAdd{.from = "2026-03-12", .days = -1}).code == 1);
    CHECK(ran(WorkdaysAdd{.from = "", .days = 1}).code == 1);
    CHECK(ran(WorkdaysAdd{.from = "৩১ জুলাই", .days = 1}).code == 1);
    CHECK(ran(WorkdaysAdd{.from = "2026-03-12", .days = 0, .json = true}).out
          == "{\"date\":\"2026-03-12\",\"skipped\":[]}\n");
}

TEST_CASE("memo parse prints every group, and null for what is absent") {
    CHECK(
        ran(MemoParse{.text = "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭/১(৫৮০)", .json = true}).out
        == "{\"raw\":\"০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭/১(৫৮০)\",\"scheme\":18,\"groups\":{\"ministry\":\"04\",\"agency\":\"00\","
           "\"place\":\"0000\",\"section\":\"832\",\"subject\":\"18\",\"file\":\"001\",\"year\":\"23\"},\"issue\":\"77\","
           "\"copy\":{\"no\":1,\"count\":580}}\n");
    CHECK(
        ran(MemoParse{.text = "সম/শা-৩/২০১০-৪৫", .json = true}).out
        == "{\"raw\":\"সম/শা-৩/২০১০-৪৫\",\"scheme\":null,\"groups\":null,\"issue\":null,\"copy\":null}\n");
    auto const text = ran(MemoParse{.text = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫"});
    CHECK(text.out.find("মন্ত্রণালয়/বিভাগ: ৪০ (শ্রম ও কর্মসংস্থান মন্ত্রণালয়)") != std::string::npos);
    CHECK(text.out.find("(২০১৭ সালে খোলা নথি)") != std::string::npos);
    CHECK(ran(MemoParse{.text = "", .json = true}).code == 2);
}
