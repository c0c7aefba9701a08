#include "app/commands/tables.hpp"

#include "modules/accounts/accounts.hpp"
#include "modules/accounts/store.hpp"
#include "platform/files.hpp"
#include "registers/exchange/export.hpp"
#include "registers/exchange/import.hpp"

#include <array>
#include <fstream>
#include <ostream>

namespace udb::app {
namespace {

Kept const* kept_named(std::span<Module const* const> modules, std::string_view name) {
    for (auto const* module : modules)
        for (auto const& kept : module->registers)
            if (kept.reg->name == name) return &kept;
    return nullptr;
}

Error unknown(std::span<Module const* const> modules, std::string const& name) {
    std::string known;
    for (auto const* module : modules)
        for (auto const& kept : module->registers)
            known += (known.empty() ? "" : ", ") + std::string(kept.reg->name);
    return udb::refused({"host.register_unknown", {{"name", name}, {"known", known}}});
}

void copy(web::BodyFile const& file, std::ostream& to) {
    std::array<char, 65'536> piece{};
    for (std::uint64_t at = 0;;) {
        auto const count = file.read(at, piece.data(), piece.size());
        if (count == 0) return;
        to.write(piece.data(), static_cast<std::streamsize>(count));
        at += count;
    }
}

std::function<void(std::int64_t)> teller(Surroundings const& s, std::string key) {
    return [&s, key = std::move(key)](std::int64_t count) {
        if (count % 10'000 == 0) s.err << s.words(key, {{"count", count}}) << '\n';
    };
}

/// The account with all its roles, as on a page.
Result<Actor> actor_named(Db& db, TableImport const& options, Date today) {
    auto const account = accounts::find_account(db, options.as);
    auto actor = account ? accounts::actor_of(db, account->id()) : std::nullopt;
    if (!actor) return udb::refused({"accounts.user_unknown", {{"username", options.as}}});
    if (actor->officer)
        for (auto const* module : options.modules)
            if (module->roles)
                for (auto& role : module->roles(db, actor->officer, today))
                    actor->assignments.push_back(std::move(role));
    return std::move(*actor);
}

void tell(Surroundings const& s, ImportProblem const& problem) {
    s.err << s.words("host.import_row") << ' ' << s.words.number(problem.row);
    if (auto const column = s.words(problem.column); !column.empty()) s.err << ", " << column;
    if (!problem.cell.empty()) s.err << " (" << problem.cell << ')';
    s.err << ": " << s.words(problem.message) << '\n';
}

} // namespace

int run(TableExport const& options, Database& database, Surroundings const& s) {
    auto const* kept = kept_named(options.modules, options.reg);
    if (!kept) return refused(s, unknown(options.modules, options.reg));
    auto const ending = options.output.substr(options.output.rfind('.') + 1);
    auto const format = options.format.empty()
                            ? table_format_named(ending).value_or(TableFormat::csv)
                            : table_format_named(options.format).value_or(TableFormat::csv);
    web::BodyFile file;
    auto const writer = table_writer(format, file, s.words(kept->reg->title));
    auto const count = database.read([&](Db& db) {
        return write_table(db,
                           {.reg = *kept->reg,
                            .words = s.words,
                            .sight = Scope{.everywhere = true},
                            .told = teller(s, "host.export_progress")},
                           *writer);
    });
    if (options.output.empty()) {
        copy(file, s.out);
    } else {
        std::ofstream to(options.output, std::ios::binary);
        copy(file, to);
        to.close();
        if (!to)
            return refused(s, udb::refused({"host.export_unwritable", {{"path", options.output}}}));
    }
    s.err << s.words("host.export_done", {{"count", count}}) << '\n';
    return 0;
}

int run(TableImport const& options, Database& database, Surroundings const& s) {
    auto const* kept = kept_named(options.modules, options.reg);
    if (!kept) return refused(s, unknown(options.modules, options.reg));
    if (!kept->serves(Act::write))
        return refused(s, udb::refused({"host.register_read_only",
                                        {{"title", std::string(s.words(kept->reg->title))}}}));
    auto const bytes = read_file(options.file, import_bytes_max);
    if (!bytes) return refused(s, bytes.error());
    auto const table = read_table(*bytes);
    if (!table) return refused(s, table.error());
    auto const heads = read_heads(s.words.catalogue(), *kept->reg, *table);
    if (!heads) return refused(s, heads.error());
    auto const today = day_of(s.now);
    auto const actor = database.read([&](Db& db) { return actor_named(db, options, today); });
    if (!actor) return refused(s, actor.error());
    for (auto const& head : heads->unknown)
        s.err << s.words("host.import_unknown") << ' ' << head << '\n';

    ImportSource const source{.kept = *kept,
                              .words = s.words.catalogue(),
                              .table = *table,
                              .heads = *heads,
                              .told = teller(s, "host.import_progress")};
    auto const wrong = [&](ImportProblem const& problem) { tell(s, problem); };
    auto const report =
        database.read([&](Db& db) { return examine_import(db, *actor, source, wrong); });
    s.out << s.words("host.import_summary", {{"rows", report.rows},
                                             {"entered", report.entered},
                                             {"corrected", report.corrected},
                                             {"unchanged", report.unchanged},
                                             {"faulty", report.faulty}})
          << '\n';
    if (report.problems > 0) return refused(s, udb::refused({"host.import_faulty"}));
    if (report.entered + report.corrected == 0) {
        s.out << s.words("host.import_nothing") << '\n';
        return 0;
    }
    if (options.dry_run) return 0;
    auto const done = database.write([&](Db& db) {
        Work work{.db = db, .actor = *actor, .today = today, .now = s.now};
        return carry_out_import(work, source, report.seen, wrong);
    });
    if (!done) return refused(s, done.error());
    s.out << s.words("host.imported_flash") << '\n';
    return 0;
}

} // namespace udb::app
