#include "modules/duties/matrix/matrix_store.hpp"

#include "modules/duties/attesting/attestation_store.hpp"
#include "modules/duties/state/marks_store.hpp"
#include "modules/holidays/holidays.hpp"

#include <algorithm>
#include <tuple>

namespace udb::duties {
namespace {

/// The standings of offices that stand alike, computed once.
class Standings {
public:
    explicit Standings(bangla::FiscalYear year) : year_(year) {}

    std::vector<Standing> const& of(DutyOffice const& office) {
        auto const key = std::pair(*office.tier, office.website);
        auto found = known_.find(key);
        if (found == known_.end())
            found = known_
                        .emplace(key,
                                 standings(shipped_mandates(), *office.tier, office.website, year_))
                        .first;
        return found->second;
    }

private:
    bangla::FiscalYear year_;
    std::map<std::pair<Tier, std::string>, std::vector<Standing>> known_;
};

/// The states of the functions in force; those of mandates that stood before are of the pages.
void judge(MatrixRow& row, Facts const& facts) {
    if (facts.standings.empty()) return;
    auto const day = std::min(std::max(facts.today, bangla::days_of(facts.year).first),
                              facts.standings.back().days.last);
    for (auto const& status : statuses(facts)) {
        if (!status.standing.days.contains(day)) continue;
        row.mandate = status.standing.mandate;
        row.functions = status.standing.functions;
        row.states.push_back(status.state);
    }
}

} // namespace

std::vector<MatrixRow> matrix(Db& db, std::string_view path, bangla::FiscalYear year, Date on) {
    std::vector<MatrixRow> rows;
    for (auto& office : duty_offices_below(db, path, on, matrix_offices_max))
        rows.push_back({.office = std::move(office)});
    std::map<std::int64_t, std::vector<Attested>> attested;
    for (auto& [office, one] : attested_below(db, path, year, on))
        attested[office.value].push_back(std::move(one));

    Standings known(year);
    holidays::Calendars const calendars(db, on);
    auto const judged = [&](MatrixRow& row, std::span<Mark const> marks) {
        auto const said = attested.find(row.office.id.value);
        auto const& of_tier = known.of(row.office);
        bool const partly = !of_tier.empty()
                            && (of_tier.front().days.first < row.office.exists.first
                                || of_tier.back().days.last > row.office.exists.last);
        auto const own =
            partly ? while_it_exists(of_tier, row.office.exists) : std::vector<Standing>{};
        judge(row, {.standings = partly ? own : of_tier,
                    .marks = marks,
                    .attested = said == attested.end() ? std::span<Attested const>{}
                                                       : std::span<Attested const>(said->second),
                    .year = year,
                    .today = on,
                    .calendar = calendars.of(row.office.path),
                    .exists = row.office.exists});
    };
    auto const marks = marks_below(db, path, year, on);
    for (auto& row : rows) {
        auto const found = marks.find(row.office.id.value);
        judged(row, found == marks.end() ? std::span<Mark const>{}
                                         : std::span<Mark const>(found->second));
    }
    return rows;
}

} // namespace udb::duties
