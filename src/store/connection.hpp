// What a driver does, for the two drivers and `database.cpp`; nobody else includes it.
#pragma once

#include "store/database.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace udb::store {

class Cursor {
public:
    virtual ~Cursor() = default;
    /// Fills `row` with the next line; false after the last.
    virtual bool next(Row& row) = 0;
};

class Connection {
public:
    virtual ~Connection() = default;

    virtual std::unique_ptr<Cursor> query(std::string_view sql, std::span<Param const> params) = 0;
    virtual std::optional<Row> first(std::string_view sql, std::span<Param const> params) = 0;
    virtual std::int64_t run(std::string_view sql, std::span<Param const> params) = 0;
    virtual void script(std::string const& sql) = 0;

    virtual void begin(bool writes) = 0;
    virtual void commit() = 0;
    /// Never throws: a connection that cannot roll back is no longer usable.
    virtual void rollback() noexcept = 0;

    /// A part of the transaction that may be given up alone; only where writers share one.
    virtual void savepoint() {}
    virtual void end_savepoint(bool /*keep*/) {}
    /// False where the engine has rolled all back by itself.
    virtual bool in_transaction() const = 0;

    virtual Dialect dialect() const = 0;
    /// False after a loss: it is closed, and another one opened in its place.
    virtual bool usable() const = 0;
    /// Answers still being read.
    virtual int open_cursors() const = 0;

    Strand& strand() { return strand_; }

protected:
    /// False where others may write to the strand between two transactions of this connection.
    void begin_strand(bool ours) { strand_.mark = ours ? committed_mark_ : std::string(); }
    void end_strand() { committed_mark_ = strand_.mark; }
    void take_strand(std::int64_t number) { strand_.number = number; }

private:
    Strand strand_;
    std::string committed_mark_;
};

/// The engine gave the transaction up for another one's sake: the same may succeed at once.
class RunAgain : public std::exception {
public:
    char const* what() const noexcept override { return "the transaction must run again"; }
};

enum class SqliteUse { write, read, alone };

std::unique_ptr<Connection> open_sqlite(std::string const& path, SqliteUse use,
                                        DatabaseOptions const& options);
std::unique_ptr<Connection> open_postgres(std::string const& url, DatabaseOptions const& options);

/// Host, port and name, without user and password.
std::string postgres_name(std::string const& url);

/// `?` outside quotes and comments become `$1`, `$2` …
std::string numbered(std::string_view sql);

/// Throws UnstorableText unless `text` is UTF-8 without NUL.
void require_storable(std::string_view text);

} // namespace udb::store
