// Meetings on both databases: called, held, minuted, confirmed; decisions live until they are done.
#include "host/application.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/roster.hpp"
#include "modules/meetings/standing.hpp"
#include "modules/people/people.hpp"
#include "support/databases.hpp"
#include "support/site.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace udb::offices {
extern Module const manifest;
}
namespace udb::people {
extern Module const manifest;
}
namespace udb::mandates {
extern Module const manifest;
}
namespace udb::teams {
extern Module const manifest;
}
namespace udb::papers {
extern Module const manifest;
}
namespace udb::accounts {
extern Module const manifest;
}
namespace udb::meetings {
extern Module const manifest;
}

using namespace udb;
using namespace udb::meetings;
using namespace std::chrono_literals;
using std::chrono::year;

namespace {

constexpr Module const* modules[] = {&offices::manifest, &people::manifest, &mandates::manifest,
                                     &teams::manifest,   &papers::manifest, &accounts::manifest,
                                     &meetings::manifest};

constexpr Date on(unsigned month, unsigned day) {
    return year{2026} / std::chrono::month{month} / std::chrono::day{day};
}
constexpr Date today = on(11, 23);

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

void for_each_desk(std::function<void(Desk&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        Desk desk(database);
        test(desk);
    });
}

using Kind = Error::Kind;

} // namespace

TEST_CASE("a meeting is called, held, minuted, and confirmed by the next one with corrections") {
    for_each_desk([](Desk& desk) {
        auto const first = desk.called(on(9, 10));
        CHECK(desk.meeting(first).stage == Stage::called);
        REQUIRE(desk.held(first, desk.clerk));
        desk.written(first);
        CHECK(desk.meeting(first).reviewed_plan);

        auto const next = desk.called(on(11, 12));
        auto const read = desk.meeting(first).header;
        auto items = desk.items(first);
        items.front().discussion = "সংশোধিত আলোচনা।";
        auto const confirming = [&](Work& work) {
            return confirm(work, read,
                           {.in = next, .corrections = "তারিখ সংশোধিত", .items = {items.front()}});
        };
        // The next one has not been held yet.
        auto const early = desk.as(desk.clerk, confirming);
        REQUIRE_FALSE(early);
        CHECK(early.error().kind == Kind::invalid);
        REQUIRE(desk.held(next, desk.clerk));
        REQUIRE(desk.as(desk.clerk, confirming));
        CHECK(desk.meeting(first).stage == Stage::confirmed);
        CHECK(desk.meeting(first).confirmed_in == next);
        CHECK(desk.items(first).front().discussion == "সংশোধিত আলোচনা।");
        auto const kept = desk.look([&](Db& db) { return corrections_of(db, first); });
        REQUIRE(kept.size() == 1);
        CHECK(kept.front().former == "আলোচনা হয়।");
        CHECK(desk.events(as_record(first))
              == std::vector<std::string>{"meeting.called", "meeting.held", "meeting.minuted",
                                          "meeting.reviewed_plan", "meeting.confirmed"});
    });
}

TEST_CASE("what a meeting lacks is said at its field, and nothing is saved") {
    for_each_desk([](Desk& desk) {
        struct Row {
            std::function<void(Calling&)> spoil;
            std::string_view field;
        };
        Row const rows[] = {
            {[](Calling& c) { c.when.place.clear(); }, "place"},
            {[](Calling& c) { c.when.link = "javascript:1"; }, "link"},
            {[](Calling& c) { c.when.lasts = 0min; }, "lasts"},
            {[](Calling& c) { c.people.clear(); }, "people"},
            {[](Calling& c) { c.people.push_back(c.people.front()); }, "people"},
            {[](Calling& c) { c.people[1].post = {999}; }, "people"},
            {[](Calling& c) { c.people[2].name = " "; }, "name_3"},
            {[](Calling& c) { c.title.bn.assign(2000, 'x'); }, "title"},
            {[](Calling& c) { c.agenda = {std::string(5000, 'x')}; }, "agenda"},
            {[](Calling& c) { c.agenda.assign(items_max + 1, "x"); }, "agenda"},
        };
        for (auto const& row : rows) {
            auto calling = desk.calling(today);
            row.spoil(calling);
            auto const id =
                desk.as(desk.clerk, [&](Work& work) { return call_meeting(work, calling); });
            REQUIRE_FALSE(id);
            CAPTURE(row.field);
            CHECK(std::ranges::count(id.error().fields, row.field, &FieldError::field) > 0);
        }
        CHECK(desk.look(
            [&](Db& db) { return meetings_of(db, desk.path, on(1, 1), on(12, 31)).empty(); }));
    });
}

TEST_CASE("attendance: a substitute has a name, one presides and was there, the day has come") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(today);
        auto const m = desk.meeting(id);
        Attendance all{.when = m.when, .people = m.people};
        for (auto& p : all.people)
            p.presence = Presence::present;
        auto const refused_at = [&](Attendance const& a) {
            auto const done = desk.as(desk.clerk, [&](Work& w) { return hold(w, m.header, a); });
            REQUIRE_FALSE(done);
            return done.error().fields.front().field;
        };
        auto wrong = all;
        wrong.people[1].presence = Presence::substitute;
        CHECK(refused_at(wrong) == "substitute_2");
        wrong = all;
        wrong.people[0].presence = Presence::absent;
        CHECK(refused_at(wrong) == "chair");
        wrong = all;
        wrong.people[0].chair = false;
        CHECK(refused_at(wrong) == "chair");
        wrong = all;
        wrong.people[2].presence.reset();
        CHECK(refused_at(wrong) == "presence_3");
        wrong = all;
        wrong.when.day = today + std::chrono::days{1};
        CHECK(refused_at(wrong) == "day");
        // Another than the leader may preside: here the invited guest.
        all.people[0].chair = false;
        all.people[0].presence = Presence::leave;
        all.people[2].chair = true;
        all.people[1].presence = Presence::substitute;
        all.people[1].substitute = "সহকারী প্রোগ্রামার আবুল কালাম";
        REQUIRE(desk.as(desk.clerk, [&](Work& w) { return hold(w, m.header, all); }));
        auto const kept = desk.meeting(id);
        CHECK(kept.people[2].chair);
        CHECK(kept.people[1].substitute == "সহকারী প্রোগ্রামার আবুল কালাম");
        CHECK(kept.people[1].officer == desk.first);
    });
}

TEST_CASE("an open decision moves to the next meeting by itself, a done one does not") {
    for_each_desk([](Desk& desk) {
        auto const first = desk.called(on(9, 10));
        REQUIRE(desk.held(first, desk.clerk));
        auto const open =
            desk.decided(first, "সেবার তালিকা হালনাগাদ করতে হবে", on(10, 15), desk.clerk);
        auto const done = desk.decided(first, "পত্র পাঠাতে হবে", {}, desk.clerk);
        desk.written(first);
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return tell_progress(work, desk.header(open), "অর্ধেক হয়েছে");
        }));
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return finish(work, desk.header(done), {.on = on(9, 20), .note = "পাঠানো হয়েছে"});
        }));
        CHECK(desk.decision(done).state == DecisionState::done);
        CHECK(days_late(desk.decision(open).due, desk.decision(open).state, today) == 39);
        CHECK(days_late(desk.decision(done).due, desk.decision(done).state, today) == 0);

        auto const next = desk.called(on(11, 12));
        REQUIRE(desk.held(next, desk.clerk));
        auto const items = desk.items(next);
        REQUIRE(items.size() == 3);
        CHECK(items.front().kind == ItemKind::previous);
        CHECK(items.front().discussion.find("অর্ধেক হয়েছে") != std::string::npos);
        CHECK(items.front().discussion.find("পত্র পাঠাতে") == std::string::npos);
        auto const moved = desk.look([&](Db& db) { return moved_to(db, open); });
        REQUIRE(moved.size() == 1);
        CHECK(moved.front().id == next);
        CHECK(desk.look([&](Db& db) { return moved_to(db, done).empty(); }));
        // Saying who was there a second time moves nothing twice.
        REQUIRE(desk.held(next, desk.clerk));
        CHECK(desk.items(next).size() == 3);
    });
}

TEST_CASE("a decision belongs to a post: a transfer takes it to the new holder") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(11, 12));
        REQUIRE(desk.held(id, desk.clerk));
        auto const d = desk.decided(id, "প্রতিবেদন দিতে হবে", {}, desk.clerk);
        auto const tell = [&](Actor const& who) {
            return desk.as(who,
                           [&](Work& work) { return tell_progress(work, desk.header(d), "চলছে"); });
        };
        auto const before = tell(desk.holder);
        REQUIRE_FALSE(before);
        CHECK(before.error().kind == Kind::forbidden);
        Actor const all = desk.actor(1, {{Role::administrator, "/"}}, {});
        REQUIRE(desk.as(all, [&](Work& work) -> Done {
            TRY(people::transfer(
                work, {.transfer = {.post = desk.secretary, .comes = desk.second, .from = today}}));
            return {};
        }));
        CHECK(tell(desk.holder));
        auto const mine = desk.look([&](Db& db) { return open_decisions(db, desk.secretary); });
        REQUIRE(mine.size() == 1);
        CHECK(mine.front().id == d);
        // Who was there on the day stays who it was.
        CHECK(desk.meeting(id).people[1].officer == desk.first);
    });
}

TEST_CASE("two members who save the same item: the second is told, and what is saved stays") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(11, 12));
        REQUIRE(desk.held(id, desk.clerk));
        auto mine = desk.items(id).front();
        auto theirs = mine;
        theirs.discussion = "তাঁদের লেখা";
        mine.discussion = "আমার লেখা";
        REQUIRE(desk.as(desk.clerk, [&](Work& work) { return write_item(work, theirs); }));
        auto const late = desk.as(desk.clerk, [&](Work& work) { return write_item(work, mine); });
        REQUIRE_FALSE(late);
        CHECK(late.error().kind == Kind::conflict);
        CHECK(desk.items(id).front().discussion == "তাঁদের লেখা");

        test::Site const site(desk.database, modules, desk.clerk, Instant{today});
        auto const page = site.post("/meetings/" + to_string(id) + "/items/" + to_string(mine.id),
                                    {{"version", "1"}, {"discussion", "আমার লেখা"}});
        CHECK(page.status == 409);
        CHECK(test::says(page, "আমার লেখা"));
        CHECK(test::says(page, "তাঁদের লেখা"));
    });
}

TEST_CASE("a coordination meeting is the head of office's to write, C23 §4(2)") {
    for_each_desk([](Desk& desk) {
        auto const by_clerk = desk.as(desk.clerk, [&](Work& work) {
            return call_meeting(work, desk.calling(on(7, 13), MeetingKind::coordination));
        });
        REQUIRE_FALSE(by_clerk);
        CHECK(by_clerk.error().kind == Kind::forbidden);
        auto const id = desk.called(on(7, 13), MeetingKind::coordination);
        REQUIRE(desk.held(id, desk.head));
        auto const d = desk.decided(id, "কর্মপরিকল্পনা অনুমোদন করা হলো", {}, desk.head);
        auto const found = desk.look([&](Db& db) {
            return decisions_of(db, desk.path, MeetingKind::coordination, on(7, 1), on(7, 31));
        });
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == d);
        CHECK(found.front().held_on == on(7, 13));
        CHECK(desk.look([&](Db& db) {
            return decisions_of(db, desk.path, MeetingKind::team, on(7, 1), on(7, 31)).empty();
        }));
    });
}

TEST_CASE("moving raises the sequence and tells why; a held meeting is not moved or called off") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(12, 10));
        auto m = desk.meeting(id);
        auto to = m.when;
        CHECK_FALSE(
            desk.as(desk.clerk, [&](Work& w) { return move_meeting(w, m.header, to, "x"); }));
        to.day = on(12, 17);
        CHECK_FALSE(
            desk.as(desk.clerk, [&](Work& w) { return move_meeting(w, m.header, to, " "); }));
        REQUIRE(desk.as(desk.clerk, [&](Work& w) { return move_meeting(w, m.header, to, "ছুটি"); }));
        auto const again =
            desk.as(desk.clerk, [&](Work& w) { return call_off(w, m.header, "পুরোনো পাতা"); });
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == Kind::conflict);
        m = desk.meeting(id);
        CHECK(m.sequence == 1);
        CHECK(m.when.day == on(12, 17));
        REQUIRE(desk.as(desk.clerk, [&](Work& w) { return call_off(w, m.header, "প্রয়োজন নেই"); }));
        CHECK(desk.meeting(id).sequence == 2);
        CHECK_FALSE(desk.held(id, desk.clerk));

        auto const past = desk.called(on(11, 12));
        REQUIRE(desk.held(past, desk.clerk));
        auto const header = desk.meeting(past).header;
        auto const off = desk.as(desk.clerk, [&](Work& w) { return call_off(w, header, "x"); });
        REQUIRE_FALSE(off);
        CHECK(off.error().kind == Kind::refused);
    });
}

TEST_CASE("notice and minutes are drafted as papers with what was called and written") {
    for_each_desk([](Desk& desk) {
        auto const catalogue = catalogue_of(modules);
        Words const bangla{catalogue, Language::bn};
        auto const id = desk.called(on(11, 12));
        auto const notice = desk.as(desk.clerk, [&](Work& work) {
            return draft_notice(work, desk.meeting(id).header, bangla);
        });
        REQUIRE(notice);
        auto const paper = desk.look([&](Db& db) { return *papers::find_paper(db, *notice); });
        CHECK(paper.paper.kind == papers::PaperKind::meeting_notice);
        CHECK(paper.paper.recipients.find("প্রোগ্রামার, শ্রম অধিদপ্তর") != std::string::npos);
        CHECK(paper.paper.recipients.find("আমন্ত্রিত অতিথি") != std::string::npos);
        CHECK(paper.paper.blocks.front().text.find("সকাল ১১:০০") != std::string::npos);
        CHECK_FALSE(desk.as(desk.clerk, [&](Work& work) {
            return draft_notice(work, desk.meeting(id).header, bangla);
        }));

        REQUIRE(desk.held(id, desk.clerk));
        desk.decided(id, "তালিকা প্রকাশ করতে হবে", on(12, 1), desk.clerk);
        desk.written(id);
        auto const minutes = desk.as(desk.clerk, [&](Work& work) {
            return draft_minutes(work, desk.meeting(id).header, bangla);
        });
        REQUIRE(minutes);
        auto const written = desk.look([&](Db& db) { return *papers::find_paper(db, *minutes); });
        std::string all;
        for (auto const& block : written.paper.blocks)
            all += block.text + '\n';
        CHECK(all.find("তালিকা প্রকাশ করতে হবে") != std::string::npos);
        CHECK(all.find("আলোচনা হয়।") != std::string::npos);
        CHECK(all.find("প্রোগ্রামার (০১ ডিসেম্বর ২০২৬-এর মধ্যে)") == std::string::npos);
        CHECK(all.find("১ ডিসেম্বর ২০২৬") != std::string::npos);
        CHECK(all.find("রহিমা খাতুন, প্রোগ্রামার") != std::string::npos);
        CHECK(all.find(papers::gap) == std::string::npos);
    });
}

TEST_CASE("pages of meetings: nothing for guests and strangers, and nothing lost in a form") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(11, 12));
        REQUIRE(desk.held(id, desk.clerk));
        auto const d = desk.decided(id, "গোপন সিদ্ধান্ত", on(11, 20), desk.clerk);
        auto const here = "/meetings/" + to_string(id);
        auto const there = "/decisions/" + to_string(d);
        test::Site const guest(desk.database, modules, Actor{}, Instant{today});
        for (auto const& path : {std::string("/meetings"), here, std::string("/decisions"), there})
            CHECK(guest.get(path).status == 303); // to the sign-in page
        test::Site const stranger(desk.database, modules, desk.stranger, Instant{today});
        CHECK(stranger.get(here).status == 404);
        CHECK(stranger.get(there).status == 404);
        CHECK_FALSE(test::says(stranger.get("/meetings"), "টিমের সভা, "));
        CHECK_FALSE(test::says(stranger.get("/decisions"), "গোপন সিদ্ধান্ত"));

        test::Site const clerk(desk.database, modules, desk.clerk, Instant{today});
        for (auto const* language : {"bn", "en"}) {
            CHECK(test::says(clerk.get("/meetings", {}, language), "/meetings/" + to_string(id)));
            CHECK(test::says(clerk.get("/decisions", {}, language), "গোপন সিদ্ধান্ত"));
            for (auto const& path : {here, there, here + "/attendance", here + "/agenda",
                                     std::string("/meetings/new"), std::string("/meetings/series")})
                CHECK_MESSAGE(clerk.get(path, {}, language).status == 200, path);
        }
        CHECK(test::says(clerk.get(there), "৩ দিন বিলম্বিত"));
        auto const refused = clerk.post("/meetings/new", {{"office", to_string(desk.office)},
                                                          {"kind", "team"},
                                                          {"date", "৩১ ফেব্রুয়ারি ২০২৬"},
                                                          {"begins", "২৫:০০"},
                                                          {"place", "আমার লেখা স্থান"}});
        CHECK(refused.status == 422);
        CHECK(test::says(refused, "আমার লেখা স্থান"));
        CHECK(test::says(refused, "২৫:০০"));
    });
}
