#include "modules/plans/chapter_store.hpp"

#include "modules/plans/plan_template.hpp"
#include "modules/plans/plans.hpp"
#include "modules/plans/portions.hpp"

#include <algorithm>

namespace udb::plans {
namespace {

class Telling {
public:
    Telling(PlanRecord const& plan, PlanFacts const& facts, ChapterAsked const& asked)
        : plan_(plan), facts_(facts), asked_(asked), words_(asked.words),
          score_(scored(facts, scale(), asked.quarter_last)) {}

    void tell(std::vector<bangla::Block>& out, std::vector<PlanVersion> const& versions) const {
        out.emplace_back(bangla::Heading{words_(facts_.title), 3});
        out.emplace_back(bangla::Paragraph{.text = said(versions)});
        if (facts_.areas.size() > 1) out.emplace_back(areas());
        out.emplace_back(table());
    }

    bangla::BarChart chart() const { return areas(); }

private:
    Scale scale() const {
        auto const* form = plan_template(plan_.form);
        return form ? form->scale : Scale{};
    }
    std::string number(Value value) const { return written(value, Unit::number, Language::bn); }
    static std::string no(std::size_t area, std::size_t activity = 0, std::size_t indicator = 0) {
        return numbered(static_cast<int>(area), static_cast<int>(activity),
                        static_cast<int>(indicator), Language::bn);
    }

    std::string said(std::vector<PlanVersion> const& versions) const {
        std::string text;
        if (!versions.empty())
            text = words_("plan_chapter.approved",
                          {{"date", versions.front().approved_on},
                           {"version", std::int64_t{versions.front().version}}})
                   + ' ';
        text += words_("plan_chapter.score", {{"score", number(score_.marks.score)},
                                              {"weight", number(score_.marks.weight)}});
        if (score_.scaled)
            text += ' '
                    + words_("plan_chapter.scaled",
                             {{"score", number(*score_.scaled)}, {"to", number(scale().to)}});
        return text;
    }

    bangla::BarChart areas() const {
        bangla::BarChart chart{.title = words_("plan_chapter.areas")};
        for (std::size_t i = 0; i < facts_.areas.size(); ++i) {
            auto const& marks = score_.areas[i].marks;
            auto const share =
                marks.weight.units > 0
                    ? Value{marks.score.units * 100 * Value::one / marks.weight.units}
                    : Value{};
            auto const percent = parse_decimal(to_string(share, 1)).value_or(share);
            chart.bars.push_back({.label = no(i + 1) + ' ' + facts_.areas[i].name,
                                  .value = static_cast<double>(share.units),
                                  .written = number(percent) + '%'});
        }
        return chart;
    }

    bangla::Table table() const {
        std::vector<std::vector<std::string>> rows;
        for (auto const& one : placed(facts_)) {
            auto const& i = *one.indicator;
            auto const& p = one.place;
            auto const& score =
                score_.areas[p.area - 1].activities[p.activity - 1].indicators[p.indicator - 1];
            auto const value = [&](std::optional<Value> v) {
                if (!v) return std::string("–");
                return written(*v, i.unit, Language::bn) + (i.unit == Unit::percent ? "%" : "");
            };
            rows.push_back(
                {no(p.area, p.activity, p.indicator), i.name,
                 i.unit_name.empty() ? std::string(words_(label_of(i.unit))) : i.unit_name,
                 number(i.weight), value(i.bands[0]), value(score.achieved.year),
                 score.percent ? number(*score.percent) + '%' : "–", number(score.score)});
        }
        return told_table({{words_("plan_chapter.no"), 1.3},
                           {words_("plan_chapter.indicator"), 5},
                           {words_("plan_chapter.unit"), 1.8},
                           {words_("plan_chapter.weight"), 1.4, true},
                           {words_("plan_chapter.target"), 2.7, true},
                           {words_("plan_chapter.achieved"), 2.7, true},
                           {words_("plan_chapter.percent"), 1.8, true},
                           {words_("plan_chapter.marks"), 1.6, true}},
                          std::move(rows));
    }

    PlanRecord const& plan_;
    PlanFacts const& facts_;
    ChapterAsked const& asked_;
    Words const& words_;
    PlanScore score_;
};

} // namespace

namespace {

bool is_of_innovation(PlanRecord const& plan) {
    auto const* form = plan_template(plan.form);
    return form && form->purpose == Purpose::innovation;
}

/// The innovation plan first: it is the mandate's (C23 §4(2), L26 §2(2)).
std::vector<PlanRecord> approved_plans(Db& db, ChapterAsked const& asked) {
    auto plans = plans_of(db, asked.office, asked.fiscal_year);
    std::erase_if(plans, [](PlanRecord const& plan) { return plan.approved_version == 0; });
    std::ranges::stable_partition(plans, is_of_innovation);
    return plans;
}

} // namespace

std::vector<bangla::Block> tell_brief(Db& db, ChapterAsked const& asked) {
    auto const plans = approved_plans(db, asked);
    if (plans.empty() || !is_of_innovation(plans.front())) return {};
    std::vector<PlanAt> const at{{&plans.front(), plans.front().current()}};
    auto const facts = facts_of_all(db, at);
    auto chart = Telling(plans.front(), facts.front(), asked).chart();
    chart.title = asked.words("plan_chapter.brief");
    return {std::move(chart)};
}

std::vector<bangla::Block> tell_plans(Db& db, ChapterAsked const& asked) {
    auto const plans = approved_plans(db, asked);
    if (plans.empty()) return {bangla::Paragraph{.text = asked.words("plan_chapter.none")}};
    std::vector<PlanAt> at;
    for (auto const& plan : plans)
        at.push_back({&plan, plan.current()});
    auto const facts = facts_of_all(db, at);
    std::vector<bangla::Block> out;
    for (std::size_t i = 0; i < plans.size(); ++i)
        Telling(plans[i], facts[i], asked).tell(out, versions_of(db, plans[i].id()));
    return out;
}

} // namespace udb::plans
