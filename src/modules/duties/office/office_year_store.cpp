#include "modules/duties/office/office_year_store.hpp"

#include <algorithm>

namespace udb::duties {

OfficeYear::OfficeYear(Db& db, DutyOffice office, bangla::FiscalYear year, Date on)
    : office_(std::move(office)),
      standings_(while_it_exists(
          standings(shipped_mandates(), office_.tier.value(), office_.website, year),
          office_.exists)),
      marks_(marks_of(db, office_.id, year, on)),
      attestations_(attestations_of(db, office_.id, year, on)), calendars_(db, on) {
    for (auto const& row : attestations_)
        attested_.push_back(row.attested);
    facts_ = {.standings = standings_,
              .marks = marks_,
              .attested = attested_,
              .year = year,
              .today = on,
              .calendar = calendars_.of(office_.path),
              .exists = office_.exists};
    statuses_ = duties::statuses(facts_);
}

FunctionStatus const* OfficeYear::find(std::string_view mandate, int function) const {
    auto const found = std::ranges::find_if(statuses_, [&](FunctionStatus const& s) {
        return s.standing.mandate->id == mandate && s.function->no == function;
    });
    return found == statuses_.end() ? nullptr : &*found;
}

std::vector<OpenDuty> open_duties(OfficeYear const& year) {
    std::vector<OpenDuty> open;
    for (auto const& status : year.statuses())
        for (auto const& what : pending(status, year.facts()))
            if (what.part->due || what.duty->period.last >= year.facts().today)
                open.push_back({.status = &status, .what = what, .year = year.facts().year});
    std::ranges::stable_sort(open, {}, [](OpenDuty const& o) { return o.what.due; });
    return open;
}

Message OpenLine::what() const {
    auto const& function = *first.status->function;
    BilingualText steps;
    for (auto const* part : parts) {
        if (!part->completion) continue;
        auto const label = label_of(*part->completion);
        steps.bn += (steps.bn.empty() ? "" : ", ") + std::string(label.bn);
        steps.en += (steps.en.empty() ? "" : ", ") + std::string(label.en);
    }
    Message message{"duties.function_named",
                    {{"no", std::int64_t{function.no}}, {"title", function.title}}};
    if (steps.bn.empty()) return message;
    message.key = "duties.open_line";
    message.args.emplace_back("steps", std::move(steps));
    return message;
}

Message OpenLine::told() const {
    auto message = what();
    message.key = message.key == "duties.open_line" ? "duties.told_line" : "duties.told_function";
    message.args.emplace_back("days", days_late());
    return message;
}

std::vector<OpenLine> open_lines(std::vector<OpenDuty> const& open) {
    std::vector<OpenLine> lines;
    for (auto const& o : open) {
        auto const alike = std::ranges::find_if(lines, [&](OpenLine const& line) {
            return line.first.what.duty == o.what.duty && line.due() == o.what.due;
        });
        if (alike == lines.end())
            lines.push_back({.first = o, .parts = {o.what.part->counted}});
        else
            alike->parts.push_back(o.what.part->counted);
    }
    return lines;
}

OpenOffice::OpenOffice(Db& db, DutyOffice const& office, Date on)
    : before_(db, office, {bangla::fiscal_year(on).start - 1}, on),
      now_(db, office, bangla::fiscal_year(on), on), duties_(open_duties(now_)) {
    auto const end = bangla::days_of(before_.facts().year).last;
    // What was done before the office came here, nobody wrote down here.
    if (before_.office().entered_on > end && before_.facts().marks.empty()) return;
    for (auto const& o : open_duties(before_))
        if (o.what.due > end) duties_.push_back(o);
    std::ranges::stable_sort(duties_, {}, [](OpenDuty const& o) { return o.what.due; });
}

} // namespace udb::duties
