// The full check of a team against a mandate, two mandates side by side, and exceptions.
#include "modules/teams/actions.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

struct Checked {
    std::optional<TeamRecord> team;
    std::string website = {};
    std::optional<CompositionRecord> present = {};
    std::vector<ExceptionLine> exceptions = {};
};

Result<Checked> checked_team(Call const& call) {
    auto const id = TRY(call.id<Team>());
    auto c = call.look([&](Db& db) {
        Checked found{.team = find_team(db, id)};
        if (!found.team) return found;
        if (auto const office = offices::find_office(db, found.team->office))
            found.website = office->office.website;
        found.present = composition_in_force(db, id, call.today);
        if (!found.present) found.present = draft_of(db, id, call.today);
        found.exceptions = exceptions_of(db, id);
        return found;
    });
    if (!c.team || !c.present) return not_found();
    return c;
}

Html choice_of(Call const& call, Checked const& c, std::vector<Mandate const*> const& all,
               Mandate const* mandate) {
    auto const& words = call.words;
    auto const here = url("/teams/{}/check", c.team->id());
    Html lines;
    for (auto const* m : all) {
        auto line =
            m == mandate
                ? html::strong({.more = {{"aria-current", "true"}}}, mandate_label(words, *m))
                : ui::link({.text = mandate_label(words, *m), .href = here.with("mandate", m->id)});
        if (mandate && m != mandate)
            line += text(" — ")
                    + ui::link({.text = words("teams.side_by_side"),
                                .href = here.with("mandate", mandate->id).with("beside", m->id),
                                .about = words(m->title)});
        lines += html::li(line);
    }
    return html::all(html::p(words("teams.choose_mandate")),
                     html::ul({.cls = "govuk-list govuk-list--bullet"}, lines));
}

Html exception_of(Call const& call, Checked const& c, Verdict const& verdict,
                  RuleResult const& rule) {
    auto const& words = call.words;
    Html out;
    for (auto const& e : c.exceptions)
        if (e.rule == rule.id && e.mandate == verdict.mandate) {
            auto const key =
                e.digest == verdict.digest ? "teams.excepted" : "teams.excepted_before";
            out +=
                html::p(ui::status({.text = words("teams.exception")}), text(" "),
                        words(key, {{"reason", e.reason}, {"who", e.who}, {"date", day_of(e.at)}}));
        }
    if (rule.state != RuleState::met && c.present->stage == Stage::in_force
        && call.may(policy, Act::except, c.team->header.target()))
        out += html::p(ui::link({.text = words("teams.record_exception"),
                                 .href = url("/teams/{}/exceptions/new", c.team->id())
                                             .with("mandate", verdict.mandate)
                                             .with("rule", rule.id),
                                 .about = rule_name(words, rule.id, nullptr)}));
    return out;
}

Html single(Call const& call, Checked const& c, Mandate const& mandate) {
    auto const& words = call.words;
    auto const verdict = judged(c.present->seats, c.present->formed_by, &mandate, c.team->tier);
    if (!verdict) return ui::empty_state({.sentence = words("teams.no_rules")});
    auto out = banner_of(words, *verdict);
    out += rules_of(words, *verdict, mandate.rules(c.team->tier),
                    [&](RuleResult const& rule) { return exception_of(call, c, *verdict, rule); });
    out +=
        html::p({.cls = "hint"}, words("composition.rules_version", {{"digest", verdict->digest}}));
    return out;
}

/// One rule of a side: its verdict with what is said of it.
Html side_of(Words const& words, RuleResult const* rule) {
    if (!rule) return html::p(words("teams.not_asked"));
    auto out = html::p(ui::verdict(words, shown(rule->state)));
    for (auto const& message : rule->says)
        out += html::p(words(message));
    return out + html::p({.cls = "hint"}, paragraph_of(words, rule->paragraph));
}

/// Rules of both with the same id stand beside each other, in the order of the first.
Html beside(Call const& call, Checked const& c, Mandate const& left, Mandate const& right) {
    auto const& words = call.words;
    auto const a = judged(c.present->seats, c.present->formed_by, &left, c.team->tier);
    auto const b = judged(c.present->seats, c.present->formed_by, &right, c.team->tier);
    if (!a || !b) return ui::empty_state({.sentence = words("teams.no_rules")});
    ui::Comparison comparison{.caption = words("teams.compared_caption"),
                              .left = mandate_label(words, left),
                              .right = mandate_label(words, right),
                              .rows = {}};
    std::vector<bool> used(b->rules.size());
    using Change = ui::Comparison::Change;
    comparison.rows.push_back({.change = a->state == b->state ? Change::same : Change::changed,
                               .topic = words("teams.verdict"),
                               .left = ui::verdict(words, shown(a->state)),
                               .right = ui::verdict(words, shown(b->state))});
    for (auto const& rule : a->rules) {
        RuleResult const* other = nullptr;
        for (std::size_t i = 0; !other && i < b->rules.size(); ++i)
            if (!used[i] && b->rules[i].id == rule.id) {
                used[i] = true;
                other = &b->rules[i];
            }
        comparison.rows.push_back(
            {.change = other && other->state == rule.state ? Change::same : Change::changed,
             .topic = rule_name(words, rule.id, left.rules(c.team->tier)),
             .left = side_of(words, &rule),
             .right = side_of(words, other)});
    }
    for (std::size_t i = 0; i < b->rules.size(); ++i)
        if (!used[i])
            comparison.rows.push_back(
                {.change = Change::changed,
                 .topic = rule_name(words, b->rules[i].id, right.rules(c.team->tier)),
                 .left = side_of(words, nullptr),
                 .right = side_of(words, &b->rules[i])});
    return ui::comparison(words, comparison);
}

Mandate const* chosen(std::vector<Mandate const*> const& all, std::string_view id) {
    auto const found = std::ranges::find(all, id, &Mandate::id);
    return found == all.end() ? nullptr : *found;
}

CompositionRules const* rules_named(TeamRecord const& team, FormValues const& form) {
    auto const* mandate = shipped_mandates().find(value_of(form, "mandate"));
    return mandate ? mandate->rules(team.tier) : nullptr;
}

web::Response exception_page(Call const& call, TeamRecord const& team, FormValues const& form,
                             std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const problems = error ? error->fields : std::vector<FieldError>{};
    Html main;
    if (error) main += ui::error_summary(words, *error, {{"reason", words("teams.reason")}});
    auto const title = words("teams.record_exception");
    main += ui::page_heading(
        {.title = title, .above = words(team.header.title), .lead = words("teams.exception_lead")});
    auto const rule = value_of(form, "rule");
    main += ui::summary_list(
        {{words("teams.mandate"), text(mandate_title(words, value_of(form, "mandate")))},
         {words("teams.rule"), text(rule_name(words, rule, rules_named(team, form)))}});
    main += ui::form(
        {.action = url("/teams/{}/exceptions", team.id()), .csrf = call.csrf()},
        html::all(html::hidden("mandate", value_of(form, "mandate")), html::hidden("rule", rule),
                  ui::text_area(words, {.name = "reason",
                                        .label = words("teams.reason"),
                                        .value = value_of(form, "reason"),
                                        .hint = words("teams.reason_hint"),
                                        .error = ui::error_at(words, problems, "reason"),
                                        .rows = 4}),
                  ui::button({.label = words("ui.save")})));
    return call.page(title, main,
                     {.before_main = way_to_team(call, team),
                      .problems = error ? std::max<std::size_t>(1, problems.size()) : 0,
                      .status = error ? status_of(*error) : 200});
}

} // namespace

Result<web::Response> show_check(Call& call) {
    auto const c = TRY(checked_team(call));
    auto const& words = call.words;
    auto const& mandates = shipped_mandates();
    auto const all = mandates_with_rules(mandates, c.team->tier, c.present->mandate, c.website);
    auto const* mandate = chosen(all, call.request.query.get_or("mandate"));
    if (!mandate) mandate = judging_mandate(mandates, c.present->mandate, c.team->tier, call.today);
    auto const* other = chosen(all, call.request.query.get_or("beside"));
    auto const title = words("teams.check_title");
    auto main = html::all(ui::page_heading({.title = title,
                                            .above = words(c.team->header.title),
                                            .lead = mandate ? mandate_label(words, *mandate) : ""}),
                          replaced_notice(call, mandate ? mandate->id : std::string{},
                                          mandate && mandate->id == c.present->mandate));
    if (mandate && other && other != mandate)
        main += beside(call, c, *mandate, *other);
    else if (mandate)
        main += single(call, c, *mandate);
    else
        main += ui::empty_state({.sentence = words("teams.no_rules")});
    main += ui::section({.id = "mandates",
                         .title = words("teams.other_mandates"),
                         .body = choice_of(call, c, all, mandate)});
    main += ui::section({.id = "seats",
                         .title = words("teams.seats"),
                         .body = seats_of(words, c.present->seats, c.team->office)});
    return call.page(title, main, {.before_main = way_to_team(call, *c.team), .wide = true});
}

Result<web::Response> show_exception(Call& call) {
    auto const c = TRY(checked_team(call));
    TRY(call.allow(policy, Act::except, c.team->header.target()));
    FormValues const form{{"mandate", std::string(call.request.query.get_or("mandate"))},
                          {"rule", std::string(call.request.query.get_or("rule"))}};
    return exception_page(call, *c.team, form, {});
}

Result<web::Response> post_exception(Call& call) {
    auto const c = TRY(checked_team(call));
    auto const form = call.values();
    auto const mandate = value_of(form, "mandate");
    auto const done = call.perform(except_rule, NewException{.team = c.team->id(),
                                                             .mandate = mandate,
                                                             .rule = value_of(form, "rule"),
                                                             .reason = value_of(form, "reason")});
    if (done)
        return call.redirect(url("/teams/{}/check", c.team->id()).with("mandate", mandate),
                             "teams.excepted_flash");
    if (!can_be_mended(done.error())) return done.error();
    return exception_page(call, *c.team, form, done.error());
}

} // namespace udb::teams
