// Pages and papers of meetings: what is shown to whom, and nothing typed is lost.
#include "modules/accounts/accounts.hpp"
#include "modules/meetings/tests/desk.hpp"

using namespace udb;
using namespace udb::meetings;
using namespace udb::meetings::test_desk;

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
        desk.decided(id, "তালিকা যাচাই করতে হবে", on(12, 8), desk.clerk);
        desk.written(id);
        auto const minutes = desk.as(desk.clerk, [&](Work& work) {
            return draft_minutes(work, desk.meeting(id).header, bangla);
        });
        REQUIRE(minutes);
        auto const written = desk.look([&](Db& db) { return *papers::find_paper(db, *minutes); });
        std::string all;
        for (auto const& block : written.paper.blocks)
            all += block.text + '\n';
        CHECK(all.find("| (১) তালিকা প্রকাশ করতে হবে |") != std::string::npos);
        CHECK(all.find("\n |  | (২) তালিকা যাচাই করতে হবে |") != std::string::npos);
        CHECK(all.find("আলোচনা হয়।") != std::string::npos);
        CHECK(all.find("প্রোগ্রামার (০১ ডিসেম্বর ২০২৬-এর মধ্যে)") == std::string::npos);
        CHECK(all.find("১ ডিসেম্বর ২০২৬") != std::string::npos);
        CHECK(all.find("রহিমা খাতুন, প্রোগ্রামার") != std::string::npos);
        CHECK(all.find(papers::gap) == std::string::npos);

        // Corrected by the next meeting: the draft is written anew, and says what was corrected.
        auto const next = desk.called(today);
        REQUIRE(desk.held(next, desk.clerk));
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return confirm(work, desk.meeting(id).header,
                           {.in = next, .corrections = "প্রথম অনুচ্ছেদের ভাষা"});
        }));
        auto const anew = [&](Work& work) {
            return draft_minutes(work, desk.meeting(id).header, bangla);
        };
        CHECK_FALSE(desk.as(desk.clerk, anew));
        REQUIRE(
            desk.as(desk.clerk, [&](Work& work) { return papers::discard(work, written.header); }));
        auto const corrected = desk.as(desk.clerk, anew);
        REQUIRE(corrected);
        auto const second = desk.look([&](Db& db) { return *papers::find_paper(db, *corrected); });
        CHECK(second.paper.about.find("সংশোধিত কার্যবিবরণী") != std::string::npos);
        std::string said;
        for (auto const& block : second.paper.blocks)
            said += block.text + '\n';
        CHECK(
            said.find("২৩ নভেম্বর ২০২৬ তারিখের সভায় এ কার্যবিবরণী নিম্নরূপ সংশোধনীসহ দৃঢ়ীকরণ করা হয়েছে: "
                      "প্রথম অনুচ্ছেদের ভাষা")
            != std::string::npos);
    });
}

TEST_CASE("a decision is corrected while its minutes are written, by those who write them") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(11, 12));
        REQUIRE(desk.held(id, desk.clerk));
        auto const d = desk.decided(id, "তালিকা প্রকাশ", on(11, 20), desk.clerk);
        auto const there = "/decisions/" + to_string(d);
        test::Site const clerk(desk.database, modules, desk.clerk, Instant{today});
        CHECK(test::says(clerk.get(there), there + "/correct"));
        CHECK(test::says(clerk.get(there + "/correct"), "তালিকা প্রকাশ"));
        auto const post = [&](std::string due) {
            return clerk.post(
                there + "/correct",
                {{"version", test::hidden_in(clerk.get(there + "/correct"), "version")},
                 {"text", "হালনাগাদ তালিকা প্রকাশ"},
                 {"responsible", to_string(desk.secretary)},
                 {"due", std::move(due)}});
        };
        auto const early = post("১ নভেম্বর ২০২৬"); // before the meeting
        CHECK(early.status == 422);
        CHECK(test::says(early, "হালনাগাদ তালিকা প্রকাশ"));
        CHECK(post("৩০ নভেম্বর ২০২৬").status == 303);
        CHECK(desk.decision(d).text == "হালনাগাদ তালিকা প্রকাশ");
        CHECK(desk.decision(d).due == on(11, 30));
        test::Site const holder(desk.database, modules, desk.holder, Instant{today});
        CHECK(holder.get(there + "/correct").status >= 303);
        desk.written(id);
        CHECK(post("৩০ নভেম্বর ২০২৬").status == 409);
        CHECK_FALSE(test::says(clerk.get(there), there + "/correct"));
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

TEST_CASE("a personal calendar opens by its secret alone, until a new one is made or it is ended") {
    for_each_desk([](Desk& desk) {
        auto const account = desk.as(desk.clerk, [&](Work& work) -> Result<Id<Account>> {
            auto const id = add_record(work, {.kind = "account", .title = {"করণিক", {}}});
            work.db.run("insert into accounts (id, username, password_hash, officer, active) "
                        "values (?, 'clerk', '', ?, 1)",
                        id, desk.first);
            return as<Account>(id);
        });
        REQUIRE(account);
        auto const meeting = desk.called(on(12, 10));
        auto clerk = desk.clerk;
        clerk.account = *account;
        test::Site const mine(desk.database, modules, clerk, Instant{today});
        test::Site const guest(desk.database, modules, Actor{}, Instant{today});
        auto const made = [&] {
            auto const page = mine.post("/meetings/feed", {});
            auto const body = std::string(page.content());
            auto const from = body.find("/calendar/");
            REQUIRE(from != body.npos);
            return body.substr(from, body.find(".ics", from) + 4 - from);
        };
        auto const first = made();
        auto const calendar = guest.get(first);
        CHECK(calendar.status == 200);
        CHECK(test::says(calendar, "UID:meeting-" + to_string(meeting)));
        CHECK(test::says(calendar, "DTSTART;TZID=Asia/Dhaka:20261210T110000"));
        CHECK(guest.get(first.substr(0, first.size() - 5) + "x.ics").status == 404);
        auto const second = made();
        CHECK(guest.get(first).status == 404);
        CHECK(guest.get(second).status == 200);
        // Only the digest is kept.
        CHECK(desk.look([&](Db& db) {
            auto const row = db.one("select digest from calendar_feeds");
            return second.find(row->get<std::string>(0)) == std::string::npos;
        }));
        CHECK(mine.post("/meetings/feed/end", {}).status == 303);
        CHECK(guest.get(second).status == 404);
    });
}

TEST_CASE("those asked are told by mail, and told again when it is moved or called off") {
    accounts::configure({.public_url = "https://mole.example.gov.bd",
                         .mail_server = {.host = "127.0.0.1", .user = {}, .password = {}},
                         .mail_from = "udbhabon@mole.example.gov.bd",
                         .mail_from_name = "উদ্ভাবন"});
    for_each_desk([](Desk& desk) {
        auto const mails = [&] {
            return desk.look([](Db& db) {
                return db.one("select count(*) from outbox where kind = 'meeting'")
                    ->get<std::int64_t>(0);
            });
        };
        auto const id = desk.called(on(12, 10));
        // Nobody was told yet: nothing is said of a move.
        auto to = desk.meeting(id).when;
        to.day = on(12, 13);
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return move_meeting(work, desk.meeting(id).header, to, "ছুটি");
        }));
        CHECK(mails() == 0);
        auto const told = desk.as(
            desk.clerk, [&](Work& work) { return tell_asked(work, desk.meeting(id).header); });
        REQUIRE(told);
        CHECK(*told == 2); // the head's post has no address
        CHECK(mails() == 2);
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return call_off(work, desk.meeting(id).header, "প্রয়োজন নেই");
        }));
        CHECK(mails() == 4);
        auto const stranger = desk.as(
            desk.stranger, [&](Work& work) { return tell_asked(work, desk.meeting(id).header); });
        CHECK_FALSE(stranger);
    });
    accounts::configure({});
}

TEST_CASE(
    "who is asked is changed until the meeting is held, and nothing of it is lost in the form") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(12, 10));
        auto const there = "/meetings/" + to_string(id) + "/people";
        test::Site const site(desk.database, modules, desk.clerk, Instant{today});
        auto const page = site.get(there);
        CHECK(test::says(page, "আমন্ত্রিত অতিথি | guest@example.org"));
        auto const post = [&](std::string chair, std::string guests) {
            return site.post(there, {{"version", test::hidden_in(site.get(there), "version")},
                                     {"people", to_string(desk.chief)},
                                     {"chair", std::move(chair)},
                                     {"guests", std::move(guests)}});
        };
        auto const wrong = post("4711", "নতুন অতিথি | new@example.org");
        CHECK(wrong.status == 422);
        CHECK(test::says(wrong, "নতুন অতিথি | new@example.org"));
        CHECK(post(to_string(desk.chief), "নতুন অতিথি | new@example.org").status == 303);
        auto const m = desk.meeting(id);
        REQUIRE(m.people.size() == 2);
        CHECK(m.people[0].chair);
        CHECK(m.people[1].email == "new@example.org");
        CHECK(desk.events(m.header.id).back() == "meeting.people_changed");
        REQUIRE(desk.held(desk.called(today), desk.clerk));
        test::Site const stranger(desk.database, modules, desk.stranger, Instant{today});
        CHECK(stranger.get(there).status == 403);
    });
}
