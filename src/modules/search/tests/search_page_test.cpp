// The page of the search: what it shows, to whom, and what it never breaks on; on both databases.
#include "host/search.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

using namespace udb;
using namespace std::chrono;
using test::says;

namespace {

Instant const noon = sys_days{2026y / January / 26} + 6h;

constexpr std::string_view open_stages[] = {"issued"};
constexpr Act drafting[] = {Act::write};
constexpr RecordKind kinds[] = {
    {.kind = "paper",
     .path = "/papers",
     .label = {"পত্র", "Paper"},
     .open_stages = open_stages,
     .closed_acts = drafting},
    {.kind = "account",
     .path = "/accounts",
     .label = {"হিসাব", "Account"},
     .read = Act::administer},
    {.kind = "office", .path = "/offices", .label = {"দপ্তর", "Office"}}};
constexpr Grant policy[] = {{Role::guest, Act::read, Reach::any},
                            {Role::leader, Act::write, Reach::office},
                            {Role::administrator, Act::administer, Reach::any}};
Module const things{.name = "things",
                    .title = {"জিনিস", "Things"},
                    .files = [] { return std::span<EmbeddedFile const>{}; },
                    .policy = policy,
                    .kinds = kinds};
Module const* const modules[] = {&things, &search_page::manifest};

Actor actor(std::vector<Assignment> assignments = {}) {
    return {.account = {7},
            .officer = {},
            .office = {},
            .name = {"করণিক", "Clerk"},
            .assignments = std::move(assignments)};
}

void add(Database& database, Header const& header, std::string_view body = {}) {
    auto const who = actor();
    database.write([&](Db& db) {
        Work work{.db = db, .actor = who, .today = day_of(noon), .now = noon};
        add_record(work, header, body);
    });
}

void on_both(std::function<void(Database&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        add(database, {.kind = "office",
                       .office_path = "/1/",
                       .title = {"শ্রম অধিদপ্তর", "Department of Labour"}});
        add(database,
            {.kind = "paper",
             .office_path = "/1/",
             .number = "৪০.০১.০০০০.০১৮",
             .title = {"কর্মকর্তাদের প্রশিক্ষণ", ""},
             .stage = "issued"},
            "শ্রম অধিদপ্তরের সভাকক্ষে <b>প্রশিক্ষণ</b> হবে।");
        add(database, {.kind = "paper",
                       .office_path = "/1/",
                       .title = {"প্রশিক্ষণের খসড়া", ""},
                       .stage = "draft"});
        add(database,
            {.kind = "account", .office_path = "", .number = "salma", .title = {"সালমা", "Salma"}});
        test(database);
    });
}

struct Visit {
    test::Site site;
    explicit Visit(Database& database, std::vector<Assignment> assignments = {})
        : site(database, modules, actor(std::move(assignments)), noon) {}
    web::Response search(std::string const& text, std::string const& kind = {},
                         std::string const& after = {}) const {
        web::Pairs query;
        query.add("q", text);
        query.add("kind", kind);
        query.add("after", after);
        return site.get("/search", query);
    }
};

} // namespace

TEST_CASE("what was found is shown with its kind, office and number, and what was met is marked") {
    on_both([](Database& database) {
        auto const page = Visit(database).search("প্রশিক্ষণ");
        CHECK(page.status == 200);
        CHECK(says(page, "কর্মকর্তাদের <mark>প্রশিক্ষণ</mark>"));
        CHECK(says(page, "&lt;b&gt;<mark>প্রশিক্ষণ</mark>&lt;/b&gt;"));
        CHECK(says(page, "href=\"/papers/2\""));
        CHECK(says(page, ">পত্র<"));
        CHECK(says(page, "শ্রম অধিদপ্তর"));
        CHECK(says(page, "৪০.০১.০০০০.০১৮"));
        CHECK(says(Visit(database).search("০১৮"), "<mark>০১৮</mark>"));
        CHECK(says(Visit(database).search("labour"), "href=\"/offices/1\""));
    });
}

TEST_CASE("a draft and an account are found by those alone who may read them") {
    on_both([](Database& database) {
        CHECK_FALSE(says(Visit(database).search("খসড়া"), "প্রশিক্ষণের"));
        CHECK(says(Visit(database, {{Role::leader, "/1/"}}).search("খসড়া"), "প্রশিক্ষণের"));
        CHECK_FALSE(says(Visit(database, {{Role::leader, "/2/"}}).search("খসড়া"), "প্রশিক্ষণের"));
        auto const guest = Visit(database).search("salma");
        CHECK_FALSE(says(guest, "সালমা"));
        CHECK_FALSE(says(guest, "kind=account"));
        auto const administrator = Visit(database, {{Role::administrator, "/1/"}}).search("salma");
        CHECK(says(administrator, "সালমা"));
        CHECK(says(administrator, "kind=account"));
    });
}

TEST_CASE("one kind alone may be searched, and a kind that is none is every kind") {
    on_both([](Database& database) {
        Visit const visit(database);
        CHECK_FALSE(says(visit.search("শ্রম", "office"), "href=\"/papers/2\""));
        CHECK(says(visit.search("শ্রম", "office"), "href=\"/offices/1\""));
        CHECK(says(visit.search("শ্রম", "nothing"), "href=\"/papers/2\""));
        CHECK_FALSE(says(visit.search("সালমা", "account"), "href=\"/accounts"));
        CHECK(says(visit.search("সভাকক্ষ", "office"), "সব ধরনের নথিতে খুঁজুন"));
    });
}

TEST_CASE("the box keeps what was typed, and nothing typed is markup or a fault") {
    on_both([](Database& database) {
        Visit const visit(database);
        auto const page = visit.search("\"><script>আ");
        CHECK(page.status == 200);
        CHECK_FALSE(says(page, "<script>আ"));
        CHECK(says(page, "value=\"&quot;&gt;&lt;script&gt;আ\""));
        for (auto const* text : {"", " ", "—", "ও", "NEAR(", "\xff", "'' OR 1=1", "নেই এমন কিছু"})
            CHECK(visit.search(text).status == 200);
        for (auto const* after : {"-1", "x", "999999999999", "100000", "20x"})
            CHECK(visit.search("শ্রম", "", after).status == 200);
        CHECK(says(visit.search("শ্রম জাহাজ"), "সব শব্দ একসঙ্গে কোথাও পাওয়া যায়নি"));
        CHECK(says(visit.search("—"), "কোনো শব্দ নেই"));
    });
}

TEST_CASE("more than a page is reached by steps") {
    on_both([](Database& database) {
        for (int i = 0; i < 45; ++i)
            add(database, {.kind = "paper",
                           .office_path = "/1/",
                           .title = {"বোনাস " + std::to_string(100 + i), ""},
                           .stage = "issued"});
        Visit const visit(database);
        auto const first = visit.search("বোনাস");
        CHECK(says(first, "after=20"));
        CHECK_FALSE(says(first, "rel=\"prev\""));
        CHECK(says(first, "144"));
        auto const last = visit.search("বোনাস", "", "40");
        CHECK(says(last, "start=\"41\""));
        CHECK(says(last, "rel=\"prev\""));
        CHECK_FALSE(says(last, "rel=\"next\""));
        CHECK(says(last, "100"));
    });
}
