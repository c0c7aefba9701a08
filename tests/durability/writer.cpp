// Writes without end and says on standard output what was acknowledged, a line each, after the
// commit: `durability_writer URL THREADS`. Killed by the test at moments that nobody chose.
#include "host/application.hpp"
#include "host/records.hpp"

#include <cstdlib>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace udb;

Actor const clerk{
    .account = {1}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon{std::chrono::milliseconds(1'769'400'000'000)};

/// One write(2), so that a line is there whole or not at all.
void say(std::string const& line) {
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) std::_Exit(0);
}

void add_one(Database& database) {
    auto const id = database.write([](Db& db) {
        Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
        auto const added = add_record(work, {.kind = "thing",
                                             .office_path = "/1/",
                                             .title = {"সেবা সহজীকরণ", "A simpler service"}});
        work.record("thing.added", added, "/1/", {{"name", "সেবা সহজীকরণ"}});
        return added;
    });
    say(std::to_string(id.value) + '\n');
}

[[noreturn]] void write_on(Database& database) {
    for (;;)
        try {
            add_one(database);
        } catch (StoreFailure const&) {
            // The database is away; whoever asked was told so, and asks again.
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    Database database(argv[1], {.wait = std::chrono::milliseconds(2000), .create = false});
    std::vector<std::thread> all;
    for (int i = std::atoi(argv[2]); i > 0; --i)
        all.emplace_back([&] { write_on(database); });
    for (auto& one : all)
        one.join();
    return 1;
}
