// What one person owes: by himself, by his post, by his office; and how he hears of it.
#include "host/application.hpp"
#include "modules/duties/letters/escalation.hpp"
#include "modules/duties/letters/letter_store.hpp"
#include "modules/duties/mine/mine_store.hpp"
#include "modules/duties/office/page_parts.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"

namespace udb::duties {
namespace {

struct Shown {
    Mine mine;
    LetterChoice letters;
    bool has_address = false;
};

Shown shown(Call const& call) {
    return call.look([&](Db& db) {
        return Shown{
            mine_of(db, call.application().parts().modules, call.actor, call.today),
            letter_choice_of(db, call.actor.account),
            db.one("select 1 from accounts where id = ? and email is not null", call.actor.account)
                .has_value()};
    });
}

Html due_of(Call const& call, std::optional<Date> due) {
    return text(due ? call.words.date(*due) : call.words("duties.no_day"));
}

Html own_of(Call const& call, Mine const& mine) {
    auto const& words = call.words;
    if (mine.own.empty()) return html::p(words("duties.own_nothing"));
    std::vector<ui::Table::Row> rows;
    for (auto const& c : mine.own) {
        auto const late = c.due && *c.due < call.today ? (call.today - *c.due).count() : 0;
        rows.push_back(
            {.cells = {ui::link({.text = words(c.what), .href = c.where}), due_of(call, c.due),
                       c.due ? ui::status(status_of_due(words, late)) : Html{}}});
    }
    return ui::table(
        {.caption = words("duties.own_title"),
         .columns = {{words("duties.what")}, {words("duties.due")}, {words("duties.state")}},
         .rows = std::move(rows),
         .hidden_caption = true});
}

/// Who answers for what the office owes, in one sentence.
Html answering(Call const& call, Mine const& mine) {
    auto const& words = call.words;
    Html out;
    if (mine.responsible)
        out += html::p(
            words("duties.responsible", {{"role", BilingualText(label_of(mine.responsible->role))},
                                         {"name", mine.responsible->name}}));
    else
        out += html::p(words("duties.responsible_none"));
    if (!mine.heads) return out;
    if (auto const* rule = rule_on(escalation_rules(), call.today))
        out += html::p(words("duties.told_rule", {{"days", std::int64_t{rule->days_late}}}));
    return out;
}

Html office_of(Call const& call, Mine const& mine) {
    auto const& words = call.words;
    if (!mine.open) return {};
    auto const lines = open_lines(mine.open->duties());
    struct Beside {
        holidays::Calendars calendars;
        std::vector<bool> told; ///< to the head of the office, line by line
    };
    auto const [calendars, told] = call.look([&](Db& db) {
        Beside beside{holidays::Calendars(db, call.today), {}};
        for (auto const& line : lines)
            beside.told.push_back(was_told(db, *mine.open, line));
        return beside;
    });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : lines) {
        auto state = ui::status(status_of_due(words, line.days_late()));
        if (told[rows.size()])
            state += text(" ")
                     + ui::status(
                         {.text = words("duties.told_mark"), .tone = ui::Status::Tone::waiting});
        rows.push_back(
            {.cells = {ui::link({.text = title_of(words, *line.first.status->function),
                                 .href = where_of(*mine.office, line)}),
                       text(names_of(words, line.parts) + " — "
                            + name_of(words, line.first.what.duty->period)),
                       holidays::due_said(words, line.due(), calendars.of(mine.office->path)),
                       std::move(state)}});
    }
    auto body = answering(call, mine);
    body += rows.empty() ? html::p(words("duties.nothing_open"))
                         : ui::table({.caption = words("duties.office_title"),
                                      .columns = {{words("duties.function")},
                                                  {words("duties.what")},
                                                  {words("duties.due")},
                                                  {words("duties.state")}},
                                      .rows = std::move(rows),
                                      .hidden_caption = true});
    body += html::p(ui::link({.text = words("duties.title") + " — " + words(mine.office->name),
                              .href = url("/duties/{}", mine.office->id)}));
    return ui::section(
        {.id = "office", .title = words("duties.office_title"), .body = std::move(body)});
}

Html letters_of(Call const& call, Shown const& s) {
    auto const& words = call.words;
    std::vector<ui::Choice> choices;
    for (auto const& term : terms<Often>())
        choices.push_back({.value = std::string(term.id), .label = std::string(words(term.label))});
    auto const form = ui::form(
        {.action = "/duties/mine/letters", .csrf = call.csrf()},
        html::all(ui::radios(words, {.name = "often",
                                     .label = words("duties.letters"),
                                     .choices = std::move(choices),
                                     .value = std::string(id_of(s.letters.often)),
                                     .hint = words(s.has_address ? "duties.letters_hint"
                                                                 : "duties.letters_none")}),
                  ui::button({.label = words("duties.letters_save"),
                              .kind = ui::Button::Kind::secondary})));
    return ui::section(
        {.id = "letters",
         .title = words("duties.hear_title"),
         .body =
             form + html::p(ui::link({.text = words("duties.calendar"), .href = "/meetings/feed"}))
             + html::when(bool(call.actor.officer), [&] {
                   return html::p(
                       ui::link({.text = words("duties.record_mine"), .href = "/duties/record"}));
               })});
}

} // namespace

Result<web::Response> show_mine(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const& words = call.words;
    auto const s = shown(call);
    auto const title = words("duties.mine_title");
    return call.page(title, html::all(ui::page_heading({.title = title,
                                                        .above = words(call.actor.name),
                                                        .lead = words("duties.mine_lead")}),
                                      ui::section({.id = "own",
                                                   .title = words("duties.own_title"),
                                                   .body = own_of(call, s.mine)}),
                                      office_of(call, s.mine), letters_of(call, s)));
}

} // namespace udb::duties
