#include "modules/meetings/chapter_store.hpp"

#include "modules/meetings/roster_store.hpp"
#include "modules/meetings/standing_store.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace udb::meetings {
namespace {

bool took_place(MeetingLine const& line) {
    return line.stage != Stage::called && line.stage != Stage::called_off;
}

/// Of the period, as far as it was known, the earliest first.
std::vector<MeetingLine> held_in(Db& db, ChapterAsked const& asked) {
    auto lines = meetings_of(db, asked.office_path, asked.days.first,
                             std::min(asked.days.last, asked.today));
    std::erase_if(lines, [](MeetingLine const& line) { return !took_place(line); });
    std::ranges::reverse(lines);
    return lines;
}

std::vector<DecisionFacts> decisions_in(Db& db, ChapterAsked const& asked) {
    std::vector<DecisionFacts> all;
    for (auto const& kind : terms<MeetingKind>())
        for (auto& d :
             decisions_of(db, asked.office_path, kind.value, asked.days.first, asked.days.last))
            if (d.state != DecisionState::dropped) all.push_back(std::move(d));
    std::ranges::stable_sort(all, {}, &DecisionFacts::held_on);
    return all;
}

bangla::Table meetings_table(std::vector<MeetingLine> const& lines, Words const& words) {
    std::vector<std::vector<std::string>> rows;
    for (auto const& line : lines)
        rows.push_back({words.date(line.day), line.title.bn, words.number(line.decisions),
                        words.number(line.decisions - line.open)});
    return told_table({{words("meeting_chapter.date"), 2.2},
                       {words("meeting_chapter.meeting"), 6},
                       {words("meeting_chapter.decisions"), 1.6, true},
                       {words("meeting_chapter.done"), 1.8, true}},
                      std::move(rows));
}

constexpr std::array standings{"meeting_chapter.done", "meeting_chapter.open",
                               "meeting_chapter.late"};

/// Which of `standings` a decision has on that day.
std::string_view standing_on(DecisionFacts const& d, Date today) {
    if (d.state == DecisionState::done) return standings[0];
    return standings[days_late({d.due, d.open_due}, d.state, today) > 0 ? 2 : 1];
}

bangla::BarChart states(std::vector<DecisionFacts> const& all, Date today, Words const& words) {
    bangla::BarChart chart{.title = words("meeting_chapter.states")};
    for (std::string_view const key : standings) {
        auto const count =
            std::ranges::count(all, key, [&](auto const& d) { return standing_on(d, today); });
        chart.bars.push_back({.label = words(key),
                              .value = static_cast<double>(count),
                              .written = words.number(count)});
    }
    return chart;
}

bangla::Table decisions_table(Db& db, std::vector<DecisionFacts> const& all,
                              ChapterAsked const& asked, Words const& words) {
    std::vector<Id<Post>> posts;
    for (auto const& d : all)
        posts.push_back(d.responsible);
    auto const labels = labels_of(db, posts, asked.office);
    std::vector<std::vector<std::string>> rows;
    for (auto const& d : all) {
        auto const who =
            std::ranges::find(labels, d.responsible, &std::pair<Id<Post>, BilingualText>::first);
        auto state = words(standing_on(d, asked.today));
        if (d.done_on) state += ", " + words.date(*d.done_on);
        rows.push_back({words.date(d.held_on), d.text,
                        who == labels.end() ? words("meetings.whole_team") : who->second.bn,
                        d.due ? words.date(*d.due) : std::string("–"), std::move(state)});
    }
    return told_table({{words("meeting_chapter.date"), 2},
                       {words("meeting_chapter.decision"), 5},
                       {words("meeting_chapter.who"), 3},
                       {words("meeting_chapter.due"), 2},
                       {words("meeting_chapter.state"), 2.4}},
                      std::move(rows));
}

/// Months and quarters without a meeting stay visible.
std::string missed_in(Db& db, ChapterAsked const& asked) {
    std::string names;
    auto const standing = standing_of(db, asked.office, asked.today);
    for (auto const& slot : standing.missed)
        if (asked.days.contains(slot.days.first))
            names = asked.words(slot.name()) + (names.empty() ? "" : ", ") + names;
    return names;
}

} // namespace

std::vector<bangla::Block> tell_meetings(Db& db, ChapterAsked const& asked) {
    auto const& words = asked.words;
    std::vector<bangla::Block> out;
    auto const lines = held_in(db, asked);
    auto const decisions = decisions_in(db, asked);
    out.emplace_back(bangla::Paragraph{
        .text = lines.empty()
                    ? words("meeting_chapter.none")
                    : words("meeting_chapter.lead",
                            {{"meetings", static_cast<std::int64_t>(lines.size())},
                             {"decisions", static_cast<std::int64_t>(decisions.size())}})});
    if (auto const missed = missed_in(db, asked); !missed.empty())
        out.emplace_back(
            bangla::Paragraph{.text = words("meeting_chapter.missed", {{"when", missed}})});
    if (!lines.empty()) out.emplace_back(meetings_table(lines, words));
    if (decisions.empty()) return out;
    out.emplace_back(states(decisions, asked.today, words));
    out.emplace_back(bangla::Heading{words("meeting_chapter.decisions_title"), 3});
    out.emplace_back(decisions_table(db, decisions, asked, words));
    return out;
}

std::vector<bangla::Block> tell_attendance(Db& db, ChapterAsked const& asked) {
    auto const& words = asked.words;
    struct Count {
        std::int64_t asked = 0, came = 0, substituted = 0;
    };
    std::vector<std::pair<std::string, Count>> counts;
    for (auto const& line : held_in(db, asked)) {
        if (line.kind != MeetingKind::team) continue;
        auto const meeting = find_meeting(db, line.id);
        if (!meeting) continue;
        for (auto const& one : roster_of(db, *meeting)) {
            auto const label = one.label().bn;
            auto found = std::ranges::find(counts, label, &std::pair<std::string, Count>::first);
            if (found == counts.end()) found = counts.insert(counts.end(), {label, Count{}});
            auto& count = found->second;
            ++count.asked;
            auto const presence = one.attendee.presence;
            if (presence == Presence::present || presence == Presence::online) ++count.came;
            if (presence == Presence::substitute) ++count.substituted;
        }
    }
    if (counts.empty()) return {bangla::Paragraph{.text = words("meeting_chapter.none")}};
    std::vector<std::vector<std::string>> rows;
    for (auto const& [label, count] : counts)
        rows.push_back({label, words.number(count.asked), words.number(count.came),
                        words.number(count.substituted)});
    return {told_table({{words("meeting_chapter.post"), 6},
                        {words("meeting_chapter.asked"), 1.6, true},
                        {words("meeting_chapter.came"), 1.6, true},
                        {words("meeting_chapter.substituted"), 1.8, true}},
                       std::move(rows))};
}

} // namespace udb::meetings
