// The working copy as a tree, with the ways to add, correct, move and remove.
#include "modules/plans/pages.hpp"
#include "modules/plans/policy.hpp"

namespace udb::plans {
namespace {

std::string_view name_of(Part part) {
    return part == Part::area ? "area" : part == Part::activity ? "activity" : "indicator";
}

Result<PlanRecord> edited_plan(Call const& call) {
    auto plan = TRY(seen_plan(call));
    TRY(call.allow(policy, Act::write, plan.header.target()));
    return plan;
}

class Tree {
public:
    Tree(Call const& call, PlanRecord const& plan, PlanFacts const& facts,
         std::vector<Portion> const& cut, std::size_t portion)
        : call_(call), words_(call.words), plan_(plan), facts_(facts), shown_(cut[portion]),
          is_whole_(cut.size() == 1), portion_(std::to_string(portion + 1)) {}

    /// What stands in the portion, under its areas and activities.
    Html areas() const {
        Html out;
        std::size_t begins = 0; // how many indicators stand before
        for (std::size_t at = 0; at < facts_.areas.size(); ++at) {
            auto ends = begins;
            for (auto const& activity : facts_.areas[at].activities)
                ends += activity.indicators.size();
            if (is_shown(begins, ends)) out += area(at, begins);
            begins = ends;
        }
        return out;
    }

private:
    /// What has no indicator stands with the indicator before it.
    bool is_shown(std::size_t begins, std::size_t ends) const {
        if (is_whole_) return true;
        if (begins == ends) begins = begins ? begins - 1 : 0, ends = begins + 1;
        return begins < shown_.last && ends > shown_.first;
    }

    Html area(std::size_t at, std::size_t begins) const {
        auto const& a = facts_.areas[at];
        Html body;
        for (std::size_t b = 0; b < a.activities.size(); ++b) {
            auto const ends = begins + a.activities[b].indicators.size();
            if (is_shown(begins, ends)) body += activity({at + 1, b + 1}, a.activities[b], begins);
            begins = ends;
        }
        body += html::p(ui::link(
            {.text = words_("plans.add_activity"),
             .href =
                 url("/plans/{}/activities/new", plan_.id()).with("area", std::to_string(a.line)),
             .about = a.name}));
        return ui::section(
            {.id = "area-" + std::to_string(at + 1),
             .title = number_of(words_, {at + 1}) + " " + a.name,
             .body = html::all(
                 a.weight == Value{}
                     ? Html{}
                     : html::p({.cls = "govuk-hint"},
                               words_("plans.area_weight", {{"weight", shown(words_, a.weight)}})),
                 acts(Part::area, a.line, url("/plans/{}/areas/{}", plan_.id(), a.line), a.name),
                 body)});
    }

    Html activity(Place const& place, ActivityFacts const& activity, std::size_t begins) const {
        Html rows;
        for (std::size_t c = 0; c < activity.indicators.size(); ++c)
            if (is_shown(begins + c, begins + c + 1))
                rows += indicator({place.area, place.activity, c + 1}, activity.indicators[c]);
        auto const add = url("/plans/{}/indicators/new", plan_.id())
                             .with("activity", std::to_string(activity.line));
        return html::all(
            html::h3({.cls = "govuk-heading-s"}, number_of(words_, place) + " " + activity.name),
            acts(Part::activity, activity.line,
                 url("/plans/{}/activities/{}", plan_.id(), activity.line), activity.name),
            rows.empty() ? html::p(words_("plans.no_indicator_yet"))
                         : html::ul({.cls = "govuk-list"}, rows),
            html::p(ui::link(
                {.text = words_("plans.add_indicator"), .href = add, .about = activity.name})));
    }

    Html indicator(Place const& place, IndicatorFacts const& i) const {
        return html::li(html::p(number_of(words_, place), " ", i.name),
                        html::p({.cls = "govuk-hint"},
                                words_("plans.indicator_line", {{"unit", unit_of(words_, i)},
                                                                {"weight", shown(words_, i.weight)},
                                                                {"bands", bands_text(words_, i)}})),
                        acts(Part::indicator, i.id.value,
                             url("/plans/{}/indicators/{}", plan_.id(), i.id), i.name));
    }

    Html acts(Part part, std::int64_t key, Url const& correct, std::string const& name) const {
        auto const one = [&](std::string_view label, Url const& action, std::string_view way) {
            return ui::form(
                {.action = action, .csrf = call_.csrf()},
                html::all(version_field(plan_), html::hidden("part", name_of(part)),
                          html::hidden("key", std::to_string(key)),
                          html::hidden("portion", portion_), html::hidden("way", way),
                          html::button({.cls = "link-button", .more = {{"type", "submit"}}},
                                       words_(label),
                                       html::span({.cls = "govuk-visually-hidden"}, " ", name))));
        };
        auto const move = url("/plans/{}/move", plan_.id());
        return html::div(
            {.cls = "row-acts"},
            ui::link({.text = words_("plans.correct"), .href = correct, .about = name}),
            one("plans.up", move, "up"), one("plans.down", move, "down"),
            one("plans.remove", url("/plans/{}/remove", plan_.id()), "remove"));
    }

    Call const& call_;
    Words const& words_;
    PlanRecord const& plan_;
    PlanFacts const& facts_;
    Portion shown_;
    bool is_whole_;
    std::string portion_;
};

Result<web::Response> edit_page(Call const& call, PlanRecord const& plan,
                                std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const facts = call.look([&](Db& db) { return facts_of(db, plan, working_copy); });
    auto const cut = portions(facts);
    auto const at = portion_asked(call, cut.size());
    auto const plan_url = url("/plans/{}", plan.id());
    Html body;
    if (plan.working != Stage::draft)
        body = ui::notice(words, {.body = html::p(words("plans.not_drafted"))});
    else
        body = html::all(
            portion_links(words, facts, cut, at, url("/plans/{}/edit", plan.id())),
            Tree(call, plan, facts, cut, at).areas(),
            ui::button_group({ui::button({.label = words("plans.add_area"),
                                          .kind = ui::Button::Kind::secondary,
                                          .href = url("/plans/{}/areas/new", plan.id())}),
                              ui::button({.label = words("plans.edit_done"), .href = plan_url})}));
    auto const main = html::all(
        html::when(error.has_value(), [&] { return ui::error_summary(words, *error); }),
        ui::page_heading(
            {.title = words("plans.edit"),
             .above = words(plan.working_title) + ", " + year_name(words, plan.fiscal_year),
             .lead = words("plans.edit_lead")}),
        html::when(plan.working == Stage::draft,
                   [&] {
                       return html::p(ui::link({.text = words("plans.correct_title"),
                                                .href = url("/plans/{}/title", plan.id())}));
                   }),
        body);
    return call.page(words("plans.edit"), main,
                     {.before_main = way_to_plan(call, plan),
                      .problems = error ? std::size_t{1} : 0,
                      .status = error ? status_of(*error) : 200});
}

std::optional<Part> part_named(std::string_view name) {
    for (auto const part : {Part::area, Part::activity, Part::indicator})
        if (name_of(part) == name) return part;
    return {};
}

Result<web::Response> changed(Call& call, std::string_view flash,
                              Done (*act)(Call const&, Header const&, Part, std::int64_t)) {
    auto const plan = TRY(edited_plan(call));
    auto const part = part_named(call.form["part"]);
    auto const key = parse_id<Plan>(call.form["key"]);
    if (!part || !key) return not_found();
    auto const done = act(call, header_read(call, plan), *part, key->value);
    if (!done && can_be_mended(done.error()))
        return edit_page(call, TRY(edited_plan(call)), done.error());
    if (!done) return done.error();
    return call.redirect(url("/plans/{}/edit", plan.id()).with("portion", call.form["portion"]),
                         flash);
}

} // namespace

Result<web::Response> show_edit(Call& call) { return edit_page(call, TRY(edited_plan(call))); }

Result<web::Response> post_move(Call& call) {
    return changed(call, "plans.moved_flash",
                   [](Call const& c, Header const& read, Part part, std::int64_t key) {
                       return c.perform(move, read, part, key, c.form["way"] == "up");
                   });
}

Result<web::Response> post_remove(Call& call) {
    return changed(call, "plans.removed_flash",
                   [](Call const& c, Header const& read, Part part, std::int64_t key) {
                       return c.perform(take_out, read, part, key);
                   });
}

} // namespace udb::plans
