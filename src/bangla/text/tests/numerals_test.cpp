// Numbers grouped, in words and as ordinals.
#include "bangla/text/digits.hpp"
#include "bangla/text/numerals.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <set>

using namespace udb;
using namespace udb::bangla;

TEST_CASE("digits of both scripts turn into each other and the rest stays") {
    CHECK(bangla_digits("নং 04.00-77") == "নং ০৪.০০-৭৭");
    CHECK(ascii_digits("নং ০৪.০০-৭৭") == "নং 04.00-77");
    CHECK(ascii_digits("\xE0\xA7") == "\xE0\xA7");
    CHECK(bangla_number(-2026) == "-২০২৬");
}

TEST_CASE("numbers are grouped by lakh and crore") {
    struct Case {
        std::int64_t number;
        char const* bn;
        char const* en;
    };
    for (auto const& [number, bn, en] :
         {Case{0, "০", "0"},
          {999, "৯৯৯", "999"},
          {1000, "১,০০০", "1,000"},
          {99999, "৯৯,৯৯৯", "99,999"},
          {100000, "১,০০,০০০", "1,00,000"},
          {12345678, "১,২৩,৪৫,৬৭৮", "1,23,45,678"},
          {-1234567, "-১২,৩৪,৫৬৭", "-12,34,567"},
          {1000000000000, "১০,০০,০০,০০,০০,০০০", "10,00,00,00,00,000"}}) {
        CHECK(grouped(number, Language::bn) == bn);
        CHECK(grouped(number, Language::en) == en);
    }
    CHECK(grouped_taka(125000050, Language::bn) == "১২,৫০,০০০.৫০");
    CHECK(grouped_taka(5, Language::en) == "0.05");
    CHECK(grouped_taka(-100, Language::en) == "-1.00");
    CHECK(grouped(std::numeric_limits<std::int64_t>::min(), Language::en)
          == "-92,23,37,20,36,85,47,75,808");
}

TEST_CASE("numbers are written in words") {
    struct Case {
        std::int64_t number;
        char const* bn;
        char const* en;
    };
    for (auto const& [number, bn, en] :
         {Case{0, "শূন্য", "zero"},
          {16, "ষোলো", "sixteen"},
          {29, "ঊনত্রিশ", "twenty-nine"},
          {45, "পঁয়তাল্লিশ", "forty-five"},
          {59, "ঊনষাট", "fifty-nine"},
          {79, "ঊনআশি", "seventy-nine"},
          {88, "অষ্টাশি", "eighty-eight"},
          {99, "নিরানব্বই", "ninety-nine"},
          {100, "একশত", "one hundred"},
          {580, "পাঁচশত আশি", "five hundred eighty"},
          {1001, "এক হাজার এক", "one thousand one"},
          {2026, "দুই হাজার ছাব্বিশ", "two thousand twenty-six"},
          {100000, "এক লক্ষ", "one lakh"},
          {1234567, "বারো লক্ষ চৌত্রিশ হাজার পাঁচশত সাতষট্টি",
           "twelve lakh thirty-four thousand five hundred sixty-seven"},
          {10000000, "এক কোটি", "one crore"},
          {1234500000001, "এক লক্ষ তেইশ হাজার চারশত পঞ্চাশ কোটি এক",
           "one lakh twenty-three thousand four hundred fifty crore one"},
          {-7, "ঋণাত্মক সাত", "minus seven"}}) {
        CHECK(number_in_words(number, Language::bn) == bn);
        CHECK(number_in_words(number, Language::en) == en);
    }
    CHECK(!number_in_words(std::numeric_limits<std::int64_t>::min(), Language::bn).empty());
}

TEST_CASE("no two numbers below a thousand share their words") {
    for (auto const language : {Language::bn, Language::en}) {
        std::set<std::string> seen;
        for (std::int64_t n = 0; n < 1000; ++n)
            CHECK_MESSAGE(seen.insert(number_in_words(n, language)).second, n);
    }
}

TEST_CASE("amounts name taka and paisa") {
    CHECK(taka_in_words(50025, Language::bn) == "পাঁচশত টাকা পঁচিশ পয়সা মাত্র");
    CHECK(taka_in_words(50000, Language::bn) == "পাঁচশত টাকা মাত্র");
    CHECK(taka_in_words(75, Language::bn) == "পঁচাত্তর পয়সা মাত্র");
    CHECK(taka_in_words(0, Language::bn) == "শূন্য টাকা মাত্র");
    CHECK(taka_in_words(50025, Language::en) == "five hundred taka and twenty-five paisa only");
    CHECK(taka_in_words(-100, Language::en) == "minus one taka only");
}

TEST_CASE("ordinals have their own words and endings") {
    char const* const short_forms[] = {"১ম", "২য়", "৩য়", "৪র্থ", "৫ম",   "৬ষ্ঠ",
                                       "৭ম", "৮ম", "৯ম", "১০ম", "১১তম", "১২তম"};
    std::int64_t n = 0;
    for (auto const* form : short_forms)
        CHECK(ordinal(++n, Language::bn) == form);
    char const* const words[] = {"প্রথম",   "দ্বিতীয়", "তৃতীয়",  "চতুর্থ", "পঞ্চম",  "ষষ্ঠ",
                                 "সপ্তম",   "অষ্টম",   "নবম",   "দশম",  "একাদশ", "দ্বাদশ",
                                 "ত্রয়োদশ", "চতুর্দশ",  "পঞ্চদশ", "ষোড়শ", "সপ্তদশ", "অষ্টাদশ"};
    n = 0;
    for (auto const* word : words)
        CHECK(ordinal_in_words(++n, Language::bn) == word);
    CHECK(ordinal_in_words(31, Language::bn) == "একত্রিশতম");
    CHECK(ordinal_in_words(0, Language::bn) == "শূন্য");
    CHECK(ordinal_in_words(21, Language::en) == "twenty-first");
    CHECK(ordinal_in_words(20, Language::en) == "twentieth");
    CHECK(ordinal_in_words(112, Language::en) == "one hundred twelfth");
    CHECK(ordinal(11, Language::en) == "11th");
    CHECK(ordinal(112, Language::en) == "112th");
    CHECK(ordinal(122, Language::en) == "122nd");
}

TEST_CASE("days of a month are spoken with their endings") {
    struct Case {
        unsigned day;
        char const* bn;
    };
    for (auto const& [day, bn] : {Case{1, "১লা"},
                                  {2, "২রা"},
                                  {3, "৩রা"},
                                  {4, "৪ঠা"},
                                  {5, "৫ই"},
                                  {16, "১৬ই"},
                                  {18, "১৮ই"},
                                  {19, "১৯শে"},
                                  {21, "২১শে"},
                                  {31, "৩১শে"}})
        CHECK(day_ordinal(day, Language::bn) == bn);
    CHECK(day_ordinal(3, Language::en) == "3rd");
}
