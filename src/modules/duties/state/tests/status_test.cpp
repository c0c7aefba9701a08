// What is met, partly met, not met, and what cannot be told: C23 §4, L26 §2.
#include "modules/duties/state/signals.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::duties;
using bangla::FiscalYear;
using std::chrono::sys_days;

namespace {

Date on(int year, unsigned month, unsigned day) {
    return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

using Details = std::vector<std::pair<std::string, std::string>>;

constexpr FiscalYear of_2024{2024};
constexpr std::string_view labour = "mole.gov.bd";

/// An office of one tier in one year, and what happened in it.
class OfficeYear {
public:
    explicit OfficeYear(FiscalYear year, Tier tier = Tier::upazila, std::string_view website = {})
        : year_(year), standings_(standings(shipped_mandates(), tier, website, year)) {}

    OfficeYear& happened(std::string_view signal, Date day, Details const& more = {}) {
        Details details{{"on", iso(day)}};
        details.insert(details.end(), more.begin(), more.end());
        auto const read = parse_signal(signal);
        REQUIRE(read);
        for (auto const& where : read->where)
            details.push_back(where);
        for (auto const place : shipped_signals().of_event(read->event, details)) {
            marks_.push_back(mark_of(details, day));
            marks_.back().signal = place;
        }
        return *this;
    }
    OfficeYear& attest(std::string mandate, int function, Date day) {
        attested_.push_back({.mandate = std::move(mandate),
                             .function = function,
                             .year = year_.start,
                             .recorded_on = day});
        return *this;
    }

    /// It exists from that day to that day, both included.
    OfficeYear& exists(Date from, Date until) {
        exists_ = {from, until};
        standings_ = while_it_exists(std::move(standings_), exists_);
        return *this;
    }

    FunctionStatus status(int function, Date today) {
        auto const all = everything(today);
        auto const found = std::ranges::find_if(
            all, [&](FunctionStatus const& s) { return s.function->no == function; });
        REQUIRE(found != all.end());
        return *found;
    }
    std::vector<FunctionStatus> everything(Date today) {
        known_.clear();
        for (auto const& mark : marks_)
            if (mark.recorded_on <= today && mark.year == year_.start) known_.push_back(mark);
        std::ranges::sort(known_, [](Mark const& a, Mark const& b) {
            return std::tie(a.signal, a.counts_on) < std::tie(b.signal, b.counts_on);
        });
        facts_ = {.standings = standings_,
                  .marks = known_,
                  .attested = attested_,
                  .year = year_,
                  .today = today,
                  .exists = exists_};
        return statuses(facts_);
    }
    Facts const& facts() const { return facts_; }
    std::vector<Standing> const& stands() const { return standings_; }

private:
    FiscalYear year_;
    std::vector<Standing> standings_;
    std::vector<Mark> marks_;
    std::vector<Mark> known_;
    std::vector<Attested> attested_;
    bangla::Days exists_ = always;
    Facts facts_;
};

} // namespace

TEST_CASE("C23 §4(3): a team that met every month has met it, one month less is partly") {
    OfficeYear office(of_2024);
    for (unsigned month = 7; month <= 12; ++month)
        for (auto const* what :
             {"meeting.held kind=team", "meeting.reviewed_plan", "brief.presented"})
            if (month != 9) office.happened(what, on(2024, month, 20));
    auto const partly = office.status(3, on(2024, 12, 31));
    CHECK(partly.state == State::partly);
    REQUIRE(partly.duties.size() == 6);
    CHECK(partly.duties[2].state == State::not_met);
    CHECK(partly.duties[3].state == State::met);

    for (auto const* what : {"meeting.held kind=team", "meeting.reviewed_plan", "brief.presented"})
        office.happened(what, on(2024, 9, 30));
    CHECK(office.status(3, on(2024, 12, 31)).state == State::met);
}

TEST_CASE(
    "C23 §4(3): meetings of other kinds do not count, and one held but not reviewed is partly") {
    OfficeYear office(of_2024);
    office.happened("meeting.held kind=review", on(2024, 7, 20));
    CHECK(office.status(3, on(2024, 7, 31)).because == Because::not_due);
    CHECK(office.status(3, on(2024, 8, 1)).state == State::not_met);
    office.happened("meeting.held kind=team", on(2024, 7, 20));
    CHECK(office.status(3, on(2024, 8, 1)).state == State::partly);
}

TEST_CASE("C23 §4(2): the plan is approved in the year's first coordination meeting") {
    struct Case {
        Date meeting;
        Date approved;
        Date today;
        std::int64_t late;
    };
    for (auto const& c : {
             Case{on(2024, 7, 10), on(2024, 7, 10), on(2024, 9, 1), 0},
             Case{on(2024, 7, 10), on(2024, 8, 9), on(2024, 9, 1), 30},
             Case{on(2024, 8, 8), on(2024, 8, 8), on(2024, 9, 1), 0},
         }) {
        OfficeYear office(of_2024);
        office.happened("meeting.held kind=coordination", c.meeting)
            .happened("plan.submitted purpose=innovation", on(2024, 7, 5))
            .happened("plan.approved purpose=innovation", c.approved);
        auto const status = office.status(2, c.today);
        CHECK(status.state == State::partly); // not yet carried out
        auto const& approved = status.duties.front().parts[1];
        CHECK(approved.state == State::met);
        CHECK(approved.days_late == c.late);
    }
}

TEST_CASE("C23 §4(2): no coordination meeting yet: the plan is due by the end of July") {
    OfficeYear office(of_2024);
    auto const july = office.status(2, on(2024, 7, 31));
    CHECK(july.state == State::cannot_tell);
    CHECK(july.because == Because::not_due);
    auto const august = office.status(2, on(2024, 8, 1));
    CHECK(august.state == State::not_met);
    CHECK(august.duties.front().parts[1].due == on(2024, 7, 31));
    CHECK(august.duties.front().parts[1].days_late == 1);
}

TEST_CASE("C23 §4(5): drafted, sent and published by 31 July after the year") {
    OfficeYear office(of_2024);
    Details const about{{"year", "2024-25"}};
    office.happened("report.drafted", on(2025, 7, 10), about)
        .happened("report.sent", on(2025, 7, 30), about);
    CHECK(office.status(5, on(2025, 7, 31)).state == State::partly);
    office.happened("report.published", on(2025, 8, 3), about);
    auto const before = office.status(5, on(2025, 8, 2));
    CHECK(before.state == State::partly);
    CHECK(before.duties.front().parts[2].days_late == 2);
    auto const after = office.status(5, on(2025, 8, 3));
    CHECK(after.state == State::met);
    CHECK(after.duties.front().parts[2].days_late == 3);
}

TEST_CASE("what was recorded later was not known on an earlier day") {
    OfficeYear office(of_2024);
    office.happened("meeting.held kind=team", on(2024, 8, 20));
    CHECK(office.status(3, on(2024, 8, 19)).duties[1].parts[0].count == 0);
    CHECK(office.status(3, on(2024, 8, 20)).duties[1].parts[0].count == 1);
}

TEST_CASE(
    "a function that no record tells of cannot be told, unless it is attested with evidence") {
    OfficeYear office(of_2024);
    auto const before = office.status(17, on(2025, 6, 30));
    CHECK(before.state == State::cannot_tell);
    CHECK(before.because == Because::no_records);
    office.attest("cabinet-2023", 17, on(2025, 5, 1));
    auto const after = office.status(17, on(2025, 6, 30));
    CHECK(after.state == State::met);
    CHECK(after.because == Because::attested);
    CHECK(office.status(18, on(2025, 6, 30)).state == State::cannot_tell);
}

TEST_CASE("a function that records tell of is not met by a statement") {
    OfficeYear office(of_2024);
    office.attest("cabinet-2023", 3, on(2025, 5, 1));
    CHECK(office.status(3, on(2025, 6, 30)).state == State::not_met);
}

TEST_CASE("L26 takes the place of C23 from 26 January 2026: monthly until then, then quarterly") {
    OfficeYear office({2025}, Tier::ministry, labour);
    REQUIRE(office.stands().size() == 3);
    CHECK(office.stands()[1].mandate->id == "cabinet-2025");
    CHECK(office.stands()[1].functions->id == "cabinet-2023");
    CHECK(office.stands()[2].mandate->id == "labour-2026");

    std::size_t monthly = 0, quarterly = 0;
    for (auto const& status : office.everything(on(2026, 6, 30)))
        if (status.function->themes.front() == "team_meeting")
            (status.function->cadence == Cadence::monthly ? monthly : quarterly) +=
                status.duties.size();
    CHECK(monthly == 6);   // July to December; January ended under L26
    CHECK(quarterly == 2); // January to March, April to June
}

TEST_CASE("a day on which offices are closed moves the due day, and the paper's day stays said") {
    bangla::Holidays holidays;
    holidays.add(2026, {{.date = on(2026, 8, 2), .name = {"ছুটি", "Holiday"}}});
    OfficeYear office({2025}, Tier::ministry, labour);
    office.everything(on(2026, 8, 3));
    auto facts = office.facts();
    facts.calendar = {.holidays = &holidays};
    for (auto const& status : statuses(facts))
        if (status.function->no == 5) {
            auto const& sent = status.duties.front().parts[1];
            CHECK(sent.due == on(2026, 7, 31));      // a Friday
            CHECK(sent.open_due == on(2026, 8, 3));  // Saturday, and a holiday on Sunday
            CHECK(sent.state == State::cannot_tell); // today is that day
        }
}

TEST_CASE("what is pending is told with its day and how late it is") {
    OfficeYear office(of_2024);
    auto const status = office.status(2, on(2024, 8, 10));
    auto const waiting = pending(status, office.facts());
    REQUIRE(waiting.size() == 3);
    CHECK(waiting[0].days_late == 10);
    CHECK(waiting[2].due == on(2025, 7, 15));
    CHECK(waiting[2].days_late == 0);
}

TEST_CASE("more marks never make a state worse, whatever their order") {
    auto const rank = [](State state) {
        return state == State::met       ? 3
               : state == State::partly  ? 2
               : state == State::not_met ? 1
                                         : 0;
    };
    std::vector<std::pair<std::string_view, Date>> const events{
        {"meeting.held kind=team", on(2024, 7, 9)},
        {"meeting.reviewed_plan", on(2024, 7, 9)},
        {"plan.submitted purpose=innovation", on(2024, 7, 4)},
        {"plan.approved purpose=innovation", on(2024, 7, 15)},
        {"meeting.held kind=coordination", on(2024, 7, 15)},
        {"brief.presented", on(2024, 7, 15)},
        {"plan.period_submitted period=year purpose=innovation", on(2024, 10, 14)},
        {"evidence.kept", on(2024, 11, 1)},
    };
    for (std::size_t first = 0; first < events.size(); ++first) {
        OfficeYear office(of_2024);
        std::vector<int> before;
        for (std::size_t i = 0; i < events.size(); ++i) {
            auto const& [what, day] = events[(first + i * 3) % events.size()];
            office.happened(what, day);
            std::vector<int> now;
            for (auto const& status : office.everything(on(2025, 7, 1)))
                now.push_back(rank(status.state));
            for (std::size_t f = 0; f < before.size(); ++f)
                CHECK(now[f] >= before[f]);
            before = now;
        }
    }
}

TEST_CASE(
    "an office founded in mid-year owes whole months from then on, and its plan in its first") {
    OfficeYear young({2024});
    young.exists(on(2025, 1, 15), always.last);
    Date const march = on(2025, 3, 31);
    auto const meetings = young.status(3, march);
    REQUIRE(meetings.duties.size() == 2); // February and March
    CHECK(on(2025, 2, 1) == meetings.duties.front().period.first);
    auto const plan = young.status(2, march);
    REQUIRE_FALSE(plan.duties.empty());
    CHECK(plan.duties.front().parts.front().due == on(2025, 1, 31));
    CHECK(young.everything(on(2025, 1, 14)).empty());
    CHECK(OfficeYear({2024}).status(3, march).duties.size() == 9);
}

TEST_CASE(
    "an office that ended stands as it stood on its last day, and a year it never saw has none") {
    OfficeYear ended({2024});
    ended.exists(always.first, on(2024, 10, 15));
    CHECK(ended.status(3, on(2025, 6, 30)).duties.size() == 3); // July to September
    OfficeYear never({2024});
    never.exists(on(2025, 7, 1), always.last);
    CHECK(never.everything(on(2025, 6, 30)).empty());
}
