// One office in one fiscal year as its mandate sees it, loaded once for a page.
#pragma once

#include "modules/duties/attesting/attestation_store.hpp"
#include "modules/duties/office/duty_office_store.hpp"
#include "modules/duties/state/marks_store.hpp"
#include "modules/holidays/holidays.hpp"

#include <memory>

namespace udb::duties {

/// Its parts point at one another, so it stays where it was made.
class OfficeYear {
public:
    /// By what was known on `on`. The office's tier is there.
    OfficeYear(Db& db, DutyOffice office, bangla::FiscalYear year, Date on);
    OfficeYear(OfficeYear const&) = delete;

    DutyOffice const& office() const { return office_; }
    Facts const& facts() const { return facts_; }
    std::vector<FunctionStatus> const& statuses() const { return statuses_; }
    std::vector<AttestationRow> const& attestations() const { return attestations_; }
    /// Of the mandate of that id; null where there is no such function here.
    FunctionStatus const* find(std::string_view mandate, int function) const;

private:
    DutyOffice office_;
    std::vector<Standing> standings_;
    std::vector<Mark> marks_;
    std::vector<AttestationRow> attestations_;
    std::vector<Attested> attested_;
    holidays::Calendars calendars_; ///< by what was declared by then
    Facts facts_;
    std::vector<FunctionStatus> statuses_;
};

/// Something of an office that is due or late, the earliest first.
struct OpenDuty {
    FunctionStatus const* status = nullptr;
    Pending what;
    bangla::FiscalYear year = {}; ///< in which it is owed
};
/// What was missed for good (a month without its meeting) is not open; it stays in the statuses.
std::vector<OpenDuty> open_duties(OfficeYear const& year);

/// What is open of one function in one period and falls due on one day: said in one line.
struct OpenLine {
    OpenDuty first = {};
    std::vector<Counted const*> parts = {};

    /// "৫। … — প্রণয়ন, প্রেরণ"
    Message what() const;
    /// The same to the head of the office, with its days.
    Message told() const;
    Date due() const { return first.what.due; }
    std::int64_t days_late() const { return first.what.days_late; }
};
std::vector<OpenLine> open_lines(std::vector<OpenDuty> const& open);

/// What an office owes on a day: in the year that runs, and of the year before what falls due only
/// once that is over (its report, C23 §4(5); its last progress) until it is done. An office that
/// came here later, and of which nothing of that year is recorded, owes nothing of it here.
class OpenOffice {
public:
    OpenOffice(Db& db, DutyOffice const& office, Date on);

    OfficeYear const& now() const { return now_; }
    std::vector<OpenDuty> const& duties() const { return duties_; }

private:
    OfficeYear before_, now_;
    std::vector<OpenDuty> duties_;
};

} // namespace udb::duties
