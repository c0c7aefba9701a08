// Many offices at once.
#include "modules/duties/matrix/matrix_store.hpp"
#include "modules/duties/tests/desk.hpp"

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

TEST_CASE("many offices at once say what each says alone") {
    on_both([](Desk const& desk) {
        for (unsigned month = 7; month <= 9; ++month)
            for (auto const* what : {"meeting.held", "meeting.reviewed_plan", "brief.presented"})
                desk.happened(what, 2024y / month / 20, {{"kind", "team"}});
        Date const on = 2024y / September / 30;
        auto const rows =
            desk.database.read([&](Db& db) { return matrix(db, desk.above.path, of_2024, on); });
        REQUIRE(rows.size() == 2);
        for (auto const& row : rows) {
            auto const alone = desk.database.read([&](Db& db) {
                std::vector<State> states;
                OfficeYear const year(db, row.office, of_2024, on);
                for (auto const& s : year.statuses())
                    states.push_back(s.state);
                return states;
            });
            CHECK(row.states == alone);
        }
        CHECK(rows[1].states[2] == State::met);
        CHECK(rows[0].states[2] == State::not_met);
    });
}
