// An office with a plan, for tests: who acts, what was decided, and the plan as it is now.
#pragma once

#include "modules/meetings/actions.hpp"
#include "modules/offices/offices.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/portions.hpp"
#include "support/databases.hpp"
#include "support/kind_of.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <doctest/doctest.h>

namespace udb::plans::test {

inline constexpr Module const* modules[] = {
    &offices::manifest,  &people::manifest,   &mandates::manifest, &teams::manifest,
    &papers::manifest,   &accounts::manifest, &evidence::manifest, &holidays::manifest,
    &meetings::manifest, &plans::manifest};
inline constexpr std::string_view form = "e-governance-2021";
inline constexpr Date today = std::chrono::year{2026} / 11 / 23;

inline Actor actor_with(std::vector<Assignment> assignments) {
    return {.account = {1},
            .officer = {},
            .office = {},
            .name = {"করিম মিয়া", "Karim Mia"},
            .assignments = std::move(assignments)};
}

/// The first office of a test is 1, the one below it 2.
inline Actor const administrator = actor_with({{Role::administrator, "/"}});
inline Actor const secretary = actor_with({{Role::member_secretary, "/1/2/"}});
inline Actor const member = actor_with({{Role::member, "/1/2/"}});
inline Actor const head = actor_with({{Role::head_of_office, "/1/2/"}});
inline Actor const above = actor_with({{Role::leader, "/1/"}});
inline Actor const stranger = actor_with({});

/// One area with one activity and so many indicators of weight 1 and target 4.
inline PlanFacts tree(std::size_t count, int fiscal_year = 2026) {
    PlanFacts facts{
        .form = std::string(form), .title = {"কর্মপরিকল্পনা", "Plan"}, .fiscal_year = fiscal_year};
    ActivityFacts activity{.name = "কার্যক্রম"};
    for (std::size_t i = 1; i <= count; ++i)
        activity.indicators.push_back(
            {.name =
                 "সূচক "
                 + written(Value::whole(static_cast<std::int64_t>(i)), Unit::number, Language::bn),
             .weight = Value::whole(1),
             .bands = {Value::whole(4), Value::whole(3), {}, {}, Value::whole(1)}});
    facts.areas.push_back({.name = "ক্ষেত্র", .activities = {std::move(activity)}});
    return facts;
}

using udb::test::kind_of;

struct Desk {
    Database& database;
    Id<Office> office = {};
    Id<Plan> id = {};

    template <class Act>
    auto as(Actor const& actor, Act const& act, Date on = today) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = on, .now = Instant{on}};
            return act(work);
        });
    }

    explicit Desk(Database& on, std::size_t count = 3, int fiscal_year = 2026,
                  std::string_view of = form, Id<Office> there = {})
        : database(on), office(there) {
        auto const known = database.read([&](Db& db) {
            auto const row = db.one("select id from offices where name_bn = 'শ্রম অধিদপ্তর'");
            return row ? row->get<Id<Office>>(0) : Id<Office>{};
        });
        if (known) office = known;
        auto const done = as(administrator, [&](Work& work) -> Done {
            if (!office) {
                auto const over = TRY(offices::add_office(
                    work, {.name_bn = "শ্রম মন্ত্রণালয়", .level = Level::ministry}));
                office = TRY(offices::add_office(work, {.name_bn = "শ্রম অধিদপ্তর", .parent = over}));
            }
            id = TRY(begin(
                work,
                {.office = office, .form = std::string(of), .tree = tree(count, fiscal_year)}));
            return {};
        });
        REQUIRE(done);
    }

    PlanRecord plan() const {
        return *database.read([&](Db& db) { return find_plan(db, id); });
    }
    PlanFacts facts(int version) const {
        auto const record = plan();
        return database.read([&](Db& db) { return facts_of(db, record, version); });
    }
    /// Its indicators in the order of the plan.
    std::vector<IndicatorFacts> indicators(int version) const {
        auto const all = facts(version);
        std::vector<IndicatorFacts> found;
        for (auto const& one : placed(all))
            found.push_back(*one.indicator);
        return found;
    }
    /// A verb on the plan as it is now, by its member-secretary.
    template <class Verb, class... Args>
    auto now(Verb verb, Args const&... args) const {
        auto const header = plan().header;
        return as(secretary, [&](Work& work) { return verb(work, header, args...); });
    }

    /// A decision of a meeting of 12 July.
    Id<Decision> decided(meetings::MeetingKind kind) const {
        using namespace std::chrono;
        Date const day = year{2026} / 7 / 12;
        // The head of the office calls its coordination meeting.
        auto const decision = as(head, [&](Work& work) -> Result<Id<Decision>> {
            meetings::Occasion const when{.day = day, .begins = minutes{660}, .place = "সভাকক্ষ"};
            meetings::Attendee chair{.no = 1,
                                     .name = "রহিমা খাতুন",
                                     .presence = meetings::Presence::present,
                                     .chair = true};
            auto asked = chair;
            asked.presence.reset();
            auto before = work;
            before.today = day - days{3};
            auto const meeting = TRY(meetings::call_meeting(before, {.office = office,
                                                                     .kind = kind,
                                                                     .title = {"সভা", "Meeting"},
                                                                     .when = when,
                                                                     .people = {asked},
                                                                     .agenda = {"কর্মপরিকল্পনা"}}));
            auto const header = *find_record(work.db, meetings::meeting_kind, as_record(meeting));
            TRY(meetings::hold(work, header, {.when = when, .people = {chair}}));
            auto const item = work.db.one(
                "select id from meeting_items where meeting = ? order by no desc limit 1", meeting);
            REQUIRE(item);
            return meetings::decide(work, {.item = item->template get<Id<MeetingItem>>(0),
                                           .text = "কর্মপরিকল্পনা অনুমোদিত হয়।"});
        });
        if (!decision) FAIL(decision.error().message.key);
        return *decision;
    }

    void approved() const {
        REQUIRE(now(submit));
        auto const decision = decided(meetings::MeetingKind::coordination);
        auto const header = plan().header;
        REQUIRE(as(head, [&](Work& work) { return approve(work, header, decision); }));
    }
};

} // namespace udb::plans::test
