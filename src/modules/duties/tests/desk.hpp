// An office under a directorate, in which things happen.
#pragma once

#include "host/application.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/duties/attesting/actions.hpp"
#include "modules/duties/office/office_year_store.hpp"
#include "modules/offices/offices.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <doctest/doctest.h>

namespace udb::duties::test_desk {

using namespace std::chrono;

inline constexpr Module const* modules[] = {
    &offices::manifest,  &people::manifest,   &mandates::manifest, &teams::manifest,
    &accounts::manifest, &evidence::manifest, &holidays::manifest, &duties::manifest};
inline constexpr bangla::FiscalYear of_2024{2024};

inline Actor actor_with(std::vector<Assignment> assignments) {
    return {.account = {1},
            .officer = {},
            .office = {},
            .name = {"করণিক", "Clerk"},
            .assignments = std::move(assignments)};
}
inline Actor const administrator = actor_with({{Role::administrator, "/"}});

/// A directorate with an upazila office under it, under C23.
struct Desk {
    Database& database;
    DutyOffice above = {}, below = {};

    template <class Act>
    auto as(Actor const& actor, Date on, Act const& act) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = on, .now = Instant{on + hours{6}}};
            return act(work);
        });
    }
    explicit Desk(Database& on) : database(on) {
        Id<Office> one, two;
        REQUIRE(as(administrator, 2024y / July / 1, [&](Work& work) -> Done {
            one =
                TRY(offices::add_office(work, {.name_bn = "শ্রম অধিদপ্তর", .level = Level::agency}));
            two = TRY(offices::add_office(
                work, {.name_bn = "শ্রীপুর", .level = Level::upazila, .parent = one}));
            return {};
        }));
        above = *database.read([&](Db& db) { return find_duty_office(db, one); });
        below = *database.read([&](Db& db) { return find_duty_office(db, two); });
    }
    /// Something happened in the upazila's office; `day` is also when it was recorded.
    void happened(std::string_view event, Date day, Details details = {}) const {
        as(administrator, day, [&](Work& work) {
            work.record(event, as_record(below.id), below.path, details);
            return 0;
        });
    }
    State state(int function, Date on) const {
        return database.read([&](Db& db) {
            return OfficeYear(db, below, of_2024, on).find("cabinet-2023", function)->state;
        });
    }
    Id<Record> evidence() const {
        return as(administrator, 2025y / March / 1, [&](Work& work) {
            return add_record(
                work,
                {.kind = "evidence", .office_path = below.path, .title = {"প্রশিক্ষণের ছবি", ""}});
        });
    }
    Actor leader() const { return actor_with({{Role::leader, below.path}}); }
};

/// An officer of the upazila's office with an account, an address, and a role there.
inline Actor officer(Desk const& desk, std::string const& name, std::optional<Role> role) {
    return desk.as(administrator, 2024y / July / 1, [&](Work& work) {
        auto const& path = desk.below.path;
        auto const person =
            add_record(work, {.kind = "officer", .office_path = path, .title = {name, ""}});
        work.db.run("insert into officers (id, name_bn, name_en, service_id, office, phone, email, "
                    "qualities) values (?, ?, '', '', ?, '', '', '')",
                    person, name, desk.below.id);
        auto const account = add_record(work, {.kind = "account", .title = {name, ""}});
        work.db.run("insert into accounts (id, username, password_hash, officer, active, email) "
                    "values (?, ?, '', ?, 1, ?)",
                    account, "u" + to_string(account), person,
                    "u" + to_string(account) + "@example.gov.bd");
        if (role)
            work.db.run("insert into grants (account, role, office) values (?, ?, ?)", account,
                        id_of(*role), desk.below.id);
        return *accounts::actor_of(work.db, as<Account>(account));
    });
}

inline Instant morning(Date day) { return Instant{day} + hours{3}; }

inline void on_both(std::function<void(Desk const&)> const& test) {
    test::for_each_database(migrations_of(modules),
                            [&](Database& database) { test(Desk(database)); });
}

} // namespace udb::duties::test_desk
