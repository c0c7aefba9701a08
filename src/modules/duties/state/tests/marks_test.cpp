// Marks follow the journal, on both databases.
#include "modules/duties/tests/desk.hpp"

#include <tuple>

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

TEST_CASE("a mark is kept with the event that leaves it, and known from the day it was recorded") {
    on_both([](Desk const& desk) {
        desk.happened("meeting.held", 2024y / July / 20, {{"kind", "team"}, {"on", "2024-07-18"}});
        desk.happened("meeting.held", 2024y / July / 21, {{"kind", "review"}});
        auto const marks = [&](Date known_by) {
            return desk.database.read(
                [&](Db& db) { return marks_of(db, desk.below.id, of_2024, known_by); });
        };
        CHECK(marks(2024y / July / 19).empty());
        REQUIRE(marks(2024y / July / 20).size() == 1);
        CHECK(sys_days{2024y / July / 18} == marks(2024y / July / 20).front().done_on);
        CHECK(marks(2024y / July / 30).size() == 1);
    });
}

TEST_CASE("marks taken anew from the journal are those that were kept") {
    on_both([](Desk const& desk) {
        for (unsigned month = 7; month <= 12; ++month) {
            Date const day = 2024y / month / 20;
            desk.happened("meeting.held", day, {{"kind", "team"}});
            desk.happened("meeting.reviewed_plan", day);
            desk.happened("brief.presented", day + days{2}, {{"of", iso(day)}});
            desk.happened("officer.entered", day);
        }
        auto const marks = [&] {
            std::vector<std::tuple<int, Date, Date, Date, std::int64_t>> all;
            for (auto const& m : desk.database.read([&](Db& db) {
                     return marks_of(db, desk.below.id, of_2024, 2025y / July / 1);
                 }))
                all.emplace_back(m.signal, m.counts_on, m.done_on, m.recorded_on, m.record.value);
            return all;
        };
        auto const kept = marks();
        CHECK(kept.size() == 18);
        CHECK(take_marks_anew(desk.database) == 18);
        CHECK(marks() == kept);
        CHECK(take_marks_anew(desk.database) == 0);
    });
}
