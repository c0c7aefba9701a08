// The address on the office's own site, looked at day by day: alive, gone, there again.
#include "modules/reports/report_store.hpp"
#include "modules/reports/site_check_actions.hpp"
#include "modules/reports/tests/desk.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <mutex>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace udb;
using namespace udb::reports;
using namespace udb::reports::test;
using std::chrono::days;
using std::chrono::hours;
using udb::test::says;

namespace {

/// The office's own site: says the same to everybody, until it is told to say something else.
class OwnSite {
public:
    OwnSite() {
        listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(listening_, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0);
        REQUIRE(::listen(listening_, 8) == 0);
        socklen_t size = sizeof at;
        REQUIRE(::getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size) == 0);
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] {
            for (;;) {
                int const client = ::accept(listening_, nullptr, nullptr);
                if (client < 0) return;
                char asked[4096];
                [[maybe_unused]] auto const read = ::recv(client, asked, sizeof asked, 0);
                auto const answer = said();
                ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
                ::close(client);
            }
        });
    }
    OwnSite(OwnSite const&) = delete;
    ~OwnSite() {
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
    }

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/report"; }
    /// A page; empty: it hangs up.
    void say(std::string const& page) {
        std::scoped_lock const lock(mutex_);
        said_ = page.empty() ? page
                             : "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(page.size())
                                   + "\r\n\r\n" + page;
    }

private:
    std::string said() {
        std::scoped_lock const lock(mutex_);
        return said_;
    }

    int listening_ = -1;
    int port_ = 0;
    std::mutex mutex_ = {};
    std::string said_ = {};
    std::thread thread_;
};

struct LocalSites {
    LocalSites() { configure({.local_sites = true}); }
    ~LocalSites() { configure({}); }
};

int looked(Desk const& desk, Instant now) {
    Catalogue words;
    words.add(accounts::manifest.files());
    StoppedClock const clock{now};
    return look_at_sites(desk.database, words, clock, {});
}

std::vector<SiteCheck> checks(Desk const& desk) {
    return desk.database.read([&](Db& db) { return checks_of(db, desk.id, 40); });
}
std::ptrdiff_t times(Desk const& desk, std::string_view event) {
    return desk.database.read([&](Db& db) {
        auto const events = events_of(db, as_record(desk.id));
        return std::ranges::count(events, event, &Event::kind);
    });
}
bool told_of_loss(Desk const& desk, Actor const& actor) {
    return desk.database.read([&](Db& db) {
        return std::ranges::any_of(manifest.concerns(db, actor, today), [](Concern const& c) {
            return c.what.key == "reports.site_lost";
        });
    });
}

} // namespace

TEST_CASE("the address on the own site is looked at once a day, and what changed is said") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        LocalSites const local;
        OwnSite site;
        site.say("<title>বার্ষিক প্রতিবেদন</title>");
        Desk const desk{database};
        desk.frozen();
        CHECK(looked(desk, Instant{today}) == 0);
        REQUIRE(desk.now(secretary, publish));
        CHECK(looked(desk, Instant{today}) == 0); // no address yet
        auto const first = check_site(site.address(), Instant{today});
        REQUIRE(first);
        REQUIRE(desk.now(secretary, keep_check, *first));
        auto const version = desk.report().header.version;
        CHECK(looked(desk, Instant{today} + hours{1}) == 0);

        // Alive as before: one row, which tells since when; nobody's open form is overtaken by it.
        CHECK(looked(desk, Instant{today + days{1}}) == 1);
        CHECK(looked(desk, Instant{today + days{1}}) == 0);
        REQUIRE(checks(desk).size() == 1);
        CHECK(checks(desk)[0].at == Instant{today + days{1}});
        CHECK(checks(desk)[0].since == Instant{today});
        CHECK(checks(desk)[0].hash_since == Instant{today});
        CHECK(desk.report().header.version == version);
        site.say("<title>বার্ষিক প্রতিবেদন</title> নতুন");
        CHECK(looked(desk, Instant{today + days{2}}) == 1);
        REQUIRE(checks(desk).size() == 1);
        CHECK(checks(desk)[0].hash_since == Instant{today + days{2}});
        CHECK(times(desk, "report.site_found") == 1);

        // Gone: told in the history at once, to whoever sends reports when it stays so.
        site.say("");
        CHECK(looked(desk, Instant{today + days{3}}) == 1);
        CHECK(times(desk, "report.site_missed") == 1);
        CHECK_FALSE(told_of_loss(desk, secretary));
        CHECK(looked(desk, Instant{today + days{4}}) == 1);
        CHECK(times(desk, "report.site_missed") == 1);
        CHECK(told_of_loss(desk, secretary));
        CHECK_FALSE(told_of_loss(desk, stranger));
        udb::test::Site const pages{database, modules, secretary, Instant{today + days{4}}};
        auto const page = pages.get("/reports/" + to_string(desk.id));
        CHECK(says(page, "২৩ জুলাই ২০২৬ থেকে সাড়া নেই"));
        CHECK(says(page, "সর্বশেষ সচল পাওয়া গেছে ২২ জুলাই ২০২৬ তারিখে"));
        CHECK(says(page, "“বার্ষিক প্রতিবেদন”"));
        CHECK(says(page, checks(desk)[1].sha256));

        site.say("<title>বার্ষিক প্রতিবেদন</title>");
        CHECK(looked(desk, Instant{today + days{5}}) == 1);
        CHECK(times(desk, "report.site_found") == 2);
        CHECK_FALSE(told_of_loss(desk, secretary));
    });
}

TEST_CASE("an address that was never alive is not lost; another that is typed takes its place") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        LocalSites const local;
        OwnSite site;
        site.say("<title>ক</title>");
        Desk const desk{database};
        desk.frozen();
        REQUIRE(desk.now(secretary, publish));
        // Somebody mistyped it: never alive, so nothing was lost.
        REQUIRE(desk.now(secretary, keep_check,
                         SiteCheck{.address = "http://127.0.0.1:9/none",
                                   .at = Instant{today},
                                   .why = "refused"}));
        CHECK(looked(desk, Instant{today + days{1}}) == 1);
        CHECK(looked(desk, Instant{today + days{2}}) == 1);
        CHECK_FALSE(told_of_loss(desk, secretary));
        // Asked for by hand it is looked at from then on.
        auto const right = check_site(site.address(), Instant{today + days{2}});
        REQUIRE(right);
        REQUIRE(desk.now(secretary, keep_check, *right));
        CHECK(looked(desk, Instant{today + days{2}}) == 0);
        CHECK(looked(desk, Instant{today + days{3}}) == 1);
        CHECK(checks(desk)[0].address == site.address());
        CHECK(checks(desk)[0].alive());
    });
}
