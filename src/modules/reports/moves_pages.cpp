// What can be done with a report: put up, sent back, approved and frozen, corrected.
#include "modules/reports/pages.hpp"
#include "modules/reports/policy.hpp"

#include <algorithm>

namespace udb::reports {
namespace {

class Moves {
public:
    Moves(Call const& call, ReportRecord const& report, std::optional<Error> const& error)
        : call_(call), words_(call.words), report_(report), error_(error) {}

    Html all() const {
        if (!is_within(call_, report_)) return {};
        switch (report_.working) {
        case Stage::draft: return drafting();
        case Stage::submitted: return deciding();
        case Stage::approved:
        case Stage::published: break;
        }
        return correcting();
    }

private:
    Html button_to(std::string_view key, std::string_view way, ui::Button::Kind kind) const {
        return ui::form(
            {.action = url("/reports/{}/{}", report_.id(), way), .csrf = call_.csrf()},
            html::all(version_field(report_), ui::button({.label = words_(key), .kind = kind})));
    }

    /// A text asked for in a form that is folded away until it is wanted.
    Html asking(std::string_view key, std::string_view way, std::string const& field,
                ui::Button::Kind kind) const {
        auto const wrong = error_ ? ui::error_at(words_, error_->fields, field) : std::string();
        return html::details(
            {.more = {{"open", !wrong.empty()}}}, html::summary(words_(key)),
            ui::form({.action = url("/reports/{}/{}", report_.id(), way), .csrf = call_.csrf()},
                     html::all(version_field(report_),
                               ui::text_area(words_, {.name = field,
                                                      .label = words_("reports." + field),
                                                      .value = std::string(call_.form[field]),
                                                      .error = wrong,
                                                      .rows = 3}),
                               ui::button({.label = words_(key), .kind = kind}))));
    }

    Html drafting() const {
        Html out;
        if (!report_.sent_back.empty())
            out += ui::notice(words_, {.kind = ui::Notice::Kind::problem,
                                       .heading = words_("reports.sent_back"),
                                       .body = html::p(report_.sent_back)});
        if (!may(call_, Act::write, report_)) return out;
        auto const last = days_of(report_.kind, report_.fiscal_year).last;
        bool const runs = call_.today < last;
        if (runs)
            out += html::p({.cls = "govuk-hint"}, words_("reports.period_runs", {{"date", last}}));
        std::vector<Html> buttons{
            button_to("reports.submit", "submit",
                      runs ? ui::Button::Kind::secondary : ui::Button::Kind::primary)};
        if (report_.approved_edition > 0)
            buttons.push_back(button_to("reports.discard", "discard", ui::Button::Kind::warning));
        return out + ui::button_group(buttons);
    }

    Html deciding() const {
        if (!may(call_, Act::approve, report_))
            return ui::notice(words_, {.body = html::p(words_("reports.waits"))});
        auto const editors = call_.look([&](Db& db) { return editors_of(db, report_); });
        bool const own = std::ranges::find(editors, call_.actor.account) != editors.end();
        auto const body =
            own ? html::p(words_("reports.second_person"))
                : html::all(html::p(words_("reports.approval_lead")),
                            button_to("reports.approve", "approve", ui::Button::Kind::primary));
        return ui::section({.id = "approval",
                            .title = words_("reports.approval"),
                            .body = html::all(body, asking("reports.send_back", "send-back",
                                                           "reason", ui::Button::Kind::warning))});
    }

    Html correcting() const {
        if (!may(call_, Act::write, report_)) return {};
        return asking("reports.correct", "correct", "why", ui::Button::Kind::secondary);
    }

    Call const& call_;
    Words const& words_;
    ReportRecord const& report_;
    std::optional<Error> const& error_;
};

/// Back to the report, with what was wrong where something was.
template <class Act>
Result<web::Response> moved_page(Call& call, std::string_view flash, Act&& act) {
    auto const report = TRY(seen_report(call));
    Done const done = act(report, header_read(call, report));
    if (!done && can_be_mended(done.error()))
        return report_page(call, TRY(seen_report(call)), done.error());
    if (!done) return done.error();
    return call.redirect(url("/reports/{}", report.id()), flash);
}

} // namespace

Html moves_of(Call const& call, ReportRecord const& report, std::optional<Error> const& error) {
    return Moves(call, report, error).all();
}

Result<web::Response> post_submit(Call& call) {
    return moved_page(
        call, "reports.submitted_flash",
        [&](ReportRecord const&, Header const& read) { return call.perform(submit, read); });
}

Result<web::Response> post_send_back(Call& call) {
    return moved_page(call, "reports.sent_back_flash",
                      [&](ReportRecord const&, Header const& read) {
                          return call.perform(send_back, read, std::string(call.form["reason"]));
                      });
}

Result<web::Response> post_approve(Call& call) {
    return moved_page(
        call, "reports.approved_flash",
        [&](ReportRecord const& report, Header const& read) -> Done {
            TRY(call.perform(may_approve, read));
            // Made before the transaction that keeps it: nobody else waits while it is typeset.
            auto content = call.look(
                [&](Db& db) { return assembled(db, report, call.today, call.now, true); });
            content.approved_on = call.today;
            content.approver = call.actor.name.bn;
            auto const made = made_files(std::move(content));
            return call.perform([&](Work& work) { return approve(work, read, made); });
        });
}

Result<web::Response> post_correct(Call& call) {
    return moved_page(call, "reports.correct_flash", [&](ReportRecord const&, Header const& read) {
        return call.perform(begin_correction, read, std::string(call.form["why"]));
    });
}

Result<web::Response> post_discard(Call& call) {
    return moved_page(call, "reports.discarded_flash",
                      [&](ReportRecord const&, Header const& read) {
                          return call.perform(discard_correction, read);
                      });
}

} // namespace udb::reports
