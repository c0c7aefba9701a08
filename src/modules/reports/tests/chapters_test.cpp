// The demo's story told on both databases, and what its records tell in each chapter.
#include "host/chapters.hpp"
#include "modules/reports/report_book.hpp"
#include "modules/reports/tests/desk.hpp"

#include <algorithm>
#include <set>

using namespace udb;
using namespace udb::reports;
using namespace udb::reports::test;
using namespace std::chrono;

namespace {

constexpr Date in_november = year{2026} / 11 / 23;

void tell_story(Database& database, Date on) {
    auto const told = database.write([&](Db& db) -> Done {
        for (auto const* module : modules) {
            Actor const teller{.account = {},
                               .officer = {},
                               .office = {},
                               .name = {"গল্পকার", "Teller"},
                               .assignments = {{Role::administrator, "/"}}};
            Work work{.db = db, .actor = teller, .today = on, .now = Instant{on}};
            if (module->demo) TRY(module->demo(work));
        }
        return {};
    });
    if (!told) FAIL(told.error().message.key);
}

Id<Office> ministry(Db& db) {
    return db.one("select id from offices where name_bn = 'শ্রম ও কর্মসংস্থান মন্ত্রণালয়'")
        ->get<Id<Office>>(0);
}

std::vector<bangla::Block> const& told_in(Content const& content, std::string_view chapter) {
    return std::ranges::find(content.chapters, chapter, &ChapterContent::id)->told;
}

template <class Kind>
std::ptrdiff_t count_of(std::vector<bangla::Block> const& blocks) {
    return std::ranges::count_if(
        blocks, [](bangla::Block const& b) { return std::holds_alternative<Kind>(b); });
}

} // namespace

TEST_CASE("every chapter that a module tells is in the data, and no two tell at one place") {
    std::set<std::pair<std::string, int>> places;
    CHECK(chapter_tellers().size() >= 10);
    for (auto const& teller : chapter_tellers()) {
        if (teller.chapter != brief_chapter)
            CHECK_MESSAGE(book().find(Kind::annual, teller.chapter) != nullptr, teller.chapter);
        CHECK_MESSAGE(places.emplace(teller.chapter, teller.place).second, teller.chapter);
    }
}

TEST_CASE("the records of the demo's year stand in their chapters") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        tell_story(database, in_november);
        auto const content = database.read([&](Db& db) {
            auto const report = report_of(db, ministry(db), 2026, Kind::annual);
            REQUIRE(report);
            CHECK(report->stage == Stage::draft);
            return assembled(db, *report, in_november, Instant{in_november}, true);
        });
        CHECK(count_of<bangla::Table>(told_in(content, "team")) == 2);
        CHECK(count_of<bangla::BarChart>(told_in(content, "plan")) == 1);
        CHECK(count_of<bangla::Table>(told_in(content, "plan")) == 1);
        CHECK(count_of<bangla::Table>(told_in(content, "meetings")) == 2);
        CHECK(count_of<bangla::Table>(told_in(content, "attendance")) == 1);
        CHECK(count_of<bangla::Table>(told_in(content, "duties")) == 1);
        auto const& evidence = told_in(content, "evidence");
        CHECK(count_of<bangla::Table>(evidence) == 1);
        auto const picture = std::ranges::find_if(evidence, [](bangla::Block const& b) {
            return std::holds_alternative<bangla::Picture>(b);
        });
        REQUIRE(picture != evidence.end());
        CHECK_FALSE(std::get<bangla::Picture>(*picture).bytes.empty());
        // No module keeps ideas: functions without evidence are named, and no figure is made up.
        CHECK(count_of<bangla::List>(told_in(content, "ideas")) == 1);

        auto const files = made_files(content);
        auto const html = std::ranges::find(files, "html", &MadeFile::format);
        REQUIRE(html != files.end());
        CHECK(html->bytes.find("src=\"data:image/png;base64,") != std::string::npos);
        CHECK(html->bytes.find("/pictures/") == std::string::npos);
        CHECK(std::ranges::find(files, "picture-1", &MadeFile::format) != files.end());
        CHECK(made_pdf(content) == made_pdf(content));
    });
}

TEST_CASE("the chart of decisions counts what their table says of each") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        tell_story(database, in_november);
        auto const told = database.read([&](Db& db) {
            return told_in(assembled(db, *report_of(db, ministry(db), 2026, Kind::annual),
                                     in_november, Instant{in_november}, false),
                           "meetings");
        });
        bangla::BarChart const* chart = nullptr;
        bangla::Table const* table = nullptr; // the decisions', which is the last
        for (auto const& block : told) {
            if (auto const* one = std::get_if<bangla::BarChart>(&block)) chart = one;
            if (auto const* one = std::get_if<bangla::Table>(&block)) table = one;
        }
        REQUIRE(chart);
        REQUIRE(table);
        for (auto const& bar : chart->bars) {
            auto const said = std::ranges::count_if(table->rows, [&](auto const& row) {
                return row.cells.back().text.starts_with(bar.label);
            });
            CHECK_MESSAGE(static_cast<double>(said) == bar.value, bar.label);
        }
    });
}

TEST_CASE("the demo has last year's report published in time, whatever day it is told on") {
    for (Date const on : {in_november, Date{year{2026} / 7 / 3}, Date{year{2027} / 6 / 30}})
        udb::test::for_each_database(migrations_of(modules), [&](Database& database) {
            tell_story(database, on);
            database.read([&](Db& db) {
                auto const last = bangla::fiscal_year(on).start - 1;
                auto const report = report_of(db, ministry(db), last, Kind::annual);
                REQUIRE(report);
                CHECK(report->stage == Stage::published);
                auto const edition = find_edition(db, report->id(), 1);
                REQUIRE(edition);
                CHECK(edition->sent_on <= on);
                CHECK(edition->published_on <= Date{year{last + 1} / 7 / 31});
                CHECK(files_of(db, report->id(), 1).size() >= 4);
            });
        });
}

TEST_CASE("a quarter's report tells of its quarter alone") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        tell_story(database, in_november);
        auto const done = database.write([&](Db& db) {
            Work work{.db = db,
                      .actor = administrator,
                      .today = in_november,
                      .now = Instant{in_november}};
            auto const id =
                begin(work, {.office = ministry(db), .fiscal_year = 2026, .kind = Kind::q1});
            REQUIRE(id);
            auto const content = assembled(db, *find_report(db, *id), in_november, work.now, false);
            CHECK(content.chapters.size() == 4);
            for (auto const& line : lines_of(content))
                if (line[0] == "meetings" && line[6] == "তারিখ")
                    CHECK_MESSAGE(line[7].find("অক্টোবর") == std::string::npos, line[7]);
            return Done{};
        });
        CHECK(done);
    });
}

TEST_CASE("authors choose the pictures of a report; where they do not, the first ones are in it") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        tell_story(database, in_november);
        struct Known {
            ReportRecord report;
            Chapter const* chapter = nullptr;
            std::vector<OfferedPicture> pictures = {};
        };
        auto const known = [&] {
            return database.read([&](Db& db) {
                Known k{.report = *report_of(db, ministry(db), 2026, Kind::annual)};
                for (auto const* chapter : book().chapters_of(Kind::annual))
                    if (k.pictures.empty()) {
                        k.chapter = chapter;
                        k.pictures = offered_pictures(db, k.report, *chapter, in_november);
                    }
                return k;
            });
        };
        auto const shown = [&](Known const& k) {
            auto content = database.read([&](Db& db) {
                return assembled(db, k.report, in_november, Instant{in_november}, false);
            });
            std::vector<std::string> addresses;
            for (auto const* picture : pictures_of(content))
                addresses.push_back(picture->address);
            return addresses;
        };
        auto const before = known();
        REQUIRE(before.pictures.size() >= 2);
        CHECK(std::ranges::all_of(before.pictures, &OfferedPicture::taken));
        CHECK(shown(before).size() == before.pictures.size());

        std::vector<std::string> all;
        for (auto const& picture : before.pictures)
            all.push_back(picture.address);
        std::int64_t version = 0;
        auto const save = [&](std::optional<PictureChoice> chosen) {
            return database.write([&](Db& db) {
                Work work{.db = db,
                          .actor = administrator,
                          .today = in_november,
                          .now = Instant{in_november}};
                return save_chapter(work, {.report = before.report.id(),
                                           .chapter = before.chapter->id,
                                           .version = version++,
                                           .body = "লেখা",
                                           .pictures = std::move(chosen)});
            });
        };
        // Nothing chosen: what comes later is taken too.
        REQUIRE(save({}));
        CHECK_FALSE(
            database.read([&](Db& db) { return chosen_pictures(db, before.report.id(), 1); }));
        REQUIRE(save(PictureChoice{all[1]}));
        CHECK(shown(known()) == std::vector<std::string>{all[1]});
        REQUIRE(save({})); // the text alone
        CHECK(shown(known()) == std::vector<std::string>{all[1]});
        REQUIRE(save(PictureChoice{}));
        CHECK(shown(known()).empty());
        CHECK_FALSE(known().pictures[0].taken);
        PictureChoice many;
        for (int i = 0; i < 31; ++i)
            many.insert(std::to_string(i));
        CHECK(udb::test::kind_of(save(many)) == "picture:reports.too_many_pictures");

        // By the page: offered and left unticked is out; ticked is in.
        --version;
        udb::test::Site const site{database, modules, administrator, Instant{in_november}};
        auto const path =
            "/reports/" + to_string(before.report.id()) + "/chapters/" + before.chapter->id;
        auto const page = site.get(path);
        CHECK(udb::test::says(page, "যে ছবিগুলো প্রতিবেদনে থাকবে"));
        auto const posted = [&](FormValues form) {
            form.emplace("version", std::to_string(version++));
            return site.post(path, form).status;
        };
        CHECK(posted({{"body", "ক"}, {"offered", all[0]}, {"picture", all[0]}}) == 303);
        CHECK(shown(known()) == std::vector<std::string>{all[0]});
        CHECK(posted({{"body", "খ"}, {"offered", all[0]}}) == 303);
        CHECK(shown(known()).empty());
    });
}
