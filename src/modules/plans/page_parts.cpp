// What the pages of plans share.
#include "modules/offices/offices.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/plan_template.hpp"
#include "modules/plans/policy.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace udb::plans {

bool may(Call const& call, Act act, PlanRecord const& plan) {
    return call.may(policy, act, plan.header.target());
}

bool may_see(Call const& call, PlanRecord const& plan) {
    if (plan.approved_version > 0) return true;
    return std::ranges::any_of(std::array{Act::write, Act::report, Act::approve, Act::assess},
                               [&](Act act) { return may(call, act, plan); });
}

Result<PlanRecord> seen_plan(Call const& call) {
    auto const id = TRY(call.id<Plan>());
    auto plan = call.look([&](Db& db) { return find_plan(db, id); });
    if (!plan || !may_see(call, *plan)) return not_found();
    return std::move(*plan);
}

Header header_read(Call const& call, PlanRecord const& plan) {
    auto header = plan.header;
    header.version = version_of(call.values());
    return header;
}

Html version_field(PlanRecord const& plan) {
    return html::hidden("version", std::to_string(plan.header.version));
}

bool can_be_mended(Error const& error) {
    return error.kind == Error::Kind::invalid || error.kind == Error::Kind::conflict
           || error.kind == Error::Kind::refused;
}
int status_of(Error const& error) { return error.kind == Error::Kind::invalid ? 422 : 409; }

std::string year_name(Words const& words, int fiscal_year) {
    return bangla::name(bangla::FiscalYear{fiscal_year}, words.language());
}

std::string number_of(Words const& words, Place const& p) {
    return numbered(static_cast<int>(p.area), static_cast<int>(p.activity),
                    static_cast<int>(p.indicator), words.language());
}

std::string shown(Words const& words, Value value, Unit unit) {
    return written(value, unit, words.language());
}
std::string shown(Words const& words, std::optional<Value> value, Unit unit) {
    return value ? shown(words, *value, unit) : std::string();
}

std::string unit_of(Words const& words, IndicatorFacts const& i) {
    return i.unit_name.empty() ? std::string(words(label_of(i.unit))) : i.unit_name;
}

std::string with_unit(Words const& words, IndicatorFacts const& i, std::optional<Value> value) {
    if (!value) return "–";
    auto text = shown(words, *value, i.unit);
    if (i.unit == Unit::percent) return text + "%";
    return text;
}

std::string bands_text(Words const& words, IndicatorFacts const& i) {
    std::string out;
    for (auto const& band : i.bands) {
        if (!out.empty()) out += " · ";
        out += with_unit(words, i, band);
    }
    return out;
}

Html bands_of(Words const& words, IndicatorFacts const& i) {
    Html out;
    for (auto const& band : i.bands) {
        if (!out.empty()) out += text(" · ");
        out += html::span({.cls = "unbroken"}, with_unit(words, i, band));
    }
    return out;
}

Html stage_mark(Words const& words, Stage stage) {
    using Tone = ui::Status::Tone;
    auto const tone = stage == Stage::approved ? Tone::good
                      : stage == Stage::closed ? Tone::past
                                               : Tone::waiting;
    return ui::status({.text = std::string(words(label_of(stage))), .tone = tone});
}

Scale scale_of(PlanRecord const& plan) {
    auto const* form = plan_template(plan.form);
    return form ? form->scale : Scale{};
}

std::string usual_form(Date today) {
    for (bool const innovation : {true, false})
        for (auto const& one : plan_templates())
            if (one.used_in(bangla::fiscal_year(today).start)
                && (!innovation || one.purpose == Purpose::innovation))
                return one.id;
    return {};
}

std::vector<ui::FindingLine> finding_lines(Words const& words, std::vector<Finding> const& found) {
    constexpr std::size_t lines_most = 50, places_most = 8;
    struct Said {
        std::string sentence;
        std::vector<std::string> where = {};
    };
    std::vector<Said> all;
    std::map<std::string, std::size_t> known;
    for (auto const& f : found) {
        auto sentence = words(f.message);
        auto const [at, added] = known.try_emplace(sentence, all.size());
        if (added) all.push_back({std::move(sentence)});
        all[at->second].where.push_back(f.place.area ? number_of(words, f.place)
                                                     : words("plans.whole_plan"));
    }
    std::vector<ui::FindingLine> lines;
    for (auto const& said : all) {
        if (lines.size() == lines_most) break;
        auto const shown_here = std::min(said.where.size(), places_most);
        std::string where;
        for (std::size_t i = 0; i < shown_here; ++i)
            where += (i ? ", " : "") + said.where[i];
        if (auto const more = said.where.size() - shown_here)
            where = words("plans.and_more",
                          {{"places", where}, {"n", static_cast<std::int64_t>(more)}});
        lines.push_back({.severity = ui::FindingLine::Severity::warning,
                         .where = std::move(where),
                         .sentence = said.sentence});
    }
    return lines;
}

std::map<Id<Post>, std::string> post_names(Call const& call, PlanFacts const& facts) {
    std::set<Id<Post>> ids;
    for (auto const& one : placed(facts))
        if (one.indicator->responsible) ids.insert(one.indicator->responsible);
    std::map<Id<Post>, std::string> names;
    if (ids.empty()) return names;
    std::vector<Id<Post>> const list(ids.begin(), ids.end());
    for (auto const& line : call.look([&](Db& db) { return offices::post_lines(db, list); }))
        names[line.id] = call.words(offices::label_of(line.post));
    return names;
}

Html portion_links(Words const& words, PlanFacts const& facts, std::vector<Portion> const& all,
                   std::size_t current, Url const& here) {
    if (all.size() < 2) return {};
    auto const indicators = placed(facts);
    std::vector<Html> links;
    for (std::size_t at = 0; at < all.size(); ++at) {
        auto const label =
            words("plans.portion", {{"from", number_of(words, indicators[all[at].first].place)},
                                    {"to", number_of(words, indicators[all[at].last - 1].place)}});
        links.push_back(html::li(
            at == current
                ? html::strong({.more = {{"aria-current", "page"}}}, label)
                : ui::link({.text = label, .href = here.with("portion", std::to_string(at + 1))})));
    }
    return html::nav({.cls = "no-print", .more = {{"aria-label", words("plans.portions")}}},
                     html::p(words("plans.portions_lead")), html::ul({.cls = "govuk-list"}, links));
}

std::size_t portion_asked(Call const& call, std::size_t count) {
    std::string_view asked = call.request.query.get_or("portion");
    if (asked.empty()) asked = call.form["portion"];
    std::size_t at = 1;
    std::from_chars(asked.data(), asked.data() + asked.size(), at);
    return std::clamp<std::size_t>(at, 1, std::max<std::size_t>(count, 1)) - 1;
}

Html way_to_plan(Call const& call, PlanRecord const& plan) {
    return ui::breadcrumb(call.words,
                          {{call.words("plans.title"), "/plans"},
                           {call.words(plan.header.title), url("/plans/{}", plan.id())}});
}

std::vector<ui::Choice> own_offices(Call const& call) {
    std::vector<Id<Office>> ids;
    for (auto const& a : call.actor.assignments) {
        auto const& path = a.office_path;
        if (path.size() < 2 || !call.may(policy, Act::write, {.office_path = path})) continue;
        auto const inner = std::string_view(path).substr(0, path.size() - 1);
        auto const id = parse_id<Office>(inner.substr(inner.rfind('/') + 1));
        if (id && std::ranges::find(ids, *id) == ids.end()) ids.push_back(*id);
    }
    if (call.actor.office && std::ranges::find(ids, call.actor.office) == ids.end())
        ids.push_back(call.actor.office);
    std::vector<ui::Choice> choices;
    for (auto const& line : call.look([&](Db& db) { return offices::office_lines(db, ids); }))
        if (call.may(policy, Act::write, {.office_path = line.path}))
            choices.push_back({to_string(line.id), call.words(line.name)});
    return choices;
}

} // namespace udb::plans
