// A full disk, a database that may not be written, a lock that another process holds, PostgreSQL
// gone: each says what it is, changes nothing, and passes without anyone starting us again.
#include "store/content_files.hpp"
#include "store/tests/teams.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <filesystem>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace udb;
using namespace std::chrono_literals;
using test::add;
using Category = StoreFailure::Category;
namespace fs = std::filesystem;

namespace {

/// How it failed; nothing where it did not.
template <class F>
std::optional<Category> failure_of(F const& act) {
    try {
        act();
        return {};
    } catch (StoreFailure const& failure) {
        return failure.category();
    }
}

std::optional<Category> adding(Database& database, std::string const& title) {
    return failure_of([&] { database.write([&](Db& db) { add(db, title); }); });
}

/// Files of this process may not grow beyond `bytes`: a disk that is full, without a disk.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        auto limited = before_;
        limited.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    FileLimit(FileLimit const&) = delete;
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

/// Another process that holds the lock to write, until this goes.
class Holder {
public:
    explicit Holder(std::string const& url) {
        int ready[2];
        REQUIRE(::pipe(ready) == 0);
        REQUIRE(::pipe(end_) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            ::close(end_[1]);
            Database database(url);
            database.write([&](Db& db) {
                add(db, "held");
                char one = 0;
                if (::write(ready[1], &one, 1) != 1 || ::read(end_[0], &one, 1) < 0) ::_exit(1);
            });
            ::_exit(0);
        }
        char one = 0;
        REQUIRE(::read(ready[0], &one, 1) == 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    Holder(Holder const&) = delete;
    ~Holder() {
        ::close(end_[1]);
        ::waitpid(child_, nullptr, 0);
        ::close(end_[0]);
    }

private:
    pid_t child_ = 0;
    int end_[2] = {};
};

struct Place {
    test::TemporaryDatabase const file{Dialect::sqlite};
    fs::path const path{file.url().substr(7)};
    Database database;

    explicit Place(DatabaseOptions options = {}) : database(file.url(), options) {
        REQUIRE(migrate(database, test::migrations, Instant{}));
    }
};

} // namespace

TEST_CASE("a full disk is told as such, and writing goes on when there is room") {
    auto const pages = [](Database& database, int most) {
        database.write([&](Db& db) { db.one("pragma max_page_count = " + std::to_string(most)); });
    };
    for (bool const group : {true, false}) {
        Place place({.group = group});
        pages(place.database, 20);
        CHECK(adding(place.database, std::string(500'000, 'x')) == Category::full);
        // What is small fits still, and reading goes on.
        CHECK_FALSE(adding(place.database, "small"));
        CHECK(test::count(place.database) == 1);
        pages(place.database, 1'000'000);
        CHECK_FALSE(adding(place.database, std::string(500'000, 'x')));
        CHECK(test::count(place.database) == 2);
    }
}

TEST_CASE("where the system lets the file grow no further, nothing is half written") {
    for (bool const group : {true, false}) {
        Place place({.group = group});
        REQUIRE_FALSE(adding(place.database, "before"));
        {
            FileLimit const limit(200'000);
            CHECK(adding(place.database, std::string(500'000, 'x')) == Category::unavailable);
            CHECK_FALSE(adding(place.database, "small"));
            CHECK(test::count(place.database) == 2);
        }
        CHECK_FALSE(adding(place.database, std::string(500'000, 'x')));
        CHECK(test::count(place.database) == 3);
        CHECK(place.database.read([](Db& db) {
            return db.one("pragma integrity_check")->get<std::string>(0);
        }) == "ok");
    }
}

TEST_CASE("a file that does not fit on the disk is not kept in part") {
    Place place;
    std::string const bytes(500'000, 'x');
    auto const keep = [&] { place.database.contents()->keep(bytes); };
    {
        FileLimit const limit(100'000);
        CHECK(failure_of(keep) == Category::full);
    }
    int there = 0;
    for (auto const& one : fs::recursive_directory_iterator(place.path.string() + ".files"))
        there += one.is_regular_file() ? 1 : 0;
    CHECK(there == 0);
    CHECK_FALSE(failure_of(keep));
}

TEST_CASE("a database that may not be written says so, is read, and is written when it may be") {
    SUBCASE("SQLite") {
        Place place;
        REQUIRE_FALSE(adding(place.database, "before"));
        // What SQLite says on a file that may only be read.
        auto const failed = failure_of([&] {
            place.database.write([](Db& db) {
                db.script("pragma query_only = on");
                add(db, "refused");
            });
        });
        CHECK(failed == Category::read_only);
        CHECK(test::count(place.database) == 1);
        CHECK_FALSE(adding(place.database, "after"));
    }
    SUBCASE("PostgreSQL") {
        if (test::dialects().size() < 2) return;
        test::TemporaryDatabase const place(Dialect::postgres);
        Database database(place.url(), {.connections = 1});
        REQUIRE(migrate(database, test::migrations, Instant{}));
        auto const session = [&](std::string const& mode) {
            database.write([&](Db& db) {
                db.script("set session characteristics as transaction read " + mode);
            });
        };
        session("only");
        CHECK(adding(database, "refused") == Category::read_only);
        CHECK(test::count(database) == 0);
        session("write");
        CHECK_FALSE(adding(database, "after"));
    }
}

TEST_CASE("a file without the right to write cannot be opened, and can when it is given") {
    test::TemporaryDatabase const file(Dialect::sqlite);
    fs::path const path(file.url().substr(7));
    {
        Database database(file.url());
        REQUIRE(migrate(database, test::migrations, Instant{}));
    }
    // Root may write whatever it likes.
    bool const root = ::geteuid() == 0;
    constexpr uid_t nobody = 65534;
    REQUIRE(::chmod(path.c_str(), 0444) == 0);
    REQUIRE(::chmod(path.parent_path().c_str(), 0555) == 0);
    if (root) REQUIRE(::seteuid(nobody) == 0);
    auto const failed = failure_of([&] {
        Database database(file.url());
        database.write([](Db& db) { add(db, "refused"); });
    });
    if (root) REQUIRE(::seteuid(0) == 0);
    REQUIRE(failed);
    CHECK((failed == Category::read_only || failed == Category::unavailable));
    REQUIRE(::chmod(path.c_str(), 0644) == 0);
    REQUIRE(::chmod(path.parent_path().c_str(), 0755) == 0);
    Database database(file.url());
    CHECK_FALSE(adding(database, "after"));
}

TEST_CASE("a lock that another process holds is waited for, then told as busy, and passes") {
    for (bool const group : {true, false}) {
        Place place({.wait = 100ms, .group = group});
        {
            Holder const holder(place.file.url());
            CHECK(adding(place.database, "refused") == Category::busy);
            CHECK(test::count(place.database) == 0);
        }
        CHECK_FALSE(adding(place.database, "after"));
        CHECK(test::count(place.database) == 2);
    }
}

TEST_CASE("PostgreSQL that is restarted is told as unavailable, or is not noticed at all") {
    if (test::dialects().size() < 2) return;
    test::TemporaryDatabase const place(Dialect::postgres);
    Database database(place.url());
    REQUIRE(migrate(database, test::migrations, Instant{}));
    REQUIRE_FALSE(adding(database, "before"));
    // In the middle of a work the connection is lost: nobody knows of it but this one.
    auto const failed = failure_of([&] {
        database.write([&](Db& db) {
            add(db, "lost");
            test::crash_postgres();
            add(db, "lost too");
        });
    });
    CHECK(failed == Category::unavailable);
    // Between two works the next one opens a new connection.
    CHECK_FALSE(adding(database, "after"));
    test::crash_postgres();
    CHECK_FALSE(adding(database, "and on"));
    CHECK(test::count(database) == 3);
}

TEST_CASE("a connection that PostgreSQL has ended with a warning is opened anew, unnoticed") {
    if (test::dialects().size() < 2) return;
    test::TemporaryDatabase const place(Dialect::postgres);
    Database database(place.url(), {.connections = 1});
    auto const server =
        database.read([](Db& db) { return db.one("select pg_backend_pid()")->get<int>(0); });
    // So every session ends when one of them has crashed, or the server is stopped in haste.
    REQUIRE(::kill(server, SIGQUIT) == 0);
    auto const answers = [&] { return !failure_of([&] { Database(place.url()).ping(); }); };
    auto const until = std::chrono::steady_clock::now() + 20s;
    while (::kill(server, 0) == 0 || !answers()) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        std::this_thread::sleep_for(20ms);
    }
    CHECK_NOTHROW(database.ping());
}
