// The whole way of a person through the foundation: guest, sign-in, transfer, sign-out; on both
// databases, without a socket.
#include "modules/accounts/tests/house.hpp"

using namespace udb;
using namespace udb::accounts::test;

TEST_CASE("a guest reads the directory, and is sent to sign in for the rest") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        for (std::string const page : {"/", "/offices", "/offices?q=%E0%A6%B6", "/people", "/posts",
                                       "/posts?only=beside", "/sign-in"})
            CHECK_MESSAGE(browser.get(page).status == 200, page);
        CHECK(has(browser.get("/offices"), mole));
        for (std::string const page : {"/account", "/accounts", "/people/new", "/offices/new"}) {
            auto const answer = browser.get(page);
            CHECK_MESSAGE(answer.status == 303, page);
            CHECK(answer.headers.get_or("Location").starts_with("/sign-in?next="));
        }
        CHECK(browser.get("/offices/999999").status == 404);
        CHECK(browser.get("/offices/x").status == 404);
    });
}

TEST_CASE("every office, post and officer of the demo has its page in both languages") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        auto const paths = office.database.read([](Db& db) {
            std::vector<std::string> all;
            for (auto const& row : db.all("select kind, id from records where kind <> 'account'")) {
                auto const kind = row.get<std::string>(0);
                all.push_back((kind == "office" ? "/offices/"
                               : kind == "post" ? "/posts/"
                                                : "/people/")
                              + std::to_string(row.get<std::int64_t>(1)));
            }
            return all;
        });
        CHECK(paths.size() > 100);
        for (std::string const language : {"bn", "en"}) {
            browser.get("/language?to=" + language + "&back=/");
            for (std::size_t i = 0; i < paths.size(); i += 7)
                CHECK_MESSAGE(browser.get(paths[i]).status == 200, paths[i]);
        }
    });
}

TEST_CASE("a wrong password and an unknown name get the same answer, the right one gets in") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        auto const wrong = browser.post("/sign-in", "username=secretary&password=wrong-wrong");
        auto const unknown = browser.post("/sign-in", "username=nobody&password=wrong-wrong");
        CHECK(wrong.status == 422);
        CHECK(unknown.status == 422);
        CHECK(has(wrong, "সঠিক নয়"));
        CHECK(has(unknown, "সঠিক নয়"));
        sign_in(browser, "Secretary");
        auto const home = browser.get("/");
        CHECK(has(home, "ড. শাহানা পারভীন"));
        CHECK(has(home, mole));
        CHECK(browser.get("/account").status == 200);
        CHECK(has(browser.get("/account"), "দপ্তর প্রধান"));
        CHECK(browser.get("/accounts").status == 403);
    });
}

TEST_CASE("a form without its proof is refused, and with it sign-out ends the session") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        sign_in(browser, "secretary");
        CHECK(browser.post("/sign-out", "").status == 403);
        CHECK(browser.get("/account").status == 200);
        auto const proof = csrf_in(browser.get("/account"));
        CHECK(browser.post("/sign-out", "csrf=" + proof).status == 303);
        CHECK(browser.get("/account").status == 303);
    });
}

TEST_CASE("a session ends after its hours of quiet, and goes on while it is used") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        sign_in(browser, "secretary");
        for (int i = 0; i < 3; ++i) {
            office.clock.set(office.clock.now() + 8h);
            CHECK(browser.get("/account").status == 200);
        }
        office.clock.set(office.clock.now() + 13h);
        CHECK(browser.get("/account").status == 303);
    });
}

TEST_CASE("a transfer in one form gives the post to a new officer and ends the other's holding") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        sign_in(browser, "secretary");
        auto const post = office.post("যুগ্মসচিব", "বাজেট অধিশাখা");
        auto const path = "/posts/" + to_string(post) + "/transfer";
        auto const form = browser.get(path);
        REQUIRE(form.status == 200);
        auto const leaves = [&] {
            std::string_view const before = "name=\"leaves\" value=\"";
            auto const body = form.content();
            auto const from = body.find(before) + before.size();
            return std::string(body.substr(from, body.find('"', from) - from));
        }();
        auto const common =
            "csrf=" + csrf_in(form) + "&leaves=" + leaves
            + "&kind=regular&who=new&name_bn=%E0%A6%A8&name_en=Newcomer+Begum&from=";
        auto const missing = browser.post(path, common);
        CHECK(missing.status == 422);
        CHECK(has(missing, "Newcomer Begum"));
        CHECK(browser.post(path, common + "2025-08-17").status == 422);
        auto const done = browser.post(path, common + "2026-02-01&memo=40.5");
        CHECK(done.status == 303);
        CHECK(office.acting_in(post, 2026y / January / 31) == "Md. Zakir Hossain Talukder");
        CHECK(office.acting_in(post, 2026y / February / 1) == "Newcomer Begum");
        CHECK(has(browser.get("/posts/" + to_string(post)), "৪০.৫"));
        CHECK(has(browser.get("/"), "মোঃ জাকির হোসেন তালুকদার"));
    });
}

TEST_CASE("the head of one office transfers nobody in another") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        sign_in(browser, "uno-sreepur");
        auto const post = office.post("যুগ্মসচিব", "বাজেট অধিশাখা");
        CHECK(browser.get("/posts/" + to_string(post) + "/transfer").status == 403);
        CHECK(browser.get("/posts/" + to_string(post) + "/edit").status == 403);
        CHECK(browser.get("/posts/" + to_string(post)).status == 200);
    });
}

TEST_CASE("a correction that somebody else has overtaken is a conflict and loses nothing") {
    on_both([](House& office) {
        Browser browser{office.application, office.clock};
        sign_in(browser, "secretary");
        auto const post = "/posts/" + to_string(office.post("প্রোগ্রামার", "আইসিটি সেল"));
        auto const form = browser.get(post + "/edit");
        auto const body = [&](std::string const& title, int version) {
            return "csrf=" + csrf_in(form) + "&version=" + std::to_string(version)
                   + "&title_bn=" + title + "&rank=programmer&unit_bn=x&capacities=ict";
        };
        CHECK(browser.post(post + "/edit", body("First", 1)).status == 303);
        auto const second = browser.post(post + "/edit", body("Second", 1));
        CHECK(second.status == 409);
        CHECK(has(second, "Second"));
        CHECK(browser.post(post + "/edit", body("Second", 2)).status == 303);
        CHECK(browser.post(post + "/edit", body("", 3)).status == 422);
    });
}

TEST_CASE("the administrator opens an account, grants a role and closes it") {
    on_both([](House& office) {
        Browser admin{office.application, office.clock};
        sign_in(admin, "admin");
        auto const form = admin.get("/accounts/new");
        REQUIRE(form.status == 200);
        auto const proof = "csrf=" + csrf_in(form);
        CHECK(admin.post("/accounts/new", proof + "&username=x").status == 422);
        auto const made = admin.post(
            "/accounts/new", proof + "&username=auditor&name_bn=Auditor&password=a-long-password");
        REQUIRE(made.status == 303);
        std::string const where{made.headers.get_or("Location")};
        CHECK(admin.post(where + "/grant", proof + "&role=overseer&office=1").status == 303);
        CHECK(has(admin.get(where), "মন্ত্রিপরিষদ বিভাগ"));
        CHECK(admin.post(where + "/close", proof).status == 303);
        Browser other{office.application, office.clock};
        CHECK(other.post("/sign-in", "username=auditor&password=a-long-password").status == 422);
    });
}

TEST_CASE("lists cost the same number of statements however long they are") {
    on_both([](House& office) {
        auto const cost = office.database.read([&](Db& db) {
            auto const before = db.statements();
            auto const offices = offices::find_offices(db, {.size = 25}, office.clock.today());
            auto const people = people::find_officers(db, {.size = 25}, office.clock.today());
            CHECK(offices.lines.size() == 25);
            CHECK(people.lines.size() == 25);
            return db.statements() - before;
        });
        CHECK(cost == 4);
    });
}
