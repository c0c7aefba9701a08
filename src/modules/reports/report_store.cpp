#include "modules/reports/report_store.hpp"

#include "host/attachments.hpp"
#include "store/content_files.hpp"
#include "store/statement.hpp"

namespace udb::reports {
namespace {

constexpr std::string_view report_columns =
    ", p.office, o.name_bn, o.name_en, p.fiscal_year, p.kind, p.edition, p.approved_edition, "
    "p.published_edition, p.working, p.sent_back, p.site from records r join reports p on p.id = "
    "r.id join offices o on o.id = p.office where ";

ReportRecord report_of_row(Row const& row) {
    auto constexpr at = header_columns_count;
    ReportRecord r{.header = header_of(row)};
    r.office = row.get<Id<Office>>(at);
    r.office_name = {row.get<std::string>(at + 1), row.get<std::string>(at + 2)};
    r.fiscal_year = row.get<int>(at + 3);
    r.kind = term_with_id<Kind>(row.get<std::string_view>(at + 4)).value_or(Kind::annual);
    r.stage = term_with_id<Stage>(r.header.stage).value_or(Stage::draft);
    r.edition = row.get<int>(at + 5);
    r.approved_edition = row.get<int>(at + 6);
    r.published_edition = row.get<int>(at + 7);
    r.working = term_with_id<Stage>(row.get<std::string_view>(at + 8)).value_or(Stage::draft);
    r.sent_back = row.get<std::string>(at + 9);
    r.site = row.get<std::string>(at + 10);
    return r;
}

std::vector<ReportRecord> reports_where(Db& db, std::string_view where,
                                        std::span<Param const> params) {
    std::vector<ReportRecord> found;
    for (auto const& row :
         db.all_of(statement({"select ", header_columns, report_columns, where}), params))
        found.push_back(report_of_row(row));
    return found;
}

template <std::size_t n>
std::optional<ReportRecord> first_where(Db& db, std::string_view where,
                                        std::array<Param, n> const& params) {
    auto found = reports_where(db, where, params);
    if (found.empty()) return {};
    return std::move(found.front());
}

ChapterText text_of_row(Row const& row, int at) {
    return {.body = row.get<std::string>(at),
            .version = row.get<std::int64_t>(at + 1),
            .writer = {row.get<std::string>(at + 2), row.get<std::string>(at + 3)},
            .at = row.get<Instant>(at + 4)};
}

} // namespace

std::optional<ReportRecord> find_report(Db& db, Id<Report> id) {
    return first_where(db, "p.id = ?", std::array<Param, 1>{id});
}

std::optional<ReportRecord> report_of(Db& db, Id<Office> office, int fiscal_year, Kind kind) {
    return first_where(db, "p.office = ? and p.fiscal_year = ? and p.kind = ?",
                       std::array<Param, 3>{office, fiscal_year, id_of(kind)});
}

std::vector<ReportRecord> find_reports(Db& db, std::span<Id<Report> const> ids) {
    if (ids.empty()) return {};
    return reports_where(db, "p.id in (" + gaps(ids.size()) + ")", params_of(ids));
}

std::vector<ReportRecord> reports_of(Db& db, Id<Office> office) {
    std::vector<Param> const params{office};
    return reports_where(db, "p.office = ? order by p.fiscal_year desc, p.kind, p.id", params);
}

std::vector<ReportRecord> submitted_reports(Db& db) {
    return reports_where(db, "p.working = 'submitted' order by p.id", {});
}

Id<Report> insert_report(Work& work, ReportRecord const& r) {
    auto const id = add_record(work, r.header);
    work.db.run("insert into reports (id, office, fiscal_year, year, kind) values (?, ?, ?, ?, ?)",
                id, r.office, r.fiscal_year,
                bangla::name(bangla::FiscalYear{r.fiscal_year}, Language::en), id_of(r.kind));
    return as<Report>(id);
}

void update_report(Db& db, ReportRecord const& r) {
    db.run("update reports set edition = ?, approved_edition = ?, published_edition = ?, working "
           "= ?, sent_back = ?, site = ? where id = ?",
           r.edition, r.approved_edition, r.published_edition, id_of(r.working), r.sent_back,
           r.site, r.id());
}

std::map<std::string, ChapterText, std::less<>> texts_of(Db& db, Id<Report> report, int edition) {
    std::map<std::string, ChapterText, std::less<>> texts;
    for (auto const& row : db.all("select chapter, body, version, writer_bn, writer_en, at from "
                                  "report_texts where report = ? and edition = ? order by chapter",
                                  report, edition))
        texts.emplace(row.get<std::string>(0), text_of_row(row, 1));
    return texts;
}

ChapterText text_of(Db& db, Id<Report> report, int edition, std::string_view chapter) {
    auto const row = db.one("select body, version, writer_bn, writer_en, at from report_texts "
                            "where report = ? and edition = ? and chapter = ?",
                            report, edition, chapter);
    return row ? text_of_row(*row, 0) : ChapterText{};
}

std::string text_found_by(Db& db, ReportRecord const& report) {
    constexpr std::size_t bytes_max = 90'000;
    auto const edition = report.published_edition > 0 ? report.published_edition : report.edition;
    std::string body;
    for (auto const& [chapter, text] : texts_of(db, report.id(), edition))
        if (body.size() + text.body.size() < bytes_max) body += text.body + '\n';
    return body;
}

bool save_text(Work& work, ReportRecord const& report, std::string_view chapter,
               ChapterText const& read, std::string_view body) {
    if (read.version == 0)
        return work.db.run(
                   "insert into report_texts (report, edition, chapter, body, version, writer_bn, "
                   "writer_en, at) values (?, ?, ?, ?, 1, ?, ?, ?) on conflict do nothing",
                   report.id(), report.edition, chapter, body, work.actor.name.bn,
                   work.actor.name.en, work.now)
               == 1;
    return work.db.run("update report_texts set body = ?, version = version + 1, writer_bn = ?, "
                       "writer_en = ?, at = ? where report = ? and edition = ? and chapter = ? "
                       "and version = ?",
                       body, work.actor.name.bn, work.actor.name.en, work.now, report.id(),
                       report.edition, chapter, read.version)
           == 1;
}

void copy_texts(Db& db, Id<Report> report, int from, int to) {
    db.run("insert into report_texts (report, edition, chapter, body, version, writer_bn, "
           "writer_en, at) select report, cast(? as integer), chapter, body, version, writer_bn, "
           "writer_en, at from report_texts where report = ? and edition = ?",
           to, report, from);
    db.run("insert into report_pictures (report, edition, chosen) select report, cast(? as "
           "integer), chosen from report_pictures where report = ? and edition = ?",
           to, report, from);
}

void delete_texts(Db& db, Id<Report> report, int edition) {
    db.run("delete from report_texts where report = ? and edition = ?", report, edition);
    db.run("delete from report_pictures where report = ? and edition = ?", report, edition);
    db.run("delete from report_editors where report = ? and edition = ?", report, edition);
}

std::optional<PictureChoice> chosen_pictures(Db& db, Id<Report> report, int edition) {
    auto const row = db.one("select chosen from report_pictures where report = ? and edition = ?",
                            report, edition);
    if (!row) return {};
    PictureChoice chosen;
    auto const lines = row->get<std::string>(0);
    for (std::size_t at = 0; at < lines.size();) {
        auto const end = lines.find('\n', at);
        chosen.insert(lines.substr(at, end - at));
        at = end + 1;
    }
    return chosen;
}

void choose_pictures(Db& db, ReportRecord const& report, PictureChoice const& chosen) {
    std::string lines;
    for (auto const& address : chosen)
        lines += address + '\n';
    db.run("insert into report_pictures (report, edition, chosen) values (?, ?, ?) on conflict "
           "(report, edition) do update set chosen = excluded.chosen",
           report.id(), report.edition, lines);
}

void insert_editor(Work& work, ReportRecord const& report) {
    if (!work.actor.account) return; // whoever tells the demo
    work.db.run("insert into report_editors (report, edition, account) values (?, ?, ?) on "
                "conflict do nothing",
                report.id(), report.edition, work.actor.account);
}

std::vector<Id<Account>> editors_of(Db& db, ReportRecord const& report) {
    std::vector<Id<Account>> editors;
    for (auto const& row : db.all("select account from report_editors where report = ? and edition "
                                  "= ? order by account",
                                  report.id(), report.edition))
        editors.push_back(row.get<Id<Account>>(0));
    return editors;
}

std::string name_of(ReportRecord const& report, int edition, std::string_view format) {
    return "report-" + bangla::name(bangla::FiscalYear{report.fiscal_year}, Language::en) + '-'
           + std::string(id_of(report.kind)) + '-' + to_string(report.id())
           + (edition > 1 ? "-" + std::to_string(edition) : std::string()) + '.'
           + std::string(format);
}

FrozenFile freeze(Work& work, ReportRecord const& report, std::string format,
                  std::string media_type, std::string const& bytes) {
    FrozenFile file{.format = std::move(format),
                    .media_type = std::move(media_type),
                    .sha256 = work.db.contents().keep(bytes),
                    .size = static_cast<std::int64_t>(bytes.size())};
    keep_file(work, report.header.id,
              {.name = name_of(report, report.edition, file.format),
               .media_type = file.media_type,
               .sha256 = file.sha256,
               .size = file.size});
    work.db.run("insert into report_files (report, edition, format, media_type, sha256, size) "
                "values (?, ?, ?, ?, ?, ?)",
                report.id(), report.edition, file.format, file.media_type, file.sha256, file.size);
    return file;
}

std::vector<FrozenFile> files_of(Db& db, Id<Report> report, int edition) {
    std::vector<FrozenFile> files;
    for (auto const& row : db.all("select format, media_type, sha256, size from report_files where "
                                  "report = ? and edition = ? order by format",
                                  report, edition))
        files.push_back({.format = row.get<std::string>(0),
                         .media_type = row.get<std::string>(1),
                         .sha256 = row.get<std::string>(2),
                         .size = row.get<std::int64_t>(3)});
    return files;
}

std::string bytes_of(Db& db, FrozenFile const& file) {
    auto bytes = db.contents().bytes(file.sha256);
    if (!bytes)
        throw StoreFailure(StoreFailure::Category::damaged,
                           "the bytes of file " + file.sha256 + " are gone");
    return std::move(*bytes);
}

} // namespace udb::reports
