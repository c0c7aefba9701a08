// What many offices owe: the page of offices by functions, for three years, and one office's own
// page; with a year's marks in each office as a diligent one leaves them.
// `bench_duties [OFFICES] [postgres]`
#include "app/modules.hpp"
#include "host/application.hpp"
#include "modules/duties/matrix/matrix_store.hpp"
#include "modules/duties/office/office_year_store.hpp"
#include "support/cpu_time.hpp"
#include "support/databases.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

using namespace udb;
using namespace std::chrono;

namespace {

constexpr int first_year = 2023;
constexpr int years_told = 3;
constexpr Date today = 2026y / June / 30;
Actor const actor{.account = {1},
                  .officer = {},
                  .office = {},
                  .name = {"করণিক", "Clerk"},
                  .assignments = {{Role::administrator, "/"}}};

double taken(steady_clock::time_point since) {
    return duration<double, std::milli>(steady_clock::now() - since).count();
}

/// What one office did in three years: a team meeting a month, its review and brief, the plan with
/// four quarters, the report, and a piece of evidence each fortnight.
void live(Work& work, Id<Office> office, std::string const& path) {
    auto const id = as_record(office);
    auto const on = [&](std::string_view event, Date day, Details details = {}) {
        details.emplace_back("on", iso(day));
        work.record(event, id, path, details);
    };
    for (int year = first_year; year < first_year + years_told; ++year) {
        Details const about{{"year", bangla::name(bangla::FiscalYear{year}, Language::en)},
                            {"purpose", "innovation"},
                            {"period", "year"}};
        auto const first = bangla::days_of(bangla::FiscalYear{year}).first;
        on("plan.submitted", first + days{4}, about);
        on("plan.approved", first + days{12}, about);
        for (int month = 0; month < 12; ++month) {
            auto const day = first + days{month * 30 + 10};
            on("meeting.held", day, {{"kind", "team"}});
            on("meeting.reviewed_plan", day);
            on("meeting.held", day + days{4}, {{"kind", "coordination"}});
            on("brief.presented", day + days{4});
            on("evidence.kept", day + days{1});
            on("evidence.kept", day + days{15});
            if (month % 3 == 2) on("plan.period_submitted", day + days{20}, about);
        }
        for (auto const* what : {"report.drafted", "report.sent", "report.published"})
            on(what, first + days{380}, about);
    }
}

void fill(Database& database, int offices) {
    auto const as = [&](auto const& act) {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = today, .now = Instant{today}};
            return act(work);
        });
    };
    auto const top = *as([](Work& work) {
        return offices::add_office(work, {.name_bn = "অধিদপ্তর", .level = Level::agency});
    });
    for (int at = 0; at < offices; at += 50)
        as([&](Work& work) {
            for (int i = at; i < std::min(at + 50, offices); ++i) {
                auto const office =
                    *offices::add_office(work, {.name_bn = "উপজেলা " + std::to_string(i),
                                                .level = Level::upazila,
                                                .parent = top});
                live(work, office, offices::find_office(work.db, office)->path());
            }
            return 0;
        });
}

/// The fastest and the middle one of some runs, and the middle one's processor time.
template <class Act>
void measure(char const* what, Act const& act) {
    std::vector<double> took, ours;
    for (int i = 0; i < 9; ++i) {
        auto const since = steady_clock::now();
        ours.push_back(test::cpu_time_of(act).count() * 1000);
        took.push_back(taken(since));
    }
    std::ranges::sort(took);
    std::ranges::sort(ours);
    std::printf("%-40s fastest %7.2f ms  median %7.2f ms  processor %7.2f ms\n", what, took.front(),
                took[4], ours[4]);
}

} // namespace

int main(int argc, char** argv) {
    int offices = 1000;
    auto dialect = Dialect::sqlite;
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "postgres")
            dialect = Dialect::postgres;
        else
            offices = std::atoi(argv[i]);
    test::TemporaryDatabase const place(dialect);
    Database database(place.url());
    if (!migrate(database, migrations_of(app::modules()), Instant{today})) return 1;
    auto since = steady_clock::now();
    fill(database, offices);
    auto const marks = database.read([](Db& db) {
        return db.one("select count(*) from derived_duty_marks")->get<std::int64_t>(0);
    });
    std::printf("%d offices, %lld marks of %d years, filled in %.0f s\n", offices,
                static_cast<long long>(marks), years_told, taken(since) / 1000);

    auto const one = [&](int year) {
        return database.read([&](Db& db) { return duties::matrix(db, "", {year}, today).size(); });
    };
    measure("offices by functions, one year", [&] { one(first_year + 1); });
    measure("offices by functions, three years", [&] {
        for (int year = first_year; year < first_year + years_told; ++year)
            one(year);
    });
    auto const office =
        database.read([](Db& db) { return duties::duty_offices_below(db, "", today, 10).back(); });
    measure("one office, one year", [&] {
        database.read([&](Db& db) {
            duties::OfficeYear const year(db, office, {first_year + 1}, today);
            return year.statuses().size();
        });
    });
    since = steady_clock::now();
    database.write([](Db& db) { return db.run("delete from derived_duty_signals"); });
    std::printf("all marks taken anew from the journal in %.1f s\n",
                (static_cast<void>(duties::take_marks_anew(database)), taken(since) / 1000));
    return 0;
}
