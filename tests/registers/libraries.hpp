// Offices with libraries: the template's register, kept by the engine as every plain one is.
#pragma once

#include "modules/libraries/library.hpp"
#include "modules/offices/offices.hpp"
#include "registers/records/rows.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <doctest/doctest.h>

namespace udb::test {

inline constexpr Module const* library_modules[] = {&offices::manifest, &libraries::manifest};
inline constexpr Date today = std::chrono::year{2026} / 1 / 26;
inline constexpr Instant now = today + std::chrono::hours{4};

inline Actor actor_with(std::vector<Assignment> assignments, Id<Office> office = {}) {
    return {.account = {1},
            .officer = {},
            .office = office,
            .name = {"করণিক", "Clerk"},
            .assignments = std::move(assignments)};
}

template <class Act>
auto as(Database& database, Actor const& actor, Instant at, Act const& act) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = actor, .today = today, .now = at};
        return act(work);
    });
}

/// A ministry, two agencies under it and one outside, by their ids.
struct Offices {
    Id<Office> ministry = {};
    Id<Office> first = {};
    Id<Office> second = {};
    Id<Office> outside = {};
};
inline Offices four_offices(Database& database) {
    auto const administrator = actor_with({{Role::administrator, "/"}});
    return as(database, administrator, now, [](Work& work) {
        auto const add = [&](std::string name, Id<Office> parent) {
            auto const id = offices::add_office(work, {.name_bn = name, .parent = parent});
            REQUIRE(static_cast<bool>(id));
            return *id;
        };
        Offices o;
        o.ministry = add("মন্ত্রণালয়", {});
        o.first = add("প্রথম অধিদপ্তর", o.ministry);
        o.second = add("দ্বিতীয় অধিদপ্তর", o.ministry);
        o.outside = add("অন্য দপ্তর", {});
        return o;
    });
}

inline std::string path_of(Database& database, Id<Office> office) {
    return database.read(
        [&](Db& db) { return offices::find_office(db, office)->header.office_path; });
}

} // namespace udb::test
