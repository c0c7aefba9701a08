// What the platform knows of reports.
#include "host/module.hpp"

#include "host/attachments.hpp"
#include "host/hearing.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/offices/offices.hpp"
#include "modules/reports/demo.hpp"
#include "modules/reports/open_reports.hpp"
#include "modules/reports/pages.hpp"
#include "modules/reports/policy.hpp"
#include "modules/teams/teams.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> reports();
}

namespace udb::reports {
namespace {

constexpr std::size_t upload_bytes_max = attachment_bytes_max + std::size_t{64} * 1024;

constexpr PageRoute routes[] = {
    get("/reports", show_reports, Act::read),
    get("/reports/new", show_begin, Act::write),
    post("/reports", post_begin, Act::write),
    get("/reports/feed.atom", show_atom, Act::read),
    get("/reports/{id}", show_report, Act::read),
    get("/reports/{id}/draft.pdf", show_draft_pdf, Act::report),
    get("/reports/{id}/editions/{edition}/{format}", show_frozen, Act::read),
    get("/reports/{id}/chapters/{chapter}", show_chapter, Act::write),
    post("/reports/{id}/chapters/{chapter}", post_chapter, Act::write),
    post("/reports/{id}/submit", post_submit, Act::write),
    post("/reports/{id}/send-back", post_send_back, Act::approve),
    post("/reports/{id}/approve", post_approve, Act::approve),
    post("/reports/{id}/correct", post_correct, Act::write),
    post("/reports/{id}/discard", post_discard, Act::write),
    post("/reports/{id}/letter", post_letter, Act::issue),
    post("/reports/{id}/send", post_send, Act::issue, upload_bytes_max),
    post("/reports/{id}/mail", post_mail, Act::issue),
    post("/reports/{id}/acknowledged", post_acknowledged, Act::issue, upload_bytes_max),
    post("/reports/{id}/publish", post_publish, Act::issue),
    post("/reports/{id}/site", post_site, Act::issue),
    get("/reports/{id}/proofs/{file}", show_proof, Act::report),
};

/// A published report is everybody's.
constexpr std::string_view public_stages[] = {"published"};
constexpr Act working[] = {Act::report, Act::write, Act::approve};

std::string search_text(Db& db, Id<Record> id) {
    auto const report = find_report(db, as<Report>(id));
    return report ? text_found_by(db, *report) : std::string();
}

constexpr RecordKind kinds[] = {{.kind = report_kind,
                                 .path = "/reports",
                                 .label = {"প্রতিবেদন", "Report"},
                                 .open_stages = public_stages,
                                 .closed_acts = working,
                                 .body = search_text}};

// Reports are written, approved and sent by verbs of their own, never by a form of their row.
constexpr Kept registers[] = {{.reg = &report_register, .path = "/reports", .read_only = true}};

constexpr Navigation navigation[] = {
    {{"প্রতিবেদন", "Reports"}, "/reports", Act::read, "reports.about"},
};

/// Due within so many days: said on the first page, and to a meeting.
constexpr std::chrono::days soon{14};
constexpr std::chrono::days until_next_meeting{31};

/// Whether nothing is left to do for it: approved, and the year's sent and published.
bool is_done(Db& db, ReportRecord const& report) {
    if (report.kind != Kind::annual) return report.approved_edition > 0;
    auto const editions = editions_of(db, report.id());
    return std::ranges::any_of(editions, [](Edition const& e) { return e.sent_on.has_value(); })
           && report.published_edition > 0;
}

struct Open {
    Owed owed;
    std::optional<ReportRecord> report; ///< where it was begun
};
/// What an office with a team owes about now and has not done.
std::vector<Open> open_of(Db& db, Id<Office> office, Date today, std::chrono::days ahead) {
    std::vector<Open> out;
    if (!teams::team_of(db, office)) return out;
    for (auto const& owed : owed_about(book(), today, ahead)) {
        auto report = report_of(db, office, owed.fiscal_year, owed.kind);
        if (!report || !is_done(db, *report)) out.push_back({owed, std::move(report)});
    }
    return out;
}

Url where_of(Open const& open) {
    if (open.report) return url("/reports/{}", open.report->id());
    return url("/reports/new")
        .with("year", std::to_string(open.owed.fiscal_year))
        .with("kind", id_of(open.owed.kind));
}

/// Those whose last e-mail nobody took, as long as they are not sent, and else for a week.
std::vector<ReportRecord> not_reached_reports(Db& db, Date today) {
    constexpr std::chrono::days lately{7}, year{366};
    std::vector<Id<Report>> ids;
    for (auto const id : accounts::not_reached(db, Instant{today - year}))
        ids.push_back(as<Report>(id));
    auto found = find_reports(db, ids);
    std::erase_if(found, [&](ReportRecord const& report) {
        auto const mail = accounts::last_mail_about(db, report.header.id);
        auto const edition = find_edition(db, report.id(), report.approved_edition);
        if (!mail || !edition || mail->made < edition->approved_at) return true;
        return edition->sent_on && mail->made < Instant{today - lately};
    });
    return found;
}

std::vector<Concern> concerns(Db& db, Actor const& actor, Date today) {
    std::vector<Concern> out;
    for (auto const& report : submitted_reports(db)) {
        if (!permits(policy, actor, Act::approve, report.header.target())) continue;
        auto const editors = editors_of(db, report);
        if (std::ranges::find(editors, actor.account) != editors.end()) continue;
        out.push_back({.what = {"reports.waits_approval",
                                {{"report", report.header.title}, {"office", report.office_name}}},
                       .where = url("/reports/{}", report.id()),
                       .waits = true});
    }
    for (auto const& report : not_reached_reports(db, today))
        if (permits(policy, actor, Act::issue, report.header.target()))
            out.push_back(
                {.what = {"reports.mail_lost",
                          {{"report", report.header.title}, {"office", report.office_name}}},
                 .where = url("/reports/{}", report.id()).at("proofs"),
                 .waits = true});
    for (auto const& report : find_reports(db, lost_sites(db)))
        if (permits(policy, actor, Act::issue, report.header.target()))
            out.push_back(
                {.what = {"reports.site_lost",
                          {{"report", report.header.title}, {"office", report.office_name}}},
                 .where = url("/reports/{}", report.id()).at("proofs"),
                 .waits = true});
    auto const office = actor.office ? offices::find_office(db, actor.office) : std::nullopt;
    if (!office || !permits(policy, actor, Act::write, {.office_path = office->path()})) return out;
    for (auto const& open : open_of(db, actor.office, today, soon))
        out.push_back({.what = {"reports.concern",
                                {{"report", title_of(open.owed.kind, open.owed.fiscal_year)}}},
                       .where = where_of(open),
                       .waits = true,
                       .due = open.owed.due});
    return out;
}

/// The year's own report is spoken of as a duty of the mandate (C23 §4(5)); here the others.
std::vector<Matter> matters(Db& db, Id<Office> office, Date today) {
    std::vector<Matter> out;
    for (auto const& open : open_of(db, office, today, until_next_meeting)) {
        if (open.owed.kind == Kind::annual) continue;
        out.push_back({.kind = Matter::Kind::duty,
                       .what = {"reports.matter",
                                {{"report", title_of(open.owed.kind, open.owed.fiscal_year)}}},
                       .where = where_of(open),
                       .record = open.report ? open.report->header.id : Id<Record>{},
                       .due = open.owed.due});
    }
    return out;
}

[[maybe_unused]] bool const hears = hear("mail.accepted", mail_went);

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "reports",
    .title = {"প্রতিবেদন", "Reports"},
    .files = embedded::reports,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .registers = registers,
    .concerns = concerns,
    .matters = matters,
    .demo = tell_demo,
};

} // namespace udb::reports
