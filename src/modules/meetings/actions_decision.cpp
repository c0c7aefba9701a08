// Decisions: taken in a meeting, told of, carried out or let go.
#include "host/attachments.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/roster_store.hpp"
#include "modules/offices/offices.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

struct Found {
    Header header;
    DecisionFacts facts;
};

Result<Found> found_decision(Work& work, Header const& read) {
    auto header = find_record(work.db, decision_kind, read.id);
    auto facts = find_decision(work.db, as<Decision>(read.id));
    if (!header || !facts) return not_found();
    if (header->version != read.version) return conflict();
    return Found{std::move(*header), std::move(*facts)};
}

Result<Found> open_decision(Work& work, Header const& read) {
    auto found = TRY(found_decision(work, read));
    if (found.facts.state != DecisionState::open)
        return refused({"meetings.decision_closed", {{"state", label_of(found.facts.state)}}});
    return found;
}

/// Why the post cannot carry anything out from that day on.
std::optional<Message> unfit(Db& db, Id<Post> id, Date day) {
    if (!id) return {};
    auto const found = offices::find_post(db, id);
    if (!found) return Message{"meetings.no_such_post"};
    if (!found->post.exists_on(day))
        return Message{"meetings.post_is_gone", {{"date", *found->post.abolished_on}}};
    return {};
}

Done right(Db& db, Deciding const& d, Date held_on) {
    std::vector<FieldError> wrong;
    if (auto const fault = unfit(db, d.responsible, held_on))
        wrong.push_back({"responsible", *fault});
    if (d.due && *d.due < held_on)
        wrong.push_back({"due", {"meetings.due_before_meeting", {{"date", held_on}}}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return {};
}

Details made(std::optional<Date> due, Date on) {
    return {{"due", due ? iso(*due) : ""}, {"on", iso(on)}};
}

/// As a page names it; of a decision without a post, the whole team.
BilingualText who_carries_out(Db& db, Id<Post> post) {
    for (auto const& [id, label] : labels_of(db, {post}, {}))
        return label;
    return bangla_words().catalogue().say({"meetings.whole_team"});
}

Done save(Work& work, Found& found) {
    found.header.stage = id_of(found.facts.state);
    TRY(save_record(work, found.header));
    save_decision(work.db, found.facts);
    return {};
}

} // namespace

bool may_tell(Db& db, Actor const& actor, DecisionFacts const& decision, Date today) {
    if (permits(policy, actor, act_for(decision.kind), {.office_path = decision.office_path}))
        return true;
    auto const own = posts_acted_in(db, actor.officer, today);
    return decision.responsible && std::ranges::count(own, decision.responsible) > 0;
}

Result<Id<Decision>> decide(Work& work, Deciding const& deciding) {
    auto const found = find_item(work.db, deciding.item);
    auto const m = found ? find_meeting(work.db, found->first) : std::nullopt;
    if (!m) return not_found();
    TRY(work.allow(policy, act_for(m->kind), {.office_path = m->header.office_path}));
    if (m->stage != Stage::held)
        return refused({"meetings.move_not_now", {{"stage", label_of(m->stage)}}});
    auto text = deciding.text;
    TRY(needed_text(text, decision_chars_max, "text"));
    TRY(right(work.db, deciding, m->when.day));
    auto const before = decisions_of(work.db, m->id());
    if (std::ranges::any_of(before, [&](DecisionFacts const& d) {
            return d.item == deciding.item && d.text == text;
        }))
        return invalid("text", {"meetings.decided_already"});
    if (std::ranges::count(before, deciding.item, &DecisionFacts::item)
        >= static_cast<std::ptrdiff_t>(decisions_of_item_max))
        return refused(
            {"meetings.too_many_decisions", {{"max", std::int64_t(decisions_of_item_max)}}});
    auto const id =
        as<Decision>(add_record(work, {.kind = std::string(decision_kind),
                                       .office_path = m->header.office_path,
                                       .title = {text, ""},
                                       .stage = std::string(id_of(DecisionState::open))}));
    insert_decision(work.db, {.id = id,
                              .meeting = m->id(),
                              .item = deciding.item,
                              .responsible = deciding.responsible,
                              .due = deciding.due});
    work.record("decision.made", as_record(id), m->header.office_path,
                made(deciding.due, m->when.day));
    return id;
}

Done correct_decision(Work& work, Header const& read, Deciding const& after) {
    auto found = TRY(open_decision(work, read));
    TRY(work.allow(policy, act_for(found.facts.kind), {.office_path = found.header.office_path}));
    auto const m = find_meeting(work.db, found.facts.meeting);
    if (!m || m->stage != Stage::held) return refused({"meetings.decision_minuted"});
    auto text = after.text;
    TRY(needed_text(text, decision_chars_max, "text"));
    TRY(right(work.db, after, m->when.day));
    found.header.title.bn = text;
    found.facts.responsible = after.responsible;
    found.facts.due = after.due;
    TRY(save(work, found));
    work.record("decision.corrected", found.header.id, found.header.office_path,
                made(after.due, m->when.day));
    return {};
}

Done reassign(Work& work, Header const& read, Id<Post> to, std::string const& reason) {
    auto found = TRY(open_decision(work, read));
    TRY(work.allow(policy, act_for(found.facts.kind), {.office_path = found.header.office_path}));
    auto why = reason;
    std::vector<FieldError> wrong;
    if (to == found.facts.responsible) wrong.push_back({"to", {"meetings.same_post"}});
    if (auto const fault = unfit(work.db, to, work.today)) wrong.push_back({"to", *fault});
    if (auto const text = needed_text(why, decision_chars_max, "why"); !text)
        wrong.push_back(text.error().fields.front());
    if (!wrong.empty()) return invalid(std::move(wrong));
    auto const from = who_carries_out(work.db, found.facts.responsible);
    found.facts.responsible = to;
    TRY(save(work, found));
    auto const now = who_carries_out(work.db, to);
    work.record("decision.reassigned", found.header.id, found.header.office_path,
                {{"on", iso(work.today)},
                 {"from_bn", from.bn},
                 {"from_en", from.en},
                 {"to_bn", now.bn},
                 {"to_en", now.en},
                 {"reason", why}});
    return {};
}

Done tell_progress(Work& work, Header const& read, std::string const& told) {
    auto found = TRY(open_decision(work, read));
    if (!may_tell(work.db, work.actor, found.facts, work.today)) return forbidden();
    auto text = told;
    TRY(needed_text(text, decision_chars_max, "progress"));
    TRY(save(work, found));
    add_progress(work.db, found.facts.id, {.on = work.today, .text = text, .who = work.actor.name});
    work.record("decision.progress", found.header.id, found.header.office_path,
                {{"on", iso(work.today)}});
    return {};
}

Done finish(Work& work, Header const& read, Finishing const& how) {
    auto found = TRY(open_decision(work, read));
    if (!may_tell(work.db, work.actor, found.facts, work.today)) return forbidden();
    auto const on = how.on.value_or(work.today);
    if (on > work.today) return invalid("on", {"meetings.done_ahead"});
    if (on < found.facts.held_on)
        return invalid("on", {"meetings.due_before_meeting", {{"date", found.facts.held_on}}});
    if (!how.link.empty() && !how.link.starts_with("https://") && !how.link.starts_with("http://"))
        return invalid("link", {"meetings.link_not_web"});
    if (how.link.size() > std::size_t{2000}) return invalid("link", {"meetings.too_long"});
    if (how.note.empty() && how.link.empty() && !how.file)
        return invalid("note", {"meetings.done_needs_proof"});
    auto note = how.note;
    if (!note.empty()) TRY(needed_text(note, decision_chars_max, "note"));
    if (how.file) keep_file(work, found.header.id, *how.file);
    found.facts.state = DecisionState::done;
    found.facts.done_on = on;
    found.facts.done_link = how.link;
    TRY(save(work, found));
    if (!note.empty())
        add_progress(work.db, found.facts.id, {.on = on, .text = note, .who = work.actor.name});
    work.record("decision.done", found.header.id, found.header.office_path, {{"on", iso(on)}});
    return {};
}

Done drop(Work& work, Header const& read, std::string const& reason) {
    auto found = TRY(open_decision(work, read));
    TRY(work.allow(policy, act_for(found.facts.kind), {.office_path = found.header.office_path}));
    auto text = reason;
    TRY(needed_text(text, decision_chars_max, "reason"));
    found.facts.state = DecisionState::dropped;
    found.facts.done_on = work.today;
    TRY(save(work, found));
    add_progress(work.db, found.facts.id, {.on = work.today, .text = text, .who = work.actor.name});
    work.record("decision.dropped", found.header.id, found.header.office_path,
                {{"on", iso(work.today)}, {"reason", text}});
    return {};
}

} // namespace udb::meetings
