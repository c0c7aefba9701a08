#include "modules/plans/table_cells.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

std::size_t band_of(int percent) {
    auto const at = std::ranges::find(band_percents, percent);
    return at == band_percents.end() ? 0 : static_cast<std::size_t>(at - band_percents.begin());
}

template <class Key, class Found>
Found found_in(std::map<Key, Found> const& map, Key key) {
    auto const at = map.find(key);
    return at == map.end() ? Found{} : at->second;
}

} // namespace

TableCells::TableCells(PlanShown const& shown, Words const& words)
    : shown_(shown), words_(words), score_(scored(shown.plan, shown.form.scale)),
      serial_(std::ranges::count(shown.form.table(shown.kind).columns, ColumnKind::serial,
                                 &TableColumn::kind)
              > 0) {}

std::vector<TableRow> TableCells::rows() const {
    bool const two = shown_.form.table(shown_.kind).two_rows;
    std::vector<TableRow> out;
    auto const& areas = shown_.plan.areas;
    for (std::size_t a = 0; a < areas.size(); ++a)
        for (std::size_t b = 0; b < areas[a].activities.size(); ++b) {
            auto const& activity = areas[a].activities[b];
            auto const& scores = score_.areas[a].activities[b].indicators;
            for (std::size_t i = 0; i < activity.indicators.size(); ++i) {
                TableRow row{.place = {a + 1, b + 1, i + 1},
                             .area = &areas[a],
                             .activity = &activity,
                             .indicator = &activity.indicators[i],
                             .score = &scores[i]};
                row.achievements = !two;
                out.push_back(row);
                row.targets = false;
                row.achievements = true;
                if (two) out.push_back(row);
            }
        }
    return out;
}

std::string TableCells::head(BilingualText const& label) const {
    return words_(with_years(label, shown_.plan.fiscal_year));
}

std::string TableCells::named(Place const& place, std::string const& name) const {
    if (serial_ && place.activity == 0) return name;
    auto const number = numbered(static_cast<int>(place.area), static_cast<int>(place.activity),
                                 static_cast<int>(place.indicator), words_.language());
    return (shown_.form.bracketed ? "[" + number + "] " : number + " ") + name;
}

TableCells::Content TableCells::content(TableColumn const& column, TableRow const& row) const {
    switch (column.kind) {
    case ColumnKind::quarter:
    case ColumnKind::half_year:
    case ColumnKind::year:
    case ColumnKind::percent:
    case ColumnKind::score:
    case ColumnKind::evidence_kept: return row.achievements ? achieved(column, row) : Content{};
    case ColumnKind::row_kind:
        return {words_(row.targets ? "plan_table.row_target" : "plan_table.row_achieved")};
    case ColumnKind::projection:
    case ColumnKind::remark: return {};
    default: return planned(column, row);
    }
}

TableCells::Content TableCells::planned(TableColumn const& column, TableRow const& row) const {
    auto const& i = *row.indicator;
    auto const& at = row.place;
    switch (column.kind) {
    case ColumnKind::serial: return {.value = Value::whole(static_cast<std::int64_t>(at.area))};
    case ColumnKind::area: return {named({at.area}, row.area->name)};
    case ColumnKind::area_weight:
        if (row.area->weight == Value{}) return {};
        return {.value = row.area->weight};
    case ColumnKind::activity: return {named({at.area, at.activity}, row.activity->name)};
    case ColumnKind::indicator: return {named(at, i.name)};
    case ColumnKind::evidence: return {i.evidence_expected};
    case ColumnKind::unit:
        return {i.unit_name.empty() ? std::string(words_(label_of(i.unit))) : i.unit_name};
    case ColumnKind::count: return {std::string(words_(label_of(count_of(i))))};
    case ColumnKind::weight: return {.value = i.weight};
    case ColumnKind::before_last: return {.value = i.before_last, .unit = i.unit};
    case ColumnKind::last: return {.value = i.last, .unit = i.unit};
    case ColumnKind::band: return {.value = i.bands[band_of(column.which)], .unit = i.unit};
    case ColumnKind::target: return {.value = i.bands[0], .unit = i.unit};
    case ColumnKind::responsible: return {found_in(shown_.posts, i.responsible)};
    default: return {};
    }
}

TableCells::Content TableCells::achieved(TableColumn const& column, TableRow const& row) const {
    auto const& i = *row.indicator;
    auto const& score = *row.score;
    switch (column.kind) {
    case ColumnKind::quarter:
        return {.value = i.quarters[static_cast<std::size_t>(std::clamp(column.which, 1, 4) - 1)],
                .unit = i.unit};
    case ColumnKind::half_year: return {.value = score.achieved.half_year, .unit = i.unit};
    case ColumnKind::year: return {.value = score.achieved.year, .unit = i.unit};
    case ColumnKind::percent: return {.value = score.percent};
    case ColumnKind::score:
        if (!score.percent) return {};
        return {.value = score.score};
    case ColumnKind::evidence_kept:
        if (!shown_.evidence.contains(i.id)) return {};
        return {words_(found_in(shown_.evidence, i.id) > 0 ? "ui.yes" : "ui.no")};
    default: return {};
    }
}

SheetCell TableCells::sheet(TableColumn const& column, TableRow const& row) const {
    auto const content = this->content(column, row);
    if (!content.value) return {content.text};
    if (content.unit == Unit::date && is_day(*content.value))
        return {iso(day_of(*content.value)), SheetCell::Kind::date};
    return {to_string(*content.value), SheetCell::Kind::number};
}

std::string TableCells::text(TableColumn const& column, TableRow const& row) const {
    auto const content = this->content(column, row);
    return content.value ? written(*content.value, content.unit, words_.language()) : content.text;
}

} // namespace udb::plans
