#include "store/database.hpp"

#include "store/connection.hpp"
#include "store/content_files.hpp"
#include "store/group_commit.hpp"
#include "store/pool.hpp"

#include <algorithm>
#include <random>
#include <thread>

namespace udb {
namespace store {
namespace {

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
    std::unique_ptr<store::Pool> readers;      ///< absent where the writers read, too
    std::unique_ptr<store::GroupCommit> group; ///< absent where each writer commits alone
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
    if (alone) return;
    if (options.group) group = std::make_unique<store::GroupCommit>(*writers, options.wait);
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

bool Database::attempted(store::Connection& connection, bool writes, Attempt const& attempt) {
    Db db(connection, writes, contents());
    bool const keep = attempt(db);
    ENSURE(connection.open_cursors() == 0, "an answer outlives its transaction");
    ENSURE(!keep || !db.violated_, "work went on after a violation: let it travel");
    return keep;
}

void Database::attempt_once(store::Connection& connection, bool writes, Attempt const& attempt) {
    try {
        if (attempted(connection, writes, attempt)) return connection.commit();
        return connection.rollback();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

void Database::transact(bool writes, Attempt const& attempt) {
    store::Inside const nested(this);
    auto& pool = writes || !state_->readers ? *state_->writers : *state_->readers;
    auto const give_up = store::SteadyClock::now() + state_->wait * 2;
    for (int tries = 1;; ++tries) {
        try {
            if (writes && state_->group)
                return state_->group->run([&](store::Connection& connection) {
                    return attempted(connection, true, attempt);
                });
            store::Pool::Lease lease(pool);
            return attempt_once(lease.begun(writes), writes, attempt);
        } catch (store::RunAgain const&) {
            if (store::SteadyClock::now() > give_up)
                throw StoreFailure(StoreFailure::Category::busy,
                                   "given up after " + std::to_string(tries) + " conflicts");
        }
        store::back_off(tries);
    }
}

} // namespace udb
