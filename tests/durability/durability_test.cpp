// What was acknowledged outlives the process, and the journal with it: writers killed at random
// moments, and PostgreSQL killed under them.
#include "host/application.hpp"
#include "host/journal.hpp"
#include "support/databases.hpp"

#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <random>
#include <set>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace udb;
using namespace std::chrono_literals;

namespace {

constexpr int kills = 50;

/// The writer in a process of its own, and all that it acknowledged.
class Writer {
public:
    explicit Writer(std::string const& url) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(UDB_WRITER, UDB_WRITER, url.c_str(), "4", static_cast<char*>(nullptr));
            ::_exit(127);
        }
        ::close(ends[1]);
        from_ = ends[0];
        reader_ = std::thread([this] { read_all(); });
    }
    Writer(Writer const&) = delete;
    ~Writer() {
        if (child_ > 0) killed();
    }

    /// Waits until `count` writes more have been acknowledged; false after 20 seconds.
    bool acknowledges(int count) const {
        auto const until = lines_ + count;
        for (auto const end = std::chrono::steady_clock::now() + 20s; lines_ < until;) {
            if (std::chrono::steady_clock::now() > end) return false;
            std::this_thread::sleep_for(1ms);
        }
        return true;
    }
    std::string killed() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        child_ = 0;
        reader_.join();
        ::close(from_);
        return said_;
    }

private:
    void read_all() {
        char some[4096];
        for (ssize_t got = 0; (got = ::read(from_, some, sizeof some)) > 0;)
            for (ssize_t i = 0; i < got; ++i) {
                said_ += some[i];
                if (some[i] == '\n') ++lines_;
            }
    }

    pid_t child_ = 0;
    int from_ = -1;
    std::atomic<int> lines_ = 0;
    std::string said_;
    std::thread reader_;
};

std::set<std::int64_t> ids_in(std::string const& said) {
    std::set<std::int64_t> ids;
    for (std::size_t at = 0, end = 0; (end = said.find('\n', at)) != std::string::npos;
         at = end + 1)
        ids.insert(std::stoll(said.substr(at, end - at)));
    return ids;
}

/// Every acknowledged record is there with its event, none is there without, all is in order.
void holds(Database& database, std::set<std::int64_t> const& acknowledged) {
    database.read([&](Db& db) {
        std::set<std::int64_t> there;
        for (auto const& row : db.all("select id from records"))
            there.insert(row.get<std::int64_t>(0));
        std::int64_t lost = 0;
        for (auto const id : acknowledged)
            lost += there.contains(id) ? 0 : 1;
        CHECK(lost == 0);
        CHECK(db.one("select count(*) from records where not exists (select 1 from events where "
                     "events.record_id = records.id)")
                  ->get<int>(0)
              == 0);
        auto const verified = journal::verify(db);
        CHECK(verified.problem_count == 0);
        CHECK(verified.entries == static_cast<std::int64_t>(there.size()));
        if (db.dialect() == Dialect::sqlite)
            CHECK(db.one("pragma integrity_check")->get<std::string>(0) == "ok");
    });
}

void kill_writers(Dialect dialect) {
    test::TemporaryDatabase const place(dialect);
    REQUIRE(migrate(*std::make_unique<Database>(place.url()), migrations_of({}), Instant{}));
    std::random_device seed;
    auto const chosen = seed();
    CAPTURE(chosen);
    std::minstd_rand random(chosen);
    std::set<std::int64_t> acknowledged;
    for (int round = 0; round < kills; ++round) {
        Writer writer(place.url());
        REQUIRE(writer.acknowledges(static_cast<int>(random() % 20)));
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
        acknowledged.merge(ids_in(writer.killed()));
        // Now and then, for reading all of it takes a while; and at the end.
        if (round % 10 != 9) continue;
        Database database(place.url());
        holds(database, acknowledged);
    }
    CHECK(acknowledged.size() > kills);
    MESSAGE(acknowledged.size(), " acknowledged writes over ", kills, " kills, all there");
}

} // namespace

TEST_CASE("a killed process loses nothing that it acknowledged, on SQLite") {
    kill_writers(Dialect::sqlite);
}

TEST_CASE("a killed process loses nothing that it acknowledged, on PostgreSQL") {
    if (test::dialects().size() == 2) kill_writers(Dialect::postgres);
}

TEST_CASE("PostgreSQL killed under load loses nothing acknowledged, and writers go on after it") {
    if (test::dialects().size() < 2) return;
    test::TemporaryDatabase const place(Dialect::postgres);
    Database database(place.url());
    REQUIRE(migrate(database, migrations_of({}), Instant{}));
    Writer writer(place.url());
    REQUIRE(writer.acknowledges(20));
    for (int crash = 0; crash < 3; ++crash) {
        test::crash_postgres();
        // The same process, and our own open connections, without anyone restarting them.
        CHECK(writer.acknowledges(20));
        CHECK_NOTHROW(database.ping());
    }
    auto const acknowledged = ids_in(writer.killed());
    holds(database, acknowledged);
    MESSAGE(acknowledged.size(), " acknowledged writes over 3 crashes, all there");
}
