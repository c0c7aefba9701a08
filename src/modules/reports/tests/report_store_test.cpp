// A report's way from draft to publication, on both databases.
#include "modules/accounts/mail_store.hpp"
#include "modules/duties/state/marks_store.hpp"
#include "modules/reports/open_reports.hpp"
#include "modules/reports/tests/desk.hpp"
#include "platform/digest.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::reports;
using namespace udb::reports::test;
using namespace std::chrono;

namespace {

std::vector<std::string> events(Desk const& desk) {
    std::vector<std::string> kinds;
    for (auto const& event :
         desk.database.read([&](Db& db) { return events_of(db, as_record(desk.id)); }))
        kinds.push_back(event.kind);
    return kinds;
}

bool told(std::vector<std::string> const& kinds, std::string_view kind) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

Sending by_hand() {
    return {.on = today,
            .channel = papers::Channel::hand,
            .file = CheckedFile{.name = "receipt.txt",
                                .media_type = "text/plain",
                                .sha256 = sha256_hex("received"),
                                .size = 8}};
}

} // namespace

TEST_CASE("a report is begun once for an office, year and kind") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        auto const again = [&](Kind kind, int year, Actor const& by) {
            auto const done = desk.as(by, [&](Work& work) {
                return begin(work, {.office = desk.office, .fiscal_year = year, .kind = kind});
            });
            return kind_of(done ? Done{} : Done{done.error()});
        };
        CHECK(again(Kind::annual, 2025, secretary) == "kind:reports.is_there");
        CHECK(again(Kind::q4, 2026, secretary) == "year:reports.not_begun_yet");
        CHECK(again(Kind::q4, 2025, member) == "forbidden");
        CHECK(again(Kind::q4, 2025, secretary) == "");
    });
}

TEST_CASE("two people write one chapter: the second hears of it, and nothing is lost") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        CHECK(kind_of(desk.written(secretary, "plan", "প্রথম")) == "");
        CHECK(kind_of(desk.written(leader, "plan", "দ্বিতীয়")) == "conflict");
        CHECK(kind_of(desk.written(leader, "team", "অন্য অধ্যায়")) == "");
        CHECK(kind_of(desk.written(leader, "plan", "দ্বিতীয়", 1)) == "");
        CHECK(kind_of(desk.written(member, "plan", "x", 2)) == "forbidden");
        CHECK(kind_of(desk.written(secretary, "nothing", "x")) == "not_found");
        CHECK(kind_of(desk.written(secretary, "plan", std::string(text_bytes_max + 1, 'x'), 2))
              == "body:reports.text_too_long");
        auto const text = database.read([&](Db& db) { return text_of(db, desk.id, 1, "plan"); });
        CHECK(text.body == "দ্বিতীয়");
        CHECK(text.version == 2);
    });
}

TEST_CASE("another person approves it, and what was approved never changes") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        CHECK(kind_of(desk.now(secretary, submit)) == "reports.nothing_written");
        REQUIRE(desk.written(secretary, "plan", "কাজ শেষ।"));
        CHECK(kind_of(desk.approved(leader)) == "reports.move_not_now");
        REQUIRE(desk.now(secretary, submit));
        CHECK(kind_of(desk.written(secretary, "plan", "আরও", 1)) == "reports.not_a_draft");
        CHECK(kind_of(desk.approved(secretary)) == "forbidden");
        CHECK(kind_of(desk.now(leader, send_back, std::string(" ")))
              == "reason:reports.reason_needed");
        REQUIRE(desk.now(leader, send_back, std::string("সংখ্যা মেলান")));
        REQUIRE(desk.written(leader, "plan", "কাজ শেষ হয়েছে।", 1));
        REQUIRE(desk.now(secretary, submit));
        CHECK(kind_of(desk.approved(leader)) == "reports.second_person");
        REQUIRE(desk.approved(head));
        auto const files = desk.files();
        REQUIRE(files.size() == 4);
        auto const pdf = desk.bytes("pdf");
        CHECK(pdf.starts_with("%PDF"));
        CHECK(desk.bytes("html").find("কাজ শেষ হয়েছে।") != std::string::npos);
        CHECK(content_of(desk.bytes("json"))->chapters.size() == 12);
        CHECK(desk.bytes("csv").find("কাজ শেষ হয়েছে।") != std::string::npos);
        auto const kinds = events(desk);
        CHECK(told(kinds, "report.drafted"));
        CHECK(told(kinds, "report.approved"));

        REQUIRE(desk.now(secretary, begin_correction, std::string("বাজেট বাদ পড়েছিল")));
        REQUIRE(desk.written(secretary, "budget", "আলাদা বরাদ্দ ছিল না।"));
        CHECK(desk.bytes("pdf") == pdf);
        REQUIRE(desk.now(secretary, submit));
        REQUIRE(desk.approved(head));
        CHECK(desk.bytes("pdf") == pdf);
        CHECK(desk.bytes("html", 2).find("আলাদা বরাদ্দ ছিল না।") != std::string::npos);
        CHECK(desk.bytes("html", 2).find("বাজেট বাদ পড়েছিল") != std::string::npos);
        CHECK(std::ranges::count(events(desk), "report.drafted") == 1);
    });
}

TEST_CASE("a correction that is discarded leaves all as it was") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        CHECK(kind_of(desk.now(secretary, discard_correction)) == "reports.not_correcting");
        desk.frozen();
        REQUIRE(desk.now(secretary, begin_correction, std::string("ভুল")));
        REQUIRE(desk.written(secretary, "team", "নতুন"));
        REQUIRE(desk.now(secretary, discard_correction));
        CHECK(desk.report().edition == 1);
        CHECK(desk.report().working == Stage::approved);
        REQUIRE(desk.now(secretary, begin_correction, std::string("ভুল")));
        CHECK(desk.content().chapters[1].text == "");
    });
}

TEST_CASE("C23 4(5), L26 2(5): drafted, sent and published are three facts, counted for the year") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        CHECK(kind_of(desk.now(secretary, send, by_hand())) == "reports.not_approved_yet");
        CHECK(kind_of(desk.now(secretary, publish)) == "reports.not_approved_yet");
        desk.frozen();
        auto wrong = by_hand();
        wrong.file.reset();
        CHECK(kind_of(desk.now(secretary, send, wrong)) == "proof:reports.sending_needs_proof");
        wrong = by_hand();
        wrong.on = today + days{1};
        CHECK(kind_of(desk.now(secretary, send, wrong)) == "on:reports.day_ahead");
        wrong = by_hand();
        wrong.memo = "৪০.০০";
        CHECK(kind_of(desk.now(secretary, send, wrong)) == "memo:reports.no_such_letter");
        wrong = by_hand();
        wrong.email = "nobody";
        CHECK(kind_of(desk.now(secretary, send, wrong)) == "email:reports.no_address");
        wrong.email = "a@cabinet.gov.bd";
        CHECK(kind_of(desk.now(secretary, send, wrong)) == "email:reports.no_mail_here");
        CHECK(kind_of(desk.now(member, send, by_hand())) == "forbidden");
        CHECK(kind_of(desk.now(secretary, acknowledge, Acknowledging{.on = today, .note = "x"}))
              == "reports.not_sent_yet");
        REQUIRE(desk.now(secretary, send, by_hand()));
        CHECK(kind_of(desk.now(secretary, send, by_hand())) == "reports.was_sent");
        REQUIRE(desk.now(secretary, acknowledge, Acknowledging{.on = today, .note = "স্মারক ৫"}));
        REQUIRE(desk.now(secretary, publish));
        CHECK(kind_of(desk.now(secretary, publish)) == "reports.was_published");
        CHECK(desk.report().stage == Stage::published);
        auto const marks = database.read([&](Db& db) {
            return duties::marks_of(db, desk.office, bangla::FiscalYear{2025}, today);
        });
        CHECK(marks.size() == 3);
    });
}

TEST_CASE("a quarter's report counts for no duty of the year") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database, Kind::q4};
        desk.frozen();
        REQUIRE(desk.now(secretary, send, by_hand()));
        REQUIRE(desk.now(secretary, publish));
        auto const marks = database.read([&](Db& db) {
            return duties::marks_of(db, desk.office, bangla::FiscalYear{2025}, today);
        });
        CHECK(marks.empty());
        CHECK(told(events(desk), "report.period_sent"));
    });
}

TEST_CASE("the covering letter is drafted once, addressed to the Cabinet Division") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.frozen();
        auto const letter = [&] {
            auto const header = desk.report().header;
            return desk.as(secretary, [&](Work& work) { return draft_letter(work, header); });
        };
        auto const first = letter();
        if (!first) FAIL(first.error().message.key);
        auto const paper = database.read([&](Db& db) { return papers::find_paper(db, *first); });
        REQUIRE(paper);
        CHECK(paper->paper.recipients.find("মন্ত্রিপরিষদ") != std::string::npos);
        CHECK(paper->paper.about.find("বার্ষিক প্রতিবেদন, ২০২৫-২৬") != std::string::npos);
        auto const second = letter();
        REQUIRE_FALSE(second);
        CHECK(second.error().message.key == "reports.letter_is_there");
    });
}

TEST_CASE("what is owed about now: the years' reports from July, a quarter's after its end") {
    auto const owed = [](Date on) {
        std::vector<std::string> names;
        for (auto const& one : owed_about(book(), on, days{14}))
            names.push_back(std::string(id_of(one.kind)) + " " + std::to_string(one.fiscal_year));
        return names;
    };
    CHECK(owed(year{2026} / 7 / 20) == std::vector<std::string>{"q4 2025", "annual 2025"});
    CHECK(owed(year{2026} / 6 / 30) == std::vector<std::string>{"q3 2025"});
    CHECK(owed(year{2026} / 10 / 5)
          == std::vector<std::string>{"q4 2025", "annual 2025", "q1 2026"});
}
