// Offices by functions: who meets what, for whoever has offices under them.
#include "modules/duties/matrix/matrix_store.hpp"
#include "modules/duties/office/page_parts.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"

#include <algorithm>
#include <array>

namespace udb::duties {
namespace {

constexpr std::int64_t rows_shown = 50;
constexpr std::int64_t grid_rows_shown = 25; ///< each with a cell for every function

/// What the page is narrowed to: a function of one mandate, and a state of it.
struct Narrowed {
    std::string mandate = {};
    int function = 0;
    std::optional<State> state = {};
};

Narrowed narrowed(Call const& call) {
    auto const& query = call.request.query;
    Narrowed n{.mandate = std::string(query.get_or("mandate")),
               .state = term_with_id<State>(query.get_or("state"))};
    if (auto const no = parse_id<Function>(query.get_or("function")))
        n.function = static_cast<int>(no->value);
    return n;
}

bool shown(MatrixRow const& row, Narrowed const& n) {
    if (n.function == 0 || !n.state) return true;
    return row.functions && row.functions->id == n.mandate
           && row.states.size() >= static_cast<std::size_t>(n.function)
           && row.states[static_cast<std::size_t>(n.function) - 1] == *n.state;
}

/// Where the actor looks from: the office asked for, or the actor's own, or everything.
Result<Asked> asked_matrix(Call const& call) {
    Asked a;
    auto const given = parse_id<Office>(call.request.query.get_or("office"));
    auto const id = given.value_or(call.actor.office);
    if (id) {
        auto const office = call.look([&](Db& db) { return find_duty_office(db, id); });
        if (!office || !call.may(policy, Act::read, {.office_path = office->path}))
            return not_found();
        a.office = *office;
    }
    if (!given && scope_of(policy, call.actor, Act::read).everywhere) a.office = {};
    if (!id && !scope_of(policy, call.actor, Act::read).everywhere) return not_found();
    return with_day(call, std::move(a));
}

Url here(Call const& call, Asked const& a) {
    auto path = url("/duties/matrix");
    if (a.office.id) path = path.with("office", to_string(a.office.id));
    return at(call, path, a);
}

/// For each function of a mandate, how many offices stand how (blank: none); each figure leads to
/// those offices.
Html totals_of(Call const& call, Asked const& a, std::vector<MatrixRow> const& rows,
               Mandate const& functions) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> lines;
    for (auto const& function : functions.functions) {
        std::array<std::int64_t, 4> count{};
        for (auto const& row : rows)
            if (row.functions == &functions && row.states.size() >= std::size_t(function.no))
                ++count[static_cast<std::size_t>(row.states[std::size_t(function.no) - 1])];
        ui::Table::Row line{.cells = {text(title_of(words, function))}};
        for (auto const& term : terms<State>()) {
            auto const n = count[static_cast<std::size_t>(term.value)];
            line.cells.push_back(
                n == 0 ? Html{}
                       : ui::link({.text = words.number(n),
                                   .href = here(call, a)
                                               .with("mandate", functions.id)
                                               .with("function", std::to_string(function.no))
                                               .with("state", term.id),
                                   .about = title_of(words, function) + ", "
                                            + std::string(words(term.label))}));
        }
        lines.push_back(std::move(line));
    }
    std::vector<ui::Table::Column> columns{{words("duties.function")}};
    for (auto const& term : terms<State>())
        columns.push_back({std::string(words(term.label)), true});
    return ui::table({.caption = words("duties.totals_title"),
                      .columns = std::move(columns),
                      .rows = std::move(lines),
                      .hidden_caption = true});
}

/// The office's page; where the offices are those of one function's state, its page of the
/// function.
Url page_of(MatrixRow const& row, Narrowed const& n) {
    if (n.function == 0 || !n.state || !row.mandate) return url("/duties/{}", row.office.id);
    return url("/duties/{}/{}/{}", row.office.id, row.mandate->id, n.function);
}

Html offices_of(Call const& call, Asked const& a, Narrowed const& n,
                std::vector<MatrixRow const*> const& rows) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> lines;
    for (auto const* row : rows) {
        ui::Table::Row line;
        line.cells.push_back(
            ui::link({.text = words(row->office.name), .href = at(call, page_of(*row, n), a)}));
        for (auto const& term : terms<State>()) {
            auto const n = std::ranges::count(row->states, term.value);
            line.cells.push_back(n == 0 ? Html{} : text(words.number(n)));
        }
        lines.push_back(std::move(line));
    }
    std::vector<ui::Table::Column> columns{{words("duties.office")}};
    for (auto const& term : terms<State>())
        columns.push_back({std::string(words(term.label)), true});
    return ui::table({.caption = words("duties.offices_title"),
                      .columns = std::move(columns),
                      .rows = std::move(lines),
                      .hidden_caption = true});
}

struct Sign {
    std::string_view cls;
    ui::Icon icon;
};
Sign sign_of(State state) {
    switch (state) {
    case State::met: return {"state state-met", ui::Icon::check};
    case State::partly: return {"state state-partly", ui::Icon::minus};
    case State::not_met: return {"state state-not-met", ui::Icon::cross};
    case State::cannot_tell: break;
    }
    return {"state state-cannot-tell", ui::Icon::question};
}

/// How a function stands in an office: a sign, and the same in words, on the way to its records.
Html state_cell(Call const& call, Asked const& a, MatrixRow const& row, Function const& function) {
    auto const& words = call.words;
    auto const state = row.states[static_cast<std::size_t>(function.no) - 1];
    auto const sign = sign_of(state);
    auto const said = title_of(words, function) + ": " + std::string(words(label_of(state)));
    return html::a(
        {.cls = sign.cls,
         .href = at(call, url("/duties/{}/{}/{}", row.office.id, row.mandate->id, function.no), a),
         .more = {{"title", said}}},
        ui::icon(sign.icon), html::span({.cls = "govuk-visually-hidden"}, said));
}

/// Offices by the functions of one mandate.
Html grid_of(Call const& call, Asked const& a, std::vector<MatrixRow const*> const& rows,
             Mandate const& functions) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> lines;
    for (auto const* row : rows) {
        if (row->functions != &functions || row->states.size() != functions.functions.size())
            continue;
        ui::Table::Row line;
        line.cells.push_back(ui::link({.text = words(row->office.name),
                                       .href = at(call, url("/duties/{}", row->office.id), a)}));
        for (auto const& function : functions.functions)
            line.cells.push_back(state_cell(call, a, *row, function));
        lines.push_back(std::move(line));
    }
    if (lines.empty()) return {};
    std::vector<ui::Table::Column> columns{{words("duties.office")}};
    for (auto const& function : functions.functions)
        columns.push_back({words.number(function.no)});
    return html::div(
        {.cls = "states-grid"},
        ui::table({.caption = words("duties.matrix_of", {{"mandate", words(functions.title)}}),
                   .columns = std::move(columns),
                   .rows = std::move(lines),
                   .phone = ui::Table::Phone::scroll}));
}

/// What the signs of the grid mean.
Html legend(Words const& words) {
    Html out;
    for (auto const& term : terms<State>()) {
        auto const sign = sign_of(term.value);
        out += html::li(html::span({.cls = sign.cls}, ui::icon(sign.icon)),
                        html::span(words(term.label)));
    }
    return html::ul({.cls = "states-legend"}, out) + html::p(words("duties.matrix_legend"));
}

/// A grid for each mandate that offices stand under, and those that stand under none.
Html grids_of(Call const& call, Asked const& a, std::vector<MatrixRow const*> const& rows,
              std::vector<Mandate const*> const& mandates) {
    Html out = legend(call.words);
    for (auto const* mandate : mandates)
        out += grid_of(call, a, rows, *mandate);
    Html without;
    for (auto const* row : rows)
        if (!row->functions)
            without += html::li(ui::link({.text = call.words(row->office.name),
                                          .href = at(call, url("/duties/{}", row->office.id), a)}));
    if (without.empty()) return out;
    return out + html::h3(call.words("duties.without_mandate")) + html::ul(without);
}

Html narrowed_notice(Call const& call, Asked const& a, Narrowed const& n) {
    auto const* mandate = shipped_mandates().find(n.mandate);
    auto const* function = mandate ? mandate->function(n.function) : nullptr;
    if (!function || !n.state) return {};
    return ui::notice(call.words, {.heading = title_of(call.words, *function) + ": "
                                              + std::string(call.words(label_of(*n.state))),
                                   .body = ui::link({.text = call.words("duties.all_offices"),
                                                     .href = here(call, a)})});
}

} // namespace

Result<web::Response> show_matrix(Call& call) {
    auto const a = TRY(asked_matrix(call));
    auto const n = narrowed(call);
    auto const& words = call.words;
    auto const rows = call.look([&](Db& db) { return matrix(db, a.office.path, a.year, a.on); });

    std::vector<MatrixRow const*> found;
    std::vector<Mandate const*> mandates;
    for (auto const& row : rows) {
        if (shown(row, n)) found.push_back(&row);
        if (row.functions && std::ranges::count(mandates, row.functions) == 0)
            mandates.push_back(row.functions);
    }
    auto const shown_at_once = n.state ? rows_shown : grid_rows_shown;
    auto const pages = std::max<std::int64_t>(
        1, (static_cast<std::int64_t>(found.size()) + shown_at_once - 1) / shown_at_once);
    auto const page = std::clamp<std::int64_t>(
        parse_id<Record>(call.request.query.get_or("page")).value_or(Id<Record>{1}).value, 1,
        pages);
    auto const first = static_cast<std::size_t>((page - 1) * shown_at_once);
    std::vector<MatrixRow const*> const turned(
        found.begin() + static_cast<std::ptrdiff_t>(first),
        found.begin()
            + static_cast<std::ptrdiff_t>(
                std::min(found.size(), first + static_cast<std::size_t>(shown_at_once))));

    Html main = ui::page_heading(
        {.title = words("duties.matrix_title"),
         .above = a.office.id ? words(a.office.name) : std::string{},
         .lead = words("duties.matrix_lead", {{"count", static_cast<std::int64_t>(rows.size())}})});
    main += chooser(call, url("/duties/matrix"), a);
    main += narrowed_notice(call, a, n);
    auto next = here(call, a);
    if (n.state)
        next = next.with("mandate", n.mandate)
                   .with("function", std::to_string(n.function))
                   .with("state", id_of(*n.state));
    main += ui::section(
        {.id = "offices",
         .title = words("duties.offices_title"),
         .body = turned.empty()
                     ? ui::empty_state({.sentence = words("duties.no_offices")})
                     : html::all(n.state ? offices_of(call, a, n, turned)
                                         : grids_of(call, a, turned, mandates),
                                 ui::pager(words, {.page = page, .pages = pages, .href = next}))});
    for (auto const* mandate : mandates)
        main += ui::section({.id = "under-" + mandate->id,
                             .title = words(mandate->title),
                             .body = totals_of(call, a, rows, *mandate)});
    return call.page(words("duties.matrix_title"), main, {.wide = true});
}

} // namespace udb::duties
