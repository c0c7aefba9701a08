// Forms of plans out of their TOML files: all problems at once, each with its file and path.
#include "kernel/mandate_reader.hpp"
#include "modules/plans/plan_template.hpp"

#include <algorithm>
#include <map>

namespace udb::plans {
namespace {

using Need = MandateReader::Need;

constexpr int year_least = 2013;
constexpr int year_most = 2100;
constexpr int marks_most = 1000;

std::string path_to(std::string const& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

class Parser {
public:
    explicit Parser(MandateReader& reader) : r_(reader) {}

    TableForm table(toml::table const& from) {
        r_.known_keys(from, "", {"id", "two_rows", "title", "columns"});
        TableForm out{.id = r_.text(from, "id", ""),
                      .title = r_.label_at(from, "title", ""),
                      .two_rows = r_.flag(from, "two_rows", "")};
        r_.each(from, "columns", "", [&](toml::table const& column, std::string const& path) {
            out.columns.push_back(this->column(column, path));
        });
        if (out.columns.empty()) r_.problem("columns", {"mandate.data_empty"});
        return out;
    }

    PlanTemplate form(toml::table const& from, std::map<std::string, TableForm> const& tables) {
        r_.known_keys(from, "",
                      {"id", "purpose", "title", "first_year", "last_year", "marks", "scale",
                       "bracketed", "plan", "progress", "evaluation", "default_sources", "sources",
                       "areas"});
        PlanTemplate out{.id = r_.text(from, "id", ""),
                         .purpose = r_.term<Purpose>(from, "purpose", ""),
                         .title = r_.label_at(from, "title", "")};
        out.first_year = year(from, "first_year");
        if (from.contains("last_year")) out.last_year = year(from, "last_year");
        out.scale.marks = Value::whole(r_.number(from, "marks", "", 1, marks_most));
        if (from.contains("scale"))
            out.scale.to = Value::whole(r_.number(from, "scale", "", 1, marks_most));
        out.bracketed = r_.flag(from, "bracketed", "");
        out.plan = named(from, "plan", tables);
        out.progress = named(from, "progress", tables);
        out.evaluation = named(from, "evaluation", tables);
        sources(from, out);
        figure(from, "", {}, "scale", out.scale.to > Value{}, out);
        r_.each(from, "areas", "", [&](toml::table const& area, std::string const& path) {
            this->area(area, path, out);
        });
        return out;
    }

private:
    int year(toml::table const& from, std::string_view key) {
        return static_cast<int>(r_.number(from, key, "", year_least, year_most));
    }

    TableColumn column(toml::table const& from, std::string const& path) {
        r_.known_keys(from, path, {"kind", "which", "bn", "en", "width", "group"});
        TableColumn out{.kind = r_.term<ColumnKind>(from, "kind", path),
                        .label = r_.label(from, path)};
        constexpr int width_most = 100;
        out.width = static_cast<double>(r_.number(from, "width", path, 1, width_most));
        if (from.contains("group")) out.group = r_.label_at(from, "group", path);
        if (out.kind == ColumnKind::band) {
            out.which = static_cast<int>(r_.number(from, "which", path, 60, 100));
            if (std::ranges::find(band_percents, out.which) == band_percents.end())
                r_.problem(path_to(path, "which"),
                           {"mandate.data_choice",
                            {{"given", std::to_string(out.which)},
                             {"allowed", std::string("100, 90, 80, 70, 60")}}});
        }
        if (out.kind == ColumnKind::quarter)
            out.which = static_cast<int>(r_.number(from, "which", path, 1, 4));
        if (out.kind == ColumnKind::projection)
            out.which = static_cast<int>(r_.number(from, "which", path, 1, 3));
        return out;
    }

    TableForm named(toml::table const& from, std::string_view key,
                    std::map<std::string, TableForm> const& tables) {
        auto const id = r_.text(from, key, "");
        auto const found = tables.find(id);
        if (found != tables.end()) return found->second;
        std::string allowed;
        for (auto const& [name, table] : tables)
            allowed += (allowed.empty() ? "" : ", ") + name;
        r_.problem(std::string(key),
                   {"mandate.data_choice", {{"given", id}, {"allowed", allowed}}});
        return {};
    }

    void sources(toml::table const& from, PlanTemplate& out) {
        r_.each(from, "sources", "", [&](toml::table const& source, std::string const& path) {
            r_.known_keys(source, path, {"id", "certainty", "bn", "en"});
            out.sources.push_back({.id = r_.text(source, "id", path),
                                   .certainty = r_.term<Certainty>(source, "certainty", path),
                                   .title = r_.label(source, path)});
        });
        if (auto const* usual = r_.table(from, "default_sources", "")) {
            r_.known_keys(*usual, "default_sources", {"names", "weights", "bands", "scale"});
            for (auto const& [key, node] : *usual)
                usual_[std::string(key.str())] = known(*usual, key.str(), "default_sources", out);
        }
    }

    std::string known(toml::table const& from, std::string_view key, std::string const& path,
                      PlanTemplate const& out) {
        auto id = r_.text(from, key, path);
        if (std::ranges::find(out.sources, id, &Source::id) == out.sources.end()) {
            std::string allowed;
            for (auto const& source : out.sources)
                allowed += (allowed.empty() ? "" : ", ") + source.id;
            r_.problem(path_to(path, key),
                       {"mandate.data_choice", {{"given", id}, {"allowed", allowed}}});
        }
        return id;
    }

    /// Notes where a figure that is `there` comes from: its own source, or the usual one.
    void figure(toml::table const& from, std::string const& path, Place place,
                std::string const& what, bool there, PlanTemplate& out) {
        auto const key = what + "_source";
        if (from.contains(key)) {
            out.sourced.push_back({place, what, known(from, key, path, out)});
            return;
        }
        if (!there) return;
        auto const usual = usual_.find(what == "name"     ? "names"
                                       : what == "weight" ? "weights"
                                                          : what);
        if (usual == usual_.end())
            r_.problem(path_to(path, key), {"mandate.data_missing"});
        else
            out.sourced.push_back({place, what, usual->second});
    }

    void area(toml::table const& from, std::string const& path, PlanTemplate& out) {
        r_.known_keys(from, path, {"name", "weight", "weight_source", "name_source", "activities"});
        auto& area = out.start.areas.emplace_back();
        Place const place{out.start.areas.size()};
        area.name = r_.text(from, "name", path);
        if (from.contains("weight")) area.weight = value(from, "weight", path, Unit::number);
        figure(from, path, place, "name", true, out);
        figure(from, path, place, "weight", from.contains("weight"), out);
        r_.each(from, "activities", path,
                [&](toml::table const& activity, std::string const& inner) {
                    r_.known_keys(activity, inner, {"name", "indicators"});
                    area.activities.push_back({.name = r_.text(activity, "name", inner)});
                    r_.each(activity, "indicators", inner,
                            [&](toml::table const& one, std::string const& deepest) {
                                indicator(one, deepest, place, out);
                            });
                });
    }

    /// Adds to the activity that was begun last.
    void indicator(toml::table const& from, std::string const& path, Place place,
                   PlanTemplate& out) {
        r_.known_keys(from, path,
                      {"name", "unit", "unit_name", "weight", "bands", "better", "rule", "count",
                       "evidence", "name_source", "weight_source", "bands_source"});
        auto& activities = out.start.areas.back().activities;
        IndicatorFacts i{.name = r_.text(from, "name", path),
                         .unit = r_.term<Unit>(from, "unit", path)};
        if (from.contains("unit_name")) i.unit_name = r_.text(from, "unit_name", path);
        if (from.contains("evidence")) i.evidence_expected = r_.text(from, "evidence", path);
        bool const day = i.unit == Unit::date;
        i.better = day ? Better::lower : Better::higher;
        i.count = day ? Count::date : Count::sum;
        if (from.contains("better")) i.better = r_.term<Better>(from, "better", path);
        if (from.contains("rule")) i.rule = r_.term<ScoreRule>(from, "rule", path);
        if (from.contains("count")) i.count = r_.term<Count>(from, "count", path);
        i.weight = value(from, "weight", path, Unit::number);
        bands(from, path, i);
        activities.back().indicators.push_back(std::move(i));
        place.activity = activities.size();
        place.indicator = activities.back().indicators.size();
        for (auto const* what : {"name", "weight", "bands"})
            figure(from, path, place, what, true, out);
    }

    void bands(toml::table const& from, std::string const& path, IndicatorFacts& i) {
        auto const* list = from["bands"].as_array();
        auto const here = path_to(path, "bands");
        if (!list) return r_.problem(here, {"mandate.data_list"});
        if (list->size() != i.bands.size())
            return r_.problem(here, {"mandate.data_bounds",
                                     {{"least", std::int64_t(i.bands.size())},
                                      {"most", std::int64_t(i.bands.size())}}});
        for (std::size_t at = 0; at < list->size(); ++at) {
            auto const& node = *list->get(at);
            if (auto const* text = node.as_string(); text && text->get().empty()) continue;
            i.bands[at] = value(node, here + "[" + std::to_string(at) + "]", i.unit);
        }
    }

    Value value(toml::table const& from, std::string_view key, std::string const& path, Unit unit) {
        if (auto const* node = from.get(key)) return value(*node, path_to(path, key), unit);
        r_.problem(path_to(path, key), {"mandate.data_missing"});
        return {};
    }

    /// A whole number, a date, or a text such as `29.95`: a binary fraction is not exact.
    Value value(toml::node const& node, std::string const& path, Unit unit) {
        auto const most = Decimal::most / Decimal::one;
        if (auto const whole = node.value_exact<std::int64_t>();
            whole && unit != Unit::date && *whole >= -most && *whole <= most)
            return Value::whole(*whole);
        if (auto const day = node.value_exact<toml::date>(); day && unit == Unit::date)
            return value_of(std::chrono::year{day->year} / std::chrono::month{day->month}
                            / std::chrono::day{day->day});
        if (auto const* text = node.as_string(); text && unit != Unit::date)
            if (auto const read = parse_value(text->get(), unit)) return *read;
        r_.problem(path, {unit == Unit::date ? "mandate.data_date" : "mandate.data_missing"});
        return {};
    }

    MandateReader& r_;
    std::map<std::string, std::string> usual_;
};

} // namespace

Result<std::vector<PlanTemplate>> read_plan_templates(std::span<EmbeddedFile const> files) {
    std::map<std::string, TableForm> tables;
    std::vector<PlanTemplate> forms;
    std::vector<FieldError> problems;
    auto const read = [&](EmbeddedFile const& file, auto const& take) {
        auto const parsed = parse_toml(file.bytes, file.name);
        if (!parsed) {
            problems.insert(problems.end(), parsed.error().fields.begin(),
                            parsed.error().fields.end());
            return;
        }
        MandateReader reader;
        auto const id = take(Parser(reader), *parsed);
        auto const stem = file.name.substr(file.name.find_last_of('/') + 1);
        if (!id.empty() && stem != id + ".toml")
            reader.problem(
                "id", {"mandate.data_file_name", {{"file", std::string(file.name)}, {"id", id}}});
        for (auto const& problem : reader.problems())
            problems.push_back({std::string(file.name) + ": " + problem.field, problem.message});
    };
    for (auto const& file : files)
        if (file.name.starts_with("tables/"))
            read(file, [&](Parser parser, toml::table const& from) {
                auto table = parser.table(from);
                auto const id = table.id;
                tables.insert_or_assign(id, std::move(table));
                return id;
            });
    for (auto const& file : files)
        if (!file.name.starts_with("tables/"))
            read(file, [&](Parser parser, toml::table const& from) {
                return forms.emplace_back(parser.form(from, tables)).id;
            });
    if (!problems.empty()) return invalid(std::move(problems));
    std::ranges::sort(forms, {}, &PlanTemplate::id);
    return forms;
}

} // namespace udb::plans
