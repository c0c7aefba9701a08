#include "modules/plans/demo.hpp"

#include "base/ensure.hpp"
#include "modules/evidence/demo.hpp"
#include "modules/offices/demo.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/carrying.hpp"
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

Work on(Work const& work, Date day) {
    return {.db = work.db, .actor = work.actor, .today = day, .now = Instant{day}};
}

Header header_now(Db& db, Id<Plan> id) { return find_plan(db, id)->header; }

/// What a quarter brought; nothing of an indicator that is behind.
using Quarter = std::optional<Value> (*)(PlanFacts const& facts, Placed const& one,
                                         unsigned quarter, Date today);

/// The first indicator counted in quarters is behind: nothing was told of it.
std::optional<Value> this_year(PlanFacts const& facts, Placed const& one, unsigned quarter,
                               Date today) {
    for (auto const& first : placed(facts))
        if (first.indicator->unit == Unit::number) {
            if (first.indicator->id == one.indicator->id) return {};
            break;
        }
    return told_of(*one.indicator, quarter, facts.fiscal_year, today);
}

/// All was done but one, which was put off to the last quarter and not made up for in full.
std::optional<Value> last_year(PlanFacts const& facts, Placed const& one, unsigned quarter,
                               Date today) {
    if (one.indicator->name.find("তথ্য বাতায়ন") != std::string::npos)
        return Value::whole(quarter < 4 ? 0 : 3);
    return told_of(*one.indicator, quarter, facts.fiscal_year, today);
}

/// Told, and submitted with the half or the whole year that ends with it.
Done tell_quarter(Work& work, Id<Plan> id, unsigned quarter, Quarter brought) {
    auto const plan = find_plan(work.db, id);
    auto const facts = facts_of(work.db, *plan, plan->current());
    Telling telling{.plan = id, .quarter = quarter};
    for (auto const& one : placed(facts))
        if (auto const value = brought(facts, one, quarter, work.today))
            telling.rows.push_back({.indicator = one.indicator->id, .value = value});
    TRY(tell_progress(work, telling));
    TRY(submit_period(work, header_now(work.db, id), period_of(quarter), ""));
    if (quarter % 2 == 0)
        TRY(submit_period(work, header_now(work.db, id), quarter == 2 ? Period::half : Period::year,
                          ""));
    return {};
}

Done tell_quarters(Work& work, Id<Plan> id, int year, Quarter brought) {
    for (unsigned quarter = 1; quarter <= quarters_over(year, work.today); ++quarter) {
        auto const last = bangla::days_of(bangla::FiscalYear{year}, quarter).last;
        auto telling = on(work, std::min(work.today, last + std::chrono::days{9}));
        TRY(tell_quarter(telling, id, quarter, brought));
    }
    return {};
}

/// Drafted on the first day of its year and put up; approved where a coordination meeting of the
/// story's July decided on it. Without one it waits.
Result<Id<Plan>> approved_plan(Work& work, Id<Office> office, PlanFacts const& tree) {
    auto const first_day = days_of(tree.fiscal_year, Period::year).first;
    auto drafting = on(work, first_day);
    auto const id =
        TRY(begin(drafting, {.office = office, .form = std::string(form), .tree = tree}));
    TRY(submit(drafting, header_now(work.db, id)));
    auto const until = std::min(work.today, first_day + std::chrono::days{45});
    auto const decisions = decisions_for(work.db, *find_plan(work.db, id), until);
    auto const decision = std::ranges::find_if(decisions, [](auto const& d) {
        return d.text.find("কর্মপরিকল্পনা অনুমোদন") != std::string::npos;
    });
    if (decision == decisions.end()) return id;
    auto deciding = on(work, decision->held_on);
    TRY(approve(deciding, header_now(work.db, id), decision->id));
    return id;
}

/// What the chapter of evidence brought, and the indicator (a part of its name) that it proves.
constexpr std::pair<std::string_view, std::string_view> proved[] = {
    {"প্রশিক্ষণ সম্পন্ন হওয়ার প্রত্যয়ন", "প্রশিক্ষণ আয়োজিত"},
    {"সেবাগ্রহীতার মতামত গ্রহণের QR স্টিকার", "সেবা ডিজিটাইজকৃত"},
    {"মন্ত্রণালয়ের ওয়েবসাইটে ইনোভেশন কর্নার", "তথ্য বাতায়ন"},
};

Done prove(Work& work, Id<Plan> id) {
    auto const plan = find_plan(work.db, id);
    auto const facts = facts_of(work.db, *plan, plan->current());
    for (auto const& one : placed(facts))
        for (auto const& [piece, name] : proved) {
            if (one.indicator->name.find(name) == std::string::npos) continue;
            TRY(evidence::prove_with(work, piece, as_record(one.indicator->id)));
        }
    return {};
}

bool is_approved(Db& db, Id<Plan> id) { return find_plan(db, id)->approved_version > 0; }

struct Judged {
    Period period = Period::half;
    Assessor assessor = Assessor::self;
    int days = 0; ///< after the first day of the fiscal year
    std::string_view remark = {};
};
constexpr Judged judged[] = {
    {Period::half, Assessor::self, 194, "প্রথম দুই ত্রৈমাসিকের অগ্রগতি লক্ষ্যমাত্রা অনুযায়ী হয়েছে।"},
    {Period::half, Assessor::higher, 196,
     "অগ্রগতি সন্তোষজনক। তথ্য বাতায়ন হালনাগাদের কাজটি দ্রুত শুরু করতে হবে।"},
    {Period::year, Assessor::self, 376, "তথ্য বাতায়ন হালনাগাদ ছাড়া সব সূচকে লক্ষ্যমাত্রা অর্জিত হয়েছে।"},
    {Period::year, Assessor::higher, 412, "প্রমাণক যাচাই করে মূল্যায়নে একমত।"},
};

/// Both assess both periods, and the year is closed.
Done judge(Work& work, Id<Plan> id, int year) {
    auto const first_day = days_of(year, Period::year).first;
    for (auto const& j : judged) {
        auto judging = on(work, first_day + std::chrono::days{j.days});
        if (judging.today > work.today) return {};
        Actor cabinet = work.actor;
        cabinet.name = {"মন্ত্রিপরিষদ বিভাগ", "Cabinet Division"};
        cabinet.assignments.push_back({Role::overseer, "/"});
        Work higher{.db = work.db, .actor = cabinet, .today = judging.today, .now = judging.now};
        TRY(assess(j.assessor == Assessor::higher ? higher : judging,
                   {.plan = id,
                    .period = j.period,
                    .assessor = j.assessor,
                    .remark = std::string(j.remark)}));
    }
    auto closing = on(work, first_day + std::chrono::days{415});
    if (closing.today > work.today) return {};
    return close(closing, header_now(work.db, id));
}

} // namespace

Done tell_demo(Work& told) {
    if (told.db.one("select 1 from plans limit 1")) return {};
    auto const office = office_named(told.db, ministry);
    if (!office) return {};
    Actor teller;
    auto work = offices::as_teller(told, teller);
    auto const year = bangla::fiscal_year(work.today).start;
    auto const before = TRY(approved_plan(work, *office, tree_of(work.db, year - 1)));
    auto tree = tree_of(work.db, year);
    if (is_approved(work.db, before)) {
        TRY(tell_quarters(work, before, year - 1, last_year));
        TRY(judge(work, before, year - 1));
        auto const plan = find_plan(work.db, before);
        tree = carried_over(facts_of(work.db, *plan, plan->current()), year);
    }
    auto const id = TRY(approved_plan(work, *office, tree));
    if (auto const below = office_named(work.db, district)) {
        auto const drafted_on = days_of(year, Period::year).first + std::chrono::days{20};
        auto drafted = on(work, std::min(work.today, drafted_on));
        TRY(begin(drafted, {.office = *below,
                            .form = std::string(form),
                            .tree = start_of(*plan_template(form), year)}));
    }
    if (!is_approved(work.db, id)) return {};
    TRY(tell_quarters(work, id, year, this_year));
    return prove(work, id);
}

} // namespace udb::plans
