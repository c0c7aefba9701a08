// A plan as a file: PDF in the official table, XLSX and CSV in the template's column order.
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "modules/evidence/evidence.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_table.hpp"
#include "registers/tables/writer.hpp"

#include <system_error>

namespace udb::plans {
namespace {

std::map<Id<Indicator>, int> evidence_counts(Call const& call, PlanFacts const& facts) {
    std::vector<Id<Record>> ids;
    for (auto const& one : placed(facts))
        ids.push_back(as_record(one.indicator->id));
    auto const found = call.look([&](Db& db) { return evidence::evidence_of_all(db, ids); });
    std::map<Id<Indicator>, int> counts;
    for (auto const id : ids) {
        auto const pieces = found.find(id);
        counts[as<Indicator>(id)] =
            pieces == found.end() ? 0 : static_cast<int>(pieces->second.size());
    }
    return counts;
}

TableCell cell_of(SheetCell const& cell) {
    TableCell out{.text = cell.text};
    if (cell.kind == SheetCell::Kind::number) out.kind = TableCell::Kind::number;
    if (cell.kind == SheetCell::Kind::date) out.kind = TableCell::Kind::date;
    return out;
}

web::Response sheet_file(Call const& call, PlanShown const& shown, TableFormat format,
                         std::string const& name) {
    auto const sheet = plan_sheet(shown, call.words);
    auto body = std::make_shared<web::BodyFile>();
    auto const writer = table_writer(format, *body, call.words(shown.form.title));
    writer->heads(sheet.heads);
    std::vector<TableCell> cells;
    for (auto const& row : sheet.rows) {
        cells.clear();
        for (auto const& cell : row)
            cells.push_back(cell_of(cell));
        writer->row(cells);
    }
    writer->finish();
    auto response = web::Response::file(std::move(body), media_type_of(format),
                                        name + "." + std::string(name_of(format)));
    response.actor = to_string(call.actor.account);
    return response;
}

web::Response pdf_file(Call const& call, PlanRecord const& plan, PlanShown const& shown,
                       std::string const& name) {
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    auto const& words = call.words;
    PlanPaperHead head{.lines = {words(plan.office_name)}, .now = call.now};
    auto const versions = call.look([&](Db& db) { return versions_of(db, plan.id()); });
    if (!versions.empty())
        head.version = words("plans.approved_on", {{"version", std::int64_t{versions[0].version}},
                                                   {"date", versions[0].approved_on}});
    return web::Response::file(typesetter.typeset(plan_paper(shown, head, words)),
                               "application/pdf", name + ".pdf");
}

} // namespace

Result<web::Response> show_table(Call& call) {
    auto const plan = TRY(seen_plan(call));
    auto const* form = plan_template(plan.form);
    auto const kind =
        term_with_id<TableKind>(call.request.query.get_or("kind", id_of(TableKind::plan)));
    auto const asked = call.request.query.get_or("format", "pdf");
    auto const format = table_format_named(asked);
    if (!form || !kind || (!format && asked != "pdf")) return not_found();
    auto const facts = call.look([&](Db& db) { return facts_of(db, plan, plan.current()); });
    PlanShown const shown{.plan = facts,
                          .form = *form,
                          .kind = *kind,
                          .posts = post_names(call, facts),
                          .evidence = evidence_counts(call, facts)};
    auto const name = "plan-" + to_string(plan.id()) + "-" + std::string(id_of(*kind)) + "-"
                      + bangla::name(bangla::FiscalYear{plan.fiscal_year}, Language::en);
    if (!format) return pdf_file(call, plan, shown, name);
    try {
        return sheet_file(call, shown, *format, name);
    } catch (std::system_error const&) {
        return refused({"host.export_no_room"});
    }
}

} // namespace udb::plans
