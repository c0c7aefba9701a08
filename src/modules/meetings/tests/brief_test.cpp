// The brief (C23 §4(3), L26 fn 23) is one page whatever it has to tell; calendars know a meeting
// again.
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/tests/reading.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/brief.hpp"
#include "modules/meetings/invitation.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::meetings;
using namespace std::chrono_literals;

namespace {

Brief full() {
    Brief b{.head = {"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"},
            .fiscal_year = "২০২৬-২৭",
            .on = std::chrono::year{2026} / std::chrono::November / 23,
            .held = 1,
            .missed = 2,
            .called = 1,
            .open = 40,
            .late = 30,
            .done = 12};
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "দীর্ঘ সিদ্ধান্তের ভাষা ";
    for (int i = 0; i < 30; ++i) {
        b.latest.push_back({.text = text, .who = "প্রোগ্রামার, আইসিটি সেল", .days_late = 30 - i});
        b.matters.push_back({.what = text, .state = "১৩১ দিন বিলম্ব"});
    }
    for (int chart = 0; chart < 3; ++chart) {
        bangla::BarChart told{.title = "কর্মপরিকল্পনার অগ্রগতি"};
        for (int i = 0; i < 12; ++i)
            told.bars.push_back({.label = text, .value = 10.0 * i, .written = "৫০%"});
        b.told.push_back(std::move(told));
    }
    return b;
}

} // namespace

TEST_CASE("the brief is one page, with charts and no more lines than fit") {
    auto const paper = paper_of(full(), bangla_words());
    int charts = 0, lines = 0;
    for (auto const& block : paper.blocks) {
        auto const* chart = std::get_if<bangla::BarChart>(&block);
        charts += chart ? 1 : 0;
        if (auto const* list = std::get_if<bangla::List>(&block))
            for (auto const& item : list->items) {
                ++lines;
                CHECK(item.text.ends_with(lines > 2 ? "(১৩১ দিন বিলম্ব)" : "দিন বিলম্বিত"));
            }
    }
    CHECK(charts == 2);
    CHECK(lines == 5);
    bangla::Typesetter const typesetter{bangla::serif_fonts()};
    CHECK(bangla::reading::run("pdfinfo", typesetter.typeset(paper))
              .output.find("Pages:           1\n")
          != std::string::npos);
}

TEST_CASE("a brief without anything late has its charts alone, and tells of meetings by one") {
    auto b = full();
    b.told.clear();
    b.latest.clear();
    b.matters.clear();
    int charts = 0;
    for (auto const& block : paper_of(b, bangla_words()).blocks) {
        CHECK_FALSE(std::holds_alternative<bangla::List>(block));
        charts += std::holds_alternative<bangla::BarChart>(block) ? 1 : 0;
    }
    CHECK(charts == 2);
}

TEST_CASE("a calendar knows a meeting again after it was moved, by the same name") {
    CalendarMeeting m{.id = {17},
                      .title = "টিমের সভা",
                      .when = {.day = std::chrono::sys_days{std::chrono::year{2026} / 12 / 10},
                               .begins = 11h,
                               .lasts = 90min,
                               .place = "সভাকক্ষ"},
                      .agenda = {"অগ্রগতি", "বিবিধ"}};
    auto const before = event_of(m, "https://mole.example.gov.bd");
    CHECK(before.uid == "meeting-17@mole.example.gov.bd");
    CHECK(before.url == "https://mole.example.gov.bd/meetings/17");
    CHECK(before.description == "অগ্রগতি\nবিবিধ");
    m.when.day += std::chrono::days{7};
    m.sequence = 1;
    auto const after = event_of(m, "https://mole.example.gov.bd");
    CHECK(after.uid == before.uid);
    CHECK(after.sequence > before.sequence);
    auto const due = event_of_due({3}, "প্রতিবেদন", m.when.day, "https://mole.example.gov.bd");
    CHECK_FALSE(due.begins);
    CHECK(due.uid == "decision-3@mole.example.gov.bd");
}
