// Files, digests, random bytes, passwords, the log, the clock.
#include "platform/clock.hpp"
#include "platform/digest.hpp"
#include "platform/files.hpp"
#include "platform/log.hpp"
#include "platform/password.hpp"
#include "platform/random.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <thread>
#include <vector>

using namespace udb;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        auto name = (fs::temp_directory_path() / "udb-machine-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(Folder const&) = delete;
    ~Folder() { fs::remove_all(path_); }
    fs::path operator/(char const* name) const { return path_ / name; }
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

} // namespace

TEST_CASE("bytes that come in pieces have the digest of the whole") {
    for (auto const* text : {"", "abc", "উদ্ভাবন"}) {
        Sha256Stream digest;
        for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(1))
            digest.add(rest.substr(0, 1));
        CHECK(digest.hex() == sha256_hex(text));
    }
}

TEST_CASE("a file is written whole, read whole, and replaced") {
    Folder const folder;
    auto const path = folder / "আদেশ.txt";
    for (auto const& text : {std::string("উদ্ভাবন"), std::string(), std::string(300'000, '\0')}) {
        REQUIRE(write_file(path, text));
        auto const back = read_file(path, 300'000);
        REQUIRE(back);
        CHECK(*back == text);
    }
    auto const files = std::distance(fs::directory_iterator(folder.path()), {});
    CHECK(files == 1);
}

TEST_CASE("a file over the limit is refused, one byte less is read") {
    Folder const folder;
    auto const path = folder / "x";
    REQUIRE(write_file(path, "12345"));
    CHECK(read_file(path, 5));
    CHECK(read_file(path, 4).error().message.key == "platform.file_too_large");
}

TEST_CASE("what is not a readable file, and what cannot be written, say so") {
    Folder const folder;
    CHECK(read_file(folder / "none", 10).error().message.key == "platform.file_missing");
    CHECK(read_file(folder.path(), 10).error().message.key == "platform.file_unreadable");
    CHECK(write_file(folder / "none/x", "1").error().message.key == "platform.file_unwritable");
    fs::create_directory(folder / "taken");
    CHECK(write_file(folder / "taken", "1").error().message.key == "platform.file_unwritable");
    auto const files = std::distance(fs::directory_iterator(folder.path()), {});
    CHECK(files == 1); // Nothing half-written stays.
}

TEST_CASE("SHA-256 as FIPS 180-4 has it") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("secrets are the same or not") {
    CHECK(same_secret("", ""));
    CHECK(same_secret("abc", "abc"));
    CHECK(!same_secret("abc", "abd"));
    CHECK(!same_secret("abc", "abcd"));
}

TEST_CASE("tokens are long enough, safe in an address, and never twice the same") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random_token());
    CHECK(seen.size() == 1000);
    for (auto const& token : seen) {
        CHECK(token.size() == 43);
        CHECK(token.find_first_of("+/=\0") == std::string::npos);
    }
    CHECK(random_bytes(7).size() == 7);
}

TEST_CASE("a password opens its own hash and no other") {
    auto const hash = hash_password("গোপন কথা");
    CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(verify_password("গোপন কথা", hash));
    CHECK(!verify_password("গোপন কথ", hash));
    CHECK(!verify_password("", hash));
    CHECK(hash_password("গোপন কথা") != hash);
    CHECK(!verify_password("x", "not a hash"));
    CHECK(!verify_password("x", std::string(500, '$')));
    CHECK(!verify_nobody("গোপন কথা"));
    CHECK(!verify_password(std::string(password_bytes_max + 1, 'x'), hash));
    CHECK(verify_password(std::string(password_bytes_max, 'x'),
                          hash_password(std::string(password_bytes_max, 'x'))));
}

TEST_CASE("a hash of other costs asks to be made anew") {
    CHECK(!needs_rehash(hash_password("x")));
    CHECK(needs_rehash("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
                       "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    CHECK(needs_rehash("not a hash"));
}

TEST_CASE("many sign-ins at once all get their answer") {
    auto const hash = hash_password("x");
    std::atomic<int> right = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 8; ++i)
        people.emplace_back([&, i] {
            if (verify_password(i % 2 == 0 ? "x" : "y", hash)) ++right;
        });
    for (auto& one : people)
        one.join();
    CHECK(right == 4);
}

TEST_CASE("the log is one JSON object a line, with the request and without secrets") {
    Folder const folder;
    auto const path = folder / "log";
    log::open(log::Level::info, path.string());
    log::debug("unseen");
    {
        log::RequestScope const scope("r-1");
        CHECK(log::request_id() == "r-1");
        log::info("served", {{"path", "/a\"\n\x01ক"},
                             {"ms", 3},
                             {"ok", true},
                             {"share", 0.5},
                             {"lost", std::numeric_limits<double>::infinity()},
                             {"new_password", "hush"},
                             {"csrf", "hush"}});
    }
    log::warn("after");
    log::open(log::Level::off);
    log::error("unseen");

    auto const text = *read_file(path, 10'000);
    auto const first = text.substr(0, text.find('\n'));
    CHECK(first.starts_with(R"({"at":"20)"));
    CHECK(first.find("+06:00\",\"level\":\"info\",\"request\":\"r-1\",\"event\":\"served\","
                     R"("path":"/a\"\u000a\u0001ক","ms":3,"ok":true,"share":0.5,"lost":null,)"
                     R"("new_password":"***","csrf":"***"})")
          != std::string::npos);
    CHECK(text.find("hush") == std::string::npos);
    CHECK(text.find("unseen") == std::string::npos);
    CHECK(text.find(R"("level":"warn","event":"after"})") != std::string::npos);
    CHECK(std::ranges::count(text, '\n') == 2);
}

TEST_CASE("a day in Bangladesh begins at 18:00 UTC") {
    using namespace std::chrono;
    StoppedClock clock(sys_days(2026y / 1 / 25) + 18h - 1ms);
    CHECK(clock.today() == sys_days(2026y / 1 / 25));
    clock.set(sys_days(2026y / 1 / 25) + 18h);
    CHECK(clock.today() == sys_days(2026y / 1 / 26));
    SystemClock const system;
    auto const now = system.now();
    CHECK(system.now() >= now);
    CHECK(system.today() > sys_days(2025y / 1 / 1));
}
