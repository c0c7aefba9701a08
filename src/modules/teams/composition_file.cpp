#include "modules/teams/composition_file.hpp"

#include "bangla/text/similarity.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

namespace udb::teams {
namespace {

namespace json = boost::json;

std::string text_of(json::string const& text) { return {text.data(), text.size()}; }

/// Walks the parsed JSON and collects every problem with its path.
class Reader {
public:
    Composition read(json::object const& root) {
        Composition team;
        check_keys(root, "", {"formed_by", "seats"});
        if (auto const* formed = given(root, "formed_by"))
            team.formed_by = closed<Authority>(*formed, "formed_by");
        auto const* seats = root.if_contains("seats");
        if (!seats) {
            problem("seats", {"teams.file_missing"});
            return team;
        }
        auto const* list = seats->if_array();
        if (!list) {
            problem("seats", {"teams.file_list"});
            return team;
        }
        if (list->size() > composition_seats_max) {
            problem("seats", {"teams.file_many",
                              {{"n", static_cast<std::int64_t>(list->size())},
                               {"most", static_cast<std::int64_t>(composition_seats_max)}}});
            return team;
        }
        for (std::size_t i = 0; i < list->size(); ++i)
            team.seats.push_back(seat((*list)[i], "seats[" + std::to_string(i) + "]"));
        return team;
    }

    std::vector<FieldError> problems;

private:
    void problem(std::string path, Message message) {
        problems.push_back({std::move(path), std::move(message)});
    }

    /// The value under `key`, unless it is absent or null.
    static json::value const* given(json::object const& object, std::string_view key) {
        auto const* value = object.if_contains(key);
        return value && !value->is_null() ? value : nullptr;
    }

    /// A misspelt key would silently count as "not recorded"; other keys are passed over.
    void check_keys(json::object const& object, std::string const& path,
                    std::vector<std::string_view> const& keys) {
        for (auto const& [name, value] : object) {
            std::string_view const key{name.data(), name.size()};
            if (std::ranges::find(keys, key) != keys.end()) continue;
            for (auto const right : keys)
                if (misspells(key, right, right.size() < 8 ? 1 : 3))
                    problem(path.empty() ? std::string(key) : path + "." + std::string(key),
                            {"teams.file_key",
                             {{"given", std::string(key)}, {"meant", std::string(right)}}});
        }
    }

    std::string text(json::object const& object, std::string_view key, std::string const& path) {
        auto const* value = given(object, key);
        if (!value) return {};
        if (auto const* string = value->if_string()) return text_of(*string);
        problem(path + "." + std::string(key), {"teams.file_text"});
        return {};
    }

    template <class E>
    std::optional<E> closed(json::value const& value, std::string const& path) {
        auto const* string = value.if_string();
        auto const found = string ? term_with_id<E>(text_of(*string)) : std::nullopt;
        if (!found)
            problem(path, {"teams.file_choice",
                           {{"given", shown(value)}, {"allowed", allowed_ids<E>()}}});
        return found;
    }

    /// As the file has it, at most forty letters or so of it.
    static std::string shown(json::value const& value) {
        if (auto const* string = value.if_string())
            return string->size() <= 120 ? text_of(*string) : "…";
        return value.is_structured() ? "…" : json::serialize(value);
    }

    std::optional<Rank> rank(json::value const& value, std::string const& path) {
        auto const* string = value.if_string();
        if (!string) {
            problem(path, {"teams.file_choice",
                           {{"given", shown(value)}, {"allowed", allowed_ids<Rank>()}}});
            return {};
        }
        auto const id = text_of(*string);
        if (id.empty()) return {};
        if (auto const known = term_with_id<Rank>(id)) return known;
        auto const [at, is_new] = unknown_ranks_.try_emplace(id);
        if (is_new) at->second = titled_or_misspelt(id);
        if (!at->second.meant.empty())
            problem(
                path,
                {"teams.file_rank",
                 {{"given", id}, {"meant", at->second.meant}, {"allowed", allowed_ids<Rank>()}}});
        return at->second.rank;
    }

    /// What a rank that is no id of the table may be: a title, a slip of the pen, or some other
    /// rank.
    struct UnknownRank {
        Rank rank = Rank::other;
        std::string meant; ///< the id that it misspells
    };
    static UnknownRank titled_or_misspelt(std::string const& id) {
        if (id.size() > 120) return {};
        if (auto const titled = rank_named(id)) return {*titled, ""};
        for (auto const& row : terms<Rank>())
            if (misspells(id, row.id, row.id.size() < 8 ? 1 : 2))
                return {Rank::other, std::string(row.id)};
        return {};
    }
    static bool misspells(std::string_view given, std::string_view right, std::size_t slips) {
        auto const lengths = std::minmax({given.size(), right.size()});
        return lengths.second - lengths.first <= slips
               && bangla::edit_distance(given, right) <= slips;
    }

    std::vector<Rank> ranks(json::object const& object, std::string const& path) {
        std::vector<Rank> out;
        auto const* value = given(object, "rank");
        if (!value) return out;
        auto const* list = value->if_array();
        if (!list) {
            if (auto const one = rank(*value, path + ".rank")) out.push_back(*one);
            return out;
        }
        for (std::size_t i = 0; i < list->size(); ++i)
            if (auto const one = rank((*list)[i], path + ".rank[" + std::to_string(i) + "]"))
                out.push_back(*one);
        return out;
    }

    std::optional<std::set<Capacity>> capacities(json::object const& object,
                                                 std::string const& path) {
        auto const* value = given(object, "capacities");
        if (!value) return {};
        auto const* list = value->if_array();
        if (!list) {
            problem(path + ".capacities", {"teams.file_list"});
            return {};
        }
        std::set<Capacity> out;
        for (std::size_t i = 0; i < list->size(); ++i)
            if (auto const one =
                    closed<Capacity>((*list)[i], path + ".capacities[" + std::to_string(i) + "]"))
                out.insert(*one);
        return out;
    }

    Seat seat(json::value const& value, std::string const& path) {
        auto const* object = value.if_object();
        if (!object) {
            problem(path, {"teams.file_object"});
            return {};
        }
        check_keys(*object, path, {"role", "rank", "unit", "capacities"});
        Seat out;
        if (auto const* role = given(*object, "role"))
            out.role = closed<SeatRole>(*role, path + ".role").value_or(SeatRole::member);
        else
            problem(path + ".role", {"teams.file_needed", {{"allowed", allowed_ids<SeatRole>()}}});
        out.ranks = ranks(*object, path);
        out.unit = text(*object, "unit", path);
        out.post = text(*object, "post", path);
        out.capacities = capacities(*object, path);
        return out;
    }

    std::map<std::string, UnknownRank> unknown_ranks_;
};

std::string said(RuleResult const& rule, Catalogue const& words, Language language) {
    std::string out;
    for (auto const& message : rule.says) {
        if (!out.empty()) out += ' ';
        out += words.say(message, language);
    }
    return out;
}

} // namespace

Result<Composition> read_composition(std::string_view text) {
    if (text.size() > composition_bytes_max)
        return invalid(
            "", {"teams.file_large",
                 {{"most", static_cast<std::int64_t>(composition_bytes_max / 1024 / 1024)}}});
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == text.npos) return invalid("", {"teams.file_empty"});
    boost::system::error_code bad;
    json::stream_parser parser;
    auto const read = parser.write_some(text.data(), text.size(), bad);
    if (!bad && read == text.size()) parser.finish(bad);
    if (!bad && read < text.size() && text.find_first_not_of(" \t\r\n", read) != text.npos)
        bad = make_error_code(json::error::extra_data);
    if (bad)
        return invalid(
            "",
            {"teams.file_not_json",
             {{"line", std::int64_t{1}
                           + std::count(text.begin(),
                                        text.begin() + static_cast<std::ptrdiff_t>(read), '\n')},
              {"why", bad.message()}}});
    auto const root = parser.release();
    auto const* object = root.if_object();
    if (!object) return invalid("", {"teams.file_object"});
    Reader reader;
    auto team = reader.read(*object);
    if (!reader.problems.empty()) return invalid(std::move(reader.problems));
    return team;
}

std::string verdict_json(Verdict const& verdict, Catalogue const& words) {
    json::array rules;
    for (auto const& rule : verdict.rules) {
        json::array by(rule.by.begin(), rule.by.end());
        rules.push_back(json::object{{"id", rule.id},
                                     {"paragraph", rule.paragraph},
                                     {"state", json::string(id_of(rule.state))},
                                     {"by", std::move(by)},
                                     {"bn", said(rule, words, Language::bn)},
                                     {"en", said(rule, words, Language::en)}});
    }
    return json::serialize(
        json::object{{"verdict", json::string(id_of(verdict.state))}, {"rules", std::move(rules)}});
}

} // namespace udb::teams
