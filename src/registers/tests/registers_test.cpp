// Rows of a register on both databases, and what is drawn of them.
#include "host/application.hpp"
#include "registers/pages/draw.hpp"
#include "registers/pages/history.hpp"
#include "registers/pages/picker.hpp"
#include "registers/records/rows.hpp"
#include "support/databases.hpp"

#include <doctest/doctest.h>

namespace udb {

enum class Colour { red, green };
template <>
std::span<Term<Colour> const> terms<Colour>() {
    static constexpr Term<Colour> all[] = {{Colour::red, "red", {"লাল", "Red"}},
                                           {Colour::green, "green", {"সবুজ", "Green"}}};
    return all;
}

struct Thing {
    std::string name = {};
    Colour colour = Colour::red;
    std::int64_t size = 0;
    std::optional<Date> made = {};
    std::optional<std::vector<Colour>> others = {};
    Id<Thing> part_of = {};
};

} // namespace udb

using namespace udb;
using namespace std::chrono;

namespace {

constexpr std::array fields{
    field<&Thing::name>("name", {"নাম", "Name"}, {.required = true, .max_chars = 5}),
    field<&Thing::colour>("colour", {"রং", "Colour"}, {.required = true}),
    field<&Thing::size>("size", {"আকার", "Size"}),
    field<&Thing::made>("made", {"তৈরির তারিখ", "Made on"}),
    field<&Thing::others>("others", {"অন্যান্য", "Others"}),
    field<&Thing::part_of>("part_of", {"যার অংশ", "Part of"}),
};
constexpr Grant policy[] = {{Role::guest, Act::write, Reach::any}};
constinit Register<Thing> const things{{.name = "things",
                                        .kind = "thing",
                                        .title = {"জিনিস", "Things"},
                                        .one = {"জিনিস", "Thing"},
                                        .fields = fields,
                                        .policy = policy}};

constexpr EmbeddedFile tables[] = {
    {"migrations/20260110_create_things.sql",
     "create table things (id integer primary key references records (id), name text not null, "
     "colour text not null, size integer not null, made text not null, others text not null, "
     "part_of integer) strict;"}};
std::span<EmbeddedFile const> files() { return tables; }
Module const module{.name = "things", .title = {"জিনিস", "Things"}, .files = files};
constexpr Module const* modules[] = {&module};

Actor const clerk{
    .account = {}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};

Thing const full{.name = "ক্ষুদ্র",
                 .colour = Colour::green,
                 .size = 12,
                 .made = sys_days{2026y / January / 26},
                 .others = std::vector{Colour::red},
                 .part_of = {7}};

} // namespace

TEST_CASE(
    "a row comes back from either database as it went in, and a correction tells its change") {
    test::for_each_database(migrations_of(modules), [](Database& database) {
        auto const working = [&](auto const& act) {
            return database.write([&](Db& db) {
                Work work{.db = db, .actor = clerk, .today = {}, .now = Instant{1s}};
                return act(work);
            });
        };
        auto const entered = working([](Work& w) { return enter(w, things, full); });
        REQUIRE(static_cast<bool>(entered));
        auto const id = as_record(*entered);
        Thing read;
        CHECK(database.read([&](Db& db) { return load_row(db, things, id, &read); }));
        CHECK(changes(fields, &full, &read).empty());

        auto const header = *database.read([&](Db& db) { return find_record(db, "thing", id); });
        auto after = full;
        after.made = {};
        after.others = std::vector<Colour>{};
        auto const save = [&](Thing const& wanted) {
            return working([&](Work& w) { return correct(w, things, header, wanted); });
        };
        CHECK(static_cast<bool>(save(full)));
        CHECK(static_cast<bool>(save(after)));
        CHECK(static_cast<bool>(save(after))); // sent twice: nothing is left to change
        auto other = after;
        other.size = 99;
        auto const again = save(other);
        REQUIRE_FALSE(static_cast<bool>(again));
        CHECK(again.error().kind == Error::Kind::conflict);
        auto const events = database.read([&](Db& db) { return events_of(db, id); });
        REQUIRE(events.size() == 2);
        CHECK(events[0].kind == "thing.corrected");
        CHECK(events[0].detail("made") == "2026-01-26 → ");
        CHECK(events[0].detail("others") == "red → none");
        CHECK(events[0].detail("name").empty());
    });
}

TEST_CASE("a form shows what was typed, its problem beside it, and reads back") {
    auto const catalogue = catalogue_of({});
    Words const words{catalogue, Language::bn};
    FormValues form{{"name", "অনেক লম্বা নাম"}, {"colour", "blue"}, {"size", "x"}};
    auto const read = parse(things, form);
    REQUIRE_FALSE(static_cast<bool>(read));
    CHECK(read.error().fields.size() == 3);
    auto const drawn = draw_form(words, things, form, read.error().fields);
    CHECK(drawn.view().find("অনেক লম্বা নাম") != std::string_view::npos);
    CHECK(drawn.view().find("সর্বোচ্চ ৫টি অক্ষর") != std::string_view::npos);
    CHECK(drawn.view().find("part_of") == std::string_view::npos);

    auto const back = parse(things, form_of(fields, &full));
    REQUIRE(static_cast<bool>(back));
    CHECK(changes(fields, &full, &*back).empty());
}

TEST_CASE("values are shown as their reader writes them") {
    auto const catalogue = catalogue_of({});
    Words const bn{catalogue, Language::bn}, en{catalogue, Language::en};
    CHECK(shown(bn, fields[1], "green") == "সবুজ");
    CHECK(shown(en, fields[1], "green") == "Green");
    CHECK(shown(bn, fields[2], "12") == "১২");
    CHECK(shown(bn, fields[3], "2026-01-26") == "২৬ জানুয়ারি ২০২৬");
    CHECK(shown(en, fields[4], "red,green") == "Red, Green");
    CHECK(shown(bn, fields[4], "none") == "এগুলোর কোনোটি নয়");
}

TEST_CASE(
    "the picker keeps the chosen one beside what a new search finds, and shows neither twice") {
    auto const catalogue = catalogue_of({});
    Words const words{catalogue, Language::en};
    auto const search = [](std::string_view text) {
        return text == "a" ? std::vector<ui::Choice>{{"1", "Anna"}, {"2", "Abed"}}
                           : std::vector<ui::Choice>{};
    };
    auto const name_of = [](std::string_view value) {
        return std::string(value == "2" ? "Abed" : value == "3" ? "Zia" : "");
    };
    auto const drawn = [&](FormValues const& form) {
        return std::string(
            picker(words, picked({.name = "who", .label = "Who?"}, form, search, name_of)).view());
    };
    auto const count = [](std::string const& all, std::string_view what) {
        int n = 0;
        for (auto at = all.find(what); at != all.npos; at = all.find(what, at + 1))
            ++n;
        return n;
    };
    auto const both = drawn({{"who", "2"}, {"who_search", "a"}, {"find", "who"}});
    CHECK(count(both, "Abed") == 1);
    CHECK(count(both, "Anna") == 1);
    CHECK(count(drawn({{"who", "3"}, {"who_search", "a"}}), "Zia") == 1);
    CHECK(count(drawn({{"who", "9"}}), "radio") == 0);
    CHECK(count(drawn({{"who_search", "<b>"}}), "<b>") == 0);
    CHECK(picker_asked({{"find", "who"}}));
    CHECK_FALSE(picker_asked({{"who", "2"}}));
}

TEST_CASE(
    "words in a search box that were not searched yet are searched before anything is saved") {
    CHECK(picker_asked({{"who_search", "a"}, {"who_searched", ""}}));
    CHECK(picker_asked({{"who_search", "a b"}, {"who_searched", "a"}}));
    CHECK_FALSE(picker_asked({{"who_search", "a"}, {"who_searched", "a"}}));
    CHECK_FALSE(picker_asked({{"who_search", " "}, {"who_searched", ""}}));
    CHECK_FALSE(picker_asked({{"who_search", ""}, {"who_searched", "a"}}));
}

TEST_CASE("Enter presses the main button of a form with a picker, not its find button") {
    auto const catalogue = catalogue_of({});
    Words const words{catalogue, Language::en};
    auto const buttons = [&](bool enter_submits) {
        std::string const drawn{
            picker(words, {.name = "who", .label = "Who?", .enter_submits = enter_submits}).view()};
        auto const first = drawn.find("<button");
        return drawn.substr(first, drawn.find('>', first) - first);
    };
    CHECK(buttons(true).find("find") == std::string::npos);
    CHECK(buttons(true).find("aria-hidden") != std::string::npos);
    CHECK(buttons(false).find("name=\"find\"") != std::string::npos);
}

TEST_CASE("a code, a phone and a memo number are in the reader's digits, a name with one is not") {
    auto const catalogue = catalogue_of({});
    struct Case {
        std::string_view written, bn, en;
    };
    for (auto const& c :
         {Case{"40", "৪০", "40"}, Case{"৩৩০০", "৩৩০০", "3300"},
          Case{"+880 (2) 223-1, 5", "+৮৮০ (২) ২২৩-১, ৫", "+880 (2) 223-1, 5"},
          Case{"40.00.0000.016-15(9)", "৪০.০০.০০০০.০১৬-১৫(৯)", "40.00.0000.016-15(9)"},
          Case{"www.a2i.gov.bd", "www.a2i.gov.bd", "www.a2i.gov.bd"},
          Case{"৭ম গ্রেড", "৭ম গ্রেড", "৭ম গ্রেড"}}) {
        CHECK(in_digits({catalogue, Language::bn}, c.written) == c.bn);
        CHECK(in_digits({catalogue, Language::en}, c.written) == c.en);
    }
}

TEST_CASE("the history names what a reference was before, and never calls it empty") {
    std::vector<Event> const events{
        {.at = {}, .kind = "thing.corrected", .who = {}, .details = {{"part_of", "3 → 7"}}},
        {.at = {}, .kind = "thing.corrected", .who = {}, .details = {{"part_of", " → 3"}}},
        {.at = {}, .kind = "thing.entered", .who = {}, .details = {{"part_of", "9"}}}};
    CHECK(references_in(events, "part_of") == std::vector<std::string>{"3", "7"});
    auto const catalogue = catalogue_of(modules);
    Words const words{catalogue, Language::en};
    auto const drawn = [&](Lookups const& lookups) {
        return std::string(draw_history(words, things, {events.front()}, lookups).view());
    };
    CHECK(drawn({{"part_of", {{"3", "Three"}, {"7", "Seven"}}}}).find("Three → Seven")
          != std::string::npos);
    CHECK(drawn({{"part_of", {{"7", "Seven"}}}}).find("3 → Seven") != std::string::npos);
}
