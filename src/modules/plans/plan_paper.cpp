// A plan as the official table on landscape paper.
#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/text/digits.hpp"
#include "modules/plans/table_cells.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

using bangla::Align;
using bangla::Cell;

bool is_name(ColumnKind kind) {
    return kind == ColumnKind::area || kind == ColumnKind::activity || kind == ColumnKind::indicator
           || kind == ColumnKind::evidence || kind == ColumnKind::responsible
           || kind == ColumnKind::remark;
}

/// What a column's cell goes on with from the row above.
bool goes_on(TableColumn const& column, TableRow const& row, TableRow const& above) {
    switch (column.kind) {
    case ColumnKind::serial:
    case ColumnKind::area:
    case ColumnKind::area_weight: return row.place.area == above.place.area;
    case ColumnKind::activity: return row.activity == above.activity;
    case ColumnKind::row_kind:
    case ColumnKind::quarter:
    case ColumnKind::half_year:
    case ColumnKind::year:
    case ColumnKind::remark: return false;
    default: return row.indicator == above.indicator;
    }
}

class Drawing {
public:
    Drawing(PlanShown const& shown, Words const& words)
        : shown_(shown), words_(words), cells_(shown, words),
          columns_(shown.form.table(shown.kind).columns) {}

    bangla::Table table() const {
        // So many columns leave a date whole only in small letters.
        constexpr std::size_t many = 15;
        bangla::Table out{.size = columns_.size() < many ? 7.5 : 7};
        for (auto const& column : columns_)
            out.columns.push_back(
                {column.width, is_name(column.kind) ? Align::left : Align::centre});
        heads(out);
        TableRow const* above = nullptr;
        auto const rows = cells_.rows();
        for (auto const& row : rows) {
            auto& line = out.rows.emplace_back();
            for (auto const& column : columns_)
                if (above && goes_on(column, row, *above))
                    line.cells.push_back({.joined = true});
                else
                    line.cells.push_back({.text = cells_.text(column, row)});
            above = &row;
        }
        if (!rows.empty()) total(out);
        return out;
    }

    std::string marks() const {
        auto const& score = cells_.score();
        auto const number = [&](Value value) {
            return written(value, Unit::number, words_.language());
        };
        Message said{score.scaled ? "plan_table.marks_scaled" : "plan_table.marks"};
        said.args.emplace_back("score", number(score.marks.score));
        said.args.emplace_back("marks", number(score.marks.weight));
        if (score.scaled) {
            said.args.emplace_back("scaled", number(*score.scaled));
            said.args.emplace_back("scale", number(shown_.form.scale.to));
        }
        return words_(said);
    }

private:
    /// Groups over their columns, and the numbers of the columns below.
    void heads(bangla::Table& out) const {
        bool const grouped =
            std::ranges::any_of(columns_, [](auto const& c) { return c.group != BilingualText{}; });
        bangla::Row upper, lower, numbers;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            auto const& column = columns_[c];
            numbers.cells.push_back({.text = number(c + 1)});
            if (column.group == BilingualText{}) {
                upper.cells.push_back({.text = cells_.head(column.label)});
                lower.cells.push_back({.joined = true});
                continue;
            }
            lower.cells.push_back({.text = cells_.head(column.label)});
            if (c > 0 && columns_[c - 1].group == column.group)
                ++upper.cells.back().columns;
            else
                upper.cells.push_back({.text = cells_.head(column.group)});
        }
        out.head.push_back(std::move(upper));
        if (grouped) out.head.push_back(std::move(lower));
        out.head.push_back(std::move(numbers));
    }

    std::string number(std::size_t n) const {
        auto const text = std::to_string(n);
        return words_.language() == Language::bn ? bangla::bangla_digits(text) : text;
    }

    /// The weights' sum under their column.
    void total(bangla::Table& out) const {
        auto const at = std::ranges::find(columns_, ColumnKind::weight, &TableColumn::kind);
        if (at == columns_.end()) return;
        auto const before = static_cast<std::size_t>(at - columns_.begin());
        auto const after = columns_.size() - before - 1;
        auto& line = out.rows.emplace_back();
        if (before > 0)
            line.cells.push_back({.text = words_("plan_table.total"), .columns = before});
        line.cells.push_back(
            {.text = written(cells_.score().marks.weight, Unit::number, words_.language())});
        if (after > 0) line.cells.push_back({.columns = after});
    }

    PlanShown const& shown_;
    Words const& words_;
    TableCells cells_;
    std::vector<TableColumn> const& columns_;
};

} // namespace

bangla::Paper plan_paper(PlanShown const& shown, PlanPaperHead const& head, Words const& words) {
    Drawing const drawing(shown, words);
    auto const year = words(
        "plan_table.fiscal_year",
        {{"year", bangla::name(bangla::FiscalYear{shown.plan.fiscal_year}, words.language())}});
    auto const title =
        words(shown.plan.title.in(words.language()).empty() ? shown.form.title : shown.plan.title);
    bangla::Paper paper{.orientation = bangla::Orientation::landscape};
    paper.meta = {.title = title + ", " + year,
                  .author = words(shown.plan.office),
                  .subject = words(shown.form.table(shown.kind).title),
                  .language = words.language() == Language::bn ? "bn" : "en",
                  .created = head.now};
    paper.blocks.push_back(bangla::Head{.lines = head.lines});
    paper.blocks.push_back(bangla::Title{title});
    auto const table_title = words(shown.form.table(shown.kind).title);
    auto const said = shown.kind == TableKind::plan ? year : table_title + ", " + year;
    paper.blocks.push_back(bangla::Heading{said});
    if (!head.version.empty()) paper.blocks.push_back(bangla::Paragraph{head.version});
    paper.blocks.push_back(drawing.table());
    if (shown.kind == TableKind::evaluation)
        paper.blocks.push_back(bangla::Paragraph{drawing.marks()});
    return paper;
}

} // namespace udb::plans
