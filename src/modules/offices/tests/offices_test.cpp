// Offices and posts on both databases: entering, correcting, moving, and the pages of the tree.
#include "host/application.hpp"
#include "modules/offices/demo.hpp"
#include "modules/offices/offices.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::offices;
using namespace std::chrono;

namespace {

constexpr Module const* modules[] = {&manifest};
constexpr Date today = 2026y / January / 26;
constexpr Instant now = today + 4h;

Actor actor_with(std::vector<Assignment> assignments) {
    return {.account = {1},
            .officer = {},
            .office = {},
            .name = {"করণিক", "Clerk"},
            .assignments = std::move(assignments)};
}
Actor const administrator = actor_with({{Role::administrator, "/"}});

/// One database with the verbs as an actor would use them.
struct Desk {
    Database& database;

    template <class Act>
    auto as(Actor const& actor, Act const& act) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = today, .now = now};
            return act(work);
        });
    }
    template <class Act>
    auto act(Act const& verb) const {
        return as(administrator, verb);
    }
    template <class Ask>
    auto ask(Ask const& question) const {
        return database.read(question);
    }

    Id<Office> office(std::string name, Id<Office> parent = {}, Level level = Level::agency) const {
        auto const id = act([&](Work& work) {
            return add_office(work, {.name_bn = name, .level = level, .parent = parent});
        });
        REQUIRE(static_cast<bool>(id));
        return *id;
    }
    Id<Post> post(Id<Office> office, std::string title) const {
        auto const id = act([&](Work& work) {
            return add_post(work, {.office = office, .title_bn = title, .rank = Rank::other});
        });
        REQUIRE(static_cast<bool>(id));
        return *id;
    }
    OfficeRecord read(Id<Office> id) const {
        auto const found = ask([&](Db& db) { return find_office(db, id); });
        REQUIRE(found.has_value());
        return *found;
    }
    Done correct(Id<Office> id, Office const& after) const {
        auto const before = read(id);
        return act([&](Work& work) { return correct_office(work, before.header, after); });
    }
};

void on_both(std::function<void(Desk const&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& db) { test({db}); });
}

template <class T>
std::string problem(Result<T> const& result) {
    if (result) return "";
    return result.error().fields.empty() ? std::string(result.error().message.key)
                                         : result.error().fields.front().field;
}

} // namespace

TEST_CASE("an office stands under its parent, its codes kept in ASCII digits") {
    on_both([](Desk const& desk) {
        auto const top = desk.office("মন্ত্রণালয়", {}, Level::ministry);
        auto const typed = parse(office_register, {{"name_bn", "অধিদপ্তর"},
                                                   {"level", "agency"},
                                                   {"parent", to_string(top)},
                                                   {"ministry_code", "৪০"},
                                                   {"agency_code", "02"},
                                                   {"place_code", "৩৩০০"}});
        REQUIRE(static_cast<bool>(typed));
        auto const id = desk.act([&](Work& work) { return add_office(work, *typed); });
        REQUIRE(static_cast<bool>(id));
        auto const read = desk.read(*id);
        CHECK(read.path() == "/" + to_string(top) + "/" + to_string(*id) + "/");
        CHECK(read.office.ministry_code == "40");
        CHECK(read.header.number == "40.02.3300");
        CHECK(desk.ask([&](Db& db) { return events_of(db, as_record(*id)).at(0).kind; })
              == "office.entered");
    });
}

TEST_CASE("what an office's form may not say is refused at its field") {
    Office const good{.name_bn = "ক",
                      .ministry_code = "40",
                      .place_code = "3300",
                      .website = "www.mole.gov.bd",
                      .valid_from = 2000y / January / 1,
                      .valid_until = 2000y / January / 1};
    REQUIRE(office_register.check(&good).empty());
    auto const wrong = [&](auto const& change) {
        auto office = good;
        change(office);
        auto const errors = office_register.check(&office);
        return errors.size() == 1 ? errors.front().field : std::string("?");
    };
    CHECK(wrong([](Office& o) { o.ministry_code = "4"; }) == "ministry_code");
    CHECK(wrong([](Office& o) { o.ministry_code = "4a"; }) == "ministry_code");
    CHECK(wrong([](Office& o) { o.place_code = "33000"; }) == "place_code");
    CHECK(wrong([](Office& o) { o.website = "no address"; }) == "website");
    CHECK(wrong([](Office& o) { o.valid_until = 1999y / December / 31; }) == "valid_until");
    CHECK(wrong([](Office& o) {
              o.successor = {7};
              o.valid_until = {};
          })
          == "valid_until");
}

TEST_CASE("a parent, an office or a successor that is not there is refused at its field") {
    on_both([](Desk const& desk) {
        auto const a = desk.office("ক");
        CHECK(problem(desk.act(
                  [](Work& work) { return add_office(work, {.name_bn = "খ", .parent = {999}}); }))
              == "parent");
        CHECK(problem(desk.act(
                  [](Work& work) { return add_post(work, {.office = {999}, .title_bn = "পদ"}); }))
              == "office");
        auto office = desk.read(a).office;
        office.valid_until = today;
        office.successor = a;
        CHECK(problem(desk.correct(a, office)) == "successor");
        office.successor = desk.office("উত্তরসূরি");
        CHECK(problem(desk.correct(a, office)) == "");
    });
}

TEST_CASE("an office moves with everything below it, and not below itself") {
    on_both([](Desk const& desk) {
        auto const from = desk.office("পুরাতন");
        auto const to = desk.office("নতুন");
        auto const moved = desk.office("চলমান", from);
        auto const below = desk.office("নিচে", moved);
        auto const post = desk.post(below, "পরিচালক");
        auto const beside = desk.office("পাশে", from);

        auto office = desk.read(moved).office;
        office.parent = below;
        CHECK(problem(desk.correct(moved, office)) == "parent");
        office.parent = moved;
        CHECK(problem(desk.correct(moved, office)) == "parent");
        office.parent = to;
        REQUIRE(static_cast<bool>(desk.correct(moved, office)));

        auto const path = "/" + to_string(to) + "/" + to_string(moved) + "/";
        CHECK(desk.read(moved).path() == path);
        CHECK(desk.read(below).path() == path + to_string(below) + "/");
        CHECK(desk.read(beside).path() == "/" + to_string(from) + "/" + to_string(beside) + "/");
        desk.ask([&](Db& db) {
            CHECK(find_post(db, post)->header.office_path == path + to_string(below) + "/");
            // The journal is not rewritten: what happened is told where it happened.
            CHECK(events_in(db, path, 20).size() == 1);
            CHECK(
                std::ranges::count_if(events_in(db, "/" + to_string(from) + "/", 20),
                                      [](auto const& e) { return e.record_title.bn == "পরিচালক"; })
                == 1);
            auto const way = way_to(db, path + to_string(below) + "/");
            REQUIRE(way.size() == 3);
            CHECK(way[0].id == to);
            CHECK(way[2].id == below);
            return 0;
        });

        office.parent = {};
        REQUIRE(static_cast<bool>(desk.correct(moved, office)));
        CHECK(desk.read(below).path() == "/" + to_string(moved) + "/" + to_string(below) + "/");
    });
}

TEST_CASE("offices cannot be stacked without end") {
    on_both([](Desk const& desk) {
        Id<Office> at{};
        for (int i = 0; i < levels_max; ++i)
            at = desk.office("স্তর", at);
        CHECK(problem(desk.act(
                  [&](Work& work) { return add_office(work, {.name_bn = "আরও", .parent = at}); }))
              == "parent");
    });
}

TEST_CASE("two corrections from the same reading: the second is a conflict") {
    on_both([](Desk const& desk) {
        auto const id = desk.office("ক");
        auto const read = desk.read(id);
        auto first = read.office, second = read.office;
        first.name_bn = "প্রথম";
        second.name_bn = "দ্বিতীয়";
        auto const save = [&](Office const& after) {
            return desk.act([&](Work& work) { return correct_office(work, read.header, after); });
        };
        CHECK(static_cast<bool>(save(first)));
        auto const late = save(second);
        REQUIRE_FALSE(static_cast<bool>(late));
        CHECK(late.error().kind == Error::Kind::conflict);
        CHECK(desk.read(id).header.title.bn == "প্রথম");
    });
}

TEST_CASE("the head of an office writes there and below, a member-secretary only there") {
    on_both([](Desk const& desk) {
        auto const here = desk.office("এখানে");
        auto const under = desk.office("নিচে", here);
        auto const other = desk.office("অন্যত্র");
        auto const head = actor_with({{Role::head_of_office, desk.read(here).path()}});
        auto const secretary = actor_with({{Role::member_secretary, desk.read(here).path()}});
        auto const may = [&](Actor const& actor, Id<Office> office) {
            return static_cast<bool>(desk.as(actor, [&](Work& work) {
                return add_post(work, {.office = office, .title_bn = "পদ"});
            }));
        };
        CHECK(may(head, here));
        CHECK(may(head, under));
        CHECK_FALSE(may(head, other));
        CHECK(may(secretary, here));
        CHECK_FALSE(may(secretary, under));

        // Nobody brings an office to where he may not write.
        auto const read = desk.read(under);
        auto office = read.office;
        office.parent = other;
        auto const moved =
            desk.as(head, [&](Work& work) { return correct_office(work, read.header, office); });
        REQUIRE_FALSE(static_cast<bool>(moved));
        CHECK(moved.error().kind == Error::Kind::forbidden);
    });
}

TEST_CASE("posts come head first, then by rank, and an abolished one only when asked for") {
    on_both([](Desk const& desk) {
        auto const office = desk.office("দপ্তর");
        auto const add = [&](Post post) {
            post.office = office;
            REQUIRE(static_cast<bool>(desk.act([&](Work& w) { return add_post(w, post); })));
        };
        add({.title_bn = "প্রোগ্রামার", .rank = Rank::programmer});
        add({.title_bn = "উপসচিব", .rank = Rank::deputy_secretary});
        add({.title_bn = "প্রধান", .rank = Rank::other, .is_head = true});
        add({.title_bn = "বিলুপ্ত", .rank = Rank::secretary, .abolished_on = today});
        auto const titles = [&](Date day, bool former) {
            std::string all;
            for (auto const& line :
                 desk.ask([&](Db& db) { return posts_of(db, office, day, former); }))
                all += line.post.title_bn + ' ';
            return all;
        };
        CHECK(titles(today, false) == "প্রধান উপসচিব প্রোগ্রামার ");
        CHECK(titles(today - days{1}, false) == "প্রধান বিলুপ্ত উপসচিব প্রোগ্রামার ");
        CHECK(titles(today, true) == "প্রধান বিলুপ্ত উপসচিব প্রোগ্রামার ");
    });
}

TEST_CASE("the tree is read page by page, a page with as many statements as ten") {
    on_both([](Desk const& desk) {
        auto const top = desk.office("শীর্ষ", {}, Level::ministry);
        REQUIRE(static_cast<bool>(desk.act([&](Work& work) -> Done {
            for (int i = 0; i < 60; ++i) {
                auto const id = TRY(add_office(
                    work, {.name_bn = "শাখা " + std::to_string(100 + i), .parent = top}));
                for (int j = 0; j < 3; ++j)
                    TRY(add_office(work, {.name_bn = "উপশাখা " + std::to_string(j), .parent = id}));
            }
            return {};
        })));
        auto const page = [&](int size, std::int64_t offset) {
            return desk.ask([&](Db& db) {
                auto const before = db.statements();
                auto const under = offices_under(db, top, today, size, offset);
                std::vector<Id<Office>> ids;
                for (auto const& line : under.lines) {
                    ids.push_back(line.id);
                    CHECK(line.below == 3);
                }
                auto const children = children_of(db, ids, 2, today);
                CHECK(children.size() == ids.size() * 2);
                CHECK(db.statements() - before <= 3);
                return under;
            });
        };
        auto const first = page(25, 0), last = page(25, 50);
        CHECK(first.total == 60);
        CHECK(first.lines.size() == 25);
        CHECK(first.lines.front().name.bn == "শাখা 100");
        CHECK(last.lines.size() == 10);
        CHECK(last.lines.back().name.bn == "শাখা 159");
        CHECK(page(25, 75).lines.empty());
        CHECK(page(50, 0).lines.size() == 50);
    });
}

TEST_CASE("search folds spelling, takes words in any order, and keeps to its place") {
    on_both([](Desk const& desk) {
        auto const labour = desk.office("শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
        auto const land = desk.office("ভূমি মন্ত্রণালয়");
        desk.office("শ্রম অধিদপ্তর", labour);
        auto const found = [&](OfficeSearch const& search) {
            return desk.ask([&](Db& db) { return find_offices(db, search, today).total; });
        };
        CHECK(found({.search = "শ্রম"}) == 2);
        CHECK(found({.search = "মন্ত্রণালয় শ্রম"}) == 1);
        CHECK(found({.search = "মন্ত্রনালয়"}) == 2);
        CHECK(found({.search = "শ্রম", .below = desk.read(land).path()}) == 0);
        CHECK(found({.search = "শ্রম", .below = desk.read(labour).path()}) == 2);
        CHECK(found({.search = "", .level = Level::agency}) == 3);
        CHECK(found({.search = "", .level = Level::upazila}) == 0);
        CHECK(found({.search = "%শ্রম_"}) == 2); // signs are no letters, and no wildcards
        CHECK(found({.search = std::string(20'000, 'x')}) == 0);
    });
}

TEST_CASE("the demo told twice adds nothing the second time") {
    on_both([](Desk const& desk) {
        auto const count = [&] {
            return desk.ask([](Db& db) {
                return db.one("select count(*) from records")->get<std::int64_t>(0);
            });
        };
        auto const nobody = actor_with({});
        REQUIRE(static_cast<bool>(desk.as(nobody, [](Work& work) { return tell_demo(work); })));
        auto const first = count();
        CHECK(first > 60);
        REQUIRE(static_cast<bool>(desk.as(nobody, [](Work& work) { return tell_demo(work); })));
        CHECK(count() == first);
        CHECK(desk.ask([](Db& db) {
            return post_named(db, "শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "যুগ্মসচিব", "বাজেট অধিশাখা")
                .has_value();
        }));
    });
}
