// The teams of the demo on both databases, and who acts there.
#pragma once

#include "host/application.hpp"
#include "modules/teams/teams.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"

#include <doctest/doctest.h>
#include <functional>

namespace udb::teams {

using namespace std::chrono;

inline constexpr Module const* modules[] = {&offices::manifest, &people::manifest,
                                            &mandates::manifest, &teams::manifest};
inline constexpr Date today = 2026y / June / 14;
inline Instant const noon = sys_days{today} + 6h;
inline constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
inline constexpr std::string_view department = "শ্রম অধিদপ্তর";
inline constexpr std::string_view gazipur = "জেলা প্রশাসকের কার্যালয়, গাজীপুর";
inline constexpr std::string_view sreepur = "উপজেলা নির্বাহী অফিসারের কার্যালয়, শ্রীপুর, গাজীপুর";

inline Actor actor_with(std::vector<Assignment> assignments) {
    return {.account = {77},
            .officer = {},
            .office = {},
            .name = {"পরীক্ষক", "Tester"},
            .assignments = std::move(assignments)};
}
inline Actor const anyone = actor_with({{Role::administrator, "/"}});

template <class F>
auto working(Database& database, F const& act, Actor const& actor = anyone) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = actor, .today = today, .now = noon};
        return act(work);
    });
}

inline void with_demo(std::function<void(Database&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        REQUIRE(static_cast<bool>(working(database, [](Work& work) -> Done {
            for (auto const* module : modules)
                if (module->demo) TRY(module->demo(work));
            return {};
        })));
        test(database);
    });
}

inline Id<Office> office_of(Database& database, std::string_view name) {
    return database.read([&](Db& db) {
        return db.one("select id from offices where name_bn = ?", name)->get<Id<Office>>(0);
    });
}
inline TeamRecord team_named(Database& database, std::string_view office) {
    auto const id = office_of(database, office);
    return *database.read([&](Db& db) { return team_of(db, id); });
}

} // namespace udb::teams
