// Writers who share a transaction: one sync for many, and nobody pays for another's failure.
#include "store/tests/teams.hpp"

#include <atomic>
#include <deque>
#include <doctest/doctest.h>
#include <latch>
#include <thread>

using namespace udb;
using test::add;

namespace {

/// Several works that surely share one transaction: the first of them waits, inside, until the
/// others have had time to queue.
class Together {
public:
    explicit Together(Database& database) : database_(&database) {
        leader_ = std::thread([this] {
            database_->write([this](Db& db) {
                if (!begun_.exchange(true)) inside_.count_down();
                while (!go_)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                add(db, "the first");
            });
        });
        inside_.wait();
    }
    Together(Together const&) = delete;

    /// `work(Db&)` by a thread of its own; what it threw or answered is told by `outcome`.
    void with(std::function<Done(Db&)> work) {
        auto const place = outcomes_.size();
        outcomes_.emplace_back();
        auto& outcome = outcomes_[place];
        others_.emplace_back([this, &outcome, work = std::move(work)] {
            auto const own = std::this_thread::get_id();
            try {
                auto const done = database_->write([&](Db& db) {
                    if (std::this_thread::get_id() != own) ++shared_;
                    return work(db);
                });
                outcome = done ? "kept" : done.error().message.key;
            } catch (ConstraintViolation const&) {
                outcome = "violation";
            } catch (StoreFailure const& failure) {
                outcome = failure.category() == StoreFailure::Category::full ? "full" : "failure";
            } catch (std::exception const& thrown) {
                outcome = thrown.what();
            }
        });
    }
    std::vector<std::string> outcomes() {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        go_ = true;
        leader_.join();
        for (auto& other : others_)
            other.join();
        return {outcomes_.begin(), outcomes_.end()};
    }
    /// How often a work ran on another writer's thread.
    int shared() const { return shared_; }

private:
    Database* database_;
    std::latch inside_{1};
    std::atomic<bool> begun_ = false, go_ = false;
    std::atomic<int> shared_ = 0;
    std::thread leader_;
    std::deque<std::string> outcomes_;
    std::vector<std::thread> others_;
};

/// A file of its own: in memory there is one connection, and nothing to share.
void on_file(std::function<void(Database&)> const& test, DatabaseOptions options = {}) {
    test::TemporaryDatabase const place(Dialect::sqlite);
    Database database(place.url(), options);
    REQUIRE(migrate(database, test::migrations, Instant{}));
    test(database);
}

Done kept(Db& db, std::string const& title) {
    add(db, title);
    return {};
}

} // namespace

TEST_CASE("each of those who share a transaction is answered for its own work") {
    on_file([](Database& database) {
        database.write([](Db& db) { add(db, "taken"); });
        Together together(database);
        together.with([](Db& db) { return kept(db, "a"); });
        together.with([](Db& db) -> Done {
            add(db, "refused");
            return refused({"a.rule"});
        });
        together.with([](Db& db) -> Done {
            add(db, "thrown");
            throw std::runtime_error("thrown");
        });
        together.with([](Db& db) { return kept(db, "taken"); });
        together.with([](Db& db) -> Done {
            add(db, "violating");
            db.run("insert into teams (title) values (null)");
            return {};
        });
        together.with([](Db& db) { return kept(db, "b"); });
        CHECK(together.outcomes()
              == std::vector<std::string>{"kept", "a.rule", "thrown", "error.conflict", "violation",
                                          "kept"});
        CHECK(together.shared() > 0);
        database.read([](Db& db) {
            std::string titles;
            for (auto const& row : db.all("select title from teams order by title"))
                titles += row.get<std::string>(0) + ",";
            CHECK(titles == "a,b,taken,the first,");
        });
    });
}

TEST_CASE("where the shared commit fails, only whose fault it is hears of it") {
    EmbeddedFile const files[] = {
        test::teams_files[0],
        {"migrations/20260102_seats.sql",
         "create table seats (id integer primary key, team integer references teams (id) "
         "deferrable initially deferred) strict;"}};
    Migrations const with_seats[] = {{"teams", files}};
    test::TemporaryDatabase const place(Dialect::sqlite);
    Database database(place.url());
    REQUIRE(migrate(database, with_seats, Instant{}));
    Together together(database);
    together.with([](Db& db) { return kept(db, "a"); });
    together.with([](Db& db) -> Done {
        // Found only by the commit: no such team.
        db.run("insert into seats (team) values (99)");
        return {};
    });
    together.with([](Db& db) { return kept(db, "b"); });
    CHECK(together.outcomes() == std::vector<std::string>{"kept", "violation", "kept"});
    CHECK(test::count(database) == 3);
}

TEST_CASE("a full disk for one is no full disk for those beside it") {
    on_file([](Database& database) {
        auto const pages = [&](int most) {
            return database.write([&](Db& db) {
                return db.one("pragma max_page_count = " + std::to_string(most))->get<int>(0);
            });
        };
        auto const now =
            database.read([](Db& db) { return db.one("pragma page_count")->get<int>(0); });
        pages(now + 20);
        Together together(database);
        together.with([](Db& db) { return kept(db, "a"); });
        together.with([](Db& db) { return kept(db, std::string(500'000, 'x')); });
        together.with([](Db& db) { return kept(db, "b"); });
        CHECK(together.outcomes() == std::vector<std::string>{"kept", "full", "kept"});
        CHECK(test::count(database) == 3);
        // There is room again, and no one had to restart anything.
        pages(1'000'000);
        CHECK(database.write([](Db& db) { return kept(db, std::string(500'000, 'x')); }));
    });
}

TEST_CASE("whoever is answered can be read by everyone, whoever else is writing") {
    for (bool const group : {true, false}) {
        test::TemporaryDatabase const place(Dialect::sqlite);
        Database database(place.url(), {.group = group});
        Database beside(place.url());
        REQUIRE(migrate(database, test::migrations, Instant{}));
        std::atomic<int> unseen = 0;
        std::vector<std::thread> all;
        for (int t = 0; t < 8; ++t)
            all.emplace_back([&, t] {
                for (int i = 0; i < 20; ++i) {
                    auto const title = std::to_string(t) + "/" + std::to_string(i);
                    bool const refuse = i % 3 == 2;
                    auto const done = database.write([&](Db& db) -> Done {
                        add(db, title);
                        if (refuse) return conflict();
                        return {};
                    });
                    auto const seen = beside.read([&](Db& db) {
                        return db.one("select 1 from teams where title = ?", title).has_value();
                    });
                    if (static_cast<bool>(done) == refuse || seen == refuse) ++unseen;
                }
            });
        for (auto& one : all)
            one.join();
        CHECK(unseen == 0);
        CHECK(test::count(database) == 8 * 14);
    }
}

TEST_CASE("who gets no turn to write in time is told that it is busy, and has changed nothing") {
    on_file(
        [](Database& database) {
            std::latch inside(1), over(1);
            std::thread slow([&] {
                database.write([&](Db& db) {
                    inside.count_down();
                    over.wait();
                    add(db, "slow");
                });
            });
            inside.wait();
            CHECK_THROWS_AS(database.write([](Db& db) { add(db, "hasty"); }), StoreFailure);
            over.count_down();
            slow.join();
            CHECK(test::count(database) == 1);
            database.write([](Db& db) { add(db, "later"); });
            CHECK(test::count(database) == 2);
        },
        {.wait = std::chrono::milliseconds(50)});
}
