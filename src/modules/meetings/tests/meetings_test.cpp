// Meetings on both databases: called, held, minuted, confirmed; decisions live until they are done.
#include "modules/meetings/contributions_store.hpp"
#include "modules/meetings/tests/desk.hpp"

using namespace udb;
using namespace udb::meetings;
using namespace udb::meetings::test_desk;

TEST_CASE("a meeting is called, held, minuted, and confirmed by the next one with corrections") {
    for_each_desk([](Desk& desk) {
        auto const first = desk.called(on(9, 10));
        CHECK(desk.meeting(first).stage == Stage::called);
        REQUIRE(desk.held(first, desk.clerk));
        auto const decision = desk.decided(first, "তিন ধাপ নামাতে হবে।", {}, desk.clerk);
        desk.written(first);
        CHECK(desk.meeting(first).reviewed_plan);

        auto const next = desk.called(on(11, 12));
        auto const read = desk.meeting(first).header;
        auto items = desk.items(first);
        items.front().discussion = "সংশোধিত আলোচনা।";
        auto const confirming = [&](Work& work) {
            return confirm(work, read,
                           {.in = next,
                            .corrections = "তারিখ সংশোধিত",
                            .items = {items.front()},
                            .decisions = {{decision, "দুই ধাপ নামাতে হবে।"}}});
        };
        // The next one has not been held yet.
        auto const early = desk.as(desk.clerk, confirming);
        REQUIRE_FALSE(early);
        CHECK(early.error().kind == Kind::invalid);
        REQUIRE(desk.held(next, desk.clerk));
        REQUIRE(desk.as(desk.clerk, confirming));
        CHECK(desk.meeting(first).stage == Stage::confirmed);
        CHECK(desk.meeting(first).confirmed_in == next);
        CHECK(desk.items(first).front().discussion == "সংশোধিত আলোচনা।");
        auto const kept = desk.look([&](Db& db) { return corrections_of(db, first); });
        REQUIRE(kept.size() == 1);
        CHECK(kept.front().former == "আলোচনা হয়।");
        CHECK(desk.events(as_record(first))
              == std::vector<std::string>{"meeting.called", "meeting.held", "meeting.minuted",
                                          "meeting.reviewed_plan", "meeting.confirmed",
                                          "meeting.corrected"});
        CHECK(desk.decision(decision).text == "দুই ধাপ নামাতে হবে।");
        auto const told = desk.look([&](Db& db) { return events_of(db, as_record(decision)); });
        CHECK(told.front().kind == "decision.reworded");
        CHECK(told.front().detail("before") == "তিন ধাপ নামাতে হবে।");
    });
}

TEST_CASE("what a meeting lacks is said at its field, and nothing is saved") {
    for_each_desk([](Desk& desk) {
        struct Row {
            std::function<void(Calling&)> spoil;
            std::string_view field;
        };
        Row const rows[] = {
            {[](Calling& c) { c.when.place.clear(); }, "place"},
            {[](Calling& c) { c.when.link = "javascript:1"; }, "link"},
            {[](Calling& c) { c.when.lasts = 0min; }, "lasts"},
            {[](Calling& c) { c.people.clear(); }, "people"},
            {[](Calling& c) { c.people.push_back(c.people.front()); }, "people"},
            {[](Calling& c) { c.people[1].post = {999}; }, "people"},
            {[](Calling& c) { c.people[2].name = " "; }, "name_3"},
            {[](Calling& c) { c.title.bn.assign(2000, 'x'); }, "title"},
            {[](Calling& c) { c.agenda = {std::string(5000, 'x')}; }, "agenda"},
            {[](Calling& c) { c.agenda.assign(items_max + 1, "x"); }, "agenda"},
        };
        for (auto const& row : rows) {
            auto calling = desk.calling(today);
            row.spoil(calling);
            auto const id =
                desk.as(desk.clerk, [&](Work& work) { return call_meeting(work, calling); });
            REQUIRE_FALSE(id);
            CAPTURE(row.field);
            CHECK(std::ranges::count(id.error().fields, row.field, &FieldError::field) > 0);
        }
        CHECK(desk.look(
            [&](Db& db) { return meetings_of(db, desk.path, on(1, 1), on(12, 31)).empty(); }));
    });
}

TEST_CASE("attendance: a substitute has a name, one presides and was there, the day has come") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(today);
        auto const m = desk.meeting(id);
        Attendance all{.when = m.when, .people = m.people};
        for (auto& p : all.people)
            p.presence = Presence::present;
        auto const refused_at = [&](Attendance const& a) {
            auto const done = desk.as(desk.clerk, [&](Work& w) { return hold(w, m.header, a); });
            REQUIRE_FALSE(done);
            return done.error().fields.front().field;
        };
        auto wrong = all;
        wrong.people[1].presence = Presence::substitute;
        CHECK(refused_at(wrong) == "substitute_2");
        wrong = all;
        wrong.people[0].presence = Presence::absent;
        CHECK(refused_at(wrong) == "chair");
        wrong = all;
        wrong.people[0].chair = false;
        CHECK(refused_at(wrong) == "chair");
        wrong = all;
        wrong.people[2].presence.reset();
        CHECK(refused_at(wrong) == "presence_3");
        wrong = all;
        wrong.when.day = today + std::chrono::days{1};
        CHECK(refused_at(wrong) == "day");
        // Another than the leader may preside: here the invited guest.
        all.people[0].chair = false;
        all.people[0].presence = Presence::leave;
        all.people[2].chair = true;
        all.people[1].presence = Presence::substitute;
        all.people[1].substitute = "সহকারী প্রোগ্রামার আবুল কালাম";
        REQUIRE(desk.as(desk.clerk, [&](Work& w) { return hold(w, m.header, all); }));
        auto const kept = desk.meeting(id);
        CHECK(kept.people[2].chair);
        CHECK(kept.people[1].substitute == "সহকারী প্রোগ্রামার আবুল কালাম");
        CHECK(kept.people[1].officer == desk.first);
    });
}

TEST_CASE("an open decision moves to the next meeting by itself, a done one does not") {
    for_each_desk([](Desk& desk) {
        auto const first = desk.called(on(9, 10));
        REQUIRE(desk.held(first, desk.clerk));
        auto const open =
            desk.decided(first, "সেবার তালিকা হালনাগাদ করতে হবে", on(10, 15), desk.clerk);
        auto const done = desk.decided(first, "পত্র পাঠাতে হবে", {}, desk.clerk);
        desk.written(first);
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return tell_progress(work, desk.header(open), "অর্ধেক হয়েছে");
        }));
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return finish(work, desk.header(done), {.on = on(9, 20), .note = "পাঠানো হয়েছে"});
        }));
        CHECK(desk.decision(done).state == DecisionState::done);
        CHECK(days_late({desk.decision(open).due, {}}, desk.decision(open).state, today) == 39);
        CHECK(days_late({desk.decision(done).due, {}}, desk.decision(done).state, today) == 0);

        auto const next = desk.called(on(11, 12));
        REQUIRE(desk.held(next, desk.clerk));
        auto const items = desk.items(next);
        REQUIRE(items.size() == 3);
        CHECK(items.front().kind == ItemKind::previous);
        CHECK(items.front().discussion.find("অর্ধেক হয়েছে") != std::string::npos);
        CHECK(items.front().discussion.find("পত্র পাঠাতে") == std::string::npos);
        auto const moved = desk.look([&](Db& db) { return moved_to(db, open); });
        REQUIRE(moved.size() == 1);
        CHECK(moved.front().id == next);
        CHECK(desk.look([&](Db& db) { return moved_to(db, done).empty(); }));
        // Saying who was there a second time moves nothing twice.
        REQUIRE(desk.held(next, desk.clerk));
        CHECK(desk.items(next).size() == 3);
    });
}

TEST_CASE("a decision belongs to a post: a transfer takes it to the new holder") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(11, 12));
        REQUIRE(desk.held(id, desk.clerk));
        auto const d = desk.decided(id, "প্রতিবেদন দিতে হবে", {}, desk.clerk);
        auto const tell = [&](Actor const& who) {
            return desk.as(who,
                           [&](Work& work) { return tell_progress(work, desk.header(d), "চলছে"); });
        };
        auto const before = tell(desk.holder);
        REQUIRE_FALSE(before);
        CHECK(before.error().kind == Kind::forbidden);
        Actor const all = desk.actor(1, {{Role::administrator, "/"}}, {});
        REQUIRE(desk.as(all, [&](Work& work) -> Done {
            TRY(people::transfer(
                work, {.transfer = {.post = desk.secretary, .comes = desk.second, .from = today}}));
            return {};
        }));
        CHECK(tell(desk.holder));
        auto const mine = desk.look([&](Db& db) { return open_decisions(db, desk.secretary); });
        REQUIRE(mine.size() == 1);
        CHECK(mine.front().id == d);
        // Who was there on the day stays who it was.
        CHECK(desk.meeting(id).people[1].officer == desk.first);
    });
}

TEST_CASE("a coordination meeting is the head of office's to write, C23 §4(2)") {
    for_each_desk([](Desk& desk) {
        auto const by_clerk = desk.as(desk.clerk, [&](Work& work) {
            return call_meeting(work, desk.calling(on(7, 13), MeetingKind::coordination));
        });
        REQUIRE_FALSE(by_clerk);
        CHECK(by_clerk.error().kind == Kind::forbidden);
        auto const id = desk.called(on(7, 13), MeetingKind::coordination);
        REQUIRE(desk.held(id, desk.head));
        auto const d = desk.decided(id, "কর্মপরিকল্পনা অনুমোদন করা হলো", {}, desk.head);
        auto const found = desk.look([&](Db& db) {
            return decisions_of(db, desk.path, MeetingKind::coordination, on(7, 1), on(7, 31));
        });
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == d);
        CHECK(found.front().held_on == on(7, 13));
        CHECK(desk.look([&](Db& db) {
            return decisions_of(db, desk.path, MeetingKind::team, on(7, 1), on(7, 31)).empty();
        }));
    });
}

TEST_CASE("moving raises the sequence and tells why; a held meeting is not moved or called off") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(12, 10));
        auto m = desk.meeting(id);
        auto to = m.when;
        CHECK_FALSE(
            desk.as(desk.clerk, [&](Work& w) { return move_meeting(w, m.header, to, "x"); }));
        to.day = on(12, 17);
        CHECK_FALSE(
            desk.as(desk.clerk, [&](Work& w) { return move_meeting(w, m.header, to, " "); }));
        REQUIRE(desk.as(desk.clerk, [&](Work& w) { return move_meeting(w, m.header, to, "ছুটি"); }));
        auto const again =
            desk.as(desk.clerk, [&](Work& w) { return call_off(w, m.header, "পুরোনো পাতা"); });
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == Kind::conflict);
        m = desk.meeting(id);
        CHECK(m.sequence == 1);
        CHECK(m.when.day == on(12, 17));
        REQUIRE(desk.as(desk.clerk, [&](Work& w) { return call_off(w, m.header, "প্রয়োজন নেই"); }));
        CHECK(desk.meeting(id).sequence == 2);
        CHECK_FALSE(desk.held(id, desk.clerk));

        auto const past = desk.called(on(11, 12));
        REQUIRE(desk.held(past, desk.clerk));
        auto const header = desk.meeting(past).header;
        auto const off = desk.as(desk.clerk, [&](Work& w) { return call_off(w, header, "x"); });
        REQUIRE_FALSE(off);
        CHECK(off.error().kind == Kind::refused);
    });
}

TEST_CASE(
    "who came and who carried a decision out is told of each officer, also after a transfer") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(on(9, 10));
        REQUIRE(desk.held(id, desk.clerk));
        auto const early = desk.decided(id, "প্রতিবেদন দিতে হবে", {}, desk.clerk);
        auto const late = desk.decided(id, "তালিকা হালনাগাদ করতে হবে", {}, desk.clerk);
        desk.written(id);
        auto const finished = [&](Id<Decision> d, Date day) {
            return desk.as(
                desk.clerk,
                [&](Work& work) {
                    return finish(work, desk.header(d), {.on = day, .note = "হয়েছে"});
                },
                on(12, 20));
        };
        REQUIRE(finished(early, on(9, 20)));
        Actor const all = desk.actor(1, {{Role::administrator, "/"}}, {});
        REQUIRE(desk.as(all, [&](Work& work) -> Done {
            TRY(people::transfer(
                work, {.transfer = {.post = desk.secretary, .comes = desk.second, .from = today}}));
            return {};
        }));
        REQUIRE(finished(late, on(12, 10)));
        auto const of = [&](Id<Officer> officer, Date from, Date until) {
            std::vector<Id<Record>> found;
            for (auto const& line :
                 desk.look([&](Db& db) { return contributions(db, officer, from, until); }))
                found.push_back(line.record);
            return found;
        };
        using Records = std::vector<Id<Record>>;
        CHECK(of(desk.first, on(1, 1), on(12, 31)) == Records{as_record(id), as_record(early)});
        CHECK(of(desk.second, on(1, 1), on(12, 31)) == Records{as_record(late)});
        CHECK(of(desk.first, on(9, 11), on(12, 31)) == Records{as_record(early)});
        CHECK(of(desk.first, on(9, 21), on(12, 31)).empty());
    });
}

TEST_CASE(
    "a meeting of a kind is called once for a day and time; called off, it may be called anew") {
    for_each_desk([](Desk& desk) {
        auto const again = [&](Calling const& calling) {
            return desk.as(desk.clerk, [&](Work& work) { return call_meeting(work, calling); });
        };
        auto const first = desk.called(on(12, 10));
        auto const same = again(desk.calling(on(12, 10)));
        REQUIRE_FALSE(same);
        CHECK(same.error().fields.front().field == "day");
        CHECK(same.error().fields.front().message.key == "meetings.called_already");
        auto later = desk.calling(on(12, 10));
        later.when.begins = 15h;
        auto const second = again(later);
        REQUIRE(second);
        CHECK(again(desk.calling(on(12, 10), MeetingKind::review)));
        // Neither is it moved onto another one.
        auto const onto = desk.as(desk.clerk, [&](Work& work) {
            return move_meeting(work, desk.meeting(*second).header, desk.meeting(first).when,
                                "ছুটি");
        });
        REQUIRE_FALSE(onto);
        CHECK(onto.error().fields.front().message.key == "meetings.called_already");
        REQUIRE(desk.as(desk.clerk, [&](Work& work) {
            return call_off(work, desk.meeting(first).header, "প্রয়োজন নেই");
        }));
        CHECK(again(desk.calling(on(12, 10))));
    });
}

TEST_CASE("a decision goes to another post where its own was abolished, and its history says so") {
    for_each_desk([](Desk& desk) {
        auto const id = desk.called(today);
        REQUIRE(desk.held(id, desk.clerk));
        auto const made = desk.decided(id, "সেবার ধাপ কমাতে হবে।", on(12, 31), desk.clerk);
        // The same click twice.
        auto const twice = desk.as(desk.clerk, [&](Work& work) {
            return decide(work, {.item = desk.items(id).back().id,
                                 .text = " সেবার ধাপ কমাতে হবে।",
                                 .responsible = desk.secretary});
        });
        REQUIRE_FALSE(twice);
        CHECK(twice.error().fields.front().message.key == "meetings.decided_already");

        desk.database.write([&](Db& db) {
            db.run("update posts set abolished_on = ? where id = ?",
                   iso(today + std::chrono::days{5}), desk.secretary);
        });
        Date const gone = today + std::chrono::days{5};
        auto const give = [&](Id<Post> to, std::string const& why, Actor const& who) {
            return desk.as(
                who, [&](Work& work) { return reassign(work, desk.header(made), to, why); }, gone);
        };
        test::Site const site(desk.database, modules, desk.clerk, Instant{gone});
        CHECK(test::says(site.get("/decisions/" + to_string(made)),
                         "২৮ নভেম্বর ২০২৬ তারিখ থেকে বিলুপ্ত"));
        CHECK(give(desk.secretary, "পদ বিলুপ্ত", desk.clerk).error().fields.size() == 2);
        CHECK(give(desk.chief, " ", desk.clerk).error().fields.front().field == "why");
        CHECK(give(Id<Post>{4711}, "পদ বিলুপ্ত", desk.clerk).error().fields.front().field == "to");
        CHECK_FALSE(give(desk.chief, "পদ বিলুপ্ত", desk.stranger));
        REQUIRE(give(desk.chief, "পদ বিলুপ্ত", desk.clerk));
        CHECK(desk.decision(made).responsible == desk.chief);
        CHECK(desk.events(as_record(made)).back() == "decision.reassigned");
        CHECK(test::says(site.get("/decisions/" + to_string(made)), "পদ বিলুপ্ত"));
    });
}

TEST_CASE("the offices below are seen with what their teams missed, by whoever has offices below") {
    for_each_desk([](Desk& desk) {
        desk.database.write([&](Db& db) {
            Work work{.db = db, .actor = desk.clerk, .today = today, .now = Instant{today}};
            auto const team = add_record(work, {.kind = "team",
                                                .office_path = desk.path,
                                                .title = {"ইনোভেশন টিম", ""},
                                                .stage = "active"});
            db.run("insert into teams (id, office, tier, mandate) values (?, ?, 'ministry', "
                   "'cabinet-2023')",
                   team, desk.office);
        });
        auto const page = [&](std::vector<Assignment> roles) {
            test::Site const site(desk.database, modules, desk.actor(77, std::move(roles), {}),
                                  Instant{today});
            return site.get("/meetings/offices");
        };
        CHECK(test::says(page({{Role::overseer, "/"}}), "কোনো সভা নথিভুক্ত নেই"));
        CHECK(test::says(page({{Role::head_of_office, desk.path}}), "কোনো সভা নথিভুক্ত নেই"));
        CHECK(test::says(page({{Role::head_of_office, "/4711/"}}), "এমন কোনো দপ্তর নেই"));
        CHECK(page({{Role::member_secretary, desk.path}}).status == 404);
    });
}
