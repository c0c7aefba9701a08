// Teams on both databases: the demo's verdicts, transfers, re-forming, locks, roles and rights.
#include "modules/offices/demo.hpp"
#include "modules/people/people.hpp"
#include "modules/teams/actions.hpp"
#include "modules/teams/judging.hpp"
#include "modules/teams/policy.hpp"
#include "modules/teams/team_register.hpp"
#include "modules/teams/tests/demo_teams.hpp"
#include "registers/records/rows.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::teams;
using namespace std::chrono;

namespace {

CompositionRecord present(Database& database, TeamRecord const& team, Date day = today) {
    return *database.read([&](Db& db) { return composition_in_force(db, team.id(), day); });
}
RuleState verdict_on(Database& database, std::string_view office, std::string_view mandate) {
    auto const team = team_named(database, office);
    auto const c = present(database, team);
    return judged(c.seats, c.formed_by, shipped_mandates().find(mandate), team.tier)->state;
}
CompositionRecord begun(Database& database, TeamRecord const& team) {
    REQUIRE(
        static_cast<bool>(working(database, [&](Work& w) { return begin_again(w, team.id()); })));
    return *database.read([&](Db& db) { return draft_of(db, team.id(), today); });
}
CompositionRecord again(Database& database, CompositionRecord const& c) {
    return *database.read([&](Db& db) { return find_composition(db, c.id, today); });
}
bool has_event(Database& database, Id<Record> id, std::string_view kind) {
    auto const events = database.read([&](Db& db) { return events_of(db, id); });
    return std::ranges::any_of(events, [&](Event const& e) { return e.kind == kind; });
}

} // namespace

TEST_CASE("of the demo's teams one meets the rules, one does not, and of one it cannot be told") {
    with_demo([](Database& database) {
        CHECK(verdict_on(database, gazipur, "cabinet-2023") == RuleState::met);
        CHECK(verdict_on(database, "শ্রম অধিদপ্তর", "cabinet-2023") == RuleState::not_met);
        CHECK(verdict_on(database, sreepur, "cabinet-2023") == RuleState::cannot_tell);
    });
}

TEST_CASE("the ministry's team meets the order that names it, and not the notification of 2023") {
    with_demo([](Database& database) {
        CHECK(present(database, team_named(database, mole)).seats.size() == 9);
        CHECK(verdict_on(database, mole, "labour-2026") == RuleState::met);
        CHECK(verdict_on(database, mole, "cabinet-2023") == RuleState::not_met);
    });
}

TEST_CASE("after a transfer the seat shows the newcomer, and the post tells its history") {
    with_demo([](Database& database) {
        auto const team = team_named(database, mole);
        auto const before = present(database, team).seats[6];
        REQUIRE(before.sitter);
        auto const newcomer = working(database, [](Work& w) {
            return people::add_officer(w, {.name_bn = "নাজমা হক", .name_en = "Nazma Haque"});
        });
        REQUIRE(static_cast<bool>(newcomer));
        REQUIRE(static_cast<bool>(working(database, [&](Work& w) {
            return people::transfer(w, {.transfer = {.post = before.posts[0].id,
                                                     .comes = *newcomer,
                                                     .from = 2026y / June / 1}});
        })));
        auto const after = present(database, team).seats[6];
        CHECK(after.sitter->officer == *newcomer);
        CHECK(after.id == before.id);
        CHECK(present(database, team, 2026y / May / 31).seats[6].sitter->officer
              == before.sitter->officer);
        CHECK(has_event(database, as_record(before.posts[0].id), "post.transferred"));
        auto const roles = database.read([&](Db& db) { return seat_roles(db, *newcomer, today); });
        REQUIRE(roles.size() == 1);
        CHECK(roles[0].role == Role::member);
        CHECK(roles[0].office_path == team.header.office_path);
        CHECK(database.read([&](Db& db) { return seat_roles(db, before.sitter->officer, today); })
                  .empty());
    });
}

TEST_CASE("a vacant seat has no sitter, and a later alternative takes it over") {
    with_demo([](Database& database) {
        auto const team = team_named(database, mole);
        auto const seat = present(database, team).seats[3];
        REQUIRE(seat.posts.size() == 2);
        auto const vacate = [&](Id<Post> post) {
            return static_cast<bool>(working(database, [&](Work& w) {
                return people::transfer(
                    w, {.transfer = {.post = post, .comes = {}, .from = 2026y / June / 1}});
            }));
        };
        auto const second = database.read(
            [&](Db& db) { return people::holders_on(db, std::span(&seat.posts[1].id, 1), today); });
        REQUIRE(second.size() == 1);
        auto const deputy = second[0].holding.officer;
        auto const roles = [&] {
            return database.read([&](Db& db) { return seat_roles(db, deputy, today); }).size();
        };
        CHECK(roles() == 0);
        REQUIRE(vacate(seat.posts[0].id));
        CHECK(present(database, team).seats[3].sitter->officer == deputy);
        CHECK(roles() == 1);
        REQUIRE(vacate(seat.posts[1].id));
        CHECK_FALSE(present(database, team).seats[3].sitter);
    });
}

TEST_CASE("a composition put in force ends the former one the day before") {
    with_demo([](Database& database) {
        auto const team = team_named(database, mole);
        auto const former = present(database, team);
        auto draft = begun(database, team);
        CHECK(difference(former.seats, draft.seats).empty());
        auto seat = draft.seats[8];
        seat.role = SeatRole::member;
        REQUIRE(static_cast<bool>(
            working(database, [&](Work& w) { return save_seat(w, draft, seat); })));
        draft = again(database, draft);
        REQUIRE(static_cast<bool>(
            working(database, [&](Work& w) { return remove_seat(w, draft, draft.seats[7].id); })));
        draft = again(database, draft);
        CHECK(draft.seats.back().no == 8);
        REQUIRE(static_cast<bool>(working(database, [&](Work& w) {
            return put_in_force(w, {.composition = draft.id,
                                    .memo = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৯",
                                    .date = 2026y / June / 10,
                                    .version = draft.version});
        })));
        auto const after = present(database, team);
        CHECK(after.id == draft.id);
        CHECK(after.seats.size() == 8);
        CHECK(present(database, team, 2026y / June / 9).id == former.id);
        CHECK(*again(database, former).until == 2026y / June / 9);
        CHECK(again(database, former).stage == Stage::past);
        CHECK(has_event(database, team.header.id, "team.reformed"));
        CHECK(difference(former.seats, after.seats).size() == 2);
        CHECK(database.read([&](Db& db) { return kept_verdict(db, after.id); })->state
              == RuleState::not_met);
    });
}

TEST_CASE("putting in force is refused without an order, before the former one, and twice") {
    with_demo([](Database& database) {
        auto const team = team_named(database, mole);
        auto const draft = begun(database, team);
        auto const tried = [&](Forming forming) {
            forming.composition = draft.id;
            auto const done = working(database, [&](Work& w) { return put_in_force(w, forming); });
            return done                          ? std::string("done")
                   : done.error().fields.empty() ? done.error().message.key
                                                 : done.error().fields[0].field;
        };
        CHECK(tried({.memo = " ", .date = today}) == "memo");
        CHECK(tried({.memo = "১"}) == "date");
        CHECK(tried({.memo = "১", .date = 2026y / January / 26}) == "effective");
        CHECK(tried({.memo = "১", .date = today, .version = draft.version + 1})
              == "error.conflict");
        CHECK(tried({.memo = "১", .date = 2026y / January / 27}) == "done");
        CHECK(tried({.memo = "১", .date = today}) == "error.conflict");
    });
}

TEST_CASE("whoever read an older draft changes nothing") {
    with_demo([](Database& database) {
        auto const draft = begun(database, team_named(database, mole));
        auto seat = draft.seats[0];
        seat.role = SeatRole::member;
        auto const save = [&] {
            return working(database, [&](Work& w) { return save_seat(w, draft, seat); });
        };
        REQUIRE(static_cast<bool>(save()));
        auto const second = save();
        REQUIRE_FALSE(static_cast<bool>(second));
        CHECK(second.error().kind == Error::Kind::conflict);
        auto const gone = working(database, [&](Work& w) { return discard_draft(w, draft); });
        CHECK_FALSE(static_cast<bool>(gone));
        auto const now = again(database, draft);
        CHECK(static_cast<bool>(working(database, [&](Work& w) { return discard_draft(w, now); })));
        auto const team = team_named(database, mole).id();
        CHECK(static_cast<bool>(working(database, [&](Work& w) { return begin_again(w, team); })));
    });
}

TEST_CASE("a team takes a hundred seats and no more, and says so") {
    with_demo([](Database& database) {
        auto const team = team_named(database, "শ্রম অধিদপ্তর");
        auto const draft = begun(database, team);
        auto const add = [&] {
            return working(database, [&](Work& w) -> Result<Id<TeamSeat>> {
                auto const now = find_composition(w.db, draft.id, today);
                return save_seat(w, *now, {.post_text = {"সদস্য", "Member"}});
            });
        };
        for (auto n = draft.seats.size(); n < seats_max; ++n)
            REQUIRE(static_cast<bool>(add()));
        auto const over = add();
        REQUIRE_FALSE(static_cast<bool>(over));
        CHECK(over.error().message.key == "teams.too_many_seats");
    });
}

TEST_CASE("a seat needs a post, an officer or a text, and not a post and an officer") {
    with_demo([](Database& database) {
        auto const draft = begun(database, team_named(database, mole));
        auto const wrong = [&](TeamSeat const& seat) {
            auto const done = working(database, [&](Work& w) { return save_seat(w, draft, seat); });
            return done ? std::string{} : done.error().fields.front().field;
        };
        auto const& first = draft.seats[0];
        CHECK(wrong({}) == "post_search");
        CHECK(wrong({.posts = {{.id = {987654}}}}) == "post_search");
        CHECK(wrong({.posts = first.posts, .officer = first.sitter->officer}) == "officer_search");
        CHECK(wrong({.officer = first.sitter->officer}).empty());
    });
}

TEST_CASE("an exception needs a rule that is not met and a reason, and is told in the history") {
    with_demo([](Database& database) {
        auto const team = team_named(database, "শ্রম অধিদপ্তর");
        auto const except = [&](std::string rule, std::string reason) {
            return static_cast<bool>(working(database, [&](Work& w) {
                return except_rule(w, {.team = team.id(),
                                       .mandate = "cabinet-2023",
                                       .rule = std::move(rule),
                                       .reason = std::move(reason)});
            }));
        };
        CHECK_FALSE(except("size", " "));
        CHECK_FALSE(except("leader", "প্রয়োজন নেই"));
        CHECK_FALSE(except("nothing", "অজানা"));
        CHECK(except("size", "দপ্তরে পদ শূন্য"));
        CHECK(has_event(database, team.header.id, "team.exception_recorded"));
        auto const kept = database.read([&](Db& db) { return exceptions_of(db, team.id()); });
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].digest
              == shipped_mandates().find("cabinet-2023")->rules(Tier::agency)->digest);
    });
}

TEST_CASE("a list is told how each team stands today: its seats, and those that are vacant") {
    with_demo([](Database& database) {
        auto const stands = [&](TeamRecord const& team) {
            return database
                .read([&](Db& db) { return teams_today(db, std::array{team.id()}, today); })
                .at(0);
        };
        auto const ministry = stands(team_named(database, mole));
        CHECK(ministry.seats == 9);
        CHECK(ministry.vacant == 0);
        CHECK(ministry.since);
        CHECK(stands(team_named(database, sreepur)).vacant == 1);
        CHECK(database.read([](Db& db) { return teams_today(db, {}, today); }).empty());
    });
}

TEST_CASE("the register of teams holds what the newest composition brought, on the day it did") {
    with_demo([](Database& database) {
        auto const team = team_named(database, mole);
        auto const row = database.read([&](Db& db) {
            TeamRow loaded;
            load_row(db, team_register, team.header.id, &loaded);
            return loaded;
        });
        auto const present =
            database.read([&](Db& db) { return composition_in_force(db, team.id(), today); });
        CHECK(row.stage == Standing::active);
        CHECK(row.since == present->since);
        CHECK(row.seats == std::ssize(present->seats));
        CHECK(row.number == present->memo);
        CHECK(row.mandate.id == present->mandate);
    });
}

TEST_CASE("C23 §3: who forms in an office, the DC in the upazilas below") {
    with_demo([](Database& database) {
        auto const district = team_named(database, gazipur).header.office_path;
        auto const upazila = team_named(database, sreepur);
        auto const may = [&](Role role, std::string const& path) {
            auto const actor = actor_with({{role, path}});
            auto const done = working(
                database,
                [&](Work& w) -> Done {
                    TRY(begin_again(w, upazila.id()));
                    return discard_draft(w, *draft_of(w.db, upazila.id(), today));
                },
                actor);
            return static_cast<bool>(done);
        };
        CHECK(may(Role::head_of_office, district));
        CHECK_FALSE(may(Role::member_secretary, district));
        CHECK(may(Role::member_secretary, upazila.header.office_path));
        CHECK(may(Role::leader, upazila.header.office_path));
        CHECK_FALSE(may(Role::member, upazila.header.office_path));
        CHECK_FALSE(may(Role::overseer, district));
        CHECK_FALSE(may(Role::guest, upazila.header.office_path));
        CHECK(may(Role::administrator, district));
    });
}
