// Handovers on both databases: the sheet follows from the transfer, stays as it was, and is taken
// over once, by the successor alone.
#include "host/application.hpp"
#include "modules/handover/handover.hpp"
#include "modules/handover/sheet.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/people/people.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::handover;
using namespace std::chrono;

namespace {

constexpr Module const* modules[] = {&offices::manifest,  &people::manifest,   &mandates::manifest,
                                     &teams::manifest,    &papers::manifest,   &accounts::manifest,
                                     &holidays::manifest, &meetings::manifest, &handover::manifest};
constexpr Date today = 2026y / November / 22;
constexpr Date first_day = 2026y / November / 20;

Actor actor_with(std::vector<Assignment> assignments, Id<Officer> officer = {}) {
    return {.account = {1},
            .officer = officer,
            .office = {},
            .name = {"করণিক", "Clerk"},
            .assignments = std::move(assignments)};
}
Actor const administrator = actor_with({{Role::administrator, "/"}});

struct Desk {
    Database& database;
    Id<Office> office = {};
    Id<Post> post = {};
    Id<Officer> leaver = {}, comer = {};

    template <class Act>
    auto as(Actor const& actor, Act const& act, Date on = today) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = on, .now = Instant{on}};
            return act(work);
        });
    }

    /// A post held by the leaver, the head of an office.
    explicit Desk(Database& on) : database(on) {
        auto const done = as(administrator, [&](Work& work) -> Done {
            office = TRY(offices::add_office(work, {.name_bn = "শ্রম অধিদপ্তর"}));
            post = TRY(offices::add_post(
                work, {.office = office, .title_bn = "মহাপরিচালক", .is_head = true}));
            leaver = TRY(people::add_officer(work, {.name_bn = "রহিমা খাতুন"}));
            comer = TRY(people::add_officer(work, {.name_bn = "করিম মিয়া"}));
            TRY(people::transfer(
                work, {.transfer = {.post = post, .comes = leaver, .from = 2025y / March / 2}}));
            return {};
        });
        REQUIRE(done);
    }
    void move(std::optional<Id<Officer>> to) const {
        REQUIRE(as(administrator, [&](Work& work) {
            return people::transfer(
                work, {.transfer = {.post = post, .comes = to, .from = first_day}, .memo = "১২"});
        }));
    }
    std::vector<HandoverRecord> sheets() const {
        return database.read([&](Db& db) {
            std::vector<HandoverRecord> all;
            for (auto const& line : handovers_for(db, {.scope = {.everywhere = true}}, 10))
                all.push_back(*find_handover(db, line.id));
            return all;
        });
    }
    Actor who(Id<Officer> officer) const { return actor_with({}, officer); }
};

std::string kind_of(Done const& done) {
    if (done) return "";
    switch (done.error().kind) {
    case Error::Kind::forbidden: return "forbidden";
    case Error::Kind::conflict: return "conflict";
    case Error::Kind::refused: return done.error().message.key;
    default: return "other";
    }
}

} // namespace

TEST_CASE("a transfer leaves the sheet of whoever goes, and filling a vacant post none") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        CHECK(desk.sheets().empty());
        desk.move(desk.comer);
        auto const all = desk.sheets();
        REQUIRE(all.size() == 1);
        auto const& sheet = all.front().sheet;
        CHECK(all.front().leaver == desk.leaver);
        CHECK(all.front().comer == desk.comer);
        CHECK(sheet.first_day == first_day);
        CHECK(sheet.memo == "১২");
        CHECK(std::ranges::find(sheet.lines, Section::role, &Line::section) != sheet.lines.end());
    });
}

TEST_CASE("open decisions that the post is to carry out stand on the sheet, with their date") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        constexpr Date due = 2026y / December / 1;
        REQUIRE(desk.as(actor_with({{Role::leader, "/1/"}}), [&](Work& work) -> Done {
            auto const path = offices::find_office(work.db, desk.office)->path();
            Actor const leader = actor_with({{Role::leader, path}});
            Work as_leader{.db = work.db, .actor = leader, .today = today, .now = work.now};
            auto const id = TRY(
                meetings::call_meeting(as_leader, {.office = desk.office,
                                                   .title = {"টিমের সভা", {}},
                                                   .when = {.day = today, .place = "সভাকক্ষ"},
                                                   .people = {{.post = desk.post, .chair = true}},
                                                   .agenda = {"বিবিধ"}}));
            auto m = *meetings::find_meeting(work.db, id);
            m.people.front().presence = meetings::Presence::present;
            TRY(meetings::hold(as_leader, m.header, {.when = m.when, .people = m.people}));
            auto const item = work.db.one("select id from meeting_items")->get<Id<MeetingItem>>(0);
            TRY(meetings::decide(
                as_leader,
                {.item = item, .text = "প্রতিবেদন দিতে হবে", .responsible = desk.post, .due = due}));
            return {};
        }));
        desk.move(desk.comer);
        auto const sheets = desk.sheets();
        auto const& lines = sheets.front().sheet.lines;
        auto const found = std::ranges::find(lines, Section::open, &Line::section);
        REQUIRE(found != lines.end());
        CHECK(found->text.bn == "প্রতিবেদন দিতে হবে");
        CHECK(found->due == due);
        CHECK(found->path.starts_with("/decisions/"));
    });
}

TEST_CASE("a post that falls vacant has a sheet too, for nobody to acknowledge") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.move({});
        auto const all = desk.sheets();
        REQUIRE(all.size() == 1);
        CHECK_FALSE(all.front().comer);
        CHECK(kind_of(desk.as(desk.who({}),
                              [&](Work& work) { return acknowledge(work, all.front().header); }))
              == "forbidden");
    });
}

TEST_CASE("whoever fills the vacant post later takes over from who left it") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.move({});
        REQUIRE(desk.as(administrator, [&](Work& work) {
            return people::transfer(
                work, {.transfer = {.post = desk.post, .comes = desk.comer, .from = today}});
        }));
        auto const all = desk.sheets();
        REQUIRE(all.size() == 1);
        CHECK(all.front().comer == desk.comer);
    });
}

TEST_CASE("the sheet is taken over once, by the successor, on the first day or after") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.move(desk.comer);
        auto const sheet = desk.sheets().front();
        auto const take = [&](Actor const& actor, Date on) {
            return kind_of(
                desk.as(actor, [&](Work& work) { return acknowledge(work, sheet.header); }, on));
        };
        CHECK(take(desk.who(desk.leaver), today) == "forbidden");
        CHECK(take(administrator, today) == "forbidden");
        CHECK(take(desk.who(desk.comer), first_day - days{1}) == "handover.not_begun");
        CHECK(take(desk.who(desk.comer), first_day).empty());
        CHECK(take(desk.who(desk.comer), today) == "handover.is_acknowledged");
        CHECK(desk.sheets().front().sheet.acknowledged_on == first_day);
        CHECK(database.read([&](Db& db) { return events_of(db, sheet.header.id).front().kind; })
              == "handover.acknowledged");
    });
}

TEST_CASE("the leaver writes what the successor must know, until it is acknowledged") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.move(desk.comer);
        auto const sheet = desk.sheets().front();
        auto const note = [&](Actor const& actor, Header const& read) {
            return kind_of(
                desk.as(actor, [&](Work& work) { return write_note(work, read, " চাবি\n"); }));
        };
        CHECK(note(desk.who(desk.comer), sheet.header) == "forbidden");
        CHECK(note(desk.who(desk.leaver), sheet.header).empty());
        CHECK(desk.sheets().front().sheet.note == "চাবি");
        CHECK(note(desk.who(desk.leaver), sheet.header) == "conflict");
        auto const read = desk.sheets().front().header;
        REQUIRE(desk.as(desk.who(desk.comer), [&](Work& work) { return acknowledge(work, read); }));
        CHECK(note(desk.who(desk.leaver), desk.sheets().front().header)
              == "handover.is_acknowledged");
    });
}

TEST_CASE("C23 §4(5): the duty with a date says when it falls due next") {
    auto const* mandate = shipped_mandates().find("cabinet-2023");
    REQUIRE(mandate);
    auto const due_after = [&](Date day) { return duties_of(*mandate, day).front().due; };
    CHECK(due_after(2026y / July / 31) == Date{2026y / July / 31});
    CHECK(due_after(2026y / August / 1) == Date{2027y / July / 31});
}

TEST_CASE("who has nothing to do with a handover does not learn of it; its paper can be printed") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.move(desk.comer);
        auto const id = to_string(desk.sheets().front().id());
        auto const status = [&](Actor const& actor, std::string const& path) {
            test::Site site{database, modules, actor, Instant{today}};
            return site.get(path).status;
        };
        CHECK(status(desk.who(desk.comer), "/handovers/" + id) == 200);
        CHECK(status(desk.who(desk.leaver), "/handovers/" + id + "/pdf") == 200);
        CHECK(status(administrator, "/handovers") == 200);
        CHECK(status(desk.who({77}), "/handovers/" + id) == 404);
        CHECK(status(desk.who({77}), "/handovers/" + id + "/pdf") == 404);
        CHECK(status(actor_with({}), "/handovers/" + id) == 404);
    });
}
