// The import on both databases: taken once, brought up to date after, never doubled; and its speed.
#include "host/application.hpp"
#include "host/journal.hpp"
#include "host/search.hpp"
#include "modules/doptor/import_store.hpp"
#include "modules/offices/offices.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace udb;
using namespace udb::doptor;
using namespace std::chrono_literals;

namespace {

constexpr Module const* modules[] = {&offices::manifest, &doptor::manifest};
constexpr Date today = std::chrono::year{2026} / 11 / 22;

struct Desk {
    Database& database;
    Actor actor{.account = {1},
                .officer = {},
                .office = {},
                .name = {"প্রশাসক", "Administrator"},
                .assignments = {{Role::administrator, "/"}}};

    template <class Act>
    auto act(Act const& verb) const {
        return database.write([&](Db& db) {
            Work work{.db = db,
                      .actor = actor,
                      .today = today,
                      .now = Instant{std::chrono::sys_days{today}}};
            return verb(work);
        });
    }
    Result<Imported> take(std::string const& json) const {
        SourceFile const file{"offices.json", json};
        return act([&](Work& work) { return import(work, std::span(&file, 1)); });
    }
    Report taken(std::string const& json) const {
        auto imported = take(json);
        if (!imported) FAIL(imported.error().message.key, " ", imported.error().fields.size());
        return std::move(imported->report);
    }
    std::int64_t number(std::string_view sql) const {
        return database.read([&](Db& db) { return db.one(sql)->get<std::int64_t>(0); });
    }
};

std::string row(int id, std::string const& name, int parent, int level,
                std::string const& more = "") {
    return R"({"id":)" + std::to_string(id) + R"(,"office_name_bng":")" + name
           + R"(","office_ministry_id":5,"parent_office_id":)" + std::to_string(parent)
           + R"(,"office_layer":{"layer_level":)" + std::to_string(level) + "}" + more + "}";
}
std::string page_of(std::vector<std::string> const& rows) {
    std::string out = R"({"status":"success","data":[)";
    for (auto const& one : rows)
        out += (out.back() == '[' ? "" : ",") + one;
    return out + "]}";
}

/// The shape and the dirt of the real one, `count` offices in a tree five deep.
std::string made_up(int count) {
    std::vector<std::string> rows;
    for (int id = 1; id <= count; ++id) {
        auto const parent = id == 1 ? 0 : id / 8 + (id < 8 ? 1 : 0);
        auto const level = id == 1 ? 1 : 2 + (id % 6);
        auto name = "কার্যালয়  " + std::to_string(id) + ",স্থান " + std::to_string(id % 64) + " ";
        if (id % 1000 == 0) name = "টেস্ট দপ্তর";
        if (id % 1500 == 0) name = " ";
        rows.push_back(
            row(id, name, id % 777 == 0 ? id : parent, level,
                R"(,"digital_nothi_code":"০৫.৪২.১৫০০","office_web":"website:a.gov.bd")"));
    }
    return page_of(rows);
}

} // namespace

TEST_CASE("the directory is taken once, and a further import doubles nothing") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        auto const page = page_of({row(3, "জেলা প্রশাসকের কার্যালয়,গাজীপুর ", 8, 5),
                                   row(8, "জনপ্রশাসন মন্ত্রণালয়", 0, 1), row(9, "টেস্ট দপ্তর", 8, 5)});
        auto const first = desk.taken(page);
        CHECK(first.count(Kind::office, Outcome::added) == 2);
        CHECK(first.count(Kind::office, Outcome::refused) == 1);
        CHECK(first.mended == 1);
        auto const again = desk.taken(page);
        CHECK(again.count(Kind::office, Outcome::added) == 0);
        CHECK(again.count(Kind::office, Outcome::unchanged) == 2);
        CHECK(desk.number("select count(*) from offices") == 2);
        CHECK(desk.number("select count(*) from events where kind = 'office.entered'") == 2);
        CHECK(desk.number("select count(*) from events where kind = 'doptor.imported'") == 2);
        database.read([](Db& db) {
            CHECK(count_records(db, "office") == 2);
            CHECK(ids_matching(db, {.text = "গাজীপুর", .kind = "office"}).ids.size() == 1);
            CHECK(journal::verify(db).problem_count == 0);
        });
    });
}

TEST_CASE("what the directory changed is brought up to date, moves included") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.taken(
            page_of({row(8, "জনপ্রশাসন মন্ত্রণালয়", 0, 1), row(10, "বিভাগীয় কার্যালয়, ঢাকা", 8, 4),
                     row(3, "জেলা কার্যালয়, গাজীপুর", 8, 5)}));
        auto const moved = desk.taken(
            page_of({row(8, "জনপ্রশাসন মন্ত্রণালয়", 0, 1), row(10, "বিভাগীয় কার্যালয়, ঢাকা", 8, 4),
                     row(3, "জেলা কার্যালয়, গাজীপুর সদর", 10, 5)}));
        CHECK(moved.count(Kind::office, Outcome::updated) == 1);
        CHECK(moved.count(Kind::office, Outcome::unchanged) == 2);
        database.read([](Db& db) {
            auto const links = links_of(db);
            auto const office =
                offices::find_office(db, as<Office>(links.at({Kind::office, 3}).record));
            CHECK(office->office.name_bn == "জেলা কার্যালয়, গাজীপুর সদর");
            CHECK(as_record(office->office.parent) == links.at({Kind::office, 10}).record);
            CHECK(offices::way_to(db, office->path()).size() == 3);
        });
    });
}

TEST_CASE("an office entered by hand keeps its number, and its own words") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        auto const by_hand = desk.act([](Work& work) {
            return offices::add_office(work, {.name_bn = "জনপ্রশাসন মন্ত্রনালয়",
                                              .level = Level::ministry,
                                              .website = "mopa.gov.bd"});
        });
        REQUIRE(by_hand);
        auto const report = desk.taken(
            page_of({row(8, "জনপ্রশাসন মন্ত্রণালয় ", 0, 1,
                         R"(,"office_web":"x.gov.bd","digital_nothi_code":"05.00.0000")")}));
        CHECK(report.count(Kind::office, Outcome::matched) == 1);
        database.read([&](Db& db) {
            auto const office = offices::find_office(db, *by_hand)->office;
            CHECK(office.name_bn == "জনপ্রশাসন মন্ত্রনালয়");
            CHECK(office.website == "mopa.gov.bd");
            CHECK(office.ministry_code == "05");
        });
        CHECK(desk.number("select count(*) from offices") == 1);
    });
}

TEST_CASE(
    "posts are taken with their units, matched by hand's, and refused where it cannot be told") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.taken(page_of({row(8, "জনপ্রশাসন মন্ত্রণালয়", 0, 1)}));
        auto const office = desk.database.read(
            [](Db& db) { return as<Office>(links_of(db).at({Kind::office, 8}).record); });
        auto const by_hand = desk.act([&](Work& work) {
            return offices::add_post(
                work, {.office = office, .title_bn = "প্রোগ্রামার", .unit_bn = "আইসিটি সেল"});
        });
        REQUIRE(by_hand);
        std::string const posts = R"({"data":{"8":{"office_id":8,"units":[{"office_unit_id":1,
            "unit_name_bng":"আইসিটি  সেল","designations":{
              "5":{"designation_id":5,"designation_bng":"প্রোগ্রামার "},
              "6":{"designation_id":6,"designation_bng":"সচিব","is_office_head":true},
              "7":{"designation_id":7,"designation_bng":""}}}]},
            "99":{"office_id":99,"units":[{"office_unit_id":2,"unit_name_bng":"ক","designations":{
              "9":{"designation_id":9,"designation_bng":"পরিচালক"}}}]}}})";
        auto const first = desk.taken(posts);
        CHECK(first.count(Kind::designation, Outcome::matched) == 1);
        CHECK(first.count(Kind::designation, Outcome::added) == 1);
        CHECK(first.count(Kind::designation, Outcome::refused) == 2);
        CHECK(desk.taken(posts).count(Kind::designation, Outcome::unchanged) == 2);
        CHECK(desk.number("select count(*) from posts") == 2);
        CHECK(desk.number("select is_head from posts where title_bn = 'সচিব'") == 1);
    });
}

TEST_CASE("a trial tells the same and saves nothing; only an administrator may take") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const page = page_of({row(8, "জনপ্রশাসন মন্ত্রণালয়", 0, 1)});
        SourceFile const file{"offices.json", page};
        auto const report =
            tried([&](auto const& work) { return desk.act(work); }, std::span(&file, 1));
        REQUIRE(report);
        CHECK(report->count(Kind::office, Outcome::added) == 1);
        CHECK(desk.number("select count(*) from records") == 0);
        desk.actor.assignments = {{Role::head_of_office, "/"}};
        auto const barred = desk.take(page);
        REQUIRE_FALSE(barred);
        CHECK(barred.error().kind == Error::Kind::forbidden);
    });
}

TEST_CASE("the pages are the administrator's, and a file that is none says so") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const desk{database};
        desk.taken(page_of({row(8, "জনপ্রশাসন মন্ত্রণালয়", 0, 1), row(9, "টেস্ট দপ্তর", 8, 5)}));
        auto const now = Instant{std::chrono::sys_days{today}};
        test::Site const site{database, modules, desk.actor, now};
        auto const list = site.get("/doptor");
        CHECK(list.status == 200);
        auto const report = site.get("/doptor/1", {}, "en");
        CHECK(report.status == 200);
        CHECK(test::says(report, "A test row."));
        CHECK(site.get("/doptor/2").status == 404);
        CHECK(site.post("/doptor", {{"do", "take"}}).status == 422);
        auto head = desk.actor;
        head.assignments = {{Role::head_of_office, "/"}};
        test::Site const other{database, modules, head, now};
        CHECK(other.get("/doptor").status == 403);
        CHECK(other.post("/doptor", {{"do", "take"}}).status == 403);
    });
}

TEST_CASE("eleven thousand offices are taken in one go") {
    auto const page = made_up(11'000);
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        Desk const desk{database};
        auto const start = std::chrono::steady_clock::now();
        auto const report = desk.taken(page);
        auto const took = std::chrono::steady_clock::now() - start;
        MESSAGE(std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), " ms");
        auto const added = report.count(Kind::office, Outcome::added);
        CHECK(added > 5'000);
        CHECK(added + report.count(Kind::office, Outcome::refused) == 11'000);
        CHECK(desk.number("select count(*) from offices") == added);
        CHECK(desk.number("select count(*) from events") == added + 1);
        CHECK(database.read([](Db& db) { return count_records(db, "office"); }) == added);
        CHECK(desk.taken(page).count(Kind::office, Outcome::unchanged) == added);
    });
}

TEST_CASE("the real pages are taken, dirt included") {
    std::filesystem::path const folder = UDB_SOURCE_DIR "/../shared/data/doptor";
    if (!std::filesystem::exists(folder)) return;
    std::vector<std::string> names, contents;
    for (auto const& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") {
            std::ifstream in(entry.path(), std::ios::binary);
            names.push_back(entry.path().filename().string());
            contents.emplace_back(std::istreambuf_iterator<char>(in),
                                  std::istreambuf_iterator<char>());
        }
    std::vector<SourceFile> files;
    for (std::size_t i = 0; i < names.size(); ++i)
        files.push_back({names[i], contents[i]});
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        Desk const desk{database};
        auto const imported = desk.act([&](Work& work) { return import(work, files); });
        REQUIRE(imported);
        auto const& report = imported->report;
        CHECK(report.count(Kind::office, Outcome::refused) == 0);
        CHECK(report.count(Kind::office, Outcome::added) == 83);
        CHECK(report.count(Kind::ministry, Outcome::refused)
              == 2); // the demo and the test ministry
        CHECK(report.count(Kind::designation, Outcome::added) > 10);
        auto const kept = database.read(
            [&](Db& db) { return lines_of(db, imported->id, Outcome::refused, 100, 0); });
        CHECK(kept.total == report.count(Outcome::refused));
    });
}
