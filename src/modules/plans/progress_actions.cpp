// Telling progress, submitting a period, and assessing it.
#include "bangla/text/normalise.hpp"
#include "modules/evidence/evidence.hpp"
#include "modules/people/people.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/drafted_actions.hpp"
#include "modules/plans/merging.hpp"
#include "modules/plans/policy.hpp"
#include "modules/plans/portions.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

constexpr std::size_t remark_bytes_max = 4000;

std::string tidied(std::string const& text) { return bangla::normalised(bangla::trimmed(text)); }

Result<PlanRecord> approved_plan(Work& work, Id<Plan> id) {
    auto plan = find_plan(work.db, id);
    if (!plan) return not_found();
    if (plan->stage == Stage::closed) return refused({"plans.is_closed"});
    if (plan->stage != Stage::approved) return refused({"plans.not_approved"});
    return std::move(*plan);
}

struct Tellable {
    PlanRecord plan = {};
    std::map<Id<Indicator>, IndicatorFacts const*> indicators = {};
    std::map<Id<Indicator>, Told> told = {};
    std::vector<Id<Post>> posts = {};
    bool all = false;
    bool submitted = false; ///< a period that holds the quarter

    Told now_of(Id<Indicator> id) const {
        auto const found = told.find(id);
        return found == told.end() ? Told{} : found->second;
    }
};

/// What is wrong with a row; nothing where it may be saved.
std::optional<Message> doubt(Tellable const& t, TellingRow const& row, IndicatorFacts const& i,
                             Date today) {
    if (!t.all && std::ranges::find(t.posts, i.responsible) == t.posts.end())
        return Message{"plans.not_yours"};
    if (i.reported_with) return Message{"plans.reported_elsewhere"};
    if (row.remark.size() > remark_bytes_max) return Message{"plans.too_long"};
    if (row.value && i.unit == Unit::date && day_of(*row.value) > today)
        return Message{"plans.day_ahead"};
    if (row.value && i.unit != Unit::date && *row.value < Value{})
        return Message{"plans.value_negative"};
    if (!row.seen) return {};
    auto const now = t.now_of(i.id);
    if (merged(row.remark, row.seen->remark, now.remark).both)
        return Message{"plans.meanwhile_remark", {{"remark", now.remark}, {"who", now.who}}};
    if (!merged(row.value, row.seen->value, now.value).both) return {};
    if (!now.value) return Message{"plans.meanwhile_none"};
    return Message{"plans.meanwhile",
                   {{"value", BilingualText{written(*now.value, i.unit, Language::bn),
                                            written(*now.value, i.unit, Language::en)}},
                    {"who", now.who}}};
}

void tell(Work& work, Tellable const& t, Telling const& telling, TellingRow const& row,
          IndicatorFacts const& i) {
    auto const was = t.now_of(i.id).value;
    save_told(work, i.id, telling.quarter,
              {.value = row.value, .remark = row.remark, .on = work.today, .who = work.actor.name});
    auto const text = [&](std::optional<Value> value, Language language) {
        return value ? written(*value, i.unit, language) : std::string("–");
    };
    auto details = about(t.plan, {{"quarter", std::to_string(telling.quarter)},
                                  {"indicator", to_string(i.id)},
                                  {"value_bn", text(row.value, Language::bn)},
                                  {"value_en", text(row.value, Language::en)},
                                  {"on", iso(work.today)}});
    if (was && was != row.value) {
        details.emplace_back("before_bn", text(was, Language::bn));
        details.emplace_back("before_en", text(was, Language::en));
    }
    if (t.submitted) details.emplace_back("reason", telling.reason);
    work.record(t.submitted ? "plan.progress_corrected" : "plan.progress_told", as_record(i.id),
                t.plan.header.office_path, details);
}

/// As it will be saved: value and remark each as given where it was changed, else as it stands.
TellingRow with_theirs(Tellable const& t, TellingRow row) {
    if (!row.seen) return row;
    auto const now = t.now_of(row.indicator);
    row.value = merged(row.value, row.seen->value, now.value).value;
    row.remark = merged(row.remark, row.seen->remark, now.remark).value;
    return row;
}

bool changes(Tellable const& t, TellingRow const& row) {
    auto const now = t.now_of(row.indicator);
    return row.value != now.value || row.remark != now.remark;
}

bool was_submitted(Db& db, Id<Plan> plan, unsigned quarter) {
    auto const all = submitted_periods(db, std::span(&plan, 1));
    return std::ranges::any_of(
        all, [&](SubmittedPeriod const& p) { return quarters_of(p.period).holds(quarter); });
}

/// Indicators of a plan and those from which it takes progress.
std::vector<Id<Record>> records_of(PlanFacts const& facts) {
    std::vector<Id<Record>> ids;
    for (auto const& one : placed(facts)) {
        ids.push_back(as_record(one.indicator->id));
        if (one.indicator->reported_with) ids.push_back(as_record(one.indicator->reported_with));
    }
    return ids;
}

} // namespace

bool may_tell_all(Actor const& actor, PlanRecord const& plan) {
    return permits(policy, actor, Act::report, plan.header.target());
}

std::vector<Id<Post>> posts_held_now(Db& db, Actor const& actor, Date today) {
    std::vector<Id<Post>> posts;
    if (!actor.officer) return posts;
    for (auto const& held : people::posts_held(db, actor.officer))
        if (held.holding.on(today)) posts.push_back(held.holding.post);
    return posts;
}

Result<TellingDone> tell_progress(Work& work, Telling const& given) {
    auto telling = given;
    Tellable t{.plan = TRY(approved_plan(work, telling.plan))};
    t.all = may_tell_all(work.actor, t.plan);
    t.posts = posts_held_now(work.db, work.actor, work.today);
    if (!t.all && t.posts.empty()) return forbidden();
    auto const first =
        bangla::days_of(bangla::FiscalYear{t.plan.fiscal_year}, telling.quarter).first;
    if (work.today < first) return refused({"plans.quarter_ahead", {{"date", first}}});
    auto const facts = facts_of(work.db, t.plan, t.plan.approved_version);
    for (auto const& one : placed(facts))
        t.indicators[one.indicator->id] = one.indicator;
    t.told = told_in(work.db, t.plan, t.plan.approved_version, telling.quarter);
    t.submitted = was_submitted(work.db, t.plan.id(), telling.quarter);
    telling.reason = tidied(telling.reason);
    TellingDone done;
    for (auto& row : telling.rows) {
        row.remark = tidied(row.remark);
        auto const indicator = t.indicators.find(row.indicator);
        if (indicator == t.indicators.end()) continue;
        auto const saved = with_theirs(t, row);
        if (!changes(t, saved)) continue;
        if (auto wrong = doubt(t, row, *indicator->second, work.today)) {
            done.wrong.push_back({"value_" + to_string(row.indicator), std::move(*wrong)});
            continue;
        }
        if (t.submitted && telling.reason.empty())
            return invalid("reason", {"plans.reason_after_submission"});
        if (telling.reason.size() > remark_bytes_max) return invalid("reason", {"plans.too_long"});
        tell(work, t, telling, saved, *indicator->second);
        ++done.saved;
    }
    return done;
}

Done submit_period(Work& work, Header const& read, Period period, std::string const& remark) {
    auto const plan = TRY(read_plan(work, read, Act::write));
    if (plan.stage != Stage::approved) return refused({"plans.not_approved"});
    auto const last = days_of(plan.fiscal_year, period).last;
    if (work.today < last) return refused({"plans.period_not_over", {{"date", last}}});
    auto const id = plan.id();
    for (auto const& p : submitted_periods(work.db, std::span(&id, 1)))
        if (p.period == period) return refused({"plans.is_submitted_period"});
    auto const said = tidied(remark);
    if (said.size() > remark_bytes_max) return invalid("remark", {"plans.too_long"});
    auto const facts = facts_of(work.db, plan, plan.approved_version);
    auto const quarter = quarters_of(period).last;
    std::vector<Frozen> frozen;
    Value total{};
    for (auto const& one : placed(facts)) {
        auto then = *one.indicator;
        then.quarters = up_to(then.quarters, quarter);
        auto const score = scored(then).score;
        total.units += score.units;
        frozen.push_back({.indicator = then.id, .quarters = then.quarters, .score = score});
    }
    insert_period(work,
                  {.plan = id,
                   .period = period,
                   .version = plan.approved_version,
                   .on = work.today,
                   .who = work.actor.name,
                   .score = total,
                   .remark = said},
                  frozen);
    TRY(evidence::lock(work, records_of(facts),
                       evidence::period_text(bangla::FiscalYear{plan.fiscal_year}, id_of(period))));
    TRY(save_record(work, plan.header));
    work.record("plan.period_submitted", plan.header.id, plan.header.office_path,
                about(plan, {{"period", std::string(id_of(period))},
                             {"period_bn", std::string(label_of(period).bn)},
                             {"period_en", std::string(label_of(period).en)},
                             {"on", iso(work.today)}}));
    return {};
}

bool may_assess(Actor const& actor, std::string_view path) {
    auto above = actor;
    std::erase_if(above.assignments, [&](Assignment const& a) { return a.office_path == path; });
    return permits(policy, above, Act::assess, {.office_path = path});
}

namespace {

std::vector<FieldError> wrong_mark(Id<Indicator> id, Mark const& mark, Value weight) {
    std::vector<FieldError> wrong;
    if (mark.score && (*mark.score < Value{} || *mark.score > weight))
        wrong.push_back({"score_" + to_string(id),
                         {"plans.score_range",
                          {{"most", BilingualText{written(weight, Unit::number, Language::bn),
                                                  to_string(weight)}}}}});
    if (mark.remark.size() > remark_bytes_max)
        wrong.push_back({"remark_" + to_string(id), {"plans.too_long"}});
    return wrong;
}

/// What somebody else has marked since, where it was changed here too.
std::vector<FieldError> marked_meanwhile(Id<Indicator> id, MarkRow const& row, Mark const& now,
                                         BilingualText const& who) {
    std::vector<FieldError> wrong;
    if (!row.seen) return wrong;
    if (merged(row.mark.score, row.seen->score, now.score).both) {
        auto const text = [&](Language language) {
            return now.score ? written(*now.score, Unit::number, language) : std::string("–");
        };
        wrong.push_back(
            {"score_" + to_string(id),
             {"plans.meanwhile_marked",
              {{"value", BilingualText{text(Language::bn), text(Language::en)}}, {"who", who}}}});
    }
    if (merged(row.mark.remark, row.seen->remark, now.remark).both)
        wrong.push_back({"remark_" + to_string(id),
                         {"plans.meanwhile_remark", {{"remark", now.remark}, {"who", who}}}});
    return wrong;
}

/// As they stand, before anything is saved.
struct Standing {
    AssessmentRecord record = {};
    std::map<Id<Indicator>, Mark> marks = {};
};

Standing standing_of(Db& db, Assessing const& given) {
    Standing now{
        .record = {.plan = given.plan, .period = given.period, .assessor = given.assessor}};
    for (auto const& a : assessments_of(db, std::span(&given.plan, 1)))
        if (a.period == given.period && a.assessor == given.assessor) now.record = a;
    if (now.record.version > 0) now.marks = marks_of(db, now.record);
    return now;
}

/// Those that change, merged with what others marked; or every problem.
Result<std::map<Id<Indicator>, Mark>> marks_to_save(Assessing const& given, Standing const& now,
                                                    PlanFacts const& facts) {
    std::vector<FieldError> wrong;
    std::map<Id<Indicator>, Mark> marks;
    for (auto const& one : placed(facts)) {
        auto const id = one.indicator->id;
        auto const found = given.marks.find(id);
        if (found == given.marks.end()) continue;
        auto row = found->second;
        row.mark.remark = tidied(row.mark.remark);
        auto const before = now.marks.find(id);
        auto const then = before == now.marks.end() ? Mark{} : before->second;
        auto const seen = row.seen.value_or(then);
        Mark const mark{merged(row.mark.score, seen.score, then.score).value,
                        merged(row.mark.remark, seen.remark, then.remark).value};
        if (mark == then) continue;
        for (auto& problem : wrong_mark(id, mark, one.indicator->weight))
            wrong.push_back(std::move(problem));
        for (auto& problem : marked_meanwhile(id, row, then, now.record.who))
            wrong.push_back(std::move(problem));
        marks[id] = mark;
    }
    if (given.remark.size() > remark_bytes_max) wrong.push_back({"remark", {"plans.too_long"}});
    if (given.seen_remark && merged(given.remark, *given.seen_remark, now.record.remark).both)
        wrong.push_back(
            {"remark",
             {"plans.meanwhile_remark", {{"remark", now.record.remark}, {"who", now.record.who}}}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return marks;
}

Done may_be_assessed(Work& work, PlanRecord const& plan, Assessing const& a) {
    bool const self = a.assessor == Assessor::self;
    if (self) TRY(work.allow(policy, Act::write, plan.header.target()));
    if (!self && !may_assess(work.actor, plan.header.office_path)) return forbidden();
    if (figures_of(work.db, a.plan, a.period).empty())
        return refused({"plans.period_not_submitted"});
    if (!self) return {};
    for (auto const& other : assessments_of(work.db, std::span(&a.plan, 1)))
        if (other.period == a.period && other.assessor == Assessor::higher)
            return refused({"plans.is_assessed"});
    return {};
}

} // namespace

Done assess(Work& work, Assessing const& typed) {
    auto given = typed;
    given.remark = tidied(given.remark);
    if (given.seen_remark) given.seen_remark = tidied(*given.seen_remark);
    auto const plan = TRY(approved_plan(work, given.plan));
    TRY(may_be_assessed(work, plan, given));
    auto const now = standing_of(work.db, given);
    auto const marks =
        TRY(marks_to_save(given, now, facts_of(work.db, plan, plan.approved_version)));
    auto saved = now.record;
    saved.remark = given.seen_remark
                       ? merged(given.remark, *given.seen_remark, now.record.remark).value
                       : given.remark;
    if (now.record.version > 0 && marks.empty() && saved.remark == now.record.remark) return {};
    saved.on = work.today;
    saved.who = work.actor.name;
    TRY(save_assessment(work, saved, marks));
    work.record(given.assessor == Assessor::self ? "plan.self_assessed" : "plan.assessed",
                plan.header.id, plan.header.office_path,
                about(plan, {{"period", std::string(id_of(given.period))},
                             {"period_bn", std::string(label_of(given.period).bn)},
                             {"period_en", std::string(label_of(given.period).en)},
                             {"on", iso(work.today)}}));
    return {};
}

} // namespace udb::plans
