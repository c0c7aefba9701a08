// A plan put up, sent back, approved by a decision, amended, closed.
#include "bangla/text/normalise.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/drafted_actions.hpp"
#include "modules/plans/plan_template.hpp"
#include "modules/plans/policy.hpp"
#include "modules/plans/portions.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

constexpr std::size_t reason_bytes_max = 4000;

/// A year's plan may be decided on in the quarter before the year begins.
constexpr auto decided_before = std::chrono::days{92};

void discard_new(Work& work, PlanRecord const& plan) {
    auto const facts = facts_of(work.db, plan, working_copy);
    for (auto const& one : placed(facts)) {
        auto header = find_record(work.db, indicator_kind, as_record(one.indicator->id));
        if (!header || header->stage != id_of(IndicatorStage::draft)) continue;
        header->stage = id_of(IndicatorStage::discarded);
        static_cast<void>(save_record(work, *header));
    }
}

Done saved(Work& work, PlanRecord& plan, std::string_view event, Details const& details = {}) {
    plan.header.stage = id_of(plan.stage);
    TRY(save_record(work, plan.header));
    update_plan(work.db, plan);
    work.record(event, plan.header.id, plan.header.office_path, details);
    return {};
}

} // namespace

Details about(PlanRecord const& plan, Details more) {
    if (auto const* form = plan_template(plan.form))
        more.emplace(more.begin(), "purpose", std::string(id_of(form->purpose)));
    more.emplace(more.begin(), "year",
                 bangla::name(bangla::FiscalYear{plan.fiscal_year}, Language::en));
    return more;
}

Done submit(Work& work, Header const& read) {
    auto plan = TRY(drafted(work, read));
    auto const facts = facts_of(work.db, plan, working_copy);
    if (placed(facts).empty()) return refused({"plans.nothing_to_submit"});
    plan.working = Stage::submitted;
    plan.sent_back.clear();
    if (plan.approved_version == 0) plan.stage = Stage::submitted;
    return saved(work, plan, "plan.submitted", about(plan, {{"on", iso(work.today)}}));
}

Done send_back(Work& work, Header const& read, std::string const& reason) {
    auto plan = TRY(read_plan(work, read, Act::approve));
    if (plan.working != Stage::submitted) return refused({"plans.not_submitted"});
    auto const why = bangla::normalised(bangla::trimmed(reason));
    if (why.empty()) return invalid("reason", {"plans.reason_needed"});
    if (why.size() > reason_bytes_max) return invalid("reason", {"plans.too_long"});
    plan.working = Stage::draft;
    plan.sent_back = why;
    if (plan.approved_version == 0) plan.stage = Stage::draft;
    return saved(work, plan, "plan.sent_back", {{"reason", why}});
}

std::vector<meetings::DecisionFacts> decisions_for(Db& db, PlanRecord const& plan, Date today) {
    std::vector<meetings::DecisionFacts> found;
    auto const from = days_of(plan.fiscal_year, Period::year).first - decided_before;
    std::string_view const path = plan.header.office_path;
    // "/1/7/": its own meetings, then those of the offices above.
    for (auto end = path.size(); end > 1; end = path.rfind('/', end - 2) + 1)
        for (auto& decision : meetings::decisions_of(
                 db, path.substr(0, end), meetings::MeetingKind::coordination, from, today))
            found.push_back(std::move(decision));
    std::ranges::stable_sort(found, std::greater{}, &meetings::DecisionFacts::held_on);
    return found;
}

Done approve(Work& work, Header const& read, Id<Decision> id) {
    auto plan = TRY(read_plan(work, read, Act::approve));
    if (plan.working != Stage::submitted) return refused({"plans.not_submitted"});
    if (!id) return invalid("decision", {"plans.decision_needed"});
    auto const all = decisions_for(work.db, plan, work.today);
    auto const decision = std::ranges::find(all, id, &meetings::DecisionFacts::id);
    if (decision == all.end()) return invalid("decision", {"plans.decision_not_of_meeting"});
    auto const version = ++plan.approved_version;
    copy_version(work.db, plan.id(), working_copy, version);
    insert_version(work, plan.id(),
                   {.version = version,
                    .decision = as_record(decision->id),
                    .approved_on = decision->held_on,
                    .approver = work.actor.name,
                    .at = work.now,
                    .title = plan.working_title});
    plan.header.title = plan.working_title;
    plan.working = Stage::approved;
    plan.stage = Stage::approved;
    plan.sent_back.clear();
    TRY(saved(work, plan, "plan.approved",
              about(plan, {{"decision", to_string(decision->id)},
                           {"version", std::to_string(version)},
                           {"on", iso(decision->held_on)}})));
    show_approved(work, plan);
    if (version > 1)
        work.record("plan.amended", plan.header.id, plan.header.office_path,
                    {{"version", std::to_string(version)}, {"on", iso(decision->held_on)}});
    return {};
}

Done begin_amendment(Work& work, Header const& read) {
    auto plan = TRY(read_plan(work, read, Act::write));
    if (plan.stage != Stage::approved || plan.working != Stage::approved)
        return refused({"plans.not_to_amend"});
    plan.working = Stage::draft;
    return saved(work, plan, "plan.amendment_begun", {{"on", iso(work.today)}});
}

Done discard_amendment(Work& work, Header const& read) {
    auto plan = TRY(drafted(work, read));
    if (plan.approved_version == 0) return refused({"plans.not_amended"});
    discard_new(work, plan);
    copy_version(work.db, plan.id(), plan.approved_version, working_copy);
    plan.working = Stage::approved;
    plan.working_title = plan.header.title;
    return saved(work, plan, "plan.amendment_discarded");
}

Done close(Work& work, Header const& read) {
    auto plan = TRY(read_plan(work, read, Act::write));
    if (plan.stage != Stage::approved || plan.working != Stage::approved)
        return refused({"plans.not_to_close"});
    auto const last = days_of(plan.fiscal_year, Period::year).last;
    if (work.today <= last) return refused({"plans.year_not_over", {{"date", last}}});
    plan.stage = Stage::closed;
    return saved(work, plan, "plan.closed", about(plan, {{"on", iso(work.today)}}));
}

} // namespace udb::plans
