// Accepting an order: what is kept, who may, and that a number comes once.
#include "modules/mandates/demo.hpp"
#include "modules/mandates/tests/desk_support.hpp"
#include "modules/mandates/tests/papers.hpp"

namespace udb::mandates {
namespace {

constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

Acceptance of(std::string const& text, std::string path) {
    auto order = read(text);
    return {.office_path = std::move(path), .order = std::move(order), .original = text};
}

Result<Id<Order>> accept(Database& database, Actor const& actor, Acceptance const& accepted) {
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = actor, .today = today, .now = now};
        return accept_order(work, accepted);
    });
}

} // namespace

TEST_CASE("an accepted order comes back whole, with its text, corrections and event") {
    with_offices([](Database& database) {
        auto const office = office_named(database, mole);
        auto const actor = actor_with(Role::member_secretary, office.path);
        auto accepted = of(std::string(demo_order_text()), office.path);
        accepted.corrections = {{"seats[2].unit", "ক", "খ"}};
        auto const id = accept(database, actor, accepted);
        REQUIRE(id);
        database.read([&](Db& db) {
            auto const kept = accepted_order(db, *id);
            REQUIRE(kept);
            CHECK(kept->order == accepted.order);
            CHECK(kept->header.office_path == office.path);
            CHECK(original_text(db, *id) == accepted.original);
            CHECK(corrections_of(db, *id) == accepted.corrections);
            auto const events = events_of(db, as_record(*id));
            REQUIRE(events.size() == 1);
            CHECK(events[0].kind == "order.accepted");
            CHECK(events[0].detail("findings") == std::to_string(accepted.order.findings.size()));
            auto const lines = accepted_orders(db, office.path);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].seats == 9);
            CHECK(order_with_memo(db, "40.00.0000.000.036.32.0006.17.5")->id == *id);
            CHECK(order_with_memo(db, "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)")->id == *id);
            CHECK_FALSE(order_with_memo(db, "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬"));
            CHECK_FALSE(order_with_memo(db, ""));
        });
    });
}

TEST_CASE("every paper of the reader's tests is kept as it was read") {
    with_offices([](Database& database) {
        auto const actor = actor_with(Role::administrator, "/");
        auto const office = office_named(database, mole);
        for (auto const* name : {"clean.txt", "district.txt", "tiers_lines.txt", "english.txt"}) {
            CAPTURE(name);
            auto accepted = of(paper(name), office.path);
            if (accepted.order.kind.empty()) accepted.order.kind = "letter";
            if (!accepted.order.dates.gregorian) accepted.order.dates.gregorian = today;
            auto const id = accept(database, actor, accepted);
            REQUIRE(id);
            auto const kept = database.read([&](Db& db) { return accepted_order(db, *id); });
            REQUIRE(kept);
            CHECK(kept->order == accepted.order);
        }
    });
}

TEST_CASE("a memo number is accepted once; another is another order") {
    with_offices([](Database& database) {
        auto const office = office_named(database, mole);
        auto const actor = actor_with(Role::administrator, "/");
        auto accepted = of(std::string(demo_order_text()), office.path);
        REQUIRE(accept(database, actor, accepted));
        auto const again = accept(database, actor, accepted);
        REQUIRE_FALSE(again);
        CHECK(again.error().fields.at(0).field == "memo");
        CHECK(again.error().fields.at(0).message.key == "mandates.desk_known_memo");
        accepted.order.memo = memo_of("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬");
        CHECK(accept(database, actor, accepted));
    });
}

TEST_CASE(
    "a short number is one order's in the office that keeps it, and may be another's elsewhere") {
    with_offices([](Database& database) {
        auto const office = office_named(database, mole);
        auto const other = office_named(database, "মন্ত্রিপরিষদ বিভাগ");
        auto const actor = actor_with(Role::administrator, "/");
        auto accepted = of(std::string(demo_order_text()), office.path);
        accepted.order.memo = memo_of("সম/শা-৩/২০১০-৪৫");
        auto const first = accept(database, actor, accepted);
        REQUIRE(first);
        CHECK_FALSE(accept(database, actor, accepted));
        accepted.office_path = other.path;
        auto const second = accept(database, actor, accepted);
        REQUIRE(second);
        CHECK_FALSE(accept(database, actor, accepted));
        database.read([&](Db& db) {
            CHECK(order_with_memo(db, "সম/শা-৩/2010-45", office.path)->id == *first);
            CHECK(order_with_memo(db, "সম/শা-৩/২০১০-৪৫", other.path)->id == *second);
            CHECK(order_with_memo(db, "সম/শা-৩/২০১০-৪৫"));
            CHECK_FALSE(order_with_memo(db, "সম/শা-৩/২০১০-৪"));
            CHECK_FALSE(order_with_memo(db, "সম/শা-৩/২০১০-৪৫", "/99999/"));
        });
    });
}

TEST_CASE("only who answers for the office or one above it may accept") {
    with_offices([](Database& database) {
        auto const office = office_named(database, mole);
        auto const other = office_named(database, "মন্ত্রিপরিষদ বিভাগ");
        auto const accepted = of(std::string(demo_order_text()), office.path);
        struct Case {
            Role role;
            std::string path;
            bool may;
        };
        for (auto const& c :
             {Case{Role::member, office.path, false}, Case{Role::overseer, office.path, false},
              Case{Role::leader, other.path, false}}) {
            auto const refused = accept(database, actor_with(c.role, c.path), accepted);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Error::Kind::forbidden);
        }
        CHECK_FALSE(accept(database, Actor{}, accepted));
        CHECK(accept(database, actor_with(Role::head_of_office, office.path), accepted));
    });
}

TEST_CASE("five thousand seats are kept and come back") {
    with_offices([](Database& database) {
        auto const office = office_named(database, mole);
        auto accepted = of(std::string(demo_order_text()), office.path);
        while (accepted.order.seats.size() < 5000)
            accepted.order.seats.push_back(accepted.order.seats[1]);
        auto const id = accept(database, actor_with(Role::administrator, "/"), accepted);
        REQUIRE(id);
        auto const kept = database.read([&](Db& db) { return accepted_order(db, *id); });
        CHECK(kept->order.seats == accepted.order.seats);
    });
}

TEST_CASE("the demo accepts its order once, with the planning branch put right") {
    with_offices([](Database& database) {
        auto const tell = [&] {
            return database.write([&](Db& db) {
                Actor const nobody{};
                Work work{.db = db, .actor = nobody, .today = today, .now = now};
                return tell_demo(work);
            });
        };
        REQUIRE(tell());
        REQUIRE(tell());
        database.read([&](Db& db) {
            auto const lines = accepted_orders(db, "");
            REQUIRE(lines.size() == 1);
            auto const kept = accepted_order(db, lines[0].id);
            CHECK(kept->order.seats.at(2).unit == "পরিকল্পনা অধিশাখা");
            CHECK(kept->order.functions.size() == 24);
        });
    });
}

} // namespace udb::mandates
