// One office in one fiscal year as its mandate sees it, loaded once for a page.
#pragma once

#include "modules/duties/duties_store.hpp"

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
    Facts facts_;
    std::vector<FunctionStatus> statuses_;
};

/// Something of an office that is due or late, the earliest first.
struct OpenDuty {
    FunctionStatus const* status = nullptr;
    Pending what;
};
/// What was missed for good (a month without its meeting) is not open; it stays in the statuses.
std::vector<OpenDuty> open_duties(OfficeYear const& year);

} // namespace udb::duties
