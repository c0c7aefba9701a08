// Tokens of programs: their form, their secret, and when they open nothing.
#include "host/records.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/offices/offices.hpp"
#include "modules/tokens/store.hpp"
#include "modules/tokens/tokens.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"
#include "web/http/session.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::tokens;

namespace {

constexpr Module const* modules[] = {&offices::manifest, &people::manifest, &accounts::manifest,
                                     &tokens::manifest};
constexpr Date today = std::chrono::year{2026} / 1 / 26;
constexpr Instant now = today + std::chrono::hours{4};

/// An account that writes at one office; its id.
Actor account_at(Db& db, std::string const& name) {
    Actor const administrator{.account = {},
                              .officer = {},
                              .office = {},
                              .name = {"প্রশাসক", "Administrator"},
                              .assignments = {{Role::administrator, "/"}}};
    Work work{.db = db, .actor = administrator, .today = today, .now = now};
    auto const office = offices::add_office(work, {.name_bn = "দপ্তর"});
    REQUIRE(static_cast<bool>(office));
    auto const id =
        add_record(work, {.kind = "account", .office_path = "", .title = {"করণিক", "Clerk"}});
    db.run("insert into accounts (id, username, password_hash, active) values (?, ?, '', 1)", id,
           name);
    db.run("insert into grants (account, role, office) values (?, 'head_of_office', ?)", id,
           *office);
    return {.account = {id.value},
            .officer = {},
            .office = {},
            .name = {"করণিক", "Clerk"},
            .assignments = {}};
}

void in_house(std::function<void(Database&, Actor const&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        auto const actor = database.write([](Db& db) { return account_at(db, "clerk"); });
        test(database, actor);
    });
}

auto act(Database& database, Actor const& actor, auto const& what) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = actor, .today = today, .now = now};
        return what(work);
    });
}

std::optional<Bearer> bearer_of(Database& database, std::string const& secret, Instant at) {
    return database.read(
        [&](Db& db) { return identify(db, web::session_digest(secret), at, day_of(at)); });
}

TokenWish const wish{.name = "হিসাব", .scopes = "offices:read", .lives = std::chrono::days{30}};

} // namespace

TEST_CASE("the form of a token tells all that is wrong at once") {
    std::vector<ScopeChoice> const choices{{"offices", {"দপ্তর", "Offices"}}, {"*", {"সব", "All"}}};
    struct Case {
        FormValues form;
        std::vector<std::string> wrong;
        std::string scopes;
    };
    Case const cases[] = {
        {{{"name", " ক "}, {"lives", "30"}, {"scope_offices", "read"}}, {}, "offices:read"},
        {{{"name", "ক"}, {"lives", "365"}, {"scope_offices", "read"}, {"scope_all", "write"}},
         {},
         "offices:read *:write"},
        {{}, {"name", "lives", "scope_offices"}, ""},
        {{{"name", "ক"}, {"lives", "31"}, {"scope_all", "read"}}, {"lives"}, ""},
        {{{"name", "ক"}, {"lives", "30"}}, {"scope_offices"}, ""},
        {{{"name", "ক"}, {"lives", "30"}, {"scope_offices", "all"}}, {"scope_offices"}, ""},
        {{{"name", "ক"}, {"lives", "30"}, {"scope_posts", "read"}}, {"scope_offices"}, ""},
        {{{"name", std::string(61, 'x')}, {"lives", "30"}, {"scope_all", "read"}}, {"name"}, ""},
        {{{"name", std::string(60, 'x')}, {"lives", "30"}, {"scope_all", "read"}}, {}, "*:read"},
    };
    for (auto const& c : cases) {
        auto const read = parse_wish(c.form, choices);
        REQUIRE(static_cast<bool>(read) == c.wrong.empty());
        if (read) {
            CHECK(read->scopes == c.scopes);
            continue;
        }
        std::vector<std::string> fields;
        for (auto const& e : read.error().fields)
            fields.push_back(e.field);
        CHECK(fields == c.wrong);
    }
}

TEST_CASE(
    "a token opens what its account may do, until it expires, is revoked, or the account closes") {
    in_house([](Database& database, Actor const& actor) {
        auto const make = [&] {
            return *act(database, actor, [](Work& work) { return make_token(work, wish); });
        };
        auto const secret = make();
        CHECK(secret.starts_with(api_token_prefix));
        CHECK(secret.size() == api_token_prefix.size() + api_token_letters);
        auto const bearer = bearer_of(database, secret, now);
        REQUIRE(bearer);
        CHECK(bearer->name == "হিসাব");
        CHECK(bearer->scopes == "offices:read");
        CHECK(bearer->actor.account == actor.account);
        REQUIRE(bearer->actor.assignments.size() == 1);
        CHECK(bearer->actor.assignments[0].role == Role::head_of_office);
        CHECK(bearer->note_use);

        auto const end = now + std::chrono::days{30};
        CHECK(bearer_of(database, secret, end - std::chrono::milliseconds{1}));
        CHECK_FALSE(bearer_of(database, secret, end));
        CHECK_FALSE(bearer_of(database, secret + "x", now));

        auto const kept = database.read([](Db& db) {
            std::string all;
            for (auto const& row : db.all("select digest, name, scopes from api_tokens"))
                all += row.get<std::string>(0) + row.get<std::string>(1) + row.get<std::string>(2);
            return all;
        });
        CHECK(kept.find(secret.substr(4)) == std::string::npos);

        auto const second = make();
        REQUIRE(
            act(database, actor, [&](Work& work) { return revoke_token(work, bearer->token); }));
        CHECK_FALSE(bearer_of(database, secret, now));
        CHECK(bearer_of(database, second, now));
        CHECK_FALSE(static_cast<bool>(
            act(database, actor, [&](Work& work) { return revoke_token(work, bearer->token); })));

        database.write(
            [&](Db& db) { db.run("update accounts set active = 0 where id = ?", actor.account); });
        CHECK_FALSE(bearer_of(database, second, now));

        auto const events =
            database.read([&](Db& db) { return events_of(db, Id<Record>{actor.account.value}); });
        REQUIRE(events.size() == 3);
        CHECK(events[0].kind == "account.token_revoked");
        CHECK(events[2].kind == "account.token_made");
        CHECK(events[2].detail("name") == "হিসাব");
    });
}

TEST_CASE("an account that is closed and opened again has lost its tokens") {
    in_house([](Database& database, Actor const& actor) {
        auto const secret =
            *act(database, actor, [](Work& work) { return make_token(work, wish); });
        auto const other = database.write([](Db& db) { return account_at(db, "other"); });
        auto const kept = *act(database, other, [](Work& work) { return make_token(work, wish); });
        act(database, other, [&](Work& work) {
            work.record("account.closed", Id<Record>{actor.account.value}, "");
            return true;
        });
        CHECK_FALSE(bearer_of(database, secret, now));
        CHECK(bearer_of(database, kept, now));
    });
}

TEST_CASE("nobody revokes the token of somebody else") {
    in_house([](Database& database, Actor const& actor) {
        auto const secret = act(database, actor, [](Work& work) { return make_token(work, wish); });
        auto const other = database.write([](Db& db) { return account_at(db, "other"); });
        auto const id = bearer_of(database, *secret, now)->token;
        CHECK_FALSE(static_cast<bool>(
            act(database, other, [&](Work& work) { return revoke_token(work, id); })));
        CHECK(bearer_of(database, *secret, now));
        CHECK(static_cast<bool>(
            act(database, actor, [&](Work& work) { return revoke_token(work, id); })));
    });
}

TEST_CASE("the last use is noted to the hour, and at most once an hour") {
    in_house([](Database& database, Actor const& actor) {
        auto const secret =
            *act(database, actor, [](Work& work) { return make_token(work, wish); });
        auto const id = bearer_of(database, secret, now)->token;
        note_use(database, id, now + std::chrono::minutes{59});
        auto const used = database.read(
            [&](Db& db) { return tokens_of(db, actor.account, now).at(0).token.used; });
        CHECK(used == now);
        CHECK_FALSE(bearer_of(database, secret, now + std::chrono::minutes{59})->note_use);
        CHECK(bearer_of(database, secret, now + std::chrono::minutes{60})->note_use);
    });
}

TEST_CASE("fifty tokens are open at once, and no more") {
    in_house([](Database& database, Actor const& actor) {
        auto const make = [&] {
            return act(database, actor, [](Work& work) { return make_token(work, wish); });
        };
        for (int i = 0; i < open_most; ++i)
            REQUIRE(static_cast<bool>(make()));
        auto const refused = make();
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().message.key == "tokens.too_many");
        auto const some =
            database.read([&](Db& db) { return tokens_of(db, actor.account, now).front().id; });
        REQUIRE(static_cast<bool>(
            act(database, actor, [&](Work& work) { return revoke_token(work, some); })));
        CHECK(static_cast<bool>(make()));
    });
}

TEST_CASE("the page shows a secret once, and what was typed again where something is wrong") {
    in_house([](Database& database, Actor const& actor) {
        test::Site const site{database, modules, actor, now};
        CHECK(test::says(site.get("/account/tokens"), "এখনো কোনো টোকেন নেই"));
        auto const refused =
            site.post("/account/tokens/new", {{"name", "হিসাব শাখা"}, {"lives", "30"}});
        CHECK(refused.status == 422);
        CHECK(test::says(refused, "value=\"হিসাব শাখা\""));
        CHECK(test::says(refused, "অন্তত একটি তালিকার জন্য অনুমতি বেছে নিন।"));
        CHECK(test::says(site.post("/account/tokens/new", {{"lives", "30"}}),
                         "টোকেনের নাম: এই ঘরটি পূরণ করুন।"));
        auto const made =
            site.post("/account/tokens/new",
                      {{"name", "হিসাব শাখা"}, {"lives", "30"}, {"scope_offices", "write"}});
        CHECK(made.status == 200);
        CHECK(test::says(made, "udb_"));
        auto const list = site.get("/account/tokens");
        CHECK(test::says(list, "হিসাব শাখা"));
        CHECK(test::says(list, "পড়া ও লেখা"));
        CHECK_FALSE(test::says(list, "udb_"));
        auto const id =
            database.read([&](Db& db) { return tokens_of(db, actor.account, now).front().id; });
        CHECK(site.post("/account/tokens/" + to_string(id) + "/revoke", {}).status == 303);
        CHECK(test::says(site.get("/account/tokens"), "বাতিল"));
        CHECK(site.get("/api").status == 200);
    });
}
