// An office with a report, for tests: who acts, and the report as it is now.
#pragma once

#include "modules/offices/offices.hpp"
#include "modules/reports/pages.hpp"
#include "support/databases.hpp"
#include "support/kind_of.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <doctest/doctest.h>

namespace udb::reports::test {

inline constexpr Module const* modules[] = {
    &offices::manifest,  &people::manifest,   &mandates::manifest, &teams::manifest,
    &papers::manifest,   &accounts::manifest, &evidence::manifest, &holidays::manifest,
    &meetings::manifest, &plans::manifest,    &reports::manifest,  &duties::manifest};
inline constexpr Date today = std::chrono::year{2026} / 7 / 20;

inline Actor actor_with(std::int64_t account, std::vector<Assignment> assignments) {
    return {.account = {account},
            .officer = {},
            .office = {},
            .name = {"করিম মিয়া", "Karim Mia"},
            .assignments = std::move(assignments)};
}

/// The first office of a test is 1, the one below it 2.
inline Actor const administrator = actor_with(9, {{Role::administrator, "/"}});
inline Actor const secretary = actor_with(1, {{Role::member_secretary, "/1/2/"}});
inline Actor const leader = actor_with(2, {{Role::leader, "/1/2/"}});
inline Actor const head = actor_with(3, {{Role::head_of_office, "/1/2/"}});
inline Actor const member = actor_with(4, {{Role::member, "/1/2/"}});
inline Actor const stranger = actor_with(5, {});

using udb::test::kind_of;

struct Desk {
    Database& database;
    Id<Office> office = {};
    Id<Report> id = {};

    template <class Act>
    auto as(Actor const& actor, Act const& act, Date on = today) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = on, .now = Instant{on}};
            return act(work);
        });
    }

    explicit Desk(Database& on, Kind kind = Kind::annual, int fiscal_year = 2025) : database(on) {
        auto const done = as(administrator, [&](Work& work) -> Done {
            auto const over = TRY(
                offices::add_office(work, {.name_bn = "শ্রম মন্ত্রণালয়", .level = Level::ministry}));
            office = TRY(offices::add_office(work, {.name_bn = "শ্রম অধিদপ্তর", .parent = over}));
            return {};
        });
        REQUIRE(done);
        auto const begun = as(secretary, [&](Work& work) {
            return begin(work, {.office = office, .fiscal_year = fiscal_year, .kind = kind});
        });
        REQUIRE(begun);
        id = *begun;
    }

    ReportRecord report() const {
        return *database.read([&](Db& db) { return find_report(db, id); });
    }
    Content content() const {
        return database.read(
            [&](Db& db) { return assembled(db, report_in(db), today, Instant{today}, true); });
    }
    Done written(Actor const& by, std::string chapter, std::string body,
                 std::int64_t version = 0) const {
        return as(by, [&](Work& work) {
            return save_chapter(
                work, {.report = id, .chapter = chapter, .version = version, .body = body});
        });
    }
    /// A verb on the report as it is now.
    template <class Verb, class... Args>
    Done now(Actor const& by, Verb verb, Args const&... args) const {
        auto const header = report().header;
        return as(by, [&](Work& work) { return verb(work, header, args...); });
    }
    Done approved(Actor const& by) const {
        auto content = this->content();
        content.approved_on = today;
        content.approver = by.name.bn;
        auto const made = made_files(std::move(content));
        auto const header = report().header;
        return as(by, [&](Work& work) { return approve(work, header, made); });
    }
    /// Written by the member-secretary, approved by the leader.
    void frozen() const {
        REQUIRE(written(secretary, "plan", "কাজ সময়মতো শেষ হয়েছে।"));
        REQUIRE(now(secretary, submit));
        REQUIRE(approved(leader));
    }
    std::vector<FrozenFile> files(int edition = 1) const {
        return database.read([&](Db& db) { return files_of(db, id, edition); });
    }
    std::string bytes(std::string_view format, int edition = 1) const {
        for (auto const& file : files(edition))
            if (file.format == format)
                return database.read([&](Db& db) { return bytes_of(db, file); });
        return {};
    }

private:
    ReportRecord report_in(Db& db) const { return *find_report(db, id); }
};

} // namespace udb::reports::test
