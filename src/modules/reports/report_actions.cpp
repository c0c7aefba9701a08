// A report begun, written, submitted, sent back, approved, corrected.
#include "modules/reports/report_actions.hpp"

#include "bangla/text/normalise.hpp"
#include "host/search.hpp"
#include "modules/offices/offices.hpp"
#include "modules/reports/loaded_actions.hpp"
#include "modules/reports/policy.hpp"

namespace udb::reports {
namespace {

constexpr std::size_t pictures_max = 30;
constexpr std::size_t reason_bytes_max = 4000;

Result<std::string> reason_of(std::string const& typed, std::string_view field) {
    auto why = bangla::normalised(bangla::trimmed(typed));
    if (why.empty()) return invalid(std::string(field), {"reports.reason_needed"});
    if (why.size() > reason_bytes_max) return invalid(std::string(field), {"reports.too_long"});
    return why;
}

} // namespace

Result<ReportRecord> loaded(Work& work, Header const& read, Act act) {
    auto report = find_report(work.db, as<Report>(read.id));
    if (!report) return not_found();
    TRY(work.allow(policy, act, report->header.target()));
    if (report->header.version != read.version) return conflict();
    return std::move(*report);
}

Done saved(Work& work, ReportRecord& report, std::string_view event, Details details) {
    report.header.stage = id_of(report.stage);
    report.header.version = TRY(save_record(work, report.header));
    update_report(work.db, report);
    work.record(event, report.header.id, report.header.office_path, details);
    return {};
}

Details about(ReportRecord const& report, Details more) {
    auto const kind = label_of(report.kind);
    Details all{{"year", bangla::name(bangla::FiscalYear{report.fiscal_year}, Language::en)},
                {"of_bn", bangla::name(bangla::FiscalYear{report.fiscal_year}, Language::bn)},
                {"of_en", bangla::name(bangla::FiscalYear{report.fiscal_year}, Language::en)},
                {"kind", std::string(id_of(report.kind))},
                {"what_bn", std::string(kind.bn)},
                {"what_en", std::string(kind.en)}};
    for (auto& one : more)
        all.push_back(std::move(one));
    return all;
}

std::string counted_event(ReportRecord const& report, std::string_view what) {
    return (report.kind == Kind::annual ? "report." : "report.period_") + std::string(what);
}

Result<Id<Report>> begin(Work& work, Beginning const& beginning) {
    auto const office = offices::find_office(work.db, beginning.office);
    if (!office) return invalid("office", {"field.required"});
    TRY(work.allow(policy, Act::write, office->header.target()));
    auto const days = days_of(beginning.kind, beginning.fiscal_year);
    if (work.today < days.first) return invalid("year", {"reports.not_begun_yet"});
    if (auto const there =
            report_of(work.db, beginning.office, beginning.fiscal_year, beginning.kind))
        return invalid("kind", {"reports.is_there", {{"title", there->header.title}}});
    ReportRecord report{.header = {.kind = std::string(report_kind),
                                   .office_path = office->path(),
                                   .title = title_of(beginning.kind, beginning.fiscal_year),
                                   .stage = std::string(id_of(Stage::draft))},
                        .office = beginning.office,
                        .fiscal_year = beginning.fiscal_year,
                        .kind = beginning.kind};
    auto const id = insert_report(work, report);
    report.header.id = as_record(id);
    insert_editor(work, report);
    work.record("report.begun", report.header.id, report.header.office_path, about(report));
    return id;
}

Done save_chapter(Work& work, ChapterSaved const& what) {
    auto report = find_report(work.db, what.report);
    if (!report) return not_found();
    TRY(work.allow(policy, Act::write, report->header.target()));
    auto const* chapter = book().find(report->kind, what.chapter);
    if (!chapter) return not_found();
    if (report->working != Stage::draft)
        return refused(
            {"reports.not_a_draft", {{"stage", BilingualText{label_of(report->working)}}}});
    auto const body = bangla::normalised(bangla::trimmed(what.body));
    if (body.size() > text_bytes_max)
        return invalid("body", {"reports.text_too_long",
                                {{"kib", static_cast<std::int64_t>(text_bytes_max / 1024)}}});
    if (what.pictures && what.pictures->size() > pictures_max)
        return invalid("picture", {"reports.too_many_pictures",
                                   {{"most", static_cast<std::int64_t>(pictures_max)}}});
    if (!save_text(work, *report, what.chapter, {.version = what.version}, body)) return conflict();
    if (what.pictures) choose_pictures(work.db, *report, *what.pictures);
    insert_editor(work, *report);
    index_body(work.db, report->header.id, text_found_by(work.db, *report));
    return saved(work, *report, "report.chapter_saved",
                 {{"chapter_bn", chapter->title.bn},
                  {"chapter_en", chapter->title.en},
                  {"edition", std::to_string(report->edition)}});
}

Done submit(Work& work, Header const& read) {
    auto report = TRY(loaded(work, read, Act::write));
    report.working = TRY(moved(report.working, Move::submit, work.actor.account, {}));
    if (texts_of(work.db, report.id(), report.edition).empty())
        return refused({"reports.nothing_written"});
    bool const first = report.edition == 1 && report.sent_back.empty();
    report.sent_back.clear();
    if (report.approved_edition == 0) report.stage = Stage::submitted;
    insert_editor(work, report);
    // C23 §4(5), L26 §2(5): drafted, once it is whole enough for another to approve.
    if (first && report.kind == Kind::annual)
        work.record("report.drafted", report.header.id, report.header.office_path,
                    about(report, {{"on", iso(work.today)}}));
    return saved(
        work, report, "report.submitted",
        about(report, {{"on", iso(work.today)}, {"edition", std::to_string(report.edition)}}));
}

Done send_back(Work& work, Header const& read, std::string const& reason) {
    auto report = TRY(loaded(work, read, Act::approve));
    report.working = TRY(moved(report.working, Move::send_back, work.actor.account, {}));
    report.sent_back = TRY(reason_of(reason, "reason"));
    if (report.approved_edition == 0) report.stage = Stage::draft;
    return saved(work, report, "report.sent_back", {{"reason", report.sent_back}});
}

Done may_approve(Work& work, Header const& read) {
    auto const report = TRY(loaded(work, read, Act::approve));
    TRY(moved(report.working, Move::approve, work.actor.account, editors_of(work.db, report)));
    return {};
}

Done approve(Work& work, Header const& read, std::vector<MadeFile> const& made) {
    auto report = TRY(loaded(work, read, Act::approve));
    report.working =
        TRY(moved(report.working, Move::approve, work.actor.account, editors_of(work.db, report)));
    std::string pdf;
    for (auto const& file : made) {
        auto const kept = freeze(work, report, file.format, file.media_type, file.bytes);
        if (kept.format == "pdf") pdf = kept.sha256;
    }
    auto const row = work.db.one("select why from report_corrections where report = ? and edition "
                                 "= ?",
                                 report.id(), report.edition);
    insert_edition(work.db, {.report = report.id(),
                             .edition = report.edition,
                             .why = row ? row->get<std::string>(0) : std::string(),
                             .approved_on = work.today,
                             .approver = work.actor.name,
                             .approved_at = work.now});
    report.approved_edition = report.edition;
    if (report.stage != Stage::published) report.stage = Stage::approved;
    report.sent_back.clear();
    return saved(work, report, "report.approved",
                 about(report, {{"on", iso(work.today)},
                                {"edition", std::to_string(report.edition)},
                                {"sha256", pdf}}));
}

Done begin_correction(Work& work, Header const& read, std::string const& why) {
    auto report = TRY(loaded(work, read, Act::write));
    if (report.working != Stage::approved) return refused({"reports.not_to_correct"});
    auto const reason = TRY(reason_of(why, "why"));
    copy_texts(work.db, report.id(), report.edition, report.edition + 1);
    ++report.edition;
    report.working = Stage::draft;
    work.db.run("insert into report_corrections (report, edition, why) values (?, ?, ?)",
                report.id(), report.edition, reason);
    insert_editor(work, report);
    return saved(work, report, "report.correction_begun",
                 {{"edition", std::to_string(report.edition)}, {"why", reason}});
}

Done discard_correction(Work& work, Header const& read) {
    auto report = TRY(loaded(work, read, Act::write));
    if (report.approved_edition == 0 || report.working != Stage::draft)
        return refused({"reports.not_correcting"});
    delete_texts(work.db, report.id(), report.edition);
    work.db.run("delete from report_corrections where report = ? and edition = ?", report.id(),
                report.edition);
    report.edition = report.approved_edition;
    report.working = Stage::approved;
    report.sent_back.clear();
    return saved(work, report, "report.correction_discarded");
}

} // namespace udb::reports
