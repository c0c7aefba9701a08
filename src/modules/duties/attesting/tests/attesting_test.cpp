// Statements stand from their day until they are withdrawn, and the form says what is wrong.
#include "modules/duties/tests/desk.hpp"

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

TEST_CASE(
    "a statement stands from its day until it is withdrawn, and earlier days stay as they were") {
    on_both([](Desk const& desk) {
        auto const proof = desk.evidence();
        Attesting const attesting{.office = desk.below.id,
                                  .mandate = "cabinet-2023",
                                  .function = 17,
                                  .year = 2024,
                                  .statement = "সাইবার নিরাপত্তা নিরীক্ষা সম্পন্ন",
                                  .evidence = proof};
        auto const on = [&](Date day, Attesting const& a, Actor const& actor) {
            return desk.as(actor, day, [&](Work& work) { return attest(work, a); });
        };
        Date const day = 2025y / March / 10;

        auto without = attesting;
        without.evidence = {};
        CHECK(on(day, without, desk.leader()).error().fields.front().field == "evidence");
        without = attesting;
        without.statement = "  ";
        CHECK(on(day, without, desk.leader()).error().fields.front().field == "statement");
        auto counted = attesting;
        counted.function = 3;
        CHECK(on(day, counted, desk.leader()).error().message.key == "duties.counted_by_records");
        CHECK(on(day, attesting, actor_with({{Role::member, desk.below.path}})).error().kind
              == Error::Kind::forbidden);

        auto const id = on(day, attesting, desk.leader());
        REQUIRE(id);
        CHECK(on(day, attesting, desk.leader()).error().message.key == "duties.attested_already");
        CHECK(desk.state(17, 2025y / March / 9) == State::cannot_tell);
        CHECK(desk.state(17, day) == State::met);

        auto const row = *desk.database.read([&](Db& db) { return find_attestation(db, *id); });
        auto const back = [&](std::string const& reason) {
            return desk.as(desk.leader(), 2025y / April / 1,
                           [&](Work& work) { return withdraw(work, row.header, reason); });
        };
        CHECK(back("").error().fields.front().field == "reason");
        CHECK(back("ভুল প্রমাণক"));
        CHECK(back("আবার").error().message.key == "duties.withdrawn_already");
        CHECK(desk.state(17, 2025y / March / 31) == State::met);
        CHECK(desk.state(17, 2025y / April / 1) == State::cannot_tell);
    });
}

TEST_CASE("attesting by form: errors stand at their fields, and what was typed is kept") {
    on_both([](Desk const& desk) {
        auto const proof = desk.evidence();
        Instant const now{sys_days{2025y / March / 10}};
        test::Site const site(desk.database, modules, desk.leader(), now);
        auto const path = "/duties/" + to_string(desk.below.id) + "/cabinet-2023/17/attest";
        CHECK(site.get(path).body.find("প্রশিক্ষণের ছবি") != std::string::npos);
        auto const wrong = site.post(path, {{"statement", "নিরীক্ষা হয়েছে"}, {"evidence", ""}});
        CHECK(wrong.status == 422);
        CHECK(wrong.body.find("নিরীক্ষা হয়েছে") != std::string::npos);
        auto const right =
            site.post(path, {{"statement", "নিরীক্ষা হয়েছে"}, {"evidence", to_string(proof)}});
        CHECK(right.status == 303);
        CHECK(desk.state(17, 2025y / March / 10) == State::met);
    });
}
