// `user` at a shell, on both databases: the first administrator, a password, a role, the list.
#include "app/commands/user.hpp"
#include "host/application.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "modules/offices/offices.hpp"
#include "modules/people/people.hpp"
#include "platform/password.hpp"
#include "platform/totp.hpp"
#include "support/databases.hpp"

#include <doctest/doctest.h>
#include <sstream>

namespace udb {
namespace accounts {
extern Module const manifest;
}
namespace offices {
extern Module const manifest;
}
namespace people {
extern Module const manifest;
}
} // namespace udb

using namespace udb;
using namespace udb::app;
using namespace std::chrono;

namespace {

constexpr Module const* modules[] = {&offices::manifest, &people::manifest, &accounts::manifest};
constexpr Instant now = sys_days{2026y / January / 26} + 4h;
constexpr std::string_view password = "a-long-password";

struct Said {
    int status;
    std::string out, err;
};

UserAddOptions account(std::string username, std::string name = {}, std::int64_t officer = 0) {
    return {.username = std::move(username), .officer = officer, .name = std::move(name)};
}

/// A shell on one database, where one office and one officer are known.
struct Shell {
    Database& database;
    Id<Office> office = {};
    Id<Officer> officer = {};

    struct Empty {};
    Shell(Database& db, Empty) : database(db) {}
    explicit Shell(Database& db) : database(db) {
        Actor const actor{.account = {},
                          .officer = {},
                          .office = {},
                          .name = {"ব্যবস্থা", "System"},
                          .assignments = {{Role::administrator, "/"}}};
        auto const done = database.write([&](Db& in) -> Done {
            Work work{.db = in, .actor = actor, .today = day_of(now), .now = now};
            office = TRY(offices::add_office(work, {.name_bn = "দপ্তর", .name_en = "The Office"}));
            officer = TRY(people::add_officer(work, {.name_bn = "আনিস", .name_en = "Anis"}));
            return {};
        });
        REQUIRE(static_cast<bool>(done));
    }

    template <class Options, class... In>
    Said run_it(Options const& options, Language language, In&... in) const {
        static auto const catalogue = catalogue_of(modules);
        std::ostringstream out, err;
        Words const words(catalogue, language);
        Surroundings const s{.out = out, .err = err, .words = words, .migrations = {}, .now = now};
        int const status = run(options, database, s, in...);
        return {status, out.str(), err.str()};
    }
    template <class Options>
    Said said(Options const& options, Language language = Language::en) const {
        return run_it(options, language);
    }
    template <class Options>
    Said typed(Options const& options, std::string const& input) const {
        std::istringstream in(input);
        return run_it(options, Language::en, in);
    }
    bool opens(std::string_view name, std::string_view with) const {
        auto const known =
            database.read([&](Db& db) { return accounts::credentials_of(db, name); });
        return known && verify_password(with, known->password_hash);
    }
};

void on_both(std::function<void(Shell const&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& db) { test(Shell{db}); });
}

/// Refused: 1, a reason on err, nothing on out.
void check_refused(Said const& said, std::string_view reason) {
    CHECK(said.status == 1);
    CHECK(said.out.empty());
    CHECK_MESSAGE(said.err.find(reason) != std::string::npos, said.err);
}

} // namespace

TEST_CASE("an account is added with the password of standard input, and opens with it") {
    on_both([](Shell const& shell) {
        auto const line = std::string(password) + "\r\nwhat follows is not read\n";
        auto const added = shell.typed(account(" Root ", "প্রশাসক"), line);
        CHECK(added.status == 0);
        CHECK(added.err.empty());
        CHECK(added.out.find("root") != std::string::npos);
        CHECK(added.out.find(password) == std::string::npos);
        CHECK(shell.opens("root", password));
        CHECK_FALSE(shell.opens("root", "another-password"));
        CHECK(shell.typed(account("anis", "", shell.officer.value), line).status == 0);
    });
}

TEST_CASE("an account that cannot be is refused with its reason") {
    on_both([](Shell const& shell) {
        std::string const line = std::string(password) + "\n";
        auto const good = account("root", "Root");
        check_refused(shell.typed(account("r", "Root"), line), "a small letter first");
        check_refused(shell.typed(account("root 1", "Root"), line), "a small letter first");
        check_refused(shell.typed(account("root"), line), "write a name");
        check_refused(shell.typed(account("root", "  "), line), "write a name");
        check_refused(shell.typed(account("root", "", 999), line), "999");
        check_refused(shell.typed(good, ""), "standard input");
        check_refused(shell.typed(good, "\n"), "standard input");
        check_refused(shell.typed(good, "short\n"), "at least 10");
        check_refused(shell.typed(good, "root-and-more-letters\n"), "may not hold");
        CHECK_FALSE(shell.opens("root", password));
        REQUIRE(shell.typed(good, line).status == 0);
        check_refused(shell.typed(account("ROOT", "Other"), line), "taken");
        CHECK(shell.said(UserListOptions{}).out.find("Other") == std::string::npos);
    });
}

TEST_CASE("an installation without offices gets its first one, and an administrator for it") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Shell const shell{database, Shell::Empty{}};
        std::string const line = std::string(password) + "\n";
        UserFirstOptions const good{
            .username = "root", .name = "", .office = "শ্রম অধিদপ্তর", .level = "agency"};
        auto bad = good;
        bad.office = " ";
        check_refused(shell.typed(bad, line), "name of the office");
        bad = good;
        bad.level = "planet";
        check_refused(shell.typed(bad, line), "planet");
        check_refused(shell.typed(good, "short\n"), "at least 10");
        REQUIRE(shell.typed(good, line).status == 0);
        CHECK(shell.opens("root", password));
        auto const listed = shell.said(UserListOptions{}).out;
        CHECK_MESSAGE(listed.find("administrator@") != std::string::npos, listed);
        auto const again = UserFirstOptions{
            .username = "other", .name = "", .office = "আরেক দপ্তর", .level = "agency"};
        check_refused(shell.typed(again, line), "already");
        CHECK_FALSE(shell.opens("other", password));
    });
}

TEST_CASE("a password is set anew, the old one opens no more") {
    on_both([](Shell const& shell) {
        REQUIRE(shell.typed(account("root", "Root"), std::string(password)).status == 0);
        check_refused(shell.typed(UserPasswordOptions{"nobody"}, "another-password\n"), "nobody");
        check_refused(shell.typed(UserPasswordOptions{"root"}, "short\n"), "at least 10");
        CHECK(shell.opens("root", password));
        CHECK(shell.typed(UserPasswordOptions{"Root"}, "another-password\n").status == 0);
        CHECK(shell.opens("root", "another-password"));
        CHECK_FALSE(shell.opens("root", password));
    });
}

TEST_CASE("a role is granted in an office, and listed with the account") {
    on_both([](Shell const& shell) {
        CHECK(shell.said(UserListOptions{}).out.find('\t') == std::string::npos);
        REQUIRE(shell.typed(account("anis", "", shell.officer.value), std::string(password)).status
                == 0);
        auto const here = shell.office.value;
        auto const granted = shell.said(UserGrantOptions{"anis", "administrator", here});
        CHECK(granted.status == 0);
        CHECK(granted.out.find("The Office") != std::string::npos);
        CHECK(shell.said(UserListOptions{}).out
              == "anis\tAnis\topen\tadministrator@" + std::to_string(here) + "\n");
        CHECK(shell.said(UserListOptions{}, Language::bn).out.starts_with("anis\tআনিস\t"));

        check_refused(shell.said(UserGrantOptions{"nobody", "administrator", here}), "nobody");
        check_refused(shell.said(UserGrantOptions{"anis", "king", here}), "administrator");
        check_refused(shell.said(UserGrantOptions{"anis", "guest", here}), "guest");
        check_refused(shell.said(UserGrantOptions{"anis", "overseer", 999}), "999");
        CHECK(shell.said(UserListOptions{}).out.find("overseer") == std::string::npos);
    });
}

TEST_CASE("a lost second factor is taken away at the shell, and only where there is one") {
    on_both([](Shell const& shell) {
        REQUIRE(shell.typed(account("root", "Root"), std::string(password)).status == 0);
        check_refused(shell.said(UserResetOptions{"root"}), "is not on");
        check_refused(shell.said(UserResetOptions{"nobody"}), "nobody");
        auto const set_up = shell.database.write([&](Db& db) -> Done {
            Actor const actor{};
            Work work{.db = db, .actor = actor, .today = day_of(now), .now = now};
            auto const record = *accounts::find_account(db, "root");
            auto const secret = totp_secret();
            TRY(accounts::begin_second_factor(work, {}, record, secret));
            TRY(accounts::confirm_second_factor(work, {}, record, totp_code(secret, now)));
            return {};
        });
        REQUIRE(static_cast<bool>(set_up));
        CHECK(shell.said(UserResetOptions{"Root"}).status == 0);
        check_refused(shell.said(UserResetOptions{"root"}), "is not on");
    });
}
