// One indicator: what it asks, what was told, how its score comes about, its evidence and history.
#include "modules/evidence/pages.hpp"
#include "modules/offices/offices.hpp"
#include "modules/plans/pace.hpp"
#include "modules/plans/pages.hpp"
#include "registers/pages/history.hpp"

namespace udb::plans {
namespace {

constexpr int events_most = 50;

struct Seen {
    IndicatorRecord record = {};
    PlanRecord plan = {};
    PlanFacts facts = {};
    Placed placed = {};
    std::array<std::map<Id<Indicator>, Told>, 4> told = {};
    std::vector<Event> events = {};
    std::vector<Named> also = {}; ///< indicators that take their progress from this one
};

std::optional<Placed> find_in(PlanFacts const& facts, Id<Indicator> id) {
    for (auto const& one : placed(facts))
        if (one.indicator->id == id) return one;
    return {};
}

/// What another plan reports with it.
std::vector<Named> reporting_with(Db& db, Id<Indicator> id) {
    std::vector<Id<Record>> ids;
    for (auto const& row :
         db.all("select i.indicator from plan_indicators i join plans p on p.id = i.plan and "
                "p.approved_version = i.version where i.reported_with = ? order by i.indicator",
                id))
        ids.push_back(row.get<Id<Record>>(0));
    return names_of(db, ids);
}

/// As its plan's current version has it; where it is not in there any more, in the last that had.
bool load(Db& db, Seen& seen) {
    auto const id = seen.record.id();
    auto version = seen.plan.current();
    auto const row = db.one("select max(version) from plan_indicators where plan = ? and indicator "
                            "= ? and version <= ?",
                            seen.plan.id(), id, version);
    if (row && !row->is_null(0)) version = row->get<int>(0);
    seen.facts = facts_of(db, seen.plan, version);
    auto const found = find_in(seen.facts, id);
    if (!found) return false;
    seen.placed = *found;
    for (unsigned quarter = 1; quarter <= 4; ++quarter)
        seen.told[quarter - 1] = told_in(db, seen.plan, version, quarter);
    seen.events = events_of(db, seen.record.header.id, events_most);
    seen.also = reporting_with(db, id);
    return true;
}

Html facts_of_page(Call const& call, Seen const& seen, Score const& score) {
    auto const& words = call.words;
    auto const& i = *seen.placed.indicator;
    std::vector<ui::SummaryRow> rows{
        {words("plans.plan"), ui::link({.text = words(seen.plan.header.title) + ", "
                                                + year_name(words, seen.plan.fiscal_year),
                                        .href = url("/plans/{}", seen.plan.id())})},
        {words("plans.area"), text(seen.placed.area->name)},
        {words("plans.activity"), text(seen.placed.activity->name)},
        {words("plans.unit"), text(unit_of(words, i))},
        {words("plans.weight"), text(shown(words, i.weight))},
        {words("plans.bands"), bands_of(words, i)},
        {words("plans.field_rule"), text(std::string(words(label_of(i.rule))))},
        {words("plans.field_count"), text(std::string(words(label_of(i.count))))}};
    if (i.before_last)
        rows.push_back(
            {words("plans.field_before_last"), text(with_unit(words, i, i.before_last))});
    if (i.last) rows.push_back({words("plans.field_last"), text(with_unit(words, i, i.last))});
    if (auto const names = post_names(call, seen.facts); names.contains(i.responsible))
        rows.push_back({words("plans.field_responsible"), text(names.at(i.responsible))});
    if (!i.evidence_expected.empty())
        rows.push_back({words("plans.field_evidence_expected"), text(i.evidence_expected)});
    if (i.reported_with)
        rows.push_back({words("plans.field_reported_with"),
                        ui::link({.text = words("plans.reported_elsewhere"),
                                  .href = url("/indicators/{}", i.reported_with)})});
    for (auto const& other : seen.also)
        rows.push_back(
            {words("plans.also_reports"),
             ui::link({.text = words(other.title), .href = url("/indicators/{}", other.id)})});
    if (seen.plan.approved_version > 0) {
        rows.push_back({words("plans.achieved"), text(with_unit(words, i, score.achieved.year))});
        rows.push_back({words("plans.score"), text(shown(words, score.score))});
        rows.push_back({words("plans.working"), text(words(working(i, score)))});
    }
    return ui::summary_list(rows);
}

Html quarters_of_page(Call const& call, Seen const& seen) {
    auto const& words = call.words;
    auto const& i = *seen.placed.indicator;
    auto const source = i.reported_with ? i.reported_with : i.id;
    std::vector<ui::Table::Row> rows;
    for (unsigned quarter = 1; quarter <= 4; ++quarter) {
        auto const found = seen.told[quarter - 1].find(source);
        bool const there = found != seen.told[quarter - 1].end();
        bool const officer = !call.actor.guest();
        rows.push_back(
            {.cells = {text(std::string(words(label_of(period_of(quarter))))),
                       text(there ? with_unit(words, i, found->second.value) : std::string("–")),
                       text(there && officer ? found->second.remark : std::string()),
                       text(there ? words.date(found->second.on) : std::string("–")),
                       text(there && officer ? words(found->second.who) : std::string())}});
    }
    return ui::table({.caption = words("plans.progress"),
                      .columns = {{words("plans.quarter")},
                                  {.label = words("plans.achieved"), .number = true},
                                  {words("plans.remark")},
                                  {words("plans.told_on")},
                                  {words("plans.told_by")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

} // namespace

Result<web::Response> show_indicator(Call& call) {
    auto const id = TRY(call.id<Indicator>());
    Seen seen;
    bool const found = call.look([&](Db& db) {
        auto record = find_indicator(db, id);
        if (!record) return false;
        auto plan = find_plan(db, record->plan);
        if (!plan || !may_see(call, *plan)) return false;
        seen.record = std::move(*record);
        seen.plan = std::move(*plan);
        return load(db, seen);
    });
    bool const is_public = seen.record.header.stage == id_of(IndicatorStage::approved)
                           || seen.record.header.stage == id_of(IndicatorStage::removed);
    if (!found
        || (!is_public && !may(call, Act::write, seen.plan) && !may(call, Act::report, seen.plan)
            && !may(call, Act::assess, seen.plan) && !may(call, Act::approve, seen.plan)))
        return not_found();
    auto const& words = call.words;
    auto const& i = *seen.placed.indicator;
    auto const score = scored(i);
    Html late;
    if (auto const why = seen.plan.stage == Stage::approved
                             ? behind(i, seen.plan.fiscal_year, call.today)
                             : std::nullopt)
        late = ui::notice(words, {.kind = ui::Notice::Kind::problem,
                                  .heading = words("plans.behind"),
                                  .body = html::p(words(*why))});
    auto const title = number_of(words, seen.placed.place) + " " + i.name;
    auto const listed = evidence::listed(call, as_record(id));
    Html rest;
    if (seen.plan.approved_version > 0)
        rest += ui::section({.id = "progress",
                             .title = words("plans.progress"),
                             .body = quarters_of_page(call, seen)});
    if (!listed.empty())
        rest += ui::section({.id = "evidence", .title = words("plans.evidence"), .body = listed});
    if (!call.actor.guest() && !seen.events.empty())
        rest += ui::section({.id = "history",
                             .title = words("plans.history"),
                             .body = draw_history(words, seen.events)});
    auto const main =
        html::all(ui::page_heading({.title = title, .above = words("plans.indicator")}), late,
                  facts_of_page(call, seen, score), rest);
    return call.page(title, main, {.before_main = way_to_plan(call, seen.plan)});
}

/// What proves a plan's indicators, and those from which it takes progress.
Result<web::Response> show_evidence(Call& call) {
    auto const plan = TRY(seen_plan(call));
    if (call.actor.guest()) return not_found();
    auto const& title = plan.header.title;
    evidence::Collection collection{
        .title = {title.bn + ", " + bangla::name({plan.fiscal_year}, Language::bn),
                  title.in(Language::en) + ", " + bangla::name({plan.fiscal_year}, Language::en)},
        .office = plan.office_name.bn,
        .here = url("/plans/{}/evidence", plan.id()),
        .way = {{call.words("plans.title"), "/plans"},
                {call.words(title), url("/plans/{}", plan.id())}}};
    auto const facts = call.look([&](Db& db) { return facts_of(db, plan, plan.current()); });
    for (auto const& one : placed(facts)) {
        auto const& i = *one.indicator;
        collection.records.push_back(as_record(i.reported_with ? i.reported_with : i.id));
    }
    return evidence::show_collection(call, collection);
}

} // namespace udb::plans
