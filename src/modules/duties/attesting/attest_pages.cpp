// Attesting a function that no record tells of, and taking it back.
#include "host/application.hpp"
#include "kernel/form_values.hpp"
#include "modules/duties/attesting/actions.hpp"
#include "modules/duties/office/page_parts.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"
#include "registers/pages/history.hpp"

namespace udb::duties {
namespace {

constexpr int pieces_most = 50;

/// A piece of evidence of the office, for choosing.
struct Piece {
    Id<Record> id = {};
    BilingualText title = {};
};

std::vector<Piece> pieces_of(Db& db, std::string_view office_path) {
    std::vector<Piece> pieces;
    for (auto const& row : db.all("select id, title_bn, title_en from records "
                                  "where kind = 'evidence' and office_path = ? "
                                  "order by id desc limit ?",
                                  office_path, pieces_most))
        pieces.push_back(
            {row.get<Id<Record>>(0), {row.get<std::string>(1), row.get<std::string>(2)}});
    return pieces;
}

struct Attestable {
    Asked asked;
    std::unique_ptr<OfficeYear> year;
    FunctionStatus const* status = nullptr;
};

Result<Attestable> attestable(Call const& call) {
    Attestable found{.asked = TRY(asked(call)), .year = nullptr};
    TRY(call.allow(policy, Act::approve, {.office_path = found.asked.office.path}));
    found.year = TRY(loaded(call, found.asked));
    auto const no = parse_id<Function>(call.request.param("no"));
    if (no)
        found.status = found.year->find(call.request.param("mandate"), static_cast<int>(no->value));
    if (!found.status || !found.status->function->counts.empty()) return not_found();
    return found;
}

/// To the office's year, and to the function in it.
Html crumbs(Words const& words, Id<Office> office, std::string const& mandate,
            Function const& function, bangla::FiscalYear year) {
    auto const start = std::to_string(year.start);
    return ui::breadcrumb(
        words, {{words("duties.title"), url("/duties/{}", office).with("year", start)},
                {title_of(words, function),
                 url("/duties/{}/{}/{}", office, mandate, function.no).with("year", start)}});
}

web::Response attest_page(Call const& call, Attestable const& found, FormValues const& typed,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const errors = error ? error->fields : std::vector<FieldError>{};
    auto const pieces = call.look([&](Db& db) { return pieces_of(db, found.asked.office.path); });
    std::vector<ui::Choice> choices;
    for (auto const& piece : pieces)
        choices.push_back({.value = to_string(piece.id), .label = words(piece.title)});
    auto const label = words("duties.evidence");
    Html main;
    if (error)
        main += ui::error_summary(words, *error,
                                  {{"statement", words("duties.statement")}, {"evidence", label}});
    main += ui::page_heading({.title = words("duties.attest_title"),
                              .above = title_of(words, *found.status->function),
                              .lead = words("duties.attest_lead")});
    main += ui::form(
        {.action = url("/duties/{}/{}/{}/attest", found.asked.office.id,
                       found.status->standing.mandate->id, found.status->function->no)
                       .with("year", std::to_string(found.asked.year.start)),
         .csrf = call.csrf()},
        html::all(ui::text_area(words, {.name = "statement",
                                        .label = words("duties.statement"),
                                        .value = value_of(typed, "statement"),
                                        .hint = words("duties.statement_hint"),
                                        .error = ui::error_at(words, errors, "statement")}),
                  ui::select(words, {.name = "evidence",
                                     .label = label,
                                     .choices = std::move(choices),
                                     .value = value_of(typed, "evidence"),
                                     .hint = words(pieces.empty() ? "duties.no_evidence"
                                                                  : "duties.evidence_hint"),
                                     .error = ui::error_at(words, errors, "evidence")}),
                  ui::button({.label = words("duties.attest")})));
    return call.page(
        words("duties.attest_title"), main,
        {.before_main = crumbs(words, found.asked.office.id, found.status->standing.mandate->id,
                               *found.status->function, found.asked.year),
         .problems = errors.size(),
         .status = error ? 422 : 200});
}

Result<AttestationRow> seen(Call const& call) {
    auto const id = TRY(call.id<Attestation>());
    auto row = call.look([&](Db& db) { return find_attestation(db, id); });
    if (!row || !call.may(policy, Act::read, row->header.target())) return not_found();
    return std::move(*row);
}

web::Response attestation_page(Call const& call, AttestationRow const& row,
                               std::string const& typed, std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const errors = error ? error->fields : std::vector<FieldError>{};
    struct Beside {
        std::vector<Named> named;
        std::vector<Event> events;
    };
    auto const beside = call.look([&](Db& db) {
        return Beside{names_of(db, {row.evidence}), events_of(db, row.header.id, 30)};
    });
    Html evidence;
    for (auto const& n : beside.named) {
        auto const where = call.application().page_of(n.kind, n.id);
        evidence +=
            where ? ui::link({.text = words(n.title), .href = *where}) : text(words(n.title));
    }
    Html main;
    if (error) main += ui::error_summary(words, *error, {{"reason", words("duties.reason")}});
    main += ui::page_heading(
        {.title = words("duties.attestation"),
         .above = words(row.header.title),
         .status =
             row.withdrawn_on
                 ? ui::status({.text = words("duties.withdrawn"), .tone = ui::Status::Tone::past})
                 : ui::status({.text = words("duties.stands"), .tone = ui::Status::Tone::good})});
    main += ui::summary_list(
        {{words("duties.year"), text(bangla::name({row.attested.year}, words.language()))},
         {words("duties.statement"), text(row.statement)},
         {words("duties.evidence"), std::move(evidence)},
         {words("duties.attested_on"), text(words.date(row.attested.recorded_on))}});
    if (row.withdrawn_on)
        main += html::p(words("duties.withdrawn_because",
                              {{"date", *row.withdrawn_on}, {"reason", row.withdrawn_why}}));
    else if (call.may(policy, Act::approve, row.header.target()))
        main += ui::section(
            {.id = "withdraw",
             .title = words("duties.withdraw_title"),
             .body = ui::form(
                 {.action = url("/attestations/{}/withdraw", row.header.id), .csrf = call.csrf()},
                 html::all(html::hidden("version", std::to_string(row.header.version)),
                           ui::text_area(words, {.name = "reason",
                                                 .label = words("duties.reason"),
                                                 .value = typed,
                                                 .error = ui::error_at(words, errors, "reason"),
                                                 .rows = 3}),
                           ui::button({.label = words("duties.withdraw"),
                                       .kind = ui::Button::Kind::warning})))});
    main += ui::section({.id = "history",
                         .title = words("duties.history"),
                         .body = draw_history(words, beside.events)});
    return call.page(
        words("duties.attestation"), main,
        {.before_main = ui::breadcrumb(
             words,
             {{words("duties.title"),
               url("/duties/{}", row.office).with("year", std::to_string(row.attested.year))}}),
         .problems = errors.size(),
         .status = error ? 422 : 200});
}

} // namespace

Result<web::Response> show_attest(Call& call) {
    auto const found = TRY(attestable(call));
    return attest_page(call, found, {});
}

Result<web::Response> post_attest(Call& call) {
    auto const found = TRY(attestable(call));
    auto const values = call.values();
    auto const id = call.perform(
        attest,
        Attesting{.office = found.asked.office.id,
                  .mandate = found.status->standing.mandate->id,
                  .function = found.status->function->no,
                  .year = found.asked.year.start,
                  .statement = value_of(values, "statement"),
                  .evidence =
                      parse_id<Record>(value_of(values, "evidence")).value_or(Id<Record>{})});
    if (!id) return attest_page(call, found, values, id.error());
    return call.redirect(url("/attestations/{}", *id), "duties.attested_flash");
}

Result<web::Response> show_attestation(Call& call) {
    auto const row = TRY(seen(call));
    return attestation_page(call, row, {});
}

Result<web::Response> post_withdraw(Call& call) {
    auto const row = TRY(seen(call));
    auto const values = call.values();
    auto header = row.header;
    header.version = version_of(values);
    auto const reason = value_of(values, "reason");
    auto const done = call.perform(withdraw, header, reason);
    if (!done && done.error().kind == Error::Kind::conflict) return done.error();
    if (!done) return attestation_page(call, row, reason, done.error());
    return call.redirect(url("/attestations/{}", row.header.id), "duties.withdrawn_flash");
}

} // namespace udb::duties
