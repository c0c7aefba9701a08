// One's own tokens: the list, the form of a new one, the only page that shows its secret.
#include "host/application.hpp"
#include "kernel/form_values.hpp"
#include "modules/tokens/pages.hpp"
#include "modules/tokens/store.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb::tokens {
namespace {

std::vector<ScopeChoice> scope_choices(Call const& call) {
    std::vector<ScopeChoice> choices;
    for (auto const* module : call.application().parts().modules)
        for (auto const& kept : module->registers)
            choices.push_back(
                {std::string(kept.reg->name), kept.reg->title, kept.serves(Act::write)});
    std::ranges::sort(choices, {}, &ScopeChoice::name);
    choices.push_back({"*", {"সব তালিকা, পরে যোগ হওয়াগুলোও", "Every register, later ones too"}});
    return choices;
}

std::string label_of(Words const& words, ScopeChoice const& choice) {
    return std::string(words(choice.label));
}

Html scopes_shown(Call const& call, std::string_view scopes) {
    auto const& words = call.words;
    auto const choices = scope_choices(call);
    std::string out;
    for (auto const& scope : scopes_in(scopes)) {
        auto const known = std::ranges::find(choices, scope.name, &ScopeChoice::name);
        auto const name =
            known == choices.end() ? std::string(scope.name) : label_of(words, *known);
        out += out.empty() ? "" : "; ";
        out += words(scope.act == "write" ? "tokens.scope_writes" : "tokens.scope_reads",
                     {{"name", name}});
    }
    return text(out);
}

Html state_of(Words const& words, ApiToken const& token, Instant now) {
    using Tone = ui::Status::Tone;
    if (token.revoked) return ui::status({.text = words("tokens.revoked"), .tone = Tone::past});
    if (!token.open_at(now))
        return ui::status({.text = words("tokens.expired"), .tone = Tone::past});
    return text(words("tokens.open_until", {{"day", day_of(token.expires)}}));
}

Html table_of(Call const& call, std::vector<TokenLine> const& lines) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const& [id, token] : lines) {
        auto const revoke = html::when(token.open_at(call.now), [&] {
            return ui::post_button({.label = words("tokens.revoke"),
                                    .kind = ui::Button::Kind::secondary,
                                    .action = url("/account/tokens/{}/revoke", id)},
                                   call.csrf());
        });
        rows.push_back({.cells = {text(token.name), scopes_shown(call, token.scopes),
                                  text(token.used ? words.date(day_of(*token.used))
                                                  : words("tokens.never_used")),
                                  state_of(words, token, call.now), revoke}});
    }
    return ui::table({.caption = words("tokens.title"),
                      .columns = {{words("tokens.name")},
                                  {words("tokens.scopes")},
                                  {words("tokens.used")},
                                  {words("tokens.state")},
                                  {words("tokens.act")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html way_back(Words const& words) {
    return ui::breadcrumb(
        words, {{words("tokens.account"), "/account"}, {words("tokens.title"), "/account/tokens"}});
}

/// How the fields are called, in the reader's words.
std::vector<std::pair<std::string, std::string>> labels(Call const& call) {
    std::vector<std::pair<std::string, std::string>> all{{"name", call.words("tokens.name")},
                                                         {"lives", call.words("tokens.lives")}};
    for (auto const& choice : scope_choices(call))
        all.emplace_back(scope_field(choice), label_of(call.words, choice));
    return all;
}

Html fields_of(Call const& call, FormValues const& form, std::vector<FieldError> const& wrong) {
    auto const& words = call.words;
    std::vector<ui::Choice> lives;
    for (auto const days : lives_days)
        lives.push_back(
            {std::to_string(days), words("tokens.days", {{"days", std::int64_t{days}}})});
    Html out = ui::text_field(words, {.name = "name",
                                      .label = words("tokens.name"),
                                      .value = value_of(form, "name"),
                                      .hint = words("tokens.name_hint"),
                                      .error = ui::error_at(words, wrong, "name"),
                                      .autocomplete = "off"});
    out += ui::radios(words, {.name = "lives",
                              .label = words("tokens.lives"),
                              .choices = std::move(lives),
                              .value = value_of(form, "lives"),
                              .error = ui::error_at(words, wrong, "lives")});
    Html scopes;
    for (auto const& choice : scope_choices(call)) {
        auto const name = scope_field(choice);
        std::vector<ui::Choice> acts{{"read", words("tokens.may_read")}};
        if (choice.writes) acts.push_back({"write", words("tokens.may_write")});
        scopes += ui::select(words, {.name = name,
                                     .label = label_of(words, choice),
                                     .choices = std::move(acts),
                                     .value = value_of(form, name),
                                     .error = ui::error_at(words, wrong, name),
                                     .empty_label = words("tokens.may_nothing")});
    }
    return html::all(out, html::h2(words("tokens.scopes")), html::p(words("tokens.scopes_lead")),
                     scopes);
}

web::Response form_page(Call const& call, FormValues const& form,
                        std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const wrong = error ? error->fields : std::vector<FieldError>{};
    Html main;
    auto const names = labels(call);
    std::vector<ui::FieldLabel> labelled;
    labelled.reserve(names.size());
    for (auto const& [field, label] : names)
        labelled.push_back({field, label});
    if (error) main += ui::error_summary(words, *error, labelled);
    main +=
        ui::page_heading({.title = words("tokens.new_title"), .lead = words("tokens.new_lead")});
    main += ui::form(
        {.action = "/account/tokens/new", .csrf = call.csrf()},
        html::all(fields_of(call, form, wrong), ui::button({.label = words("tokens.make")})));
    return call.page(words("tokens.new_title"), main,
                     {.before_main = way_back(words),
                      .problems = error ? std::max<std::size_t>(1, wrong.size()) : 0,
                      .status = error ? 422 : 200});
}

} // namespace

Result<web::Response> show_tokens(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const& words = call.words;
    auto const lines =
        call.look([&](Db& db) { return tokens_of(db, call.actor.account, call.now); });
    auto const main = html::all(
        ui::page_heading(
            {.title = words("tokens.title"),
             .lead = words("tokens.lead"),
             .actions = ui::button({.label = words("tokens.new"), .href = "/account/tokens/new"})}),
        html::p(ui::link({.text = words("tokens.how"), .href = "/api"})),
        lines.empty() ? ui::empty_state({.sentence = words("tokens.none")})
                      : table_of(call, lines));
    return call.page(
        words("tokens.title"), main,
        {.before_main = ui::breadcrumb(words, {{words("tokens.account"), "/account"}})});
}

Result<web::Response> show_new_token(Call& call) {
    if (call.actor.guest()) return forbidden();
    return form_page(call, {{"lives", "90"}}, {});
}

Result<web::Response> post_new_token(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const& words = call.words;
    auto const form = call.values();
    auto const wish = parse_wish(form, scope_choices(call));
    if (!wish) return form_page(call, form, wish.error());
    auto const secret = call.perform([&](Work& work) { return make_token(work, *wish); });
    if (!secret) return form_page(call, form, secret.error());
    auto const main = html::all(
        ui::page_heading({.title = words("tokens.made_title", {{"name", wish->name}})}),
        ui::notice(words,
                   {.kind = ui::Notice::Kind::success, .body = text(words("tokens.made_once"))}),
        html::pre({.id = "secret", .cls = "original", .more = {{"lang", "en"}}}, *secret),
        html::p(words("tokens.made_keep")),
        ui::button_group({ui::button({.label = words("tokens.kept"), .href = "/account/tokens"}),
                          ui::button({.label = words("tokens.how"),
                                      .kind = ui::Button::Kind::secondary,
                                      .href = "/api"})}));
    return call.page(words("tokens.made_title", {{"name", wish->name}}), main,
                     {.before_main = way_back(words)});
}

Result<web::Response> post_revoke(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const id = TRY(call.id<ApiToken>());
    auto const done = call.perform([&](Work& work) { return revoke_token(work, id); });
    if (!done) return done.error();
    return call.redirect("/account/tokens", "tokens.revoked_flash");
}

} // namespace udb::tokens
