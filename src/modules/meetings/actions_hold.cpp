// A meeting takes place: attendance, and the earlier decisions that move to it; then its minutes.
#include "bangla/text/normalise.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/people/people.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

bool was_there(Attendee const& p) {
    return p.presence == Presence::present || p.presence == Presence::online
           || p.presence == Presence::substitute;
}

Done attendance_is_whole(std::vector<Attendee> const& people) {
    std::vector<FieldError> wrong;
    int chairs = 0;
    for (auto const& p : people) {
        auto const n = std::to_string(p.no);
        if (!p.presence) wrong.push_back({"presence_" + n, {"field.required"}});
        if (p.presence == Presence::substitute && p.substitute.empty())
            wrong.push_back({"substitute_" + n, {"meetings.substitute_needed"}});
        if (p.chair && !was_there(p)) wrong.push_back({"chair", {"meetings.chair_absent"}});
        chairs += p.chair ? 1 : 0;
    }
    if (chairs != 1) wrong.push_back({"chair", {"meetings.one_chair"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return {};
}

/// Whoever acted in each post on the day: a later transfer does not change who was there.
void keep_officers(Db& db, std::vector<Attendee>& people, Date day) {
    std::vector<Id<Post>> posts;
    for (auto const& p : people)
        if (p.post) posts.push_back(p.post);
    auto const holders = people::holders_on(db, posts, day);
    for (auto& p : people) {
        auto const* holder = p.post ? people::acting(holders, p.post) : nullptr;
        p.officer = holder ? holder->holding.officer : Id<Officer>{};
    }
}

/// "১. … — বাস্তবায়নকারী অগ্রগতি": how earlier decisions stand, for the first item.
std::string told_of(Db& db, std::vector<DecisionFacts> const& open) {
    auto const& words = bangla_words();
    auto const last = last_progress(db, open);
    std::string out;
    std::int64_t no = 0;
    for (auto const& d : open) {
        auto const told = std::ranges::find(last, d.id, &std::pair<Id<Decision>, Progress>::first);
        out += words("meetings.earlier_decision",
                     {{"no", ++no},
                      {"date", d.held_on},
                      {"text", d.text},
                      {"progress",
                       told == last.end() ? words("meetings.nothing_told") : told->second.text}});
        out += '\n';
    }
    return out;
}

/// Decisions still open come to this meeting by themselves, as its first item.
void take_over(Work& work, MeetingRecord const& m) {
    auto const open = open_before(work.db, m.header.office_path, m.kind, m.when.day);
    if (open.empty()) return;
    for (auto const& d : open) {
        insert_move(work.db, d.id, m.id());
        work.record("decision.moved", as_record(d.id), m.header.office_path,
                    {{"on", iso(m.when.day)}, {"meeting", to_string(m.id())}});
    }
    insert_item(work.db, m.id(),
                {.no = 0,
                 .kind = ItemKind::previous,
                 .title = bangla_words()("meetings.earlier_decisions"),
                 .discussion = told_of(work.db, open)});
}

} // namespace

Done hold(Work& work, Header const& read, Attendance const& attendance) {
    auto m = TRY(loaded(work, read));
    bool const again = m.stage == Stage::held;
    if (!again) TRY(take(m, Move::hold));
    if (attendance.when.day > work.today) return invalid("day", {"meetings.not_held_yet"});
    if (auto wrong = check(attendance.when); !wrong.empty()) return invalid(std::move(wrong));
    m.when = attendance.when;
    m.people = attendance.people;
    TRY(clean_people(work.db, m.people));
    TRY(attendance_is_whole(m.people));
    keep_officers(work.db, m.people, m.when.day);
    TRY(saved(work, m));
    save_people(work.db, m.header.id, m.people);
    if (again) return {};
    take_over(work, m);
    work.record("meeting.held", m.header.id, m.header.office_path,
                {{"kind", std::string(id_of(m.kind))}, {"on", iso(m.when.day)}});
    return {};
}

Done write_item(Work& work, Item const& given) {
    auto const found = find_item(work.db, given.id);
    auto const m = found ? find_meeting(work.db, found->first) : std::nullopt;
    if (!m) return not_found();
    TRY(work.allow(policy, act_for(m->kind), {.office_path = m->header.office_path}));
    if (m->stage != Stage::held)
        return refused({"meetings.move_not_now", {{"stage", label_of(m->stage)}}});
    auto item = given;
    TRY(needed_text(item.discussion, text_chars_max, "discussion"));
    if (item.title.empty()) item.title = found->second.title;
    TRY(needed_text(item.title, decision_chars_max, "title"));
    if (!save_item(work.db, item)) return conflict();
    return {};
}

Done minute(Work& work, Header const& read, bool reviewed_plan) {
    auto m = TRY(loaded(work, read));
    TRY(take(m, Move::minute));
    auto const items = items_of(work.db, m.id());
    auto const decisions = decisions_of(work.db, m.id());
    if (items.empty()) return refused({"meetings.no_items"});
    for (auto const& item : items)
        if (item.discussion.empty()
            && std::ranges::count(decisions, item.id, &DecisionFacts::item) == 0)
            return refused({"meetings.item_unwritten", {{"item", item.title}}});
    m.reviewed_plan = reviewed_plan;
    TRY(saved(work, m));
    work.record("meeting.minuted", m.header.id, m.header.office_path, {{"on", iso(m.when.day)}});
    if (reviewed_plan)
        work.record("meeting.reviewed_plan", m.header.id, m.header.office_path,
                    {{"on", iso(m.when.day)}});
    return {};
}

namespace {

/// Whether a discussion was corrected; what stood there is kept.
Result<bool> correct_items(Work& work, MeetingRecord const& m, Confirming const& confirming) {
    bool corrected = false;
    for (auto const& item : items_of(work.db, m.id())) {
        auto const after = std::ranges::find(confirming.items, item.id, &Item::id);
        if (after == confirming.items.end()) continue;
        auto changed = *after;
        TRY(needed_text(changed.discussion, text_chars_max, "discussion_" + to_string(item.id)));
        if (changed.discussion == item.discussion) continue;
        insert_correction(work.db, item, changed.discussion, confirming.in);
        changed.title = item.title;
        changed.version = item.version;
        if (!save_item(work.db, changed)) return conflict();
        corrected = true;
    }
    return corrected;
}

/// Whether the wording of a decision was corrected; its history tells what stood there.
Result<bool> correct_wordings(Work& work, MeetingRecord const& m, Confirming const& confirming,
                              Date on) {
    bool corrected = false;
    auto const own = decisions_of(work.db, m.id());
    for (auto const& [id, text] : confirming.decisions) {
        auto const before = std::ranges::find(own, id, &DecisionFacts::id);
        if (before == own.end()) return not_found();
        auto after = text;
        TRY(needed_text(after, decision_chars_max, "decision_" + to_string(id)));
        if (after == before->text) continue;
        auto header = find_record(work.db, decision_kind, as_record(id)).value();
        header.title.bn = after;
        TRY(save_record(work, header));
        work.record("decision.reworded", header.id, header.office_path,
                    {{"on", iso(on)}, {"before", before->text}, {"after", after}});
        corrected = true;
    }
    return corrected;
}

} // namespace

Done confirm(Work& work, Header const& read, Confirming const& confirming) {
    auto m = TRY(loaded(work, read));
    TRY(take(m, Move::confirm));
    auto const later = held_after(work.db, m);
    auto const in = std::ranges::find(later, confirming.in, &MeetingLine::id);
    if (in == later.end()) return invalid("in", {"meetings.confirmed_in_later"});
    bool const items = TRY(correct_items(work, m, confirming));
    bool const wordings = TRY(correct_wordings(work, m, confirming, in->day));
    bool const corrected = items || wordings;
    m.corrections = bangla::normalised(bangla::trimmed(confirming.corrections));
    if (corrected) TRY(needed_text(m.corrections, text_chars_max, "corrections"));
    if (m.corrections.size() > std::size_t{4} * text_chars_max)
        return invalid("corrections", {"meetings.too_long"});
    m.confirmed_in = in->id;
    TRY(saved(work, m));
    bool const some = corrected || !m.corrections.empty();
    work.record("meeting.confirmed", m.header.id, m.header.office_path,
                {{"corrected", some ? "yes" : "no"}, {"on", iso(in->day)}});
    if (some)
        work.record("meeting.corrected", m.header.id, m.header.office_path,
                    {{"on", iso(in->day)}, {"corrections", m.corrections}});
    return {};
}

} // namespace udb::meetings
