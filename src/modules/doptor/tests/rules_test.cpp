// The rules of the directory import: mending, test rows, places, parents, merging.
#include "modules/doptor/arranging.hpp"
#include "modules/doptor/matching.hpp"
#include "modules/doptor/merging.hpp"
#include "modules/doptor/places.hpp"
#include "modules/doptor/reading.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::doptor;

namespace {

Entry office(std::int64_t id, std::string name, std::int64_t parent, int level) {
    return {.kind = Kind::office,
            .id = id,
            .name = {std::move(name), ""},
            .ministry = 5,
            .parent = parent,
            .level = level};
}

Directory directory_of(std::vector<Entry> entries) { return {.entries = std::move(entries)}; }

std::string why(Arranged const& plan, std::int64_t id) {
    for (auto const& line : plan.refused)
        if (line.outside == id) return line.notes.front().key;
    return {};
}

Planned const* taken(Arranged const& plan, std::int64_t id) {
    auto const at = std::ranges::find_if(
        plan.offices, [&](Planned const& p) { return p.key == Key{Kind::office, id}; });
    return at == plan.offices.end() ? nullptr : &*at;
}

} // namespace

TEST_CASE("a name is mended, and what was done is told") {
    struct Case {
        std::string_view written, mended, note;
    };
    constexpr Case cases[] = {
        {"মন্ত্রিপরিষদ বিভাগ ", "মন্ত্রিপরিষদ বিভাগ", ""},
        {"  Ministry of  Land", "Ministry of Land", ""},
        {"উপজেলা শিক্ষা অফিস, মেলান্দহ,জামালপুর", "উপজেলা শিক্ষা অফিস, মেলান্দহ, জামালপুর",
         "doptor.mended_punctuation"},
        {"জেলা প্রশাসকের কার্যালয় , হবিগঞ্জ", "জেলা প্রশাসকের কার্যালয়, হবিগঞ্জ",
         "doptor.mended_punctuation"},
        {"জেলা প্রশাসকের কার্যালয়, কক্সবাজার।", "জেলা প্রশাসকের কার্যালয়, কক্সবাজার",
         "doptor.mended_punctuation"},
        {"Roads &amp; Bridges", "Roads & Bridges", "doptor.mended_entities"},
        {"Roads &amp;amp; Bridges", "Roads & Bridges", "doptor.mended_entities"},
        {"COX&#39;S BAZAR", "Cox's Bazar", "doptor.mended_entities"},
        {"OFFICE OF THE UNO", "Office of the Uno", "doptor.mended_capitals"},
        {"MoPA", "MoPA", ""},
        {"BSTI", "BSTI", ""},
        {"A & B; C", "A & B; C", ""},
        {" ।, ", "", "doptor.mended_punctuation"},
        {"", "", ""},
    };
    for (auto const& c : cases) {
        CAPTURE(c.written);
        std::vector<Message> notes;
        CHECK(mended_name(c.written, notes) == c.mended);
        CHECK((notes.empty() ? "" : notes.front().key) == c.note);
    }
}

TEST_CASE("a row made to try the system out is known by its first or last word") {
    struct Case {
        BilingualText name;
        bool test;
    };
    Case const cases[] = {
        {{"টেস্ট মন্ত্রনালয় ১", "Test Ministry 1"}, true},
        {{"ডেমো মন্ত্রণালয়", ""}, true},
        {{"দপ্তর টেস্ট ২", ""}, true},
        {{"", "demo2"}, true},
        {{"aaaa", ""}, true},
        {{"পরীক্ষা নিয়ন্ত্রকের কার্যালয়", "Controller of Examinations"}, false},
        {{"বীজ টেস্ট গবেষণাগার", "Seed Test Laboratory"}, false},
        {{"ডেমোগ্রাফি শাখা", "Demography Section"}, false},
        {{"", ""}, false},
    };
    for (auto const& c : cases) {
        CAPTURE(c.name.bn);
        CAPTURE(c.name.en);
        CHECK(is_test_name(c.name) == c.test);
    }
}

TEST_CASE("memo codes are read in either script, and only whole") {
    std::vector<Message> notes;
    CHECK(codes_of("০৫.৪২.১৫০০", notes) == MemoCodes{"05", "42", "1500"});
    CHECK(codes_of(" 05.42.0000 ", notes) == MemoCodes{"05", "42", "0000"});
    CHECK(codes_of("", notes) == MemoCodes{});
    CHECK(notes.empty());
    CHECK(codes_of("05.42.150", notes) == MemoCodes{});
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().key == "doptor.mended_code");
}

TEST_CASE("a web address loses the words before it, and goes where it is none") {
    std::vector<Message> notes;
    CHECK(mended_website("www.mopa.gov.bd", notes) == "www.mopa.gov.bd");
    CHECK(notes.empty());
    CHECK(mended_website("website:dss.manikganj.gov.bd", notes) == "dss.manikganj.gov.bd");
    CHECK(notes.size() == 1);
    CHECK(mended_website("নেই", notes).empty());
    CHECK(notes.back().key == "doptor.mended_website");
}

TEST_CASE("the place code follows from the district and upazila that end the name") {
    Directory const directory = directory_of(
        {{.kind = Kind::division, .id = 3, .name = {"ঢাকা", "Dhaka"}, .code = "30"},
         {.kind = Kind::district, .id = 1, .name = {"ঢাকা ", "DHAKA"}, .code = "26", .parent = 3},
         {.kind = Kind::district, .id = 2, .name = {"জামালপুর", ""}, .code = "39", .parent = 9},
         {.kind = Kind::upazila, .id = 7, .name = {"মেলান্দহ ", ""}, .code = "61", .parent = 2},
         {.kind = Kind::upazila, .id = 8, .name = {"সদর", ""}, .code = "5", .parent = 2}});
    Places const places{directory};
    CHECK(places.code_of({"উপজেলা শিক্ষা অফিস, মেলান্দহ, জামালপুর", ""}, false) == "3961");
    CHECK(places.code_of({"উপজেলা শিক্ষা অফিস, সদর, জামালপুর", ""}, false) == "3905");
    CHECK(places.code_of({"উপজেলা শিক্ষা অফিস, অজানা, জামালপুর", ""}, false) == "3900");
    CHECK(places.code_of({"জেলা প্রশাসকের কার্যালয়, ঢাকা", ""}, false) == "2600");
    CHECK(places.code_of({"বিভাগীয় কমিশনারের কার্যালয়, ঢাকা", ""}, true) == "3000");
    CHECK(places.code_of({"ঢাকা", ""}, false).empty());
}

TEST_CASE("offices come parents first, whatever the order of the rows") {
    auto const plan = arranged(
        directory_of({office(3, "জেলা কার্যালয়, ক", 2, 5), office(2, "বিভাগীয় কার্যালয়, খ", 1, 4),
                      office(1, "মন্ত্রণালয় গ", 0, 1)}),
        {});
    REQUIRE(plan.offices.size() == 3);
    CHECK(plan.refused.empty());
    CHECK(plan.offices[0].key.id == 1);
    CHECK(plan.offices[1].key.id == 2);
    CHECK(plan.offices[2].key.id == 3);
    CHECK(plan.offices[2].office.level == Level::district);
    CHECK(plan.offices[0].also == Key{Kind::ministry, 5});
}

TEST_CASE("wrong parents are refused with their reason, and what hangs on them") {
    auto const plan =
        arranged(directory_of({office(1, "নিজের নিচে", 1, 5), office(2, "চক্র ক", 3, 5),
                               office(3, "চক্র খ", 4, 5), office(4, "চক্র গ", 2, 5),
                               office(5, "চক্রের নিচে", 2, 6), office(6, "টেস্ট দপ্তর", 0, 1),
                               office(7, "টেস্টের নিচে", 6, 5), office(8, "", 0, 1),
                               office(9, "অজানার নিচে", 777, 5)}),
                 {});
    CHECK(plan.offices.empty());
    CHECK(why(plan, 1) == "doptor.refused_own_parent");
    for (auto const id : {2, 3, 4})
        CHECK(why(plan, id) == "doptor.refused_circle");
    CHECK(why(plan, 5) == "doptor.refused_parent_refused");
    CHECK(why(plan, 6) == "doptor.refused_test");
    CHECK(why(plan, 7) == "doptor.refused_parent_refused");
    CHECK(why(plan, 8) == "doptor.refused_no_name");
    CHECK(why(plan, 9) == "doptor.refused_parent_unknown");
}

TEST_CASE("an unknown parent is mended by the ministry, a known one needs no file") {
    auto const rows = std::vector{
        office(9, "জেলা কার্যালয়, ক", 777, 5),
        Entry{.kind = Kind::ministry, .id = 5, .name = {"জনপ্রশাসন মন্ত্রণালয়", ""}, .code = "০৫"}};
    auto const mended = arranged(directory_of(rows), {});
    REQUIRE(taken(mended, 9));
    CHECK(taken(mended, 9)->parent == Key{Kind::ministry, 5});
    CHECK(taken(mended, 9)->line.notes.front().key == "doptor.mended_parent");

    auto const known = arranged(directory_of(rows), {{Kind::office, 777}});
    REQUIRE(taken(known, 9));
    CHECK(taken(known, 9)->parent == Key{Kind::office, 777});
    CHECK(taken(known, 9)->line.notes.empty());
}

TEST_CASE("a long chain of offices is put in order without delay") {
    std::vector<Entry> chain;
    for (std::int64_t id = 100'000; id > 0; --id)
        chain.push_back(office(id, "দপ্তর", id - 1, id == 1 ? 1 : 5));
    auto const plan = arranged(directory_of(std::move(chain)), {});
    REQUIRE(plan.offices.size() == 100'000);
    CHECK(plan.offices.back().depth == 99'999);
}

TEST_CASE("an import changes what the directory changed, and nothing that was corrected by hand") {
    FormValues const before{{"name_bn", "ক"}, {"website", "a.gov.bd"}};
    FormValues const by_hand{{"name_bn", "ক"}, {"website", "b.gov.bd"}};
    CHECK(merged(by_hand, before, before) == by_hand);
    CHECK(merged(by_hand, before, {{"name_bn", "খ"}, {"website", "a.gov.bd"}})
          == FormValues{{"name_bn", "খ"}, {"website", "b.gov.bd"}});
    CHECK(merged(by_hand, before, {{"name_bn", "ক"}, {"website", "c.gov.bd"}})
          == FormValues{{"name_bn", "ক"}, {"website", "c.gov.bd"}});
    CHECK(merged(by_hand, before, {{"name_bn", ""}}) == by_hand);
    // Before the first import only what is empty is filled.
    CHECK(merged({{"name_bn", "ক"}, {"name_en", ""}}, {}, {{"name_bn", "খ"}, {"name_en", "B"}})
          == FormValues{{"name_bn", "ক"}, {"name_en", "B"}});
    CHECK(said_in(said_of(before)) == before);
    CHECK(said_in("{").empty());
}

TEST_CASE("an office entered by hand is matched by name and place, and only where it is one") {
    auto const match = [](std::vector<Unlinked> known, udb::Office const& office) {
        return Candidates{std::move(known)}.matching(office);
    };
    Unlinked const land{.id = {4}, .name = "উপজেলা ভূমি অফিস", .parent = {2}};
    udb::Office office{.name_bn = "উপজেলা ভূমি অফিস", .parent = {2}};
    CHECK(match({land}, office).office == Id<Office>{4});
    office.parent = {3};
    CHECK_FALSE(match({land}, office).office);
    CHECK(match({land}, office).same_name == Id<Office>{4});
    auto other = land;
    other.id = {5};
    office.parent = {2};
    CHECK(match({land, other}, office).ambiguous);
    other.place_code = "3300";
    office.place_code = "3961";
    CHECK(match({land, other}, office).office == Id<Office>{4});
}

TEST_CASE("files that are no directory are refused by name") {
    struct Case {
        std::string_view bytes, why;
    };
    constexpr Case cases[] = {
        {"", "doptor.not_json"},
        {"{\"data\": [", "doptor.not_json"},
        {"[]", "doptor.no_rows"},
        {"{\"data\": {\"1\": 2}}", "doptor.no_rows"},
        {"{\"data\": [{\"x\": 1}, null, 3]}", "doptor.no_rows"},
        {"\"text\"", "doptor.no_rows"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.bytes);
        SourceFile const file{"a.json", c.bytes};
        auto const read_one = read(std::span(&file, 1));
        REQUIRE_FALSE(read_one);
        CHECK(read_one.error().fields.front().message.key == c.why);
    }
    SourceFile const well{"a.json",
                          "\xEF\xBB\xBF{\"data\":[{\"id\":\"৩\",\"office_name_bng\":\"ক\","
                          "\"office_name_eng\":null,\"parent_office_id\":-4}]}"};
    auto const directory = read(std::span(&well, 1));
    REQUIRE(directory);
    REQUIRE(directory->entries.size() == 1);
    CHECK(directory->entries[0].id == 3);
    CHECK(directory->entries[0].parent == 0);
}

TEST_CASE("a row that comes twice is one, and the second fills the first") {
    SourceFile const files[] = {
        {"a.json", R"({"data":[{"id":3,"office_name_bng":"ক","office_ministry_id":5}]})"},
        {"b.json",
         R"({"data":[{"id":3,"office_name_bng":"ক","digital_nothi_code":"05.42.1500"}]})"}};
    auto const directory = read(files);
    REQUIRE(directory);
    REQUIRE(directory->entries.size() == 1);
    CHECK(directory->entries[0].code == "05.42.1500");
    CHECK(directory->entries[0].ministry == 5);
}
