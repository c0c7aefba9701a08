// Who gets in and who has to wait: wrong passwords, known browsers, the second step, sessions; on
// both databases.
#include "modules/accounts/second_factor_store.hpp"
#include "modules/accounts/tests/house.hpp"
#include "platform/totp.hpp"

using namespace udb;
using namespace udb::accounts::test;

namespace {

constexpr std::string_view own_password = "udbhabon-demo";

int try_in(Browser& browser, std::string_view name, std::string_view password) {
    return browser
        .post("/sign-in", "username=" + std::string(name) + "&password=" + std::string(password))
        .status;
}

/// Sets up the second step as the page says, and gives the app's secret with the recovery codes.
struct App {
    std::string secret;
    std::vector<std::string> recovery = {};

    std::string code(House const& house) const { return totp_code(secret, house.clock.now()); }
};

std::string between(web::Response const& page, std::string_view before, std::string_view after) {
    auto const body = page.content();
    auto const at = body.find(before);
    REQUIRE(at != body.npos);
    auto const from = at + before.size();
    return std::string(body.substr(from, body.find(after, from) - from));
}

Id<Account> account_of(House& house, std::string_view name) {
    return house.database.read([&](Db& db) { return accounts::find_account(db, name)->id(); });
}

std::string secret_of(House& house, std::string_view name) {
    auto const id = account_of(house, name);
    return house.database
        .read([&](Db& db) { return accounts::second_factor_of(db, SealKey{}, id); })
        .value()
        .secret;
}

App set_up(House& house, Browser& browser, std::string_view name) {
    auto const proof = "csrf=" + csrf_in(browser.get("/account/second-factor"));
    CHECK(browser.post("/account/second-factor/begin", proof + "&current=wrong").status == 422);
    REQUIRE(browser.post("/account/second-factor/begin", proof + "&current=udbhabon-demo").status
            == 303);
    App app{.secret = secret_of(house, name)};
    auto const shown = browser.get("/account/second-factor");
    CHECK(has(shown, totp_text(app.secret)));
    CHECK(has(shown, "<svg viewBox=\"0 0 "));
    CHECK(browser.post("/account/second-factor/confirm", proof + "&code=000000").status == 422);
    auto const done =
        browser.post("/account/second-factor/confirm", proof + "&code=" + app.code(house));
    REQUIRE(done.status == 200);
    std::string_view body = done.content();
    for (auto at = body.find("<li><code>"); at != body.npos; at = body.find("<li><code>", at + 1))
        app.recovery.emplace_back(body.substr(at + 10, 19));
    CHECK(app.recovery.size() == 10);
    CHECK_FALSE(has(browser.get("/account/second-factor"), totp_text(app.secret)));
    house.clock.set(house.clock.now() + 60s);
    return app;
}

} // namespace

TEST_CASE("wrong passwords from one network keep nobody out who comes from another") {
    on_both([](House& house) {
        Browser guesser{house.application, house.clock};
        guesser.peer = "203.0.113.9";
        for (int i = 0; i < 5; ++i)
            CHECK(try_in(guesser, "member", "wrong-wrong") == 422);
        CHECK(try_in(guesser, "member", "wrong-wrong") == 429);
        CHECK(try_in(guesser, "member", own_password) == 429);
        CHECK(try_in(guesser, "leader", "wrong-wrong") == 422);

        Browser owner{house.application, house.clock};
        owner.peer = "198.51.100.1";
        CHECK(try_in(owner, "member", own_password) == 303);

        house.clock.set(house.clock.now() + 30s);
        CHECK(try_in(guesser, "member", "wrong-wrong") == 422);
        house.clock.set(house.clock.now() + 30s);
        CHECK(try_in(guesser, "member", own_password) == 429);
        house.clock.set(house.clock.now() + 30s);
        CHECK(try_in(guesser, "member", own_password) == 303);
    });
}

TEST_CASE("a browser that the account knows is let in though its network is waiting") {
    on_both([](House& house) {
        Browser owner{house.application, house.clock};
        REQUIRE(try_in(owner, "member", own_password) == 303);
        CHECK(owner.has_cookie("browser"));
        owner.forget_cookie("session");

        Browser colleague{house.application, house.clock};
        for (int i = 0; i < 6; ++i)
            try_in(colleague, "member", "wrong-wrong");
        CHECK(try_in(colleague, "member", own_password) == 429);
        CHECK(try_in(owner, "member", own_password) == 303);

        // Known to one account, it is a stranger to the others.
        owner.forget_cookie("session");
        for (int i = 0; i < 5; ++i)
            try_in(colleague, "leader", "wrong-wrong");
        CHECK(try_in(owner, "leader", own_password) == 429);
    });
}

TEST_CASE("an unknown name waits as a known one does") {
    on_both([](House& house) {
        Browser guesser{house.application, house.clock};
        for (int i = 0; i < 5; ++i)
            CHECK(try_in(guesser, "nobody", "wrong-wrong") == 422);
        auto const page = guesser.post("/sign-in", "username=nobody&password=wrong-wrong");
        CHECK(page.status == 429);
        CHECK(has(page, "১ মিনিট পরে"));
        CHECK(has(page, "value=\"nobody\""));
    });
}

TEST_CASE("with the second step on, the password alone opens nothing, and a code is good once") {
    on_both([](House& house) {
        Browser first{house.application, house.clock};
        sign_in(first, "member");
        auto const app = set_up(house, first, "member");

        Browser second{house.application, house.clock};
        CHECK(second.get("/sign-in/code").status == 303);
        auto const half =
            second.post("/sign-in", "username=member&password=udbhabon-demo&next=%2Foffices");
        CHECK(half.headers.get_or("Location") == "/sign-in/code");
        CHECK(second.get("/account").status == 303);
        CHECK(second.get("/sign-in/code").status == 200);
        CHECK(second.post("/sign-in/code", "code=000000").status == 422);
        auto const code = app.code(house);
        auto const in = second.post("/sign-in/code", "code=" + code);
        CHECK(in.headers.get_or("Location") == "/offices");
        CHECK(second.get("/account").status == 200);
        CHECK_FALSE(second.has_cookie("sign-in"));

        Browser third{house.application, house.clock};
        REQUIRE(try_in(third, "member", own_password) == 303);
        CHECK(third.post("/sign-in/code", "code=" + code).status == 422);
        house.clock.set(house.clock.now() + 30s);
        CHECK(third.post("/sign-in/code", "code=" + app.code(house)).status == 303);
        CHECK(third.get("/account").status == 200);
    });
}

TEST_CASE("a recovery code gets in once, and is told in the history") {
    on_both([](House& house) {
        Browser owner{house.application, house.clock};
        sign_in(owner, "member");
        auto const app = set_up(house, owner, "member");
        Browser other{house.application, house.clock};
        REQUIRE(try_in(other, "member", own_password) == 303);
        CHECK(has(other.get("/sign-in/code?with=recovery"), "04hm-asw9"));
        CHECK(other.post("/sign-in/code", "code=" + app.recovery[3]).status == 303);
        CHECK(has(other.get("/account/second-factor"), "৯"));
        Browser third{house.application, house.clock};
        REQUIRE(try_in(third, "member", own_password) == 303);
        CHECK(third.post("/sign-in/code", "code=" + app.recovery[3]).status == 422);
        CHECK(third.post("/sign-in/code", "code=" + app.recovery[4]).status == 303);

        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const page = admin.get("/accounts/" + to_string(account_of(house, "member")));
        CHECK(has(page, "পুনরুদ্ধার কোড দিয়ে প্রবেশ করা হয়েছে"));
    });
}

TEST_CASE("after five wrong codes the sign-in begins anew, and codes have their waits too") {
    on_both([](House& house) {
        Browser owner{house.application, house.clock};
        sign_in(owner, "member");
        auto const app = set_up(house, owner, "member");
        Browser thief{house.application, house.clock};
        thief.peer = "203.0.113.9";
        REQUIRE(try_in(thief, "member", own_password) == 303);
        for (int i = 0; i < 4; ++i)
            CHECK(thief.post("/sign-in/code", "code=000000").status == 422);
        CHECK(thief.post("/sign-in/code", "code=000000").headers.get_or("Location") == "/sign-in");
        REQUIRE(try_in(thief, "member", own_password) == 303);
        CHECK(thief.post("/sign-in/code", "code=" + app.code(house)).status == 429);
        // The owner's browser is known, and does not wait.
        owner.forget_cookie("session");
        REQUIRE(try_in(owner, "member", own_password) == 303);
        CHECK(owner.post("/sign-in/code", "code=" + app.code(house)).status == 303);
    });
}

TEST_CASE("the second step is renewed and switched off by a code, reset by the administrator") {
    on_both([](House& house) {
        Browser owner{house.application, house.clock};
        sign_in(owner, "member");
        auto app = set_up(house, owner, "member");
        auto const proof = "csrf=" + csrf_in(owner.get("/account/second-factor"));
        auto const change = "/account/second-factor/change";
        CHECK(owner.post(change, proof + "&act=remove&code=000000").status == 422);
        auto const renewed = owner.post(change, proof + "&act=renew&code=" + app.code(house));
        CHECK(renewed.status == 200);
        CHECK_FALSE(has(renewed, app.recovery[0]));
        CHECK(owner.post(change, proof + "&act=remove&code=" + app.recovery[0]).status == 422);
        house.clock.set(house.clock.now() + 60s);
        CHECK(owner.post(change, proof + "&act=remove&code=" + app.code(house)).status == 303);
        owner.forget_cookie("session");
        CHECK(try_in(owner, "member", own_password) == 303);
        CHECK(owner.get("/account").status == 200);

        set_up(house, owner, "member");
        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const account = "/accounts/" + to_string(account_of(house, "member"));
        auto const admins = "csrf=" + csrf_in(admin.get(account));
        CHECK(owner.post(account + "/second-factor/reset", proof).status == 403);
        CHECK(admin.post(account + "/second-factor/reset", admins).status == 303);
        CHECK(admin.post(account + "/second-factor/reset", admins).status == 404);
        CHECK(owner.get("/account").status == 303);
        CHECK(try_in(owner, "member", own_password) == 303);
        CHECK(owner.get("/account").status == 200);
    });
}

TEST_CASE("where it is asked of them, administrators have no rights before the second step is on") {
    on_both([](House& house) {
        Browser admin{house.application, house.clock};
        accounts::Configuration strict;
        strict.second_factor_administrators = true;
        accounts::configure(strict);
        auto const in = admin.post("/sign-in", "username=admin&password=udbhabon-demo&next=%2F");
        CHECK(in.headers.get_or("Location") == "/account/second-factor");
        CHECK(admin.get("/accounts").status == 403);
        CHECK(has(admin.get("/account/second-factor"), "আগে দ্বিতীয় ধাপের যাচাই"));
        set_up(house, admin, "admin");
        CHECK(admin.get("/accounts").status == 200);
        accounts::configure({});
    });
}

TEST_CASE("sessions end one by one, all others at once, and with a new password") {
    on_both([](House& house) {
        std::vector<Browser> browsers;
        for (int i = 0; i < 4; ++i) {
            browsers.emplace_back(house.application, house.clock);
            browsers.back().peer = "198.51.100." + std::to_string(i + 1);
            sign_in(browsers.back(), "member");
            house.clock.set(house.clock.now() + 1s);
        }
        auto& here = browsers[0];
        auto const own = here.get("/account");
        auto const proof = "csrf=" + csrf_in(own);
        CHECK(has(own, "198.51.100.4"));
        auto const end = between(own, "action=\"/account/sessions/", "\"");
        CHECK(here.post("/account/sessions/" + end, proof).status == 303);
        CHECK(here.post("/account/sessions/" + end, proof).status == 404);
        CHECK(browsers[3].get("/account").status == 303);
        CHECK(browsers[2].get("/account").status == 200);
        CHECK(here.post("/account/sessions/end-others", proof).status == 303);
        CHECK(browsers[1].get("/account").status == 303);
        CHECK(browsers[2].get("/account").status == 303);
        CHECK(here.get("/account").status == 200);

        sign_in(browsers[1], "member");
        CHECK(here.post("/account/password", proof
                                                 + "&current=udbhabon-demo&password=a-new-password"
                                                   "&again=a-new-password")
                  .status
              == 303);
        CHECK(browsers[1].get("/account").status == 303);
        CHECK(here.get("/account").status == 200);
    });
}

TEST_CASE("nobody ends another's session") {
    on_both([](House& house) {
        Browser owner{house.application, house.clock};
        sign_in(owner, "member");
        Browser other{house.application, house.clock};
        sign_in(other, "leader");
        auto const id = house.database.read([](Db& db) {
            return db
                .one("select s.id from sessions s join accounts a on a.id = s.account "
                     "where a.username = 'member'")
                ->get<std::int64_t>(0);
        });
        auto const proof = "csrf=" + csrf_in(other.get("/account"));
        CHECK(other.post("/account/sessions/" + std::to_string(id) + "/end", proof).status == 404);
        CHECK(owner.get("/account").status == 200);
    });
}
