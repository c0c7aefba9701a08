// What the platform knows of plans.
#include "host/module.hpp"

#include "modules/plans/actions.hpp"
#include "modules/plans/chapter_store.hpp"
#include "modules/plans/dated_rules.hpp"
#include "modules/plans/demo.hpp"
#include "modules/plans/pace.hpp"
#include "modules/plans/pages.hpp"
#include "modules/plans/policy.hpp"
#include "registers/exchange/import.hpp"

#include <algorithm>
#include <map>

namespace udb::embedded {
std::span<EmbeddedFile const> plans();
}

namespace udb::plans {
namespace {

constexpr std::size_t upload_bytes_max = import_bytes_max + std::size_t{64} * 1024;

constexpr PageRoute routes[] = {
    get("/plans", show_plans, Act::read),
    get("/plans/new", show_begin, Act::write),
    post("/plans", post_begin, Act::write),
    get("/plans/import", show_import, Act::write),
    post("/plans/import", post_import, Act::write, upload_bytes_max),
    post("/plans/imported", post_imported, Act::write),
    get("/plans/{id}", show_plan, Act::read),
    get("/plans/{id}/table", show_table, Act::read),
    get("/plans/{id}/edit", show_edit, Act::write),
    get("/plans/{id}/title", show_title, Act::write),
    post("/plans/{id}/title", post_title, Act::write),
    get("/plans/{id}/areas/{part}", show_area, Act::write),
    post("/plans/{id}/areas/{part}", post_area, Act::write),
    get("/plans/{id}/activities/{part}", show_activity, Act::write),
    post("/plans/{id}/activities/{part}", post_activity, Act::write),
    get("/plans/{id}/indicators/{part}", show_indicator_form, Act::write),
    post("/plans/{id}/indicators/{part}", post_indicator, Act::write),
    post("/plans/{id}/move", post_move, Act::write),
    post("/plans/{id}/remove", post_remove, Act::write),
    post("/plans/{id}/submit", post_submit, Act::write),
    post("/plans/{id}/send-back", post_send_back, Act::approve),
    post("/plans/{id}/approve", post_approve, Act::approve),
    post("/plans/{id}/amend", post_amend, Act::write),
    post("/plans/{id}/discard", post_discard, Act::write),
    post("/plans/{id}/close", post_close, Act::write),
    get("/plans/{id}/versions", show_versions, Act::read),
    get("/plans/{id}/progress", show_progress, Act::read),
    // Whoever holds a responsible post may tell too: the verb asks.
    post("/plans/{id}/progress", post_progress, Act::read),
    post("/plans/{id}/periods", post_period, Act::write),
    get("/plans/{id}/assessment", show_assessment, Act::read),
    post("/plans/{id}/assessment", post_assessment, Act::read),
    get("/plans/{id}/evidence", show_evidence, Act::read),
    get("/indicators/{id}", show_indicator, Act::read),
};

/// An approved plan is public, and so is what was in one.
constexpr std::string_view public_plans[] = {"approved", "closed"};
constexpr std::string_view public_indicators[] = {"approved", "removed"};
constexpr Act working[] = {Act::write, Act::report, Act::approve, Act::assess};

constexpr RecordKind kinds[] = {{.kind = plan_kind,
                                 .path = "/plans",
                                 .label = {"কর্মপরিকল্পনা", "Work plan"},
                                 .open_stages = public_plans,
                                 .closed_acts = working},
                                {.kind = indicator_kind,
                                 .path = "/indicators",
                                 .label = {"কর্মসম্পাদন সূচক", "Performance indicator"},
                                 .open_stages = public_indicators,
                                 .closed_acts = working}};

// Plans are drafted, decided and reported on by verbs of their own, never by a form of their row.
constexpr Kept registers[] = {
    {.reg = &plan_register, .path = "/plans", .read_only = true},
    {.reg = &indicator_register, .path = "/indicators", .read_only = true}};

constexpr Navigation navigation[] = {
    {{"কর্মপরিকল্পনা", "Work plans"}, "/plans", Act::read, "plans.about"},
};

constexpr std::size_t concerns_most = 20;

/// Indicators behind, of the office's approved plans of this year and the last; one that is
/// reported in another plan is spoken of there. `take(plan, placed indicator, why)`.
template <class F>
void each_behind(Db& db, Id<Office> office, Date today, F const& take) {
    auto const now = bangla::fiscal_year(today).start;
    std::vector<PlanRecord> plans;
    for (auto const year : {now, now - 1})
        for (auto& plan : plans_of(db, office, year))
            if (plan.stage == Stage::approved) plans.push_back(std::move(plan));
    std::vector<PlanAt> at;
    for (auto const& plan : plans)
        at.push_back({&plan, plan.current()});
    auto const all = facts_of_all(db, at);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (auto const& one : placed(all[i])) {
            if (one.indicator->reported_with) continue;
            if (auto const why = behind(*one.indicator, all[i].fiscal_year, today))
                take(plans[i], one, *why);
        }
}

class Waiting {
public:
    Waiting(Db& db, Actor const& actor, Date today) : db_(db), actor_(actor), today_(today) {}

    std::vector<Concern> all() {
        for (auto const& plan : submitted_plans(db_))
            if (permits(policy, actor_, Act::approve, plan.header.target()))
                add("plans.waits_approval", plan, url("/plans/{}", plan.id()), {}, {});
        auto const now = bangla::fiscal_year(today_).start;
        // In July the year before is still reported on.
        for (auto const year : {now - 1, now})
            of_year(year);
        of_own_posts();
        return std::move(found_);
    }

private:
    /// Those that the actor's own posts answer for, counted plan by plan.
    void of_own_posts() {
        auto const posts = posts_held_now(db_, actor_, today_);
        if (posts.empty()) return;
        std::map<Id<Plan>, std::pair<PlanRecord, std::int64_t>> counted;
        each_behind(db_, actor_.office, today_,
                    [&](PlanRecord const& plan, auto const& one, Message const&) {
                        if (std::ranges::count(posts, one.indicator->responsible) == 0) return;
                        ++counted.try_emplace(plan.id(), plan, 0).first->second.second;
                    });
        for (auto const& [id, those] : counted)
            found_.push_back(
                {.what = {"plans.own_behind",
                          {{"count", those.second}, {"plan", those.first.header.title}}},
                 .where = url("/plans/{}", id),
                 .waits = true});
    }

    void of_year(int year) {
        // Whoever may write everywhere is not asked for what every office owes.
        auto const own = scope_of(policy, actor_, Act::write);
        if (!own.everywhere) to_submit(approved_plans(db_, own, year), year);
        auto const below = scope_of(policy, actor_, Act::assess);
        if (below.everywhere) return;
        to_assess(approved_plans(db_, below, year), year);
    }

    void to_submit(std::vector<PlanRecord> const& plans, int year) {
        auto const ids = ids_of(plans);
        auto const submitted = submitted_periods(db_, ids);
        for (auto const& plan : plans)
            for (auto const period : periods_over(year, today_)) {
                auto const due = due_of(Task::progress, period, year);
                bool const done = std::ranges::any_of(submitted, [&](SubmittedPeriod const& p) {
                    return p.plan == plan.id() && p.period == period;
                });
                if (due && !done)
                    add("plans.waits_progress", plan,
                        url("/plans/{}/progress", plan.id())
                            .with("quarter", std::to_string(quarters_of(period).last)),
                        period, due->on);
            }
    }

    void to_assess(std::vector<PlanRecord> const& plans, int year) {
        auto const ids = ids_of(plans);
        auto const submitted = submitted_periods(db_, ids);
        auto const there = assessments_of(db_, ids);
        for (auto const& p : submitted) {
            auto const due = due_of(Task::higher, p.period, year);
            auto const plan = std::ranges::find(plans, p.plan, &PlanRecord::id);
            if (!due || plan == plans.end() || !may_assess(actor_, plan->header.office_path))
                continue;
            bool const done = std::ranges::any_of(there, [&](AssessmentRecord const& a) {
                return a.plan == p.plan && a.period == p.period && a.assessor == Assessor::higher;
            });
            if (!done)
                add("plans.waits_assessment", *plan,
                    url("/plans/{}/assessment", plan->id()).with("period", id_of(p.period)),
                    p.period, due->on);
        }
    }

    static std::vector<Id<Plan>> ids_of(std::vector<PlanRecord> const& plans) {
        std::vector<Id<Plan>> ids;
        for (auto const& plan : plans)
            ids.push_back(plan.id());
        return ids;
    }

    void add(std::string key, PlanRecord const& plan, Url where, std::optional<Period> period,
             std::optional<Date> due) {
        if (found_.size() >= concerns_most) return;
        Message what{std::move(key), {{"plan", plan.header.title}, {"office", plan.office_name}}};
        if (period) {
            auto const label = label_of(*period);
            what.args.emplace_back("period",
                                   BilingualText{std::string(label.bn), std::string(label.en)});
        }
        found_.push_back(
            {.what = std::move(what), .where = std::move(where), .waits = true, .due = due});
    }

    Db& db_;
    Actor const& actor_;
    Date today_;
    std::vector<Concern> found_ = {};
};

std::vector<Concern> concerns(Db& db, Actor const& actor, Date today) {
    return Waiting(db, actor, today).all();
}

/// For the agenda of a meeting.
std::vector<Matter> matters(Db& db, Id<Office> office, Date today) {
    std::vector<Matter> found;
    each_behind(db, office, today, [&](PlanRecord const&, auto const& one, Message const& why) {
        auto const number = [&](Language language) {
            return numbered(static_cast<int>(one.place.area), static_cast<int>(one.place.activity),
                            static_cast<int>(one.place.indicator), language);
        };
        found.push_back(
            {.kind = Matter::Kind::indicator,
             .what = {"plans.matter_behind",
                      {{"number", BilingualText{number(Language::bn), number(Language::en)}},
                       {"indicator", one.indicator->name}}},
             .state = why,
             .where = url("/indicators/{}", one.indicator->id),
             .record = as_record(one.indicator->id)});
    });
    return found;
}

// Registered before any thread begins: what stands of this module in reports.
[[maybe_unused]] bool const tells_plan =
    tells({.chapter = "plan", .place = 1, .tell = tell_plans, .files = embedded::plans});
[[maybe_unused]] bool const tells_brief =
    tells({.chapter = brief_chapter, .place = 1, .tell = tell_brief, .files = embedded::plans});

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "plans",
    .title = {"কর্মপরিকল্পনা", "Work plans"},
    .files = embedded::plans,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .registers = registers,
    .concerns = concerns,
    .matters = matters,
    .demo = tell_demo,
};

} // namespace udb::plans
