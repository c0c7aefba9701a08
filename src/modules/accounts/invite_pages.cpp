// Inviting by mail, and the mails that wait, were sent or failed: the administrator's pages.
#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "kernel/form_values.hpp"
#include "modules/accounts/letter_pages.hpp"
#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/policy.hpp"
#include "modules/people/pages.hpp"
#include "modules/people/people.hpp"
#include "registers/pages/picker.hpp"
#include "web/components/components.hpp"

namespace udb::accounts {
namespace {

constexpr int mails_shown = 100;

using Errors = std::vector<FieldError>;

Result<web::Response> invite_page(Call const& call, FormValues const& form, Errors const& errors) {
    auto const& words = call.words;
    auto const error = [&](std::string_view field) { return ui::error_at(words, errors, field); };
    auto const fields = html::all(whose_account(call, form, errors),
                                  ui::text_field(words, {.name = "email",
                                                         .label = words("accounts.email"),
                                                         .value = value_of(form, "email"),
                                                         .hint = words("accounts.email_hint"),
                                                         .error = error("email"),
                                                         .type = ui::TextField::Type::email,
                                                         .autocomplete = "off"}),
                                  ui::button({.label = words("accounts.invite")}));
    auto const main =
        html::all(ui::error_summary(words, errors,
                                    {{"officer", words("accounts.officer")},
                                     {"name_bn", words("accounts.name_without_officer")},
                                     {"email", words("accounts.email")}}),
                  ui::page_heading({.title = words("accounts.invite_title"),
                                    .lead = words("accounts.invite_lead")}),
                  ui::form({.action = "/accounts/invite", .csrf = call.csrf()}, fields));
    return call.page(
        words("accounts.invite_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.list_title"), "/accounts"}}),
         .problems = errors.size(),
         .status = errors.empty() ? 200 : 422});
}

} // namespace

Result<web::Response> show_invite(Call& call) {
    if (!mail_is_set_up()) return refused({"accounts.no_mail"});
    FormValues form;
    if (auto const officer = call.request.query.get("officer"))
        form.emplace("officer", std::string(*officer));
    return invite_page(call, form, {});
}

Result<web::Response> post_invite(Call& call) {
    TRY(call.allow(policy, Act::administer, {.office_path = {}}));
    if (!mail_is_set_up()) return refused({"accounts.no_mail"});
    auto const form = call.values();
    if (picker_asked(form)) return invite_page(call, form, {});
    Errors errors;
    auto const officer = parse_id<Officer>(value_of(form, "officer"));
    auto const name = bangla::normalised(bangla::trimmed(value_of(form, "name_bn")));
    if (!officer && name.empty()) errors.push_back({"name_bn", {"accounts.whose"}});
    auto const email = mail_address_of(value_of(form, "email"));
    if (email.empty()) errors.push_back({"email", {"accounts.email_bad"}});
    if (!errors.empty()) return invite_page(call, form, errors);
    auto const id = call.perform([&](Work& work) -> Result<Id<Account>> {
        auto const made = TRY(add_account(work, {.username = free_username(work.db, email),
                                                 .password_hash = {},
                                                 .officer = officer.value_or(Id<Officer>{}),
                                                 .name = {name, {}},
                                                 .email = email}));
        send_password_link(work, call.words.catalogue(), *find_account(work.db, made),
                           LinkKind::invitation);
        return made;
    });
    if (!id && id.error().kind == Error::Kind::invalid)
        return invite_page(call, form, id.error().fields);
    if (!id) return id.error();
    return call.redirect(url("/accounts/{}", *id), "accounts.invited_flash");
}

Html mail_state(Words const& words, MailStanding const& mail) {
    if (mail.sent)
        return html::all(
            ui::status({.text = words("accounts.mail_sent"), .tone = ui::Status::Tone::good}),
            html::p({.cls = "hint"}, moment(words, *mail.sent)));
    auto const why = html::when(!mail.failure.empty(), [&] {
        return html::p({.cls = "hint", .more = {{"lang", "en"}}}, mail.failure);
    });
    if (mail.given_up())
        return html::all(
            ui::status({.text = words("accounts.mail_given_up"), .tone = ui::Status::Tone::bad}),
            why);
    auto const next = mail.tries == 0
                          ? Html{}
                          : html::p({.cls = "hint"}, words("accounts.mail_next",
                                                           {{"at", moment(words, *mail.next)},
                                                            {"tries", std::int64_t{mail.tries}}}));
    return html::all(
        ui::status({.text = words("accounts.mail_waits"), .tone = ui::Status::Tone::waiting}), next,
        why);
}

Result<web::Response> show_mails(Call& call) {
    auto const& words = call.words;
    auto const lines = call.look([&](Db& db) { return outbox_lines(db, mails_shown); });
    std::vector<ui::Table::Row> rows;
    for (auto const& [id, kind, account, mail] : lines)
        rows.push_back({.cells = {account ? ui::link({.text = mail.address,
                                                      .href = url("/accounts/{}", account)})
                                          : text(mail.address),
                                  text(words("accounts.mail_" + kind)),
                                  text(moment(words, mail.made)), mail_state(words, mail)}});
    auto const list = rows.empty() ? ui::empty_state({.sentence = words("accounts.no_mails")})
                                   : ui::table({.caption = words("accounts.mails_title"),
                                                .columns = {{words("accounts.email")},
                                                            {words("accounts.mail_what")},
                                                            {words("accounts.mail_made")},
                                                            {words("accounts.state")}},
                                                .rows = std::move(rows),
                                                .hidden_caption = true});
    auto const main = html::all(
        ui::page_heading(
            {.title = words("accounts.mails_title"), .lead = words("accounts.mails_lead")}),
        html::when(!mail_is_set_up(),
                   [&] {
                       return ui::notice(words, {.kind = ui::Notice::Kind::problem,
                                                 .body = text(words("accounts.no_mail"))});
                   }),
        list);
    return call.page(
        words("accounts.mails_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("accounts.list_title"), "/accounts"}})});
}

} // namespace udb::accounts
