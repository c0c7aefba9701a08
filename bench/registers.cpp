// A register with many records, asked over HTTP by 32 connections of a signed-in officer: its list,
// search, filter, one record, and entering. Beside the bare server in the same run, and with 1,000
// records, to show how the cost grows.
// `bench_registers [--postgres] [--at URL] [--records N] [--seconds S] [--only WHAT]`; without an
// URL of an empty database PostgreSQL is a server of its own that syncs nothing.
#include "app/modules.hpp"
#include "base/embedded.hpp"
#include "host/application.hpp"
#include "host/search_terms.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/libraries/library.hpp"
#include "platform/clock.hpp"
#include "platform/log.hpp"
#include "registers/pages/pages.hpp"
#include "registers/records/rows.hpp"
#include "support/databases.hpp"
#include "web/http/csrf.hpp"
#include "web/http/decode.hpp"
#include "web/http/server.hpp"
#include "web/http/session.hpp"
#include "wrk.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <random>

namespace udb::libraries {
extern Module const manifest;
}

using namespace udb;
using namespace udb::bench;

namespace {

struct Options {
    Dialect dialect = Dialect::sqlite;
    std::string url = {};
    int records = 100'000;
    int seconds = 4;
    std::string only =
        {}; ///< what is measured, by its name; empty: all, and with 1,000 records too
};

constexpr EmbeddedFile assets_of_the_frame[] = {
    {"app.css", ""}, {"app.js", ""}, {"htmx.js", ""}, {"favicon.svg", ""}, {"mark.svg", ""}};

std::vector<Module const*> all_modules() {
    std::vector<Module const*> all(app::modules().begin(), app::modules().end());
    all.push_back(&libraries::manifest);
    return all;
}

long resident_megabytes() {
    std::ifstream statm("/proc/self/statm");
    long size = 0, resident = 0;
    statm >> size >> resident;
    return resident * 4096 / (1 << 20);
}

/// The demo's story, and as many libraries of its ministry.
class Office {
public:
    Office(Options const& options, int records)
        : database_(options.url.empty() ? place_.emplace(options.dialect).url() : options.url),
          modules_(all_modules()), assets_(assets_of_the_frame) {
        auto const migrated = migrate(database_, migrations_of(modules_), clock_.now());
        if (!migrated) throw std::runtime_error(migrated.error().message.key);
        if (!database_.read([](Db& db) { return db.one("select 1 from records limit 1"); })) {
            tell_demo();
            auto const begun = std::chrono::steady_clock::now();
            fill(std::min(records, entered_most));
            multiply(records / entered_most);
            std::printf(
                "filled in %.0f s\n",
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        }
        ministry_ = ministry().first;
        application_ =
            std::make_unique<Application>(ApplicationParts{.database = database_,
                                                           .clock = clock_,
                                                           .modules = modules_,
                                                           .assets = assets_,
                                                           .identify = accounts::identify,
                                                           .roll = accounts::roll,
                                                           .register_pages = register_pages(),
                                                           .csrf_key = key_,
                                                           .version = "bench"});
        web::Router router;
        application_->mount(router);
        router.get("/hello", [](web::Request const&) { return web::Response::text("hello\n"); });
        application_->mount(router_);
        sign_in();
        web::ServerOptions serving;
        serving.workers = 16; // as `udbhabon serve` has it
        serving.clock = [this] { return clock_.now(); };
        server_ = std::make_unique<web::Server>(std::move(router), std::move(serving));
        server_->start();
    }
    ~Office() {
        server_->stop();
        server_->wait();
    }

    Measured get(std::string const& path, int seconds) const {
        return wrk(address() + path,
                   "wrk.headers['Cookie'] = 'session=" + session_ + "; language=bn'", seconds);
    }
    /// Each request another library.
    Measured enter_each(int seconds) const {
        auto const body = "csrf=" + web::csrf_token(key_, session_)
                          + "&office=" + to_string(ministry_)
                          + "&kind=general&books=10&on_loan=0&name_bn=Library%20";
        return wrk(address() + "/libraries/new",
                   "wrk.headers['Cookie'] = 'session=" + session_
                       + "'\nwrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'\n"
                         "local n = 0\nrequest = function()\n n = n + 1\n"
                         " return wrk.format('POST', nil, nil, '"
                       + body + "' .. n)\nend\n",
                   seconds);
    }
    /// Processor time of one request for that page, in microseconds, by one thread and without a
    /// connection.
    double alone(std::string const& target) const {
        web::Request request;
        request.method = web::Method::get;
        request.target = target;
        auto read = *web::parse_target(target);
        request.path = std::move(read.path);
        request.query = std::move(read.query);
        request.peer = "127.0.0.1";
        request.received = clock_.now();
        request.cookies.add("session", session_);
        request.cookies.add("language", "bn");
        auto const match = router_.match(request.method, request.path);
        request.params = match.params;
        constexpr int times = 1000;
        auto const before = cpu_seconds();
        for (int i = 0; i < times; ++i)
            if (match.route->handler(request).status != 200)
                throw std::runtime_error("not answered: " + target);
        return (cpu_seconds() - before) / times * 1e6;
    }
    Dialect dialect() const { return database_.dialect(); }
    std::int64_t count() {
        return database_.read([](Db& db) { return count_records(db, "library"); });
    }
    Id<Record> middle() {
        return database_.read([](Db& db) {
            return db.one("select id from libraries order by id limit 1 offset 500")
                ->get<Id<Record>>(0);
        });
    }

private:
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }

    void tell_demo() {
        Actor const nobody{.account = {},
                           .officer = {},
                           .office = {},
                           .name = {"প্রদর্শনী", "Demo"},
                           .assignments = {}};
        auto const told = database_.write([&](Db& db) -> Done {
            Work work{
                .db = db, .actor = nobody, .today = day_of(clock_.now()), .now = clock_.now()};
            for (auto const* module : modules_)
                if (module->demo) TRY(module->demo(work));
            return {};
        });
        if (!told) throw std::runtime_error(told.error().message.key);
    }

    std::pair<Id<Record>, std::string> ministry() {
        return database_.read([](Db& db) {
            auto const row = db.one("select id, office_path from records where kind = 'office' "
                                    "and title_bn = 'শ্রম ও কর্মসংস্থান মন্ত্রণালয়'");
            return std::pair{row->get<Id<Record>>(0), row->get<std::string>(1)};
        });
    }

    void fill(int records) {
        auto const found = ministry();
        Actor const head{.account = {1},
                         .officer = {},
                         .office = {},
                         .name = {"করণিক", "Clerk"},
                         .assignments = {{Role::head_of_office, found.second}}};
        std::mt19937 chance{7};
        constexpr std::array places{"সাভার", "শ্রীপুর", "কালীগঞ্জ", "টঙ্গী", "ধামরাই", "কাপাসিয়া"};
        for (int i = 0; i < records;)
            database_.write([&](Db& db) {
                Work work{
                    .db = db, .actor = head, .today = day_of(clock_.now()), .now = clock_.now()};
                for (int end = std::min(i + 1000, records); i < end; ++i) {
                    Library const library{.office = {found.first.value},
                                          .name_bn = std::string(places[chance() % places.size()])
                                                     + " গ্রন্থাগার "
                                                     + std::to_string(chance() % 5000),
                                          .kind = i % 997 == 0 ? LibraryKind::children
                                                  : i % 3 == 0 ? LibraryKind::digital
                                                               : LibraryKind::general,
                                          .books = static_cast<std::int64_t>(chance() % 10'000)};
                    if (!enter(work, libraries::library_register, library))
                        throw std::runtime_error("a library was refused");
                }
                return 0;
            });
    }

    /// So many libraries more as were entered, by the database itself and without events.
    void multiply(int times) {
        std::vector<std::string> indexes;
        bool const postgres = database_.dialect() == Dialect::postgres;
        if (postgres && times > 1)
            database_.write([&](Db& db) {
                for (auto const& row :
                     db.all("select indexdef, indexname from pg_indexes where "
                            "tablename = 'derived_search' and indexdef like '%gin%'"))
                    indexes.insert(indexes.end(),
                                   {row.get<std::string>(0), row.get<std::string>(1)});
                for (std::size_t i = 0; i < indexes.size(); i += 2)
                    db.script("drop index " + indexes[i + 1]);
            });
        for (int i = 1; i < times; ++i)
            database_.write([&](Db& db) { double_entered(db); });
        database_.write([&](Db& db) {
            for (std::size_t i = 0; i < indexes.size(); i += 2)
                db.script(indexes[i]);
            db.script("analyze");
        });
    }
    static void double_entered(Db& db) {
        auto const row = db.one("select min(id), max(id), (select max(id) from records) from "
                                "(select id from libraries order by id limit ?) as entered",
                                entered_most);
        auto const first = row->get<std::int64_t>(0), last = row->get<std::int64_t>(1);
        auto const shift = row->get<std::int64_t>(2) + 1 - first;
        db.run(
            "insert into records (id, kind, office_path, number, title_bn, title_en, sort_key, "
            "search_key, stage, owner_id, created_at, updated_at) select id + cast(? as bigint), "
            "kind, office_path, number, title_bn, title_en, sort_key, search_key, stage, "
            "owner_id, created_at, updated_at from records where kind = 'library' and "
            "id between ? and ?",
            shift, first, last);
        db.run("insert into libraries (id, office, name_bn, name_en, kind, books, on_loan, "
               "opened_on, has_internet, about) select id + cast(? as bigint), office, name_bn, "
               "name_en, kind, books, on_loan, opened_on, has_internet, about from libraries "
               "where id between ? and ?",
               shift, first, last);
        bool const sqlite = db.dialect() == Dialect::sqlite;
        auto const marks = std::string(search_terms::marks_sql(db.dialect()));
        db.run("insert into derived_search (rowid, head, body, marks) select r.id, d.head, d.body, "
                   + (sqlite ? marks : "cast(" + marks + " as tsvector)")
                   + " from records r, derived_search d where r.kind = 'library' and "
                     "d.rowid = r.id - cast(? as bigint) and d.rowid between ? and ?",
               shift, first, last);
        db.run("update record_counts set total = total + cast(? as bigint) where kind = 'library' "
               "and strand = (select min(strand) from record_counts where kind = 'library')",
               last - first + 1);
        if (!sqlite)
            db.one("select setval(pg_get_serial_sequence('records', 'id'), max(id)) from records");
    }

    void sign_in() {
        web::Request request;
        request.method = web::Method::post;
        request.path = request.target = "/sign-in";
        request.peer = "127.0.0.1";
        request.received = clock_.now();
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.headers.set("Sec-Fetch-Site", "same-origin");
        request.body = "username=secretary&password=udbhabon-demo";
        auto const match = router_.match(request.method, request.path);
        auto const response = match.route->handler(request);
        for (auto const& field : response.headers.items())
            if (field.name == "Set-Cookie" && field.value.starts_with("session="))
                session_ = field.value.substr(8, field.value.find(';') - 8);
        if (session_.empty()) throw std::runtime_error("sign-in failed");
    }

    static constexpr int entered_most = 20'000;

    std::optional<test::TemporaryDatabase> place_;
    Database database_;
    std::vector<Module const*> modules_;
    web::Assets assets_;
    SystemClock clock_;
    web::CsrfKey key_ = web::random_csrf_key();
    std::unique_ptr<Application> application_;
    std::unique_ptr<web::Server> server_;
    web::Router router_; ///< of requests without a connection
    std::string session_;
    Id<Record> ministry_ = {};
};

void line(char const* what, Measured const& m, Measured const& hello, double alone = 0) {
    std::printf("%-28s %9.0f %9.2f %12.0f %9.2f %9.0f  %s\n", what, m.per_second, m.p99_ms,
                m.per_cpu_second, m.per_cpu_second / hello.per_cpu_second, alone, m.wrong.c_str());
    std::fflush(stdout);
}

void measure(Options const& options, int records) {
    Office office(options, records);
    std::printf("\n%s, %d records\n%-28s %9s %9s %12s %9s %9s\n",
                office.dialect() == Dialect::sqlite ? "SQLite" : "PostgreSQL", records, "", "req/s",
                "p99 ms", "req/CPU s", "of hello", "alone us");
    office.get("/libraries", 1); // warm
    auto const hello = office.get("/hello", options.seconds);
    line("hello", hello, hello);
    auto const id = to_string(office.middle());
    std::pair<char const*, std::string> const pages[] = {
        {"list", "/libraries"},
        {"list, the page behind", "/libraries?after=" + id},
        {"list, by books", "/libraries?sort=-books"},
        {"filter, a third", "/libraries?kind=digital"},
        {"filter, a thousandth", "/libraries?kind=children"},
        {"search, few", "/libraries?q=4711"},
        {"search, a sixth", "/libraries?q=%E0%A6%B8%E0%A6%BE%E0%A6%AD%E0%A6%BE%E0%A6%B0"},
        {"show", "/libraries/" + id},
    };
    for (auto const& [what, path] : pages)
        if (options.only.empty() || options.only == what)
            line(what, office.get(path, options.seconds), hello, office.alone(path));
    if (!options.only.empty() && options.only != "enter") return;
    auto const before = office.count();
    auto const entering = office.enter_each(options.seconds);
    line("enter, synced", entering, hello);
    std::printf("entered %lld; resident %ld MB\n", static_cast<long long>(office.count() - before),
                resident_megabytes());
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        std::string_view const word = argv[i];
        if (word == "--postgres")
            options.dialect = Dialect::postgres;
        else if (word == "--at" && i + 1 < argc)
            options.url = argv[++i];
        else if (word == "--records" && i + 1 < argc)
            options.records = std::atoi(argv[++i]);
        else if (word == "--seconds" && i + 1 < argc)
            options.seconds = std::atoi(argv[++i]);
        else if (word == "--only" && i + 1 < argc)
            options.only = argv[++i];
        else
            return std::cerr
                       << "bench_registers [--postgres] [--at URL] [--records N] [--seconds S] [--only WHAT]\n",
                   2;
    }
    log::open(log::Level::error);
    if (options.only.empty() && options.url.empty()) measure(options, 1000);
    measure(options, options.records);
}
