// Beginning, changing and discarding drafts; recording exceptions.
#include "modules/teams/actions.hpp"

#include "bangla/text/digits.hpp"
#include "modules/people/people.hpp"
#include "modules/teams/judging.hpp"
#include "modules/teams/policy.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

constexpr std::size_t reason_bytes_max = 2000;

BilingualText title_of(BilingualText const& office) {
    return {"ইনোভেশন টিম, " + office.bn,
            office.en.empty() ? std::string{} : "Innovation team, " + office.en};
}

/// The draft as it is now, its team, and whether the actor may form.
struct Drafted {
    TeamRecord team;
    CompositionRecord draft;
};
Result<Drafted> drafted(Work& work, CompositionRecord const& read) {
    auto draft = find_composition(work.db, read.id, work.today);
    if (!draft) return not_found();
    auto team = find_team(work.db, draft->team);
    if (!team) return not_found();
    TRY(work.allow(policy, Act::form, team->header.target()));
    if (draft->stage != Stage::draft || draft->version != read.version) return conflict();
    return Drafted{std::move(*team), std::move(*draft)};
}

void tell_seat(Work& work, Drafted const& d, std::string_view event, TeamSeat const& seat) {
    auto const label = label_of(seat);
    auto const role = label_of(seat.role);
    work.record(event, d.team.header.id, d.team.header.office_path,
                {{"seat_bn", label.bn},
                 {"seat_en", label.in(Language::en)},
                 {"role_bn", std::string(role.bn)},
                 {"role_en", std::string(role.en)}});
}

std::vector<Id<TeamSeat>> order_of(std::vector<TeamSeat> const& seats) {
    std::vector<Id<TeamSeat>> ids;
    for (auto const& seat : seats)
        ids.push_back(seat.id);
    return ids;
}

/// Puts `id` at place `no` (from 1); a place that there is not means the end.
void place(std::vector<Id<TeamSeat>>& ids, Id<TeamSeat> id, int no) {
    std::erase(ids, id);
    auto const at =
        no < 1 || static_cast<std::size_t>(no) > ids.size() ? ids.end() : ids.begin() + (no - 1);
    ids.insert(at, id);
}

/// Posts and officer that the form named, as the books know them.
Done looked_up(Work& work, TeamSeat& seat) {
    if (seat.posts.size() > seat_posts_max)
        return invalid("post_search",
                       {"teams.too_many_posts", {{"most", std::int64_t{seat_posts_max}}}});
    std::vector<Id<Post>> ids;
    for (auto const& post : seat.posts)
        ids.push_back(post.id);
    auto const known = seat_posts(work.db, ids);
    for (auto& post : seat.posts) {
        auto const found = std::ranges::find(known, post.id, &SeatPost::id);
        if (found == known.end()) return invalid("post_search", {"field.not_a_choice"});
        post = *found;
    }
    if (!seat.officer) return {};
    if (!seat.posts.empty()) return invalid("officer_search", {"teams.post_or_officer"});
    auto const lines = people::officer_lines(work.db, std::span(&seat.officer, 1), work.today);
    if (lines.empty()) return invalid("officer_search", {"field.not_a_choice"});
    seat.officer_name = lines.front().name;
    if (seat.post_text.bn.empty() && seat.post_text.en.empty()) seat.post_text = lines.front().post;
    return {};
}

Done whole(Work& work, TeamSeat& seat) {
    TRY(looked_up(work, seat));
    bool const no_text = seat.post_text.bn.empty() && seat.post_text.en.empty();
    if (no_text && !seat.posts.empty()) {
        auto const unit = seat.unit;
        write_texts(seat);
        if (!unit.bn.empty() || !unit.en.empty()) seat.unit = unit;
    } else if (no_text && !seat.officer) {
        return invalid("post_search", {"teams.seat_empty"});
    }
    return {};
}

Result<offices::OfficeRecord> office_to_form(Work& work, Id<Office> id) {
    auto office = offices::find_office(work.db, id);
    if (!office) return invalid("office", {"field.not_a_choice"});
    if (!tier_of(office->office.level)) return invalid("office", {"teams.no_tier"});
    TRY(work.allow(policy, Act::form, office->header.target()));
    return std::move(*office);
}

Done may_stand_under(std::string_view mandate, offices::OfficeRecord const& office) {
    auto const all = mandates_to_stand_under(shipped_mandates(), *tier_of(office.office.level),
                                             office.office.website);
    if (std::ranges::find(all, mandate, &Mandate::id) == all.end())
        return invalid("mandate", {"field.not_a_choice"});
    return {};
}

Result<std::vector<TeamSeat>> seats_to_begin(Work& work, Beginning const& b) {
    std::vector<TeamSeat> seats;
    if (!b.order) return seats;
    auto const order = mandates::accepted_order(work.db, b.order);
    if (!order) return invalid("order", {"field.not_a_choice"});
    if (order->order.seats.size() > seats_max)
        return refused({"teams.too_many_seats",
                        {{"n", static_cast<std::int64_t>(order->order.seats.size())},
                         {"most", std::int64_t{seats_max}}}});
    for (auto& seat : seats_of_order(work.db, order->order, b.office, work.today))
        seats.push_back(std::move(seat.seat));
    return seats;
}

void tell_draft(Work& work, TeamRecord const& team) {
    work.record("team.draft_begun", team.header.id, team.header.office_path);
}

} // namespace

std::vector<MatchedSeat> seats_of_order(Db& db, mandates::Order const& order, Id<Office> office,
                                        Date today) {
    std::vector<WrittenSeat> written;
    for (auto const& seat : order.seats)
        written.push_back({.posts = seat.posts, .unit = seat.unit, .role = seat.role});
    return matched(written, posts_to_name(db, office, today));
}

Result<Id<Team>> begin(Work& work, Beginning const& b) {
    auto const office = TRY(office_to_form(work, b.office));
    TRY(may_stand_under(b.mandate, office));
    auto seats = TRY(seats_to_begin(work, b));
    auto team = team_of(work.db, b.office);
    if (team && draft_of(work.db, team->id(), work.today)) return refused({"teams.draft_there"});
    if (!team) {
        team = TeamRecord{.header = {.kind = std::string(team_kind),
                                     .office_path = office.path(),
                                     .title = title_of(office.office.name()),
                                     .stage = "forming"},
                          .office = b.office,
                          .tier = *tier_of(office.office.level),
                          .mandate = b.mandate};
        team->header.id = as_record(insert_team(work, *team));
    }
    insert_composition(work.db, {.team = team->id(),
                                 .mandate = b.mandate,
                                 .formed_by = b.formed_by,
                                 .order = as_record(b.order),
                                 .seats = std::move(seats)});
    tell_draft(work, *team);
    return team->id();
}

Done begin_again(Work& work, Id<Team> id) {
    auto const team = find_team(work.db, id);
    if (!team) return not_found();
    TRY(work.allow(policy, Act::form, team->header.target()));
    if (draft_of(work.db, id, work.today)) return refused({"teams.draft_there"});
    auto present = composition_in_force(work.db, id, work.today);
    CompositionRecord draft{.team = id, .mandate = team->mandate};
    if (present) {
        draft.mandate = present->mandate;
        draft.formed_by = present->formed_by;
        draft.seats = std::move(present->seats);
    }
    insert_composition(work.db, draft);
    tell_draft(work, *team);
    return {};
}

Result<Id<TeamSeat>> save_seat(Work& work, CompositionRecord const& read, TeamSeat seat) {
    auto const d = TRY(drafted(work, read));
    bool const added = !seat.id;
    auto const known = std::ranges::find(d.draft.seats, seat.id, &TeamSeat::id);
    if (!added && known == d.draft.seats.end()) return not_found();
    if (added && d.draft.seats.size() >= seats_max)
        return refused({"teams.too_many_seats",
                        {{"n", static_cast<std::int64_t>(d.draft.seats.size() + 1)},
                         {"most", std::int64_t{seats_max}}}});
    TRY(whole(work, seat));
    TRY(touch(work.db, d.draft));
    auto order = order_of(d.draft.seats);
    if (added) {
        auto placed = seat;
        placed.no = static_cast<int>(d.draft.seats.size()) + 1;
        seat.id = insert_seat(work.db, d.draft.id, placed);
    } else {
        update_seat(work.db, seat);
    }
    place(order, seat.id, seat.no);
    number_seats(work.db, order);
    tell_seat(work, d, added ? "team.seat_added" : "team.seat_changed", seat);
    return seat.id;
}

Done remove_seat(Work& work, CompositionRecord const& read, Id<TeamSeat> id) {
    auto const d = TRY(drafted(work, read));
    auto const seat = std::ranges::find(d.draft.seats, id, &TeamSeat::id);
    if (seat == d.draft.seats.end()) return not_found();
    TRY(touch(work.db, d.draft));
    delete_seat(work.db, id);
    auto order = order_of(d.draft.seats);
    std::erase(order, id);
    number_seats(work.db, order);
    tell_seat(work, d, "team.seat_removed", *seat);
    return {};
}

Done make_post(Work& work, CompositionRecord const& read, Id<TeamSeat> id) {
    auto const d = TRY(drafted(work, read));
    auto const found = std::ranges::find(d.draft.seats, id, &TeamSeat::id);
    if (found == d.draft.seats.end()) return not_found();
    auto seat = *found;
    auto const first = [](std::string const& text) { return text.substr(0, text.find('/')); };
    if (!seat.posts.empty() || seat.officer || seat.post_text.bn.empty())
        return refused({"teams.post_there"});
    auto const title = first(seat.post_text.bn);
    auto const post = TRY(offices::add_post(work, {.office = d.team.office,
                                                   .title_bn = title,
                                                   .title_en = first(seat.post_text.en),
                                                   .rank = rank_named(title).value_or(Rank::other),
                                                   .unit_bn = seat.unit.bn,
                                                   .unit_en = seat.unit.en,
                                                   .capacities = seat.capacities}));
    seat.posts = {{.id = post}};
    TRY(touch(work.db, d.draft));
    update_seat(work.db, seat);
    tell_seat(work, d, "team.seat_changed", seat);
    return {};
}

Done correct_draft(Work& work, CompositionRecord const& read, CompositionRecord const& after) {
    auto const d = TRY(drafted(work, read));
    auto const office = offices::find_office(work.db, d.team.office);
    if (!office) return not_found();
    TRY(may_stand_under(after.mandate, *office));
    TRY(touch(work.db, d.draft));
    work.db.run("update compositions set mandate = ?, formed_by = ?, note = ? where id = ?",
                after.mandate, after.formed_by ? id_of(*after.formed_by) : std::string_view{},
                after.note, d.draft.id);
    work.record("team.draft_corrected", d.team.header.id, d.team.header.office_path);
    return {};
}

Done discard_draft(Work& work, CompositionRecord const& read) {
    auto const d = TRY(drafted(work, read));
    TRY(touch(work.db, d.draft));
    work.db.run("update compositions set stage = 'discarded' where id = ?", d.draft.id);
    work.record("team.draft_discarded", d.team.header.id, d.team.header.office_path);
    return {};
}

Done except_rule(Work& work, NewException const& e) {
    auto const team = find_team(work.db, e.team);
    if (!team) return not_found();
    TRY(work.allow(policy, Act::except, team->header.target()));
    auto const present = composition_in_force(work.db, e.team, work.today);
    auto const* mandate = shipped_mandates().find(e.mandate);
    if (!present || !mandate) return not_found();
    if (e.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return invalid("reason", {"teams.reason_needed"});
    if (e.reason.size() > reason_bytes_max) return invalid("reason", {"teams.reason_long"});
    auto const verdict = judged(present->seats, present->formed_by, mandate, team->tier);
    if (!verdict) return not_found();
    auto const rule = std::ranges::find(verdict->rules, e.rule, &RuleResult::id);
    if (rule == verdict->rules.end() || rule->state == RuleState::met)
        return invalid("rule", {"teams.rule_met"});
    add_exception(
        work, e.team,
        {.mandate = e.mandate, .rule = e.rule, .digest = verdict->digest, .reason = e.reason});
    work.record("team.exception_recorded", team->header.id, team->header.office_path,
                {{"mandate_bn", mandate->title.bn},
                 {"mandate_en", mandate->title.en},
                 {"rule", e.rule},
                 {"paragraph_bn", bangla::bangla_digits(rule->paragraph)},
                 {"paragraph_en", rule->paragraph},
                 {"reason", e.reason}});
    return {};
}

} // namespace udb::teams
