// What the pages of teams share.
#include "kernel/paragraph.hpp"
#include "modules/teams/pages.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>
#include <charconv>

namespace udb::teams {
namespace {

std::string holder_note(Words const& words, Sitter const& sitter) {
    std::string note;
    if (sitter.kind != HoldingKind::regular) note = words(udb::label_of(sitter.kind));
    if (!sitter.since) return words("teams.nominated_by_name");
    if (!note.empty()) note += "; ";
    return note + words("teams.since", {{"date", *sitter.since}});
}

Html marks_of(Words const& words, TeamSeat const& seat) {
    Html marks;
    auto const* capacities = &seat.capacities;
    if (!*capacities && !seat.posts.empty()) capacities = &seat.posts.front().capacities;
    if (*capacities)
        for (auto const c : **capacities)
            marks += ui::status({.text = std::string(words(udb::label_of(c)))});
    if (seat.posts.empty() && !seat.officer)
        marks +=
            ui::status({.text = words("teams.post_unknown"), .tone = ui::Status::Tone::unsure});
    return marks;
}

std::string said(Words const& words, std::vector<Message> const& messages) {
    std::string out;
    for (auto const& message : messages)
        out += (out.empty() ? "" : " ") + words(message);
    return out;
}

} // namespace

bool can_be_mended(Error const& error) {
    return error.kind == Error::Kind::invalid || error.kind == Error::Kind::conflict
           || error.kind == Error::Kind::refused;
}

int status_of(Error const& error) { return error.kind == Error::Kind::invalid ? 422 : 409; }

std::string mandate_label(Words const& words, Mandate const& mandate) {
    return words("teams.mandate_label",
                 {{"title", mandate.title}, {"memo", mandate.memo}, {"date", mandate.issued_on}});
}

std::string mandate_title(Words const& words, std::string_view id) {
    auto const* mandate = shipped_mandates().find(id);
    return mandate ? words(mandate->title) : std::string(id);
}

Html replaced_notice(Call const& call, std::string_view id, bool own_one) {
    auto const& words = call.words;
    auto const& mandates = shipped_mandates();
    auto const* own = mandates.find(id);
    auto const* next = mandates.replaced_by(id, call.today);
    if (!own || !next) return {};
    auto const say = [&](std::string_view key) {
        return words(key, {{"own", own->title},
                           {"next", next->title},
                           {"memo", next->memo},
                           {"date", next->issued_on}});
    };
    auto body = html::p(say("teams.mandate_replaced"));
    if (own_one) body += html::p(words("teams.reform_needed"));
    if (next->known == Known::number_only) body += html::p(say("teams.mandate_number_only"));
    return ui::notice(words, {.heading = words(own_one ? "teams.mandate_replaced_heading"
                                                       : "teams.paper_replaced_heading"),
                              .body = body});
}

ui::Verdict shown(RuleState state) {
    switch (state) {
    case RuleState::met: return ui::Verdict::met;
    case RuleState::not_met: return ui::Verdict::not_met;
    case RuleState::cannot_tell: break;
    }
    return ui::Verdict::cannot_tell;
}

Html seats_of(Words const& words, std::span<TeamSeat const> seats, Id<Office> own) {
    std::vector<ui::SeatCard> cards;
    for (auto const& seat : seats)
        cards.push_back({.no = seat.no,
                         .role = std::string(words(udb::label_of(seat.role))),
                         .post = words(label_with_office(seat, own)),
                         .holder = seat.sitter ? words(seat.sitter->name) : "",
                         .holder_note = seat.sitter ? holder_note(words, *seat.sitter) : "",
                         .marks = marks_of(words, seat),
                         .leads = seat.role == SeatRole::chief_innovation_officer
                                  || seat.role == SeatRole::innovation_officer,
                         .href = seat.sitter ? url("/people/{}", seat.sitter->officer) : Url{}});
    return ui::seat_cards(words, cards);
}

std::string rule_name(Words const& words, std::string_view rule, CompositionRules const* rules) {
    if (rule.starts_with("quota.")) {
        auto name = words("composition.rule_quota");
        if (rules)
            for (auto const& quota : rules->quotas)
                if (rule.substr(6) == quota.id) name += ": " + words(quota.what);
        return name;
    }
    for (std::string_view const known : {"leader", "formed_by", "fixed", "size"})
        if (rule == known || rule.starts_with(std::string(known) + "."))
            return words("composition.rule_" + std::string(known));
    return std::string(rule);
}

std::string paragraph_of(Words const& words, std::string_view paragraph) {
    return words(paragraph_named(std::string(paragraph)));
}

Html rules_of(Words const& words, Verdict const& verdict, CompositionRules const* rules,
              std::function<Html(RuleResult const&)> const& more) {
    std::vector<ui::RuleLine> lines;
    for (auto const& rule : verdict.rules) {
        auto const told = said(words, rule.says);
        bool const met = rule.state == RuleState::met;
        lines.push_back({.verdict = shown(rule.state),
                         .paragraph = paragraph_of(words, rule.paragraph),
                         .asks = rule_name(words, rule.id, rules),
                         .by = met ? told : "",
                         .mend = met ? "" : told,
                         .more = more ? more(rule) : Html{}});
    }
    return ui::rule_list(words, lines);
}

Html banner_of(Words const& words, Verdict const& verdict, Html more) {
    auto const t = tally(verdict);
    return ui::verdict_banner(words,
                              {.verdict = shown(verdict.state),
                               .sentence = words("teams.tally", {{"all", t.all()},
                                                                 {"met", t.met},
                                                                 {"not_met", t.not_met},
                                                                 {"cannot_tell", t.cannot_tell}}),
                               .more = std::move(more)});
}

Error mendable_conflict() { return {Error::Kind::conflict, {"teams.conflict"}, {}}; }

Html meanwhile(Call const& call, TeamRecord const& team, CompositionRecord const& draft,
               std::int64_t version, Html more) {
    constexpr std::int64_t most = 10;
    auto const& words = call.words;
    // Every change of the draft counts its version by one and leaves one event.
    auto const missed = std::clamp<std::int64_t>(draft.version - version, 0, most);
    auto const events =
        call.look([&](Db& db) { return events_of(db, team.header.id, static_cast<int>(missed)); });
    Html lines;
    for (auto const& event : events) {
        if (event.kind == "team.draft_begun") break;
        lines += html::li(
            words("teams.meanwhile_line", {{"what", udb::said(words, event)}, {"who", event.who}}));
    }
    if (!lines.empty()) more = html::ul({.cls = "govuk-list govuk-list--bullet"}, lines) + more;
    return ui::notice(words, {.heading = words("teams.meanwhile"), .body = more});
}

Html way_to_team(Call const& call, TeamRecord const& team) {
    return ui::breadcrumb(call.words,
                          {{call.words("teams.title"), "/teams"},
                           {call.words(team.header.title), url("/teams/{}", team.id())}});
}

} // namespace udb::teams
