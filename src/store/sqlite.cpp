// SQLite: one writer and several readers over a write-ahead log.
#include "store/connection.hpp"

#include <algorithm>
#include <sqlite3.h>
#include <string>
#include <unordered_map>

namespace udb::store {
namespace {

using Category = StoreFailure::Category;

[[noreturn]] void raise_constraint(int code, std::string const& what) {
    using Kind = ConstraintViolation::Kind;
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: throw ConstraintViolation(Kind::unique, what);
    case SQLITE_CONSTRAINT_FOREIGNKEY: throw ConstraintViolation(Kind::foreign_key, what);
    case SQLITE_CONSTRAINT_NOTNULL: throw ConstraintViolation(Kind::not_null, what);
    case SQLITE_CONSTRAINT_DATATYPE: throw Bug(what);
    default: throw ConstraintViolation(Kind::check, what);
    }
}

[[noreturn]] void raise(sqlite3* db, int code, std::string_view doing) {
    auto what = "sqlite: " + std::string(db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    ((what += " (") += std::to_string(code)) += ")";
    if (!doing.empty()) (what += ": ") += doing.substr(0, 500);
    // The index of the write-ahead log found no room on the disk.
    if (code == SQLITE_IOERR_SHMSIZE) throw StoreFailure(Category::full, what);
    switch (code & 0xFF) {
    case SQLITE_CONSTRAINT: raise_constraint(code, what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: throw StoreFailure(Category::busy, what);
    case SQLITE_FULL: throw StoreFailure(Category::full, what);
    case SQLITE_READONLY: throw StoreFailure(Category::read_only, what);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw StoreFailure(Category::damaged, what);
    case SQLITE_TOOBIG: throw StoreFailure(Category::too_large, what);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_INTERRUPT: throw StoreFailure(Category::unavailable, what);
    case SQLITE_NOMEM: throw std::bad_alloc();
    default: throw Bug(what);
    }
}

struct CloseStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};

Cell cell_at(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement, column));
        auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return std::string_view(text, size);
    }
    case SQLITE_BLOB: {
        auto const* bytes = static_cast<std::byte const*>(sqlite3_column_blob(statement, column));
        auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        return std::span<std::byte const>(bytes, size);
    }
    default: return std::monostate{};
    }
}

/// Copies what the views of `cells` point at into one piece of memory, and lets them point there.
Row owned(std::vector<Cell> cells) {
    auto const span_of = [](Cell const& cell) -> std::string_view {
        if (auto const* text = std::get_if<std::string_view>(&cell)) return *text;
        if (auto const* bytes = std::get_if<std::span<std::byte const>>(&cell))
            return {reinterpret_cast<char const*>(bytes->data()), bytes->size()};
        return {};
    };
    std::size_t size = 0;
    for (auto const& cell : cells)
        size += span_of(cell).size();
    if (size == 0) {
        for (auto& cell : cells)
            if (std::holds_alternative<std::string_view>(cell)) cell = std::string_view("");
        return {std::move(cells), nullptr};
    }

    auto kept = std::make_shared<std::string>();
    kept->reserve(size);
    for (auto& cell : cells) {
        auto const from = span_of(cell);
        auto const* at = kept->data() + kept->size();
        kept->append(from);
        if (std::holds_alternative<std::string_view>(cell))
            cell = std::string_view(at, from.size());
        else if (std::holds_alternative<std::span<std::byte const>>(cell))
            cell = std::span(reinterpret_cast<std::byte const*>(at), from.size());
    }
    return {std::move(cells), std::move(kept)};
}

/// SQLite counts every allocation of the process under one lock unless told not to, before its
/// first use.
[[maybe_unused]] int const uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

class SqliteConnection final : public Connection {
public:
    SqliteConnection(std::string const& path, SqliteUse use, DatabaseOptions const& options)
        : use_(use) {
        int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                          | (use == SqliteUse::read || !options.create ? 0 : SQLITE_OPEN_CREATE);
        sqlite3* db = nullptr;
        int const opened = sqlite3_open_v2(path.c_str(), &db, flags, nullptr);
        db_.reset(db);
        if (opened != SQLITE_OK) raise(db, opened, path);
        sqlite3_busy_timeout(db, static_cast<int>(options.wait.count()));
        // Not trusted_schema=off: with it `json_valid()` in a CHECK fails as "unsafe use".
        if (use != SqliteUse::read) script("pragma journal_mode = wal");
        // Pages are kept in memory up to 8 MiB a connection: SQLite's own 2 are read again and
        // again.
        script("pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -8192;");
        if (use == SqliteUse::read) script("pragma query_only = on");
    }

    std::unique_ptr<Cursor> query(std::string_view sql, std::span<Param const> params) override;
    std::optional<Row> first(std::string_view sql, std::span<Param const> params) override;
    std::int64_t run(std::string_view sql, std::span<Param const> params) override;

    void script(std::string const& sql) override {
        int const code = sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) raise_here(code, sql);
    }

    void begin(bool writes) override {
        writes_ = writes;
        if (use_ == SqliteUse::alone)
            script(writes ? "pragma query_only = off" : "pragma query_only = on");
        run(writes ? "begin immediate" : "begin", {});
        // Another process may have written since.
        begin_strand(false);
    }
    void commit() override { run("commit", {}); }
    void rollback() noexcept override {
        // After a full disk or an I/O error the engine may have rolled back already.
        if (sqlite3_get_autocommit(db_.get()) != 0) return;
        usable_ = sqlite3_exec(db_.get(), "rollback", nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    void savepoint() override { run("savepoint part", {}); }
    void end_savepoint(bool keep) override {
        if (!keep) {
            run("rollback to part", {});
            begin_strand(false);
        }
        run("release part", {});
    }
    bool in_transaction() const override { return sqlite3_get_autocommit(db_.get()) == 0; }

    Dialect dialect() const override { return Dialect::sqlite; }
    bool usable() const override { return usable_ && !lost_; }
    int open_cursors() const override { return taken_; }

    /// By their text, which need not be copied to find one.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const {
            return std::hash<std::string_view>{}(sql);
        }
    };
    using Statements = std::unordered_multimap<std::string, Statement, Hash, std::equal_to<>>;

    /// A statement of the cache, taken out while it is in use.
    class Use {
    public:
        Use(SqliteConnection& of, std::string_view sql, std::span<Param const> params, bool copy)
            : of_(&of), kept_(of.take(sql)) {
            try {
                bind(params, copy);
            } catch (...) {
                of_->give_back(std::move(kept_));
                throw;
            }
        }
        Use(Use const&) = delete;
        ~Use() { of_->give_back(std::move(kept_)); }

        bool step() {
            int const code = sqlite3_step(statement());
            if (code == SQLITE_ROW) return true;
            if (code != SQLITE_DONE) of_->raise_here(code, sql());
            return false;
        }
        void fill(std::vector<Cell>& cells) {
            int const columns = sqlite3_column_count(statement());
            cells.clear();
            for (int column = 0; column < columns; ++column)
                cells.push_back(cell_at(statement(), column));
        }

    private:
        void bind(std::span<Param const> params, bool copy);
        int bind_one(int n, Cell const& cell, bool copy);
        std::string const& sql() const { return kept_.key(); }
        sqlite3_stmt* statement() const { return kept_.mapped().get(); }

        SqliteConnection* of_;
        Statements::node_type kept_;
    };

private:
    [[noreturn]] void raise_here(int code, std::string_view doing) {
        ENSURE((code & 0xFF) != SQLITE_READONLY || writes_,
               "a change inside read: " + std::string(doing));
        switch (code & 0xFF) {
        case SQLITE_CANTOPEN:
        case SQLITE_CORRUPT:
        case SQLITE_IOERR:
        case SQLITE_NOTADB:
        case SQLITE_READONLY: lost_ = true; break;
        default: break;
        }
        raise(db_.get(), code, doing);
    }
    Statements::node_type take(std::string_view sql);
    void give_back(Statements::node_type kept) noexcept;

    static constexpr std::size_t cached_max = 500;

    SqliteUse use_;
    bool writes_ = true;
    bool usable_ = true;
    bool lost_ =
        false; ///< the file was moved, locked away or damaged: opened anew, all may be well
    int taken_ = 0;
    std::unique_ptr<sqlite3, CloseDatabase> db_;
    Statements idle_;
};

SqliteConnection::Statements::node_type SqliteConnection::take(std::string_view sql) {
    if (auto const found = idle_.find(sql); found != idle_.end()) {
        ++taken_;
        return idle_.extract(found);
    }
    sqlite3_stmt* made = nullptr;
    char const* rest = nullptr;
    ENSURE(sql.size() < 1'000'000, "a statement longer than a million bytes");
    int const code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, &rest);
    Statement statement(made);
    if (code != SQLITE_OK) raise_here(code, sql);
    ENSURE(made != nullptr, "an empty statement");
    std::string_view const after(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
    ENSURE(after.find_first_not_of(" \t\r\n;") == std::string_view::npos,
           "two statements where one belongs: " + std::string(sql));
    Statements one;
    auto kept = one.extract(one.emplace(sql, std::move(statement)));
    ++taken_;
    return kept;
}

void SqliteConnection::give_back(Statements::node_type kept) noexcept {
    --taken_;
    // An un-reset statement would hold its snapshot and refuse the next commit.
    sqlite3_reset(kept.mapped().get());
    sqlite3_clear_bindings(kept.mapped().get());
    try {
        if (idle_.size() >= cached_max) idle_.clear();
        idle_.insert(std::move(kept));
    } catch (std::bad_alloc const&) {
        idle_.clear(); // Only a cache.
    }
}

void SqliteConnection::Use::bind(std::span<Param const> params, bool copy) {
    ENSURE(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement())) == params.size(),
           "the statement has another number of parameters: " + sql());
    for (std::size_t i = 0; i < params.size(); ++i) {
        int const code = bind_one(static_cast<int>(i) + 1, params[i].cell(), copy);
        if (code != SQLITE_OK) of_->raise_here(code, sql());
    }
}

int SqliteConnection::Use::bind_one(int n, Cell const& cell, bool copy) {
    auto* const to = statement();
    auto* const keep = copy ? SQLITE_TRANSIENT : SQLITE_STATIC;
    if (auto const* number = std::get_if<std::int64_t>(&cell))
        return sqlite3_bind_int64(to, n, *number);
    if (auto const* real = std::get_if<double>(&cell)) return sqlite3_bind_double(to, n, *real);
    if (auto const* text = std::get_if<std::string_view>(&cell)) {
        require_storable(*text);
        // No address would mean null, but it is an empty text.
        return sqlite3_bind_text64(to, n, text->empty() ? "" : text->data(), text->size(), keep,
                                   SQLITE_UTF8);
    }
    if (auto const* bytes = std::get_if<std::span<std::byte const>>(&cell)) {
        if (bytes->empty()) return sqlite3_bind_zeroblob(to, n, 0);
        return sqlite3_bind_blob64(to, n, bytes->data(), bytes->size(), keep);
    }
    return sqlite3_bind_null(to, n);
}

class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteConnection& of, std::string_view sql, std::span<Param const> params)
        : use_(of, sql, params, true) {}

    bool next(Row& row) override {
        // A finished statement starts over when stepped again.
        if (finished_ || !use_.step()) {
            finished_ = true;
            return false;
        }
        use_.fill(row.cells());
        return true;
    }

private:
    SqliteConnection::Use use_;
    bool finished_ = false;
};

std::unique_ptr<Cursor> SqliteConnection::query(std::string_view sql,
                                                std::span<Param const> params) {
    return std::make_unique<SqliteCursor>(*this, sql, params);
}

std::optional<Row> SqliteConnection::first(std::string_view sql, std::span<Param const> params) {
    Use use(*this, sql, params, false);
    if (!use.step()) return {};
    std::vector<Cell> cells;
    use.fill(cells);
    auto row = owned(std::move(cells));
    // `insert … returning` is done in the first step already; nothing is left to wait for.
    return row;
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<Param const> params) {
    Use use(*this, sql, params, false);
    while (use.step()) {
    }
    return sqlite3_changes64(db_.get());
}

} // namespace

std::unique_ptr<Connection> open_sqlite(std::string const& path, SqliteUse use,
                                        DatabaseOptions const& options) {
    return std::make_unique<SqliteConnection>(path, use, options);
}

} // namespace udb::store
