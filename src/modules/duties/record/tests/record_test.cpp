// What an officer contributed: who may see it, and the certificate of it.
#include "modules/duties/record/record_page_parts.hpp"
#include "modules/duties/tests/desk.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

namespace {

/// An officer of the upazila's office, in a seat of its team from July 2024 to March 2025.
struct Seated {
    Id<Officer> officer = {};
    Id<Record> team = {};
};

Seated seated(Desk const& desk) {
    return desk.as(administrator, 2024y / July / 1, [&](Work& work) {
        auto const& path = desk.below.path;
        auto const person =
            add_record(work, {.kind = "officer", .office_path = path, .title = {"রহিমা খাতুন", ""}});
        work.db.run("insert into officers (id, name_bn, name_en, service_id, office, phone, email, "
                    "qualities) values (?, 'রহিমা খাতুন', '', '', ?, '', '', '')",
                    person, desk.below.id);
        auto const team = add_record(
            work, {.kind = "team", .office_path = path, .title = {"ইনোভেশন টিম, শ্রীপুর", ""}});
        work.db.run("insert into teams (id, office, tier, mandate) values (?, ?, 'upazila', "
                    "'cabinet-2023')",
                    team, desk.below.id);
        work.db.run("insert into compositions (id, team, stage, mandate, since, until) values "
                    "(1, ?, 'in_force', 'cabinet-2023', '2024-07-10', '2025-03-31')",
                    team);
        work.db.run(
            "insert into seats (id, composition, no, line, role, post_bn, post_en, unit_bn, "
            "unit_en, officer, capacities) values (1, 1, 1, 1, 'member', '', '', '', '', ?, '')",
            person);
        return Seated{as<Officer>(person), team};
    });
}

Actor with_officer(Actor actor, Id<Officer> officer) {
    actor.officer = officer;
    return actor;
}

} // namespace

TEST_CASE("a record holds the time in a team, as far as it lies in the days asked for") {
    on_both([](Desk const& desk) {
        auto const who = seated(desk);
        auto const own = with_officer(actor_with({}), who.officer);
        auto const lines = [&](Actor const& reader, Date from, Date until) {
            return desk.database.read([&](Db& db) {
                auto const record = personal_record(db, modules, reader, who.officer, from, until);
                return record && !record->groups.empty() ? record->groups.front().lines
                                                         : std::vector<Contribution>{};
            });
        };
        auto const all = lines(own, 2024y / January / 1, 2025y / December / 31);
        REQUIRE(all.size() == 1);
        CHECK(all.front().record == who.team);
        CHECK(sys_days{2024y / July / 10} == all.front().from);
        CHECK(all.front().until == sys_days{2025y / March / 31});
        // Before it ended, it lasts.
        auto const within = lines(own, 2024y / January / 1, 2024y / December / 31);
        REQUIRE(within.size() == 1);
        CHECK_FALSE(within.front().until);
        CHECK(lines(own, 2025y / April / 1, 2025y / December / 31).empty());
        CHECK(lines(own, 2024y / January / 1, 2024y / July / 9).empty());
    });
}

TEST_CASE("a record is seen by the officer and by whoever answers for the office, by nobody else") {
    on_both([](Desk const& desk) {
        auto const who = seated(desk);
        auto const seen = [&](Actor const& reader) {
            test::Site const site(desk.database, modules, reader,
                                  Instant{sys_days{2025y / January / 15}});
            auto const path = "/duties/record/" + to_string(who.officer);
            auto const page = site.get(path).status;
            CHECK(site.get(path + "/certificate").status == page);
            return page == 200;
        };
        CHECK(seen(with_officer(actor_with({}), who.officer)));
        CHECK(seen(actor_with({{Role::leader, desk.below.path}})));
        CHECK(seen(actor_with({{Role::head_of_office, desk.below.path}})));
        CHECK_FALSE(seen(actor_with({{Role::member, desk.below.path}})));
        CHECK_FALSE(seen(actor_with({{Role::leader, desk.above.path}})));
        CHECK_FALSE(seen(with_officer(actor_with({}), {who.officer.value + 1})));
    });
}

TEST_CASE("a certificate says who, from when to when, and each thing once") {
    on_both([](Desk const& desk) {
        auto const who = seated(desk);
        auto const own = with_officer(actor_with({}), who.officer);
        auto const record = *desk.database.read([&](Db& db) {
            return personal_record(db, modules, own, who.officer, 2024y / January / 1,
                                   2024y / December / 31);
        });
        auto const catalogue = catalogue_of(modules);
        Words const words(catalogue, Language::bn);
        auto const blocks = record_blocks(record, words);
        REQUIRE(blocks.size() == 4);
        CHECK(blocks[0].text.find("রহিমা খাতুন, শ্রীপুর, ১ জানুয়ারি ২০২৪ থেকে ৩১ ডিসেম্বর ২০২৪")
              != std::string::npos);
        CHECK(blocks[2].kind == papers::BlockKind::table);
        CHECK(std::ranges::count(blocks[2].text, '\n') == 1);
        CHECK(blocks[2].text.find("১০ জুলাই ২০২৪ থেকে চলমান") != std::string::npos);
    });
}

TEST_CASE("the journal tells what an officer wrote: each record and act once, with how often") {
    on_both([](Desk const& desk) {
        auto const actor = officer(desk, "লেখক", Role::member_secretary);
        auto const other = officer(desk, "অন্যজন", Role::member);
        auto const report = desk.as(administrator, 2025y / June / 1, [&](Work& work) {
            return add_record(work, {.kind = "attestation",
                                     .office_path = desk.below.path,
                                     .title = {"বার্ষিক প্রতিবেদন", ""}});
        });
        auto const did = [&](Actor const& who, Date day, std::string_view event) {
            desk.as(who, day, [&](Work& work) {
                work.record(event, report, desk.below.path);
                return 0;
            });
        };
        for (auto const day : {3, 5, 9})
            did(actor, 2025y / July / day, "report.chapter_saved");
        did(actor, 2025y / July / 20, "report.approved");
        did(actor, 2025y / July / 21, "report.begun");
        did(other, 2025y / July / 22, "report.sent");
        auto const lines = [&](Actor const& reader, Date from, Date until) {
            return desk.database.read([&](Db& db) {
                auto const record =
                    personal_record(db, modules, reader, actor.officer, from, until);
                return record && !record->groups.empty() ? record->groups.front().lines
                                                         : std::vector<Contribution>{};
            });
        };
        auto const all = lines(actor, 2025y / July / 1, 2025y / July / 31);
        REQUIRE(all.size() == 2);
        CHECK(all[0].how.key == "duties.record_did_often");
        CHECK(sys_days{2025y / July / 3} == all[0].from);
        CHECK(all[0].until == sys_days{2025y / July / 9});
        CHECK(all[1].how.key == "duties.record_did");
        CHECK_FALSE(all[1].lasts);
        auto const some = lines(actor, 2025y / July / 4, 2025y / July / 5);
        REQUIRE(some.size() == 1);
        CHECK(sys_days{2025y / July / 5} == some.front().from);
        CHECK(lines(desk.leader(), 2025y / July / 1, 2025y / July / 31).size() == 2);
        CHECK(lines(other, 2025y / July / 1, 2025y / July / 31).empty());
    });
}
