// One spelling of the same letters, and letters counted as a reader counts them.
#include "bangla/text/encoding.hpp"
#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"
#include "support/cpu_time.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <fstream>
#include <random>
#include <sstream>

using namespace udb;
using namespace udb::bangla;

namespace {

struct Pair {
    char const* from;
    char const* to;
};

std::string file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("letters get one encoding whatever keyboard wrote them") {
    for (auto const& [from, to] : {
             Pair{"\u09DC\u09DD\u09DF", "\u09A1\u09BC\u09A2\u09BC\u09AF\u09BC"}, // ড় ঢ় য় composed
             {"ম\u09C7\u09BE", "ম\u09CB"},                                       // ো in halves
             {"ম\u09BE\u09C7", "ম\u09CB"},                   // in the wrong order
             {"ম\u09C7\u09D7", "ম\u09CC"},                   // ৌ in halves
             {"ম\u09D7\u09C7", "ম\u09CC"},                   //
             {"য\u09BE\u09BC", "য\u09BC\u09BE"},             // nukta after its vowel sign
             {"য\u09BC\u09BC", "য\u09BC"},                   // twice
             {"ব\u09BC", "র"},                               //
             {"চ\u0981\u09BE\u09A6", "চ\u09BE\u0981\u09A6"}, // ঁ before its vowel sign
             {"অ\u09BEম", "আম"},                             //
             {"e\u0301", "\u00E9"},                          // Latin NFC too
         })
        CHECK_MESSAGE(normalised(from) == to, from);
}

TEST_CASE("joiners stay where they shape and go where they do nothing") {
    for (auto const* kept : {"র\u200D্যাব", "ক্\u200Cষ", "ত্\u200D", "র\u200D্যালি", "উদ্\u200Cযাপন",
                             "👩\u200D💻", "क्\u200Dष"})
        CHECK_MESSAGE(normalised(kept) == kept, kept);
    for (auto const& [from, to] : {Pair{"ক\u200Dম", "কম"},
                                   {"\u200Cকম\u200C", "কম"},
                                   {"কম\u200D কম", "কম কম"},
                                   {"র\u200D\u200D্যাব", "র\u200D্যাব"},
                                   {"বাক্\u200C ", "বাক্ "},
                                   {"a\u200Db", "ab"},
                                   {"কে\u200Dাম", "কোম"}})
        CHECK_MESSAGE(normalised(from) == to, from);
}

TEST_CASE("line ends and spaces become plain, what cannot be seen goes") {
    CHECK(normalised("ক\r\nখ\rগ\u2028ঘ\vঙ") == "ক\nখ\nগ\nঘ\nঙ");
    CHECK(normalised("\uFEFFক\u00A0খ\u2009গ\u3000ঘ") == "ক খ গ ঘ");
    CHECK(normalised("ক\u00AD\u200B\u200E\u202Aখ\x01\x7F") == "কখ");
    CHECK(normalised("ক\tখ") == "ক\tখ");
    CHECK(normalised("ক\xFF") == "ক\uFFFD");
    CHECK(normalised("").empty());
}

TEST_CASE("a visarga is a colon only where it clearly stands for one") {
    for (auto const& [from, to] : {Pair{"পুনর্গঠন করা হলোঃ\n", "পুনর্গঠন করা হলো:\n"},
                                   {"তারিখঃ ১২ মাঘ", "তারিখ: ১২ মাঘ"},
                                   {"নম্বরঃ ০৪", "নম্বর: ০৪"},
                                   {"বিষয়ঃ সভা", "বিষয়: সভা"},
                                   {"সদস্যগণঃ", "সদস্যগণ:"},
                                   {"মোট ব্যয়ঃ ৫০০", "মোট ব্যয়: ৫০০"},
                                   {"সূত্র ঃ পত্র", "সূত্র : পত্র"}})
        CHECK_MESSAGE(normalised(from) == to, from);
    for (auto const* kept :
         {"বিশেষতঃ সরকার", "প্রথমতঃ", "মোঃ রফিক", "ডাঃ রহমান", "দুঃখ", "পুনঃ নির্ধারণ", "ইতঃপূর্বে",
          "ক্রমশঃ", "অতঃপর", "নিঃশর্ত", "প্রাতঃ ভ্রমণ", "ডঃ ১"})
        CHECK_MESSAGE(normalised(kept) == kept, kept);
}

TEST_CASE("a bar that ends a sentence is a danda, bars of a table stay") {
    CHECK(normalised("আদেশ জারি করা হল|") == "আদেশ জারি করা হল।");
    CHECK(normalised("হল| ইহা\nহইল৷") == "হল। ইহা\nহইল।");
    CHECK(normalised("| ০১. সচিব | -- | সদস্য |") == "| ০১. সচিব | -- | সদস্য |");
    CHECK(normalised("ক|খ") == "ক|খ");
}

TEST_CASE("normalising again changes nothing, on random strings of letters, signs and bytes") {
    char32_t const alphabet[] = {U'ক',   U'র',   U'য',   U'ব',    U'ড',   U'অ',   U'ত',   0x09BC,
                                 0x09BE, 0x09C7, 0x09D7, 0x09CB,  0x09CD, 0x0981, 0x0983, 0x200C,
                                 0x200D, 0x09DF, U' ',   U'|',    U'\n',  U'\r',  U':',   U'১',
                                 U'a',   0x0301, 0xFEFF, 0x1F469, 0x09F7};
    std::mt19937 random(20260126);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto left = random() % 12; left > 0; --left) {
            char32_t const c = alphabet[random() % std::size(alphabet)];
            if (c < 0x80) {
                text += static_cast<char>(c);
            } else if (c < 0x800) {
                text += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
            } else if (c < 0x10000) {
                text += {static_cast<char>(0xE0 | (c >> 12)),
                         static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                         static_cast<char>(0x80 | (c & 0x3F))};
            } else {
                text += {static_cast<char>(0xF0 | (c >> 18)),
                         static_cast<char>(0x80 | ((c >> 12) & 0x3F)),
                         static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                         static_cast<char>(0x80 | (c & 0x3F))};
            }
        }
        if (round % 10 == 0) text += static_cast<char>(random() % 256);
        auto const once = normalised(text);
        CHECK_MESSAGE(normalised(once) == once, text);
        CHECK(valid_utf8(once));
        CHECK(normalised(nfc(text)) == once);
    }
}

TEST_CASE("the real documents keep every word and lose only their visarga colons") {
    std::string const folder = UDB_SOURCE_DIR "/../shared/seeds/";
    for (auto const* name : {"cabinet-division-2023-11-16.txt", "labour-ministry-2026-01-26.txt"}) {
        auto const text = file(folder + name);
        if (text.empty()) continue;
        auto const clean = normalised(text);
        CHECK(clean.find("ঃ\n") == clean.npos);
        CHECK(clean.size() + 16 > nfc(text).size());
        CHECK((clean.find("| ০১. অতিরিক্ত") == clean.npos)
              == (text.find("| ০১. অতিরিক্ত") == text.npos));
    }
}

TEST_CASE("long text made of one sign stays linear") {
    for (auto const* unit :
         {"\u200D", "\u0981\u09BE", "ঃ", "|", "\u09C7", "ক্", "ক\u09BC", "\n", "ক ঃ\n", "ক|\n"}) {
        std::string text;
        while (text.size() < 2'000'000)
            text += unit;
        std::size_t size = 0;
        auto const took = udb::test::cpu_time_of([&] { size = normalised(text).size(); });
        CHECK(size <= 2 * text.size());
        CHECK(took < std::chrono::seconds{5});
    }
}

TEST_CASE("letters are counted as a reader sees them") {
    struct Case {
        char const* text;
        std::size_t letters;
    };
    for (auto const& [text, letters] : {Case{"", 0},
                                        {"ক", 1},
                                        {"ক্ষ", 1},
                                        {"স্ত্রী", 1},
                                        {"ক্ষমতা", 3},
                                        {"ক্ষমতা স্ত্রী", 5},
                                        {"উদ্ভাবন", 4},
                                        {"মন্ত্রণালয়", 5},
                                        {"র\u200D্যাব", 2},
                                        {"কার্যপরিধি", 5},
                                        {"abc", 3},
                                        {"👩\u200D💻", 1}})
        CHECK_MESSAGE(grapheme_count(text) == letters, text);
    auto const letters = graphemes("স্ত্রীর");
    REQUIRE(letters.size() == 2);
    CHECK(letters[0] == "স্ত্রী");
    CHECK(letters[1] == "র");
    CHECK(grapheme_count("\xFF\xFE\xE0") > 0);
}

TEST_CASE("cutting never breaks a letter") {
    CHECK(truncated("উদ্ভাবন", 4) == "উদ্ভাবন");
    CHECK(truncated("উদ্ভাবন", 3) == "উদ্ভা…");
    CHECK(truncated("উদ্ভাবন", 1) == "…");
    CHECK(truncated("উদ্ভাবন", 0).empty());
}

TEST_CASE("space is folded and trimmed") {
    CHECK(single_spaced("  ক \n\t খ  ") == "ক খ");
    CHECK(trimmed(" \n ক খ\t") == "ক খ");
    CHECK(trimmed("  ").empty());
}
