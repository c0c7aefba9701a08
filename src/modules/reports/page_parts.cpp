// What the pages of reports share.
#include "bangla/calendar/written_date.hpp"
#include "bangla/text/normalise.hpp"
#include "modules/reports/pages.hpp"
#include "modules/reports/policy.hpp"

namespace udb::reports {

bool may(Call const& call, Act act, ReportRecord const& report) {
    return call.may(policy, act, report.header.target());
}

bool is_within(Call const& call, ReportRecord const& report) {
    return may(call, Act::report, report);
}

Result<ReportRecord> seen_report(Call const& call) {
    auto const id = TRY(call.id<Report>());
    auto report = call.look([&](Db& db) { return find_report(db, id); });
    if (!report) return not_found();
    if (report->published_edition == 0 && !is_within(call, *report)) return not_found();
    return std::move(*report);
}

Header header_read(Call const& call, ReportRecord const& report) {
    auto header = report.header;
    header.version = version_of(call.values());
    return header;
}

Html version_field(ReportRecord const& report) {
    return html::hidden("version", std::to_string(report.header.version));
}

bool can_be_mended(Error const& error) {
    return error.kind == Error::Kind::invalid || error.kind == Error::Kind::conflict
           || error.kind == Error::Kind::refused;
}
int status_of(Error const& error) { return error.kind == Error::Kind::invalid ? 422 : 409; }

Result<Date> day_typed(Call const& call) {
    std::string const typed(call.form["on"]);
    if (bangla::trimmed(typed).empty()) return invalid("on", {"field.required"});
    auto const read = bangla::parse_date(typed);
    if (!read) return invalid("on", read.error().message);
    if (!read->date) return invalid("on", {"field.date_without_year"});
    return *read->date;
}

Html stage_mark(Words const& words, Stage stage) {
    using Tone = ui::Status::Tone;
    auto const tone =
        stage == Stage::published || stage == Stage::approved ? Tone::good : Tone::waiting;
    return ui::status({.text = std::string(words(label_of(stage))), .tone = tone});
}

Html way_to(Call const& call, ReportRecord const& report) {
    return ui::breadcrumb(call.words,
                          {{call.words("reports.title"), "/reports"},
                           {call.words(report.header.title), url("/reports/{}", report.id())}});
}

Html against_due(Call const& call, std::optional<Due> const& due, std::optional<Date> done,
                 bangla::WorkingCalendar const& calendar) {
    auto const& words = call.words;
    using Tone = ui::Status::Tone;
    if (!due) return {};
    auto const late = std::int64_t{days_after(due->on, done, call.today, calendar)};
    if (done)
        return ui::status({.text = late > 0 ? words("reports.done_late", {{"days", late}})
                                            : words("reports.in_time"),
                           .tone = late > 0 ? Tone::bad : Tone::good});
    if (late > 0)
        return ui::status({.text = words("reports.late", {{"days", late}}), .tone = Tone::bad});
    return ui::status({.text = late == 0 ? words("reports.due_today")
                                         : words("reports.days_left", {{"days", -late}}),
                       .tone = Tone::waiting});
}

} // namespace udb::reports
