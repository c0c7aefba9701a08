// What an office owes this year, function by function, and what is open; and each function's
// periods with the records that tell of them.
#include "host/application.hpp"
#include "kernel/paragraph.hpp"
#include "modules/duties/office/page_parts.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"
#include "modules/evidence/pages.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace udb::duties {
namespace {

constexpr std::size_t records_most = 30;

Html crumbs(Call const& call, Asked const& a) {
    return ui::breadcrumb(
        call.words, {{call.words("duties.title"), at(call, url("/duties/{}", a.office.id), a)}});
}

Url function_url(Asked const& a, FunctionStatus const& status) {
    return url("/duties/{}/{}/{}", a.office.id, status.standing.mandate->id, status.function->no);
}

Html tally_of(Words const& words, OfficeYear const& year) {
    std::map<State, std::int64_t> count;
    for (auto const& status : year.statuses())
        ++count[status.state];
    std::vector<ui::SummaryRow> rows;
    for (auto const& term : terms<State>())
        rows.push_back({std::string(words(term.label)),
                        text(words("duties.functions_count", {{"count", count[term.value]}}))});
    return ui::summary_list(rows);
}

Html open_of(Call const& call, Asked const& asked, std::vector<OpenDuty> const& duties) {
    auto const& words = call.words;
    auto a = asked;
    auto const open = open_lines(duties);
    if (open.empty()) return html::p(words("duties.nothing_open"));
    auto const calendars = call.look([&](Db& db) { return holidays::Calendars(db, a.on); });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : open) {
        a.year = line.first.year;
        auto const& status = *line.first.status;
        rows.push_back(
            {.cells = {ui::link({.text = title_of(words, *status.function),
                                 .href = at(call, function_url(a, status), a)}),
                       text(names_of(words, line.parts)),
                       text(name_of(words, line.first.what.duty->period)),
                       holidays::due_said(words, line.due(), calendars.of(a.office.path)),
                       ui::status(status_of_due(words, line.days_late()))}});
    }
    return ui::table({.caption = words("duties.open_title"),
                      .columns = {{words("duties.function")},
                                  {words("duties.what")},
                                  {words("duties.period")},
                                  {words("duties.due")},
                                  {words("duties.state")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

/// The functions that records tell of, each with how it stands; then those that can only be
/// attested, in short.
Html function_list(Call const& call, Asked const& a, OfficeYear const& year,
                   Standing const& standing) {
    auto const& words = call.words;
    std::vector<ui::RuleLine> lines;
    std::vector<ui::Table::Row> attested;
    for (auto const& status : year.statuses()) {
        if (!(status.standing.days == standing.days)) continue;
        auto const title = title_of(words, *status.function);
        auto const where = at(call, function_url(a, status), a);
        auto const paragraph = words(paragraph_named(status.function->paragraph));
        if (status.function->counts.empty()) {
            attested.push_back({.cells = {ui::link({.text = title, .href = where}), text(paragraph),
                                          ui::status(status_of(words, status.state))}});
            continue;
        }
        lines.push_back({.verdict = verdict_of(status.state),
                         .name = std::string(words(label_of(status.state))),
                         .paragraph = paragraph,
                         .asks = title,
                         .more = html::all(html::p(sentence_of(words, status)),
                                           html::p(ui::link({.text = words("duties.see_function"),
                                                             .href = where,
                                                             .about = title})))});
    }
    Html out = ui::rule_list(words, lines);
    if (attested.empty()) return out;
    return out + html::h3(words("duties.attestable_title"))
           + html::p(words("duties.attestable_lead"))
           + ui::table({.caption = words("duties.attestable_title"),
                        .columns = {{words("duties.function")},
                                    {words("duties.where")},
                                    {words("duties.state")}},
                        .rows = std::move(attested),
                        .hidden_caption = true});
}

std::string mandate_sentence(Words const& words, Standing const& s) {
    auto const title = words(s.mandate->title);
    if (s.mandate == s.functions)
        return words("duties.under", {{"mandate", title},
                                      {"memo", s.mandate->memo},
                                      {"from", s.days.first},
                                      {"until", s.days.last}});
    return words("duties.under_unknown", {{"mandate", title},
                                          {"known", words(s.functions->title)},
                                          {"memo", s.mandate->memo},
                                          {"from", s.days.first},
                                          {"until", s.days.last}});
}

Html sections_of(Call const& call, Asked const& a, OfficeYear const& year) {
    // The mandate of the day first, then those that stood before.
    Html out;
    std::vector<Standing> standings;
    for (auto const& status : year.statuses())
        if (standings.empty() || !(standings.back().days == status.standing.days))
            standings.push_back(status.standing);
    std::ranges::reverse(standings);
    for (auto const& standing : standings)
        out += ui::section({.id = "under-" + iso(standing.days.first),
                            .title = call.words(standing.mandate->title),
                            .body = html::all(html::p(mandate_sentence(call.words, standing)),
                                              function_list(call, a, year, standing))});
    return out;
}

Html part_table(Call const& call, Duty const& duty, Facts const& facts) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const& part : duty.parts)
        rows.push_back(
            {.cells = {text(name_of(words, *part.counted)),
                       ui::status(status_of_open(words, part.state)),
                       text(sentence_of(words, part, facts.today))
                           + (part.due ? holidays::open_said(words, *part.due, facts.calendar)
                                       : Html{})}});
    return ui::table(
        {.caption = name_of(words, duty.period),
         .columns = {{words("duties.what")}, {words("duties.state")}, {words("duties.how")}},
         .rows = std::move(rows),
         .hidden_caption = true});
}

/// The records that the marks of a duty come from, each once, with the day it was done.
Html records_of(Call const& call, Duty const& duty) {
    auto const& words = call.words;
    std::vector<std::pair<Id<Record>, Date>> marked;
    std::set<std::int64_t> seen;
    for (auto const& part : duty.parts)
        for (auto const& mark : part.marks)
            if (mark.record && marked.size() < records_most
                && seen.insert(mark.record.value).second)
                marked.emplace_back(mark.record, mark.done_on);
    if (marked.empty()) return {};
    std::vector<Id<Record>> ids;
    for (auto const& [id, day] : marked)
        ids.push_back(id);
    auto const named = call.look([&](Db& db) { return names_of(db, ids); });
    Html lines;
    for (auto const& [id, day] : marked) {
        auto const found = std::ranges::find(named, id, &Named::id);
        if (found == named.end()) continue;
        auto const where = call.application().page_of(found->kind, id);
        auto const title = words(found->title);
        lines += html::li(where ? ui::link({.text = title, .href = *where}) : text(title),
                          text(" — " + words.date(day)));
    }
    return html::all(html::p(html::strong(words("duties.records"))), html::ul(lines));
}

Html duty_section(Call const& call, Duty const& duty, Facts const& facts) {
    auto const name = name_of(call.words, duty.period);
    return ui::section({.id = "period-" + iso(duty.period.first),
                        .title = name,
                        .body = html::all(part_table(call, duty, facts), records_of(call, duty)),
                        .actions = ui::status(status_of_open(call.words, duty.state))});
}

Html attesting_of(Call const& call, Asked const& a, OfficeYear const& year,
                  FunctionStatus const& status) {
    auto const& words = call.words;
    if (!status.function->counts.empty()) return {};
    Html body;
    if (status.attested) {
        auto const found = std::ranges::find(year.attestations(), status.attested->id,
                                             [](auto const& row) { return row.attested.id; });
        body += html::p(found->statement);
        body += html::p(ui::link({.text = words("duties.see_attestation"),
                                  .href = url("/attestations/{}", status.attested->id)}));
    } else if (a.on == call.today
               && call.may(policy, Act::approve, {.office_path = a.office.path})) {
        body += html::p(words("duties.attest_lead"));
        body += ui::button({.label = words("duties.attest"),
                            .href = url("/duties/{}/{}/{}/attest", a.office.id,
                                        status.standing.mandate->id, status.function->no)
                                        .with("year", std::to_string(a.year.start))});
    } else {
        body += html::p(words("duties.no_records"));
    }
    return ui::section(
        {.id = "attestation", .title = words("duties.attestation"), .body = std::move(body)});
}

} // namespace

/// The page of the actor's office, for the year and day that were asked for.
Url own_page(Call const& call) {
    auto where = url("/duties/{}", call.actor.office);
    for (auto const* name : {"year", "on"})
        if (auto const value = call.request.query.get_or(name); !value.empty())
            where = where.with(name, value);
    return where;
}

Result<web::Response> show_own(Call& call) {
    if (scope_of(policy, call.actor, Act::read).everywhere && !call.actor.office)
        return call.redirect("/duties/matrix");
    auto const office = call.look([&](Db& db) { return find_duty_office(db, call.actor.office); });
    if (!office || !call.may(policy, Act::read, {.office_path = office->path}))
        return call.redirect("/duties/mine");
    return call.redirect(own_page(call));
}

Result<web::Response> show_duties(Call& call) {
    auto const a = TRY(asked(call));
    auto const& words = call.words;
    auto const path = url("/duties/{}", a.office.id);
    auto const heading = [&](Html const& actions) {
        return ui::page_heading({.title = words("duties.title"),
                                 .above = words(a.office.name),
                                 .lead = words("duties.lead"),
                                 .actions = actions});
    };
    if (!a.office.tier)
        return call.page(words("duties.title"),
                         html::all(heading({}), html::p(words("duties.no_tier"))));
    bool const runs = a.year == bangla::fiscal_year(a.on);
    auto const open =
        runs ? call.look([&](Db& db) { return std::make_unique<OpenOffice>(db, a.office, a.on); })
             : nullptr;
    auto const past = runs ? nullptr : TRY(loaded(call, a));
    auto const& year = runs ? open->now() : *past;
    Html main =
        heading(ui::link({.text = words("duties.matrix_title"),
                          .href = url("/duties/matrix").with("office", to_string(a.office.id))}));
    main += chooser(call, path, a);
    if (year.statuses().empty()) {
        main += ui::empty_state({.sentence = words("duties.no_mandate")});
    } else {
        main += tally_of(words, year);
        main += ui::section({.id = "open",
                             .title = words("duties.open_title"),
                             .body = open_of(call, a, runs ? open->duties() : open_duties(year))});
        main += sections_of(call, a, year);
    }
    return call.page(words("duties.title"), main);
}

Result<web::Response> show_function(Call& call) {
    auto const a = TRY(asked(call));
    auto const year = TRY(loaded(call, a));
    auto const no = parse_id<Function>(call.request.param("no"));
    if (!no) return not_found();
    auto const* status = year->find(call.request.param("mandate"), static_cast<int>(no->value));
    if (!status) return not_found();
    auto const& words = call.words;
    auto const title = title_of(words, *status->function);
    Html main = ui::page_heading({.title = title,
                                  .above = words(a.office.name),
                                  .status = ui::status(status_of(words, status->state)),
                                  .lead = sentence_of(words, *status)});
    main += chooser(
        call,
        url("/duties/{}/{}/{}", a.office.id, status->standing.mandate->id, status->function->no),
        a);
    main += html::p(ui::link({.text = words(status->standing.mandate->title),
                              .href = url("/mandates/{}", status->standing.mandate->id)}),
                    html::br(), mandate_sentence(words, status->standing));
    // The latest period first: it is the one that is asked about.
    for (auto duty = status->duties.rbegin(); duty != status->duties.rend(); ++duty)
        main += duty_section(call, *duty, year->facts());
    main += attesting_of(call, a, *year, *status);
    if (auto evidence = evidence::listed(call, {.mandate = status->standing.functions->id,
                                                .function = status->function->no,
                                                .office_path = a.office.path,
                                                .year = a.year.start,
                                                .known_by = a.on});
        !evidence.empty())
        main += ui::section({.id = "evidence",
                             .title = words("duties.evidence_title"),
                             .body = std::move(evidence)});
    return call.page(title, main, {.before_main = crumbs(call, a)});
}

} // namespace udb::duties
