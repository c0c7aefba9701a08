// The pages of teams, and what they share.
#pragma once

#include "host/call.hpp"
#include "kernel/form_values.hpp"
#include "kernel/mandate.hpp"
#include "modules/teams/judging.hpp"
#include "modules/teams/store.hpp"
#include "web/components/components.hpp"

namespace udb::teams {

Result<web::Response> show_teams(Call& call);
Result<web::Response> show_team(Call& call);
Result<web::Response> show_check(Call& call);
Result<web::Response> show_exception(Call& call);
Result<web::Response> post_exception(Call& call);

Result<web::Response> show_begin(Call& call);
Result<web::Response> post_begin(Call& call);
Result<web::Response> post_begin_again(Call& call);

Result<web::Response> show_draft(Call& call);
Result<web::Response> post_draft(Call& call);
Result<web::Response> post_discard(Call& call);
Result<web::Response> post_in_force(Call& call);

Result<web::Response> show_seat(Call& call);
Result<web::Response> post_seat(Call& call);
Result<web::Response> post_seat_removed(Call& call);
Result<web::Response> post_seat_post(Call& call);
Result<web::Response> show_nominees(Call& call);

/// Whether a refusal is shown in the form again, with what was typed.
bool can_be_mended(Error const& error);
int status_of(Error const& error);

/// "ইনোভেশন টিমের গঠন ও কার্যপরিধি, ২০২৩ (০৪.০০…-৭৭)".
std::string mandate_label(Words const& words, Mandate const& mandate);
/// The title alone; the id of a mandate that this program does not know any more.
std::string mandate_title(Words const& words, std::string_view id);

/// Says that a mandate has been replaced, and by what; nothing while it stands. `own`: it is the
/// one that the team stands under.
Html replaced_notice(Call const& call, std::string_view mandate, bool own);

ui::Verdict shown(RuleState state);

/// Seats with who sits in them, as cards.
Html seats_of(Words const& words, std::span<TeamSeat const> seats, Id<Office> own);

/// What a rule asks, as a name: "সদস্যসংখ্যা"; a quota with what it asks for, where `rules` (may be
/// null) has it.
std::string rule_name(Words const& words, std::string_view rule, CompositionRules const* rules);
std::string paragraph_of(Words const& words, std::string_view paragraph);
/// Every rule with what is said of it; `more` adds to each (an exception, a link).
Html rules_of(Words const& words, Verdict const& verdict, CompositionRules const* rules,
              std::function<Html(RuleResult const&)> const& more = {});
/// The verdict in one sentence with its count.
Html banner_of(Words const& words, Verdict const& verdict, Html more = {});

/// What others did to the draft since `version` of it was read, above a form that is shown again.
Html meanwhile(Call const& call, TeamRecord const& team, CompositionRecord const& draft,
               std::int64_t version, Html more = {});
/// The conflict of a form that is shown again: nothing typed is lost, and it can be saved.
Error mendable_conflict();

/// `/teams`, the team.
Html way_to_team(Call const& call, TeamRecord const& team);

} // namespace udb::teams
