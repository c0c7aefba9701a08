// The papers of a meeting: notice and minutes drafted, the higher authority informed, the brief
// presented.
#include "bangla/text/normalise.hpp"
#include "host/attachments.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/roster_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

using papers::PaperKind;

/// Whoever presides, with the office behind where there is one.
std::string chair_of(std::vector<Invited> const& roster) {
    for (auto const& one : roster)
        if (one.attendee.chair) {
            auto const label = one.label().bn;
            auto const person = one.person.bn;
            return person.empty() ? label : person + ", " + label;
        }
    return {};
}

papers::MeetingFacts facts_of(MeetingRecord const& m, std::vector<Invited> const& roster) {
    auto time = spoken(m.when.begins, Language::bn);
    return {.what = m.header.title.bn,
            .date = m.when.day,
            .time = std::move(time),
            .place = m.when.place,
            .chair = chair_of(roster)};
}

std::vector<papers::SeatFacts> addresses(std::vector<Invited> const& roster, Words const& words) {
    std::vector<papers::SeatFacts> out;
    for (auto const& one : roster) {
        auto const label = one.label().bn;
        out.push_back({.officer = label,
                       .role = {},
                       .address = one.attendee.post
                                      ? words("papers.recipient_address",
                                              {{"who", label}, {"office", one.office.bn}})
                                      : label});
    }
    return out;
}

/// The annex: by name and post, and how each was there.
std::vector<papers::SeatFacts> those_present(std::vector<Invited> const& roster,
                                             Words const& words) {
    std::vector<papers::SeatFacts> out;
    for (auto const& one : roster) {
        auto const& a = one.attendee;
        if (!a.presence || a.presence == Presence::leave || a.presence == Presence::absent)
            continue;
        auto who = one.label().bn;
        if (a.presence == Presence::substitute)
            who = words("meetings.in_place_of", {{"who", a.substitute}, {"post", who}});
        else if (!one.person.bn.empty())
            who = one.person.bn + ", " + who;
        if (a.presence == Presence::online) who = words("meetings.joined_online", {{"who", who}});
        out.push_back({.officer = std::move(who), .role = {}, .address = {}});
    }
    return out;
}

std::string carried_out_by(DecisionFacts const& d,
                           std::vector<std::pair<Id<Post>, BilingualText>> const& labels,
                           Words const& words) {
    auto const found =
        std::ranges::find(labels, d.responsible, &std::pair<Id<Post>, BilingualText>::first);
    auto const who =
        found == labels.end() ? words("meetings.whole_team") : std::string(found->second.bn);
    if (!d.due) return who;
    return words("meetings.who_by_when", {{"who", who}, {"date", *d.due}});
}

std::vector<papers::MinuteRow> rows_of(Db& db, MeetingRecord const& m, Words const& words) {
    auto const decisions = decisions_of(db, m.id());
    std::vector<Id<Post>> posts;
    for (auto const& d : decisions)
        posts.push_back(d.responsible);
    auto const labels = labels_of(db, posts, m.office);
    std::vector<papers::MinuteRow> rows;
    for (auto const& item : items_of(db, m.id())) {
        papers::MinuteRow row{.discussed = item.title};
        if (!item.discussion.empty()) row.discussed += ": " + item.discussion;
        auto const own = std::ranges::count(decisions, item.id, &DecisionFacts::item);
        std::int64_t no = 0;
        for (auto const& d : decisions) {
            if (d.item != item.id || d.state == DecisionState::dropped) continue;
            auto const mark = own > 1 ? '(' + words.number(++no) + ") " : std::string();
            if (no > 1) rows.push_back(std::exchange(row, {}));
            row.decided = mark + d.text;
            row.carries_out = carried_out_by(d, labels, words);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> agenda_of(Db& db, MeetingRecord const& m, Words const& words) {
    std::vector<std::string> out;
    if (unconfirmed_before(db, m.header.office_path, m.kind, m.when.day))
        out.push_back(words("meetings.agenda_confirmation"));
    if (!open_before(db, m.header.office_path, m.kind, m.when.day).empty())
        out.push_back(words("meetings.earlier_decisions"));
    for (auto const& item : items_of(db, m.id()))
        out.push_back(item.title);
    return out;
}

/// The meeting whose minutes this one confirmed.
std::optional<MeetingRecord> confirmed_by(Db& db, MeetingRecord const& m) {
    auto const row =
        db.one("select id from meetings where confirmed_in = ? order by id limit 1", m.header.id);
    if (!row) return {};
    return find_meeting(db, row->get<Id<Meeting>>(0));
}

Result<Id<IssuedPaper>> drafted(Work& work, MeetingRecord const& m, PaperKind kind,
                                papers::MeetingFacts facts, Words const& words) {
    auto const paper = TRY(papers::draft_for(
        work.db, m.office,
        papers::Drafting{.kind = kind, .style = papers::Style::cholit, .meeting = std::move(facts)},
        words, work.today));
    return papers::draft(work, m.office, paper);
}

/// There is none on its way: a draft that was thrown away, or a paper that was cancelled, may be
/// drafted anew; and one that was issued before `event` no longer says how things are, and may be
/// superseded.
bool may_be_drafted(Db& db, MeetingRecord const& m, Id<IssuedPaper> paper, std::string_view event) {
    auto const found = paper ? papers::find_paper(db, paper) : std::nullopt;
    if (!found || found->stage == papers::Stage::discarded
        || found->stage == papers::Stage::cancelled)
        return true;
    if (found->stage != papers::Stage::issued) return false;
    auto const events = events_of(db, m.header.id);
    auto const changed = std::ranges::find(events, event, &Event::kind);
    return changed != events.end() && found->header.created <= changed->at;
}

} // namespace

bool notice_may_be_drafted(Db& db, MeetingRecord const& m) {
    return m.stage == Stage::called && may_be_drafted(db, m, m.notice, "meeting.moved");
}

bool minutes_may_be_drafted(Db& db, MeetingRecord const& m) {
    return (m.stage == Stage::minuted || m.stage == Stage::confirmed)
           && may_be_drafted(db, m, m.minutes, "meeting.corrected");
}

Result<Id<IssuedPaper>> draft_notice(Work& work, Header const& read, Words const& words) {
    auto m = TRY(loaded(work, read));
    if (m.stage != Stage::called)
        return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    if (!notice_may_be_drafted(work.db, m)) return refused({"meetings.paper_is_there"});
    auto const roster = roster_of(work.db, m);
    auto facts = facts_of(m, roster);
    facts.agenda = agenda_of(work.db, m, words);
    facts.members = addresses(roster, words);
    m.notice = TRY(drafted(work, m, PaperKind::meeting_notice, std::move(facts), words));
    TRY(saved(work, m));
    return m.notice;
}

Result<Id<IssuedPaper>> draft_minutes(Work& work, Header const& read, Words const& words) {
    auto m = TRY(loaded(work, read));
    if (m.stage != Stage::minuted && m.stage != Stage::confirmed)
        return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    if (!minutes_may_be_drafted(work.db, m)) return refused({"meetings.paper_is_there"});
    auto const roster = roster_of(work.db, m);
    auto facts = facts_of(m, roster);
    if (auto const in = find_meeting(work.db, m.confirmed_in); in && !m.corrections.empty()) {
        facts.amended = bangla::single_spaced(m.corrections);
        facts.amended_on = in->when.day;
    }
    facts.members = those_present(roster, words);
    facts.rows = rows_of(work.db, m, words);
    auto const former = confirmed_by(work.db, m);
    facts.first = !former;
    if (former) facts.corrections = bangla::single_spaced(former->corrections);
    m.minutes = TRY(drafted(work, m, PaperKind::minutes, std::move(facts), words));
    TRY(saved(work, m));
    return m.minutes;
}

Done informed(Work& work, Header const& read, Informing const& how) {
    auto m = TRY(loaded(work, read));
    if (!m.took_place()) return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    auto on = how.on;
    if (!how.memo.empty()) {
        auto const paper = papers::paper_numbered(work.db, how.memo, m.office);
        auto const found = paper ? papers::find_paper(work.db, *paper) : std::nullopt;
        if (!found || !found->issued) return invalid("memo", {"meetings.no_such_letter"});
        m.informed_by = found->id();
        if (!on) on = found->issued->date;
    } else if (!how.file) {
        return invalid("memo", {"meetings.informing_needs_proof"});
    }
    if (!on) return invalid("on", {"field.required"});
    if (*on > work.today) return invalid("on", {"meetings.done_ahead"});
    if (*on < m.when.day)
        return invalid("on", {"meetings.due_before_meeting", {{"date", m.when.day}}});
    if (how.file) keep_file(work, m.header.id, *how.file);
    m.informed_on = on;
    TRY(saved(work, m));
    work.record("meeting.informed", m.header.id, m.header.office_path,
                {{"on", iso(*on)}, {"of", iso(m.when.day)}});
    return {};
}

Done present_brief(Work& work, Header const& read, CheckedFile const& pdf) {
    auto found = find_meeting(work.db, as<Meeting>(read.id));
    if (!found) return not_found();
    auto& m = *found;
    // The brief is the team's, whoever writes the meeting in which it is presented.
    TRY(work.allow(policy, Act::write, {.office_path = m.header.office_path}));
    if (m.header.version != read.version) return conflict();
    if (m.kind != MeetingKind::coordination) return refused({"meetings.brief_in_coordination"});
    if (!m.took_place()) return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    if (m.brief_presented) return refused({"meetings.brief_was_presented"});
    m.brief_presented = true;
    TRY(saved(work, m));
    keep_file(work, m.header.id, pdf);
    work.record("brief.presented", m.header.id, m.header.office_path, {{"on", iso(m.when.day)}});
    return {};
}

} // namespace udb::meetings
