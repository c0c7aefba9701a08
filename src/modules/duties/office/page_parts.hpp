// What the pages of duties share: which office, year and day are asked for, and how states are
// said.
#pragma once

#include "host/call.hpp"
#include "modules/duties/office/office_year_store.hpp"
#include "web/components/components.hpp"

#include <memory>

namespace udb::duties {

/// From the address: `/duties/{office}`, `?year=2025`, `?on=2026-03-31`. Without them this year and
/// today; a day after today is today.
struct Asked {
    DutyOffice office = {};
    bangla::FiscalYear year = {};
    Date on = {};
    std::string typed = {};            ///< for `on`, as it was
    std::optional<Message> wrong = {}; ///< of it
};
/// Not found where there is no such office, or the actor may not read there.
Result<Asked> asked(Call const& call);
/// Reads `year` and `on` into `asked`.
Asked with_day(Call const& call, Asked asked);
/// Not found also where the office's level has no mandate.
Result<std::unique_ptr<OfficeYear>> loaded(Call const& call, Asked const& asked);

/// `path?year=…&on=…`, the day only where it is not today.
Url at(Call const& call, Url const& path, Asked const& asked);

ui::Verdict verdict_of(State state);
ui::Status status_of(Words const& words, State state);
/// The same of a period or a part: there "cannot tell" is only that its time is not over.
ui::Status status_of_open(Words const& words, State state);
/// "আগস্ট ২০২৬", "প্রথম ত্রৈমাসিক", "২০২৬-২৭ অর্থবৎসর".
std::string name_of(Words const& words, bangla::Days const& period);
/// "৩। প্রতি মাসে টিমের সভা …"
std::string title_of(Words const& words, Function const& function);
/// How it stands, in one sentence.
std::string sentence_of(Words const& words, FunctionStatus const& status);
/// What of a part is done or missing, in one sentence.
std::string sentence_of(Words const& words, Part const& part, Date today);
/// "অনুমোদন", or the function as a whole.
std::string name_of(Words const& words, Counted const& counted);
/// The same of several, with commas.
std::string names_of(Words const& words, std::vector<Counted const*> const& counted);
/// "৩ দিন বিলম্ব", or that there is time.
ui::Status status_of_due(Words const& words, std::int64_t days_late);

/// The form that chooses year and day, and says when the page looks back.
Html chooser(Call const& call, Url const& path, Asked const& asked);

} // namespace udb::duties
