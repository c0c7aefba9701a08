// The two proofs of a report: sent (letter, e-mail, acknowledgement) and published (here, and on
// the office's own site).
#include "modules/accounts/accounts.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/papers/papers.hpp"
#include "modules/reports/pages.hpp"
#include "modules/reports/policy.hpp"
#include "modules/reports/site_check_actions.hpp"

#include <algorithm>

namespace udb::reports {
namespace {

/// Each is a time through which the address was found alike.
constexpr int checks_read = 40;

class Proofs {
public:
    Proofs(Call const& call, ReportRecord const& report, Edition const& edition,
           std::optional<Error> const& error)
        : call_(call), words_(call.words), report_(report), e_(edition), error_(error),
          acts_(may(call, Act::issue, report)),
          mail_(call.look([&](Db& db) { return accounts::last_mail_about(db, report.header.id); })),
          due_(due_of(report.kind, report.fiscal_year)),
          calendars_(call.look([&](Db& db) { return holidays::Calendars(db, call.today); })) {
        if (mail_ && mail_->made < edition.approved_at) mail_.reset(); // of an earlier edition
    }

    Html all() const {
        std::vector<ui::SummaryRow> rows{sent_row()};
        if (is_within(call_, report_)) {
            if (e_.letter)
                rows.push_back(
                    {words_("reports.letter"), ui::link({.text = words_("reports.see_letter"),
                                                         .href = url("/papers/{}", e_.letter)})});
            if (mail_)
                rows.push_back(
                    {words_("reports.mail"),
                     html::all(mail_->address, " ", accounts::mail_state(words_, *mail_))});
            if (e_.sent_on) rows.push_back(acknowledged_row());
        }
        rows.push_back(published_row());
        auto const checks =
            call_.look([&](Db& db) { return checks_of(db, report_.id(), checks_read); });
        if (!checks.empty()) rows.push_back(site_row(checks));
        return ui::section({.id = "proofs",
                            .title = words_("reports.proofs"),
                            .body = html::all(ui::summary_list(rows), acts_ ? forms() : Html{})});
    }

private:
    std::string wrong(std::string_view field) const {
        return error_ ? ui::error_at(words_, error_->fields, field) : std::string();
    }
    std::string typed(char const* field, std::string otherwise = {}) const {
        return call_.form.fields.has(field) ? std::string(call_.form[field]) : std::move(otherwise);
    }
    /// Done on a day, with what is to be said of it; else how it stands against its day.
    Html done_on(std::optional<Date> day) const {
        auto const mark = against_due(call_, due_, day, calendars_.of(report_.header.office_path));
        if (!day) return mark.empty() ? text(words_("reports.not_yet")) : mark;
        return html::all(words_.date(*day), " ", mark);
    }

    ui::SummaryRow sent_row() const {
        Html value = done_on(e_.sent_on);
        if (e_.sent_on && e_.channel)
            value += html::all(html::br(), words_(label_of(*e_.channel)),
                               is_within(call_, report_) && !e_.sent_to.empty() ? ": " + e_.sent_to
                                                                                : std::string());
        return {words_(report_.kind == Kind::annual ? "reports.sent_to_cabinet" : "reports.sent"),
                std::move(value)};
    }
    ui::SummaryRow acknowledged_row() const {
        if (!e_.acknowledged_on)
            return {words_("reports.acknowledged"), text(words_("reports.not_yet"))};
        Html value = html::all(words_.date(*e_.acknowledged_on), html::br(), e_.acknowledgement);
        if (e_.acknowledgement_file)
            value +=
                html::all(html::br(), ui::link({.text = words_("reports.see_file"),
                                                .href = url("/reports/{}/proofs/{}", report_.id(),
                                                            e_.acknowledgement_file),
                                                .download = true}));
        return {words_("reports.acknowledged"), std::move(value)};
    }
    ui::SummaryRow published_row() const {
        return {words_("reports.published_here"), done_on(e_.published_on)};
    }
    ui::SummaryRow site_row(std::vector<SiteCheck> const& checks) const {
        using Tone = ui::Status::Tone;
        auto const& check = checks.front();
        auto const where = Url::parse(check.address);
        auto const mark =
            ui::status({.text = words_(check.alive() ? "reports.alive" : "reports.dead"),
                        .tone = check.alive() ? Tone::good : Tone::bad});
        Html value = html::all(
            where ? ui::link({.text = check.address, .href = *where}) : text(check.address), " ",
            mark, html::br(), words_("reports.checked_on", {{"date", day_of(check.at)}}));
        if (check.alive()) return {words_("reports.site"), value + found_there(check)};
        if (day_of(check.since) < day_of(check.at))
            value += html::all(html::br(),
                               words_("reports.dead_since", {{"date", day_of(check.since)}}));
        if (is_within(call_, report_))
            value += html::all(html::br(), check.status > 0
                                               ? text("HTTP " + words_.number(check.status))
                                               : html::span({.more = {{"lang", "en"}}}, check.why));
        auto const alive = std::ranges::find_if(
            checks, [&](SiteCheck const& c) { return c.alive() && c.address == check.address; });
        if (alive != checks.end())
            value +=
                html::all(html::br(), words_("reports.last_alive", {{"date", day_of(alive->at)}}),
                          found_there(*alive));
        return {words_("reports.site"), std::move(value)};
    }
    /// Its title, and its hash for whoever works on the report.
    Html found_there(SiteCheck const& check) const {
        Html out;
        if (!check.title.empty()) out += html::all(html::br(), "“" + check.title + "”");
        if (!is_within(call_, report_) || check.sha256.empty()) return out;
        out += html::all(html::br(), html::code({.cls = "hash"}, check.sha256));
        if (day_of(check.hash_since) < day_of(check.at))
            out += html::all(html::br(),
                             words_("reports.hash_since", {{"date", day_of(check.hash_since)}}));
        return out;
    }

    Html forms() const {
        Html out;
        if (!e_.sent_on)
            out += html::all(letter(), sending());
        else if (mail_ && !mail_->next)
            out += folded("reports.mail_again", "mail", {"email"}, email(mail_->address));
        if (e_.sent_on && !e_.acknowledged_on) out += acknowledging();
        if (!e_.published_on)
            out +=
                ui::form({.action = url("/reports/{}/publish", report_.id()), .csrf = call_.csrf()},
                         html::all(version_field(report_), html::p(words_("reports.publish_lead")),
                                   ui::button({.label = words_("reports.publish")})));
        else
            out += site();
        return out;
    }

    Html letter() const {
        if (e_.letter) return {};
        return ui::form(
            {.action = url("/reports/{}/letter", report_.id()), .csrf = call_.csrf()},
            html::all(version_field(report_), ui::button({.label = words_("reports.draft_letter"),
                                                          .kind = ui::Button::Kind::secondary})));
    }

    /// Open where something at its fields has to be mended.
    Html folded(std::string_view key, std::string_view way,
                std::vector<std::string_view> const& fields, Html const& inner) const {
        bool const open = std::ranges::any_of(fields, [&](auto f) { return !wrong(f).empty(); });
        return html::details(
            {.more = {{"open", "", open}}}, html::summary(words_(key)),
            ui::form({.action = url("/reports/{}/{}", report_.id(), way),
                      .csrf = call_.csrf(),
                      .files = true},
                     html::all(
                         version_field(report_), inner,
                         ui::button({.label = words_(key), .kind = ui::Button::Kind::secondary}))));
    }
    Html day() const {
        return ui::date_field(words_, {.name = "on",
                                       .label = words_("reports.on"),
                                       .value = typed("on", words_.date(call_.today)),
                                       .error = wrong("on")});
    }
    Html line(char const* field, std::string value, ui::TextField::Type type) const {
        auto const key = std::string("reports.") + field;
        return ui::text_field(words_, {.name = field,
                                       .label = words_(key),
                                       .value = typed(field, std::move(value)),
                                       .hint = words_(key + "_hint"),
                                       .error = wrong(field),
                                       .type = type,
                                       .optional = true});
    }
    Html file() const {
        return ui::file_upload(words_,
                               {.name = "proof",
                                .label = words_("reports.proof"),
                                .hint = words_("reports.proof_hint",
                                               {{"mb", std::int64_t(attachment_bytes_max >> 20U)}}),
                                .error = wrong("proof"),
                                .accept = std::string(attachment_accept()),
                                .optional = true});
    }

    Html sending() const {
        auto const own = e_.letter
                             ? call_.look([&](Db& db) { return papers::find_paper(db, e_.letter); })
                             : std::nullopt;
        auto const memo = own && own->issued ? own->issued->memo : std::string();
        std::vector<ui::Choice> channels;
        for (auto const& term : terms<papers::Channel>())
            channels.push_back({std::string(term.id), std::string(words_(term.label))});
        return folded("reports.record_sending", "send", {"on", "channel", "memo", "email", "proof"},
                      html::all(day(),
                                ui::radios(words_, {.name = "channel",
                                                    .label = words_("reports.channel"),
                                                    .choices = std::move(channels),
                                                    .value = typed("channel"),
                                                    .error = wrong("channel")}),
                                line("memo", memo, ui::TextField::Type::text), email({}), file()));
    }
    Html email(std::string address) const {
        return line("email", std::move(address), ui::TextField::Type::email);
    }
    Html acknowledging() const {
        return folded("reports.record_acknowledgement", "acknowledged", {"on", "note", "proof"},
                      html::all(day(), line("note", {}, ui::TextField::Type::text), file()));
    }
    Html site() const {
        return folded("reports.check_site", "site", {"address"},
                      line("address", report_.site, ui::TextField::Type::url));
    }

    Call const& call_;
    Words const& words_;
    ReportRecord const& report_;
    Edition const& e_;
    std::optional<Error> const& error_;
    bool acts_;
    std::optional<accounts::MailStanding> mail_; ///< the one that was written last
    std::optional<Due> due_;
    holidays::Calendars calendars_;
};

template <class Act>
Result<web::Response> proved(Call& call, std::string_view const& flash, Act&& act) {
    auto const report = TRY(seen_report(call));
    auto done = act(report, header_read(call, report));
    if (!done && can_be_mended(done.error())) {
        return report_page(call, TRY(seen_report(call)), done.error());
    }
    if (!done) return done.error();
    return call.redirect(url("/reports/{}", report.id()).at("proofs"), flash);
}

/// A day that cannot be read is wrong beside whatever else is.
template <class Verb>
Done with_day(Call const& call, std::optional<Date>& on, Verb&& verb) {
    auto const day = day_typed(call);
    if (day) on = *day;
    Done done = verb();
    if (day || (!done && done.error().kind != Error::Kind::invalid)) return done;
    auto error = done ? invalid(std::vector<FieldError>{}) : done.error();
    std::erase_if(error.fields, [](FieldError const& e) { return e.field == "on"; });
    error.fields.insert(error.fields.begin(), day.error().fields.front());
    return error;
}

} // namespace

Html proofs_of(Call const& call, ReportRecord const& report, std::optional<Error> const& error) {
    auto const shown = is_within(call, report) ? report.approved_edition : report.published_edition;
    auto const edition = call.look([&](Db& db) { return find_edition(db, report.id(), shown); });
    if (edition) return Proofs(call, report, *edition, error).all();
    return {};
}

Result<web::Response> post_letter(Call& call) {
    auto const report = TRY(seen_report(call));
    auto const letter = call.perform(draft_letter, header_read(call, report));
    if (!letter && can_be_mended(letter.error()))
        return report_page(call, TRY(seen_report(call)), letter.error());
    if (!letter) return letter.error();
    return call.redirect(url("/papers/{}", *letter), "reports.letter_flash");
}

Result<web::Response> post_send(Call& call) {
    std::string_view flash = "reports.sent_flash";
    return proved(call, flash, [&](ReportRecord const& report, Header const& read) -> Done {
        Sending sending{.channel = term_with_id<papers::Channel>(call.form["channel"]),
                        .memo = std::string(call.form["memo"]),
                        .email = std::string(call.form["email"])};
        sending.file = TRY(file_in(call, "proof"));
        auto const done =
            with_day(call, sending.on, [&] { return call.perform(send, read, sending); });
        if (done && !call.look([&](Db& db) {
                return find_edition(db, report.id(), report.approved_edition)->sent_on;
            }))
            flash = "reports.mailing_flash";
        return done;
    });
}

Result<web::Response> post_mail(Call& call) {
    return proved(call, "reports.mailing_flash", [&](ReportRecord const&, Header const& read) {
        return call.perform(mail_again, read, std::string(call.form["email"]));
    });
}

Result<web::Response> post_acknowledged(Call& call) {
    return proved(
        call, "reports.acknowledged_flash", [&](ReportRecord const&, Header const& read) -> Done {
            Acknowledging how{.note = std::string(call.form["note"])};
            how.file = TRY(file_in(call, "proof"));
            return with_day(call, how.on, [&] { return call.perform(acknowledge, read, how); });
        });
}

Result<web::Response> post_publish(Call& call) {
    return proved(call, "reports.published_flash", [&](ReportRecord const&, Header const& read) {
        return call.perform(publish, read);
    });
}

Result<web::Response> post_site(Call& call) {
    return proved(call, "reports.site_flash",
                  [&](ReportRecord const& report, Header const& read) -> Done {
                      TRY(call.allow(policy, Act::issue, report.header.target()));
                      // Asked outside any transaction: another's server may be slow.
                      auto const check = TRY(check_site(call.form["address"], call.now));
                      return call.perform(keep_check, read, check);
                  });
}

Result<web::Response> show_proof(Call& call) {
    auto const report = TRY(seen_report(call));
    if (!is_within(call, report)) return not_found();
    auto const id = TRY(call.id<Attachment>("file"));
    struct File {
        Attachment about;
        std::string bytes;
    };
    auto const file = call.look([&](Db& db) -> std::optional<File> {
        auto const found = find_attachment(db, id);
        if (!found || found->record != report.header.id) return {};
        return File{*found, file_bytes(db, *found)};
    });
    if (!file) return not_found();
    return web::Response::file(file->bytes, file->about.media_type, file->about.name);
}

} // namespace udb::reports
