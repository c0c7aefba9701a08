#include "store/backup.hpp"

#include "platform/random.hpp"
#include "store/backup_contents.hpp"
#include "store/copy.hpp"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <system_error>
#include <unistd.h>

namespace udb {
namespace {

namespace fs = std::filesystem;

/// An SQLite file that goes, with what SQLite lays beside it, unless it is kept.
class Scratch {
public:
    explicit Scratch(fs::path path) : path_(std::move(path)) {}
    Scratch(Scratch const&) = delete;
    ~Scratch() {
        std::error_code ignored;
        for (auto const* ending : {"", "-wal", "-shm", "-journal"})
            fs::remove(path_.string() + ending, ignored);
    }
    fs::path const& path() const { return path_; }
    std::string url() const { return "sqlite:" + path_.string(); }

private:
    fs::path path_;
};

Error refusal(std::string key, fs::path const& path) {
    return refused({std::move(key), {{"path", path.string()}}});
}

/// Has SQLite nothing to say against the file, and does every reference lead somewhere?
bool is_whole(Db& db) {
    auto const check = db.one("pragma integrity_check");
    return check && check->get<std::string>(0) == "ok" && !db.one("pragma foreign_key_check");
}

bool holds(Db& db, std::vector<CopiedTable> const& copied) {
    return std::ranges::all_of(copied, [&](CopiedTable const& table) {
        return store::row_count(db, table.name) == table.rows;
    });
}

/// Does `db` have tables that no migration of ours has made?
Done all_known(Db& db, std::vector<store::Table> const& tables) {
    for (auto const& name : store::table_names(db))
        if (std::ranges::find(tables, name, &store::Table::name) == tables.end())
            return refused({"store.backup_not_ours", {{"table", name}}});
    return {};
}

/// The name is given only to a file that is on the disk, and never over another one.
Done named(fs::path const& from, fs::path const& to) {
    int const file = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    bool const synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!synced) return refusal("store.backup_unwritable", to);
    std::error_code failed;
    fs::create_hard_link(from, to, failed);
    if (failed == std::errc::file_exists) return refusal("store.backup_exists", to);
    // Some file systems know no links.
    if (failed && !fs::exists(to)) fs::rename(from, to, failed);
    if (failed) return refusal("store.backup_unwritable", to);
    return {};
}

Result<std::vector<CopiedTable>> copied_into(Database& copy, Database& from,
                                             TellCopied const& tell) {
    auto const tables = copy.read([](Db& db) { return store::tables_of(db); });
    return from.read([&](Db& source) -> Result<std::vector<CopiedTable>> {
        TRY(all_known(source, tables));
        auto copied =
            copy.write([&](Db& target) { return store::copy_rows(source, target, tables, tell); });
        ENSURE(holds(source, copied), "the copy and its source differ in rows");
        return copied;
    });
}

bool has_rows(Db& db) {
    auto const names = store::table_names(db);
    return std::ranges::any_of(names,
                               [&](auto const& name) { return store::row_count(db, name) > 0; });
}

bool has_schema(Database& database) {
    return database.read(
        [](Db& db) { return schema(db).find("schema_migrations") != std::string::npos; });
}

/// A copy of a backup that may be brought forward without touching the backup.
Done fill_scratch(Scratch const& scratch, fs::path const& file) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return refusal("store.restore_missing", file);
    fs::copy_file(file, scratch.path(), failed);
    if (failed) return refusal("store.restore_damaged", file);
    try {
        Database copy(scratch.url());
        bool const fine = has_schema(copy) && copy.read([](Db& db) { return is_whole(db); });
        if (!fine) return refusal("store.restore_damaged", file);
    } catch (StoreFailure const& failure) {
        if (failure.category() != StoreFailure::Category::damaged) throw;
        return refusal("store.restore_damaged", file);
    }
    return {};
}

} // namespace

Result<std::vector<CopiedTable>> backup(Database& from, fs::path const& file,
                                        std::span<Migrations const> all, Instant now,
                                        TellCopied const& tell) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(file, failed))) return refusal("store.backup_exists", file);
    if (!has_schema(from)) return refused({"store.backup_not_ours", {{"table", ""}}});
    auto const lacking = TRY(pending(from, all));

    Scratch const scratch(file.string() + "." + random_token(9));
    std::vector<CopiedTable> copied;
    {
        std::optional<Database> copy;
        try {
            copy.emplace(scratch.url());
        } catch (StoreFailure const&) {
            return refusal("store.backup_unwritable", file);
        }
        TRY(migrate(*copy, all, now, {}, lacking));
        copied = TRY(copied_into(*copy, from, tell));
        bool const fine = copy->read([&](Db& db) { return is_whole(db) && holds(db, copied); });
        ENSURE(fine, "the backup does not read back");
        auto const files = TRY(store::add_contents(*copy, from));
        if (files > 0) copied.push_back({std::string(store::contents_table), files});
    }
    TRY(named(scratch.path(), file));
    return copied;
}

Result<std::vector<CopiedTable>> restore(Database& to, fs::path const& file,
                                         std::span<Migrations const> all, Instant now,
                                         TellCopied const& tell) {
    if (to.read([](Db& db) { return has_rows(db); })) return refused({"store.restore_not_empty"});
    Scratch const scratch(fs::temp_directory_path() / ("udbhabon-" + random_token(9) + ".db"));
    TRY(fill_scratch(scratch, file));
    Database copy(scratch.url());
    TRY(migrate(copy, all, now));
    TRY(migrate(to, all, now));
    auto const files = TRY(store::restore_contents(copy, to));
    auto restored = copy.read([&](Db& source) -> Result<std::vector<CopiedTable>> {
        auto const tables = store::tables_of(source);
        return to.write([&](Db& target) -> Result<std::vector<CopiedTable>> {
            TRY(all_known(target, tables));
            auto copied = store::copy_rows(source, target, tables, tell);
            ENSURE(holds(target, copied), "the restored rows do not count up");
            return copied;
        });
    });
    if (restored && files > 0) restored->push_back({std::string(store::contents_table), files});
    return restored;
}

} // namespace udb
