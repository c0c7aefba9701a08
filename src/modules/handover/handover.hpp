// The public face of handovers: the sheet of a post at a transfer, drafted, noted, acknowledged.
#pragma once

#include "host/records.hpp"
#include "modules/handover/sheet.hpp"

#include <vector>

namespace udb {
struct Handover; ///< `Id<Handover>` is a record's; its pages are `/handovers/{id}`
}

namespace udb::handover {

inline constexpr std::string_view handover_kind = "handover";

/// The header's stage is `open`, then `acknowledged`; its title the post's.
struct HandoverRecord {
    Header header = {};
    Id<Post> post = {};
    Id<Officer> leaver = {};
    Id<Officer> comer = {}; ///< zero: the post fell vacant
    Sheet sheet = {};

    Id<Handover> id() const { return as<Handover>(header.id); }
    bool concerns(Id<Officer> officer) const {
        return officer && (officer == leaver || officer == comer);
    }
};
std::optional<HandoverRecord> find_handover(Db& db, Id<Handover> id);

/// A handover as a list shows it.
struct HandoverLine {
    Id<Handover> id = {};
    std::string office_path = {};
    BilingualText post = {};
    BilingualText office = {};
    BilingualText leaver = {};
    BilingualText comer = {};
    Date first_day = {};
    std::optional<Date> acknowledged_on = {};
    bool has_note = false;
};
struct WhoseHandovers {
    Id<Officer> officer = {}; ///< who hands over or takes over …
    Scope scope = {};         ///< … and all here
    Id<Post> post = {};       ///< of this post alone; zero: of any
};
/// The newest first.
std::vector<HandoverLine> handovers_for(Db& db, WhoseHandovers const& whose, int most);

/// Drafts the sheets of those who left `post` on the day before `first_day`, from what the books
/// say today; nothing where that was done. Asks no permission: it follows from a transfer.
std::vector<Id<Handover>> draft_sheets(Work& work, Id<Post> post, Date first_day,
                                       std::string const& memo);

/// Whoever fills a vacant post takes over from who left it last.
void give_to_newcomer(Work& work, Id<Post> post, Date first_day);

/// What the successor must know; until it is acknowledged. Leaver, or whoever may transfer there.
Done write_note(Work& work, Header const& read, std::string const& note);
/// By the successor alone, once.
Done acknowledge(Work& work, Header const& read);

} // namespace udb::handover
