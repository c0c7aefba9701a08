// Browsing the mandates: all, one, two side by side.
#include "bangla/text/digits.hpp"
#include "kernel/mandate.hpp"
#include "kernel/paragraph.hpp"
#include "modules/mandates/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

std::string paragraph_of(Words const& words, std::string const& paragraph) {
    return paragraph.empty() ? std::string() : words(paragraph_named(paragraph));
}

Url page_of(Mandate const& m) { return url("/mandates/{}", m.id); }

Html link_to(Words const& words, Mandate const& m) {
    return ui::link({.text = words(m.title), .href = page_of(m)});
}

ui::Status standing(Words const& words, Mandate const& m, Date today) {
    if (m.in_force_from > today) return {words("mandates.not_yet"), ui::Status::Tone::waiting};
    if (shipped_mandates().replaced_by(m.id, today))
        return {words("mandates.replaced"), ui::Status::Tone::past};
    return {words("mandates.in_force"), ui::Status::Tone::good};
}

Html marks_of(Words const& words, Mandate const& m, Date today) {
    auto marks = ui::status(standing(words, m, today));
    if (m.known == Known::number_only)
        marks += text(" ") + ui::status({words("mandates.number_only"), ui::Status::Tone::unsure});
    return marks;
}

/// What a reader asks first: which paper counts for whom today.
Html in_force_table(Call const& call) {
    auto const& words = call.words;
    auto const& mandates = shipped_mandates();
    std::vector<ui::Table::Row> rows;
    auto const row = [&](std::string const& who, Mandate const* now, Mandate const* rules) {
        if (!now) return;
        auto cell = link_to(words, *now);
        if (now->known == Known::number_only && rules)
            cell += html::p({.cls = "quiet"}, words("mandates.rules_from"), text(" "),
                            link_to(words, *rules));
        rows.push_back(
            {.cells = {text(who), std::move(cell), text(words.date(now->in_force_from))}});
    };
    for (auto const& tier : terms<Tier>())
        if (auto const* rules = mandates.newest_rules(call.today, tier.value))
            row(std::string(words(tier.label)), mandates.in_force(call.today, tier.value), rules);
    for (auto const& m : mandates.all())
        if (m.office && mandates.in_force(call.today, m.office->tier, m.office->website) == &m)
            row(words(m.office->name), &m, nullptr);
    return ui::table({.caption = words("mandates.today_caption"),
                      .columns = {{words("mandates.for_whom")},
                                  {words("mandates.which_paper")},
                                  {words("mandates.since_when")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html compare_form(Words const& words, std::string const& a, std::string const& b) {
    std::vector<ui::Choice> choices;
    for (auto const& m : shipped_mandates().all())
        if (m.known == Known::full) choices.push_back({m.id, words(m.title)});
    auto const select = [&](std::string name, std::string_view label, std::string const& value) {
        return ui::select(words, {.name = std::move(name),
                                  .label = words(label),
                                  .choices = choices,
                                  .value = value,
                                  .empty_line = false});
    };
    return html::form(
        {.action = "/mandates/compare", .more = {{"method", "get"}}},
        select("a", "mandates.compare_first", a), select("b", "mandates.compare_second", b),
        ui::button({.label = words("mandates.compare_verb"), .kind = ui::Button::Kind::secondary}));
}

/// The oldest and the newest whose text is known.
std::pair<std::string, std::string> usual_pair() {
    std::pair<std::string, std::string> pair;
    for (auto const& m : shipped_mandates().all()) {
        if (m.known != Known::full) continue;
        if (pair.first.empty()) pair.first = m.id;
        pair.second = m.id;
    }
    return pair;
}

std::string due_of(Words const& words, Function const& f) {
    if (!f.due) return {};
    if (f.due->kind == Due::Kind::first_monthly_meeting_of_year)
        return words("mandates.due_first_meeting");
    return words(
        "mandates.due_each_year",
        {{"day", words("mandates.month_day",
                       {{"day", std::int64_t{f.due->day}},
                        {"month", words("mandates.month_" + std::to_string(f.due->month))}})}});
}

Html informed(Words const& words, std::vector<Recipient> const& list) {
    Html lines;
    for (auto const who : list) {
        if (!lines.empty()) lines += html::br();
        lines += text(words(label_of(who)));
    }
    return lines;
}

/// `৪(৫)`, for the column whose head says that it is the paragraph.
std::string clause_of(Words const& words, std::string const& paragraph) {
    return words.language() == Language::bn ? bangla::bangla_digits(paragraph) : paragraph;
}

Html functions_table(Words const& words, Mandate const& m) {
    std::vector<ui::Table::Row> rows;
    for (auto const& f : m.functions)
        rows.push_back({.cells = {text(words.number(f.no)), text(words(f.title)),
                                  text(words(label_of(f.cadence))), text(due_of(words, f)),
                                  informed(words, f.inform), text(clause_of(words, f.paragraph))}});
    for (auto const& o : m.obligations) {
        rows.push_back(
            {.cells = {text("—"), text(words(o.title)), text(words(label_of(o.cadence))), Html{},
                       informed(words, o.inform), text(clause_of(words, o.paragraph))}});
    }
    return ui::table({.caption = words("mandates.functions_caption"),
                      .columns = {{words("mandates.number"), true},
                                  {words("mandates.function")},
                                  {words("mandates.cadence")},
                                  {words("mandates.due")},
                                  {words("mandates.inform")},
                                  {words("mandates.clause")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

std::string who_of(Words const& words, SeatRule const& seat) {
    return words("mandate.composition_seat",
                 {{"role", BilingualText(label_of(seat.role))}, {"what", seat.what}});
}

Html rules_of(Words const& words, CompositionRules const& r) {
    Html lines;
    auto const line = [&](std::string const& sentence, std::string const& paragraph) {
        auto const clause = paragraph_of(words, paragraph);
        lines += html::li(sentence, html::when(!clause.empty(), [&] {
                              return html::all(text(" "),
                                               html::span({.cls = "quiet"}, "(" + clause + ")"));
                          }));
    };
    if (r.formed_by)
        line(words("mandate.composition_formed_by",
                   {{"who", BilingualText(label_of(*r.formed_by))}}),
             r.formed_by_paragraph);
    line(who_of(words, r.leader), r.leader.paragraph);
    for (auto const& seat : r.fixed)
        line(who_of(words, seat), seat.paragraph);
    if (r.nominated)
        line(words("mandate.composition_nominated", {{"what", r.nominated->what},
                                                     {"least", std::int64_t{r.nominated->least}},
                                                     {"most", std::int64_t{r.nominated->most}}}),
             r.nominated->paragraph);
    for (auto const& quota : r.quotas)
        line(words("mandate.composition_quota",
                   {{"least", std::int64_t{quota.least}}, {"what", quota.what}}),
             quota.paragraph);
    return html::all(html::h3(words(label_of(r.tier))), html::ul(lines));
}

Html related(Words const& words, std::vector<std::string> const& ids) {
    Html lines;
    for (auto const& id : ids)
        if (auto const* other = shipped_mandates().find(id))
            lines += html::p(link_to(words, *other));
    return lines;
}

Html facts_of(Call const& call, Mandate const& m) {
    auto const& words = call.words;
    std::vector<ui::SummaryRow> rows{
        {words("mandates.at_memo"), memo_explained(words, m.memo)},
        {words("mandates.read_date"), text(both_dates(words, m.issued_on))},
        {words("mandates.since_when"), text(both_dates(words, m.in_force_from))},
        {words("mandates.read_issuer"), text(words(m.issuer))}};
    auto const add = [&](std::string_view key, Html value) {
        if (!value.empty()) rows.push_back({words(key), std::move(value)});
    };
    add("mandates.for_whom", m.office ? text(words(m.office->name)) : Html{});
    add("mandates.replaces", related(words, m.replaces));
    add("mandates.amends", related(words, m.amends));
    add("mandates.under", m.under ? related(words, {*m.under}) : Html{});
    if (m.cancels_earlier) add("mandates.read_cancels", text(words("mandates.cancels_own")));
    if (auto const* next = shipped_mandates().replaced_by(m.id, call.today))
        add("mandates.replaced_by", link_to(words, *next));
    add("mandates.source", text(words(m.source)));
    if (!m.note.bn.empty()) add("mandates.remark", text(words(m.note)));
    return ui::summary_list(rows);
}

Html side(Words const& words, Mandate const& m, std::vector<int> const& numbers_of) {
    Html lines;
    for (auto const no : numbers_of)
        if (auto const* f = m.function(no))
            lines += html::p(html::strong(words.number(no) + "."), text(" "), words(f->title));
    return lines;
}

ui::Comparison::Change change_of(ComparedTheme::State state) {
    switch (state) {
    case ComparedTheme::State::changed: return ui::Comparison::Change::changed;
    case ComparedTheme::State::added: return ui::Comparison::Change::added;
    case ComparedTheme::State::dropped: return ui::Comparison::Change::removed;
    case ComparedTheme::State::same: break;
    }
    return ui::Comparison::Change::same;
}

Html compared(Words const& words, Mandate const& before, Mandate const& after) {
    std::vector<ui::Comparison::Row> rows;
    for (auto const& theme : shipped_mandates().compare(before, after)) {
        auto right = side(words, after, theme.after);
        for (auto const& note : theme.notes)
            right += html::p({.cls = "quiet"}, words(note));
        for (auto const& fact : theme.facts)
            right += html::p({.cls = "quiet"}, words(fact));
        rows.push_back({.change = change_of(theme.state),
                        .topic = words(theme.label),
                        .left = side(words, before, theme.before),
                        .right = std::move(right)});
    }
    return ui::comparison(words, {.caption = words("mandates.compare_caption"),
                                  .left = words(before.title),
                                  .right = words(after.title),
                                  .rows = std::move(rows)});
}

/// How many themes are the same, changed, new, dropped.
Html tally(Words const& words, Mandate const& before, Mandate const& after) {
    Html marks;
    auto const rows = shipped_mandates().compare(before, after);
    for (auto const& state : terms<ComparedTheme::State>()) {
        auto const n = std::ranges::count(rows, state.value, &ComparedTheme::state);
        ui::Status const mark{.text = std::string(words(state.label)) + ": " + words.number(n)};
        marks += ui::status(mark) + text(" ");
    }
    return html::p(marks);
}

} // namespace

Result<web::Response> show_mandates(Call& call) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    auto const& all = shipped_mandates().all();
    for (auto m = all.rbegin(); m != all.rend(); ++m)
        rows.push_back({.cells = {link_to(words, *m), text(words.date(m->issued_on)),
                                  text(words(label_of(m->kind))), html::span(m->memo),
                                  marks_of(words, *m, call.today)}});
    auto const list = ui::table({.caption = words("mandates.list_caption"),
                                 .columns = {{words("mandates.paper_title")},
                                             {words("mandates.read_date")},
                                             {words("mandates.read_kind")},
                                             {words("mandates.at_memo")},
                                             {words("mandates.standing")}},
                                 .rows = std::move(rows),
                                 .hidden_caption = true});
    auto const pair = usual_pair();
    auto const main =
        html::all(ui::page_heading({.title = words("mandates.title"),
                                    .lead = words("mandates.lead"),
                                    .actions = ui::button({.label = words("mandates.to_orders"),
                                                           .kind = ui::Button::Kind::secondary,
                                                           .href = "/orders"})}),
                  ui::section({.id = "today",
                               .title = words("mandates.today_title", {{"date", call.today}}),
                               .body = in_force_table(call)}),
                  ui::section({.id = "all", .title = words("mandates.all_title"), .body = list}),
                  ui::section({.id = "compare",
                               .title = words("mandates.compare_title"),
                               .body = compare_form(words, pair.first, pair.second)}));
    return call.page(words("mandates.title"), main, {.wide = true});
}

Result<web::Response> show_mandate(Call& call) {
    auto const& words = call.words;
    auto const* m = shipped_mandates().find(call.request.param("id"));
    if (!m) return not_found();
    std::vector<ui::Section> sections{
        {.id = "facts", .title = words("mandates.facts_title"), .body = facts_of(call, *m)}};
    if (m->known == Known::number_only)
        sections.front().body +=
            ui::notice(words, {.heading = words("mandates.number_only"),
                               .body = text(words("mandates.number_only_more"))});
    if (!m->composition.empty()) {
        Html rules;
        for (auto const& [tier, r] : m->composition)
            rules += rules_of(words, r);
        sections.push_back(
            {.id = "composition", .title = words("mandate.composition"), .body = std::move(rules)});
    }
    if (!m->functions.empty())
        sections.push_back({.id = "functions",
                            .title = words("mandate.functions",
                                           {{"n", static_cast<std::int64_t>(m->functions.size())}}),
                            .body = functions_table(words, *m)});
    auto const pair = usual_pair();
    auto const actions = html::when(m->known == Known::full && pair.first != pair.second, [&] {
        return ui::button({.label = words("mandates.compare_this"),
                           .kind = ui::Button::Kind::secondary,
                           .href = Url("/mandates/compare")
                                       .with("a", pair.first)
                                       .with("b", m->id == pair.first ? pair.second : m->id)});
    });
    auto main = html::all(ui::page_heading({.title = words(m->title),
                                            .above = std::string(words(label_of(m->kind))),
                                            .status = marks_of(words, *m, call.today),
                                            .actions = actions}),
                          ui::contents(words, sections));
    for (auto const& section : sections)
        main += ui::section(section);
    return call.page(
        words(m->title), main,
        {.before_main = ui::breadcrumb(words, {{words("mandates.title"), "/mandates"}}),
         .wide = true});
}

Result<web::Response> show_comparison(Call& call) {
    auto const& words = call.words;
    auto const pair = usual_pair();
    std::string const a{call.request.query.get_or("a", pair.first)};
    std::string const b{call.request.query.get_or("b", pair.second)};
    auto const* before = shipped_mandates().find(a);
    auto const* after = shipped_mandates().find(b);
    if (!before || !after) return not_found();
    if (after->issued_on < before->issued_on) std::swap(before, after);
    Html body;
    for (auto const* m : {before, after})
        if (m->known == Known::number_only)
            body += ui::notice(
                words, {.body = text(words("mandate.compare_number_only", {{"title", m->title}}))});
    if (before == after)
        body += ui::notice(words, {.body = text(words("mandates.compare_same_paper"))});
    else if (body.empty())
        body = html::all(tally(words, *before, *after), compared(words, *before, *after));
    auto const main = html::all(ui::page_heading({.title = words("mandates.compare_title"),
                                                  .lead = words("mandates.compare_lead")}),
                                body,
                                ui::section({.id = "others",
                                             .title = words("mandates.compare_others"),
                                             .body = compare_form(words, before->id, after->id)}));
    return call.page(
        words("mandates.compare_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("mandates.title"), "/mandates"}}),
         .wide = true});
}

} // namespace udb::mandates
