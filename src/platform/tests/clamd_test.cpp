// clamd's protocol, against one that speaks it on a socket of its own.
#include "platform/clamd.hpp"
#include "support/fake_clamd.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace udb;
using Verdict = Scanned::Verdict;

TEST_CASE("what clamd says is clean, found, or no answer") {
    struct Case {
        std::string_view reply;
        Verdict verdict;
        std::string_view what;
    };
    for (auto const& [reply, verdict, what] : std::vector<Case>{
             {"stream: OK", Verdict::clean, ""},
             {"stream: OK\n", Verdict::clean, ""},
             {"stream: Eicar-Test-Signature FOUND", Verdict::found, "Eicar-Test-Signature"},
             {"stream:  FOUND", Verdict::unanswered, "stream:  FOUND"},
             {"stream: okay", Verdict::unanswered, "stream: okay"},
             {"INSTREAM size limit exceeded. ERROR", Verdict::unanswered,
              "INSTREAM size limit exceeded. ERROR"},
             {"", Verdict::unanswered, "no answer"},
         }) {
        CAPTURE(reply);
        auto const said = parse_scan_reply(reply);
        CHECK(said.verdict == verdict);
        CHECK(said.what == what);
    }
}

TEST_CASE("every byte reaches clamd, whatever the size, and its word comes back") {
    test::FakeClamd const clamd;
    for (auto const size : {0U, 1U, 65'535U, 65'536U, 65'537U, 3'000'000U}) {
        CAPTURE(size);
        CHECK(scan(clamd.address(), std::string(size, 'x')).verdict == Verdict::clean);
        CHECK(clamd.last_bytes() == size);
    }
    auto const bad = std::string(100'000, 'x') + std::string(test::FakeClamd::virus);
    auto const found = scan(clamd.address(), bad);
    CHECK(found.verdict == Verdict::found);
    CHECK(found.what == "Eicar-Test-Signature");
}

TEST_CASE("clamd that is away, refuses the size, or says nothing is no answer") {
    CHECK(scan("/nowhere/clamd.ctl", "x").verdict == Verdict::unanswered);
    CHECK(scan("127.0.0.1:1", "x").verdict == Verdict::unanswered);
    CHECK(scan("127.0.0.1", "x").verdict == Verdict::unanswered);
    CHECK(scan('/' + std::string(300, 'x'), "x").verdict == Verdict::unanswered);
    test::FakeClamd const small{{.bytes_max = 100'000}};
    auto const refused = scan(small.address(), std::string(5'000'000, 'x'));
    CHECK(refused.verdict == Verdict::unanswered);
    test::FakeClamd const silent{{.silent = true}};
    CHECK(scan(silent.address(), "x", std::chrono::seconds{1}).verdict == Verdict::unanswered);
}
