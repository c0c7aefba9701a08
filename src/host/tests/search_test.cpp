// The one index over all records: what is found, by whom, and when; on both databases.
#include "host/application.hpp"
#include "host/search.hpp"
#include "support/databases.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace udb;
using namespace std::chrono;

namespace {

Actor const clerk{
    .account = {7}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon = sys_days{2026y / January / 26} + 6h;

std::vector<Readable> const all_things{{"thing", Scope{.everywhere = true}},
                                       {"other", Scope{.everywhere = true}}};

Header thing(std::string bn, std::string number = {}, std::string path = "/1/") {
    return {.kind = "thing",
            .office_path = std::move(path),
            .number = std::move(number),
            .title = {std::move(bn), ""},
            .stage = "open"};
}

template <class F>
auto working(Database& database, F const& act) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
        return act(work);
    });
}

Id<Record> add(Database& database, Header const& header, std::string_view body = {}) {
    return working(database, [&](Work& w) {
        auto const id = add_record(w, header);
        if (!body.empty()) index_body(w.db, id, body);
        return id;
    });
}

using Ids = std::vector<Id<Record>>;

Ids matching(Database& database, SearchQuery const& query) {
    return database.read([&](Db& db) { return ids_matching(db, query).ids; });
}
Ids matching(Database& database, std::string_view text) {
    return matching(database, SearchQuery{.text = text});
}

SearchHits found(Database& database, std::string_view text,
                 std::vector<Readable> const& readable = all_things, int after = 0, int most = 20) {
    return database.read(
        [&](Db& db) { return search(db, {.text = text, .most = most}, readable, after); });
}
std::vector<std::string> titles(SearchHits const& hits) {
    std::vector<std::string> out;
    for (auto const& hit : hits.hits)
        out.push_back(hit.title.bn);
    return out;
}
using Titles = std::vector<std::string>;

void on_both(std::function<void(Database&)> const& test) {
    test::for_each_database(migrations_of({}), test);
}

} // namespace

TEST_CASE("a record is found by its words however they are spelt, inflected or written") {
    on_both([](Database& database) {
        auto const id = add(
            database, {.kind = "thing",
                       .office_path = "/1/",
                       .number = "৪০.০০.০০০০.০১৮.০৬.০০১.২৬-১২",
                       .title = {"সেবা সহজীকরণ বিষয়ে কর্মকর্তাদের প্রশিক্ষণ", "Training of officers"}});
        for (auto const* text :
             {"সহজিকরণ", "কর্মকর্তা", "কর্মকর্তাগণের প্রশিক্ষণসমূহ", "অফিসার", "প্রশিক্ষণ সেবার", "প্রশি",
              "TRAINING", "officer train", "ট্রেনিং", "৪০.০০.০০০০.০১৮", "40.00.0000.018.06",
              "018.06.001", "০১৮", "26-12", "40 26 12", "সেবা, 018!"})
            CHECK_MESSAGE(matching(database, text) == Ids{id}, text);
        for (auto const* text : {"সেবক", "40.0000.00", "018.001", "কর্মচারী", "সেবা খাদ্য", "পশি",
                                 "__kthing", "kthing", "_", "open"})
            CHECK_MESSAGE(matching(database, text).empty(), text);
    });
}

TEST_CASE("a text without a word finds nothing and says so") {
    on_both([](Database& database) {
        add(database, thing("ক"));
        for (auto const* text : {"", " ", "এবং", "\"", "*", "—"}) {
            database.read([&](Db& db) {
                CHECK(ids_matching(db, {.text = text}).blank);
                CHECK(search(db, {.text = text}, all_things).blank);
            });
        }
    });
}

TEST_CASE(
    "what is rolled back is not found, and what is saved anew is found by its new title alone") {
    on_both([](Database& database) {
        auto const gone = database.write([&](Db& db) -> Result<int> {
            Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
            add_record(work, thing("পাটকল"));
            CHECK(ids_matching(db, {.text = "পাটকল"}).ids.size() == 1);
            return conflict();
        });
        CHECK_FALSE(static_cast<bool>(gone));
        CHECK(matching(database, "পাটকল").empty());

        auto const id = add(database, thing("পাটকল", "১২"), "শ্রমিকের মজুরি");
        CHECK(matching(database, "পাটকল") == Ids{id});
        auto header = *database.read([&](Db& db) { return find_record(db, "thing", id); });
        header.title.bn = "চিনিকল";
        REQUIRE(
            static_cast<bool>(working(database, [&](Work& w) { return save_record(w, header); })));
        CHECK(matching(database, "পাটকল").empty());
        CHECK(matching(database, "চিনিকলের মজুরী ১২") == Ids{id});
        working(database, [&](Work& w) {
            index_body(w.db, id, "বোনাস");
            return 0;
        });
        CHECK(matching(database, "মজুরি").empty());
        CHECK(matching(database, "চিনিকল বোনাস") == Ids{id});
    });
}

TEST_CASE("kind and offices narrow what is matched, the newest first, with word of more") {
    on_both([](Database& database) {
        auto const top = add(database, thing("কমিটি", "", "/1/"));
        auto const below = add(database, thing("কমিটি", "", "/1/7/"));
        auto const elsewhere = add(database, thing("কমিটি", "", "/2/17/"));
        auto other = thing("কমিটি", "", "/1/7/");
        other.kind = "other";
        auto const another = add(database, other);
        auto const nowhere = add(database, thing("কমিটি", "", ""));

        CHECK(matching(database, "কমিটি") == Ids{nowhere, another, elsewhere, below, top});
        CHECK(matching(database, {.text = "কমিটির", .kind = "other"}) == Ids{another});
        CHECK(matching(database, {.text = "কমিটি", .office_paths = {"/1/7/"}})
              == Ids{another, below});
        CHECK(matching(database, {.text = "কমিটি", .kind = "thing", .office_paths = {"/1/"}})
              == Ids{below, top});
        CHECK(
            matching(database, {.text = "কমিটি", .kind = "thing", .office_paths = {"/1/7/", "/2/"}})
            == Ids{elsewhere, below});
        CHECK(matching(database, {.text = "কমিটি", .office_paths = {"/"}}).size() == 5);
        database.read([&](Db& db) {
            auto const two = ids_matching(db, {.text = "কমিটি", .kind = "thing", .most = 2});
            CHECK(two.ids == Ids{nowhere, elsewhere});
            CHECK(two.more);
            auto const four = ids_matching(db, {.text = "কমিটি", .kind = "thing", .most = 4});
            CHECK(four.ids.size() == 4);
            CHECK_FALSE(four.more);
        });
    });
}

TEST_CASE("a moved office takes along what is found in it") {
    on_both([](Database& database) {
        auto const id = add(database, thing("কমিটি", "", "/1/7/"));
        auto const at = [&](std::string path) {
            return matching(database, {.text = "কমিটি", .office_paths = {std::move(path)}});
        };
        CHECK(at("/1/") == Ids{id});
        working(database, [&](Work& w) {
            move_below(w, "/1/7/", "/2/7/");
            return 0;
        });
        CHECK(at("/1/").empty());
        CHECK(at("/2/") == Ids{id});
        CHECK(at("/2/7/") == Ids{id});
        working(database, [&](Work& w) {
            move_record(w, id, "/3/");
            return 0;
        });
        CHECK(at("/2/").empty());
        CHECK(at("/3/") == Ids{id});
    });
}

TEST_CASE("nobody finds what they may not read") {
    on_both([](Database& database) {
        auto closed = thing("গোপন খসড়া", "", "/1/7/");
        closed.stage = "draft";
        add(database, closed);
        add(database, thing("প্রকাশিত খসড়া", "", "/1/7/"));
        auto secret = thing("অন্য খসড়া", "", "/1/");
        secret.kind = "other";
        add(database, secret);

        auto inside = thing("প্রকাশিত চিঠির খসড়া", "", "/2/");
        inside.internal = true;
        add(database, inside);

        Scope const everywhere{.everywhere = true};
        auto const staged = [](std::vector<std::string> stages, Scope within = {}) {
            Sight sight;
            sight.stages = std::move(stages);
            sight.open = {.everywhere = true};
            sight.inside = std::move(within);
            return sight;
        };
        auto drafts_too = staged({"open"});
        drafts_too.scope = {.below = {"/1/7/"}};
        struct Case {
            std::vector<Readable> readable;
            Titles found;
        };
        Titles const open{"প্রকাশিত খসড়া"};
        Titles const both{"গোপন খসড়া", "প্রকাশিত খসড়া"};
        Titles const with_letter{"প্রকাশিত খসড়া", "প্রকাশিত চিঠির খসড়া"};
        Titles const all{"গোপন খসড়া", "প্রকাশিত খসড়া", "প্রকাশিত চিঠির খসড়া"};
        for (auto const& [readable, expected] :
             std::vector<Case>{{{}, {}},
                               {{{"thing", staged({"open"})}}, open},
                               {{{"thing", staged({"open", "closed"})}}, open},
                               {{{"thing", staged({"open"}, {.below = {"/2/"}})}}, with_letter},
                               {{{"thing", staged({"open"}, {.below = {"/1/"}})}}, open},
                               {{{"thing", everywhere}}, all},
                               {{{"thing", Scope{.below = {"/1/"}}}}, both},
                               {{{"thing", Scope{.exactly = {"/1/7/"}}}}, both},
                               {{{"thing", Scope{.exactly = {"/1/"}}}}, {}},
                               {{{"thing", Scope{.below = {"/2/"}}}}, {"প্রকাশিত চিঠির খসড়া"}},
                               {{{"thing", Scope{.below = {"/3/"}}}}, {}},
                               {{{"thing", Scope{.owner = clerk.account}}}, all},
                               {{{"thing", Scope{.owner = {8}}}}, {}},
                               {{{"thing", Scope{}}}, {}},
                               {{{"other", Scope{.exactly = {"/1/"}}}}, {"অন্য খসড়া"}},
                               {{{"thing", drafts_too}}, both}}) {
            auto got = titles(found(database, "খসড়া", readable));
            std::ranges::sort(got);
            CHECK(got == expected);
        }
    });
}

TEST_CASE(
    "the title itself comes first, then titles, then texts; shorter and newer before others") {
    on_both([](Database& database) {
        add(database, thing("বার্ষিক প্রতিবেদন"), "উদ্ভাবন টিমের সভা");
        add(database, thing("উদ্ভাবন টিমের বার্ষিক কর্মপরিকল্পনা"));
        add(database, thing("উদ্ভাবন টিম"));
        add(database, thing("উদ্ভাবন টিম ক"));
        add(database, thing("উদ্ভাবন টিম খ"));
        Titles const order{"উদ্ভাবন টিম", "উদ্ভাবন টিম খ", "উদ্ভাবন টিম ক",
                           "উদ্ভাবন টিমের বার্ষিক কর্মপরিকল্পনা", "বার্ষিক প্রতিবেদন"};
        CHECK(titles(found(database, "ইনোভেশন টিমের")) == order);

        auto const first = found(database, "উদ্ভাবন টিম", all_things, 0, 2);
        CHECK(first.more);
        auto rest = titles(found(database, "উদ্ভাবন টিম", all_things, 2, 3));
        auto all = titles(first);
        all.insert(all.end(), rest.begin(), rest.end());
        CHECK(all == order);
        auto const beyond = found(database, "উদ্ভাবন টিম", all_things, 5);
        CHECK(beyond.hits.empty());
        CHECK_FALSE(beyond.more);
        CHECK_FALSE(beyond.partial);
    });
}

TEST_CASE(
    "where nothing holds all words, what holds most of them is shown, rare words counting more") {
    on_both([](Database& database) {
        for (int i = 0; i < 5; ++i)
            add(database, thing("শ্রম কল্যাণ"));
        add(database, thing("শ্রম আদালত"));
        add(database, thing("পাটকল"));
        auto const hits = found(database, "শ্রম আদালত জাহাজ");
        CHECK(hits.partial);
        REQUIRE(hits.hits.size() == 6);
        CHECK(titles(hits).front() == "শ্রম আদালত");
        CHECK(titles(found(database, "কল্যাণ পাটকল")).front() == "পাটকল");
        CHECK(matching(database, "শ্রম আদালত জাহাজ").empty());
        CHECK(found(database, "জাহাজ").hits.empty());
        CHECK_FALSE(found(database, "শ্রম আদালত").partial);
    });
}

TEST_CASE(
    "a hit says what it is and where it belongs, in statements that do not grow with the hits") {
    on_both([](Database& database) {
        auto const office = add(database, {.kind = "office",
                                           .office_path = "/1/",
                                           .title = {"শ্রম অধিদপ্তর", "Department of Labour"}});
        static_cast<void>(office);
        for (int i = 0; i < 30; ++i)
            add(database, thing("কমিটি", std::to_string(i), "/1/"), "সভার কার্যবিবরণী");
        database.read([&](Db& db) {
            auto const before = db.statements();
            auto const hits = search(db, {.text = "কমিটি"}, all_things);
            CHECK(db.statements() - before == 3);
            REQUIRE(hits.hits.size() == 20);
            CHECK(hits.more);
            CHECK(hits.hits[0].kind == "thing");
            CHECK(hits.hits[0].number == "29");
            CHECK(hits.hits[0].stage == "open");
            CHECK(hits.hits[0].office.bn == "শ্রম অধিদপ্তর");
            CHECK(hits.hits[0].body == "সভার কার্যবিবরণী");
        });
    });
}

TEST_CASE("no text is a fault of the search, and both databases find the same") {
    constexpr std::string_view pieces[] = {
        "শ্রম", "কল্যাণের", "ও",   "টি",   "40",   "১২",       ".",      "-",    "/",      "@", " ",
        "  ",  "\"",      "'",   "''",   "*",    "(",        ")",      ":",    "&",      "|", "!",
        "<->", "\\",      "AND", "OR",   "NOT",  "NEAR(",    "{head}", "^",    "+",      "%", "_",
        "__k", "\n",      "\t",  "\x01", "\xff", "\xe0\xa6", "é",      "👩",   "\u200D", "্",  "় ",
        "ঃ",   "a",       "the", ";--",  "ক্ষ",   "head:",    "\"\"\"", "''\\'"};
    std::vector<Ids> first;
    bool compared = false;
    on_both([&](Database& database) {
        for (auto const* title :
             {"শ্রম কল্যাণ", "ক্ষতিপূরণ 40.12", "the a-b é", "টিমের ১২", "AND OR NOT near head"})
            add(database, thing(title, "12.40"), "শ্রম ও কল্যাণ (\"'\\) a@b.c");
        std::mt19937 random(11);
        std::vector<Ids> all;
        database.read([&](Db& db) {
            for (int i = 0; i < 10'000; ++i) {
                std::string text;
                for (auto n = 1 + random() % 8; n > 0; --n)
                    text += pieces[random() % std::size(pieces)];
                auto const matches = ids_matching(db, {.text = text});
                CHECK(matches.ids.size() <= 20);
                all.push_back(matches.ids);
                Ids hits;
                for (auto const& hit : search(db, {.text = text}, all_things).hits)
                    hits.push_back(hit.id);
                all.push_back(hits);
            }
            std::string const huge(300'000, 'x');
            CHECK(ids_matching(db, {.text = huge}).ids.empty());
            std::string many;
            for (int i = 0; i < 50'000; ++i)
                many += "শ্রম ";
            CHECK(ids_matching(db, {.text = many}).ids.size() == 5);
        });
        if (compared) CHECK(all == first);
        first = std::move(all);
        compared = true;
    });
}

TEST_CASE("titles, numbers and texts of any size and kind can be indexed") {
    on_both([](Database& database) {
        std::string huge;
        while (huge.size() < 3 * search_body_bytes_max)
            huge += "কাগজ" + std::to_string(huge.size()) + " ";
        auto const id = add(database, thing(std::string(50'000, 'z'), "'\\\":*&|!()"), huge);
        CHECK(matching(database, "কাগজ0") == Ids{id});
        auto const odd = add(database, thing("'শ্রম\\ \"কল্যাণ\" :*"), "' \\ \" ' :1A");
        CHECK(matching(database, "শ্রম কল্যাণ") == Ids{odd});
    });
}
