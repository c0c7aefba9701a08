// The sheet on the screen and as a PDF, the leaver's note, and the successor's acknowledgement.
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "kernel/form_values.hpp"
#include "modules/handover/handover.hpp"
#include "modules/handover/pages.hpp"
#include "modules/handover/policy.hpp"
#include "registers/pages/history.hpp"
#include "web/components/components.hpp"

namespace udb::handover {
namespace {

constexpr int handovers_most = 200;

/// Who hands over, who takes over, and whoever may move officers there; nobody else learns that it
/// is there.
Result<HandoverRecord> seen(Call const& call) {
    auto const id = TRY(call.id<Handover>());
    auto found = call.look([&](Db& db) { return find_handover(db, id); });
    if (!found) return not_found();
    if (!found->concerns(call.actor.officer)
        && !call.may(policy, Act::transfer, found->header.target()))
        return not_found();
    return std::move(*found);
}

bool may_note(Call const& call, HandoverRecord const& h) {
    return !h.sheet.acknowledged_on
           && ((h.leaver && call.actor.officer == h.leaver)
               || call.may(policy, Act::transfer, h.header.target()));
}

bool may_acknowledge(Call const& call, HandoverRecord const& h) {
    return !h.sheet.acknowledged_on && h.comer && call.actor.officer == h.comer
           && h.sheet.first_day <= call.today;
}

ui::Status status_of(Words const& words, std::optional<Date> acknowledged_on, bool vacant) {
    if (acknowledged_on)
        return {.text = words("handover.acknowledged"), .tone = ui::Status::Tone::good};
    if (vacant) return {.text = words("ui.vacant"), .tone = ui::Status::Tone::unsure};
    return {.text = words("handover.waits"), .tone = ui::Status::Tone::waiting};
}

Html section_body(Words const& words, Sheet const& sheet, Section section) {
    std::vector<ui::Table::Row> rows;
    for (auto const& line : sheet.lines) {
        if (line.section != section) continue;
        auto const where = Url::parse(line.path);
        auto const& said = words(line.text);
        rows.push_back(
            {.cells = {where && !line.path.empty() ? ui::link({.text = said, .href = *where})
                                                   : text(said),
                       text(words(line.beside)), text(line.due ? words.date(*line.due) : "")}});
    }
    if (rows.empty()) return html::p(words("handover.nothing"));
    return ui::table({.caption = std::string(words(label_of(section))),
                      .columns = {{words("handover.what")},
                                  {words("handover.beside")},
                                  {words("handover.date")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html summary(Words const& words, HandoverRecord const& h) {
    auto const person = [&](BilingualText const& name, Id<Officer> id) {
        return id ? ui::link({.text = words(name), .href = url("/people/{}", id)})
                  : text(words("ui.vacant"));
    };
    auto const& s = h.sheet;
    auto const last = s.first_day - std::chrono::days{1};
    return ui::summary_list(
        {{words("handover.post"),
          ui::link({.text = words(s.post), .href = url("/posts/{}", h.post)})},
         {words("handover.leaver"), person(s.leaver, h.leaver)},
         {words("handover.comer"), person(s.comer, h.comer)},
         {words("handover.last_day"), text(words.date(last))},
         {words("handover.first_day"), text(words.date(s.first_day))},
         {words("handover.memo"), text(s.memo.empty() ? words("handover.no_memo") : s.memo)},
         {words("handover.acknowledged_on"),
          text(s.acknowledged_on ? words.date(*s.acknowledged_on) : words("handover.not_yet"))}});
}

Html version_field(HandoverRecord const& h) {
    return html::hidden("version", std::to_string(h.header.version));
}

Html note_body(Call const& call, HandoverRecord const& h, std::string const& typed,
               std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    if (!may_note(call, h)) {
        Html lines;
        for (std::string_view rest = h.sheet.note; !rest.empty();) {
            auto const end = std::min(rest.find('\n'), rest.size());
            if (end > 0) lines += html::p(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return lines.empty() ? html::p(words("handover.no_note")) : lines;
    }
    return ui::form(
        {.action = url("/handovers/{}/note", h.id()), .csrf = call.csrf()},
        html::all(version_field(h),
                  ui::text_area(words, {.name = "note",
                                        .label = words("handover.note_label"),
                                        .value = typed,
                                        .hint = words("handover.note_hint"),
                                        .error = ui::error_at(words, errors, "note"),
                                        .rows = 8,
                                        .optional = true}),
                  ui::button({.label = words("handover.note_save"),
                              .kind = may_acknowledge(call, h) ? ui::Button::Kind::secondary
                                                               : ui::Button::Kind::primary})));
}

Html acknowledging(Call const& call, HandoverRecord const& h) {
    if (!may_acknowledge(call, h)) return {};
    auto const& words = call.words;
    return ui::section(
        {.id = "acknowledge",
         .title = words("handover.acknowledge_title"),
         .body = html::all(
             html::p(words("handover.acknowledge_lead")),
             ui::form({.action = url("/handovers/{}/acknowledge", h.id()), .csrf = call.csrf()},
                      html::all(version_field(h),
                                ui::button({.label = words("handover.acknowledge")}))))});
}

web::Response handover_page(Call const& call, HandoverRecord const& h, std::string const& typed,
                            std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const errors = error ? error->fields : std::vector<FieldError>{};
    auto const events = call.look([&](Db& db) { return events_of(db, h.header.id, 30); });
    Html main;
    if (error) main += ui::error_summary(words, *error);
    main +=
        ui::page_heading({.title = words("handover.title"),
                          .above = words(h.sheet.post) + ", " + words(h.sheet.office),
                          .status = ui::status(status_of(words, h.sheet.acknowledged_on, !h.comer)),
                          .lead = words("handover.lead"),
                          .actions = ui::button({.label = words("handover.pdf"),
                                                 .kind = ui::Button::Kind::secondary,
                                                 .href = url("/handovers/{}/pdf", h.id())})});
    main += summary(words, h);
    for (auto const& section : sections_shown(h.sheet))
        main += ui::section({.id = std::string(section.id),
                             .title = std::string(words(section.label)),
                             .body = section_body(words, h.sheet, section.value)});
    main += ui::section({.id = "note-of-leaver",
                         .title = words("handover.note"),
                         .body = note_body(call, h, typed, errors)});
    main += acknowledging(call, h);
    main += ui::section(
        {.id = "history", .title = words("handover.history"), .body = draw_history(words, events)});
    int status = 200;
    if (error) status = error->kind == Error::Kind::invalid ? 422 : 409;
    return call.page(
        words("handover.title"), main,
        {.before_main = ui::breadcrumb(words, {{words("handover.list_title"), "/handovers"}}),
         .problems = error ? std::max<std::size_t>(1, errors.size()) : 0,
         .status = status});
}

Header header_read(Call const& call, HandoverRecord const& h) {
    auto read = h.header;
    read.version = version_of(call.values());
    return read;
}

} // namespace

Result<web::Response> show_handovers(Call& call) {
    auto const& words = call.words;
    auto const scope = scope_of(policy, call.actor, Act::transfer);
    auto const post = parse_id<Post>(call.request.query.get_or("post")).value_or(Id<Post>{});
    auto const lines = call.look([&](Db& db) {
        return handovers_for(db, {.officer = call.actor.officer, .scope = scope, .post = post},
                             handovers_most);
    });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : lines)
        rows.push_back(
            {.cells = {ui::link({.text = words(line.post), .href = url("/handovers/{}", line.id)}),
                       text(words(line.office)), text(words(line.leaver)),
                       text(line.comer.bn.empty() ? words("ui.vacant") : words(line.comer)),
                       text(words.date(line.first_day)),
                       ui::status(status_of(words, line.acknowledged_on, line.comer.bn.empty()))}});
    auto const list = rows.empty() ? ui::empty_state({.sentence = words("handover.none"),
                                                      .hint = words("handover.none_hint")})
                                   : ui::table({.caption = words("handover.list_title"),
                                                .columns = {{words("handover.post")},
                                                            {words("handover.office")},
                                                            {words("handover.leaver")},
                                                            {words("handover.comer")},
                                                            {words("handover.first_day")},
                                                            {words("handover.state")}},
                                                .rows = std::move(rows),
                                                .hidden_caption = true});
    auto const main = html::all(ui::page_heading({.title = words("handover.list_title"),
                                                  .lead = words("handover.list_lead")}),
                                list);
    return call.page(words("handover.list_title"), main, {.wide = true});
}

Result<web::Response> show_handover(Call& call) {
    auto const h = TRY(seen(call));
    return handover_page(call, h, h.sheet.note);
}

Result<web::Response> post_note(Call& call) {
    auto const h = TRY(seen(call));
    auto const note = value_of(call.values(), "note");
    auto const done = call.perform(write_note, header_read(call, h), note);
    if (done) return call.redirect(url("/handovers/{}", h.id()), "handover.noted_flash");
    auto const kind = done.error().kind;
    if (kind == Error::Kind::forbidden || kind == Error::Kind::not_found) return done.error();
    return handover_page(call, h, note, done.error());
}

Result<web::Response> post_acknowledged(Call& call) {
    auto const h = TRY(seen(call));
    auto const done = call.perform(acknowledge, header_read(call, h));
    if (done) return call.redirect(url("/handovers/{}", h.id()), "handover.acknowledged_flash");
    auto const kind = done.error().kind;
    if (kind == Error::Kind::forbidden || kind == Error::Kind::not_found) return done.error();
    return handover_page(call, h, h.sheet.note, done.error());
}

Result<web::Response> show_pdf(Call& call) {
    auto const h = TRY(seen(call));
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    Words const bangla_words{call.words.catalogue(), Language::bn};
    auto const name = std::string("handover-") + to_string(h.id()) + ".pdf";
    return web::Response::file(typesetter.typeset(paper_of(h.sheet, bangla_words)),
                               "application/pdf", name);
}

} // namespace udb::handover
