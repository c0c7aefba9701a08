// Statements of reports that the module keeps to itself.
#pragma once

#include "modules/reports/content.hpp"
#include "modules/reports/report_book.hpp"
#include "modules/reports/reports.hpp"

#include <map>
#include <set>

namespace udb::reports {

Id<Report> insert_report(Work& work, ReportRecord const& report);
/// Everything of the row but its header.
void update_report(Db& db, ReportRecord const& report);

/// What the authors wrote in a chapter.
struct ChapterText {
    std::string body = {};
    std::int64_t version = 0; ///< counts its savings; 0: never saved
    BilingualText writer = {};
    std::optional<Instant> at = {};
};
/// By the chapter's id; those never saved are not in it.
std::map<std::string, ChapterText, std::less<>> texts_of(Db& db, Id<Report> report, int edition);
ChapterText text_of(Db& db, Id<Report> report, int edition, std::string_view chapter);
/// False where somebody saved since `read` was read.
bool save_text(Work& work, ReportRecord const& report, std::string_view chapter,
               ChapterText const& read, std::string_view body);
/// The texts of an edition for the next one.
void copy_texts(Db& db, Id<Report> report, int from, int to);
void delete_texts(Db& db, Id<Report> report, int edition);

/// Addresses of the pictures that its authors chose; nothing where they left it to the first ones.
using PictureChoice = std::set<std::string, std::less<>>;
std::optional<PictureChoice> chosen_pictures(Db& db, Id<Report> report, int edition);
void choose_pictures(Db& db, ReportRecord const& report, PictureChoice const& chosen);

/// A picture that the records have for a chapter, and whether it is in the report.
struct OfferedPicture {
    std::string address = {};
    std::string caption = {};
    bool taken = false;
};
std::vector<OfferedPicture> offered_pictures(Db& db, ReportRecord const& report,
                                             Chapter const& chapter, Date today);

void insert_editor(Work& work, ReportRecord const& report);
std::vector<Id<Account>> editors_of(Db& db, ReportRecord const& report);

void insert_edition(Db& db, Edition const& edition);
/// Letter, sending, acknowledgement and publication.
void update_edition(Db& db, Edition const& edition);
/// What a file of an edition is called: `report-2026-27-annual-7.pdf`.
std::string name_of(ReportRecord const& report, int edition, std::string_view format);

/// Keeps the bytes under their hash, as a file of the record.
FrozenFile freeze(Work& work, ReportRecord const& report, std::string format,
                  std::string media_type, std::string const& bytes);

/// Keeps how the address was found, beside the last time where it was found the same. Gives how it
/// was found before.
std::optional<SiteCheck> keep_site_check(Db& db, Id<Report> report, SiteCheck const& check);
/// A published report with an address that nobody looked at since `before`; the one that waits the
/// longest.
std::optional<ReportRecord> next_site_to_check(Db& db, Instant before);
/// Reports whose address was alive and does not answer any more, as two looks at it found.
std::vector<Id<Report>> lost_sites(Db& db);

/// Submitted ones, which wait for approval.
std::vector<ReportRecord> submitted_reports(Db& db);
/// Published editions, the newest first.
std::vector<Edition> lately_published(Db& db, int most);

/// By which text it is found: of the edition that everybody reads, of the one that is written where
/// there is none. A correction stays inside until it is published.
std::string text_found_by(Db& db, ReportRecord const& report);

/// In Bangla: the words of this module and of every module that tells in chapters.
Words const& bangla_words();

/// What the report says today: its authors' texts, and what the records tell. `pictures`: with
/// their bytes.
Content assembled(Db& db, ReportRecord const& report, Date today, Instant now, bool pictures);

} // namespace udb::reports
