// Gathers what a draft is made of: office, team, mandate, orders, officers.
#include "modules/mandates/mandates.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/drafting.hpp"
#include "modules/papers/papers.hpp"
#include "modules/papers/wording.hpp"
#include "modules/people/people.hpp"

namespace udb::papers {
namespace {

using offices::OfficeRecord;

/// Offices below that are drafted as recipients; more than these are a group for an officer to
/// write.
constexpr int below_most = 30;

OfficeFacts facts_of(Db& db, OfficeRecord const& office) {
    OfficeFacts facts{.name = office.office.name_bn, .website = office.office.website};
    facts.cabinet_division = is_cabinet_division(office.office);
    if (office.office.level == Level::agency && office.office.parent)
        if (auto const above = offices::find_office(db, office.office.parent))
            facts.above = above->office.name_bn;
    return facts;
}

/// Who signs such papers: the member-secretary, else the leader, as far as one sits there; minutes
/// the leader, who presided.
struct Signing {
    Signer signer;
    std::string section;
};

Signing signing_of(Db& db, std::vector<TeamSeat> const& seats, Words const& words, Date day,
                   bool leader_first = false) {
    TeamSeat const* chosen = nullptr;
    std::vector roles{SeatRole::chief_innovation_officer, SeatRole::innovation_officer};
    roles.insert(leader_first ? roles.end() : roles.begin(), SeatRole::member_secretary);
    for (auto const role : roles)
        for (auto const& seat : seats)
            if (!chosen && seat.role == role && seat.sitter) chosen = &seat;
    if (!chosen) return {};
    Signing out{.signer = {.name = chosen->sitter->name.bn, .post = {}, .contacts = {}},
                .section = {}};
    for (auto const& post : chosen->posts)
        if (post.id == chosen->sitter->post) {
            out.signer.post = post.title.bn;
            out.section = post.unit.bn;
        }
    auto const post = offices::find_post(db, chosen->sitter->post);
    if (!post) return out;
    std::string phone = post->post.phone, email = post->post.email;
    auto const holders = people::holders_on(db, std::span(&chosen->sitter->post, 1), day);
    if (auto const* holder = people::acting(holders, chosen->sitter->post)) {
        if (phone.empty()) phone = holder->phone;
        if (email.empty()) email = holder->email;
    }
    if (!phone.empty())
        out.signer.contacts += words("papers.phone_line", {{"value", phone}}) + '\n';
    if (!email.empty()) out.signer.contacts += words("papers.email_line", {{"value", email}});
    return out;
}

SeatFacts seat_of(TeamSeat const& seat, OfficeRecord const& office, Words const& words) {
    auto const who = teams::label_of(seat).bn;
    auto const office_name =
        seat.posts.empty() ? office.office.name_bn : seat.posts.front().office_name.bn;
    return {.officer = seat.posts.empty() ? who : teams::label_with_office(seat, office.id()).bn,
            .role = std::string(label_of(seat.role).bn),
            .address = words("papers.recipient_address", {{"who", who}, {"office", office_name}})};
}

std::vector<SeatChange> changes_of(std::vector<TeamSeat> const& before,
                                   std::vector<TeamSeat> const& after) {
    auto const text = [](std::optional<TeamSeat> const& seat) {
        if (!seat) return std::string();
        return teams::label_of(*seat).bn + ", " + std::string(label_of(seat->role).bn);
    };
    std::vector<SeatChange> out;
    for (auto const& d : teams::difference(before, after)) {
        // Another officer in the same post is a transfer, and needs no order of the team's.
        if (!d.added() && !d.removed() && !d.role && !d.post) continue;
        out.push_back({.kind = d.added()     ? SeatChange::Kind::added
                               : d.removed() ? SeatChange::Kind::removed
                                             : SeatChange::Kind::changed,
                       .before = text(d.before),
                       .after = text(d.after)});
    }
    return out;
}

/// By the accepted order, word for word, where there is one; else our own titles.
std::vector<std::string> functions_of(Db& db, Id<Record> order, Mandate const* mandate) {
    std::vector<std::string> out;
    if (order)
        if (auto const accepted = mandates::accepted_order(db, as<mandates::Order>(order)))
            for (auto const& f : accepted->order.functions)
                out.push_back(f.text);
    if (out.empty() && mandate)
        for (auto const& f : mandate->functions)
            out.push_back(f.title.bn);
    return out;
}

std::vector<CopyLine> below_of(Db& db, Id<Office> office, Words const& words, Date today) {
    std::vector<CopyLine> out;
    for (auto const& line : offices::offices_under(db, office, today, below_most).lines) {
        auto const posts = offices::posts_of(db, line.id, today);
        auto const name = line.name.bn;
        if (!posts.empty() && posts.front().post.is_head)
            out.push_back(
                {.text = words("papers.recipient_head_of",
                               {{"post", posts.front().post.title_bn}, {"office", name}})});
    }
    return out;
}

/// What a paper about a composition tells of it, its office and its mandate.
FormingFacts forming_facts(Db& db, teams::CompositionRecord const& composition,
                           OfficeRecord const& office, Words const& words, Date today) {
    auto signing = signing_of(db, composition.seats, words, today);
    FormingFacts facts{.office = facts_of(db, office), .signer = std::move(signing.signer)};
    facts.office.section = std::move(signing.section);
    if (auto const* mandate = shipped_mandates().find(composition.mandate))
        facts.mandate = cited(shipped_mandates(), *mandate);
    for (auto const& seat : composition.seats)
        facts.seats.push_back(seat_of(seat, office, words));
    return facts;
}

} // namespace

bool is_cabinet_division(Office const& office) { return office.name_bn == "মন্ত্রিপরিষদ বিভাগ"; }

Result<OfficePaper> draft_for(Db& db, Id<TeamComposition> composition, Drafting drafting,
                              Words const& words, Date today) {
    auto const after = teams::find_composition(db, composition, today);
    if (!after || after->stage != teams::Stage::draft) return refused({"papers.composition_gone"});
    auto const team = teams::find_team(db, after->team);
    auto const office = team ? offices::find_office(db, team->office) : std::nullopt;
    if (!office) return not_found();
    auto const before = teams::composition_in_force(db, after->team, today);
    auto facts = forming_facts(db, *after, *office, words, today);
    facts.kind = drafting.kind;
    facts.style = drafting.style;
    facts.reforming = before.has_value();
    if (before) {
        facts.former_memo = before->memo;
        facts.former_date = before->memo_date;
        facts.changes = changes_of(before->seats, after->seats);
    }
    auto const order = after->order ? after->order : before ? before->order : Id<Record>{};
    facts.functions = functions_of(db, order, shipped_mandates().find(after->mandate));
    facts.below = below_of(db, office->id(), words, today);
    return forming_draft(facts, words);
}

Result<OfficePaper> informing_for(Db& db, Id<TeamComposition> composition, Words const& words,
                                  Date today) {
    auto const formed = teams::find_composition(db, composition, today);
    if (!formed || !formed->memo_date || !formed->since)
        return refused({"papers.composition_gone"});
    auto const team = teams::find_team(db, formed->team);
    auto const office = team ? offices::find_office(db, team->office) : std::nullopt;
    if (!office) return not_found();
    auto facts = forming_facts(db, *formed, *office, words, today);
    auto const day_before = *formed->since - std::chrono::days{1};
    facts.reforming = teams::composition_in_force(db, formed->team, day_before).has_value();
    return informing_draft(facts, {.memo = formed->memo, .date = *formed->memo_date}, words);
}

Result<OfficePaper> draft_for(Db& db, Id<Office> office, Drafting drafting, Words const& words,
                              Date today) {
    auto const found = offices::find_office(db, office);
    if (!found) return not_found();
    FreeFacts facts{.kind = drafting.kind,
                    .style = drafting.style,
                    .office = facts_of(db, *found),
                    .meeting = std::move(drafting.meeting)};
    auto const team = teams::team_of(db, office);
    auto const now = team ? teams::composition_in_force(db, team->id(), today) : std::nullopt;
    if (!now) return free_draft(facts, words);

    auto signing = signing_of(db, now->seats, words, today, facts.kind == PaperKind::minutes);
    facts.signer = std::move(signing.signer);
    facts.office.section = std::move(signing.section);
    auto& meeting = facts.meeting;
    bool const told = !meeting.members.empty();
    for (auto const& seat : now->seats) {
        if (!told) meeting.members.push_back(seat_of(seat, *found, words));
        bool const leads = seat.role == SeatRole::chief_innovation_officer
                           || seat.role == SeatRole::innovation_officer;
        if (leads && meeting.chair.empty()) meeting.chair = teams::label_of(seat).bn;
    }
    if (meeting.what.empty())
        meeting.what = words("papers.meeting_of_team", {{"office", genitive(facts.office.name)}});
    return free_draft(facts, words);
}

} // namespace udb::papers
