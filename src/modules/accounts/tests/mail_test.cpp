// Invitations, forgotten passwords and the outbox, on both databases; the mail server is none, so
// that what would be sent is looked at where it waits.
#include "modules/accounts/mail_actions.hpp"
#include "modules/accounts/mail_pace.hpp"
#include "modules/accounts/mail_store.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/tests/house.hpp"

using namespace udb;
using namespace udb::accounts::test;

namespace {

constexpr int port_of_nobody = 1;

/// Mail is set up, to a server that never answers.
struct MailHouse {
    House& house;

    explicit MailHouse(House& office) : house(office) {
        accounts::configure({.public_url = "https://u.example.gov.bd",
                             .mail_server = {.host = "127.0.0.1",
                                             .port = port_of_nobody,
                                             .user = {},
                                             .password = {}},
                             .mail_from = "it@example.gov.bd",
                             .mail_from_name = "উদ্ভাবন"});
    }
    ~MailHouse() { accounts::configure({}); }

    /// The mail that is next to be sent, as if a sender took it; it is due again later.
    std::optional<accounts::OutboxMail> next() {
        return house.database.write([&](Db& db) {
            return accounts::take_mail(db, SealKey{}, house.clock.now(),
                                       accounts::Freight::letters);
        });
    }
    void accepted(accounts::OutboxMail const& mail) {
        house.database.write([&](Db& db) {
            Actor const nobody{};
            Work work{
                .db = db, .actor = nobody, .today = house.clock.today(), .now = house.clock.now()};
            accounts::mail_accepted(work, mail);
        });
    }
    int sent(std::function<bool()> const& stopped) {
        return accounts::send_due_mails(house.database, house.application.catalogue(), house.clock,
                                        stopped, accounts::Freight::letters);
    }
    /// The link in the next mail, as a path of ours.
    std::string link() {
        auto const mail = next();
        REQUIRE(mail.has_value());
        auto const at = mail->letter.text.find("/new-password?key=");
        REQUIRE(at != std::string::npos);
        CHECK(mail->letter.text.substr(at - 24, 24) == "https://u.example.gov.bd");
        accepted(*mail);
        return mail->letter.text.substr(at, mail->letter.text.find('\n', at) - at);
    }
    /// Whether the next mail tells the member that the password was changed, without any link.
    bool told_of_change() {
        auto const mail = next();
        if (!mail) return false;
        accepted(*mail);
        return mail->address == "member@example.gov.bd"
               && mail->letter.subject == "উদ্ভাবন: পাসওয়ার্ড বদলেছে"
               && mail->letter.text.find("/new-password") == std::string::npos;
    }
    int answered() {
        return accounts::answer_password_requests(house.database, house.application.catalogue(),
                                                  house.clock);
    }
    void set_email(std::string_view name, std::string const& email) {
        auto const done = house.database.write([&](Db& db) -> Done {
            Actor const nobody{};
            Work work{
                .db = db, .actor = nobody, .today = house.clock.today(), .now = house.clock.now()};
            return accounts::set_email(work, *accounts::find_account(db, name), email);
        });
        REQUIRE(static_cast<bool>(done));
    }
};

std::string key_of(std::string const& link) { return link.substr(link.find('=') + 1); }

int choose(Browser& browser, std::string const& link, std::string const& password) {
    return browser
        .post("/new-password",
              "key=" + key_of(link) + "&password=" + password + "&again=" + password)
        .status;
}

} // namespace

TEST_CASE(
    "a mail is tried again after growing waits: eight times in a day, or eleven in four days") {
    using accounts::Patience;
    for (auto const& [patience, most, least, longest] :
         {std::tuple{Patience::a_day, 7, 17h, 24h}, std::tuple{Patience::days, 10, 95h, 120h}}) {
        std::chrono::seconds before{0}, all{0};
        for (int tries = 1; tries <= most; ++tries) {
            auto const wait = accounts::next_mail_try(tries, patience);
            REQUIRE(wait.has_value());
            CHECK(*wait > before);
            before = *wait;
            all += *wait;
        }
        CHECK(all > least);
        CHECK(all < longest);
        CHECK_FALSE(accounts::next_mail_try(most + 1, patience));
        CHECK(accounts::next_mail_try(0, patience) == 0s);
    }
}

TEST_CASE("a mail with a file is its sender's for as long as the slowest line needs") {
    CHECK(accounts::lease_of(0) > 4min);
    CHECK(accounts::lease_of(0) < 10min);
    // 10 MB on 256 kbit/s: 14 MB of base64 in seven minutes and a half.
    CHECK(accounts::lease_of(10'000'000) > 3 * 450s);
}

TEST_CASE("the administrator's list names every kind of mail that modules send") {
    on_both([](House& house) {
        MailHouse const mails{house};
        house.database.write([&](Db& db) {
            Actor const nobody{};
            Work work{
                .db = db, .actor = nobody, .today = house.clock.today(), .now = house.clock.now()};
            for (auto const* kind : {"meeting", "duties", "report"})
                accounts::send_later(work, {.kind = kind, .address = "a@example.gov.bd"});
        });
        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const page = admin.get("/accounts/mails");
        CHECK(page.status == 200);
        for (auto const* said : {"সভার আমন্ত্রণ", "করণীয়ের চিঠি", "প্রতিবেদন প্রেরণ"})
            CHECK(has(page, said));
    });
}

TEST_CASE("an officer who is invited chooses a password once, and signs in by name or address") {
    on_both([](House& house) {
        MailHouse mails{house};
        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const proof = "csrf=" + csrf_in(admin.get("/accounts/invite"));
        auto const bad = admin.post("/accounts/invite", proof + "&name_bn=Auditor&email=nowhere");
        CHECK(bad.status == 422);
        CHECK(has(bad, "value=\"nowhere\""));
        auto const invited = admin.post(
            "/accounts/invite", proof + "&name_bn=Auditor&email=Audit.One%40Example.gov.bd");
        REQUIRE(invited.status == 303);
        std::string const where{invited.headers.get_or("Location")};
        CHECK(has(admin.get(where), "আমন্ত্রিত"));
        CHECK(has(admin.get("/accounts/mails"), "audit.one@example.gov.bd"));
        CHECK(
            admin
                .post("/accounts/invite", proof + "&name_bn=Other&email=audit.one%40example.gov.bd")
                .status
            == 422);

        auto const link = mails.link();
        Browser guest{house.application, house.clock};
        CHECK(guest.post("/sign-in", "username=audit.one&password=").status == 422);
        CHECK(has(guest.get(link), "audit.one"));
        CHECK(choose(guest, link, "short") == 422);
        CHECK(guest
                  .post("/new-password",
                        "key=" + key_of(link) + "&password=a-long-password&again=another-password")
                  .status
              == 422);
        CHECK(choose(guest, link + "x", "a-long-password") == 404);
        CHECK(choose(guest, link, "a-long-password") == 303);
        CHECK(choose(guest, link, "b-long-password") == 404);
        CHECK(guest.get(link).status == 404);
        for (auto const* name : {"audit.one", "AUDIT.One%40example.gov.bd"}) {
            Browser other{house.application, house.clock};
            CHECK(
                other
                    .post("/sign-in", std::string("username=") + name + "&password=a-long-password")
                    .status
                == 303);
        }
        CHECK(has(admin.get(where), "আমন্ত্রণ পাঠানো হয়েছে"));
        CHECK(has(admin.get(where), "সচল"));
    });
}

TEST_CASE("an invitation ends after seven days, and by the next one") {
    on_both([](House& house) {
        MailHouse mails{house};
        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const proof = "csrf=" + csrf_in(admin.get("/accounts/invite"));
        auto const where = std::string(
            admin.post("/accounts/invite", proof + "&name_bn=Auditor&email=audit%40example.gov.bd")
                .headers.get_or("Location"));
        auto const first = mails.link();
        CHECK(admin.post(where + "/password-link", proof).status == 303);
        auto const second = mails.link();
        Browser guest{house.application, house.clock};
        CHECK(guest.get(first).status == 404);
        CHECK(guest.get(second).status == 200);
        house.clock.set(house.clock.now() + 7 * 24h);
        CHECK(guest.get(second).status == 404);
    });
}

TEST_CASE("a forgotten password: the same answer to all, a link for an hour, all sessions end") {
    on_both([](House& house) {
        MailHouse mails{house};
        mails.set_email("member", "member@example.gov.bd");
        Browser owner{house.application, house.clock};
        sign_in(owner, "member");
        Browser guest{house.application, house.clock};
        CHECK(has(guest.get("/sign-in"), "/forgotten"));
        CHECK(guest.post("/forgotten", "who=").status == 422);
        auto const known = guest.post("/forgotten", "who=member%40example.gov.bd");
        auto const unknown = guest.post("/forgotten", "who=nobody%40example.gov.bd");
        auto const without = guest.post("/forgotten", "who=leader");
        CHECK(known.status == 200);
        CHECK(known.content() == unknown.content());
        CHECK(known.content() == without.content());
        CHECK(mails.answered() == 3);
        auto const link = mails.link();
        CHECK_FALSE(mails.next());
        // Asked again at once: nobody is flooded, and the link goes on to work.
        guest.post("/forgotten", "who=member");
        CHECK(mails.answered() == 1);
        CHECK_FALSE(mails.next());

        CHECK(owner.get("/account").status == 200);
        CHECK(choose(guest, link, "a-new-password") == 303);
        CHECK(mails.told_of_change());
        CHECK(owner.get("/account").status == 303);
        CHECK(guest.post("/sign-in", "username=member&password=udbhabon-demo").status == 422);
        CHECK(guest.post("/sign-in", "username=member&password=a-new-password").status == 303);

        house.clock.set(house.clock.now() + 10min);
        Browser other{house.application, house.clock};
        other.post("/forgotten", "who=member");
        CHECK(mails.answered() == 1);
        auto const late = mails.link();
        house.clock.set(house.clock.now() + 1h);
        CHECK(other.get(late).status == 404);
    });
}

TEST_CASE("an owner whose network waits after wrong passwords gets in with a new one") {
    on_both([](House& house) {
        MailHouse mails{house};
        mails.set_email("member", "member@example.gov.bd");
        Browser owner{house.application, house.clock};
        for (int i = 0; i < 6; ++i)
            owner.post("/sign-in", "username=member%40example.gov.bd&password=wrong-wrong");
        CHECK(owner.post("/sign-in", "username=member&password=udbhabon-demo").status == 429);
        owner.post("/forgotten", "who=member");
        mails.answered();
        CHECK(choose(owner, mails.link(), "a-new-password") == 303);
        CHECK(owner.post("/sign-in", "username=member&password=a-new-password").status == 303);
    });
}

TEST_CASE(
    "a mail that no server takes waits with its reason, is given up, and told to the administrator") {
    on_both([](House& house) {
        MailHouse mails{house};
        mails.set_email("member", "member@example.gov.bd");
        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const account = "/accounts/" + to_string(house.database.read([](Db& db) {
                                 return accounts::find_account(db, "member")->id();
                             }));
        auto const proof = "csrf=" + csrf_in(admin.get(account));
        REQUIRE(admin.post(account + "/password-link", proof).status == 303);
        std::function<bool()> const on{};
        for (int tries = 1; tries <= 8; ++tries) {
            CHECK(mails.sent(on) == 1);
            CHECK(mails.sent(on) == 0);
            Browser later{house.application, house.clock};
            sign_in(later, "admin");
            auto const page = later.get("/accounts/mails");
            CHECK(has(page, tries < 8 ? "অপেক্ষমাণ" : "পাঠানো যায়নি"));
            CHECK(has(later.get("/"), "১টি ই-মেইল") == (tries == 8));
            if (tries < 8)
                house.clock.set(house.clock.now()
                                + *accounts::next_mail_try(tries, accounts::Patience::a_day));
        }
        // Nothing that opens an account stays behind.
        CHECK(house.database.read(
            [](Db& db) { return db.one("select content from outbox")->get<Blob>(0).empty(); }));
    });
}

TEST_CASE("a mail that was taken before a crash is taken again with its Message-ID, not before") {
    on_both([](House& house) {
        MailHouse mails{house};
        mails.set_email("member", "member@example.gov.bd");
        Browser guest{house.application, house.clock};
        guest.post("/forgotten", "who=member");
        mails.answered();
        auto const first = mails.next();
        REQUIRE(first.has_value());
        CHECK_FALSE(mails.next());
        house.clock.set(house.clock.now() + accounts::lease_of(0) - 1s);
        CHECK_FALSE(mails.next());
        house.clock.set(house.clock.now() + 1s);
        auto const second = mails.next();
        REQUIRE(second.has_value());
        CHECK(second->message_id == first->message_id);
        CHECK(second->tries == 2);
        mails.accepted(*second);
        house.clock.set(house.clock.now() + 24h);
        CHECK_FALSE(mails.next());
    });
}

TEST_CASE(
    "without a mail server there is no invitation, and who has forgotten is told whom to ask") {
    on_both([](House& house) {
        Browser admin{house.application, house.clock};
        CHECK(has(admin.get("/sign-in"), "ব্যবস্থাপকের কাছে"));
        CHECK(admin.get("/forgotten").status == 409);
        sign_in(admin, "admin");
        CHECK_FALSE(has(admin.get("/accounts"), "/accounts/invite"));
        CHECK(admin.get("/accounts/invite").status == 409);
    });
}

TEST_CASE("the holder is told by mail that the password was changed, whoever changed it") {
    on_both([](House& house) {
        MailHouse mails{house};
        mails.set_email("member", "member@example.gov.bd");
        auto const head = house.database.read(
            [](Db& db) { return to_string(accounts::find_account(db, "member")->id()); });
        Browser admin{house.application, house.clock};
        sign_in(admin, "admin");
        auto const proof = "csrf=" + csrf_in(admin.get("/accounts/" + head));
        auto const change = [&](std::string const& password) {
            return admin.post("/accounts/" + head + "/password", proof + "&password=" + password)
                .status;
        };
        CHECK(change("short") == 422);
        CHECK_FALSE(mails.told_of_change());
        CHECK(change("another-long-one") == 303);
        CHECK(mails.told_of_change());
        mails.set_email("member", "");
        CHECK(change("yet-another-long-one") == 303);
        CHECK_FALSE(mails.told_of_change());
    });
}
