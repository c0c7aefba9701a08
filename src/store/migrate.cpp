#include "store/migrate.hpp"

#include "platform/digest.hpp"
#include "store/copy.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <utility>

namespace udb {
namespace {

struct Step {
    Migration migration;
    std::string sql;
    std::string sha256;
    void (*also)(Db& db) = nullptr;
};

constexpr std::string_view table_sql = R"sql(
    create table schema_migrations (
        version text not null,
        module text not null,
        sha256 text not null,
        applied_at integer not null,
        primary key (module, version)
    ) strict;
)sql";

bool take_suffix(std::string_view& name, std::string_view suffix) {
    if (!name.ends_with(suffix)) return false;
    name.remove_suffix(suffix.size());
    return true;
}

bool is_version(std::string_view name) {
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const fine = [&](char c) { return digit(c) || (c >= 'a' && c <= 'z') || c == '_'; };
    return name.size() > 9 && std::ranges::all_of(name.substr(0, 8), digit) && name[8] == '_'
           && std::ranges::all_of(name, fine);
}

/// The step a file is for this dialect; nothing for another's file and for what is no migration.
std::optional<Step> step_of(std::string_view module, EmbeddedFile const& file, Dialect dialect) {
    auto name = file.name;
    if (!name.starts_with("migrations/") || !take_suffix(name, ".sql")) return {};
    name.remove_prefix(std::string_view("migrations/").size());
    bool const for_sqlite = take_suffix(name, ".sqlite");
    bool const for_postgres = !for_sqlite && take_suffix(name, ".postgres");
    ENSURE(is_version(name), "not a migration's name: " + std::string(file.name));
    if (dialect == Dialect::sqlite ? for_postgres : for_sqlite) return {};
    bool const portable = !for_sqlite && !for_postgres;
    return Step{{std::string(name), std::string(module)},
                dialect == Dialect::postgres && portable ? postgres_words(file.bytes)
                                                         : std::string(file.bytes),
                sha256_hex(file.bytes)};
}

std::vector<Step> steps_of(std::span<Migrations const> all, Dialect dialect) {
    std::vector<Step> steps;
    for (auto const& [module, files, also] : all) {
        for (auto const& file : files)
            if (auto step = step_of(module, file, dialect)) {
                for (auto const& one : also)
                    if (one.version == step->migration.version) step->also = one.run;
                steps.push_back(std::move(*step));
            }
    }
    auto const key = [](Step const& step) {
        return std::tie(step.migration.version, step.migration.module);
    };
    std::ranges::sort(steps, {}, key);
    auto const twice = std::ranges::adjacent_find(steps, {}, key);
    ENSURE(twice == steps.end(), "two migrations of one name: " + twice->migration.version);
    return steps;
}

bool has_table(Db& db) {
    auto const row =
        db.one(db.dialect() == Dialect::sqlite
                   ? "select count(*) from sqlite_schema where name = 'schema_migrations'"
                   : "select count(to_regclass('schema_migrations'))");
    return row->get<int>(0) > 0;
}

Error refusal(std::string key, Migration const& migration) {
    return refused(
        {std::move(key), {{"version", migration.version}, {"module", migration.module}}});
}

/// The steps that this database lacks.
Result<std::vector<Step>> missing(Db& db, std::vector<Step> steps) {
    if (!has_table(db)) return steps;
    std::map<std::pair<std::string, std::string>, std::string> applied;
    for (auto const& row :
         db.all("select module, version, sha256 from schema_migrations order by version, module"))
        applied[{row.get<std::string>(0), row.get<std::string>(1)}] = row.get<std::string>(2);

    std::vector<Step> lacking;
    for (auto& step : steps) {
        auto const found = applied.find({step.migration.module, step.migration.version});
        if (found == applied.end()) {
            lacking.push_back(std::move(step));
            continue;
        }
        if (found->second != step.sha256) return refusal("store.migration_edited", step.migration);
        applied.erase(found);
    }
    if (!applied.empty()) {
        auto const& [module, version] = applied.begin()->first;
        return refusal("store.migration_unknown", {version, module});
    }
    return lacking;
}

void make_table(Database& database) {
    // Two programs may start at once; PostgreSQL tells the slower one by a violation.
    for (int tries = 0;; ++tries)
        try {
            return database.write([&](Db& db) {
                if (has_table(db)) return;
                db.script(db.dialect() == Dialect::sqlite ? std::string(table_sql)
                                                          : postgres_words(table_sql));
            });
        } catch (ConstraintViolation const&) {
            if (tries == 3) throw;
        } catch (Bug const&) {
            if (tries == 3) throw;
        }
}

/// False where another program was faster.
bool applied(Db& db, Step const& step, Instant now) {
    // Before the first query: its snapshot must be younger than the lock. SQLite's writer is alone.
    if (db.dialect() == Dialect::postgres)
        db.script("lock table schema_migrations in exclusive mode");
    auto const& [version, module] = step.migration;
    if (db.one("select 1 from schema_migrations where module = ? and version = ?", module, version))
        return false;
    db.script(step.sql);
    if (step.also != nullptr) step.also(db);
    store::number_on(db);
    db.run(
        "insert into schema_migrations (version, module, sha256, applied_at) values (?, ?, ?, ?)",
        version, module, step.sha256, now);
    return true;
}

} // namespace

Result<std::vector<Migration>> pending(Database& database, std::span<Migrations const> all) {
    auto const steps =
        TRY(database.read([&](Db& db) { return missing(db, steps_of(all, database.dialect())); }));
    std::vector<Migration> found;
    for (auto const& step : steps)
        found.push_back(step.migration);
    return found;
}

Result<std::vector<Migration>> migrate(Database& database, std::span<Migrations const> all,
                                       Instant now,
                                       std::function<void(Migration const&)> const& tell,
                                       std::span<Migration const> leave_out) {
    auto steps =
        TRY(database.read([&](Db& db) { return missing(db, steps_of(all, database.dialect())); }));
    std::erase_if(steps, [&](Step const& step) {
        return std::ranges::find(leave_out, step.migration) != leave_out.end();
    });
    if (!steps.empty()) make_table(database);
    std::vector<Migration> done;
    for (auto const& step : steps) {
        auto const name = step.migration.module + "/" + step.migration.version + ": ";
        bool mine = false;
        try {
            mine = database.write([&](Db& db) { return applied(db, step, now); });
        } catch (Bug const& bug) {
            throw Bug(name + bug.what());
        } catch (ConstraintViolation const& violation) {
            throw Bug(name + violation.what());
        }
        if (!mine) continue;
        done.push_back(step.migration);
        if (tell) tell(step.migration);
    }
    return done;
}

} // namespace udb
