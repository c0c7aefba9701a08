// The letters that say what one person owes, and what heads of offices are told.
#include "modules/accounts/accounts.hpp"
#include "modules/duties/duties.hpp"
#include "modules/duties/letters/letter_pages.hpp"
#include "modules/duties/letters/letter_store.hpp"
#include "modules/duties/tests/desk.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

namespace {

/// Mail is set up while this lives.
struct MailSetUp {
    MailSetUp() {
        accounts::configure({.public_url = "https://innovation.example.gov.bd",
                             .mail_server = {.host = "localhost", .user = {}, .password = {}},
                             .mail_from = "udbhabon@example.gov.bd",
                             .mail_from_name = "উদ্ভাবন"});
    }
    MailSetUp(MailSetUp const&) = delete;
    ~MailSetUp() { accounts::configure({}); }
};

void team(Desk const& desk) {
    desk.as(administrator, 2024y / July / 1, [&](Work& work) {
        auto const id = add_record(
            work, {.kind = "team", .office_path = desk.below.path, .title = {"টিম", ""}});
        work.db.run("insert into teams (id, office, tier, mandate) values (?, ?, 'upazila', "
                    "'cabinet-2023')",
                    id, desk.below.id);
        return 0;
    });
}

/// The program on a day, without a server.
class Program {
public:
    Program(Database& database, Instant now)
        : clock_(now), assets_(test::assets_of_the_frame), application_({.database = database,
                                                                         .clock = clock_,
                                                                         .modules = modules,
                                                                         .assets = assets_,
                                                                         .identify = {},
                                                                         .version = "test"}) {}
    Application const& operator*() const { return application_; }
    void at(Instant now) { clock_.set(now); }

private:
    StoppedClock clock_;
    web::Assets assets_;
    Application application_;
};

std::int64_t mails(Desk const& desk) {
    return desk.database.read(
        [](Db& db) { return db.one("select count(*) from outbox")->get<std::int64_t>(0); });
}

} // namespace

TEST_CASE("whoever answers for an office gets a letter a week, and whoever owes nothing none") {
    on_both([](Desk const& desk) {
        MailSetUp const mail;
        auto const leader = officer(desk, "দলনেতা", Role::leader);
        officer(desk, "কর্মকর্তা", {});
        Date const sunday = 2024y / July / 21;
        Program program(desk.database, morning(sunday));
        CHECK(write_letters(*program, {}) == 1);
        CHECK(mails(desk) == 1);
        CHECK(write_letters(*program, {}) == 0);
        program.at(morning(sunday + days{6}));
        CHECK(write_letters(*program, {}) == 0);
        program.at(morning(sunday + days{7}));
        CHECK(write_letters(*program, {}) == 1);
        desk.database.write([&](Db& db) {
            auto choice = letter_choice_of(db, leader.account);
            choice.often = Often::never;
            set_letter_choice(db, leader.account, choice);
        });
        program.at(morning(sunday + days{14}));
        CHECK(write_letters(*program, {}) == 0);
        accounts::configure({});
        program.at(morning(sunday + days{21}));
        CHECK(write_letters(*program, {}) == 0);
    });
}

TEST_CASE(
    "a letter names what is late and what comes next, in both languages, with a way to stop") {
    on_both([](Desk const& desk) {
        MailSetUp const mail;
        auto const leader = officer(desk, "দলনেতা", Role::leader);
        auto const head = officer(desk, "প্রধান", Role::head_of_office);
        Date const day = 2024y / August / 20;
        Program const program(desk.database, morning(day));
        auto const letter = [&](Actor const& actor) {
            return desk.database.read([&](Db& db) {
                return letter_of((*program).catalogue(), mine_of(db, modules, actor, day), actor,
                                 day);
            });
        };
        auto const to_leader = letter(leader);
        REQUIRE(to_leader);
        auto const& text = to_leader->text;
        for (auto const* said : {"সময় পেরিয়ে গেছে", "Late:", "বার্ষিক কর্মপরিকল্পনা", "২০ আগস্ট ২০২৪",
                                 "https://innovation.example.gov.bd/duties/"}) {
            CAPTURE(said);
            CHECK(text.find(said) != std::string::npos);
        }
        CHECK(text.find("দপ্তরপ্রধান হিসেবে") == std::string::npos);
        CHECK(text.find(to_leader->stop) != std::string::npos);
        auto const to_head = letter(head);
        REQUIRE(to_head);
        CHECK(to_head->text.find("দপ্তরপ্রধান হিসেবে") != std::string::npos);
        CHECK_FALSE(letter(officer(desk, "কর্মকর্তা", {})));
    });
}

TEST_CASE("looking at the address of a letter stops nothing, pressing its button does") {
    on_both([](Desk const& desk) {
        MailSetUp const mail;
        auto const leader = officer(desk, "দলনেতা", Role::leader);
        test::Site const guest(desk.database, modules, {}, morning(2024y / August / 20));
        auto const path = "/duties/stop/" + accounts::stop_secret(leader.account, letter_kind);
        auto const often = [&] {
            return desk.database.read(
                [&](Db& db) { return letter_choice_of(db, leader.account).often; });
        };
        CHECK(guest.get(path).status == 200);
        CHECK(often() == Often::weekly);
        CHECK(guest.post(path + "x", {}).status == 404);
        CHECK(
            guest.post("/duties/stop/" + accounts::stop_secret(leader.account, "other"), {}).status
            == 404);
        CHECK(often() == Often::weekly);
        CHECK(guest.post(path, {}).status == 200);
        CHECK(often() == Often::never);

        test::Site const site(desk.database, modules, leader, morning(2024y / August / 20));
        CHECK(site.post("/duties/mine/letters", {{"often", "weekly"}}).status == 303);
        CHECK(often() == Often::weekly);
        CHECK(site.post("/duties/mine/letters", {{"often", "hourly"}}).status == 303);
        CHECK(often() == Often::weekly);
    });
}

TEST_CASE("the head is told of a thing once, a week after its day, and sees it on the first page") {
    on_both([](Desk const& desk) {
        team(desk);
        // The plan is asked by the end of the year's first month (C23 §4(2)).
        Date const due = 2024y / July / 31;
        Program program(desk.database, morning(due + days{6}));
        CHECK(tell_heads(*program, {}) == 0);
        program.at(morning(due + days{7}));
        CHECK(tell_heads(*program, {}) == 1);
        CHECK(tell_heads(*program, {}) == 0);
        auto const events =
            desk.database.read([&](Db& db) { return events_of(db, as_record(desk.below.id)); });
        CHECK(std::ranges::count(events, "duty.told", &Event::kind) == 1);

        auto const head = officer(desk, "প্রধান", Role::head_of_office);
        auto const leader = officer(desk, "দলনেতা", Role::leader);
        auto const told = [&](Actor const& actor, Date day) {
            auto const concerns = desk.database.read(
                [&](Db& db) { return duties::manifest.concerns(db, actor, day); });
            return std::ranges::count(concerns, "duties.told_line",
                                      [](Concern const& c) { return c.what.key; });
        };
        CHECK(told(head, due + days{6}) == 0);
        CHECK(told(head, due + days{7}) == 1);
        CHECK(told(leader, due + days{7}) == 0);
    });
}
