#include "store/database.hpp"

#include "store/connection.hpp"
#include "store/content_files.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace udb {
namespace store {
namespace {

using Clock = std::chrono::steady_clock;

/// Connections in store; at most so many at once, opened when first needed.
class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    Pool(int most, std::chrono::milliseconds wait, Open open)
        : most_(most), wait_(wait), open_(std::move(open)) {}

    /// One connection, alone ours until it goes.
    class Lease {
    public:
        explicit Lease(Pool& pool) : pool_(&pool), connection_(pool.take()) {}
        Lease(Lease const&) = delete;
        ~Lease() { pool_->give_back(std::move(connection_)); }

        /// Begins; opens another connection where this one turns out to be lost.
        Connection& begun(bool writes) {
            try {
                if (!connection_) connection_ = pool_->open_();
                connection_->begin(writes);
            } catch (StoreFailure const&) {
                if (!connection_ || connection_->usable()) throw;
                connection_.reset();
                connection_ = pool_->open_();
                connection_->begin(writes);
            }
            return *connection_;
        }

    private:
        Pool* pool_;
        std::unique_ptr<Connection> connection_;
    };

private:
    std::unique_ptr<Connection> take() {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_until(lock, Clock::now() + wait_, [&] { return taken_ < most_; }))
            throw StoreFailure(StoreFailure::Category::busy, "no connection became free in time");
        ++taken_;
        if (idle_.empty()) return nullptr;
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    void give_back(std::unique_ptr<Connection> connection) {
        {
            std::lock_guard const lock(mutex_);
            --taken_;
            if (connection && connection->usable()) idle_.push_back(std::move(connection));
        }
        freed_.notify_one();
    }

    int most_;
    std::chrono::milliseconds wait_;
    Open open_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int taken_ = 0;
};

// The databases that this thread is inside of; nesting would wait for itself.
thread_local std::vector<Database const*> inside;

class Inside {
public:
    explicit Inside(Database const* database) {
        ENSURE(std::ranges::find(inside, database) == inside.end(),
               "read or write inside read or write: pass the Db on instead");
        inside.push_back(database);
    }
    Inside(Inside const&) = delete;
    ~Inside() { inside.pop_back(); }
};

void back_off(int tries) {
    thread_local std::minstd_rand random(
        static_cast<unsigned>(std::hash<std::thread::id>{}(std::this_thread::get_id())));
    auto const most = 1U << static_cast<unsigned>(std::min(tries, 6));
    std::this_thread::sleep_for(std::chrono::milliseconds(1U + random() % most));
}

} // namespace

Error refusal_of(ConstraintViolation const&) { return conflict(); }

Error refusal_of(UnstorableText const&) {
    return {Error::Kind::invalid, {"store.unstorable_text"}};
}

} // namespace store

Rows::Rows(std::unique_ptr<store::Cursor> cursor) : cursor_(std::move(cursor)) {}
Rows::Rows(Rows&&) noexcept = default;
Rows::~Rows() = default;

bool Rows::next() { return cursor_->next(row_); }

Rows Db::all_of(std::string_view sql, std::span<Param const> params) {
    ++statements_;
    return watched([&] { return Rows(connection_->query(sql, params)); });
}

std::optional<Row> Db::one_of(std::string_view sql, std::span<Param const> params) {
    ++statements_;
    return watched([&] { return connection_->first(sql, params); });
}

std::int64_t Db::run_of(std::string_view sql, std::span<Param const> params) {
    ENSURE(writes_, "a change inside read: " + std::string(sql));
    ++statements_;
    return watched([&] { return connection_->run(sql, params); });
}

void Db::script(std::string_view sql) {
    ENSURE(writes_, "a change inside read: " + std::string(sql));
    ++statements_;
    watched([&] {
        connection_->script(std::string(sql));
        return 0;
    });
}

Dialect Db::dialect() const { return connection_->dialect(); }

Strand& Db::strand() {
    ENSURE(writes_, "a strand is for writers");
    return connection_->strand();
}

void Db::run_again() { throw store::RunAgain(); }

ContentFiles const& Db::contents() const {
    if (contents_ == nullptr)
        throw StoreFailure(StoreFailure::Category::unavailable, "no folder for files was given");
    return *contents_;
}

struct Database::State {
    Dialect dialect = Dialect::sqlite;
    std::string name;
    std::chrono::milliseconds wait{};
    std::unique_ptr<store::Pool> writers;
    std::unique_ptr<store::Pool> readers; ///< absent where the writers read, too
    std::optional<ContentFiles> contents;

    State(std::string_view url, DatabaseOptions const& options);
    void open_sqlite_at(std::string const& path, DatabaseOptions const& options);
};

Database::State::State(std::string_view url, DatabaseOptions const& options) : wait(options.wait) {
    ENSURE(options.connections > 0, "a database needs a connection");
    if (!options.files.empty()) contents.emplace(options.files);
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
        dialect = Dialect::postgres;
        name = store::postgres_name(std::string(url));
        writers = std::make_unique<store::Pool>(
            options.connections, options.wait,
            [url = std::string(url), options] { return store::open_postgres(url, options); });
        return;
    }
    if (url.starts_with("sqlite:")) url.remove_prefix(std::string_view("sqlite:").size());
    auto const scheme = url.find("://");
    if (url.empty() || scheme != std::string_view::npos || url.find('\0') != std::string_view::npos)
        throw StoreFailure(StoreFailure::Category::unavailable,
                           "not the address of a database: " + std::string(url.substr(0, scheme)));
    open_sqlite_at(std::string(url), options);
}

void Database::State::open_sqlite_at(std::string const& path, DatabaseOptions const& options) {
    name = "sqlite:" + path;
    bool const alone = path == ":memory:";
    if (!alone && !contents) contents.emplace(path + ".files");
    auto const opener = [&](store::SqliteUse use) {
        return [path, use, options] { return store::open_sqlite(path, use, options); };
    };
    writers = std::make_unique<store::Pool>(
        1, options.wait, opener(alone ? store::SqliteUse::alone : store::SqliteUse::write));
    if (!alone)
        readers = std::make_unique<store::Pool>(options.connections, options.wait,
                                                opener(store::SqliteUse::read));
}

Database::Database(std::string_view url, DatabaseOptions options)
    : state_(std::make_unique<State>(url, options)) {
    // The writer first: it makes the file, and turns the write-ahead log on.
    store::Pool::Lease lease(*state_->writers);
    lease.begun(false).rollback();
}

Database::~Database() = default;

Dialect Database::dialect() const { return state_->dialect; }

ContentFiles const* Database::contents() const {
    return state_->contents ? &*state_->contents : nullptr;
}

std::string const& Database::name() const { return state_->name; }

void Database::ping() {
    read([](Db& db) { db.one("select 1"); });
}

void Database::attempt_once(store::Connection& connection, bool writes, Attempt const& attempt) {
    try {
        Db db(connection, writes, contents());
        bool const keep = attempt(db);
        ENSURE(connection.open_cursors() == 0, "an answer outlives its transaction");
        ENSURE(!keep || !db.violated_, "work went on after a violation: let it travel");
        if (keep) return connection.commit();
        return connection.rollback();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

void Database::transact(bool writes, Attempt const& attempt) {
    store::Inside const nested(this);
    auto& pool = writes || !state_->readers ? *state_->writers : *state_->readers;
    auto const give_up = store::Clock::now() + state_->wait * 2;
    for (int tries = 1;; ++tries) {
        try {
            store::Pool::Lease lease(pool);
            return attempt_once(lease.begun(writes), writes, attempt);
        } catch (store::RunAgain const&) {
            if (store::Clock::now() > give_up)
                throw StoreFailure(StoreFailure::Category::busy,
                                   "given up after " + std::to_string(tries) + " conflicts");
        }
        store::back_off(tries);
    }
}

} // namespace udb
