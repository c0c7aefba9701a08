// An office with a head, a clerk and somebody to take the clerk's place, for the tests of meetings.
#pragma once

#include "host/application.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/roster_store.hpp"
#include "modules/meetings/standing_store.hpp"
#include "modules/people/people.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace udb::meetings::test_desk {

using namespace std::chrono_literals;
using std::chrono::year;

inline constexpr Module const* modules[] = {
    &offices::manifest,  &people::manifest,   &mandates::manifest,
    &teams::manifest,    &papers::manifest,   &accounts::manifest,
    &evidence::manifest, &holidays::manifest, &meetings::manifest,
};

constexpr Date on(unsigned month, unsigned day) {
    return year{2026} / std::chrono::month{month} / std::chrono::day{day};
}
inline constexpr Date today = on(11, 23);

struct Desk {
    Database& database;
    Id<Office> office = {};
    std::string path = {};
    Id<Post> secretary = {}, chief = {};
    Id<Officer> first = {}, second = {};
    Actor clerk = {}, head = {}, holder = {}, stranger = {};

    template <class Act>
    auto as(Actor const& actor, Act const& act, Date day = today) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = day, .now = Instant{day}};
            within = &db;
            auto done = act(work);
            within = nullptr;
            return done;
        });
    }
    /// Inside a unit of work, what stands there.
    template <class Ask>
    auto look(Ask const& ask) const {
        return within ? ask(*within) : database.read(ask);
    }
    mutable Db* within = nullptr;

    Actor actor(std::int64_t account, std::vector<Assignment> roles, Id<Officer> officer) const {
        return {.account = {account},
                .officer = officer,
                .office = office,
                .name = {"করণিক", "Clerk"},
                .assignments = std::move(roles)};
    }

    explicit Desk(Database& at) : database(at) {
        Actor const all = actor(1, {{Role::administrator, "/"}}, {});
        REQUIRE(as(all, [&](Work& work) -> Done {
            office = TRY(offices::add_office(work, {.name_bn = "শ্রম অধিদপ্তর"}));
            chief = TRY(offices::add_post(
                work, {.office = office, .title_bn = "মহাপরিচালক", .is_head = true}));
            secretary = TRY(offices::add_post(
                work, {.office = office, .title_bn = "প্রোগ্রামার", .email = "p@dol.gov.bd"}));
            first = TRY(people::add_officer(work, {.name_bn = "রহিমা খাতুন"}));
            second = TRY(people::add_officer(work, {.name_bn = "করিম মিয়া"}));
            TRY(people::transfer(
                work, {.transfer = {.post = secretary, .comes = first, .from = on(1, 1)}}));
            path = offices::find_office(work.db, office)->path();
            return {};
        }));
        clerk = actor(1, {{Role::member_secretary, path}}, first);
        head = actor(2, {{Role::head_of_office, path}}, {});
        holder = actor(3, {}, second);
        stranger = actor(4, {}, {});
    }

    Calling calling(Date day, MeetingKind kind = MeetingKind::team) const {
        return {.office = office,
                .kind = kind,
                .title = {"টিমের সভা", "Team meeting"},
                .when = {.day = day, .begins = 11h, .lasts = 60min, .place = "সভাকক্ষ"},
                .people = {{.post = chief, .chair = true},
                           {.post = secretary},
                           {.name = "আমন্ত্রিত অতিথি", .email = "guest@example.org"}},
                .agenda = {"কর্মপরিকল্পনার অগ্রগতি", "বিবিধ"}};
    }
    Id<Meeting> called(Date day, MeetingKind kind = MeetingKind::team) const {
        auto const id = as(kind == MeetingKind::coordination ? head : clerk,
                           [&](Work& work) { return call_meeting(work, calling(day, kind)); });
        REQUIRE(id);
        return *id;
    }
    MeetingRecord meeting(Id<Meeting> id) const {
        return *look([&](Db& db) { return find_meeting(db, id); });
    }
    std::vector<Item> items(Id<Meeting> id) const {
        return look([&](Db& db) { return items_of(db, id); });
    }
    Done held(Id<Meeting> id, Actor const& who) const {
        auto const m = meeting(id);
        Attendance attendance{.when = m.when, .people = m.people};
        for (auto& p : attendance.people)
            p.presence = Presence::present;
        return as(who, [&](Work& work) { return hold(work, m.header, attendance); });
    }
    Id<Decision> decided(Id<Meeting> id, std::string text, std::optional<Date> due,
                         Actor const& who) const {
        auto const made = as(who, [&](Work& work) {
            return decide(work, {.item = items(id).back().id,
                                 .text = std::move(text),
                                 .responsible = secretary,
                                 .due = due});
        });
        REQUIRE(made);
        return *made;
    }
    void written(Id<Meeting> id) const {
        for (auto item : items(id)) {
            item.discussion = "আলোচনা হয়।";
            REQUIRE(as(clerk, [&](Work& work) { return write_item(work, item); }));
        }
        REQUIRE(as(clerk, [&](Work& work) { return minute(work, meeting(id).header, true); }));
    }
    DecisionFacts decision(Id<Decision> id) const {
        return *look([&](Db& db) { return find_decision(db, id); });
    }
    Header header(Id<Decision> id) const {
        return *look([&](Db& db) { return find_record(db, decision_kind, as_record(id)); });
    }
    std::vector<std::string> events(Id<Record> id) const {
        std::vector<std::string> out;
        for (auto const& e : look([&](Db& db) { return events_of(db, id); }))
            out.insert(out.begin(), e.kind);
        return out;
    }
};

inline void for_each_desk(std::function<void(Desk&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        Desk desk(database);
        test(desk);
    });
}

using Kind = Error::Kind;

} // namespace udb::meetings::test_desk
