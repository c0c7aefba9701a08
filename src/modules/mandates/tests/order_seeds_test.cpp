// The two documents the product exists for, read from their own text where it is at hand.
#include "papers.hpp"

#include <algorithm>
#include <filesystem>

using namespace udb;
using namespace udb::mandates;
using namespace std::chrono;

namespace {

constexpr auto folder = UDB_SOURCE_DIR "/../shared/seeds";

Order seed(std::string const& name) {
    std::ifstream in(std::string(folder) + "/" + name, std::ios::binary);
    return read(std::string(std::istreambuf_iterator<char>(in), {}));
}

bool at_hand() { return std::filesystem::exists(folder); }

} // namespace

TEST_CASE("C23: head, memo and dates" * doctest::skip(!at_hand())) {
    auto const order = seed("cabinet-division-2023-11-16.txt");
    CHECK(order.kind == "notification");
    CHECK(order.head.government == "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার");
    CHECK(order.head.office == "মন্ত্রিপরিষদ বিভাগ");
    CHECK(order.head.section == "আইসিটি সেল");
    CHECK(order.head.website == "www.cabinet.gov.bd");
    REQUIRE(order.memo);
    CHECK(order.memo->raw == "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭");
    CHECK(order.memo->scheme == 18);
    CHECK(order.memo->groups
          == decltype(order.memo->groups){{"ministry", "04"},
                                          {"agency", "00"},
                                          {"place", "0000"},
                                          {"section", "832"},
                                          {"subject", "18"},
                                          {"file", "001"},
                                          {"year", "23"}});
    CHECK(order.memo->issue == "77");
    CHECK(order.dates.gregorian == Date{2023y / November / 16});
    CHECK(order.dates.bangla == "১ অগ্রহায়ণ ১৪৩০");
    CHECK(order.dates.agree == true);
    REQUIRE(order.cites.size() == 1);
    CHECK(order.cites[0].memo == "০৪.০০.০০০০.২৩২.৩৫.০০৬.১৩-১৮");
    CHECK(order.cites[0].date == Date{2013y / April / 8});
}

TEST_CASE("C23 §2: four tiers with their leaders and members" * doctest::skip(!at_hand())) {
    auto const order = seed("cabinet-division-2023-11-16.txt");
    REQUIRE(order.tiers.size() == 4);
    CHECK(order.seats.empty());
    CHECK(order.tiers[0].tier == "ministry");
    CHECK(order.tiers[0].leader_role == "chief_innovation_officer");
    CHECK(order.tiers[0].leader == "অতিরিক্ত সচিব/যুগ্মসচিব পর্যায়ের একজন কর্মকর্তা");
    REQUIRE(order.tiers[0].members.size() == 1);
    CHECK(order.tiers[0].members[0].starts_with("মনোনীত কর্মকর্তা ৩-৫ জন (ন্যূনতম ০১ জন করিয়া"));
    CHECK(order.tiers[1].tier == "agency");
    CHECK(order.tiers[1].leader_role == "innovation_officer");
    CHECK(order.tiers[1].leader == "পরিচালক পর্যায়ের মনোনীত একজন কর্মকর্তা");
    CHECK(order.tiers[1].members.size() == 1);
    CHECK(order.tiers[2].tier == "district");
    CHECK(
        order.tiers[2].leader
        == "অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি)/জেলা প্রশাসক কর্তৃক মনোনীত একজন অতিরিক্ত জেলা প্রশাসক");
    REQUIRE(order.tiers[2].members.size() == 3);
    CHECK(order.tiers[2].members[0] == "সিনিয়র সহকারী কমিশনার/সহকারী কমিশনার- ১ জন");
    CHECK(order.tiers[2].members[1] == "প্রোগ্রামার/সহকারী প্রোগ্রামার");
    CHECK(order.tiers[2].members[2].starts_with("জেলার অন্যান্য দপ্তর হইতে মনোনীত কর্মকর্তা ৫-৭ জন"));
    CHECK(order.tiers[3].tier == "upazila");
    CHECK(order.tiers[3].leader == "উপজেলা নির্বাহী অফিসার");
    REQUIRE(order.tiers[3].members.size() == 3);
    CHECK(order.tiers[3].members[0] == "সহকারী কমিশনার (ভূমি)");
}

TEST_CASE("C23 §4-§6: functions, closing and copies" * doctest::skip(!at_hand())) {
    auto const order = seed("cabinet-division-2023-11-16.txt");
    REQUIRE(order.functions.size() == 21);
    for (std::size_t i = 0; i < 21; ++i)
        CHECK(order.functions[i].no == std::int64_t(i) + 1);
    CHECK(order.functions[4].text.starts_with("প্রতি বৎসর ৩১ জুলাই-এর মধ্যে"));
    CHECK(order.functions[20].text.ends_with("কর্মকর্তার সহিত সমন্বয়সাধন।"));
    CHECK(order.copies.stated == 580);
    REQUIRE(order.copies.listed.size() == 9);
    CHECK(order.copies.listed[4].text == "জেলা প্রশাসক (সকল)।");
    CHECK_FALSE(order.copies.listed[4].copies);
    CHECK(order.copies.listed[5].copies == 1);
    REQUIRE(order.signatory);
    CHECK(order.signatory->name == "মো: ছাইফুল ইসলাম");
    CHECK(order.signatory->post == "যুগ্মসচিব");
    CHECK(order.signatory->phone == "৯৫১৩৩৩৯");
    CHECK(order.signatory->email == "js_eg@cabinet.gov.bd");
    CHECK(order.signatory->date == Date{2023y / November / 16});
    CHECK_FALSE(order.cancels_earlier);
    CHECK(order.amends.find("সংশোধনপূর্বক") != std::string::npos);
    CHECK(order.effective_at_once);
    REQUIRE(order.body.size() == 8);
    CHECK(order.body[1] == "২। ইনোভেশন টিমের গঠন:");
    CHECK(order.body[7] == "রাষ্ট্রপতির আদেশক্রমে,");
    CHECK(order.places.tiers == 2U);
}

TEST_CASE("C23: what is doubtful, and nothing else" * doctest::skip(!at_hand())) {
    auto const order = seed("cabinet-division-2023-11-16.txt");
    auto said = rules(order);
    std::sort(said.begin(), said.end());
    CHECK(said
          == Texts{"copies_in_groups", "date_mended", "items_run_together", "markup", "slip",
                   "slip", "slip", "slip", "slip"});
    CHECK(finding(order, "date_mended")->proposal == "১ অগ্রহায়ণ ১৪৩০");
}

TEST_CASE("L26: nine seats by post" * doctest::skip(!at_hand())) {
    auto const order = seed("labour-ministry-2026-01-26.txt");
    REQUIRE(order.seats.size() == 9);
    CHECK(order.tiers.empty());
    CHECK(order.seats[0]
          == OrderSeat{1,
                       {"অতিরিক্ত সচিব"},
                       "প্রশাসন",
                       "chief_innovation_officer",
                       "চিফ ইনোভেশন অফিসার",
                       "",
                       "অতিরিক্ত সচিব (প্রশাসন)"});
    for (std::size_t i = 1; i < 6; ++i) {
        CHECK(order.seats[i].posts == Texts{"যুগ্মসচিব", "উপসচিব"});
        CHECK(order.seats[i].role == "member");
    }
    CHECK(order.seats[2].unit == "পরিচালনা অধিশাখা");
    CHECK(order.seats[5].unit == "আন্তর্জাতিক সংস্থা অধিশাখা");
    CHECK(order.seats[8].no == 9);
    CHECK(order.seats[8].posts == Texts{"প্রোগ্রামার"});
    CHECK(order.seats[8].unit == "আইসিটি সেল");
    CHECK(order.seats[8].role == "member_secretary");
}

TEST_CASE("L26: head, functions, copies, closing" * doctest::skip(!at_hand())) {
    auto const order = seed("labour-ministry-2026-01-26.txt");
    CHECK(order.kind == "office_order");
    CHECK(order.head.office == "শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
    REQUIRE(order.memo);
    CHECK(order.memo->scheme == 22);
    CHECK(order.memo->issue == "5");
    CHECK(order.memo->groups.size() == 8);
    CHECK(order.dates.gregorian == Date{2026y / January / 26});
    CHECK(order.dates.bangla == "১২ মাঘ ১৪৩২");
    CHECK(order.dates.agree == true);
    REQUIRE(order.cites.size() == 1);
    CHECK(order.cites[0].memo == "০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০");
    CHECK(order.cites[0].date == Date{2025y / November / 6});
    REQUIRE(order.functions.size() == 24);
    CHECK(
        order.functions[7].text
        == "সেবা ডিজিটাইজেশনে নাগরিক ও সরকারের অধিকতর সমন্বয় নিশ্চিতকরণে ই-পার্টিসিপেশন বৃদ্ধির পদক্ষেপ "
           "গ্রহণ এবং ডিজিটাল বৈষম্য হ্রাসকল্পে সহায়ক সেবাসহ নানাবিধ উদ্যোগ গ্রহণ;");
    CHECK(order.functions[23].no == 24);
    CHECK(order.copies.stated == 20);
    REQUIRE(order.copies.listed.size() == 20);
    CHECK(order.copies.listed[19].text.starts_with("ব্যক্তিগত কর্মকর্তা"));
    REQUIRE(order.signatory);
    CHECK(order.signatory->name == "এ.এস.এম. মেহরাব হোসেন");
    CHECK(order.signatory->post == "প্রোগ্রামার");
    CHECK(order.signatory->phone == "৫৫১০০৮৪৪");
    CHECK(order.cancels_earlier);
    CHECK(order.effective_at_once);
    REQUIRE(order.body.size() == 3);
    CHECK(order.places.seats == 1U);
    CHECK(order.places.functions == 2U);
}

TEST_CASE("L26, row 3: the copies know the branch by another name" * doctest::skip(!at_hand())) {
    auto const order = seed("labour-ministry-2026-01-26.txt");
    auto const* doubt = finding(order, "unit_differs");
    REQUIRE(doubt);
    CHECK(doubt->where == "seats[2].unit");
    CHECK(doubt->severity == Severity::warning);
    CHECK(doubt->proposal == "পরিকল্পনা অধিশাখা");
    CHECK(doubt->said.bn.find("পরিচালনা অধিশাখা") != std::string::npos);
    CHECK(doubt->said.en.find("পরিকল্পনা অধিশাখা") != std::string::npos);
    for (auto const& one : order.findings)
        CHECK((one.severity == Severity::note || &one == doubt));
}
