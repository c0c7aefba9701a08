// The words of a text and their places: what the index holds and what is marked on the page.
#include "bangla/text/analyse.hpp"
#include "bangla/text/code_points.hpp"
#include "bangla/text/folding.hpp"
#include "bangla/text/graphemes.hpp"
#include "bangla/text/search_key.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <set>

using namespace udb::bangla;

namespace {

std::vector<std::string> keys(std::string_view text) {
    std::vector<std::string> out;
    for (auto const& token : analysed(text))
        if (!token.beside) out.push_back(token.key);
    return out;
}

/// What each token stands for, in the text as it was written.
std::vector<std::string> places(std::string_view text) {
    std::vector<std::string> out;
    for (auto const& token : analysed(text))
        if (!token.beside) out.emplace_back(text.substr(token.begin, token.end - token.begin));
    return out;
}

using Words = std::vector<std::string>;

struct Pair {
    char const* a;
    char const* b;
};

} // namespace

TEST_CASE("different spellings and forms of the same words are found under the same keys") {
    for (auto const& [a, b] : {Pair{"সহজীকরণ", "সহজিকরণের"},
                               {"কল্যাণ তহবিল", "কল্যান তহবিলের"},
                               {"শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "শ্রম এবং কর্মসংস্থান মন্ত্রনালয়ের"},
                               {"আইসিটি", "তথ্য ও যোগাযোগ প্রযুক্তি"},
                               {"ICT cell", "আইসিটি cell"},
                               {"যুগ্মসচিবের", "যুগ্ম সচিব"},
                               {"যুগ্ম-সচিবগণ", "যুগ্মসচিব"},
                               {"টিম-এর", "টিমের"},
                               {"টীম এর", "দলের"},
                               {"অফিসারদের", "কর্মকর্তাগণ"},
                               {"officers", "কর্মকর্তা"},
                               {"মোঃ রহিম", "মো. রহিম"},
                               {"মোঃ", "মো:"},
                               {"the Department of Labour", "department labour"},
                               {"২৬ জানুয়ারী ২০২৬", "26 জানুয়ারি 2026"},
                               {"citizen's charter", "সিটিজেন চার্টার"},
                               {"র\u200D্যাব", "র্যাব"},
                               {"“শো-কেসিং”", "শোকেজিং"}}) {
        CHECK_MESSAGE(keys(a) == keys(b), a);
        CHECK_FALSE(keys(a).empty());
    }
}

TEST_CASE("numbers and addresses are found by their parts") {
    CHECK(keys("৪০.০০.০০০০.০১৮.০৬.০০১.২৬-১২")
          == Words{"40", "00", "0000", "018", "06", "001", "26", "12"});
    CHECK(keys("salma@mole.gov.bd") == Words{"salma", "mole", "gov", "bd"});
    CHECK(keys("২৬/০১/২০২৬") == Words{"26", "01", "2026"});
}

TEST_CASE("what carries nothing gives no token") {
    for (auto const* text : {"", " ", "ও", "এবং এর", "of the", "—।,;()", "'", "’‘", "\u200D\u200C",
                             "্", "ঁ", "\x80\xff"})
        CHECK_MESSAGE(keys(text).empty(), text);
}

TEST_CASE("a place is the word as it was written") {
    CHECK(places("‘শ্রম’ (অধিদপ্তরের), ২০২৬।") == Words{"শ্রম", "অধিদপ্তরের", "২০২৬"});
    CHECK(places("ই-মেইল: a@b.bd") == Words{"ই-মেইল", "b", "bd"});
    CHECK(places("সংস্থা'র কাজ") == Words{"সংস্থা'র", "কাজ"});
    CHECK(places("আজ তথ্য ও যোগাযোগ প্রযুক্তির কথা") == Words{"আজ", "তথ্য ও যোগাযোগ প্রযুক্তির", "কথা"});
}

TEST_CASE(
    "a word that another stands for is found under its own stem too, and a query leaves that out") {
    auto const tokens = analysed("Innovations");
    REQUIRE(tokens.size() == 2);
    CHECK_FALSE(tokens[0].beside);
    CHECK(tokens[0].key == keys("উদ্ভাবন").front());
    CHECK(tokens[1].beside);
    CHECK(tokens[1].key == "innovation");
    auto const phrase = analysed("যুগ্ম সচিব");
    REQUIRE(phrase.size() == 3);
    CHECK(phrase[1].begin == phrase[0].begin);
    CHECK(phrase[2].end == phrase[0].end);
}

TEST_CASE("a very long word is cut within a letter's bytes") {
    std::string word;
    for (int i = 0; i < 5000; ++i)
        word += "ক";
    auto const tokens = analysed(word);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].key.size() <= token_bytes_max);
    CHECK(tokens[0].key.size() % 3 == 0);
    CHECK(tokens[0].end == word.size());
}

TEST_CASE("whatever the text, tokens lie on letters, in order, with clean keys") {
    std::mt19937 random(7);
    constexpr std::string_view pieces[] = {"ক",        "ষ",
                                           "্",         "া",
                                           "ি",        "়",
                                           "ঁ",         "ঃ",
                                           "ং",        "ৎ",
                                           "র",        "১",
                                           "9",        " ",
                                           "\n",       ".",
                                           "-",        "'",
                                           "’",        "a",
                                           "Z",        "é",
                                           "e\u0301",  "\u200D",
                                           "\u200C",   "👩",
                                           "🇧",        "🇩",
                                           "한",       "ᄀ",
                                           "ᅡ",        "।",
                                           "(",        "\xff",
                                           "\xe0\xa6", "\u0600",
                                           "যুগ্ম সচিব", "তথ্য ও যোগাযোগ প্রযুক্তি",
                                           "টিমের",    "\uFEFF",
                                           "ﬁ",        "İ"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto n = random() % 24; n > 0; --n)
            text += pieces[random() % std::size(pieces)];
        std::set<std::size_t> boundaries{0};
        std::size_t at = 0;
        for (auto const letter : graphemes(text))
            boundaries.insert(at += letter.size());
        std::size_t last = 0;
        for (auto const& token : analysed(text)) {
            REQUIRE_MESSAGE(boundaries.contains(token.begin), text);
            REQUIRE_MESSAGE(boundaries.contains(token.end), text);
            REQUIRE(token.begin < token.end);
            REQUIRE(token.begin >= last);
            last = token.begin;
            REQUIRE_FALSE(token.key.empty());
            REQUIRE(token.key.find_first_of(" '_.\"") == std::string::npos);
            REQUIRE(std::ranges::none_of(token.key, [](char c) { return c >= 'A' && c <= 'Z'; }));
        }
    }
}

TEST_CASE("the short way to fold a word gives what the long one gives") {
    std::mt19937 random(3);
    constexpr char32_t first = 0x0980;
    std::size_t different = 0;
    for (int round = 0; round < 300'000; ++round) {
        std::u32string word;
        for (auto n = 1 + random() % 6; n > 0; --n) {
            auto const kind = random() % 12;
            word += kind == 0  ? U'a' + static_cast<char32_t>(random() % 26)
                    : kind < 5 ? U'ক' + static_cast<char32_t>(random() % 20)
                               : first + static_cast<char32_t>(random() % 0x80);
        }
        auto const text = encoded(word);
        if (folded_word(text) != folded(text)) ++different;
        if (folded_word(text) != folded(text) && different < 10) MESSAGE(text);
    }
    CHECK(different == 0);
}

TEST_CASE("the analysis of a text is linear, also of one made to be hard") {
    for (std::string_view const piece :
         {"\u200D", "ক্", "্া", "যুগ্ম ", "তথ্য ও যোগাযোগ ", "(\u09BE", "a-"}) {
        std::string text;
        while (text.size() < 1'000'000)
            text += piece;
        CHECK(analysed(text).size() <= text.size());
    }
}
