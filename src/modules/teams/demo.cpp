// The demo's teams: the ministry's from the order of 26 January 2026, and three under C23, one of
// which meets the rules, one does not, and of one it cannot be told.
#include "modules/teams/demo.hpp"

#include "base/ensure.hpp"
#include "modules/offices/demo.hpp"
#include "modules/people/people.hpp"
#include "modules/teams/actions.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

using Role = SeatRole;

struct DemoSeat {
    SeatRole role;
    std::string_view office, title, unit;
    std::string_view alternative = {}; ///< title of another post of that office and unit
    std::string_view officer = {};     ///< nominated by this name instead
};

struct DemoTeam {
    std::string_view office;
    std::string_view mandate;
    Authority formed_by;
    std::string_view memo;
    Date date;
    std::span<DemoSeat const> seats;
};

constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view dol = "শ্রম অধিদপ্তর";
constexpr std::string_view gazipur = "জেলা প্রশাসকের কার্যালয়, গাজীপুর";
constexpr std::string_view sreepur = "উপজেলা নির্বাহী অফিসারের কার্যালয়, শ্রীপুর, গাজীপুর";

/// L26 §1: nine seats.
constexpr DemoSeat mole_seats[] = {
    {Role::chief_innovation_officer, mole, "অতিরিক্ত সচিব", "প্রশাসন অনুবিভাগ"},
    {Role::member, mole, "যুগ্মসচিব", "প্রশাসন অধিশাখা", "উপসচিব"},
    {Role::member, mole, "যুগ্মসচিব", "পরিকল্পনা অধিশাখা"},
    {Role::member, mole, "যুগ্মসচিব", "বাজেট অধিশাখা", "উপসচিব"},
    {Role::member, mole, "যুগ্মসচিব", "শ্রম অধিশাখা"},
    {Role::member, mole, "যুগ্মসচিব", "আন্তর্জাতিক সংস্থা অধিশাখা"},
    {Role::member, mole, "সিস্টেম এনালিস্ট", "আইসিটি সেল"},
    {Role::member, mole, "সহকারী প্রোগ্রামার", "আইসিটি সেল"},
    {Role::member_secretary, mole, "প্রোগ্রামার", "আইসিটি সেল"},
};

/// C23 §2, directorate: too few, for it has named two only.
constexpr DemoSeat dol_seats[] = {
    {Role::innovation_officer, dol, "পরিচালক", "প্রশাসন শাখা"},
    {Role::member, dol, "প্রোগ্রামার", "আইসিটি সেল"},
};

/// C23 §2, district: everything that is asked for.
constexpr DemoSeat gazipur_seats[] = {
    {Role::innovation_officer, gazipur, "অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি)", ""},
    {Role::member, gazipur, "সিনিয়র সহকারী কমিশনার", "আইসিটি শাখা"},
    {Role::member, "তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর, জেলা কার্যালয়, গাজীপুর", "প্রোগ্রামার", ""},
    {Role::member, "জেলা শিক্ষা অফিস, গাজীপুর", "জেলা শিক্ষা অফিসার", ""},
    {Role::member, "জেলা পরিসংখ্যান কার্যালয়, গাজীপুর", "উপপরিচালক", ""},
    {Role::member, "জেলা সমাজসেবা কার্যালয়, গাজীপুর", "উপপরিচালক", ""},
    {Role::member, "যুব উন্নয়ন অধিদপ্তর, জেলা কার্যালয়, গাজীপুর", "উপপরিচালক", ""},
    {Role::member, "গাজীপুর সরকারি মহিলা কলেজ", "সহকারী অধ্যাপক (আইসিটি)", ""},
};

/// C23 §2, upazila: of the teacher, nominated by name, no capacity is recorded.
constexpr DemoSeat sreepur_seats[] = {
    {Role::innovation_officer, sreepur, "উপজেলা নির্বাহী অফিসার", ""},
    {Role::member, "উপজেলা ভূমি অফিস, শ্রীপুর, গাজীপুর", "সহকারী কমিশনার (ভূমি)", ""},
    {Role::member, "তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর, উপজেলা কার্যালয়, শ্রীপুর, গাজীপুর",
     "সহকারী প্রোগ্রামার", ""},
    {Role::member, "উপজেলা মাধ্যমিক শিক্ষা অফিস, শ্রীপুর, গাজীপুর", "উপজেলা মাধ্যমিক শিক্ষা অফিসার", ""},
    {Role::member, "উপজেলা কৃষি অফিস, শ্রীপুর, গাজীপুর", "উপজেলা কৃষি অফিসার", ""},
    {Role::member, "উপজেলা পরিসংখ্যান কার্যালয়, শ্রীপুর, গাজীপুর", "উপজেলা পরিসংখ্যান কর্মকর্তা", ""},
    {Role::member, "উপজেলা যুব উন্নয়ন কার্যালয়, শ্রীপুর, গাজীপুর", "উপজেলা যুব উন্নয়ন কর্মকর্তা", ""},
    {Role::member, "", "", "", "", "মোসাঃ লতিফা খাতুন"},
};

constexpr Date day(int y, unsigned m, unsigned d) {
    return std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d};
}

constexpr DemoTeam demo_teams[] = {
    {mole, "labour-2026", Authority::secretary, "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫", day(2026, 1, 26),
     mole_seats},
    {dol, "cabinet-2023", Authority::head_of_agency, "৪০.০২.০০০০.০০০.১১.০১৪.২৪.৬৩", day(2024, 3, 4),
     dol_seats},
    {gazipur, "cabinet-2023", Authority::deputy_commissioner, "০৫.৪১.৩৩০০.০০০.০১৬.১৮.০০০১.২৪.১২",
     day(2024, 1, 15), gazipur_seats},
    {sreepur, "cabinet-2023", Authority::deputy_commissioner, "০৫.৪১.৩৩০০.০০০.০১৬.১৮.০০০২.২৪.৩৭",
     day(2024, 2, 6), sreepur_seats},
};

Id<Office> office_named(Db& db, std::string_view name) {
    auto const row = db.one("select id from offices where name_bn = ?", name);
    ENSURE(row, "an office of the demo: " + std::string(name));
    return row->get<Id<Office>>(0);
}

Id<Post> post_of(Db& db, DemoSeat const& seat, std::string_view title) {
    auto const post = offices::post_named(db, seat.office, title, seat.unit);
    ENSURE(post, "a post of the demo: " + std::string(title));
    return *post;
}

TeamSeat seat_of(Db& db, DemoSeat const& told) {
    TeamSeat seat{.role = told.role};
    if (!told.officer.empty()) {
        auto const row = db.one("select id from officers where name_bn = ?", told.officer);
        ENSURE(row, "an officer of the demo: " + std::string(told.officer));
        seat.officer = row->get<Id<Officer>>(0);
        return seat;
    }
    seat.posts.push_back({.id = post_of(db, told, told.title)});
    if (!told.alternative.empty())
        seat.posts.push_back({.id = post_of(db, told, told.alternative)});
    return seat;
}

/// Seats that the order has brought keep what was matched; a post that its text does not lead to is
/// chosen here, and without an order all are.
Done fill(Work& work, Id<Team> team, std::span<DemoSeat const> seats) {
    for (std::size_t i = 0; i < seats.size(); ++i) {
        auto const draft = draft_of(work.db, team, work.today);
        ENSURE(draft, "a draft of the demo");
        auto seat = seat_of(work.db, seats[i]);
        if (i < draft->seats.size()) {
            auto brought = draft->seats[i];
            if (!brought.posts.empty()) continue;
            brought.posts = seat.posts;
            seat = std::move(brought);
        }
        TRY(save_seat(work, *draft, seat));
    }
    return {};
}

Done form(Work& work, DemoTeam const& told) {
    auto const order = mandates::order_with_memo(work.db, told.memo);
    auto const team = TRY(begin(work, {.office = office_named(work.db, told.office),
                                       .mandate = std::string(told.mandate),
                                       .formed_by = told.formed_by,
                                       .order = order ? order->id : Id<mandates::Order>{}}));
    TRY(fill(work, team, told.seats));
    auto const draft = draft_of(work.db, team, work.today);
    return put_in_force(
        work, {.composition = draft->id, .memo = std::string(told.memo), .date = told.date});
}

} // namespace

Done tell_demo(Work& told) {
    if (told.db.one("select 1 from teams limit 1")) return {};
    Actor teller;
    auto work = offices::as_teller(told, teller);
    for (auto const& team : demo_teams)
        TRY(form(work, team));
    return {};
}

} // namespace udb::teams
