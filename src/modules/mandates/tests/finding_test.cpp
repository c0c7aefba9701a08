// Every doubt: the clean paper gives none, the same paper one value apart gives exactly one.
#include "modules/mandates/finding_slips.hpp"
#include "papers.hpp"

using namespace udb;
using namespace udb::mandates;

namespace {

struct Case {
    std::string_view what, with; ///< the change to clean.txt
    std::string_view rule, where;
    Severity severity;
    std::string_view proposal = {};
};

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto note = Severity::note;

Case const cases[] = {
    {"নম্বর: ১৮.০০.০০০০.০০০.০৩৬.৩২.০০০৬.২৪.৭\n", "\n", "memo_missing", "memo", warning},
    {"নম্বর: ১৮.০০.০০০০.০০০.০৩৬.৩২.০০০৬.২৪.৭\n",
     "নম্বর: ১৮.০০.০০০০.০০০.০৩৬.৩২.০০০৬.২৪.৭\nনম্বর: ১৮.০০.০০০০.০০০.০৩৬.৩২.০০০৬.২৪.৮\n", "two_memos",
     "memo", warning},
    {"অফিস আদেশ\n\nমন্ত্রিপরিষদ", "\nমন্ত্রিপরিষদ", "kind_unknown", "kind", warning},
    {"১২ মাঘ", "১৫ মাঘ", "dates_differ", "dates.bangla", warning, "১২ মাঘ ১৪৩২"},
    {"১২ মাঘ ১৪৩২ বঙ্গাব্দ", "৩৫ মাঘ ১৪৩২ বঙ্গাব্দ", "impossible_date", "dates", error},
    {"২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ", "২৬ জানুযাবি ২০২৬ খ্রিস্টাব্দ", "date_mended", "dates.gregorian", note,
     "2026-01-26"},
    {"২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ", "৩০ ফেব্রুয়ারি ২০২৬ খ্রিস্টাব্দ", "impossible_date", "dates", error},
    {"০৬ নভেম্বর ২০২৫", "৩১ নভেম্বর ২০২৫", "impossible_date", "body[0]", warning},
    {"চিফ ইনোভেশন অফিসার", "আহ্বায়ক", "role_unknown", "seats[0].role", warning},
    {"(পরিকল্পনা অধিশাখা)", "(পরিচালনা অধিশাখা)", "unit_differs", "seats[1].unit", warning,
     "পরিকল্পনা অধিশাখা"},
    {"(বাজেট অধিশাখা)", "(পরিকল্পনা অধিশাখা)", "post_twice", "seats[2].posts", warning},
    {"| ০৩. যুগ্মসচিব", "| ০৪. যুগ্মসচিব", "number_missing", "seats[2].no", warning},
    {"(২) ত্রৈমাসিক", "(১) ত্রৈমাসিক", "number_twice", "functions[1].no", warning},
    {"৪। যুগ্মসচিব, বাজেট", "৬। যুগ্মসচিব, বাজেট", "numbers_missing", "copies.listed[3].no", warning},
    {"২৪.৭/১(৪)", "২৪.৭/১(৫)", "copies_differ", "copies.stated", warning},
    {"মন্ত্রিপরিষদ সচিব, মন্ত্রিপরিষদ বিভাগ।", "সচিব (সকল)।", "copies_in_groups", "copies.stated",
     note},
    {"২৪.৭/১(৪)", "২৪.৮/১(৪)", "copy_memo_differs", "copies", warning},
    {"২৪.৭/১(৪)\n", "২৪.৭/১(৪)\nতারিখ: ২৭ জানুয়ারি ২০২৬\n", "copy_date_differs", "copies", warning},
    {"২৬-০১-২০২৬\nরুবাইয়া", "২৮-০১-২০২৬\nরুবাইয়া", "signed_other_day", "signatory.date", note},
    {"বার্ষিক কর্মপরিকল্পনা", "উর্দ্ধতন কর্মপরিকল্পনা", "slip", "functions[0].text", note, "ঊর্ধ্বতন"},
    {"ত্রৈমাসিক সভা অনুষ্ঠান; এবং", "ত্রৈমাসিক\n\nসভা অনুষ্ঠান; এবং", "function_joined",
     "functions[1].text", note},
    {"করা হলো:", "করা হলোঃ", "visarga", "text", note},
    {"অফিস আদেশ\n\n", "<b>অফিস আদেশ\n\n", "markup", "text", note},
};

} // namespace

TEST_CASE("one value apart from a clean paper, one doubt") {
    auto const clean = paper("clean.txt");
    for (auto const& one : cases) {
        CAPTURE(one.with);
        auto order = read(changed(clean, one.what, one.with));
        auto const said = rules(order);
        auto const* found = finding(order, one.rule);
        REQUIRE(found);
        CHECK(found->where == one.where);
        CHECK(found->severity == one.severity);
        CHECK(found->proposal == one.proposal);
    }
}

TEST_CASE("one change does not set off doubts about other things") {
    auto const clean = paper("clean.txt");
    for (auto const& one : cases) {
        CAPTURE(one.with);
        auto const said = rules(read(changed(clean, one.what, one.with)));
        // A number changed in the middle is missed at its place and repeated or skipped at the
        // next.
        auto const in_list = one.rule.starts_with("number");
        CHECK(said.size() <= (in_list ? 3U : 1U));
    }
}

TEST_CASE("a paper dated by the calendar before 2019 is told from one wrongly dated") {
    // 2025-03-14 is ২৯ ফাল্গুন ১৪৩১; by the old rule it was ৩০ ফাল্গুন.
    auto text = changed(paper("clean.txt"), "২৬ জানুয়ারি ২০২৬", "১৪ মার্চ ২০২৫");
    text = changed(text, "২৬-০১-২০২৬", "১৪-০৩-২০২৫");
    auto const old = read(changed(text, "১২ মাঘ ১৪৩২", "৩০ ফাল্গুন ১৪৩১"));
    CHECK(rules(old) == Texts{"old_calendar"});
    CHECK(old.dates.agree == false);
    CHECK(finding(old, "old_calendar")->proposal == "২৯ ফাল্গুন ১৪৩১");
    CHECK(rules(read(changed(text, "১২ মাঘ ১৪৩২", "২৯ ফাল্গুন ১৪৩১"))) == Texts{});
}

TEST_CASE("without a signature, that is said; with a post alone, the name is missed") {
    auto text = paper("clean.txt");
    auto const begin = text.find("২৬-০১-২০২৬\nরুবাইয়া"), end = text.find("নম্বর: ", begin);
    text.erase(begin, end - begin);
    text.erase(text.find("২৬-০১-২০২৬\nরুবাইয়া"));
    CHECK(rules(read(text)) == Texts{"signatory_missing"});
    auto const post =
        changed(paper("clean.txt"), "রুবাইয়া সুলতানা\nপ্রোগ্রামার\n৫৫১", "জেলা প্রশাসক\n৫৫১");
    CHECK(rules(read(post)) == Texts{"signatory_unnamed"});
}

TEST_CASE("two sections that differ in their number are two sections") {
    auto text = changed(paper("clean.txt"), "(বাজেট অধিশাখা)", "(বাজেট-১ অধিশাখা)");
    text = changed(text, "যুগ্মসচিব, বাজেট অধিশাখা", "যুগ্মসচিব, বাজেট-২ অধিশাখা");
    CHECK(rules(read(text)) == Texts{});
}

TEST_CASE("a copy line may say how many copies it is") {
    auto text =
        changed(paper("clean.txt"), "মন্ত্রিপরিষদ সচিব, মন্ত্রিপরিষদ বিভাগ।", "অফিস কপি (৩ কপি)।");
    CHECK(rules(read(text)) == Texts{"copies_differ"});
    CHECK(rules(read(changed(text, "২৪.৭/১(৪)", "২৪.৭/১(৬)"))) == Texts{});
}

TEST_CASE("the slips of the data file differ from what they stand for") {
    CHECK(known_slips().size() >= 10);
    for (auto const& slip : known_slips())
        CHECK(slip.wrong != slip.right);
}

TEST_CASE("a slip inside a longer word is no slip") {
    auto const order = read(changed(paper("clean.txt"), "বার্ষিক", "অতীষ্টকর"));
    CHECK(rules(order) == Texts{});
    CHECK(rules(read(changed(paper("clean.txt"), "বার্ষিক", "অতীষ্ট"))) == Texts{"slip"});
}
