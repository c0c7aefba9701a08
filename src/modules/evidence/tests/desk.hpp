// An office with somebody who enters evidence, for tests on both databases.
#pragma once

#include "host/application.hpp"
#include "modules/evidence/evidence_actions.hpp"
#include "modules/offices/offices.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"

#include <array>
#include <doctest/doctest.h>
#include <functional>

namespace udb::evidence::test {

inline constexpr Module const* modules[] = {&offices::manifest, &evidence::manifest};
inline constexpr Date today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};
inline std::string const pdf = "%PDF-1.4\n%%EOF\n";
inline std::string const png{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29};

inline Actor actor_with(std::vector<Assignment> assignments) {
    return {.account = {1},
            .officer = {},
            .office = {},
            .name = {"রহিমা খাতুন", "Rahima Khatun"},
            .assignments = std::move(assignments)};
}

struct Desk {
    Database& database;
    Id<Office> office = {};
    std::string path = {};
    Actor member = {};
    Id<Record> one = {}, other = {}; ///< what is to be proved

    template <class Act>
    auto as(Actor const& actor, Act const& act) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = today, .now = Instant{today}};
            return act(work);
        });
    }
    explicit Desk(Database& on) : database(on) {
        auto const administrator = actor_with({{Role::administrator, "/"}});
        auto const done = as(administrator, [&](Work& work) -> Done {
            office = TRY(offices::add_office(work, {.name_bn = "শ্রম অধিদপ্তর"}));
            path = offices::find_office(work.db, office)->path();
            Header const header{.kind = "indicator", .office_path = path, .title = {"সূচক", ""}};
            one = add_record(work, header);
            other = add_record(work, header);
            return {};
        });
        REQUIRE(done);
        member = actor_with({{Role::member, path}});
        member.office = office;
    }

    template <class Act>
    void does(Act const& act) const {
        REQUIRE(as(member, act));
    }
    /// The key of what was said against it; empty where nothing was.
    template <class Act>
    std::string refusal(Act const& act) const {
        auto const done = as(member, act);
        return done ? std::string() : done.error().message.key;
    }

    Keeping keeping(Keeping k, std::string_view bytes = pdf) const {
        k.office = office;
        k.piece.title_bn = "সভার ছবি";
        if (!k.piece.happened_on)
            k.piece.happened_on = std::chrono::sys_days{std::chrono::year{2026} / 11 / 10};
        k.file = file("scan", bytes);
        return k;
    }
    CheckedFile file(std::string_view name, std::string_view bytes) const {
        auto checked = check_file(*database.contents(), {.name = name, .bytes = bytes});
        REQUIRE(checked);
        return *checked;
    }
    Id<Evidence> kept(Keeping const& k) const {
        auto const id = as(member, [&](Work& work) { return keep(work, keeping(k)); });
        REQUIRE(id);
        return *id;
    }
    EvidenceRecord found(Id<Evidence> id) const {
        return database.read([&](Db& db) { return *find_evidence(db, id); });
    }
};

inline void for_each_desk(std::function<void(Desk const&)> const& test) {
    udb::test::for_each_database(migrations_of(modules),
                                 [&](Database& database) { test(Desk(database)); });
}

} // namespace udb::evidence::test
