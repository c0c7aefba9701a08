// Reads a mandate's data file, and reports everything that is wrong with it at once.
#include "bangla/text/search_key.hpp"
#include "kernel/mandate_reader.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace udb {
namespace {

/// With more fixed seats beside nominated members, choosing who sits where would take too long.
constexpr std::size_t fixed_seats_max = 3;

std::vector<std::string> folded_all(std::vector<std::string> words) {
    for (auto& word : words)
        word = bangla::folded(word);
    return words;
}

std::optional<Due> read_due(MandateReader& in, toml::table const& table, std::string const& path) {
    auto const* due = in.table(table, "due", path, MandateReader::Need::optional);
    if (!due) return {};
    auto const here = path + ".due";
    auto const kind = in.text(*due, "kind", here);
    if (kind == "first_monthly_meeting_of_year")
        return Due{.kind = Due::Kind::first_monthly_meeting_of_year, .month = 0, .day = 0};
    if (kind != "day_after_fiscal_year") {
        in.problem(
            here + ".kind",
            {"mandate.data_choice",
             {{"given", kind},
              {"allowed", std::string("day_after_fiscal_year, first_monthly_meeting_of_year")}}});
        return {};
    }
    Due const read{.kind = Due::Kind::day_after_fiscal_year,
                   .month = static_cast<unsigned>(in.number(*due, "month", here, 1, 12)),
                   .day = static_cast<unsigned>(in.number(*due, "day", here, 1, 31))};
    auto const date =
        std::chrono::year{2025} / std::chrono::month{read.month} / std::chrono::day{read.day};
    if (!date.ok()) in.problem(here, {"mandate.data_date"});
    return read;
}

SeatRule read_seat_rule(MandateReader& in, toml::table const& table, std::string const& path) {
    in.known_keys(table, path, {"role", "ranks", "capacities", "units", "what", "paragraph"});
    SeatRule rule{.role = in.term<SeatRole>(table, "role", path),
                  .ranks = in.term_list<Rank>(table, "ranks", path),
                  .capacities = in.term_list<Capacity>(table, "capacities", path),
                  .units = folded_all(in.text_list(table, "units", path)),
                  .what = in.label_at(table, "what", path),
                  .paragraph = in.text(table, "paragraph", path)};
    if (rule.ranks.empty() && rule.capacities.empty()) in.problem(path, {"mandate.data_seat_open"});
    return rule;
}

NominatedRule read_nominated(MandateReader& in, toml::table const& table, std::string const& path) {
    in.known_keys(table, path, {"least", "most", "from_other_offices", "what", "paragraph"});
    NominatedRule rule{.least = static_cast<int>(in.number(table, "least", path, 0, 1000)),
                       .most = static_cast<int>(in.number(table, "most", path, 0, 1000)),
                       .from_other_offices = in.flag(table, "from_other_offices", path),
                       .what = in.label_at(table, "what", path),
                       .paragraph = in.text(table, "paragraph", path)};
    if (rule.least > rule.most)
        in.problem(path,
                   {"mandate.data_range",
                    {{"least", std::int64_t{rule.least}}, {"most", std::int64_t{rule.most}}}});
    return rule;
}

Quota read_quota(MandateReader& in, toml::table const& table, std::string const& path) {
    in.known_keys(table, path,
                  {"id", "least", "capacities", "unit_words", "not_unit_words", "what", "ambiguity",
                   "paragraph"});
    Quota quota{.id = in.text(table, "id", path),
                .least = static_cast<int>(in.number(table, "least", path, 1, 1000)),
                .capacities = in.term_list<Capacity>(table, "capacities", path),
                .unit_words = folded_all(in.text_list(table, "unit_words", path)),
                .not_unit_words = folded_all(in.text_list(table, "not_unit_words", path)),
                .what = in.label_at(table, "what", path),
                .ambiguity = {},
                .paragraph = in.text(table, "paragraph", path)};
    if (table.contains("ambiguity")) quota.ambiguity = in.label_at(table, "ambiguity", path);
    if (quota.capacities.empty()) in.problem(path + ".capacities", {"mandate.data_empty"});
    return quota;
}

CompositionRules read_rules(MandateReader& in, toml::table const& table, Tier tier,
                            std::string const& path) {
    in.known_keys(table, path,
                  {"paragraph", "formed_by", "leader", "fixed", "nominated", "quotas"});
    CompositionRules rules;
    rules.tier = tier;
    rules.paragraph = in.text(table, "paragraph", path);
    if (auto const* formed = in.table(table, "formed_by", path, MandateReader::Need::optional)) {
        rules.formed_by = in.term<Authority>(*formed, "who", path + ".formed_by");
        rules.formed_by_paragraph = in.text(*formed, "paragraph", path + ".formed_by");
    }
    if (auto const* leader = in.table(table, "leader", path))
        rules.leader = read_seat_rule(in, *leader, path + ".leader");
    in.each(table, "fixed", path, [&](toml::table const& row, std::string const& here) {
        rules.fixed.push_back(read_seat_rule(in, row, here));
    });
    if (auto const* nominated = in.table(table, "nominated", path, MandateReader::Need::optional))
        rules.nominated = read_nominated(in, *nominated, path + ".nominated");
    in.each(table, "quotas", path, [&](toml::table const& row, std::string const& here) {
        rules.quotas.push_back(read_quota(in, row, here));
        if (std::ranges::count(rules.quotas, rules.quotas.back().id, &Quota::id) > 1)
            in.problem(here + ".id", {"mandate.data_twice", {{"what", rules.quotas.back().id}}});
    });
    if (rules.nominated && rules.fixed.size() > fixed_seats_max)
        in.problem(path + ".fixed",
                   {"mandate.data_fixed_many", {{"most", std::int64_t{fixed_seats_max}}}});
    if (!rules.nominated && (rules.fixed.empty() || !rules.quotas.empty()))
        in.problem(path, {"mandate.data_no_nominated"});
    rules.digest = digest_of(table);
    return rules;
}

Counted read_counted(MandateReader& in, toml::table const& table, std::string const& path) {
    in.known_keys(table, path, {"completion", "signal", "least", "due"});
    Counted counted;
    if (table.contains("completion"))
        counted.completion = in.term<Completion>(table, "completion", path);
    auto const signal = in.text(table, "signal", path);
    if (auto read = parse_signal(signal))
        counted.signal = std::move(*read);
    else if (!signal.empty())
        in.problem(path + ".signal", {"mandate.data_signal", {{"given", signal}}});
    if (table.contains("least"))
        counted.least = static_cast<int>(in.number(table, "least", path, 1, 1000));
    counted.due = read_due(in, table, path);
    return counted;
}

/// Each completion is counted exactly once, and nothing else where there are completions.
void read_counts(MandateReader& in, toml::table const& table, std::string const& path,
                 Function& function) {
    in.each(table, "counts", path, [&](toml::table const& row, std::string const& here) {
        function.counts.push_back(read_counted(in, row, here));
        auto const& completion = function.counts.back().completion;
        if (completion ? std::ranges::count(function.completions, *completion) != 1
                       : !function.completions.empty())
            in.problem(here + ".completion", {"mandate.data_completion"});
        if (completion && std::ranges::count(function.counts, completion, &Counted::completion) > 1)
            in.problem(here + ".completion",
                       {"mandate.data_twice", {{"what", std::string(id_of(*completion))}}});
    });
    for (auto const completion : function.completions)
        if (!function.counts.empty()
            && std::ranges::count(function.counts, std::optional(completion), &Counted::completion)
                   == 0)
            in.problem(path + ".counts",
                       {"mandate.data_not_counted", {{"what", std::string(id_of(completion))}}});
}

Function read_function(MandateReader& in, toml::table const& table, std::string const& path) {
    in.known_keys(table, path,
                  {"no", "bn", "en", "themes", "cadence", "due", "inform", "completions", "counts",
                   "paragraph"});
    Function function;
    function.no = static_cast<int>(in.number(table, "no", path, 1, 1000));
    function.title = in.label(table, path);
    function.themes = in.text_list(table, "themes", path);
    function.cadence = in.term<Cadence>(table, "cadence", path);
    function.due = read_due(in, table, path);
    function.inform = in.term_list<Recipient>(table, "inform", path);
    function.completions = in.term_list<Completion>(table, "completions", path);
    function.paragraph = in.text(table, "paragraph", path);
    read_counts(in, table, path, function);
    if (function.themes.empty()) in.problem(path + ".themes", {"mandate.data_empty"});
    return function;
}

void read_head(MandateReader& in, toml::table const& root, Mandate& mandate) {
    mandate.id = in.text(root, "id", "");
    mandate.kind = in.term<MandateKind>(root, "kind", "");
    mandate.known = in.term<Known>(root, "known", "");
    mandate.title = in.label_at(root, "title", "");
    mandate.issuer = in.label_at(root, "issuer", "");
    mandate.memo = in.text(root, "memo", "");
    mandate.issued_on = in.date(root, "issued_on", "");
    mandate.in_force_from = in.date(root, "in_force_from", "");
    mandate.replaces = in.text_list(root, "replaces", "");
    mandate.amends = in.text_list(root, "amends", "");
    if (root.contains("under")) mandate.under = in.text(root, "under", "");
    mandate.cancels_earlier = in.flag(root, "cancels_earlier", "");
    mandate.source = in.label_at(root, "source", "");
    if (root.contains("note")) mandate.note = in.label_at(root, "note", "");
    mandate.roles = in.term_list<SeatRole>(root, "roles", "");
    if (auto const* office = in.table(root, "office", "", MandateReader::Need::optional))
        mandate.office = MandateOffice{.name = in.label(*office, "office"),
                                       .website = in.text(*office, "website", "office"),
                                       .tier = in.term<Tier>(*office, "tier", "office")};
}

void read_body(MandateReader& in, toml::table const& root, Mandate& mandate) {
    in.each(root, "functions", "", [&](toml::table const& row, std::string const& path) {
        auto function = read_function(in, row, path);
        auto const due = static_cast<int>(mandate.functions.size()) + 1;
        if (function.no != due)
            in.problem(path + ".no",
                       {"mandate.data_order",
                        {{"given", std::int64_t{function.no}}, {"due", std::int64_t{due}}}});
        mandate.functions.push_back(std::move(function));
    });
    in.each(root, "obligations", "", [&](toml::table const& row, std::string const& path) {
        mandate.obligations.push_back({.id = in.text(row, "id", path),
                                       .title = in.label(row, path),
                                       .cadence = in.term<Cadence>(row, "cadence", path),
                                       .inform = in.term_list<Recipient>(row, "inform", path),
                                       .paragraph = in.text(row, "paragraph", path)});
    });
    in.each(root, "differences", "", [&](toml::table const& row, std::string const& path) {
        mandate.differences.push_back({.since = in.text(row, "since", path),
                                       .theme = in.text(row, "theme", path),
                                       .note = in.label(row, path)});
    });
    auto const* composition = in.table(root, "composition", "", MandateReader::Need::optional);
    if (!composition) return;
    for (auto const& [key, node] : *composition) {
        auto const path = "composition." + std::string(key.str());
        auto const tier = term_with_id<Tier>(key.str());
        auto const* table = node.as_table();
        if (!tier || !table)
            in.problem(path,
                       {"mandate.data_choice",
                        {{"given", std::string(key.str())}, {"allowed", allowed_ids<Tier>()}}});
        else
            mandate.composition.emplace(*tier, read_rules(in, *table, *tier, path));
    }
}

void check_whole(MandateReader& in, std::string_view name, Mandate const& mandate) {
    if (mandate.id + ".toml" != name)
        in.problem("id",
                   {"mandate.data_file_name", {{"id", mandate.id}, {"file", std::string(name)}}});
    if (mandate.in_force_from < mandate.issued_on)
        in.problem("in_force_from", {"mandate.data_before_issue"});
    bool const has_body = !mandate.functions.empty() || !mandate.composition.empty();
    if (mandate.known == Known::number_only && has_body)
        in.problem("known", {"mandate.data_number_only"});
    if (mandate.known == Known::full && mandate.functions.empty())
        in.problem("functions", {"mandate.data_empty"});
}

} // namespace

Result<Mandate> parse_mandate(std::string_view toml, std::string_view name) {
    auto const root = TRY(parse_toml(toml, name));
    MandateReader in;
    Mandate mandate;
    in.known_keys(root, "", {"id",        "kind",        "known",       "title",
                             "issuer",    "memo",        "issued_on",   "in_force_from",
                             "replaces",  "amends",      "under",       "cancels_earlier",
                             "office",    "source",      "note",        "roles",
                             "functions", "obligations", "composition", "differences"});
    read_head(in, root, mandate);
    read_body(in, root, mandate);
    check_whole(in, name, mandate);
    if (!in.problems().empty()) return invalid(std::move(in).problems());
    return mandate;
}

Result<Mandates::Themes> parse_themes(std::string_view toml) {
    auto const root = TRY(parse_toml(toml, "themes.toml"));
    MandateReader in;
    Mandates::Themes themes;
    std::set<std::string> seen;
    in.each(root, "themes", "", [&](toml::table const& row, std::string const& path) {
        auto key = in.text(row, "key", path);
        if (!seen.insert(key).second)
            in.problem(path + ".key", {"mandate.data_twice", {{"what", key}}});
        themes.emplace_back(std::move(key), in.label(row, path));
    });
    if (themes.empty()) in.problem("themes", {"mandate.data_empty"});
    if (!in.problems().empty()) return invalid(std::move(in).problems());
    return themes;
}

} // namespace udb
