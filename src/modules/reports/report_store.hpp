// Statements of reports that the module keeps to itself.
#pragma once

#include "modules/reports/content.hpp"
#include "modules/reports/report_book.hpp"
#include "modules/reports/reports.hpp"

#include <map>

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

void insert_editor(Work& work, ReportRecord const& report);
std::vector<Id<Account>> editors_of(Db& db, ReportRecord const& report);

void insert_edition(Db& db, Edition const& edition);
/// Letter, sending, acknowledgement and publication.
void update_edition(Db& db, Edition const& edition);
/// Keeps the bytes under their hash.
FrozenFile freeze(Work& work, ReportRecord const& report, std::string format,
                  std::string media_type, std::string const& bytes);

void insert_check(Work& work, Id<Report> report, SiteCheck const& check);

/// Submitted ones, which wait for approval.
std::vector<ReportRecord> submitted_reports(Db& db);
/// Published editions, the newest first.
std::vector<Edition> lately_published(Db& db, int most);

/// In Bangla: the words of this module and of every module that tells in chapters.
Words const& bangla_words();

/// What the report says today: its authors' texts, and what the records tell. `pictures`: with
/// their bytes.
Content assembled(Db& db, ReportRecord const& report, Date today, Instant now, bool pictures);

} // namespace udb::reports
