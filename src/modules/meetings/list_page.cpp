// Meetings of an office: the year by month or quarter with what was missed, and the list.
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/standing_store.hpp"
#include "modules/offices/offices.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr int meetings_most = 200;
constexpr std::size_t missed_shown = 6; ///< the others open on a press

struct Listed {
    std::optional<offices::OfficeRecord> office;
    Standing standing;
    std::vector<OvertakenMeeting> overtaken;
    std::vector<MeetingLine> lines;
    bangla::FiscalYear year;
};

Listed listed(Db& db, Call const& call, Id<Office> asked, bangla::FiscalYear year) {
    Listed out{.office = {}, .standing = {}, .overtaken = {}, .lines = {}, .year = year};
    auto const id = asked ? asked : call.actor.office;
    auto office = id ? offices::find_office(db, id) : std::nullopt;
    if (office && call.may(policy, Act::read, {.office_path = office->path()})) {
        out.standing = standing_of(db, id, call.today);
        out.overtaken = overtaken_meetings(db, office->path(), out.standing, call.today);
        out.office = std::move(office);
    }
    auto const days = bangla::days_of(year);
    if (out.office) {
        out.lines = meetings_of(db, out.office->path(), days.first, days.last);
    } else {
        out.lines = meetings_in(db, scope_of(policy, call.actor, Act::read), meetings_most);
        auto const own = posts_acted_in(db, call.actor.officer, call.today);
        if (out.lines.empty())
            for (auto const meeting : meetings_asking(db, own, days.first))
                if (auto const m = find_meeting(db, meeting))
                    out.lines.push_back({.id = m->id(),
                                         .title = m->header.title,
                                         .office_path = m->header.office_path,
                                         .kind = m->kind,
                                         .stage = m->stage,
                                         .day = m->when.day,
                                         .begins = written(m->when.begins),
                                         .place = m->when.place});
    }
    return out;
}

class View {
public:
    View(Call const& call, Listed const& l) : call_(call), words_(call.words), l_(l) {}

    Html main() const { return html::all(heading(), missed(), overtaken(), calendar(), list()); }

private:
    Html heading() const {
        std::vector<Html> buttons;
        bool const calls =
            l_.office
            && (call_.may(policy, Act::write, {.office_path = l_.office->path()})
                || call_.may(policy, Act::approve, {.office_path = l_.office->path()}));
        auto const go = [&](std::string_view key, Url href, ui::Button::Kind kind) {
            buttons.push_back(
                ui::button({.label = words_(key), .kind = kind, .href = std::move(href)}));
        };
        if (calls) {
            go("meetings.call", url("/meetings/new").with("office", to_string(l_.office->id())),
               ui::Button::Kind::primary);
            go("meetings.series",
               url("/meetings/series").with("office", to_string(l_.office->id())),
               ui::Button::Kind::secondary);
        }
        go("meetings.decisions", "/decisions", ui::Button::Kind::secondary);
        if (l_.office)
            go("meetings.brief_pdf",
               url("/meetings/brief").with("office", to_string(l_.office->id())),
               ui::Button::Kind::secondary);
        if (reaches_below(scope_of(policy, call_.actor, Act::read)))
            go("meetings.offices", "/meetings/offices", ui::Button::Kind::secondary);
        go("meetings.feed", "/meetings/feed", ui::Button::Kind::secondary);
        return ui::page_heading(
            {.title = words_("meetings.title"),
             .above = l_.office ? words_(l_.office->office.name()) : std::string(),
             .lead = words_("meetings.lead"),
             .actions = ui::button_group(buttons)});
    }

    Html missed() const {
        Html lines, more;
        std::size_t count = 0;
        auto const add = [&](std::vector<Slot> const& slots, MeetingKind kind) {
            for (auto const& slot : slots)
                (++count > missed_shown ? more : lines) += html::li(
                    words_("meetings.missed_line", {{"kind", BilingualText{label_of(kind)}},
                                                    {"slot", words_(slot.name())},
                                                    {"since", slot.missed_since()}}));
        };
        add(l_.standing.missed, MeetingKind::team);
        add(l_.standing.coordination_missed, MeetingKind::coordination);
        if (lines.empty()) return {};
        return ui::notice(
            words_,
            {.kind = ui::Notice::Kind::problem,
             .heading = words_("meetings.missed_title"),
             .body = html::ul(lines) + html::when(count > missed_shown, [&] {
                         auto const hidden = static_cast<std::int64_t>(count - missed_shown);
                         return html::details(
                             html::summary(words_("meetings.missed_more", {{"count", hidden}})),
                             html::ul(more));
                     })});
    }

    /// A holiday that came after the call: what is proposed, and why.
    Html overtaken() const {
        Html out;
        for (auto const& o : l_.overtaken) {
            Html why;
            for (auto const& day : o.instead.skipped)
                why += html::li(words_.date(day.date) + ": " + words_(day.why));
            out += ui::notice(
                words_,
                {.kind = ui::Notice::Kind::problem,
                 .heading = words_("meetings.overtaken",
                                   {{"meeting", o.meeting.title}, {"date", o.meeting.day}}),
                 .body = html::all(
                     html::ul(why),
                     html::p(words_("meetings.proposed_instead", {{"date", o.instead.date}}) + " ",
                             ui::link({.text = words_("meetings.move"),
                                       .href = url("/meetings/{}/move", o.meeting.id)
                                                   .with("date", words_.date(o.instead.date)),
                                       .about = words_(o.meeting.title)})))});
        }
        return out;
    }

    Html state(Slot const& slot) const {
        using Tone = ui::Status::Tone;
        static constexpr Tone tones[] = {Tone::past, Tone::good, Tone::bad, Tone::waiting,
                                         Tone::plain};
        static constexpr std::string_view keys[] = {"meetings.slot_not_owed", "meetings.slot_met",
                                                    "meetings.slot_missed", "meetings.slot_running",
                                                    "meetings.slot_ahead"};
        auto const i = static_cast<std::size_t>(slot.state);
        return ui::status({.text = words_(keys[i]), .tone = tones[i]});
    }

    Html within(Slot const& slot, MeetingKind kind) const {
        Html out;
        for (auto line = l_.lines.rbegin(); line != l_.lines.rend(); ++line) {
            if (line->kind != kind || !slot.days.contains(line->day)) continue;
            if (line->stage == Stage::called_off) continue;
            if (!out.empty()) out += html::br();
            out += ui::link({.text = words_.date(line->day),
                             .href = url("/meetings/{}", line->id),
                             .about = words_(line->title)});
            if (line->stage == Stage::called) out += text(" ") + stage_mark(words_, line->stage);
        }
        return out.empty() ? text("–") : out;
    }

    Html slots(MeetingKind kind, std::vector<Owed> const& owed,
               std::vector<Date> const& held) const {
        if (owed.empty()) return {};
        std::vector<ui::Table::Row> rows;
        for (auto const& slot : slots_of(l_.year, owed, held, call_.today))
            rows.push_back({.cells = {text(words_(slot.name())), within(slot, kind), state(slot)},
                            .marked = slot.days.contains(call_.today)});
        return ui::table({.caption = std::string(words_(label_of(kind))),
                          .columns = {{words_("meetings.slot")},
                                      {words_("meetings.meetings")},
                                      {words_("meetings.state")}},
                          .rows = std::move(rows)});
    }

    Html calendar() const {
        if (!l_.office) return {};
        auto const& s = l_.standing;
        auto body = slots(MeetingKind::team, s.owed, s.held)
                    + slots(MeetingKind::coordination, owed_coordination(s.coordination_held),
                            s.coordination_held);
        if (body.empty())
            body = html::p(words_(s.has_team ? "meetings.nothing_owed" : "meetings.no_team"));
        auto const turn = [&](int by, std::string_view key) {
            return ui::link({.text = words_(key),
                             .href = url("/meetings")
                                         .with("office", to_string(l_.office->id()))
                                         .with("year", std::to_string(l_.year.start + by))});
        };
        return ui::section(
            {.id = "year",
             .title = words_("meetings.year", {{"year", bangla::name(l_.year, words_.language())}}),
             .body = html::all(body, html::p(turn(-1, "meetings.year_before"), " · ",
                                             turn(1, "meetings.year_after")))});
    }

    Html list() const {
        if (l_.lines.empty())
            return ui::section({.id = "list",
                                .title = words_("meetings.list"),
                                .body = ui::empty_state({.sentence = words_("meetings.none"),
                                                         .hint = words_("meetings.none_hint")})});
        std::vector<ui::Table::Row> rows;
        for (auto const& line : l_.lines)
            rows.push_back(
                {.cells = {ui::link({.text = words_(line.title),
                                     .href = url("/meetings/{}", line.id),
                                     .lang = ui::lang_of(words_, words_(line.title))}),
                           text(words_(label_of(line.kind))), text(words_.date(line.day)),
                           stage_mark(words_, line.stage), text(words_.number(line.decisions)),
                           text(words_.number(line.open))}});
        return ui::section({.id = "list",
                            .title = words_("meetings.list"),
                            .body = ui::table({.caption = words_("meetings.list"),
                                               .columns = {{words_("meetings.meeting")},
                                                           {words_("meetings.field_kind")},
                                                           {words_("meetings.day")},
                                                           {words_("meetings.state")},
                                                           {words_("meetings.decisions"), true},
                                                           {words_("meetings.open"), true}},
                                               .rows = std::move(rows),
                                               .hidden_caption = true})});
    }

    Call const& call_;
    Words const& words_;
    Listed const& l_;
};

} // namespace

Result<web::Response> show_meetings(Call& call) {
    auto const& query = call.request.query;
    auto const office = parse_id<Office>(query.get_or("office")).value_or(Id<Office>{});
    auto year = bangla::fiscal_year(call.today);
    if (auto const asked = parse_id<Meeting>(query.get_or("year"));
        asked && asked->value > 1990 && asked->value < 2200)
        year.start = static_cast<int>(asked->value);
    auto const l = call.look([&](Db& db) { return listed(db, call, office, year); });
    return call.page(call.words("meetings.title"), View(call, l).main(), {.wide = true});
}

} // namespace udb::meetings
