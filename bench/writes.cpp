// Measures synced writes: a row and its event a transaction, with writers that share transactions
// and with writers that commit alone, on SQLite, and on PostgreSQL where an address is given.
#include "host/application.hpp"
#include "host/records.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace udb;

Actor const clerk{
    .account = {1}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon{std::chrono::milliseconds(1'769'400'000'000)};

void add_one(Database& database, int number) {
    database.write([&](Db& db) {
        Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
        auto const id = add_record(work, {.kind = "thing",
                                          .office_path = "/1/",
                                          .number = std::to_string(number),
                                          .title = {"সেবা সহজীকরণ", "A simpler service"}});
        work.record("thing.added", id, "/1/", {{"name", "সেবা সহজীকরণ"}});
    });
}

/// Writes a second, by `threads` writers for `seconds`.
double speed(Database& database, int threads, double seconds) {
    using Clock = std::chrono::steady_clock;
    std::atomic<int> written = 0;
    auto const begun = Clock::now();
    auto const end =
        begun + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t)
        all.emplace_back([&] {
            while (Clock::now() < end)
                add_one(database, ++written);
        });
    for (auto& one : all)
        one.join();
    return written / std::chrono::duration<double>(Clock::now() - begun).count();
}

struct Place {
    std::string name, url;
    DatabaseOptions options;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "bench_writes FOLDER [postgresql://…an empty database] [seconds]\n");
        return 2;
    }
    double const seconds = argc > 3 ? std::atof(argv[3]) : 3;
    auto const folder = std::filesystem::path(argv[1]);
    std::filesystem::create_directories(folder);
    std::vector<Place> places = {
        {"SQLite, each alone", "sqlite:" + (folder / "alone.db").string(), {.group = false}},
        {"SQLite, shared", "sqlite:" + (folder / "shared.db").string(), {}}};
    if (argc > 2 && std::string_view(argv[2]).starts_with("postgres"))
        places.push_back({"PostgreSQL", argv[2], {.connections = 32}});
    std::printf("%-22s %8s %12s\n", "", "writers", "writes/s");
    for (auto const& place : places) {
        Database database(place.url, place.options);
        if (!migrate(database, migrations_of({}), noon)) return 1;
        for (int const threads : {1, 4, 16, 32})
            std::printf("%-22s %8d %12.0f\n", place.name.c_str(), threads,
                        speed(database, threads, seconds));
        std::fflush(stdout);
    }
    return 0;
}
