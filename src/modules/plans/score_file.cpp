#include "modules/plans/score_file.hpp"

#include "bangla/text/similarity.hpp"
#include "modules/plans/exact_json.hpp"
#include "modules/plans/number_text.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>

namespace udb::plans {
namespace {

using Kind = Json::Kind;

constexpr std::array<std::string_view, 9> known_keys{"id",   "unit",  "weight",   "bands", "better",
                                                     "rule", "count", "quarters", "actual"};

std::string at(std::string const& path, std::string_view key) {
    return path + "." + std::string(key);
}
std::string at(std::string const& path, std::size_t index) {
    return path + "[" + std::to_string(index) + "]";
}

class Reader {
public:
    std::vector<FieldError> problems;

    std::vector<ScoreEntry> read(Json const& root) {
        std::vector<ScoreEntry> out;
        if (root.kind != Kind::object) return problem("", {"plan_score.file_object"}), out;
        auto const* list = root.given("indicators");
        if (!list || list->kind != Kind::list)
            return problem("indicators", {"plan_score.file_list"}), out;
        if (list->items.size() > score_file_indicators_max) {
            problem("indicators",
                    {"plan_score.file_many",
                     {{"n", static_cast<std::int64_t>(list->items.size())},
                      {"most", static_cast<std::int64_t>(score_file_indicators_max)}}});
            return out;
        }
        for (std::size_t i = 0; i < list->items.size(); ++i)
            out.push_back(entry(list->items[i], at("indicators", i)));
        return out;
    }

private:
    void problem(std::string path, Message message) {
        problems.push_back({std::move(path), std::move(message)});
    }

    ScoreEntry entry(Json const& json, std::string const& path) {
        ScoreEntry out;
        if (json.kind != Kind::object) return problem(path, {"plan_score.file_object"}), out;
        misspelt(json, path);
        out.id = id(json, path);
        auto& i = out.indicator;
        i.name = out.id;
        i.unit = choice(json, "unit", path, Unit::number);
        bool const day = i.unit == Unit::date;
        i.better = choice(json, "better", path, day ? Better::lower : Better::higher);
        i.rule = choice(json, "rule", path, ScoreRule::interpolate);
        i.count = choice(json, "count", path, day ? Count::date : Count::sum);
        i.weight = weight(json, path);
        if (!json.given("bands")) problem(at(path, "bands"), {"plan_score.file_missing"});
        values(json, "bands", path, i.unit, i.bands);
        values(json, "quarters", path, i.unit, i.quarters);
        out.achieved = plans::achieved(i);
        if (auto const* actual = json.given("actual")) {
            if (json.given("quarters")) problem(at(path, "actual"), {"plan_score.file_both"});
            out.achieved = {.half_year = {}, .year = value(*actual, at(path, "actual"), i.unit)};
        }
        return out;
    }

    /// A misspelt key would silently count as absent; other unknown ones are passed over.
    void misspelt(Json const& json, std::string const& path) {
        for (auto const& key : json.keys) {
            if (std::ranges::find(known_keys, key) != known_keys.end()) continue;
            constexpr std::size_t longest = 12;
            for (auto const right : known_keys)
                if (right.size() > 2 && key.size() <= longest
                    && bangla::edit_distance(key, right) == 1)
                    problem(at(path, key), {"plan_score.file_key",
                                            {{"given", key}, {"meant", std::string(right)}}});
        }
    }

    std::string id(Json const& json, std::string const& path) {
        auto const* given = json.given("id");
        bool const usable = given && (given->kind == Kind::text || given->kind == Kind::number)
                            && !given->text.empty();
        if (!usable) {
            problem(at(path, "id"), {"plan_score.file_id"});
            return {};
        }
        auto const [there, fresh] = ids_.emplace(given->text, path);
        if (!fresh)
            problem(at(path, "id"),
                    {"plan_score.file_same_id", {{"id", shown(*given)}, {"other", there->second}}});
        return given->text;
    }

    template <class E>
    E choice(Json const& json, std::string_view key, std::string const& path, E otherwise) {
        auto const* given = json.given(key);
        if (!given) return otherwise;
        auto const found =
            given->kind == Kind::text ? term_with_id<E>(given->text) : std::optional<E>{};
        if (!found)
            problem(at(path, key), {"plan_score.file_choice",
                                    {{"given", shown(*given)}, {"allowed", allowed_ids<E>()}}});
        return found.value_or(otherwise);
    }

    Value weight(Json const& json, std::string const& path) {
        auto const* given = json.given("weight");
        if (!given) {
            problem(at(path, "weight"), {"plan_score.file_missing"});
            return {};
        }
        auto const weight = value(*given, at(path, "weight"), Unit::number);
        if (weight && (*weight < Value{} || *weight > weight_most))
            problem(at(path, "weight"),
                    {"plan_score.file_weight", {{"most", weight_most.units / Value::one}}});
        return weight.value_or(Value{});
    }

    template <std::size_t size>
    void values(Json const& json, std::string_view key, std::string const& path, Unit unit,
                std::array<std::optional<Value>, size>& out) {
        auto const* given = json.given(key);
        if (!given) return;
        if (given->kind != Kind::list) return problem(at(path, key), {"plan_score.file_list"});
        if (given->items.size() > size)
            return problem(at(path, key), {"plan_score.file_longer",
                                           {{"n", static_cast<std::int64_t>(given->items.size())},
                                            {"most", static_cast<std::int64_t>(size)}}});
        for (std::size_t n = 0; n < given->items.size(); ++n)
            out[n] = value(given->items[n], at(at(path, key), n), unit);
    }

    std::optional<Value> value(Json const& json, std::string const& path, Unit unit) {
        if (json.kind == Kind::null) return {};
        std::optional<Value> read;
        if (json.kind == Kind::text)
            read = parse_value(json.text, unit);
        else if (json.kind == Kind::number && unit != Unit::date)
            if (auto const number = read_number_text(json.text)) read = number->value;
        if (!read)
            problem(path, {unit == Unit::date ? "plan_score.file_day" : "plan_score.file_number",
                           {{"given", shown(json)}}});
        return read;
    }

    /// As the file has it, where it is short.
    static std::string shown(Json const& json) {
        constexpr std::size_t longest = 120;
        bool const short_text =
            json.kind != Kind::list && json.kind != Kind::object && json.text.size() <= longest;
        if (json.kind == Kind::null) return "null";
        return short_text ? json.text : "…";
    }

    std::map<std::string, std::string> ids_;
};

std::string quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string(text));
}

std::string value_json(std::optional<Value> value, Unit unit) {
    if (!value) return "null";
    if (unit == Unit::date && is_day(*value)) return quoted(iso(day_of(*value)));
    return to_string(*value);
}

} // namespace

Result<std::vector<ScoreEntry>> read_score_file(std::string_view text) {
    if (text.size() > score_file_bytes_max)
        return invalid("", {"plan_score.file_large",
                            {{"most", static_cast<std::int64_t>(score_file_bytes_max >> 20)}}});
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == text.npos)
        return invalid("", {"plan_score.file_empty"});
    auto const root = TRY(parse_exact_json(text));
    Reader reader;
    auto entries = reader.read(root);
    if (!reader.problems.empty()) return invalid(std::move(reader.problems));
    return entries;
}

std::string score_json(std::vector<ScoreEntry> const& entries, Catalogue const& words) {
    std::string out = "{\"indicators\":[";
    Value total;
    for (auto const& entry : entries) {
        auto const& i = entry.indicator;
        auto const score = scored(i, entry.achieved);
        auto const said = words.say(working(i, score));
        total.units += score.score.units;
        if (&entry != entries.data()) out += ',';
        out += "{\"id\":" + quoted(entry.id);
        out += ",\"actual\":" + value_json(score.achieved.year, i.unit);
        out += ",\"half_year\":" + value_json(score.achieved.half_year, i.unit);
        out += ",\"percent\":" + value_json(score.percent, Unit::number);
        out += ",\"score\":" + to_string(score.score);
        out += ",\"working\":{\"bn\":" + quoted(said.bn) + ",\"en\":" + quoted(said.en) + "}}";
    }
    return out + "],\"total\":" + to_string(total) + "}";
}

} // namespace udb::plans
