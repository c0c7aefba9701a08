// The public face of reports: what an office reported of a year or a part of it, edition by
// edition.
#pragma once

#include "host/records.hpp"
#include "modules/papers/papers.hpp"
#include "modules/reports/report.hpp"
#include "modules/reports/report_register.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::reports {

inline constexpr std::string_view report_kind = record_kind<Report>;

/// A report with its header. The header's stage: that of its first edition until it is approved,
/// then `approved`, and `published` from its first publication on.
struct ReportRecord {
    Header header = {};
    Id<Office> office = {};
    BilingualText office_name = {};
    int fiscal_year = 0; ///< of its 1 July
    Kind kind = Kind::annual;
    Stage stage = Stage::draft;
    int edition = 1;              ///< that is written, or was approved last
    int approved_edition = 0;     ///< zero: none
    int published_edition = 0;    ///< zero: none
    Stage working = Stage::draft; ///< of `edition`: draft, submitted or approved
    std::string sent_back = {};   ///< why it was sent back last; empty once submitted again
    std::string site = {};        ///< the address on the office's own site; may be empty

    Id<Report> id() const { return as<Report>(header.id); }
};
std::optional<ReportRecord> find_report(Db& db, Id<Report> id);
/// The one of an office, year and kind.
std::optional<ReportRecord> report_of(Db& db, Id<Office> office, int fiscal_year, Kind kind);
/// Those of `ids` that exist, in no order.
std::vector<ReportRecord> find_reports(Db& db, std::span<Id<Report> const> ids);
/// Of one office, the newest year first.
std::vector<ReportRecord> reports_of(Db& db, Id<Office> office);

/// An approved edition and how it went out.
struct Edition {
    Id<Report> report = {};
    int edition = 0;
    std::string why = {}; ///< what it corrects; empty of the first
    Date approved_on = {};
    BilingualText approver = {};
    Instant approved_at = {};
    Id<IssuedPaper> letter = {}; ///< zero: none drafted
    std::optional<Date> sent_on = {};
    std::optional<papers::Channel> channel = {};
    std::string sent_to = {}; ///< an e-mail address; may be empty
    std::optional<Date> acknowledged_on = {};
    std::string acknowledgement = {};
    Id<Attachment> acknowledgement_file = {};
    std::optional<Date> published_on = {};
    std::optional<Instant> published_at = {};
};
/// The newest first.
std::vector<Edition> editions_of(Db& db, Id<Report> report);
/// The same of many, one statement.
std::vector<Edition> editions_of(Db& db, std::span<Id<Report> const> reports);
std::optional<Edition> find_edition(Db& db, Id<Report> report, int edition);

/// What was made at the approval of an edition.
struct FrozenFile {
    std::string format = {}; ///< `pdf`, `html`, `json`, `csv`, `picture-1` …
    std::string media_type = {};
    std::string sha256 = {};
    std::int64_t size = 0;
};
std::vector<FrozenFile> files_of(Db& db, Id<Report> report, int edition);
/// Its bytes, hashed again. Throws StoreFailure (damaged) where they are gone or changed.
std::string bytes_of(Db& db, FrozenFile const& file);

/// An address of the office's own site as it was found.
struct SiteCheck {
    std::string address = {};
    Instant at = {};         ///< last
    int status = 0;          ///< of HTTP; 0: no answer
    std::string title = {};  ///< of the page
    std::string sha256 = {}; ///< of what was answered
    std::string why = {};    ///< why there was no answer
    Instant since = {};      ///< found like this: answer and title
    Instant hash_since = {}; ///< with this hash
    bool alive() const { return status >= 200 && status < 300; }
};
/// The newest first, at most `most`.
std::vector<SiteCheck> checks_of(Db& db, Id<Report> report, int most);

} // namespace udb::reports
