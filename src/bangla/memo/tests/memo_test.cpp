// Memo numbers: their grammars, their copies, and finding them.
#include "bangla/memo/memo.hpp"
#include "bangla/memo/memo_codes.hpp"
#include "base/ensure.hpp"
#include "support/cpu_time.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <fstream>
#include <random>
#include <sstream>

using namespace udb;
using namespace udb::bangla;

namespace {

std::string file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("Secretariat Instructions 2014: eighteen digits and an issue number") {
    auto const memo = parse_memo("নম্বর: ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭");
    CHECK(memo.raw == "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭");
    REQUIRE(memo.scheme == MemoScheme::digits_18);
    CHECK(digits(*memo.scheme) == 18);
    CHECK(memo.groups
          == std::vector<MemoGroup>{{"ministry", "04"},
                                    {"agency", "00"},
                                    {"place", "0000"},
                                    {"section", "832"},
                                    {"subject", "18"},
                                    {"file", "001"},
                                    {"year", "23"}});
    CHECK(memo.issue == "77");
    CHECK(!memo.copy);
    CHECK(memo.file_year() == 2023);
    CHECK(memo.group("subordinate").empty());
}

TEST_CASE("Secretariat Instructions 2024: twenty-two digits, with the subordinate office") {
    auto const memo = parse_memo("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫");
    REQUIRE(memo.scheme == MemoScheme::digits_22);
    CHECK(digits(*memo.scheme) == 22);
    CHECK(memo.groups
          == std::vector<MemoGroup>{{"ministry", "40"},
                                    {"agency", "00"},
                                    {"place", "0000"},
                                    {"subordinate", "000"},
                                    {"section", "036"},
                                    {"subject", "32"},
                                    {"file", "0006"},
                                    {"year", "17"}});
    CHECK(memo.issue == "5");
    CHECK(memo.file_year() == 2017);
    auto const primary = parse_memo("৩৮.০১.০০০০.০০০.৯০০.১৮.০০০১.২০.২৭");
    CHECK(primary.group("agency") == "01");
    CHECK(primary.issue == "27");
}

TEST_CASE("digits, spaces, dots and labels may be written in many ways") {
    for (auto const* text :
         {"০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭", "04.00.0000.832.18.001.23-77",
          "স্মারক নং ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭", "স্মারক নম্বর: ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭",
          "নং- ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭", "নং: 04.00.0000.832.18.001.23–77",
          "নম্বরঃ ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭", "০৪. ০০. ০০০০. ৮৩২. ১৮. ০০১. ২৩ - ৭৭",
          "০৪．০০．০০০০．৮৩২．১৮．০০১．২৩-৭৭", "  ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩.৭৭  ",
          "Memo No. 04.00.0000.832.18.001.23-77", "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩/৭৭",
          "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭ তারিখ: ১৬ নভেম্বর ২০২৩",
          "মন্ত্রিপরিষদ বিভাগের নং ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭ সংখ্যক"}) {
        auto const memo = parse_memo(text);
        CHECK_MESSAGE(memo.scheme == MemoScheme::digits_18, text);
        CHECK_MESSAGE(written(memo, Language::bn) == "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭", text);
        CHECK_MESSAGE(base_of(memo) == "04.00.0000.832.18.001.23-77", text);
    }
}

TEST_CASE("a copy names its distribution and how many copies went out") {
    struct Case {
        char const* text;
        char const* issue;
        std::int64_t no;
        std::int64_t count; ///< 0: not said
    };
    for (auto const& [text, issue, no, count] :
         {Case{"০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭/১(৫৮০)", "77", 1, 580},
          {"৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১ (২০)", "5", 1, 20},
          {"৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/২", "5", 2, 0},
          {"40.00.0000.000.036.32.0006.17/1(20)", "", 1, 20},
          {"সম/শা-৩/২০১০-৪৫/১(১২)", "", 1, 12}}) {
        auto const memo = parse_memo(text);
        REQUIRE_MESSAGE(memo.copy, text);
        CHECK_MESSAGE(memo.issue == issue, text);
        CHECK_MESSAGE(memo.copy->no == no, text);
        CHECK_MESSAGE(memo.copy->count.value_or(0) == count, text);
        CHECK_MESSAGE(memo.raw == text, text);
    }
    CHECK(written(parse_memo("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১ (২০)"), Language::bn)
          == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)");
    CHECK(base_of(parse_memo("সম/শা-৩/২০১০-৪৫/১(১২)")) == "সম/শা-3/2010-45");
}

TEST_CASE("older and other numbers are kept as they are, never refused") {
    for (auto const* text :
         {"সম/শা-৩/২০১০-৪৫", "মপবি/কঃবিঃশাঃ/কপগ-১১/২০০১-১১১", "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩৪-৭৭",
          "০৪.০০.০০০০", "05.170.022.07.00.001.2010-112", "কিছু একটা", "১২৩", "",
          "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭x"}) {
        auto const memo = parse_memo(text);
        CHECK_MESSAGE(!memo.scheme, text);
        CHECK_MESSAGE(memo.raw == text, text);
        CHECK_MESSAGE(memo.groups.empty(), text);
        CHECK_MESSAGE(memo.issue.empty(), text);
        CHECK_MESSAGE(written(memo, Language::en) == text, text);
    }
    CHECK(parse_memo("স্মারক নং- সম/শা-৩/২০১০-৪৫").raw == "সম/শা-৩/২০১০-৪৫");
    CHECK(parse_memo("০৪.০০.০০০০.৮৩২.১৮.০০১.২৩").scheme == MemoScheme::digits_18);
}

TEST_CASE("memos are found in a text, and dates and phones are not") {
    std::string const text =
        "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫\nফোন নং: ০২-৯৫১৩৩৩৯, তারিখ নং ১৬-১১-২০২৩, ১ নং আলোচ্য বিষয়\n"
        "স্মারক নং ০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০ তারিখ: ০৬.১১. ২০২৫; সূত্র: নং-সম/শা-৩/২০১০-৪৫, তারিখ। "
        "০৪.০০.০০০০.২৩২.৩৫.০০৬.১৩ - ১৬ নভেম্বর ২০২৩ www.mole.gov.bd 192.168.10.20 স্মারকলিপি ৫.১.২.৩";
    auto const all = find_memos(text);
    std::vector<std::string> raws;
    for (auto const& found : all) {
        raws.push_back(found.memo.raw);
        CHECK(text.substr(found.begin, found.end - found.begin) == found.memo.raw);
    }
    CHECK(raws
          == std::vector<std::string>{"৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫",
                                      "০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০", "সম/শা-৩/২০১০-৪৫",
                                      "০৪.০০.০০০০.২৩২.৩৫.০০৬.১৩"});
    REQUIRE(all.size() == 4);
    CHECK(all[0].labelled);
    CHECK(all[1].labelled);
    CHECK(!all[3].labelled);
    CHECK(all[3].memo.issue.empty());
    CHECK(find_memos("").empty());
}

TEST_CASE("the real documents hold their memos and no others") {
    std::string const folder = UDB_SOURCE_DIR "/../shared/seeds/";
    struct Case {
        char const* name;
        std::vector<std::string> memos;
    };
    for (auto const& [name, memos] :
         {Case{"cabinet-division-2023-11-16.txt",
               {"04.00.0000.832.18.001.23-77", "04.00.0000.232.35.006.13-18",
                "04.00.0000.832.18.001.23-77/1(580)"}},
          Case{"labour-ministry-2026-01-26.txt",
               {"40.00.0000.000.036.32.0006.17.5", "04.00.0000.833.33.002.20-100",
                "40.00.0000.000.036.32.0006.17.5/1(20)"}}}) {
        auto const text = file(folder + name);
        if (text.empty()) continue;
        std::vector<std::string> seen;
        for (auto const& found : find_memos(text))
            seen.push_back(written(found.memo, Language::en));
        CHECK(seen == memos);
    }
}

TEST_CASE("what is written is read back the same, for random numbers of both schemes") {
    std::mt19937 random(22);
    auto const some = [&](std::size_t n) {
        std::string out;
        while (out.size() < n)
            out += static_cast<char>('0' + random() % 10);
        return out;
    };
    for (int round = 0; round < 2000; ++round) {
        bool const old = random() % 2 == 0;
        std::string text = some(2) + '.' + some(2) + '.' + some(4) + '.' + some(3) + '.';
        text += old ? some(2) + '.' + some(3) + '.' + some(2)
                    : some(3) + '.' + some(2) + '.' + some(4) + '.' + some(2);
        if (random() % 4 != 0) text += (old ? "-" : ".") + std::to_string(random() % 1000 + 1);
        if (random() % 3 == 0) text += "/1(" + std::to_string(random() % 600) + ')';
        auto const memo = parse_memo(text);
        REQUIRE(memo.scheme);
        CHECK(written(memo, Language::en) == text);
        CHECK(parse_memo(written(memo, Language::bn)).groups == memo.groups);
        CHECK(find_memos("নং " + text + " তারিখ").at(0).memo.raw == text);
    }
}

TEST_CASE("any bytes are searched without harm, in linear time") {
    char const* const pieces[] = {"০৪", "1",     ".", "-",    "/",        "(", ")", " ",
                                  "নং", "স্মারক", ":", "\xE0", "\xE0\xA7", "ক", "\n"};
    std::mt19937 random(4);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (auto left = random() % 16; left > 0; --left)
            text += pieces[random() % std::size(pieces)];
        for (auto const& found : find_memos(text)) {
            CHECK(found.begin < found.end);
            CHECK(found.end <= text.size());
        }
        (void)parse_memo(text);
    }
    for (auto const* unit : {"1.", "০", "নং ", "নং:", "/1", "04.00.0000.", "স্মারক সম/শা-", "1. "}) {
        std::string text;
        while (text.size() < 500'000)
            text += unit;
        text += "ক"; // so that the last label is none
        CAPTURE(unit);
        CHECK(udb::test::cpu_time_of([&] { (void)find_memos(text); }) < std::chrono::seconds{5});
    }
}

TEST_CASE("groups and known ministries have names") {
    CHECK(ministry_name("40")->bn == "শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
    CHECK(ministry_name("04")->en == "Cabinet Division");
    CHECK(!ministry_name("99"));
    for (auto const& group : parse_memo("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫").groups)
        CHECK(!group_name(group.key).bn.empty());
    CHECK_THROWS_AS(group_name("nothing"), Bug);
}
