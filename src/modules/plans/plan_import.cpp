#include "modules/plans/plan_import.hpp"

#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"
#include "modules/plans/import_cells.hpp"
#include "modules/plans/import_heads.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace udb::plans {
namespace {

constexpr std::size_t name_bytes_max = 3000;

bool all_digits(std::string_view text) {
    auto const read = parse_value(text, Unit::number);
    return read && read->units % Value::one == 0;
}

BilingualText label(ColumnKind kind) { return BilingualText(label_of(kind)); }
BilingualText percent_label(int percent) {
    return {written(Value::whole(percent), Unit::number, Language::bn) + "%",
            std::to_string(percent) + "%"};
}

class Importer {
public:
    Importer(std::span<SheetRow const> rows, SheetHeads const& heads, PlanTemplate const& form,
             int fiscal_year)
        : rows_(rows), heads_(heads), form_(form), year_(fiscal_year) {
        out.plan.form = form.id;
        out.plan.title = form.title;
        out.plan.fiscal_year = fiscal_year;
    }

    PlanImport out;
    bool too_many = false;

    void read() {
        for (auto at = heads_.first_row + heads_.rows; at < rows_.size() && !too_many; ++at) {
            row_ = &rows_[at];
            report_ = {.number = row_->number, .state = RowState::passed_over};
            one();
            keep();
        }
    }

private:
    std::string_view cell(ColumnKind kind, int which = 0) const {
        auto const at = heads_.at(kind, which);
        if (!at || *at >= row_->cells.size()) return {};
        return bangla::trimmed(row_->cells[*at]);
    }
    void say(Message message, BilingualText column = {}) {
        report_.says.push_back({std::move(column), std::move(message)});
    }
    void mend(Message message, BilingualText column = {}) {
        say(std::move(message), std::move(column));
        mended_ = true;
    }
    void refuse(Message message, BilingualText column = {}) {
        say(std::move(message), std::move(column));
        refused_ = true;
    }

    void keep() {
        switch (report_.state) {
        case RowState::taken: ++out.taken; break;
        case RowState::mended: ++out.mended; break;
        case RowState::refused: ++out.refused; break;
        case RowState::passed_over: ++out.passed_over; break;
        }
        if (out.rows.size() < import_rows_told_max)
            out.rows.push_back(std::move(report_));
        else
            ++out.untold;
        too_many = indicators_ > import_indicators_max;
    }

    void one() {
        mended_ = refused_ = false;
        auto const name = cell(ColumnKind::indicator);
        if (head_again(name)) return;
        if (achievement_row(name)) return;
        auto const area = cell(ColumnKind::area), activity = cell(ColumnKind::activity);
        if (total(area) || total(activity) || total(cell(ColumnKind::serial)) || total(name))
            return;
        if (name.size() > name_bytes_max || area.size() > name_bytes_max
            || activity.size() > name_bytes_max) {
            report_.state = RowState::refused;
            return say({"plan_import.long_name"});
        }
        stand_over(area, activity);
        if (name.empty()) return without_indicator();
        auto [facts, number] = indicator(name);
        report_.name = facts.name;
        if (facts.name.empty()) refuse({"plan_import.no_name"});
        if (refused_) {
            report_.state = RowState::refused;
            return;
        }
        place(facts.name);
        auto& activities = out.plan.areas[area_].activities;
        auto& indicators = activities[activity_].indicators;
        indicators.push_back(std::move(facts));
        ++indicators_;
        report_.place = {area_ + 1, activity_ + 1, indicators.size()};
        numbered_as(number);
        report_.state = mended_ ? RowState::mended : RowState::taken;
    }

    /// The row of heads once more, and the row of column numbers below it.
    bool head_again(std::string_view name) const {
        if (name.size() > name_bytes_max) return false;
        auto const is_head = [this](ColumnKind kind) {
            auto const head = head_named(cell(kind), year_);
            return head && head->kind == kind;
        };
        if (is_head(ColumnKind::indicator)
            && (is_head(ColumnKind::weight) || is_head(ColumnKind::activity)))
            return true;
        if (!all_digits(name)) return false;
        return std::ranges::all_of(row_->cells, [](std::string_view text) {
            return bangla::trimmed(text).empty() || all_digits(bangla::trimmed(text));
        });
    }

    /// The second row of an indicator, where it has two.
    bool achievement_row(std::string_view name) {
        auto const kind = bangla::folded(cell(ColumnKind::row_kind));
        if (kind.empty() || (kind != bangla::folded("অর্জন") && kind != bangla::folded("achieved")))
            return false;
        if (!last_) return false;
        auto& last = out.plan.areas[last_->area - 1]
                         .activities[last_->activity - 1]
                         .indicators[last_->indicator - 1];
        if (!name.empty() && bangla::folded(numbered_name(name).name) != bangla::folded(last.name))
            return false;
        quarters(last);
        report_.place = *last_;
        report_.name = last.name;
        report_.state = mended_ || refused_ ? RowState::mended : RowState::taken;
        return true;
    }

    static bool total(std::string_view text) {
        if (text.empty() || text.size() > name_bytes_max) return false;
        auto const key = bangla::folded(text);
        for (std::string_view const word : {"মোট", "সর্বমোট", "মোট নম্বর", "total", "grand total"})
            if (key == bangla::folded(word)) return true;
        return false;
    }

    /// What a row names stands over it and over those below, be the row itself taken or not.
    void stand_over(std::string_view area, std::string_view activity) {
        if (!area.empty()) {
            over_area_ = area;
            over_activity_ = {};
        }
        if (!activity.empty()) over_activity_ = activity;
        if (auto const weight = cell(ColumnKind::area_weight); !says_nothing(weight))
            over_weight_ = weight;
    }

    /// A row that gives figures has lost its indicator; another only names an area or activity.
    void without_indicator() {
        if (says_nothing(cell(ColumnKind::weight))) return;
        report_.state = RowState::refused;
        say({"plan_import.no_name"});
    }

    /// And the number that it had.
    std::pair<IndicatorFacts, std::string> indicator(std::string_view name) {
        auto named = numbered_name(name);
        IndicatorFacts i{.name = std::move(named.name)};
        unit(i);
        i.better = i.unit == Unit::date ? Better::lower : Better::higher;
        i.evidence_expected = bangla::normalised(cell(ColumnKind::evidence));
        report_.responsible = bangla::normalised(cell(ColumnKind::responsible));
        count(i);
        weight(i);
        bands(i);
        i.before_last = value(ColumnKind::before_last, 0, i.unit);
        i.last = value(ColumnKind::last, 0, i.unit);
        if (!heads_.at(ColumnKind::row_kind)) quarters(i);
        shares(i);
        return {std::move(i), std::move(named.number)};
    }

    void unit(IndicatorFacts& i) {
        i.unit_name = bangla::normalised(cell(ColumnKind::unit));
        if (auto const known = unit_named(i.unit_name)) {
            i.unit = *known;
            return;
        }
        if (!i.unit_name.empty()) return;
        for (auto const percent : band_percents) {
            auto const text = target(percent);
            if (says_nothing(text)) continue;
            bool const number = read_cell(text, Unit::number, year_).value.has_value();
            if (!number && read_cell(text, Unit::date, year_).value) i.unit = Unit::date;
            break;
        }
        if (heads_.at(ColumnKind::unit))
            mend({"plan_import.unit_guessed", {{"unit", BilingualText(label_of(i.unit))}}});
    }

    void count(IndicatorFacts& i) {
        i.count = i.unit == Unit::date      ? Count::date
                  : i.unit == Unit::percent ? Count::last
                                            : Count::sum;
        auto const text = cell(ColumnKind::count);
        if (says_nothing(text)) return;
        if (auto const known = count_named(text))
            i.count = *known;
        else
            mend({"plan_import.count_unknown",
                  {{"given", shortened(text)}, {"count", BilingualText(label_of(i.count))}}});
    }

    void weight(IndicatorFacts& i) {
        auto const read = read_cell(cell(ColumnKind::weight), Unit::number, year_);
        if (read.wrong) return refuse(*read.wrong, label(ColumnKind::weight));
        if (read.mended) mend(*read.mended, label(ColumnKind::weight));
        i.weight = read.value.value_or(Value{});
        if (i.weight < Value{} || i.weight > weight_most)
            refuse({"plan_import.weight_bounds", {{"most", weight_most.units / Value::one}}});
    }

    std::string_view target(int percent) const {
        auto const text = cell(ColumnKind::band, percent);
        return text.empty() && percent == 100 ? cell(ColumnKind::target) : text;
    }

    void bands(IndicatorFacts& i) {
        for (std::size_t at = 0; at < i.bands.size(); ++at) {
            auto const read = read_cell(target(band_percents[at]), i.unit, year_);
            if (read.wrong) refuse(*read.wrong, percent_label(band_percents[at]));
            if (read.mended) mend(*read.mended, percent_label(band_percents[at]));
            i.bands[at] = read.value;
        }
        std::vector<Value> filled;
        for (auto const& band : i.bands)
            if (band) filled.push_back(*band);
        if (i.unit == Unit::date || filled.size() < 2 || !std::ranges::is_sorted(filled)
            || filled.front() == filled.back())
            return;
        i.better = Better::lower;
        mend({"plan_import.lower_is_better"});
    }

    /// Spreadsheets keep 80 % as 0.8.
    void shares(IndicatorFacts& i) {
        bool fraction = false;
        for (auto const& band : i.bands) {
            if (band && (*band < Value{} || *band > Value::whole(1))) return;
            fraction = fraction || (band && band->units % Value::one != 0);
        }
        if (i.unit != Unit::percent || !fraction) return;
        auto const percent = [](std::optional<Value>& share) {
            if (share && *share <= Value::whole(1)) share->units *= 100;
        };
        std::ranges::for_each(i.bands, percent);
        std::ranges::for_each(i.quarters, percent);
        percent(i.last);
        percent(i.before_last);
        mend({"plan_import.share_as_percent"});
    }

    void quarters(IndicatorFacts& i) {
        for (std::size_t q = 0; q < i.quarters.size(); ++q)
            i.quarters[q] = value(ColumnKind::quarter, static_cast<int>(q) + 1, i.unit);
    }

    /// What a plan can do without is left blank where it cannot be read, and said.
    std::optional<Value> value(ColumnKind kind, int which, Unit unit) {
        auto const read = read_cell(cell(kind, which), unit, year_);
        if (read.mended) mend(*read.mended, label(kind));
        if (read.wrong) mend(*read.wrong, label(kind));
        return read.value;
    }

    static std::string shortened(std::string_view text) {
        constexpr std::size_t longest = 200;
        return text.size() > longest ? std::string("…") : std::string(text);
    }

    /// Finds or begins the area and the activity that stand over the row.
    void place(std::string const& indicator) {
        auto const area = std::exchange(over_area_, {});
        auto const activity = std::exchange(over_activity_, {});
        bool fresh_area = false;
        if (!area.empty() || out.plan.areas.empty()) {
            auto const expected = heads_.at(ColumnKind::serial) ? 0 : expected_area(area);
            fresh_area = begin_area(numbered_name(area, expected).name);
        }
        area_weight(std::exchange(over_weight_, {}));
        auto& activities = out.plan.areas[area_].activities;
        if (activity.empty() && !activities.empty() && !fresh_area) return;
        auto name = numbered_name(activity).name;
        if (name.empty()) name = indicator;
        auto const [found, fresh] = activities_.emplace(
            std::to_string(area_) + " " + bangla::folded(name), activities.size());
        if (fresh) activities.push_back({.name = std::move(name)});
        activity_ = found->second;
    }

    /// The number that an area's name may begin with: of the one that goes on, or of the next.
    std::size_t expected_area(std::string_view area) const {
        auto const next = out.plan.areas.size() + 1;
        bool const is_next = !numbered_name(area, next).number.empty();
        return is_next ? next : area_ + 1;
    }

    /// Whether it is another than that of the row above.
    bool begin_area(std::string name) {
        if (name.empty()) name = form_.title.bn;
        auto const [found, fresh] = areas_.emplace(bangla::folded(name), out.plan.areas.size());
        if (fresh) out.plan.areas.push_back({.name = std::move(name)});
        bool const other = fresh || found->second != area_;
        area_ = found->second;
        return other;
    }

    void area_weight(std::string_view text) {
        if (says_nothing(text)) return;
        auto const read = read_cell(text, Unit::number, year_);
        bool const usable = read.value && *read.value >= Value{} && *read.value <= weight_most;
        if (usable)
            out.plan.areas[area_].weight = *read.value;
        else
            mend({"plan_import.not_a_number", {{"given", shortened(text)}}},
                 label(ColumnKind::area_weight));
    }

    /// Indicators are numbered by their places; a number that says otherwise is told.
    void numbered_as(std::string const& number) {
        last_ = report_.place;
        auto const write = [&](Language language) {
            return numbered(static_cast<int>(report_.place.area),
                            static_cast<int>(report_.place.activity),
                            static_cast<int>(report_.place.indicator), language);
        };
        if (number.empty() || number == write(Language::en)) return;
        mend({"plan_import.renumbered",
              {{"written", number},
               {"number", BilingualText(write(Language::bn), write(Language::en))}}});
    }

    std::span<SheetRow const> rows_;
    SheetHeads const& heads_;
    PlanTemplate const& form_;
    int year_;
    SheetRow const* row_ = nullptr;
    ReportedRow report_ = {};
    std::string_view over_area_ = {}, over_activity_ = {}, over_weight_ = {};
    bool mended_ = false, refused_ = false;
    std::size_t area_ = 0, activity_ = 0, indicators_ = 0;
    std::optional<Place> last_ = {};
    std::map<std::string, std::size_t> areas_, activities_;
};

} // namespace

Result<PlanImport> import_plan(std::span<SheetRow const> rows, PlanTemplate const& form,
                               int fiscal_year) {
    if (rows.empty()) return refused({"plan_import.empty"});
    auto const heads = find_heads(rows, fiscal_year);
    if (!heads) return refused({"plan_import.no_heads"});
    if (!heads->at(ColumnKind::weight)) return refused({"plan_import.no_weights"});
    Importer importer(rows, *heads, form, fiscal_year);
    importer.read();
    if (importer.too_many)
        return refused(
            {"plan_import.too_many", {{"most", static_cast<std::int64_t>(import_indicators_max)}}});
    auto& out = importer.out;
    if (out.taken + out.mended + out.refused == 0) return refused({"plan_import.nothing"});
    out.head_row = rows[heads->first_row].number;
    out.unknown = heads->unknown;
    for (auto const& column : form.plan.columns) {
        bool const asked = column.kind != ColumnKind::serial && column.kind != ColumnKind::remark
                           && column.kind != ColumnKind::projection
                           && column.kind != ColumnKind::row_kind;
        if (!asked) continue;
        auto const which = column.kind == ColumnKind::band ? column.which : 0;
        bool const there =
            heads->at(column.kind, column.kind == ColumnKind::quarter ? column.which : which)
            || (which == 100 && heads->at(ColumnKind::target));
        (there ? out.found : out.missing).push_back(called(column, fiscal_year));
    }
    out.findings = findings(out.plan, form.scale);
    return std::move(importer.out);
}

} // namespace udb::plans
