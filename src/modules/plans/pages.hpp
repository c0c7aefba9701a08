// The pages of plans, and what they share.
#pragma once

#include "host/call.hpp"
#include "kernel/form_values.hpp"
#include "modules/plans/actions.hpp"
#include "modules/plans/portions.hpp"
#include "web/components/components.hpp"

namespace udb::plans {

using udb::value_of; // of a form; beside that of a day

Result<web::Response> show_plans(Call& call);
Result<web::Response> show_begin(Call& call);
Result<web::Response> post_begin(Call& call);
Result<web::Response> show_import(Call& call);
Result<web::Response> post_import(Call& call);
Result<web::Response> post_imported(Call& call);
Result<web::Response> show_plan(Call& call);
Result<web::Response> show_table(Call& call);
Result<web::Response> show_edit(Call& call);
Result<web::Response> show_title(Call& call);
Result<web::Response> post_title(Call& call);
Result<web::Response> show_area(Call& call);
Result<web::Response> post_area(Call& call);
Result<web::Response> show_activity(Call& call);
Result<web::Response> post_activity(Call& call);
Result<web::Response> show_indicator_form(Call& call);
Result<web::Response> post_indicator(Call& call);
Result<web::Response> post_move(Call& call);
Result<web::Response> post_remove(Call& call);
Result<web::Response> post_submit(Call& call);
Result<web::Response> post_send_back(Call& call);
Result<web::Response> post_approve(Call& call);
Result<web::Response> post_amend(Call& call);
Result<web::Response> post_discard(Call& call);
Result<web::Response> post_close(Call& call);
Result<web::Response> show_versions(Call& call);
Result<web::Response> show_progress(Call& call);
Result<web::Response> post_progress(Call& call);
Result<web::Response> post_period(Call& call);
Result<web::Response> show_assessment(Call& call);
Result<web::Response> post_assessment(Call& call);
Result<web::Response> show_indicator(Call& call);
Result<web::Response> show_evidence(Call& call);

/// The plan that the address names, where the actor may see it: an approved one everybody, a draft
/// its office and those above.
Result<PlanRecord> seen_plan(Call const& call);
bool may_see(Call const& call, PlanRecord const& plan);
bool may(Call const& call, Act act, PlanRecord const& plan);
/// What the form read: its plan and version.
Header header_read(Call const& call, PlanRecord const& plan);
Html version_field(PlanRecord const& plan);

bool can_be_mended(Error const& error);
int status_of(Error const& error);

std::string year_name(Words const& words, int fiscal_year);
std::string number_of(Words const& words, Place const& place);
std::string shown(Words const& words, Value value, Unit unit = Unit::number);
std::string shown(Words const& words, std::optional<Value> value, Unit unit);
/// With the plan's own word for the unit behind a number.
std::string with_unit(Words const& words, IndicatorFacts const& i, std::optional<Value> value);
std::string unit_of(Words const& words, IndicatorFacts const& i);
/// 100 to 60 %, the filled ones: `৩০ · ২৯.৯৫`.
std::string bands_text(Words const& words, IndicatorFacts const& i);
/// The same, no day of it broken between lines.
Html bands_of(Words const& words, IndicatorFacts const& i);
Html stage_mark(Words const& words, Stage stage);
Scale scale_of(PlanRecord const& plan);
/// The form of the plan that the mandates ask of an innovation team this year; where none is known,
/// any.
std::string usual_form(Date today);

/// What is doubtful, once however many places it is said of.
std::vector<ui::FindingLine> finding_lines(Words const& words, std::vector<Finding> const& found);

/// The posts that a plan names, by id.
std::map<Id<Post>, std::string> post_names(Call const& call, PlanFacts const& facts);

/// Links to the portions of a long plan, the one shown marked; nothing where there is one.
Html portion_links(Words const& words, PlanFacts const& facts, std::vector<Portion> const& all,
                   std::size_t current, Url const& here);
/// From the query or the form, within bounds.
std::size_t portion_asked(Call const& call, std::size_t count);

/// The plan's page; `error` is what a form on it brought.
Result<web::Response> plan_page(Call const& call, PlanRecord const& plan,
                                std::optional<Error> const& error = {});
Html moves_of(Call const& call, PlanRecord const& plan, PlanFacts const& working,
              std::optional<Error> const& error);

Html way_to_plan(Call const& call, PlanRecord const& plan);

/// Offices where the actor may write, for a choice.
std::vector<ui::Choice> own_offices(Call const& call);

template <class E>
std::vector<ui::Choice> choices_of(Words const& words) {
    std::vector<ui::Choice> choices;
    for (auto const& term : terms<E>())
        choices.push_back({std::string(term.id), std::string(words(term.label))});
    return choices;
}

} // namespace udb::plans
