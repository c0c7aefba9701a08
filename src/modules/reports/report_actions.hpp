// The verbs of reports. Each asks the policy, then the lifecycle, saves, and leaves
// `report.<what>`.
#pragma once

#include "modules/reports/report_store.hpp"

namespace udb::reports {

struct Beginning {
    Id<Office> office = {};
    int fiscal_year = 0;
    Kind kind = Kind::annual;
};
/// Invalid at `office`, `year` (has not begun), `kind` (is there already: `reports.is_there`).
Result<Id<Report>> begin(Work& work, Beginning const& beginning);

/// What a form brings of a chapter; `version` is that of the text that was read.
struct ChapterSaved {
    Id<Report> report = {};
    std::string chapter = {};
    std::int64_t version = 0;
    std::string body = {};
    std::optional<PictureChoice> pictures = {}; ///< in the whole report; nothing: as they were
};
/// Of a draft alone. Conflict where somebody saved the chapter since; invalid at `body`,
/// `picture` (too many).
Done save_chapter(Work& work, ChapterSaved const& saved);

Done submit(Work& work, Header const& read);
Done send_back(Work& work, Header const& read, std::string const& reason);

/// A file as it was made for freezing.
struct MadeFile {
    std::string format = {};
    std::string media_type = {};
    std::string bytes = {};
};
/// Who may approve it, as far as can be asked before the files are made.
Done may_approve(Work& work, Header const& read);
/// Freezes the edition with its files, which were made of what it said at `read.version`.
Done approve(Work& work, Header const& read, std::vector<MadeFile> const& made);

/// A new edition, begun with the texts of the approved one; `why` says what it corrects.
Done begin_correction(Work& work, Header const& read, std::string const& why);
Done discard_correction(Work& work, Header const& read);

/// The letter with which the approved edition goes to the Cabinet Division (a part of a year: to
/// the office above). Refused while one is on its way.
Result<Id<IssuedPaper>> draft_letter(Work& work, Header const& read);

struct Sending {
    std::optional<Date> on = {};
    std::optional<papers::Channel> channel = {};
    std::string memo = {};  ///< of the letter; empty: that which was drafted here
    std::string email = {}; ///< where it goes from here, with the PDF; empty: nowhere
    std::optional<CheckedFile> file = {};
};
/// C23 §4(5), L26 §2(5): sent. Needs a proof: an issued letter, a file, or an e-mail that goes from
/// here; where there is nothing but the e-mail it is sent on the day on which a mail server takes
/// it. Invalid at `on`, `channel`, `memo`, `email`, `proof`.
Done send(Work& work, Header const& read, Sending const& sending);

/// The PDF by e-mail once more, to the same or another address. Refused while one is on its way.
Done mail_again(Work& work, Header const& read, std::string const& email);

/// Hears that a mail server took a report's e-mail: then it is sent, unless it was before.
void mail_went(Work& work, Id<Record> record, std::string_view office_path, Details const& details);

struct Acknowledging {
    std::optional<Date> on = {};
    std::string note = {}; ///< memo number or words of the acknowledgement
    std::optional<CheckedFile> file = {};
};
Done acknowledge(Work& work, Header const& read, Acknowledging const& acknowledging);

/// C23 §4(5), L26 §2(5): published. From then on everybody reads the approved edition here.
Done publish(Work& work, Header const& read);

/// Records how the address of the office's own site was found.
Done keep_check(Work& work, Header const& read, SiteCheck const& check);

} // namespace udb::reports
