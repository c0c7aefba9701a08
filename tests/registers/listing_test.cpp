// A list of a register against the plain reading of all its records, on both databases; and what
// is seen of records that have a stage.
#include "bangla/text/collation.hpp"
#include "libraries.hpp"
#include "registers/records/listing.hpp"

#include <algorithm>
#include <random>

using namespace udb;
using namespace udb::test;
using libraries::library_register;

namespace {

enum class Shelving { open, closed };

} // namespace

template <>
std::span<Term<Shelving> const> udb::terms<Shelving>() {
    static constexpr Term<Shelving> all[] = {{Shelving::open, "open", {"খোলা", "Open"}},
                                             {Shelving::closed, "closed", {"বন্ধ", "Closed"}}};
    return all;
}

namespace {

/// The same table as a register that is only read, with the stage that stands in the header.
struct Shelved {
    Id<Office> office = {};
    LibraryKind kind = LibraryKind::general;
    Shelving stage = Shelving::open;
    std::int64_t books = 0;
};
constexpr std::array shelved_fields{
    field<&Shelved::office>("office", {"দপ্তর", "Office"}),
    field<&Shelved::kind>("kind", {"ধরন", "Kind"}, {.show = in_filter}),
    field<&Shelved::stage>("stage", {"অবস্থা", "Stage"}, {.show = in_filter, .of_header = true}),
    field<&Shelved::books>("books", {"বই", "Books"}, {.show = in_sort}),
};
constinit Register<Shelved> const shelved_register{{.name = "libraries",
                                                    .kind = "library",
                                                    .title = {"তাক", "Shelves"},
                                                    .one = {"তাক", "Shelf"},
                                                    .fields = shelved_fields,
                                                    .policy = {}}};

struct Entered {
    Id<Record> id;
    Library row;
    Instant at;
    std::string path;
};

/// More than a list puts in order by itself, so that both ways are walked: nearly all in one
/// office, a few in the others.
std::vector<Entered> many_libraries(Database& database, Offices const& o) {
    constexpr int count = 2600;
    std::mt19937 chance{7};
    auto const below = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
    std::vector<Entered> all;
    std::map<std::int64_t, std::string> paths;
    for (auto const office : {o.ministry, o.first, o.second, o.outside})
        paths[office.value] = path_of(database, office);
    auto const clerk = actor_with({{Role::head_of_office, paths[o.ministry.value]},
                                   {Role::head_of_office, paths[o.outside.value]}});
    constexpr std::array names{"সাধারণ", "জেলা", "উপজেলা", "কেন্দ্রীয়", "শিশু", "আম", "ঋতু"};
    for (int i = 0; i < count;)
        as(database, clerk, now + std::chrono::seconds{i}, [&](Work& work) {
            for (int end = std::min(i + 100, count); i < end; ++i) {
                auto const office = i % 50 == 0   ? o.second
                                    : i % 33 == 0 ? o.outside
                                    : i % 20 == 0 ? o.ministry
                                                  : o.first;
                Library const library{.office = office,
                                      .name_bn =
                                          std::string(names[static_cast<std::size_t>(below(7))])
                                          + " গ্রন্থাগার " + std::to_string(below(40)),
                                      .kind = i % 400 == 7 ? LibraryKind::children
                                              : i % 3 == 0 ? LibraryKind::digital
                                                           : LibraryKind::general,
                                      .books = below(500),
                                      .opened_on = today - std::chrono::days{below(900)},
                                      .about = i % 300 == 5 ? "দুর্লভ পাণ্ডুলিপি" : ""};
                auto const id = enter(work, library_register, library);
                REQUIRE(static_cast<bool>(id));
                all.push_back({as_record(*id), library, work.now, paths[office.value]});
            }
            return true;
        });
    return all;
}

/// What the list must be, by reading everything; of a search only the newest `finds` count.
std::vector<Id<Record>> plainly(std::vector<Entered> const& all, ListQuery const& q,
                                std::string const& place, Scope const& scope, int finds) {
    std::vector<Entered const*> found;
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
        auto const& e = *at;
        auto const under = [&](std::string const& path) { return e.path.starts_with(path); };
        bool const placed = e.path.starts_with(place);
        bool const permitted = scope.everywhere || std::ranges::any_of(scope.below, under)
                               || std::ranges::count(scope.exactly, e.path) > 0;
        if (!placed || (place.empty() && !permitted)) continue;
        if (!q.search.empty() && (e.row.name_bn + e.row.about).find(q.search) == std::string::npos)
            continue;
        if (!q.search.empty() && finds-- <= 0) break;
        bool fits = permitted;
        for (auto const& [name, value] : q.filters)
            fits &= library_register.field(name)->write(&e.row) == value;
        if (fits) found.push_back(&e);
    }
    bool const down = q.sort.starts_with('-');
    auto const by = down ? q.sort.substr(1) : q.sort;
    auto const key = [&](Entered const& e) -> std::pair<std::int64_t, std::string> {
        if (by == "books") return {e.row.books, ""};
        if (by == "opened_on") return {0, iso(*e.row.opened_on)};
        if (by == "changed") return {e.at.time_since_epoch().count(), ""};
        return {0, bangla::sort_key(e.row.name_bn)};
    };
    std::ranges::sort(found, [&](Entered const* a, Entered const* b) {
        auto const left = std::pair{key(*a), a->id.value}, right = std::pair{key(*b), b->id.value};
        return down ? right < left : left < right;
    });
    std::vector<Id<Record>> ids;
    for (auto const* e : found)
        ids.push_back(e->id);
    return ids;
}

std::vector<Id<Record>> ids_of(ListPage const& page) {
    std::vector<Id<Record>> ids;
    for (auto const& line : page.lines)
        ids.push_back(line.header.id);
    return ids;
}

/// The list from page to page, there and back again.
std::vector<Id<Record>> walked(Database& database, ListQuery query, Sight const& sight,
                               RegisterView const& reg = library_register) {
    std::vector<Id<Record>> ids;
    std::vector<std::vector<Id<Record>>> pages;
    for (;;) {
        auto const page = database.read([&](Db& db) {
            auto found = list(db, reg, query, sight);
            CHECK(db.statements() <= 8);
            return found;
        });
        pages.push_back(ids_of(page));
        ids.insert(ids.end(), pages.back().begin(), pages.back().end());
        CHECK(static_cast<bool>(page.previous) == (pages.size() > 1));
        if (!page.next) break;
        query.after = page.next;
    }
    query.after = {};
    for (std::size_t i = pages.size() - 1; i > 0; --i) {
        query.before = pages[i].front();
        auto const page = database.read([&](Db& db) { return list(db, reg, query, sight); });
        CHECK(ids_of(page) == pages[i - 1]);
        CHECK(static_cast<bool>(page.previous) == (i - 1 > 0));
        CHECK(page.next == pages[i - 1].back());
    }
    return ids;
}

} // namespace

TEST_CASE("a list, from page to page, is what reading everything gives") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        auto const o = four_offices(database);
        auto const all = many_libraries(database, o);
        auto const ministry = path_of(database, o.ministry);
        Scope const everywhere{.everywhere = true};
        Scope const branch{.below = {ministry}};
        Scope const one{.exactly = {path_of(database, o.second)}};
        using Filters = std::map<std::string, std::string, std::less<>>;
        int queries = 0;
        for (auto const* sort :
             {"title", "-title", "changed", "-changed", "books", "-opened_on", "nonsense"})
            for (auto const& filters : {Filters{}, Filters{{"kind", "digital"}},
                                        Filters{{"kind", "children"}}, Filters{{"kind", "no"}}})
                for (auto const* search : {"", "গ্রন্থাগার", "পাণ্ডুলিপি"})
                    for (auto const office : {Id<Office>{}, o.second, o.first})
                        for (auto const* scope : {&everywhere, &branch, &one}) {
                            // A tenth of the combinations, each value of each many times.
                            if (++queries % 10 != 0) continue;
                            ListQuery const query{.search = search,
                                                  .office = office,
                                                  .filters = filters,
                                                  .sort = sort,
                                                  .size = 90};
                            auto const place = office ? path_of(database, office) : "";
                            CAPTURE(sort);
                            CAPTURE(search);
                            CAPTURE(office.value);
                            auto const expected = plainly(all, query, place, *scope, finds_most);
                            auto const complete = plainly(all, query, place, *scope, 10'000);
                            CHECK(walked(database, query, *scope) == expected);
                            auto const page = database.read(
                                [&](Db& db) { return list(db, library_register, query, *scope); });
                            CHECK(page.total <= std::ssize(complete));
                            if (!page.more_than) CHECK(page.total == std::ssize(complete));
                            std::vector<Id<Record>> each;
                            database.read([&](Db& db) {
                                each_line(db, library_register, query, *scope,
                                          [&](ListLine const& line) {
                                              each.push_back(line.header.id);
                                              return true;
                                          });
                                return 0;
                            });
                            auto by_number = complete;
                            std::ranges::sort(by_number);
                            CHECK(each == by_number);
                        }
    });
}

TEST_CASE(
    "a list shows nothing to whom nothing is permitted, and nothing of an office that is none") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        auto const o = four_offices(database);
        auto const clerk = actor_with({{Role::head_of_office, path_of(database, o.ministry)}});
        auto const entered = as(database, clerk, now, [&](Work& work) {
            return enter(work, library_register, {.office = o.first, .name_bn = "ক"});
        });
        REQUIRE(static_cast<bool>(entered));
        auto const total = [&](ListQuery const& query, Scope const& scope) {
            return database.read(
                [&](Db& db) { return list(db, library_register, query, scope).total; });
        };
        CHECK(total({}, {.everywhere = true}) == 1);
        CHECK(total({}, {}) == 0);
        CHECK(total({.office = {99}}, {.everywhere = true}) == 0);
        CHECK(total({}, {.owner = {1}}) == 1);
        CHECK(total({}, {.owner = {2}}) == 0);
        CHECK(total({.search = "?!"}, {.everywhere = true}) == 1); // no word in it
    });
}

TEST_CASE(
    "what is not open is seen by whoever works on it, and by nobody else, however it is asked") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        auto const o = four_offices(database);
        auto const all = many_libraries(database, o);
        REQUIRE(database.write([](Db& db) -> Done {
            db.run("update records set stage = case when id % 4 = 0 then 'closed' else 'open' end "
                   "where kind = 'library'");
            return {};
        }));
        auto const stage_of = [](Id<Record> id) { return id.value % 4 == 0 ? "closed" : "open"; };
        auto const second = path_of(database, o.second);
        Sight guest, clerk, branch;
        guest.stages = clerk.stages = branch.stages = {"open"};
        guest.open = clerk.open = {.everywhere = true};
        clerk.scope = {.exactly = {second}};
        branch.open = {.below = {second}};
        branch.scope = {.exactly = {path_of(database, o.outside)}};
        auto const sees = [&](Sight const& sight, Entered const& e) {
            auto const in = [&](Scope const& scope) {
                auto const under = [&](auto const& path) { return e.path.starts_with(path); };
                return scope.everywhere || std::ranges::any_of(scope.below, under)
                       || std::ranges::count(scope.exactly, e.path) > 0;
            };
            return in(sight.scope)
                   || (stage_of(e.id) == std::string_view("open") && in(sight.open));
        };
        using Filters = std::map<std::string, std::string, std::less<>>;
        for (auto const* sight : {&guest, &clerk, &branch})
            for (auto const& filters :
                 {Filters{}, Filters{{"stage", "open"}}, Filters{{"stage", "closed"}},
                  Filters{{"stage", "closed"}, {"kind", "children"}}, Filters{{"stage", "no"}}})
                for (auto const* search : {"", "পাণ্ডুলিপি"})
                    for (auto const office : {Id<Office>{}, o.second})
                        for (auto const* sort : {"title", "-changed", "books"}) {
                            CAPTURE(search);
                            CAPTURE(office.value);
                            CAPTURE(sort);
                            std::vector<Id<Record>> expected;
                            for (auto const& e : all) {
                                bool fits = sees(*sight, e) && (!office || e.row.office == office)
                                            && e.row.about.find(search) != std::string::npos;
                                for (auto const& [name, value] : filters)
                                    fits &= value
                                            == (name == "stage"
                                                    ? stage_of(e.id)
                                                    : library_register.field(name)->write(&e.row));
                                if (fits) expected.push_back(e.id);
                            }
                            ListQuery const query{.search = search,
                                                  .office = office,
                                                  .filters = filters,
                                                  .sort = sort,
                                                  .size = 190};
                            auto const page = database.read(
                                [&](Db& db) { return list(db, shelved_register, query, *sight); });
                            CHECK(page.total <= std::ssize(expected));
                            if (!page.more_than) CHECK(page.total == std::ssize(expected));
                            std::vector<Id<Record>> each;
                            database.read([&](Db& db) {
                                each_line(db, shelved_register, query, *sight, [&](auto const& l) {
                                    CHECK(l.values[2] == stage_of(l.header.id));
                                    each.push_back(l.header.id);
                                    return true;
                                });
                                return 0;
                            });
                            CHECK(each == expected);
                            auto listed = walked(database, query, *sight, shelved_register);
                            std::ranges::sort(listed);
                            CHECK(listed == expected);
                        }
    });
}
