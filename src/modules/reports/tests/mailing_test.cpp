// A report that goes by e-mail: when it counts as sent, and what is told of an e-mail that nobody
// took.
#include "modules/accounts/mail_store.hpp"
#include "modules/reports/policy.hpp"
#include "modules/reports/tests/desk.hpp"
#include "platform/digest.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::reports;
using namespace udb::reports::test;
using std::chrono::days;
using std::chrono::hours;

using udb::test::says;

namespace {

udb::test::Site site_for(Database& database, Actor const& actor) {
    return {database, modules, actor, Instant{today}};
}

/// Mail is set up, to a server that is never asked.
struct WithMail {
    WithMail() {
        accounts::Configuration with_mail;
        with_mail.mail_server.host = "127.0.0.1";
        with_mail.mail_from = "a@mole.gov.bd";
        accounts::configure(with_mail);
    }
    ~WithMail() { accounts::configure({}); }
};

Sending by_mail(std::string const& address) {
    return {.on = today, .channel = papers::Channel::email, .email = address};
}

CheckedFile receipt() {
    return {.name = "receipt.txt",
            .media_type = "text/plain",
            .sha256 = sha256_hex("received"),
            .size = 8};
}

std::optional<accounts::OutboxMail> taken(Desk const& desk, Date on = today) {
    return desk.database.write([&](Db& db) {
        return accounts::take_mail(db, {}, Instant{on} + hours{1}, accounts::Freight::files);
    });
}

void accepted(Desk const& desk, accounts::OutboxMail const& mail, Date on) {
    REQUIRE(desk.as(
        stranger,
        [&](Work& work) {
            accounts::mail_accepted(work, mail);
            return Done{};
        },
        on));
}
void refused_for_good(Desk const& desk, accounts::OutboxMail const& mail) {
    REQUIRE(desk.as(stranger, [&](Work& work) {
        accounts::mail_failed(work, mail, "550 5.1.1 No such mailbox", true);
        return Done{};
    }));
}

Edition edition_of(Desk const& desk) {
    return *desk.database.read([&](Db& db) { return find_edition(db, desk.id, 1); });
}

std::size_t times(Desk const& desk, std::string_view event) {
    return desk.database.read([&](Db& db) {
        auto const events = events_of(db, as_record(desk.id));
        return static_cast<std::size_t>(std::ranges::count(events, event, &Event::kind));
    });
}

std::vector<std::string> concerns_of(Desk const& desk, Actor const& actor, Date on) {
    return desk.database.read([&](Db& db) {
        std::vector<std::string> keys;
        for (auto const& concern : manifest.concerns(db, actor, on))
            keys.push_back(concern.what.key);
        return keys;
    });
}
bool told_of_loss(Desk const& desk, Actor const& actor, Date on = today) {
    auto const keys = concerns_of(desk, actor, on);
    return std::ranges::find(keys, "reports.mail_lost") != keys.end();
}

} // namespace

TEST_CASE("a report whose only proof is an e-mail is sent on the day a server takes it: C23 4(5)") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        WithMail const set_up;
        Desk const desk{database};
        desk.frozen();
        REQUIRE(desk.now(secretary, send, by_mail(" Innovation@Cabinet.gov.bd ")));
        CHECK_FALSE(edition_of(desk).sent_on);
        CHECK(times(desk, "report.sent") == 0);
        CHECK(kind_of(desk.now(secretary, send, by_mail("b@cabinet.gov.bd")))
              == "email:reports.mail_on_its_way");
        CHECK(kind_of(desk.now(secretary, mail_again, std::string("b@cabinet.gov.bd")))
              == "email:reports.mail_on_its_way");

        auto const mail = taken(desk);
        REQUIRE(mail);
        CHECK(mail->address == "innovation@cabinet.gov.bd");
        CHECK(mail->letter.subject.find("বার্ষিক প্রতিবেদন") != std::string::npos);
        CHECK(mail->letter.file.name == "report.pdf");
        auto const files = desk.files();
        CHECK(std::ranges::any_of(files, [&](FrozenFile const& file) {
            return file.format == "pdf" && file.sha256 == mail->letter.file.sha256;
        }));
        accepted(desk, *mail, today + days{1});
        CHECK(edition_of(desk).sent_on == today + days{1});
        CHECK(times(desk, "report.sent") == 1);
        CHECK(times(desk, "mail.accepted") == 1);
        CHECK_FALSE(told_of_loss(desk, secretary));

        // Once more, to another: it was sent already.
        REQUIRE(desk.now(secretary, mail_again, std::string("c@cabinet.gov.bd")));
        auto const second = taken(desk, today + days{2});
        REQUIRE(second);
        accepted(desk, *second, today + days{3});
        CHECK(edition_of(desk).sent_on == today + days{1});
        CHECK(times(desk, "report.sent") == 1);
    });
}

TEST_CASE("an e-mail that nobody takes leaves the report unsent, and whoever sends it is told") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        WithMail const set_up;
        Desk const desk{database};
        desk.frozen();
        REQUIRE(desk.now(secretary, send, by_mail("never@cabinet.gov.bd")));
        refused_for_good(desk, *taken(desk));
        CHECK_FALSE(edition_of(desk).sent_on);
        CHECK(times(desk, "report.sent") == 0);
        CHECK(times(desk, "mail.given_up") == 1);
        CHECK(told_of_loss(desk, secretary));
        CHECK(told_of_loss(desk, secretary, today + days{60}));
        CHECK_FALSE(told_of_loss(desk, member));
        CHECK_FALSE(told_of_loss(desk, stranger));
        auto const page = site_for(database, secretary).get("/reports/" + to_string(desk.id));
        CHECK(says(page, "550 5.1.1 No such mailbox"));
        CHECK(says(page, "পাঠানো যায়নি"));
        CHECK_FALSE(says(site_for(database, member).get("/reports/" + to_string(desk.id)),
                         "action=\"/reports/" + to_string(desk.id) + "/send"));

        // With another proof it is sent, and the loss is told for a week more.
        auto by_hand = by_mail("");
        by_hand.file = receipt();
        REQUIRE(desk.now(secretary, send, by_hand));
        CHECK(edition_of(desk).sent_on == today);
        CHECK(told_of_loss(desk, secretary));
        CHECK_FALSE(told_of_loss(desk, secretary, today + days{8}));
        REQUIRE(desk.now(secretary, mail_again, std::string("right@cabinet.gov.bd")));
        CHECK_FALSE(told_of_loss(desk, secretary));
    });
}

TEST_CASE("where a letter or a file proves it, the report is sent whatever becomes of the e-mail") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        WithMail const set_up;
        Desk const desk{database};
        desk.frozen();
        auto sending = by_mail("never@cabinet.gov.bd");
        sending.file = receipt();
        REQUIRE(desk.now(secretary, send, sending));
        CHECK(edition_of(desk).sent_on == today);
        refused_for_good(desk, *taken(desk));
        CHECK(edition_of(desk).sent_on == today);
        CHECK(kind_of(desk.now(member, mail_again, std::string("a@cabinet.gov.bd")))
              == "forbidden");
        CHECK(kind_of(desk.now(secretary, mail_again, std::string(" "))) == "email:field.required");
    });
}
