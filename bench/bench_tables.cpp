// Measures tables of a register: how many rows a second go out as CSV and XLSX, and how many are
// examined and saved from them, with the memory that it takes. `bench_tables [ROWS] [postgres]`.
#include "host/application.hpp"
#include "modules/libraries/library.hpp"
#include "modules/offices/offices.hpp"
#include "registers/exchange/export.hpp"
#include "registers/exchange/import.hpp"
#include "support/databases.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

namespace udb::offices {
extern Module const manifest;
}
namespace udb::libraries {
extern Module const manifest;
}

namespace {

using namespace udb;
using libraries::library_register;

constexpr Module const* modules[] = {&offices::manifest, &libraries::manifest};
constexpr Kept kept{&library_register, "/libraries"};
Instant const noon{std::chrono::milliseconds(1'769'400'000'000)};

Actor const head{.account = {1},
                 .officer = {},
                 .office = {},
                 .name = {"করণিক", "Clerk"},
                 .assignments = {{Role::administrator, "/"}, {Role::head_of_office, "/"}}};

template <class F>
auto working(Database& database, F const& act) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = head, .today = day_of(noon), .now = noon};
        return act(work);
    });
}

long resident_megabytes() {
    std::ifstream file("/proc/self/statm");
    long pages = 0, resident = 0;
    file >> pages >> resident;
    return resident * ::sysconf(_SC_PAGESIZE) / (1L << 20);
}

/// Runs `work`, which gives how many rows it did, and tells it.
template <class F>
void measured(char const* what, F const& work) {
    auto const before = resident_megabytes();
    auto const begun = std::chrono::steady_clock::now();
    auto const rows = static_cast<double>(work());
    std::chrono::duration<double> const taken = std::chrono::steady_clock::now() - begun;
    std::printf("%-26s %8.2f s %10.0f rows/s   %4ld MB, before %4ld MB\n", what, taken.count(),
                rows / taken.count(), resident_megabytes(), before);
    std::fflush(stdout);
}

std::string exported(Database& database, Words const& words, TableFormat format) {
    web::BodyFile file;
    auto const writer = table_writer(format, file, "a");
    measured(format == TableFormat::csv ? "export, CSV" : "export, XLSX", [&] {
        return database.read([&](Db& db) {
            return write_table(
                db, {.reg = library_register, .words = words, .sight = Scope{.everywhere = true}},
                *writer);
        });
    });
    std::string bytes(file.size(), '\0');
    static_cast<void>(file.read(0, bytes.data(), bytes.size()));
    return bytes;
}

void imported(Database& database, Words const& words, std::string const& bytes, char const* read,
              char const* examine, char const* save) {
    Table table;
    measured(read, [&] {
        table = *read_table(bytes);
        return table.rows();
    });
    auto const heads = *read_heads(words.catalogue(), library_register, table);
    ImportSource const source{
        .kept = kept, .words = words.catalogue(), .table = table, .heads = heads};
    measured(examine, [&] {
        auto const found =
            database.read([&](Db& db) { return examine_import(db, head, source, {}); });
        if (found.problems > 0) std::printf("  %ld mistakes!\n", long(found.problems));
        return found.rows;
    });
    if (save)
        measured(save, [&] {
            auto const done =
                working(database, [&](Work& work) { return carry_out_import(work, source); });
            return done ? done->entered + done->corrected : 0;
        });
}

std::string new_libraries(int count) {
    std::string csv = "office,name_bn,name_en,kind,books,on_loan,opened_on,has_internet,about\n";
    for (int i = 0; i < count; ++i)
        csv += "দপ্তর " + std::to_string(i % 50) + ",গ্রন্থাগার " + std::to_string(i) + ",Library "
               + std::to_string(i) + ",সাধারণ," + std::to_string(i % 5000)
               + ",0,২৬-০১-২০২৬,1,জেলা\n";
    return csv;
}

} // namespace

int main(int argc, char** argv) {
    int const rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    bool const server = argc > 2;
    test::TemporaryDatabase const place(server ? Dialect::postgres : Dialect::sqlite);
    Database database(place.url());
    if (!migrate(database, migrations_of(modules), noon)) return 1;
    for (int i = 0; i < 50; ++i)
        if (!working(database, [&](Work& work) {
                return offices::add_office(work, {.name_bn = "দপ্তর " + std::to_string(i)});
            }))
            return 1;
    auto const catalogue = catalogue_of(modules);
    Words const words{catalogue, Language::bn};
    std::printf("%d libraries on %s\n", rows, server ? "PostgreSQL" : "SQLite");
    imported(database, words, new_libraries(rows), "read CSV", "examine new rows", "save new rows");
    auto const csv = exported(database, words, TableFormat::csv);
    auto const xlsx = exported(database, words, TableFormat::xlsx);
    imported(database, words, csv, "read CSV", "examine unchanged", nullptr);
    imported(database, words, xlsx, "read XLSX", "examine unchanged", nullptr);
    return 0;
}
