#include "store/backup_contents.hpp"

#include "platform/digest.hpp"
#include "store/content_files.hpp"
#include "store/copy.hpp"

#include <algorithm>
#include <vector>

namespace udb::store {
namespace {

bool has_table(Db& db, std::string_view name) {
    return db.one("select 1 from pragma_table_list where schema = 'main' and name = ?", name)
        .has_value();
}

std::vector<std::string> keys_of(Database& copy) {
    return copy.read([](Db& db) {
        std::vector<std::string> keys;
        if (!has_table(db, "files")) return keys;
        for (auto const& row : db.all("select sha256 from files order by sha256"))
            keys.push_back(row.get<std::string>(0));
        return keys;
    });
}

Error missing(char const* key, std::string const& sha256) {
    return refused({key, {{"sha256", sha256}}});
}

std::string_view text_of(Blob const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

/// The bytes of one file of a backup; empty also where its row is not there.
Blob contents_in(Db& backup, std::string const& sha256) {
    auto const row = backup.one("select bytes from file_contents where sha256 = ?", sha256);
    return row ? row->get<Blob>(0) : Blob{};
}

/// The bytes as they were kept; nothing where that cannot be had.
std::optional<std::string> kept_in(Database& from, std::string const& sha256) {
    if (from.contents() == nullptr) return {};
    try {
        return from.contents()->bytes(sha256);
    } catch (StoreFailure const& failure) {
        if (failure.category() != StoreFailure::Category::damaged) throw;
        return {};
    }
}

} // namespace

Result<std::int64_t> add_contents(Database& copy, Database& from) {
    auto const keys = keys_of(copy);
    if (keys.empty()) return 0;
    TRY(copy.write([&](Db& db) -> Done {
        db.script("create table file_contents (sha256 text primary key, bytes blob not null) "
                  "strict");
        for (auto const& key : keys) {
            auto const bytes = kept_in(from, key);
            if (!bytes) return missing("store.backup_file_missing", key);
            db.run("insert into file_contents (sha256, bytes) values (?, ?)", key,
                   std::as_bytes(std::span(*bytes)));
        }
        return {};
    }));
    for (auto const& key : keys) {
        bool const same =
            copy.read([&](Db& db) { return sha256_hex(text_of(contents_in(db, key))) == key; });
        ENSURE(same, "a file of the backup does not read back");
    }
    return static_cast<std::int64_t>(keys.size());
}

Result<std::int64_t> restore_contents(Database& backup, Database& to) {
    auto const keys = keys_of(backup);
    if (keys.empty()) return 0;
    if (to.contents() == nullptr) return refused({"store.restore_no_folder"});
    bool const has = backup.read([](Db& db) { return has_table(db, contents_table); });
    for (auto const& key : keys) {
        auto const bytes = has ? backup.read([&](Db& db) { return contents_in(db, key); }) : Blob{};
        if (!has || sha256_hex(text_of(bytes)) != key)
            return missing("store.restore_file_missing", key);
        to.contents()->keep(text_of(bytes));
    }
    return static_cast<std::int64_t>(keys.size());
}

} // namespace udb::store
