// Officers and the transfer on both databases.
#include "host/application.hpp"
#include "modules/offices/demo.hpp"
#include "modules/people/demo.hpp"
#include "modules/people/people.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"

#include <barrier>
#include <doctest/doctest.h>
#include <thread>

using namespace udb;
using namespace udb::people;
using namespace std::chrono;

namespace {

constexpr Module const* modules[] = {&offices::manifest, &people::manifest};
constexpr Date today = 2026y / January / 26;
constexpr Instant now = today + 4h;
constexpr Date before = 2025y / January / 1;
constexpr Date moving = 2026y / February / 1;

Actor actor_with(std::vector<Assignment> assignments) {
    return {.account = {1},
            .officer = {},
            .office = {},
            .name = {"করণিক", "Clerk"},
            .assignments = std::move(assignments)};
}
Actor const administrator = actor_with({{Role::administrator, "/"}});

/// An office with two posts, three officers, and the verbs.
struct Staff {
    Database& database;
    Id<Office> office = {};
    Id<Post> post = {}, other = {};
    Id<Officer> anis = {}, bela = {}, chandan = {};

    template <class Act>
    auto as(Actor const& actor, Act const& verb) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = today, .now = now};
            return verb(work);
        });
    }
    template <class Act>
    auto act(Act const& verb) const {
        return as(administrator, verb);
    }

    explicit Staff(Database& db) : database(db) {
        auto const done = act([&](Work& work) -> Done {
            office = TRY(offices::add_office(work, {.name_bn = "দপ্তর"}));
            post = TRY(offices::add_post(
                work, {.office = office, .title_bn = "পরিচালক", .is_head = true}));
            other = TRY(offices::add_post(work, {.office = office, .title_bn = "উপপরিচালক"}));
            anis = TRY(add_officer(work, {.name_bn = "আনিস", .name_en = "Anis"}));
            bela = TRY(add_officer(work, {.name_bn = "বেলা", .name_en = "Bela"}));
            chandan = TRY(add_officer(work, {.name_bn = "চন্দন", .name_en = "Chandan"}));
            return {};
        });
        REQUIRE(static_cast<bool>(done));
    }

    Result<Transferred> move(Id<Post> to, std::optional<Id<Officer>> comes, Date from,
                             HoldingKind kind = HoldingKind::regular) const {
        return act([&](Work& work) {
            return transfer(work,
                            {.transfer = {.post = to, .comes = comes, .kind = kind, .from = from}});
        });
    }
    /// A transfer that the test begins with.
    void given(Id<Post> to, std::optional<Id<Officer>> comes, Date from,
               HoldingKind kind = HoldingKind::regular) const {
        REQUIRE(static_cast<bool>(move(to, comes, from, kind)));
    }

    std::string acting_in(Id<Post> in, Date day) const {
        auto const holders =
            database.read([&](Db& db) { return holders_on(db, std::span(&in, 1), day); });
        auto const* holder = acting(holders, in);
        return holder ? holder->name.en : "";
    }
    std::vector<Event> events(Id<Record> id) const {
        return database.read([&](Db& db) { return events_of(db, id); });
    }
};

void on_both(std::function<void(Staff const&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& db) { test(Staff{db}); });
}

template <class T>
std::string problem(Result<T> const& result) {
    if (result) return "";
    auto const& e = result.error();
    return e.fields.empty() ? std::string(e.message.key)
                            : e.fields.front().field + ": " + e.fields.front().message.key;
}

} // namespace

TEST_CASE("a transfer ends one holding the day before and begins the next, and tells of it") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        auto const moved = o.act([&](Work& work) {
            return transfer(work, {.transfer = {.post = o.post, .comes = o.bela, .from = moving},
                                   .memo = "৪০.০১"});
        });
        REQUIRE(static_cast<bool>(moved));
        CHECK(moved->ended.size() == 1);
        CHECK_FALSE(moved->given_up.has_value());
        CHECK(o.acting_in(o.post, moving - days{1}) == "Anis");
        CHECK(o.acting_in(o.post, moving) == "Bela");

        auto const told = o.events(as_record(o.post)).front();
        CHECK(told.kind == "post.transferred");
        CHECK(told.detail("left_bn") == "আনিস");
        CHECK(told.detail("came_en") == "Bela");
        CHECK(told.detail("from") == "2026-02-01");
        CHECK(told.detail("memo") == "৪০.০১");
        CHECK(o.events(as_record(o.anis)).front().kind == "officer.left");
        CHECK(o.events(as_record(o.bela)).front().kind == "officer.came");
        o.database.read([&](Db& db) {
            auto const history = holders_of(db, o.post);
            REQUIRE(history.size() == 2);
            CHECK(history[0].memo == "৪০.০১");
            CHECK(history[1].end_memo == "৪০.০১");
            CHECK(find_officer(db, o.bela)->officer.office == o.office);
            return 0;
        });
    });
}

TEST_CASE("whoever comes regularly leaves the other regular post vacant, one in charge keeps it") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        o.given(o.other, o.bela, before);
        SUBCASE("regular") {
            auto const moved = o.move(o.post, o.bela, moving);
            REQUIRE(static_cast<bool>(moved));
            REQUIRE(moved->given_up.has_value());
            CHECK(moved->given_up->post == o.other);
            CHECK(o.acting_in(o.other, moving - days{1}) == "Bela");
            CHECK(o.acting_in(o.other, moving) == "");
            CHECK(o.events(as_record(o.other)).front().kind == "post.vacated");
        }
        SUBCASE("additional charge") {
            auto const moved = o.move(o.post, o.bela, moving, HoldingKind::additional_charge);
            REQUIRE(static_cast<bool>(moved));
            CHECK_FALSE(moved->given_up.has_value());
            CHECK(o.acting_in(o.other, moving) == "Bela");
            CHECK(o.acting_in(o.post, moving) == "Bela");
        }
    });
}

TEST_CASE("a post falls vacant, is listed as vacant, and is filled again") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        auto const needing = [&](bool beside, Date day) {
            return o.database.read([&](Db& db) {
                std::string all;
                for (auto const& line : posts_needing(db, "", beside, day, 10))
                    all += line.post.title_bn + ' ';
                return all;
            });
        };
        CHECK(needing(false, moving) == "উপপরিচালক ");
        REQUIRE(static_cast<bool>(o.move(o.post, {}, moving)));
        CHECK(o.events(as_record(o.post)).front().kind == "post.vacated");
        CHECK(needing(false, moving - days{1}) == "উপপরিচালক ");
        CHECK(needing(false, moving) == "উপপরিচালক পরিচালক ");
        CHECK(problem(o.move(o.post, {}, moving + days{5})) == "people.nobody_to_leave");
        CHECK(needing(true, moving + days{9}) == "");
        REQUIRE(static_cast<bool>(
            o.move(o.post, o.chandan, moving + days{9}, HoldingKind::additional_charge)));
        CHECK(o.events(as_record(o.post)).front().kind == "post.filled");
        CHECK(needing(true, moving + days{9}) == "পরিচালক ");
        CHECK(o.acting_in(o.post, moving + days{8}) == "");
    });
}

TEST_CASE("a substitute acts before the holder, and ends nobody's holding but a substitute's") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        o.given(o.post, o.bela, moving, HoldingKind::substitute);
        CHECK(o.acting_in(o.post, moving) == "Bela");
        o.given(o.post, o.chandan, moving + days{7}, HoldingKind::substitute);
        CHECK(o.acting_in(o.post, moving + days{7}) == "Chandan");
        auto const holders =
            o.database.read([&](Db& db) { return holders_on(db, o.office, moving + days{7}); });
        REQUIRE(holders.size() == 2);
        CHECK(holders[0].name.en == "Chandan");
        CHECK(holders[1].name.en == "Anis");
    });
}

TEST_CASE("a transfer that cannot be is refused at its field, and changes nothing") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        o.given(o.other, o.bela, moving);
        auto const count = [&] {
            return o.database.read(
                [](Db& db) { return db.one("select count(*) from events")->get<std::int64_t>(0); });
        };
        auto const first = count();
        CHECK(problem(o.move(o.post, o.chandan, before)) == "from: people.transfer_before_holding");
        CHECK(problem(o.move(o.post, o.anis, moving)) == "comes: people.already_holds");
        CHECK(problem(o.move(o.post, {{999}}, moving)) == "comes: field.not_a_choice");
        CHECK(problem(o.move(o.post, o.bela, moving)) == "from: people.newcomer_began_later");
        auto const unknown = o.move({999}, o.bela, moving);
        REQUIRE_FALSE(static_cast<bool>(unknown));
        CHECK(unknown.error().kind == Error::Kind::not_found);
        CHECK(count() == first);
        CHECK(o.acting_in(o.post, moving) == "Anis");
        CHECK(problem(o.move(o.post, o.chandan, before + days{1})) == "");
    });
}

TEST_CASE("nobody comes to a post on or after the day it is abolished") {
    on_both([](Staff const& o) {
        auto const done = o.act([&](Work& work) -> Done {
            auto const read = offices::find_post(work.db, o.post);
            auto post = read->post;
            post.abolished_on = moving;
            return offices::correct_post(work, read->header, post);
        });
        REQUIRE(static_cast<bool>(done));
        CHECK(problem(o.move(o.post, o.anis, moving)) == "people.post_abolished");
        CHECK(problem(o.move(o.post, o.anis, moving - days{1})) == "");
    });
}

TEST_CASE("a head of office transfers there and below, a guest and another's head do not") {
    on_both([](Staff const& o) {
        auto const path =
            o.database.read([&](Db& db) { return offices::find_office(db, o.office)->path(); });
        auto const kind = [&](Actor const& actor) {
            auto const moved = o.as(actor, [&](Work& work) {
                return transfer(work,
                                {.transfer = {.post = o.other, .comes = o.anis, .from = moving}});
            });
            return moved ? std::string("done") : problem(moved);
        };
        auto const guest = kind(actor_with({}));
        CHECK(guest != "done");
        CHECK(kind(actor_with({{Role::head_of_office, "/999/"}})) == guest);
        CHECK(kind(actor_with({{Role::head_of_office, path}})) == "done");
    });
}

TEST_CASE(
    "of two transfers of one post sent at once one is made and the other told of the change") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        std::barrier start(2);
        std::optional<Result<Transferred>> results[2];
        {
            // Both forms were shown Anis; their days differ, so that no date refuses the second.
            auto const send = [&](int i, Id<Officer> comes, Date from) {
                start.arrive_and_wait();
                results[i] = o.act([&](Work& work) {
                    return transfer(work,
                                    {.transfer = {.post = o.post, .comes = comes, .from = from},
                                     .leaves_shown = o.anis});
                });
            };
            std::jthread const one([&] { send(0, o.bela, moving); });
            std::jthread const two([&] { send(1, o.chandan, moving + days{3}); });
        }
        auto const& won = *results[0] ? *results[0] : *results[1];
        auto const& lost = *results[0] ? *results[1] : *results[0];
        REQUIRE(static_cast<bool>(won));
        REQUIRE_FALSE(static_cast<bool>(lost));
        CHECK(lost.error().kind == Error::Kind::conflict);
        auto const history = o.database.read([&](Db& db) { return holders_of(db, o.post); });
        CHECK(history.size() == 2);
        CHECK(o.acting_in(o.post, moving + days{30}) == (*results[0] ? "Bela" : "Chandan"));
    });
}

TEST_CASE("an officer is found by name and number, with the post held, at two statements a page") {
    on_both([](Staff const& o) {
        o.given(o.post, o.anis, before);
        o.given(o.other, o.anis, before + days{9}, HoldingKind::additional_charge);
        REQUIRE(static_cast<bool>(o.act([](Work& work) -> Done {
            for (int i = 0; i < 40; ++i)
                TRY(add_officer(work,
                                {.name_bn = "কর্মকর্তা", .service_id = std::to_string(9000 + i)}));
            return {};
        })));
        auto const found = [&](OfficerSearch const& search) {
            return o.database.read([&](Db& db) {
                auto const start = db.statements();
                auto lines = find_officers(db, search, today);
                CHECK(db.statements() - start == 2);
                return lines;
            });
        };
        auto const anis = found({.search = "আনিস"});
        REQUIRE(anis.lines.size() == 1);
        CHECK(anis.lines.front().post.bn == "পরিচালক");
        CHECK(anis.lines.front().office_name.bn == "দপ্তর");
        CHECK(found({.search = "9007"}).total == 1);
        CHECK(found({}).total == 43);
        CHECK(found({.size = 25, .offset = 25}).lines.size() == 18);
        auto const path =
            o.database.read([&](Db& db) { return offices::find_office(db, o.office)->path(); });
        CHECK(found({.below = path}).total == 1);
    });
}

TEST_CASE("only an address under gov.bd is a government one") {
    for (auto const* mail : {"a@mole.gov.bd", "a@gov.bd", "A@MOLE.GOV.BD"})
        CHECK_MESSAGE(is_government_email(mail), mail);
    for (auto const* mail : {"a@gmail.com", "a@notgov.bd", "a@gov.bd.com", "gov.bd", ""})
        CHECK_MESSAGE(!is_government_email(mail), mail);
}

TEST_CASE("the demo told twice adds nothing the second time") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        auto const tell = [&] {
            auto const actor = actor_with({});
            auto const told = database.write([&](Db& db) -> Done {
                Work work{.db = db, .actor = actor, .today = today, .now = now};
                TRY(offices::tell_demo(work));
                return people::tell_demo(work);
            });
            REQUIRE(static_cast<bool>(told));
            return database.read([](Db& db) {
                return std::pair{db.one("select count(*) from holdings")->get<std::int64_t>(0),
                                 db.one("select count(*) from events")->get<std::int64_t>(0)};
            });
        };
        auto const first = tell();
        CHECK(first.first > 50);
        CHECK(tell() == first);
    });
}
