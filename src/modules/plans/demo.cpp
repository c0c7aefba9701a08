#include "modules/plans/demo.hpp"

#include "base/ensure.hpp"
#include "modules/offices/demo.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/plan_template.hpp"
#include "modules/plans/portions.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

constexpr std::string_view ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view district = "জেলা প্রশাসকের কার্যালয়, গাজীপুর";
constexpr std::string_view form = "e-governance-2021";

/// Who carries the ministry's activities out, in turn.
constexpr std::pair<std::string_view, std::string_view> responsible[] = {
    {"প্রোগ্রামার", "আইসিটি সেল"},
    {"সিস্টেম এনালিস্ট", "আইসিটি সেল"},
    {"যুগ্মসচিব", "পরিকল্পনা অধিশাখা"},
    {"সহকারী প্রোগ্রামার", "আইসিটি সেল"},
};

std::optional<Id<Office>> office_named(Db& db, std::string_view name) {
    auto const row = db.one("select id from offices where name_bn = ?", name);
    if (!row) return {};
    return row->get<Id<Office>>(0);
}

PlanFacts tree_of(Db& db, int fiscal_year) {
    auto const* found = plan_template(form);
    ENSURE(found, "the template of the demo's plans");
    auto tree = start_of(*found, fiscal_year);
    std::size_t turn = 0;
    for (auto& area : tree.areas)
        for (auto& activity : area.activities) {
            auto const& [title, unit] = responsible[turn++ % std::size(responsible)];
            auto const post = offices::post_named(db, ministry, title, unit);
            for (auto& i : activity.indicators)
                i.responsible = post.value_or(Id<Post>{});
        }
    return tree;
}

/// The whole target shared by four quarters, or the day on which it was done; the last quarter that
/// is over tells nothing of the one that is behind.
std::optional<Value> told_of(IndicatorFacts const& i, unsigned quarter, int fiscal_year,
                             Date today) {
    auto const band = std::ranges::find_if(i.bands, [](auto const& b) { return b.has_value(); });
    if (band == i.bands.end()) return {};
    auto const target = **band;
    if (i.unit == Unit::date) {
        // Done a week before it was due, and told in the quarter in which that was.
        auto const done = day_of(target) - std::chrono::days{7};
        auto const days = bangla::days_of(bangla::FiscalYear{fiscal_year}, quarter);
        if (!days.contains(done) || done > today) return {};
        return value_of(done);
    }
    if (i.count != Count::sum && i.count != Count::cumulative) return target;
    auto const share = i.count == Count::sum ? 1 : static_cast<std::int64_t>(quarter);
    auto const units = target.units * share / 4;
    // Meetings and trainings are whole ones.
    if (i.unit == Unit::number && target.units % (4 * Value::one) != 0)
        return Value::whole((units + Value::one - 1) / Value::one);
    return Value{units};
}

/// The first indicator counted in quarters is behind: nothing was told of it since the first.
Id<Indicator> the_late_one(PlanFacts const& facts) {
    for (auto const& one : placed(facts))
        if (one.indicator->unit == Unit::number) return one.indicator->id;
    return {};
}

Work on(Work const& work, Date day) {
    return {.db = work.db, .actor = work.actor, .today = day, .now = Instant{day}};
}

Done tell_quarter(Work& work, Id<Plan> id, unsigned quarter) {
    auto const plan = find_plan(work.db, id);
    auto const facts = facts_of(work.db, *plan, plan->current());
    auto const late = the_late_one(facts);
    Telling telling{.plan = id, .quarter = quarter};
    for (auto const& one : placed(facts)) {
        if (one.indicator->id == late) continue;
        auto const value = told_of(*one.indicator, quarter, plan->fiscal_year, work.today);
        if (value) telling.rows.push_back({.indicator = one.indicator->id, .value = value});
    }
    TRY(tell_progress(work, telling));
    TRY(submit_period(work, find_plan(work.db, id)->header, period_of(quarter), ""));
    if (quarter == 2) TRY(submit_period(work, find_plan(work.db, id)->header, Period::half, ""));
    return {};
}

} // namespace

Done tell_demo(Work& told) {
    if (told.db.one("select 1 from plans limit 1")) return {};
    auto const office = office_named(told.db, ministry);
    if (!office) return {};
    Actor teller;
    auto work = offices::as_teller(told, teller);
    auto const year = bangla::fiscal_year(work.today).start;
    auto const first_day = days_of(year, Period::year).first;
    auto drafting = on(work, first_day);
    auto const id = TRY(begin(
        drafting, {.office = *office, .form = std::string(form), .tree = tree_of(work.db, year)}));
    if (auto const below = office_named(work.db, district)) {
        auto drafted = on(work, std::min(work.today, first_day + std::chrono::days{20}));
        TRY(begin(drafted, {.office = *below,
                            .form = std::string(form),
                            .tree = start_of(*plan_template(form), year)}));
    }
    TRY(submit(drafting, find_plan(work.db, id)->header));
    auto const decisions = decisions_for(work.db, *find_plan(work.db, id), work.today);
    // Without a coordination meeting in its story the plan waits for one.
    if (decisions.empty()) return {};
    auto const by_its_words = std::ranges::find_if(decisions, [](auto const& d) {
        return d.text.find("কর্মপরিকল্পনা অনুমোদন") != std::string::npos;
    });
    auto const& decision = by_its_words == decisions.end() ? decisions.back() : *by_its_words;
    auto deciding = on(work, decision.held_on);
    TRY(approve(deciding, find_plan(work.db, id)->header, decision.id));
    for (unsigned quarter = 1; quarter <= quarters_over(year, work.today); ++quarter) {
        auto const last = bangla::days_of(bangla::FiscalYear{year}, quarter).last;
        auto telling = on(work, std::min(work.today, last + std::chrono::days{9}));
        TRY(tell_quarter(telling, id, quarter));
    }
    return {};
}

} // namespace udb::plans
