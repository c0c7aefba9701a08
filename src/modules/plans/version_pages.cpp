// The approved versions of a plan, and what differs between two of them.
#include "modules/offices/offices.hpp"
#include "modules/plans/difference.hpp"
#include "modules/plans/pages.hpp"

#include <algorithm>
#include <charconv>

namespace udb::plans {
namespace {

std::string version_name(Words const& words, int version) {
    return version == working_copy ? words("plans.working_copy")
                                   : words("plans.version_no", {{"n", std::int64_t{version}}});
}

Html list_of(Call const& call, std::vector<PlanVersion> const& versions) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const& v : versions) {
        auto const decision = call.actor.guest()
                                  ? text("–")
                                  : ui::link({.text = words("plans.decision"),
                                              .href = url("/decisions/{}", v.decision),
                                              .about = version_name(words, v.version)});
        rows.push_back(
            {.cells = {text(version_name(words, v.version)), text(words.date(v.approved_on)),
                       decision, text(words(v.approver))}});
    }
    return ui::table({.caption = words("plans.versions"),
                      .columns = {{words("plans.version")},
                                  {words("plans.decided_on")},
                                  {words("plans.decision")},
                                  {words("plans.recorded_by")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

/// What posts and indicators are called where the difference gives their ids, by field and id.
using Names = std::map<std::pair<std::string, std::string>, std::string>;

std::string field_text(std::string const& field, std::string const& value, Names const& names) {
    auto const found = names.find({field, value});
    return found == names.end() ? value : found->second;
}

Names names_in(Call const& call, std::vector<Difference> const& differences) {
    std::vector<Id<Post>> posts;
    Names names;
    for (auto const& d : differences)
        for (auto const& f : d.fields)
            for (auto const& text : {f.before, f.after}) {
                if (f.field == "responsible")
                    if (auto const id = parse_id<Post>(text)) posts.push_back(*id);
                if (f.field != "reported_with") continue;
                auto const id = parse_id<Indicator>(text);
                auto const source = call.look(
                    [&](Db& db) { return find_indicator(db, id.value_or(Id<Indicator>{})); });
                if (source) names[{f.field, text}] = call.words(source->header.title);
            }
    if (posts.empty()) return names;
    for (auto const& line : call.look([&](Db& db) { return offices::post_lines(db, posts); }))
        names[{"responsible", to_string(line.id)}] = call.words(offices::label_of(line.post));
    return names;
}

Html side(Words const& words, std::vector<FieldDifference> const& fields, bool after,
          Names const& names) {
    Html lines;
    for (auto const& f : fields) {
        auto const value = field_text(f.field, after ? f.after : f.before, names);
        lines += html::li(words("plans.field_" + f.field) + ": " + (value.empty() ? "–" : value));
    }
    return html::ul({.cls = "govuk-list"}, lines);
}

Html differences_of(Call const& call, PlanRecord const& plan, int from, int to) {
    auto const& words = call.words;
    std::array const at{PlanAt{&plan, from}, PlanAt{&plan, to}};
    // One plan in two versions: each is asked for by itself.
    auto const facts = call.look([&](Db& db) {
        return std::pair(facts_of(db, *at[0].plan, from), facts_of(db, *at[1].plan, to));
    });
    auto const found = differences(facts.first, facts.second, words.language());
    if (found.empty()) return html::p(words("plans.no_difference"));
    auto const names = names_in(call, found);
    ui::Comparison comparison{.caption = words("plans.differences"),
                              .left = version_name(words, from),
                              .right = version_name(words, to),
                              .rows = {}};
    for (auto const& d : found) {
        using Change = ui::Comparison::Change;
        ui::Comparison::Row row;
        row.topic =
            d.place.area ? number_of(words, d.place) + " " + d.name : words("plans.whole_plan");
        switch (d.how) {
        case Differs::added:
            row.change = Change::added;
            row.right = text(words("plans.is_added"));
            break;
        case Differs::removed:
            row.change = Change::removed;
            row.left = text(words("plans.is_removed"));
            break;
        case Differs::changed:
            row.change = Change::changed;
            row.left = side(words, d.fields, false, names);
            row.right = side(words, d.fields, true, names);
            break;
        }
        comparison.rows.push_back(std::move(row));
    }
    return ui::comparison(words, comparison);
}

int version_in(Call const& call, std::string_view field, int otherwise, int most, bool working) {
    auto const asked = call.request.query.get_or(field);
    int version = otherwise;
    std::from_chars(asked.data(), asked.data() + asked.size(), version);
    if (version < (working ? 0 : 1) || version > most) return otherwise;
    return version;
}

Html choose(Call const& call, PlanRecord const& plan, bool working, int from, int to) {
    auto const& words = call.words;
    std::vector<ui::Choice> choices;
    if (working) choices.push_back({"0", version_name(words, working_copy)});
    for (int v = plan.approved_version; v >= 1; --v)
        choices.push_back({std::to_string(v), version_name(words, v)});
    auto const pick = [&](std::string name, std::string_view label, int value) {
        return ui::select(words, {.name = std::move(name),
                                  .label = words(label),
                                  .choices = choices,
                                  .value = std::to_string(value),
                                  .empty_line = false});
    };
    return ui::choosing(
        {.action = url("/plans/{}/versions", plan.id()), .button = words("plans.compare")},
        html::all(pick("from", "plans.compare_from", from), pick("to", "plans.compare_to", to)));
}

} // namespace

Result<web::Response> show_versions(Call& call) {
    auto const plan = TRY(seen_plan(call));
    auto const& words = call.words;
    auto const versions = call.look([&](Db& db) { return versions_of(db, plan.id()); });
    bool const working = plan.is_amended() && may(call, Act::write, plan);
    auto const last = plan.approved_version;
    auto const to = version_in(call, "to", working ? 0 : last, last, working);
    auto const from =
        version_in(call, "from", working ? last : std::max(1, last - 1), last, working);
    Html body = html::p(words("plans.no_version"));
    if (last > 0) {
        body = list_of(call, versions);
        if (last > 1 || working)
            body += ui::section({.id = "differences",
                                 .title = words("plans.differences"),
                                 .body = html::all(choose(call, plan, working, from, to),
                                                   differences_of(call, plan, from, to))});
    }
    auto const main = html::all(
        ui::page_heading({.title = words("plans.versions"), .above = words(plan.header.title)}),
        body);
    return call.page(words("plans.versions"), main, {.before_main = way_to_plan(call, plan)});
}

} // namespace udb::plans
