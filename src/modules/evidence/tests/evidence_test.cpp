// Evidence on both databases: kept once, linked to many, locked with its period, replaced and never
// altered after that.
#include "desk.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::evidence;
using namespace udb::evidence::test;
using namespace std::chrono;

TEST_CASE("a piece is found from every record and function that it was linked to") {
    for_each_desk([](Desk const& desk) {
        auto const piece = desk.kept({.records = {desk.one}, .functions = {{"cabinet-2023", 5}}});
        desk.does([&](Work& work) { return link(work, piece, desk.other); });
        // Once more changes nothing.
        desk.does([&](Work& work) { return link(work, piece, desk.other); });
        desk.database.read([&](Db& db) {
            REQUIRE(evidence_of(db, desk.one).size() == 1);
            auto const facts = evidence_of(db, desk.one).front();
            CHECK(facts.id == piece);
            CHECK(facts.title.bn == "সভার ছবি");
            CHECK(facts.on == Date{2026y / November / 10});
            CHECK(facts.period == Period{{"2026-27"}, Quarter::q2});
            CHECK(facts.media_type == "application/pdf");
            CHECK(evidence_of_all(db, std::array{desk.one, desk.other}).size() == 2);
            CHECK(evidence_of(db, as_record(piece)).empty());
            auto const of = [&](int no, std::string const& path) {
                return evidence_of_function(db, {"cabinet-2023", no}, path).size();
            };
            CHECK(of(5, "/") == 1);
            CHECK(of(5, desk.path) == 1);
            CHECK(of(4, desk.path) == 0);
            CHECK(of(5, "/999/") == 0);
            auto const told = events_of(db, as_record(piece));
            CHECK(std::ranges::count(told, "evidence.kept", &Event::kind) == 1);
            CHECK(std::ranges::count(told, "evidence.linked", &Event::kind) == 3);
            CHECK(told.front().detail("on") == "2026-11-10");
        });
        desk.does([&](Work& work) { return unlink(work, piece, desk.other); });
        CHECK(desk.database.read([&](Db& db) { return evidence_of(db, desk.other).empty(); }));
    });
}

TEST_CASE("a submitted period locks what counts in it, and nothing else") {
    for_each_desk([](Desk const& desk) {
        auto const counted = desk.kept({.records = {desk.one}});
        auto const elsewhere = desk.kept({.records = {desk.other}});
        Keeping corrected{.records = {desk.one}};
        corrected.piece.quarter = Quarter::q1;
        auto const earlier = desk.kept(corrected);
        auto const stage = [&](Id<Evidence> id) { return desk.found(id).stage; };
        desk.does([&](Work& work) { return lock(work, std::array{desk.one}, "2026-27/q3"); });
        CHECK(stage(counted) == Stage::open);
        for (int twice = 0; twice < 2; ++twice)
            desk.does([&](Work& work) { return lock(work, std::array{desk.one}, "2026-27/q2"); });
        CHECK(stage(counted) == Stage::locked);
        CHECK(stage(earlier) == Stage::open);
        CHECK(stage(elsewhere) == Stage::open);
        desk.does([&](Work& work) { return lock(work, std::array{desk.one}, "2026-27/half"); });
        CHECK(stage(earlier) == Stage::locked);

        auto const before = desk.found(counted);
        auto piece = before.piece;
        piece.title_bn = "অন্য নাম";
        CHECK(desk.refusal([&](Work& work) { return correct(work, before.header, piece); })
              == "evidence.is_locked");
        CHECK(desk.refusal([&](Work& work) { return unlink(work, counted, desk.one); })
              == "evidence.is_locked");
        CHECK(desk.found(counted).piece.title_bn == "সভার ছবি");
    });
}

TEST_CASE("what comes after its period was submitted is locked as it comes") {
    for_each_desk([](Desk const& desk) {
        auto const stage = [&](Id<Evidence> id) { return desk.found(id).stage; };
        auto const before = desk.kept({.records = {desk.other}});
        desk.does([&](Work& work) { return lock(work, std::array{desk.one}, "2026-27/half"); });
        CHECK(stage(desk.kept({.records = {desk.one}})) == Stage::locked);
        CHECK(stage(desk.kept({.records = {desk.other}})) == Stage::open);
        Keeping next{.records = {desk.one}};
        next.piece.quarter = Quarter::q3;
        auto const later = desk.kept(next);
        CHECK(stage(later) == Stage::open);
        // Linked later, or taken into such a quarter later.
        desk.does([&](Work& work) { return link(work, before, desk.one); });
        CHECK(stage(before) == Stage::locked);
        auto const found = desk.found(later);
        auto piece = found.piece;
        piece.quarter = Quarter::q2;
        desk.does([&](Work& work) { return correct(work, found.header, piece); });
        CHECK(stage(later) == Stage::locked);
        CHECK(desk.refusal([&](Work& work) { return unlink(work, before, desk.one); })
              == "evidence.is_locked");
    });
}

TEST_CASE("a newer version takes the place of a locked piece, which stays readable") {
    for_each_desk([](Desk const& desk) {
        auto const first = desk.kept({.records = {desk.one}, .functions = {{"cabinet-2023", 5}}});
        desk.does([&](Work& work) { return lock(work, std::array{desk.one}, "2026-27/q2"); });
        auto const before = desk.found(first);
        auto const newer = desk.keeping({}, "%PDF-1.4\n% second\n%%EOF\n");
        CHECK(desk.refusal([&](Work& work) { return replace(work, before.header, newer, ""); })
              == "error.invalid");
        auto const second = desk.as(desk.member, [&](Work& work) {
            return replace(work, before.header, newer, "অস্পষ্ট ছিল");
        });
        REQUIRE(second);
        auto const after = desk.found(*second);
        CHECK(after.stage == Stage::locked);
        CHECK(after.replaces == first);
        CHECK(after.why == "অস্পষ্ট ছিল");
        CHECK(after.records == std::vector{desk.one});
        auto const former = desk.found(first);
        CHECK(former.stage == Stage::replaced);
        CHECK(former.replaced_by == *second);
        desk.database.read([&](Db& db) {
            CHECK(file_bytes(db, *former.file) == pdf);
            REQUIRE(evidence_of(db, desk.one).size() == 1);
            CHECK(evidence_of(db, desk.one).front().id == *second);
        });
        // Two people replacing the same version: the second is told.
        CHECK(desk.refusal([&](Work& work) { return replace(work, before.header, newer, "আবার"); })
              == "evidence.is_replaced");
    });
}

TEST_CASE("what the kind needs must come; success and failure differ by one thing") {
    for_each_desk([](Desk const& desk) {
        auto const wrong = [&](Keeping const& keeping) {
            auto const done = desk.as(desk.member, [&](Work& work) { return keep(work, keeping); });
            return done                          ? std::string()
                   : done.error().fields.empty() ? done.error().message.key
                                                 : done.error().fields.front().field + ' '
                                                       + done.error().fields.front().message.key;
        };
        auto file = desk.keeping({});
        CHECK(wrong(file) == "");
        file.file.reset();
        CHECK(wrong(file) == "file evidence.no_file");
        auto photograph = desk.keeping({});
        photograph.piece.kind = Kind::photograph;
        CHECK(wrong(photograph) == "file evidence.not_a_picture");
        photograph.file = desk.file("x.png", png);
        CHECK(wrong(photograph) == "");
        auto statement = desk.keeping({});
        statement.file.reset();
        statement.piece.kind = Kind::statement;
        statement.piece.statement = "সভা হয়েছে";
        CHECK(wrong(statement) == "attest evidence.not_attested");
        statement.attest = true;
        CHECK(wrong(statement) == "");
        auto tomorrow = desk.keeping({});
        tomorrow.piece.happened_on = today + days{1};
        CHECK(wrong(tomorrow) == "happened_on evidence.not_yet");
        tomorrow.piece.happened_on = today;
        CHECK(wrong(tomorrow) == "");
        auto record = desk.keeping({});
        record.piece.kind = Kind::record;
        record.file.reset();
        CHECK(wrong(record) == "points_at field.required");
        record.points_at = {999'999};
        CHECK(wrong(record) == "points_at field.not_a_choice");
        record.points_at = desk.one;
        CHECK(wrong(record) == "");
        CHECK(desk.refusal([&](Work& work) { return link(work, {1}, desk.one); })
              == "error.not_found");
    });
}

TEST_CASE("evidence is entered by the team of the office alone") {
    for_each_desk([](Desk const& desk) {
        auto const may = [&](Role role, std::string const& path) {
            auto const actor = actor_with({{role, path}});
            auto const done =
                desk.as(actor, [&](Work& work) { return keep(work, desk.keeping({})); });
            return bool{done};
        };
        CHECK(may(Role::member, desk.path));
        CHECK(may(Role::leader, desk.path));
        CHECK_FALSE(may(Role::member, "/999/"));
        CHECK_FALSE(may(Role::overseer, "/"));
        CHECK_FALSE(may(Role::head_of_office, desk.path));
    });
}

TEST_CASE("two people correcting the same piece: the second is told, and nothing is lost") {
    for_each_desk([](Desk const& desk) {
        auto const id = desk.kept({});
        auto const read = desk.found(id);
        auto piece = read.piece;
        piece.proves = "প্রথম জনের লেখা";
        desk.does([&](Work& work) { return correct(work, read.header, piece); });
        piece.proves = "দ্বিতীয় জনের লেখা";
        CHECK(desk.refusal([&](Work& work) { return correct(work, read.header, piece); })
              == "error.conflict");
        CHECK(desk.found(id).piece.proves == "প্রথম জনের লেখা");
    });
}

TEST_CASE("the same file is found again in the office that has it") {
    for_each_desk([](Desk const& desk) {
        auto const id = desk.kept({});
        auto const sha256 = desk.found(id).file->sha256;
        desk.database.read([&](Db& db) {
            REQUIRE(same_file(db, sha256, desk.path));
            CHECK(same_file(db, sha256, desk.path)->id == id);
            CHECK_FALSE(same_file(db, sha256, "/999/"));
            CHECK_FALSE(same_file(db, std::string(64, '0'), desk.path));
        });
    });
}
