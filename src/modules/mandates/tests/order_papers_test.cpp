// Papers of other offices, in other shapes: tables, tabs, dashes, lines, both registers, English.
#include "papers.hpp"

using namespace udb;
using namespace udb::mandates;
using namespace std::chrono;

TEST_CASE("a clean order gives no doubt") {
    auto const order = read(paper("clean.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.seats.size() == 4);
    CHECK(order.functions.size() == 3);
    CHECK(order.copies.stated == 4);
    CHECK(order.copies.listed.size() == 4);
    CHECK(order.cancels_earlier);
    CHECK(order.body.size() == 3);
}

TEST_CASE("a district's table with a head row: names, posts, offices, roles") {
    auto const order = read(paper("district.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.head.office == "জেলা প্রশাসকের কার্যালয়, নীলগঞ্জ");
    CHECK(order.head.section == "শিক্ষা ও আইসিটি শাখা");
    CHECK(order.memo->issue == "112");
    CHECK(order.dates.agree == true);
    REQUIRE(order.seats.size() == 5);
    CHECK(order.seats[0].person == "জনাব আরিফ হাসান");
    CHECK(order.seats[0].posts == Texts{"অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি)"});
    CHECK(order.seats[0].unit == "জেলা প্রশাসকের কার্যালয়");
    CHECK(order.seats[0].role == "innovation_officer");
    CHECK(order.seats[2].unit == "আইসিটি অধিদপ্তর, নীলগঞ্জ");
    CHECK(order.seats[4].person == "জনাব প্রদীপ রায়");
    CHECK(order.copies.stated == 7);
    CHECK(order.copies.listed.size() == 6);
    CHECK(order.copies.listed[4].copies == 2);
    CHECK(order.signatory->name == "নাজমুল করিম");
    CHECK(order.signatory->post == "জেলা প্রশাসক");
    CHECK(order.signatory->office == "নীলগঞ্জ");
    CHECK(order.cites[0].date == Date{2023y / November / 16});
    CHECK(order.effective_at_once);
    CHECK_FALSE(order.cancels_earlier);
}

TEST_CASE("an upazila's order with tabs and lettered functions") {
    auto const order = read(paper("upazila.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.head.office == "উপজেলা নির্বাহী অফিসারের কার্যালয়, শাপলাপুর, নীলগঞ্জ");
    CHECK(order.dates.gregorian == Date{2025y / April / 15});
    CHECK(order.dates.agree == true);
    REQUIRE(order.seats.size() == 6);
    CHECK(order.seats[1].posts == Texts{"সহকারী কমিশনার (ভূমি)"});
    CHECK(order.seats[2].posts == Texts{"প্রোগ্রামার", "সহকারী প্রোগ্রামার"});
    CHECK(order.seats[5].unit == "শাপলাপুর পাইলট উচ্চ বিদ্যালয়");
    REQUIRE(order.functions.size() == 3);
    CHECK(order.functions[2].no == 3);
    CHECK(order.functions[2].text == "বার্ষিক প্রতিবেদন প্রণয়ন।");
    CHECK(order.effective_on == Date{2025y / May / 1});
    CHECK_FALSE(order.effective_at_once);
    CHECK(order.signatory->post == "উপজেলা নির্বাহী অফিসার");
}

TEST_CASE("an agency's order in সাধু, seats and paragraphs numbered alike") {
    auto const order = read(paper("agency_sadhu.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.head.office == "নদী বন্দর শ্রমিক সেবা অধিদপ্তর");
    CHECK(order.head.section == "প্রশাসন শাখা");
    CHECK(order.memo->scheme == 18);
    CHECK(order.memo->issue == "550");
    REQUIRE(order.seats.size() == 4);
    CHECK(order.seats[0].unit == "প্রশাসন ও অর্থ");
    CHECK(order.seats[3].role == "member_secretary");
    REQUIRE(order.functions.size() == 3);
    CHECK(order.functions[1].text
          == "আওতাধীন দপ্তরসমূহের উদ্ভাবনী উদ্যোগে সহযোগিতা প্রদান এবং প্রয়োজনীয় প্রশিক্ষণের ব্যবস্থাকরণ;");
    CHECK(order.cancels_earlier);
    CHECK(order.effective_at_once);
    CHECK(order.signatory->phone == "০২-৫৫৫৫১২৩৪");
    CHECK(order.cites[0].date == Date{2023y / November / 16});
    CHECK(order.copies.listed.size() == 5);
}

TEST_CASE("an order in English") {
    auto const order = read(paper("english.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.kind == "office_order");
    CHECK(order.head.office == "Ministry of Rivers and Harbours");
    CHECK(order.head.section == "ICT Cell");
    CHECK(order.memo->scheme == 22);
    CHECK(order.dates.gregorian == Date{2025y / February / 24});
    REQUIRE(order.seats.size() == 4);
    CHECK(order.seats[1].posts == Texts{"Joint Secretary", "Deputy Secretary"});
    CHECK(order.seats[1].unit == "Planning Wing");
    CHECK(order.seats[3].role == "member_secretary");
    REQUIRE(order.functions.size() == 3);
    CHECK(order.functions[0].text == "prepare and carry out the annual work plan;");
    CHECK(order.cancels_earlier);
    CHECK(order.effective_at_once);
    CHECK(order.signatory->name == "Md. Rafiqul Alam");
    CHECK(order.copies.stated == 3);
}

TEST_CASE("a meeting notice has no seats, and its agenda is no list of functions") {
    auto const order = read(paper("meeting_notice.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.kind == "notice");
    CHECK(order.subject == "ইনোভেশন টিমের জুলাই ২০২৫ মাসের সভা।");
    CHECK(order.seats.empty());
    CHECK(order.functions.empty());
    CHECK(order.body.size() == 6);
    CHECK(order.copies.listed.size() == 2);
    CHECK(order.signatory->name == "সুমাইয়া আক্তার");
}

TEST_CASE("a letter is known by its subject, and cites its reference") {
    auto const order = read(paper("letter.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.kind == "letter");
    CHECK(order.subject == "ইনোভেশন টিমের বার্ষিক প্রতিবেদন প্রেরণ সংক্রান্ত।");
    REQUIRE(order.references.size() == 1);
    REQUIRE(order.cites.size() == 1);
    CHECK(order.cites[0].memo == "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭");
    CHECK(order.cites[0].date == Date{2023y / November / 16});
    CHECK(order.memo->issue == "215");
    CHECK(order.signatory->name == "মাহমুদ আল ফারুক");
}

TEST_CASE("a memo number and a date in ASCII digits on one line") {
    auto const order = read(paper("ascii_memo.txt"));
    CHECK(rules(order) == Texts{});
    CHECK(order.kind == "circular");
    CHECK(order.memo->raw == "46.02.0000.045.18.007.22-318");
    CHECK(order.memo->scheme == 18);
    CHECK(order.dates.gregorian == Date{2025y / November / 1});
    CHECK_FALSE(order.dates.agree);
    CHECK(order.functions.size() == 2);
}

TEST_CASE("alternatives may each have a unit, and the role may stand on the next line") {
    auto const order = read(paper("several_units.txt"));
    CHECK(rules(order) == Texts{});
    REQUIRE(order.seats.size() == 4);
    CHECK(order.seats[1].posts == Texts{"উপসচিব"});
    CHECK(order.seats[1].unit == "পরিকল্পনা-১ শাখা / পরিকল্পনা-২ শাখা");
    CHECK(order.seats[2].posts == Texts{"যুগ্মসচিব", "উপসচিব"});
    CHECK(order.seats[2].unit == "উন্নয়ন অধিশাখা, নৌযান মন্ত্রণালয়");
    CHECK(order.seats[3].role == "member_secretary");
    CHECK(order.cancels_earlier);
    CHECK(order.cites.size() == 1);
}

TEST_CASE("C23 §2 as lines under each tier instead of a table") {
    auto const order = read(paper("tiers_lines.txt"));
    CHECK(rules(order) == Texts{});
    REQUIRE(order.tiers.size() == 2);
    CHECK(order.tiers[0].tier == "district");
    CHECK(order.tiers[0].leader == "অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি)");
    CHECK(order.tiers[0].members.size() == 2);
    CHECK(order.tiers[1].tier == "upazila");
    CHECK(order.seats.empty());
}

TEST_CASE("a page pasted as HTML") {
    auto const order = read(paper("html.txt"));
    CHECK(rules(order) == Texts{"markup"});
    CHECK(order.dates.agree == true);
    REQUIRE(order.seats.size() == 2);
    CHECK(order.seats[1].unit == "পরিকল্পনা শাখা");
    CHECK(order.signatory->post == "সিনিয়র সহকারী সচিব");
}

TEST_CASE("an older memo number is kept as it is, and roles of other committees are said") {
    auto const order = read(paper("old_number.txt"));
    REQUIRE(order.memo);
    CHECK(order.memo->raw == "সম(বিধি-৩)/কমিটি-১২/২০০৮-৪৫");
    CHECK_FALSE(order.memo->scheme);
    REQUIRE(order.seats.size() == 4);
    CHECK(order.seats[0].role.empty());
    CHECK(order.seats[0].role_text == "আহ্বায়ক");
    CHECK(order.seats[2].role_text == "তথ্য সংরক্ষক");
    CHECK(rules(order) == Texts{"role_unknown", "role_unknown"});
}

TEST_CASE("numbers that repeat, jump and go back are said") {
    auto const order = read(paper("circular_dup.txt"));
    CHECK(order.functions.size() == 5);
    CHECK(rules(order) == Texts{"number_twice", "numbers_missing", "number_back"});
    CHECK(finding(order, "number_twice")->where == "functions[2].no");
}

TEST_CASE("a typed upazila order: hyphens after labels, visargas, a rule between the dates") {
    auto const order = read(paper("upazila_typed.txt"));
    CHECK(rules(order) == Texts{"visarga"});
    CHECK(order.title == "অফিস আদেশ নং-১২/২০২৬");
    CHECK(order.memo->issue == "41");
    CHECK(order.dates.agree == true);
    REQUIRE(order.seats.size() == 4);
    CHECK(order.seats[0].person == "জনাব মোঃ আব্দুল করিম");
    CHECK(order.seats[0].posts == Texts{"উপজেলা নির্বাহী অফিসার"});
    CHECK(order.seats[0].unit == "সোনাপুর");
    CHECK(order.seats[3].posts == Texts{"উপজেলা সমাজসেবা অফিসার"});
    CHECK(order.functions.size() == 3);
    CHECK(order.signatory->name == "মোঃ আব্দুল করিম");
    CHECK(order.signatory->office == "সোনাপুর, নীলগঞ্জ");
    CHECK(order.signatory->email == "unosonapur@mopa.gov.bd");
    CHECK(order.copies.listed.size() == 3);
}

TEST_CASE("two memo numbers, a day that is not, a chair, and nobody's signature") {
    auto const order = read(paper("committee.txt"));
    CHECK(rules(order)
          == Texts{"impossible_date", "two_memos", "role_unknown", "signatory_missing"});
    CHECK(order.findings[0].severity == Severity::error);
    CHECK_FALSE(order.dates.gregorian);
    CHECK(order.seats.size() == 3);
    CHECK(order.seats[2].role == "member_secretary");
    CHECK(order.functions.size() == 2);
}
