// PostgreSQL through libpq: statements prepared once per connection, serializable transactions.
#include "store/connection.hpp"

#include <array>
#include <charconv>
#include <libpq-fe.h>
#include <string>
#include <unordered_map>
#include <utility>

namespace udb::store {
namespace {

using Category = StoreFailure::Category;

using Answer = std::shared_ptr<PGresult const>;

Answer answer_of(PGresult* result) {
    return {result, [](PGresult const* gone) { PQclear(const_cast<PGresult*>(gone)); }};
}

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

[[noreturn]] void raise_constraint(std::string_view state, std::string const& what) {
    using Kind = ConstraintViolation::Kind;
    if (state == "23505") throw ConstraintViolation(Kind::unique, what);
    if (state == "23503") throw ConstraintViolation(Kind::foreign_key, what);
    if (state == "23502") throw ConstraintViolation(Kind::not_null, what);
    throw ConstraintViolation(Kind::check, what);
}

/// SQLSTATE, appendix A of the PostgreSQL manual.
[[noreturn]] void raise(std::string_view state, std::string const& what) {
    if (state == "40001" || state == "40P01") throw RunAgain();
    // P0001 is `raise exception` in a trigger, as `raise(abort)` is in SQLite.
    if (state.starts_with("23") || state == "P0001") raise_constraint(state, what);
    if (state == "22021" || state == "22P05") throw UnstorableText(what);
    if (state == "53100") throw StoreFailure(Category::full, what);
    if (state == "55P03" || state == "57014") throw StoreFailure(Category::busy, what);
    if (state == "25006") throw StoreFailure(Category::read_only, what);
    if (state == "XX001" || state == "XX002") throw StoreFailure(Category::damaged, what);
    if (state.starts_with("54")) throw StoreFailure(Category::too_large, what);
    if (state == "08P01") throw Bug(what); // Another number of parameters.
    for (auto const away : {"08", "53", "57", "58", "28", "3D"})
        if (state.starts_with(away)) throw StoreFailure(Category::unavailable, what);
    throw Bug(what);
}

template <class Number>
Number parsed(std::string_view text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The values of a line, by the type of their column (pg_type.dat: 16 bool, 17 bytea, 20 21 23 the
/// integers, 700 701 the reals); all else is text.
class Lines {
public:
    explicit Lines(Answer answer) : answer_(std::move(answer)) {}

    int size() const { return PQntuples(answer_.get()); }

    void fill(int line, Row& row) {
        auto& cells = row.cells();
        cells.clear();
        blobs_.clear();
        int const columns = PQnfields(answer_.get());
        for (int column = 0; column < columns; ++column)
            cells.push_back(cell(line, column));
    }

    /// The line with all it views kept alive.
    Row owned(int line) {
        auto kept = std::make_shared<Lines>(*this);
        Row filled;
        kept->fill(line, filled);
        auto cells = std::move(filled.cells());
        return {std::move(cells), std::move(kept)};
    }

private:
    Cell cell(int line, int column) {
        auto const* result = answer_.get();
        if (PQgetisnull(result, line, column) != 0) return std::monostate{};
        std::string_view const text(PQgetvalue(result, line, column),
                                    static_cast<std::size_t>(PQgetlength(result, line, column)));
        switch (PQftype(result, column)) {
        case 16: return std::int64_t{text == "t"};
        case 20:
        case 21:
        case 23: return parsed<std::int64_t>(text);
        case 700:
        case 701: return parsed<double>(text);
        case 17: return bytes(text);
        default: return text;
        }
    }

    std::span<std::byte const> bytes(std::string_view text) {
        std::size_t size = 0;
        auto const* in = reinterpret_cast<unsigned char const*>(text.data());
        std::unique_ptr<unsigned char, void (*)(void*)> const out(PQunescapeBytea(in, &size),
                                                                  PQfreemem);
        if (!out) throw std::bad_alloc();
        auto const* first = reinterpret_cast<std::byte const*>(out.get());
        return *blobs_.emplace_back(std::make_shared<Blob>(first, first + size));
    }

    Answer answer_;
    std::vector<std::shared_ptr<Blob>> blobs_;
};

class PostgresCursor final : public Cursor {
public:
    explicit PostgresCursor(Answer answer) : lines_(std::move(answer)) {}

    bool next(Row& row) override {
        if (line_ == lines_.size()) return false;
        lines_.fill(line_++, row);
        return true;
    }

private:
    Lines lines_;
    int line_ = 0;
};

/// Parameters as libpq takes them: text, ended by a NUL; blobs as they are.
class Written {
public:
    explicit Written(std::span<Param const> params) {
        auto const n = params.size();
        texts_.resize(n);
        values_.resize(n, nullptr);
        lengths_.resize(n, 0);
        formats_.resize(n, 0);
        for (std::size_t i = 0; i < n; ++i)
            write(i, params[i].cell());
    }
    int size() const { return static_cast<int>(values_.size()); }
    char const* const* values() const { return values_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }

private:
    void write(std::size_t i, Cell const& cell) {
        if (cell.index() == 0) return;
        auto& text = texts_[i];
        if (auto const* number = std::get_if<std::int64_t>(&cell)) {
            text = std::to_string(*number);
        } else if (auto const* real = std::get_if<double>(&cell)) {
            std::array<char, 32> digits{};
            text.assign(digits.data(),
                        std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
        } else if (auto const* view = std::get_if<std::string_view>(&cell)) {
            require_storable(*view);
            text = *view;
        } else {
            auto const bytes = std::get<std::span<std::byte const>>(cell);
            text.assign(reinterpret_cast<char const*>(bytes.data()), bytes.size());
            formats_[i] = 1;
        }
        if (text.size() > std::size_t{1} << 30U)
            throw StoreFailure(Category::too_large, "a value of more than a gigabyte");
        values_[i] = text.c_str();
        lengths_[i] = static_cast<int>(text.size());
    }

    std::vector<std::string> texts_;
    std::vector<char const*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

class PostgresConnection final : public Connection {
public:
    PostgresConnection(std::string const& url, DatabaseOptions const& options)
        : prepares_(options.prepare) {
        // What comes before `dbname` yields to what the address says.
        constexpr std::array keys = {"application_name", "connect_timeout",
                                     "tcp_user_timeout", "dbname",
                                     "client_encoding",  static_cast<char const*>(nullptr)};
        std::array const values = {"udbhabon",  "5",    "10000",
                                   url.c_str(), "UTF8", static_cast<char const*>(nullptr)};
        connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
        if (!connection_) throw std::bad_alloc();
        if (PQstatus(connection_.get()) != CONNECTION_OK)
            throw StoreFailure(Category::unavailable, PQerrorMessage(connection_.get()));
        PQsetNoticeReceiver(connection_.get(), [](void*, PGresult const*) {}, nullptr);
        auto const* encoding = PQparameterStatus(connection_.get(), "server_encoding");
        if (encoding == nullptr || std::string_view(encoding) != "UTF8")
            throw StoreFailure(Category::unavailable, "the database does not keep UTF-8");
        auto const wait = std::to_string(options.wait.count());
        // Many short statements at once: none is worth compiling or sharing among processes, and
        // `union all` is answered part by part, no further than asked.
        script("set lock_timeout = " + wait
               + "; set jit = off; set max_parallel_workers_per_gather = 0");
        if (prepares_) hold_strand();
    }

    std::unique_ptr<Cursor> query(std::string_view sql, std::span<Param const> params) override {
        return std::make_unique<PostgresCursor>(answer(sql, params));
    }
    std::optional<Row> first(std::string_view sql, std::span<Param const> params) override {
        Lines lines(answer(sql, params));
        if (lines.size() == 0) return {};
        return lines.owned(0);
    }
    std::int64_t run(std::string_view sql, std::span<Param const> params) override {
        auto const done = answer(sql, params);
        return parsed<std::int64_t>(PQcmdTuples(const_cast<PGresult*>(done.get())));
    }
    void script(std::string const& sql) override {
        checked(PQexec(connection_.get(), sql.c_str()), sql);
    }

    void begin(bool writes) override {
        writes_ = writes;
        if (std::exchange(forget_, false)) {
            script("deallocate all");
            prepared_.clear();
        }
        script(writes ? "begin isolation level serializable"
                      : "begin isolation level repeatable read read only");
        begin_strand(prepares_);
    }
    void commit() override {
        script("commit");
        end_strand();
    }
    void rollback() noexcept override {
        if (PQstatus(connection_.get()) != CONNECTION_OK) return;
        answer_of(PQexec(connection_.get(), "rollback"));
    }

    bool in_transaction() const override {
        return PQtransactionStatus(connection_.get()) == PQTRANS_INTRANS;
    }

    Dialect dialect() const override { return Dialect::postgres; }
    bool usable() const override {
        return !lost_ && PQstatus(connection_.get()) == CONNECTION_OK
               && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
    }
    int open_cursors() const override { return 0; } // An answer is whole, and its own.

private:
    /// The lowest number that no other session holds; the server frees it when this one ends. It is
    /// held before any snapshot is taken, so what its holder before wrote is seen.
    void hold_strand() {
        auto const row = first("select n from generate_series(1, 10000) as n "
                               "where pg_try_advisory_lock(1969382772, n) limit 1",
                               {});
        ENSURE(row.has_value(), "more sessions than strands");
        take_strand(row->get<std::int64_t>(0));
    }

    Answer answer(std::string_view sql, std::span<Param const> params) {
        Written const written(params);
        if (!prepares_)
            return checked(PQexecParams(connection_.get(), numbered(sql).c_str(), written.size(),
                                        nullptr, written.values(), written.lengths(),
                                        written.formats(), 0),
                           sql);
        return checked(PQexecPrepared(connection_.get(), prepared(sql).c_str(), written.size(),
                                      written.values(), written.lengths(), written.formats(), 0),
                       sql);
    }

    std::string const& prepared(std::string_view sql) {
        auto& name = prepared_[std::string(sql)];
        if (!name.empty()) return name;
        auto const fresh = "s" + std::to_string(++named_);
        checked(PQprepare(connection_.get(), fresh.c_str(), numbered(sql).c_str(), 0, nullptr),
                sql);
        forget_ = prepared_.size() > cached_max;
        return name = fresh;
    }

    Answer checked(PGresult* result, std::string_view doing) {
        auto answer = answer_of(result);
        auto const status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return answer;
        std::string what = PQerrorMessage(connection_.get());
        auto const* field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        // An answer without a code is not the server's: the connection is gone, even where libpq
        // has met only a warning of that and believes in it still.
        lost_ = PQstatus(connection_.get()) != CONNECTION_OK
                || (result != nullptr && status == PGRES_FATAL_ERROR && field == nullptr);
        if (lost_) throw StoreFailure(Category::unavailable, what);
        std::string_view const state = field == nullptr ? "" : field;
        if (!doing.empty()) (what += " in: ") += doing.substr(0, 500);
        // A plan made before a migration, or by a connection that a pooler has changed since.
        if (state == "26000" || what.find("cached plan must not") != std::string::npos) {
            forget_ = true;
            throw RunAgain();
        }
        ENSURE(state != "25006" || writes_, "a change inside read: " + std::string(doing));
        raise(state, what);
    }

    static constexpr std::size_t cached_max = 500;

    bool prepares_;
    bool writes_ = true;
    bool forget_ = false;
    bool lost_ = false;
    int named_ = 0;
    std::unique_ptr<PGconn, CloseConnection> connection_;
    std::unordered_map<std::string, std::string> prepared_;
};

} // namespace

std::unique_ptr<Connection> open_postgres(std::string const& url, DatabaseOptions const& options) {
    return std::make_unique<PostgresConnection>(url, options);
}

std::string postgres_name(std::string const& url) {
    char* why = nullptr;
    std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> const options(
        PQconninfoParse(url.c_str(), &why), PQconninfoFree);
    std::unique_ptr<char, void (*)(void*)> const freed(why, PQfreemem);
    if (!options)
        throw StoreFailure(Category::unavailable, "not the address of a PostgreSQL database");
    std::string host, port, name;
    for (auto const* option = options.get(); option->keyword != nullptr; ++option) {
        std::string_view const key = option->keyword;
        if (option->val == nullptr) continue;
        if (key == "host") host = option->val;
        if (key == "port") port = ":" + std::string(option->val);
        if (key == "dbname") name = option->val;
    }
    return "postgresql://" + host + port + "/" + name;
}

} // namespace udb::store
