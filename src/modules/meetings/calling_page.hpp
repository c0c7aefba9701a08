// What the pages that call meetings share: of which office, when and where, and who is asked.
#pragma once

#include "modules/meetings/pages.hpp"
#include "modules/meetings/roster_store.hpp"

namespace udb::meetings {

struct CallingOffice {
    Id<Office> id = {};
    std::string path = {};
    BilingualText name = {};
    std::vector<Usual> usual = {};
    std::vector<BilingualText> named = {};
};
/// The office asked for, else the actor's own; forbidden where no kind of meeting may be called.
Result<CallingOffice> calling_office(Call const& call, Id<Office> asked);

/// `date`, `begins`, `lasts`, `place`, `link`.
Html occasion_fields(Fields& fields);
Result<Occasion> occasion_in(web::Form const& form);
FormValues typed_of(Call const& call, Occasion const& when);

/// `people` and `chair`.
Html people_fields(Call const& call, CallingOffice const& at, Fields& fields,
                   FormValues const& typed);
std::vector<Attendee> people_in(web::Form const& form);
/// A person a line: `নাম, পদবি | name@office.gov.bd`.
std::vector<Attendee> guests_in(std::string_view typed);

/// "টিমের সভা, ডিসেম্বর ২০২৬".
BilingualText title_for(Catalogue const& words, MeetingKind kind, Date day);

} // namespace udb::meetings
