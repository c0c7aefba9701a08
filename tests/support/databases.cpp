// See databases.hpp. The cluster listens on a socket in its own folder only, and dies with the test
// program, however that ends (PR_SET_PDEATHSIG).
#include "databases.hpp"

#include "base/ensure.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <pwd.h>
#include <signal.h>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace udb::test {
namespace {

namespace fs = std::filesystem;

std::string fresh_folder() {
    auto name = (fs::temp_directory_path() / "udb-test-XXXXXX").string();
    ENSURE(mkdtemp(name.data()) != nullptr, "no temporary folder");
    return name;
}

/// The folder of the newest PostgreSQL programs; nothing where they are not installed.
std::optional<fs::path> programs() {
    std::optional<fs::path> newest;
    std::error_code none;
    for (auto const& version : fs::directory_iterator("/usr/lib/postgresql", none))
        if (fs::exists(version.path() / "bin" / "postgres")
            && (!newest || version.path().filename() > newest->parent_path().filename()))
            newest = version.path() / "bin";
    return newest;
}

/// PostgreSQL refuses to run as root; `nobody` is everywhere.
passwd const* other_user() { return geteuid() == 0 ? getpwnam("nobody") : nullptr; }

pid_t started(std::vector<std::string> const& command, std::string const& log) {
    auto const* user = other_user();
    std::vector<char*> words;
    words.reserve(command.size() + 1);
    for (auto const& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    auto const parent = getpid();
    auto const child = fork();
    ENSURE(child >= 0, "fork failed");
    if (child != 0) return child;
    if (user != nullptr && (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(126);
    // After setuid, which clears it. SIGQUIT is PostgreSQL's immediate shutdown.
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (getppid() != parent) _exit(125);
    int const out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, 1);
    dup2(out, 2);
    execv(words[0], words.data());
    _exit(127);
}

class Cluster {
public:
    explicit Cluster(fs::path const& bin) : folder_(fresh_folder()) {
        if (auto const* user = other_user())
            ENSURE(chown(folder_.c_str(), user->pw_uid, user->pw_gid) == 0, "chown failed");
        auto const log = folder_ + "/log";
        auto const data = folder_ + "/data";
        // The ICU locale orders text unlike its bytes, so that a test sees what a real server does.
        auto const made = started({bin / "initdb", "--pgdata=" + data, "--no-sync", "--auth=trust",
                                   "--username=udb", "--encoding=UTF8", "--locale=C.UTF-8",
                                   "--locale-provider=icu", "--icu-locale=en"},
                                  log);
        int status = 0;
        waitpid(made, &status, 0);
        ENSURE(status == 0, "initdb failed; see " + log);
        program_ = bin / "postgres";
        start();
        wait_until_up();
    }
    Cluster(Cluster const&) = delete;
    ~Cluster() {
        kill(server_, SIGQUIT);
        waitpid(server_, nullptr, 0);
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    void crash() {
        auto const processes = children() + std::to_string(server_);
        std::istringstream in(processes);
        for (pid_t process = 0; in >> process;)
            kill(process, SIGKILL);
        waitpid(server_, nullptr, 0);
        // The kernel takes a moment to let go of the memory that they shared.
        for (int tries = 0; tries < 200; ++tries) {
            start();
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            if (waitpid(server_, nullptr, WNOHANG) == 0) break;
        }
        wait_until_up();
    }

    std::string url(std::string const& name) const {
        return "postgresql:///" + name + "?host=" + folder_ + "&user=udb";
    }

private:
    void start() {
        server_ = started({program_, "-D", folder_ + "/data", "-c", "listen_addresses=", "-c",
                           "unix_socket_directories=" + folder_, "-c", "fsync=off", "-c",
                           "full_page_writes=off", "-c", "max_connections=100", "-c",
                           "max_wal_size=256MB"},
                          folder_ + "/log");
    }
    std::string children() const {
        auto const name = std::to_string(server_);
        std::ifstream in("/proc/" + name + "/task/" + name + "/children");
        std::string all;
        std::getline(in, all);
        return all + ' ';
    }
    void wait_until_up() const {
        for (int tries = 0; tries < 600; ++tries) {
            try {
                Database(url("postgres")).ping();
                return;
            } catch (StoreFailure const&) {
                ENSURE(waitpid(server_, nullptr, WNOHANG) == 0,
                       "postgres ended; see " + folder_ + "/log");
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        }
        ENSURE(false, "postgres did not come up; see " + folder_ + "/log");
    }

    std::string folder_;
    std::string program_;
    pid_t server_ = 0;
};

/// Started by the first test that needs it; stopped when the program ends.
Cluster* cluster() {
    static auto const running = []() -> std::unique_ptr<Cluster> {
        if (auto const bin = programs()) return std::make_unique<Cluster>(*bin);
        std::cerr << "\n*** PostgreSQL is not installed: TESTED ON SQLITE ONLY "
                     "(apt-get install postgresql) ***\n\n";
        return nullptr;
    }();
    return running.get();
}

/// `create database` may not stand in a transaction, which is all that Database gives.
void outside_transaction(std::string const& sql) {
    auto const bin = programs();
    auto const log = fresh_folder();
    if (auto const* user = other_user())
        ENSURE(chown(log.c_str(), user->pw_uid, user->pw_gid) == 0, "chown failed");
    auto const psql = started({*bin / "psql", "--no-psqlrc", "--quiet", "--dbname",
                               cluster()->url("postgres"), "--command", sql},
                              log + "/log");
    int status = 0;
    waitpid(psql, &status, 0);
    ENSURE(status == 0, "psql failed; see " + log);
    fs::remove_all(log);
}

} // namespace

void crash_postgres() {
    ENSURE(cluster() != nullptr, "PostgreSQL is not installed");
    cluster()->crash();
}

std::span<Dialect const> dialects() {
    static constexpr std::array both = {Dialect::sqlite, Dialect::postgres};
    return std::span(both).first(cluster() != nullptr ? 2 : 1);
}

TemporaryDatabase::TemporaryDatabase(Dialect dialect) : folder_(fresh_folder()) {
    static std::atomic<int> made = 0;
    if (dialect == Dialect::sqlite) {
        url_ = "sqlite:" + folder_ + "/test.db";
        return;
    }
    ENSURE(cluster() != nullptr, "PostgreSQL is not installed");
    name_ = "test" + std::to_string(++made);
    outside_transaction("create database " + name_);
    url_ = cluster()->url(name_);
}

fs::path TemporaryDatabase::files() const { return fs::path(folder_) / "files"; }

TemporaryDatabase::~TemporaryDatabase() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    // A PostgreSQL database goes with its cluster.
}

void for_each_database(std::span<Migrations const> migrations,
                       std::function<void(Database&)> const& test, DatabaseOptions options) {
    for (auto const dialect : dialects()) {
        TemporaryDatabase const temporary(dialect);
        options.files = temporary.files();
        Database database(temporary.url(), options);
        if (!migrations.empty())
            ENSURE(static_cast<bool>(migrate(database, migrations, Instant{})),
                   "the migrations were refused");
        test(database);
    }
}

void for_each_database(std::function<void(Database&)> const& test) { for_each_database({}, test); }

} // namespace udb::test
