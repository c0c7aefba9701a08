// The database as the rest of the program sees it: statements by hand inside one transaction,
// the same on SQLite and PostgreSQL. No driver header is needed to use it.
//
//     auto const title = database.read([&](Db& db) {
//         auto row = db.one("select title from teams where id = ?", team);
//         return row ? row->get<std::string>(0) : std::string();
//     });
//     auto const saved = database.write([&](Db& db) -> Result<Id<Team>> {
//         auto row = db.one("insert into teams (title) values (?) returning id", title);
//         return row->get<Id<Team>>(0);
//     });
//
// Statements are the common subset of both engines, `?` for each parameter (not inside quotes; no
// PostgreSQL `?` operator). Traps, all met:
// - PostgreSQL cannot guess the type of a lone parameter: write `cast(? as text) is null`.
// - Let the database number rows: PostgreSQL does not go on after a number given to it (only
//   migrations and restoring see to that).
// - After a ConstraintViolation the transaction is over on both: let it travel, or ask first.
// - Text is ordered by its bytes on both (migrations see to it). Bangla order is a stored sort key
//   (`bangla/text`), written next to the text; then the same index serves both engines.
#pragma once

#include "base/result.hpp"
#include "store/failure.hpp"
#include "store/value.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace udb {

enum class Dialect { sqlite, postgres };

namespace store {
class Connection;
class Cursor;
} // namespace store

class ContentFiles;

/// A place to append to, apart from every other connection that is open: SQLite, which has one
/// writer, has strand 1; on PostgreSQL each connection holds another number, from 1, while it is
/// open. (Behind a pooler in transaction mode several may hold strand 1; then they meet.)
struct Strand {
    std::int64_t number = 1;
    /// What a writer left here, in this transaction or in one that committed before; empty where
    /// someone else may have appended since, and after every rollback of that.
    std::string mark = {};
};

/// The lines of an answer, read once, from the front. The statement is free again when this goes.
/// It may not leave the callable of `read` or `write`.
class Rows {
public:
    explicit Rows(std::unique_ptr<store::Cursor> cursor);
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    struct End {};
    class Iterator {
    public:
        explicit Iterator(Rows& rows) : rows_(&rows) { ++*this; }
        Row const& operator*() const { return rows_->row_; }
        Iterator& operator++() {
            more_ = rows_->next();
            return *this;
        }
        bool operator==(End) const { return !more_; }

    private:
        Rows* rows_;
        bool more_ = false;
    };
    Iterator begin() { return Iterator(*this); }
    End end() const { return {}; }

private:
    bool next();

    std::unique_ptr<store::Cursor> cursor_;
    Row row_;
};

/// One connection inside one transaction or snapshot. Lives as long as the callable it was given
/// to, on the thread that runs it.
class Db {
public:
    Db(store::Connection& connection, bool writes, ContentFiles const* contents = nullptr)
        : connection_(&connection), writes_(writes), contents_(contents) {}
    Db(Db const&) = delete;

    /// Every line of the answer: `for (auto const& row : db.all(sql, office, today))`.
    template <class... Args>
    Rows all(std::string_view sql, Args const&... args) {
        std::array<Param, sizeof...(Args)> const params{Param(args)...};
        return all_of(sql, params);
    }

    /// The first line, owned; nothing where there is none. Also for `insert … returning id`.
    template <class... Args>
    std::optional<Row> one(std::string_view sql, Args const&... args) {
        std::array<Param, sizeof...(Args)> const params{Param(args)...};
        return one_of(sql, params);
    }

    /// Changes rows, and says how many.
    template <class... Args>
    std::int64_t run(std::string_view sql, Args const&... args) {
        std::array<Param, sizeof...(Args)> const params{Param(args)...};
        return run_of(sql, params);
    }

    /// The same for statements whose number of parameters is known only when running.
    Rows all_of(std::string_view sql, std::span<Param const> params);
    std::optional<Row> one_of(std::string_view sql, std::span<Param const> params);
    std::int64_t run_of(std::string_view sql, std::span<Param const> params);

    /// Several statements without parameters, in the dialect of this database: migrations.
    void script(std::string_view sql);

    Dialect dialect() const;

    Strand& strand();

    /// Ends the work: it is run again from its beginning, on a younger snapshot.
    [[noreturn]] void run_again();

    /// Where the bytes of files are. Throws StoreFailure where this database was opened without.
    ContentFiles const& contents() const;
    bool keeps_files() const { return contents_ != nullptr; }

    /// How many statements this transaction has run: a test holds that a page of rows is not a
    /// statement per row.
    int statements() const { return statements_; }

private:
    friend class Database;

    /// Remembers a violation: nothing may be kept after one.
    template <class F>
    std::invoke_result_t<F&> watched(F&& statement) {
        try {
            return statement();
        } catch (ConstraintViolation const&) {
            violated_ = true;
            throw;
        }
    }

    store::Connection* connection_;
    bool writes_;
    ContentFiles const* contents_;
    bool violated_ = false;
    int statements_ = 0;
};

struct DatabaseOptions {
    int connections = 4;                  ///< readers of SQLite; all connections of PostgreSQL
    std::chrono::milliseconds wait{5000}; ///< for a free connection or a lock, then `busy`
    bool create = true;                   ///< make an SQLite file that is not there
    bool prepare = true; ///< off behind a pooler in transaction mode (pgbouncer before 1.21)
    bool group = true;   ///< writers of SQLite share transactions; off only to measure
    /// The folder of kept files; empty: beside the SQLite file, `NAME.files`, and none for others.
    std::filesystem::path files = {};
};

/// A database, safe to use from many threads.
class Database {
public:
    /// `sqlite:path`, a plain path, `sqlite::memory:` (one connection, gone with this object), or
    /// `postgresql://user@host/name`. A missing SQLite file is made; its folder must be there.
    /// Throws StoreFailure where it cannot be opened now; later losses are mended at the next use.
    explicit Database(std::string_view url, DatabaseOptions options = {});
    Database(Database&&) = delete;
    ~Database();

    /// Runs `ask(Db&)` on one consistent snapshot, taken at its first statement, and returns what
    /// it returns. Changing anything there is a Bug.
    template <class F>
    std::invoke_result_t<F&, Db&> read(F&& ask) {
        return within(false, ask);
    }

    /// Runs `work(Db&)` in one transaction that sees no other's half-done work (serializable).
    /// A Result that holds an Error rolls back, as does an exception; anything else commits.
    /// It is run again after PostgreSQL's serialization failure or deadlock, or where a transaction
    /// that SQLite's writers shared is lost: what it sets outside itself, it must set anew, and
    /// mails are sent after it. One SQLite writer at a time, maybe on another writer's thread while
    /// this one waits; it returns when the change is on the disk.
    template <class F>
    std::invoke_result_t<F&, Db&> write(F&& work) {
        return within(true, work);
    }

    Dialect dialect() const;

    /// Where it is, for logs and messages; without a password.
    std::string const& name() const;

    /// Where the bytes of files are; null where this database was opened without.
    ContentFiles const* contents() const;

    /// Throws StoreFailure unless a statement can be answered now: for `/readyz`.
    void ping();

private:
    template <class F>
    std::invoke_result_t<F&, Db&> within(bool writes, F& work);
    template <class Value, class F>
    Value refusing(bool writes, F& work);

    /// True commits, false rolls back.
    using Attempt = std::function<bool(Db&)>;
    void transact(bool writes, Attempt const& attempt);
    bool attempted(store::Connection& connection, bool writes, Attempt const& attempt);
    void attempt_once(store::Connection& connection, bool writes, Attempt const& attempt);

    struct State;
    std::unique_ptr<State> state_;
};

namespace store {
template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

/// What the exceptions that a reader may cause say as a refusal.
Error refusal_of(ConstraintViolation const& violation);
Error refusal_of(UnstorableText const& text);
} // namespace store

template <class Value, class F>
Value Database::refusing(bool writes, F& work) {
    std::optional<Value> value;
    try {
        transact(writes, [&](Db& db) {
            value.emplace(work(db));
            return static_cast<bool>(*value);
        });
    } catch (ConstraintViolation const& violation) {
        if (violation.kind() != ConstraintViolation::Kind::unique) throw;
        return store::refusal_of(violation);
    } catch (UnstorableText const& text) {
        return store::refusal_of(text);
    }
    return std::move(*value);
}

template <class F>
std::invoke_result_t<F&, Db&> Database::within(bool writes, F& work) {
    using Value = std::invoke_result_t<F&, Db&>;
    if constexpr (std::is_void_v<Value>) {
        transact(writes, [&](Db& db) {
            work(db);
            return true;
        });
    } else if constexpr (store::is_result<Value>) {
        return refusing<Value>(writes, work);
    } else {
        std::optional<Value> value;
        transact(writes, [&](Db& db) {
            value.emplace(work(db));
            return true;
        });
        return std::move(*value);
    }
}

} // namespace udb
