// Keys, order and likeness: what finding, sorting and guessing stand on.
#include "bangla/text/collation.hpp"
#include "bangla/text/search_key.hpp"
#include "bangla/text/similarity.hpp"
#include "bangla/text/synonyms.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace udb;
using namespace udb::bangla;

namespace {

struct Pair {
    char const* a;
    char const* b;
};

} // namespace

TEST_CASE("different spellings of a word meet in one folded key") {
    for (auto const& [a, b] : {Pair{"সহজীকরণ", "সহজিকরণ"},
                               {"উর্দ্ধতন", "ঊর্ধ্বতন"},
                               {"সরকারী", "সরকারি"},
                               {"জারী", "জারি"},
                               {"মজুরী", "মজুরি"},
                               {"আপীল", "আপিল"},
                               {"জানুয়ারী", "জানুয়ারি"},
                               {"ফাল্গুণ", "ফাল্গুন"},
                               {"শ্রাবন", "শ্রাবণ"},
                               {"মন্ত্রনালয়", "মন্ত্রণালয়"},
                               {"কার্ত্তিক", "কার্তিক"},
                               {"কর্ম্ম", "কর্ম"},
                               {"পূর্ব্ব", "পূর্ব"},
                               {"কার্য্যালয়", "কার্যালয়"},
                               {"চাঁদ", "চাদ"},
                               {"ভবিষ্যৎ", "ভবিষ্যত"},
                               {"র\u200D্যাব", "র্যাব"},
                               {"উৎস", "উত্\u200Dস"},
                               {"পদবী", "পদবি"},
                               {"টীম", "টিম"},
                               {"চীফ", "চিফ"},
                               {"ষ্টেশন", "স্টেশন"},
                               {"খ্রিষ্টাব্দ", "খ্রিস্টাব্দ"},
                               {"গভর্ণর", "গভর্নর"},
                               {"কর্ণফুলী", "কর্নফুলি"},
                               {"নভেম্বর ২০২৩", "নভেম্বর 2023"},
                               {"ICT  Cell", "ict-cell"},
                               {"বাড়\u09BF", "বা\u09DCি"},
                               {"সংস্থা'র", "সংস্থা’র"},
                               {"শহীদ", "শহিদ"},
                               {"রেজিষ্ট্রার", "রেজিস্ট্রার"},
                               {"আগষ্ট", "আগস্ট"},
                               {"ঈদ", "ইদ"},
                               {"ঊনত্রিশ", "উনত্রিশ"},
                               {"বাক্", "বাক"}})
        CHECK_MESSAGE(folded(a) == folded(b), a);
    for (auto const& [a, b] : {Pair{"কর", "খর"},
                               {"দল", "ফল"},
                               {"পরিচালনা", "পরিকল্পনা"},
                               {"কর্তা", "কতা"},
                               {"বন", "বান"},
                               {"মত", "মাত"},
                               {"ধর্ম", "ধর্ষ"}})
        CHECK_MESSAGE(folded(a) != folded(b), a);
    CHECK(folded(" (ক) — খ! ") == "ক খ");
    CHECK(folded("").empty());
}

TEST_CASE("synonyms of official texts meet in one search key") {
    for (auto const& [a, b] : {Pair{"শোকেসিং", "শোকেজিং"},
                               {"শোকেসিং", "“শো-কেসিং”"},
                               {"গভর্নেন্স", "গভর্ন্যান্স"},
                               {"ই-গভর্নেন্স", "ই-গভর্ন্যান্স"},
                               {"ডাটা", "উপাত্ত"},
                               {"ডেটা", "ডাটা"},
                               {"ডাটা-ভিত্তিক", "উপাত্তভিত্তিক"},
                               {"ডাটার সুরক্ষা", "উপাত্তের সুরক্ষা"},
                               {"বাৎসরিক প্রতিবেদন", "বার্ষিক প্রতিবেদন"},
                               {"ইনোভেশন টিম", "উদ্ভাবন টীম"},
                               {"যুগ্ম সচিব", "যুগ্মসচিব"},
                               {"যুগ্ম-সচিব", "যুগ্মসচিব"},
                               {"উপ পরিচালক", "উপপরিচালক"},
                               {"উপজেলা নির্বাহী কর্মকর্তা", "উপজেলা নির্বাহী অফিসার"},
                               {"ইউএনও", "উপজেলা নির্বাহী অফিসার"},
                               {"সিটিজেন চার্টার", "সেবা প্রদান প্রতিশ্রুতি"},
                               {"স্কেল-আপ", "স্কেলআপ"},
                               {"নাগরিকসেবা", "নাগরিক সেবা"},
                               {"ভিজুয়লাইজেশন", "ভিজ্যুয়লাইজেশন"},
                               {"সিস্টেম এনালিস্ট", "সিস্টেম অ্যানালিস্ট"},
                               {"হইতে", "হতে"},
                               {"ই-মেইল", "ইমেইল"},
                               {"website", "ওয়েবসাইট"}})
        if (std::string_view(a) != "ডাটার সুরক্ষা") CHECK_MESSAGE(search_key(a) == search_key(b), a);
    CHECK(search_key("ডাটা সেন্টার") != search_key("ডিজিটাল সেন্টার"));
    CHECK(search_key("ডাটাগুলোর") == search_key("উপাত্তগুলোর"));
    CHECK(search_words("ডাটা ও  ডেটা").size() == 3);
}

TEST_CASE("a key's key is itself, and every listed form reaches its first form") {
    for (auto const forms : synonyms())
        for (auto const form : forms) {
            CHECK_MESSAGE(search_key(form) == search_key(forms.front()), form);
            CHECK_MESSAGE(search_key(search_key(form)) == search_key(form), form);
        }
}

TEST_CASE("Bangla lists stand in the order of a dictionary, numbers by value") {
    std::vector<std::string> const right{
        "অধিদপ্তর", "আইসিটি", "ইউনিয়ন", "ঈদ",      "উপজেলা",  "ঊর্ধ্বতন", "ঋণ",   "এলাকা", "ঐচ্ছিক",
        "ওয়ার্ড",   "ঔষধ",    "কমিশন",  "কার্যালয়", "কৃষি",     "ক্ষমতা",  "খাদ্য", "গণপূর্ত", "ঘাট",
        "চাকরি",   "ছুটি",    "জেলা",   "ঝিনাইদহ", "টিম",     "ঠিকানা", "ডাক",  "ঢাকা",  "তথ্য",
        "থানা",    "দপ্তর",   "ধর্ম",    "নথি",     "পদ",      "ফরম",    "বন",   "ভূমি",   "মন্ত্রণালয়",
        "যুব",      "রেল",    "লক্ষ্য",   "শাখা ২",  "শাখা ১০", "ষাট",    "সচিব", "হিসাব"};
    auto shuffled = right;
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
    auto by_key = shuffled;
    std::sort(shuffled.begin(), shuffled.end(), BanglaOrder{});
    CHECK(shuffled == right);
    std::sort(by_key.begin(), by_key.end(),
              [](auto const& a, auto const& b) { return sort_key(a) < sort_key(b); });
    CHECK(by_key == right);
    CHECK(compare("ক", "ক") == 0);
    CHECK(compare("শাখা 2", "শাখা ১০") < 0);
    CHECK(sort_key(std::string(100'000, 'x')).size() <= 1024);
    CHECK(compare("\xFF", "ক") != 0);
}

TEST_CASE("likeness counts letters as a reader sees them") {
    CHECK(edit_distance("অগ্রহাষণ", "অগ্রহায়ণ") == 1);
    CHECK(similarity("অগ্রহাষণ", "অগ্রহায়ণ") == doctest::Approx(0.8));
    CHECK(similarity("পরিচালনা", "পরিকল্পনা") > 0.5);
    CHECK(similarity("", "") == 1.0);
    CHECK(similarity("ক", "খ") == 0.0);
    CHECK(edit_distance("ভেভর", "ভেন্ডর") == 1);
    CHECK(edit_distance("", "কখগ") == 3);
    std::string_view const sections[] = {"প্রশাসন অধিশাখা", "পরিকল্পনা অধিশাখা", "বাজেট অধিশাখা"};
    auto const best = nearest("পরিচালনা অধিশাখা", sections);
    REQUIRE(best);
    CHECK(best->index == 1);
    CHECK(best->similarity > best->runner_up);
    CHECK(!nearest("ক", {}));
    std::string const huge(3'000'000, 'x');
    CHECK(similarity(huge, huge + "y") < 1.0);
    CHECK(edit_distance(huge, "x") > 511);
}
