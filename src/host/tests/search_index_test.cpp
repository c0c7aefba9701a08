// The index made anew, after a restore too; the newest found however many there are; and what a
// query met, marked in a text.
#include "host/application.hpp"
#include "host/search.hpp"
#include "store/backup.hpp"
#include "support/databases.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using namespace udb;
using namespace std::chrono;

namespace {

Actor const clerk{
    .account = {7}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon = sys_days{2026y / January / 26} + 6h;

Id<Record> add(Database& database, std::string title) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
        return add_record(
            work, {.kind = "thing", .office_path = "/1/7/", .title = {std::move(title), ""}});
    });
}

using Ids = std::vector<Id<Record>>;

Ids matching(Database& database, SearchQuery const& query) {
    return database.read([&](Db& db) { return ids_matching(db, query).ids; });
}
Ids matching(Database& database, std::string_view text) {
    return matching(database, SearchQuery{.text = text});
}

void on_both(std::function<void(Database&)> const& test) {
    test::for_each_database(migrations_of({}), test);
}

std::string shown(std::vector<MarkedPiece> const& pieces) {
    std::string out;
    for (auto const& [text, is_marked] : pieces)
        out += is_marked ? '[' + text + ']' : text;
    return out;
}

} // namespace

TEST_CASE("the newest are found, however far apart the numbers of the records are") {
    on_both([](Database& database) {
        Ids newest_first;
        for (std::int64_t const from :
             {1, 1020, 1025, 8190, 8195, 20'000, 65'530, 65'540, 200'000}) {
            database.write([&](Db& db) {
                if (db.dialect() == Dialect::postgres)
                    db.one("select setval(pg_get_serial_sequence('records', 'id'), "
                           "cast(? as bigint), false)",
                           from);
                else
                    db.run("insert into records (id, kind, office_path, title_bn, sort_key, "
                           "search_key, created_at, updated_at) "
                           "values (?, 'bare', '/1/', '', '', '', 0, 0)",
                           from - 1);
            });
            for (int i = 0; i < 4; ++i)
                newest_first.insert(newest_first.begin(), add(database, "শ্রম কল্যাণ"));
            CHECK(newest_first.front().value == from + 3);
        }
        CHECK(matching(database, {.text = "কল্যাণ", .most = 100}) == newest_first);
        for (int const most : {1, 4, 5, 7, 16, 30, 35}) {
            auto const few = matching(database, {.text = "কল্যাণ", .most = most});
            CHECK(few == Ids(newest_first.begin(), newest_first.begin() + most));
        }
        std::vector<Readable> const all{{"thing", Scope{.everywhere = true}}};
        Ids ranked;
        for (auto const& hit :
             database.read([&](Db& db) { return search(db, {.text = "কল্যাণ", .most = 100}, all); })
                 .hits)
            ranked.push_back(hit.id);
        CHECK(ranked == newest_first);
    });
}

TEST_CASE("the index is made anew where it is missing, and is then the same") {
    static constexpr RecordKind kinds[] = {
        {.kind = "thing",
         .path = "/things",
         .label = {"জিনিস", "Thing"},
         .body = [](Db&, Id<Record> id) { return "মজুরিনং" + to_string(id); }}};
    static Module const module{.name = "things",
                               .title = {"জিনিস", "Things"},
                               .files = [] { return std::span<EmbeddedFile const>{}; },
                               .kinds = kinds};
    Module const* const modules[] = {&module};
    on_both([&](Database& database) {
        for (int i = 0; i < 1203; ++i)
            add(database, "কমিটি " + std::to_string(i));
        CHECK(bring_index_up_to_date(database, modules) == 1203);
        CHECK(bring_index_up_to_date(database, modules) == 0);
        auto const id = matching(database, "কমিটি 777");
        REQUIRE(id.size() == 1);
        database.write([](Db& db) {
            db.run("delete from derived_search");
            db.run("delete from derived_search_bodies");
        });
        CHECK(matching(database, "কমিটি 777").empty());
        CHECK(bring_index_up_to_date(database, modules) == 1203);
        CHECK(matching(database, "কমিটি 777") == id);
        CHECK(matching(database, "মজুরিনং" + to_string(id[0])) == id);
        CHECK(matching(database, {.text = "কমিটি 777", .kind = "thing", .office_paths = {"/1/"}})
              == id);
        // A record that came since is enough to notice a lost index, and rules that changed are
        // too.
        database.write([](Db& db) { db.run("update derived_search_rules set rules = 0"); });
        CHECK(bring_index_up_to_date(database, modules) == 1203);
    });
}

TEST_CASE("what was restored from a backup is found as before") {
    auto const migrations = migrations_of({});
    on_both([&](Database& database) {
        auto const id = add(database, "পাটকল শ্রমিক");
        add(database, "চিনিকল");
        test::TemporaryDatabase const place(Dialect::sqlite);
        auto const file = std::filesystem::path(place.url().substr(7) + ".backup");
        REQUIRE(static_cast<bool>(backup(database, file, migrations, noon)));
        for (auto const dialect : test::dialects()) {
            test::TemporaryDatabase const other(dialect);
            Database restored(other.url());
            REQUIRE(static_cast<bool>(restore(restored, file, migrations, noon)));
            CHECK(bring_index_up_to_date(restored, {}) == 2);
            CHECK(matching(restored, "পাটকলের শ্রমিকগণ") == Ids{id});
            CHECK(matching(restored, {.text = "পাটকল", .office_paths = {"/1/"}}) == Ids{id});
            CHECK(matching(restored, "লবণকল").empty());
        }
    });
}

TEST_CASE("what the query met is marked in the text as it was written") {
    CHECK(shown(marked("শ্রম অধিদপ্তরের কর্মকর্তাদের তালিকা", "অধিদপ্তর কর্মক"))
          == "শ্রম [অধিদপ্তরের] [কর্মকর্তাদের] তালিকা");
    CHECK(shown(marked("৪০.০০.০০০০.০১৮", "40.00.00")) == "[৪০].[০০].[০০০০].০১৮");
    CHECK(shown(marked("৪০.০০.০০০০.০১৮", "0000 40")) == "[৪০].০০.[০০০০].০১৮");
    CHECK(shown(marked("তথ্য ও যোগাযোগ প্রযুক্তি বিভাগ", "আইসিটি")) == "[তথ্য ও যোগাযোগ প্রযুক্তি] বিভাগ");
    CHECK(shown(marked("কিছু", "অন্য")) == "কিছু");
    CHECK(shown(snippet("ক্রম | নাম | | পদ\n|---|:-:|\n১. | সালমা - ক | প্রোগ্রামার", "সালমা"))
          == "ক্রম · নাম · পদ · ১. · [সালমা] - ক · প্রোগ্রামার");
    CHECK(marked("", "ক").empty());
}

TEST_CASE("a snippet is cut at words around the first place that was met") {
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "শব্দ" + std::to_string(i) + " ";
    auto const around = shown(snippet(text, "শব্দ50", 60));
    CHECK(around.find("[শব্দ50]") != std::string::npos);
    CHECK(around.starts_with("… শব্দ"));
    CHECK(around.ends_with(" …"));
    CHECK(around.size() < 400);
    CHECK(shown(snippet("শ্রম কল্যাণ", "কল্যান")) == "শ্রম [কল্যাণ]");
    CHECK(snippet("শ্রম কল্যাণ", "খাদ্য").empty());
    CHECK(snippet("", "খাদ্য").empty());
    std::string const whole(20'000, 'x');
    CHECK_FALSE(snippet(whole, whole.substr(0, 300)).empty());
}
