// Lists as files and files into registers, on both databases, through the pages as people use them.
#include "libraries.hpp"
#include "registers/exchange/export.hpp"
#include "registers/exchange/import.hpp"
#include "registers/tables/csv.hpp"

#include <array>

namespace udb {

enum class Wear { fresh, used, broken };
template <>
std::span<Term<Wear> const> terms<Wear>() {
    static constexpr Term<Wear> all[] = {{Wear::fresh, "fresh", {"নতুন", "New"}},
                                         {Wear::used, "used", {"ব্যবহৃত, ভালো", "Used, good"}},
                                         {Wear::broken, "broken", {"নষ্ট", "Broken"}}};
    return all;
}

/// A field of every kind.
struct Asset {
    Id<Office> office = {};
    std::string number = {};
    std::string name_bn = {};
    Wear wear = Wear::fresh;
    std::optional<std::vector<Wear>> history = {};
    std::int64_t price = 0;
    std::optional<Date> bought = {};
    bool lent = false;
    std::string phone = {};
    std::string about = {};
    Id<Office> from = {};
};

} // namespace udb

using namespace udb;
using namespace udb::test;
using libraries::library_register;

namespace {

constexpr std::array asset_fields{
    field<&Asset::office>("office", {"দপ্তর", "Office"}, {.required = true}),
    field<&Asset::number>("number", {"নম্বর", "Number"}, {.code = true, .fixed = true}),
    field<&Asset::name_bn>("name_bn", {"নাম", "Name"}, {.required = true}),
    field<&Asset::wear>("wear", {"অবস্থা", "Wear"}),
    field<&Asset::history>("history", {"আগের অবস্থা", "Wear before"}),
    field<&Asset::price>("price", {"দাম", "Price"}, {.at_least = -1000}),
    field<&Asset::bought>("bought", {"কেনার তারিখ", "Bought on"}),
    field<&Asset::lent>("lent", {"ধারে", "Lent"}),
    field<&Asset::phone>("phone", {"ফোন", "Phone"}, {.code = true}),
    field<&Asset::about>("about", {"বিবরণ", "About"}, {.many_lines = true}),
    field<&Asset::from>("from_office", {"দপ্তর", "Office"}),
};
constexpr Grant asset_policy[] = {{Role::guest, Act::read, Reach::any},
                                  {Role::head_of_office, Act::write, Reach::subtree}};
constinit Register<Asset> const asset_register{{.name = "assets",
                                                .kind = "asset",
                                                .title = {"সামগ্রী", "Assets"},
                                                .one = {"সামগ্রী", "Asset"},
                                                .fields = asset_fields,
                                                .policy = asset_policy}};
constexpr EmbeddedFile asset_files[] = {
    {"migrations/20260401_create_assets.sql",
     "create table assets (id integer primary key references records (id), office integer not "
     "null, number text not null, name_bn text not null, wear text not null, history text not "
     "null, price integer not null, bought text not null, lent integer not null, phone text not "
     "null, about text not null, from_office integer) strict;"}};
constexpr Kept asset_kept[] = {{&asset_register, "/belongings"}};
Module const asset_module{.name = "assets",
                          .title = {"সামগ্রী", "Assets"},
                          .files = [] { return std::span<EmbeddedFile const>(asset_files); },
                          .policy = asset_policy,
                          .registers = asset_kept};
Module const* const modules[] = {&offices::manifest, &libraries::manifest, &asset_module};

std::string bytes_of(web::Response const& response) {
    REQUIRE(response.body_file);
    std::string bytes(response.body_file->size(), '\0');
    CHECK(response.body_file->read(0, bytes.data(), bytes.size()) == bytes.size());
    return bytes;
}

/// What a page says, without its frame and tags.
std::string main_of(web::Response const& response) {
    std::string out;
    bool tag = false;
    for (char const c : response.content().substr(
             std::min(response.content().find("<main"), response.content().size()))) {
        if (c == '<') tag = true;
        if (!tag) out += c;
        if (c == '>') {
            tag = false;
            out += ' ';
        }
    }
    return out;
}

/// Where a file goes from the page that took it.
std::string taken(Site const& site, std::string const& path, std::string const& bytes) {
    auto const response = site.post(path + "/import", {}, Site::File{"table.csv", bytes});
    CAPTURE(main_of(response));
    REQUIRE(response.status == 303);
    return std::string(response.headers.get_or("Location"));
}

/// Brings a file, reads the report, confirms it.
web::Response imported(Site const& site, std::string const& path, std::string const& bytes) {
    auto const where = taken(site, path, bytes);
    auto const report = site.get(where);
    CAPTURE(main_of(report));
    CHECK(report.status == 200);
    return site.post(where, {{"seen", hidden_in(report, "seen")}});
}

std::vector<ListLine> everything(Database& database, RegisterView const& reg) {
    std::vector<ListLine> lines;
    database.read([&](Db& db) {
        each_line(db, reg, {}, Scope{.everywhere = true}, [&](ListLine const& line) {
            lines.push_back(line);
            return true;
        });
        return 0;
    });
    return lines;
}

struct World {
    Database& database;
    Offices offices = four_offices(database);
    Actor head = actor_with({{Role::head_of_office, path_of(database, offices.ministry)}});
    Site site{database, modules, head, now};

    template <class Row>
    Id<Record> add(Register<Row> const& reg, Row const& row) {
        auto const id = as(database, head, now, [&](Work& work) { return enter(work, reg, row); });
        REQUIRE(static_cast<bool>(id));
        return as_record(*id);
    }
    template <class Row>
    Row read(Register<Row> const& reg, Id<Record> id) {
        Row row;
        database.read([&](Db& db) { return load_row(db, reg, id, &row); });
        return row;
    }
};

void in_worlds(std::function<void(World&)> const& test) {
    for_each_database(migrations_of(modules), [&](Database& database) {
        World world{database};
        test(world);
    });
}

std::vector<Asset> many_assets(Offices const& o) {
    std::vector<Asset> all;
    constexpr std::array names{"=1+1", "+৮৮", "-ক", "@sum", "'=x", "কাগজ, \"কলম\"; ও\tকালি"};
    for (int i = 0; i < 30; ++i)
        all.push_back(
            {.office = i % 2 == 0 ? o.first : o.second,
             .number = "00" + std::to_string(i),
             .name_bn =
                 std::string(names[static_cast<std::size_t>(i % 6)]) + " " + std::to_string(i),
             .wear = i % 3 == 0 ? Wear::used : Wear::broken,
             .history = i % 4 == 0   ? std::nullopt
                        : i % 4 == 1 ? std::optional(std::vector<Wear>{})
                                     : std::optional(std::vector{Wear::used, Wear::fresh}),
             .price = i - 10,
             .bought = i % 5 == 0 ? std::optional<Date>{} : today - std::chrono::days{i * 100},
             .lent = i % 2 == 1,
             .phone = "+880 1711-00000" + std::to_string(i % 10),
             .about = i % 2 == 0 ? "প্রথম লাইন\nদ্বিতীয় লাইন" : "",
             .from = i % 7 == 0 ? o.outside : Id<Office>{}});
    return all;
}

} // namespace

TEST_CASE("a list that is exported and imported again changes nothing, for every kind of field") {
    in_worlds([](World& w) {
        for (auto const& asset : many_assets(w.offices))
            w.add(asset_register, asset);
        auto const before = everything(w.database, asset_register);
        for (auto const* format : {"csv", "xlsx"})
            for (auto const* language : {"bn", "en"}) {
                CAPTURE(format);
                CAPTURE(language);
                auto const file = w.site.get("/belongings/export", {{"format", format}}, language);
                CHECK(file.status == 200);
                auto const bytes = bytes_of(file);
                auto const where = taken(w.site, "/belongings", bytes);
                auto const report = w.site.get(where);
                CHECK(says(report, "সংরক্ষণ করার কিছু নেই"));
                CHECK_FALSE(says(report, "name=\"seen\""));

                // Without ids the same records are known by their numbers, and by what they say.
                auto const table = read_table(bytes);
                REQUIRE(static_cast<bool>(table));
                std::string without_ids;
                for (std::size_t r = 0; r < table->rows(); ++r) {
                    std::vector<std::string> cells;
                    for (std::size_t c = 0; c < 14; ++c)
                        if (c != 0 && c != 2 && c != 13)
                            cells.push_back(guarded(table->cell(r, c)));
                    append_csv(without_ids, cells);
                }
                auto const again = w.site.get(taken(w.site, "/belongings", without_ids));
                CAPTURE(main_of(again));
                CHECK(says(again, "সংরক্ষণ করার কিছু নেই"));
            }
        auto const after = everything(w.database, asset_register);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            CHECK(after[i].values == before[i].values);
            CHECK(after[i].header.version == before[i].header.version);
        }
    });
}

TEST_CASE("an exported register fills an empty one") {
    in_worlds([](World& w) {
        auto const all = many_assets(w.offices);
        std::string csv =
            "office,number,name_bn,wear,history,price,bought,lent,phone,about,from_office_id\r\n";
        for (auto const& asset : all) {
            auto const form = form_of(asset_fields, &asset);
            std::vector<std::string> cells;
            for (auto const& f : asset_fields) {
                auto text = form.find(f.name)->second;
                if (f.name == "office")
                    text = asset.office == w.offices.first ? "প্রথম অধিদপ্তর" : "দ্বিতীয় অধিদপ্তর";
                cells.push_back(guarded(text));
            }
            append_csv(csv, cells);
        }
        CHECK(imported(w.site, "/belongings", csv).status == 303);
        auto const entered = everything(w.database, asset_register);
        REQUIRE(entered.size() == all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const read = w.read(asset_register, entered[i].header.id);
            CHECK(changes(asset_fields, &all[i], &read).empty());
            CHECK(entered[i].header.number == all[i].number);
        }
        // Once more: nothing doubles.
        auto const again = w.site.get(taken(w.site, "/belongings", csv));
        CHECK(says(again, "সংরক্ষণ করার কিছু নেই"));
    });
}

TEST_CASE("an export is what the list shows to whom it is shown, and no formula") {
    in_worlds([](World& w) {
        w.add(library_register, Library{.office = w.offices.first, .name_bn = "=HYPERLINK(\"x\")"});
        w.add(library_register,
              Library{.office = w.offices.second, .name_bn = "শিশু", .kind = LibraryKind::children});
        auto const csv = bytes_of(w.site.get("/libraries/export", {{"kind", "children"}}));
        CHECK(csv.starts_with(csv_mark));
        CHECK(csv.find("শিশু") != csv.npos);
        CHECK(csv.find("HYPERLINK") == csv.npos);
        auto const whole = bytes_of(w.site.get("/libraries/export"));
        CHECK(whole.find("\"'=HYPERLINK(\"\"x\"\")\"") != whole.npos);
        auto const file = w.site.get("/libraries/export", {{"format", "xlsx"}});
        CHECK(
            file.headers.get_or("Content-Disposition").find("%E0%A7%A8%E0%A7%A6%E0%A7%A8%E0%A7%AC")
            != std::string_view::npos);
        CHECK(w.site.get("/libraries/export", {{"format", "pdf"}}).status == 404);
    });
}

TEST_CASE(
    "a row with an id corrects that record, a row without is entered, with events as by hand") {
    in_worlds([](World& w) {
        auto const id = w.add(
            library_register,
            Library{.office = w.offices.first, .name_bn = "পুরোনো", .books = 5, .about = "থাকে"});
        // Heads in either language and in any order, digits in Bangla; columns left out stay.
        auto const csv = "Books;নাম (বাংলা);ID;কিছু;Kind;দপ্তর;on_loan\n"
                         "১২;নতুন নাম;"
                         + to_string(id)
                         + ";x;;;\n"
                           "7;দ্বিতীয়;;y;ডিজিটাল;প্রথম অধিদপ্তর;0\n";
        auto const where = taken(w.site, "/libraries", csv);
        auto const report = w.site.get(where);
        CHECK(says(report, "কিছু</li>"));
        CHECK(everything(w.database, library_register).size() == 1);
        CHECK(says(report, "kind") == false);
        CAPTURE(main_of(report));
        // The row with the id leaves kind, office and loans empty, which these fields cannot be.
        CHECK(says(report, "ভুল"));
        auto const whole = "Books;নাম (বাংলা);ID;কিছু;Kind;দপ্তর;on_loan\n"
                           "১২;নতুন নাম;"
                           + to_string(id)
                           + ";x;সাধারণ;প্রথম অধিদপ্তর;০\n"
                             "7;দ্বিতীয়;;y;ডিজিটাল;প্রথম অধিদপ্তর;0\n";
        CHECK(imported(w.site, "/libraries", whole).headers.get_or("Location") == "/libraries");
        auto const corrected = w.read(library_register, id);
        CHECK(corrected.name_bn == "নতুন নাম");
        CHECK(corrected.books == 12);
        CHECK(corrected.about == "থাকে");
        auto const all = everything(w.database, library_register);
        REQUIRE(all.size() == 2);
        auto const events = w.database.read([&](Db& db) { return events_of(db, id); });
        REQUIRE(events.size() == 2);
        CHECK(events[0].kind == "library.corrected");
        auto const entered =
            w.database.read([&](Db& db) { return events_of(db, all[1].header.id); });
        CHECK(entered.at(0).kind == "library.entered");
        CHECK(all[1].values[3] == "digital");
    });
}

TEST_CASE("every mistake of every row is told, by row and column, and nothing is saved") {
    in_worlds([](World& w) {
        auto const id =
            w.add(library_register,
                  Library{.office = w.offices.first, .name_bn = "ক", .kind = LibraryKind::digital});
        auto const outside = w.database.write([&](Db& db) {
            auto const stranger = actor_with({{Role::head_of_office, "/"}});
            Work work{.db = db, .actor = stranger, .today = today, .now = now};
            return enter(work, library_register,
                         {.office = w.offices.outside, .name_bn = "বাইরের"});
        });
        REQUIRE(static_cast<bool>(outside));
        std::string csv = "id,office,office_id,name_bn,kind,books,on_loan,opened_on,has_internet\n";
        std::vector<std::pair<std::string, std::string>> const rows{
            {",,,খ,general,1,0,,", "host_required"},
            {",নেই দপ্তর,,খ,general,1,0,,", "“নেই দপ্তর” নামে কিছু নেই"},
            {",,9999,খ,general,1,0,,", "9999 আইডির কিছু নেই"},
            {",দ্বিতীয় অধিদপ্তর," + to_string(w.offices.first) + ",খ,general,1,0,,",
             "নাম ও আইডি মেলে না"},
            {",প্রথম অধিদপ্তর,,খ,ঘোড়া,1,0,,", "ঘোড়া"},
            {",প্রথম অধিদপ্তর,,খ,general,অনেক,0,,", "অনেক"},
            {",প্রথম অধিদপ্তর,,খ,general,1,2,,", "ধারে থাকা"},
            {",প্রথম অধিদপ্তর,,খ,general,1,0,৩১ ফেব্রুয়ারি ২০২৬,", "৩১ ফেব্রুয়ারি ২০২৬"},
            {",প্রথম অধিদপ্তর,,খ,general,1,0,,হয়তো", "হ্যাঁ অথবা না"},
            {",অন্য দপ্তর,,খ,general,1,0,,", "forbidden"},
            {"777,প্রথম অধিদপ্তর,,খ,general,1,0,,", "777 আইডির কোনো তথ্য নেই"},
            {to_string(id) + ",প্রথম অধিদপ্তর,,গ,general,1,0,,", ""},
            {to_string(id) + ",প্রথম অধিদপ্তর,,ঘ,general,1,0,,", "একই তথ্য"},
            {to_string(as_record(*outside)) + ",প্রথম অধিদপ্তর,,ঘ,general,1,0,,", "forbidden"},
        };
        for (auto const& [row, wrong] : rows)
            csv += row + "\n";
        auto const where = taken(w.site, "/libraries", csv);
        auto const report = w.site.get(where);
        CAPTURE(main_of(report));
        for (auto const& [row, wrong] : rows)
            if (wrong != "host_required" && wrong != "forbidden") CHECK(says(report, wrong));
        CHECK_FALSE(says(report, "name=\"seen\""));
        auto const problems = bytes_of(w.site.get(where + "/problems"));
        auto const table = read_csv(problems);
        REQUIRE(static_cast<bool>(table));
        CHECK(table->rows() == rows.size()); // a head, and one mistake in all rows but one
        for (std::size_t r = 1, row = 2; r < table->rows(); ++r, ++row) {
            if (rows[row - 2].second.empty()) ++row;
            CHECK(table->cell(r, 0) == std::to_string(row));
        }
        // Sent by force, it is refused all the same.
        CHECK(w.site.post(where, {{"seen", ""}}).status == 409);
        CHECK(everything(w.database, library_register).size() == 2);
        CHECK(w.read(library_register, id).name_bn == "ক");
    });
}

TEST_CASE("what someone corrected after the report was made is not overwritten") {
    in_worlds([](World& w) {
        auto const id = w.add(library_register, Library{.office = w.offices.first, .name_bn = "ক"});
        auto const where =
            taken(w.site, "/libraries", "id,name_bn\n" + to_string(id) + ",ফাইলের\n");
        auto const seen = hidden_in(w.site.get(where), "seen");
        REQUIRE_FALSE(seen.empty());
        auto const corrected = as(w.database, w.head, now, [&](Work& work) {
            auto const header = find_record(work.db, "library", id);
            return correct(work, library_register, *header,
                           {.office = w.offices.first, .name_bn = "হাতের"});
        });
        REQUIRE(static_cast<bool>(corrected));
        auto const refused = w.site.post(where, {{"seen", seen}});
        CHECK(refused.status == 409);
        CHECK(w.read(library_register, id).name_bn == "হাতের");
        // The new report may be confirmed; and then the file is gone.
        CHECK(w.site.post(where, {{"seen", hidden_in(refused, "seen")}}).status == 303);
        CHECK(w.read(library_register, id).name_bn == "ফাইলের");
        CHECK(w.site.post(where, {{"seen", hidden_in(refused, "seen")}}).status == 422);
        CHECK(w.site.get(where).status == 422);
    });
}

TEST_CASE("a file waits only for whoever brought it, and not for ever") {
    in_worlds([](World& w) {
        auto const where = taken(w.site, "/libraries",
                                 "office,name_bn,kind,books,on_loan\nপ্রথম অধিদপ্তর,ক,general,1,0\n");
        CHECK(says(w.site.get(where), "name=\"seen\""));
        auto other = w.head;
        other.account = {2};
        CHECK(w.site.get("/belongings" + where.substr(std::string("/libraries").size())).status
              == 422);
        CHECK(Site(w.database, modules, other, now).get(where).status == 422);
        CHECK(Site(w.database, modules, w.head, now + std::chrono::hours{3}).get(where).status
              == 422);
        auto const reader = actor_with({});
        Site const site{w.database, modules, reader, now};
        CHECK(site.get("/libraries/import").status == 403);
        CHECK(site.get("/libraries/export").status == 200);
        CHECK_FALSE(says(site.get("/libraries"), "/libraries/import"));
    });
}

TEST_CASE("a file that is no table is refused at its field") {
    in_worlds([](World& w) {
        auto const refused = [&](std::string const& bytes, std::string_view why) {
            auto const response = w.site.post("/libraries/import", {}, Site::File{"a.csv", bytes});
            CAPTURE(main_of(response));
            CHECK(response.status == 422);
            CHECK(says(response, why));
        };
        refused("", "ফাইল");
        refused("%PDF-1.7", "CSV বা XLSX ফাইল নয়");
        refused("কিছু,না\n১,২\n", "কোনো কলামের নাম চেনা যায়নি");
        refused("name_bn,Name in Bangla\n১,২\n", "দুবার আছে");
        refused("name_bn,kind\n", "কোনো সারি নেই");
        CHECK(w.site.post("/libraries/import", {}).status == 422);
    });
}

TEST_CASE("what a register's own verbs refuse is told before anything is saved") {
    in_worlds([](World& w) {
        auto const administrator = actor_with({{Role::administrator, "/"}});
        Site const site{w.database, modules, administrator, now};
        auto const path = path_of(w.database, w.offices.first);
        // An office cannot stand below itself: the verb of offices says so.
        auto const under = [&](Id<Office> parent) {
            return site.get(taken(site, "/offices",
                                  "id,parent_id\n" + to_string(w.offices.first) + ","
                                      + to_string(parent) + "\n"));
        };
        auto const report = under(w.offices.first);
        CAPTURE(main_of(report));
        CHECK(says(report, "নিজের"));
        CHECK_FALSE(says(report, "name=\"seen\""));
        CHECK(path_of(w.database, w.offices.first) == path);
        CHECK(says(under(w.offices.outside), "name=\"seen\""));
        CHECK(path_of(w.database, w.offices.first) == path);
    });
}

TEST_CASE("five hundred rows are examined by a handful of statements") {
    in_worlds([](World& w) {
        std::string csv = "office,name_bn,kind,books,on_loan\n";
        for (int i = 0; i < 1000; ++i)
            csv += "প্রথম অধিদপ্তর,গ্রন্থাগার " + std::to_string(i) + ",general,1,0\n";
        auto const table = read_table(csv);
        REQUIRE(static_cast<bool>(table));
        auto const words = catalogue_of(modules);
        auto const heads = read_heads(words, library_register, *table);
        REQUIRE(static_cast<bool>(heads));
        constexpr Kept kept{&library_register, "/libraries"};
        auto const summary = w.database.read([&](Db& db) {
            auto found = examine_import(
                db, w.head, {.kept = kept, .words = words, .table = *table, .heads = *heads}, {});
            CHECK(db.statements() <= 16);
            return found;
        });
        CHECK(summary.entered == 1000);
        CHECK(summary.problems == 0);
    });
}
