// A meeting: when and where, its agenda and minutes, who is asked and who came, decisions, papers.
#include "host/attachments.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/calling_page.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/roster_store.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

struct Shown {
    MeetingRecord m = {};
    std::vector<Invited> roster = {};
    std::vector<Item> items = {};
    std::vector<DecisionFacts> decisions = {};
    std::vector<DecisionFacts> earlier = {}; ///< while it is called: what will move to it
    std::vector<ItemCorrection> corrections = {};
    std::vector<Attachment> files = {};
    std::vector<Event> events = {};
    std::optional<MeetingRecord> confirmed_in = {};
    std::optional<MeetingLine> unconfirmed = {}; ///< that this meeting may confirm
    bool notice_wanted = false, minutes_wanted = false;
};

Shown shown(Db& db, MeetingRecord m) {
    Shown s{.m = std::move(m)};
    auto const id = s.m.id();
    s.roster = roster_of(db, s.m);
    s.items = items_of(db, id);
    s.decisions = decisions_of(db, id);
    if (s.m.stage == Stage::called)
        s.earlier = open_before(db, s.m.header.office_path, s.m.kind, s.m.when.day);
    s.corrections = corrections_of(db, id);
    s.files = attachments_of(db, s.m.header.id);
    s.events = events_of(db, s.m.header.id, 50);
    if (s.m.confirmed_in) s.confirmed_in = find_meeting(db, s.m.confirmed_in);
    s.unconfirmed = unconfirmed_before(db, s.m.header.office_path, s.m.kind, s.m.when.day);
    s.notice_wanted = notice_may_be_drafted(db, s.m);
    s.minutes_wanted = minutes_may_be_drafted(db, s.m);
    return s;
}

class View {
public:
    View(Call const& call, Shown const& s)
        : call_(call), words_(call.words), s_(s), m_(s.m), writes_(may_write(call, s.m)) {}

    Html main() const {
        return html::all(heading(), notices(), summary(), agenda(), people(), decisions(), papers(),
                         history());
    }

private:
    Url at(std::string_view what) const { return url("/meetings/{}/{}", m_.id(), what); }
    Html go(std::string_view key, std::string_view what,
            ui::Button::Kind kind = ui::Button::Kind::secondary) const {
        return ui::button({.label = words_(key), .kind = kind, .href = at(what)});
    }
    /// A button that posts, with the version that was read.
    Html act(std::string_view key, std::string_view what,
             ui::Button::Kind kind = ui::Button::Kind::secondary, Html const& more = {}) const {
        return ui::form({.action = at(what), .csrf = call_.csrf()},
                        html::all(html::hidden("version", std::to_string(m_.header.version)), more,
                                  ui::button({.label = words_(key), .kind = kind})));
    }

    Html heading() const {
        std::vector<Html> buttons;
        if (writes_ && m_.stage == Stage::called) {
            bool const come = m_.when.day <= call_.today;
            if (come)
                buttons.push_back(go("meetings.hold", "attendance", ui::Button::Kind::primary));
            buttons.push_back(go("meetings.move", "move"));
            if (!come) buttons.push_back(go("meetings.hold_early", "attendance"));
        }
        if (writes_ && m_.stage == Stage::held)
            buttons.push_back(go("meetings.attendance", "attendance"));
        if (writes_ && m_.stage == Stage::minuted)
            buttons.push_back(go("meetings.confirm", "confirm", ui::Button::Kind::primary));
        return ui::page_heading({.title = words_(m_.header.title),
                                 .above = std::string(words_(label_of(m_.kind))),
                                 .status = stage_mark(words_, m_.stage),
                                 .actions = buttons.empty() ? Html{} : ui::button_group(buttons),
                                 .lang = ui::lang_of(words_, words_(m_.header.title))});
    }

    Html notices() const {
        Html out;
        if (m_.stage == Stage::called_off)
            out += ui::notice(
                words_, {.kind = ui::Notice::Kind::problem,
                         .body = text(words_("meetings.was_called_off", {{"reason", m_.reason}}))});
        if (m_.moved_from && m_.stage != Stage::called_off)
            out += ui::notice(
                words_,
                {.body = html::all(text(words_("meetings.was_moved",
                                               {{"from", *m_.moved_from}, {"on", m_.when.day}})),
                                   why_not_then())});
        if (m_.stage == Stage::called && m_.when.day < call_.today)
            out += ui::notice(words_, {.kind = ui::Notice::Kind::problem,
                                       .body = text(words_("meetings.day_is_past"))});
        if (m_.took_place() && s_.unconfirmed && may_write(call_, m_))
            out += ui::notice(
                words_,
                {.body = html::all(text(words_("meetings.earlier_unconfirmed") + " "),
                                   ui::link({.text = words_(s_.unconfirmed->title),
                                             .href = url("/meetings/{}", s_.unconfirmed->id)}))});
        return out;
    }

    /// Where offices are closed on the day that it was called for: by whose order, known since
    /// when. Where they are open again: the way back.
    Html why_not_then() const {
        struct Known {
            std::vector<bangla::SkippedDay> closed = {};
            std::optional<Date> back = {};
            std::optional<holidays::Declared> order = {};
        };
        auto const known = call_.look([&](Db& db) {
            holidays::Calendars const calendars(db, call_.today);
            return Known{
                bangla::first_open_day(*m_.moved_from, calendars.of(m_.header.office_path)).skipped,
                way_back(m_, calendars, call_.today),
                m_.moved_by ? holidays::find_declared(db, m_.moved_by) : std::nullopt};
        });
        if (!known.closed.empty()) return holidays::why_closed(words_, known.closed);
        if (!known.order) return html::p(words_("meetings.moved_because", {{"reason", m_.reason}}));
        Html out = html::p(words_(why_moved(known.order->order)));
        if (!known.back) return out;
        out += html::p(words_("meetings.open_again", {{"date", *known.back}}));
        if (writes_)
            out +=
                ui::form({.action = url("/meetings/{}/move-back", m_.id()), .csrf = call_.csrf()},
                         html::all(html::hidden("version", std::to_string(m_.header.version)),
                                   ui::button({.label = words_("meetings.move_back"),
                                               .kind = ui::Button::Kind::secondary})));
        return out;
    }

    Html summary() const {
        std::vector<ui::SummaryRow> rows{
            {words_("meetings.when"), text(when_said(words_, m_.when.day, m_.when.begins))},
            {words_("meetings.place"), place_said(m_.when)}};
        for (auto const& one : s_.roster)
            if (one.attendee.chair)
                rows.push_back({words_("meetings.chair"), text(words_(one.label()))});
        if (s_.confirmed_in)
            rows.push_back({words_("meetings.confirmed_in"),
                            ui::link({.text = words_(s_.confirmed_in->header.title),
                                      .href = url("/meetings/{}", s_.confirmed_in->id())})});
        if (!m_.corrections.empty())
            rows.push_back({words_("meetings.field_corrections"), lines_said(m_.corrections)});
        if (m_.took_place() && m_.kind == MeetingKind::team)
            rows.push_back(
                {words_("meetings.plan_review"),
                 text(words_(m_.reviewed_plan ? "meetings.reviewed" : "meetings.not_told"))});
        if (m_.took_place() && m_.kind == MeetingKind::coordination)
            rows.push_back(
                {words_("meetings.brief"),
                 text(words_(m_.brief_presented ? "meetings.presented" : "meetings.not_told"))});
        return ui::summary_list(rows);
    }

    Html agenda() const {
        Html body;
        for (auto const& d : s_.earlier)
            body +=
                html::li(html::all(text(words_("meetings.earlier_item") + " "),
                                   ui::link({.text = d.text, .href = url("/decisions/{}", d.id)}),
                                   text(" "), state_mark(words_, d, call_.today)));
        if (!body.empty()) body = html::ul(body);
        if (m_.stage == Stage::called) {
            Html list;
            for (auto const& item : s_.items)
                list += html::li(titled(item));
            if (!list.empty()) body += html::ol(list);
        } else {
            std::int64_t no = 0;
            for (auto const& item : s_.items)
                body += minute(item, no);
        }
        if (body.empty()) body = html::p(words_("meetings.no_agenda"));
        if (writes_ && m_.stage == Stage::held)
            body += act(
                "meetings.minute", "minuted", ui::Button::Kind::primary,
                m_.kind == MeetingKind::team
                    ? ui::checkbox(words_, {.name = "reviewed_plan",
                                            .choice = {"yes", words_("meetings.plan_reviewed")}})
                    : Html{});
        bool const open = m_.stage == Stage::called || m_.stage == Stage::held;
        return ui::section(
            {.id = "agenda",
             .title = words_(m_.stage == Stage::called ? "meetings.agenda" : "meetings.minutes"),
             .body = body,
             .actions = writes_ && open ? ui::link({.text = words_("meetings.edit_agenda"),
                                                    .href = at("agenda")})
                                        : Html{}});
    }

    Html titled(Item const& item) const {
        auto const where = item.path.empty() ? std::nullopt : Url::parse(item.path);
        auto const lang = ui::lang_of(words_, item.title);
        if (where) return ui::link({.text = item.title, .href = *where, .lang = lang});
        return html::span({.more = {{"lang", lang, !lang.empty()}}}, item.title);
    }

    Html minute(Item const& item, std::int64_t& no) const {
        Html inner = html::h3(words_.number(++no) + ". ", item.title);
        inner += item.discussion.empty() ? html::p(words_("meetings.unwritten"))
                                         : lines_said(item.discussion);
        for (auto const& c : s_.corrections)
            if (c.item == item.id)
                inner += html::details(html::summary(words_("meetings.stood_before")),
                                       lines_said(c.former));
        Html list;
        for (auto const& d : s_.decisions)
            if (d.item == item.id)
                list += html::li(
                    html::all(ui::link({.text = d.text, .href = url("/decisions/{}", d.id)}),
                              text(" "), state_mark(words_, d, call_.today)));
        if (!list.empty()) inner += html::h4(words_("meetings.decided")) + html::ul(list);
        if (writes_ && m_.stage == Stage::held)
            inner += html::p(ui::link({.text = words_("meetings.write_item"),
                                       .href = url("/meetings/{}/items/{}", m_.id(), item.id),
                                       .about = item.title}));
        return html::div({.cls = "row-of-list"}, inner);
    }

    Html people() const {
        std::vector<ui::Table::Row> rows;
        for (auto const& one : s_.roster) {
            auto const& a = one.attendee;
            Html who = text(words_(one.person));
            if (a.presence == Presence::substitute)
                who = text(words_("meetings.in_place_of",
                                  {{"who", a.substitute}, {"post", words_(one.label())}}));
            Html how = a.presence ? text(words_(label_of(*a.presence))) : text("–");
            if (a.chair) how += text(" ") + ui::status({.text = words_("meetings.chair")});
            rows.push_back({.cells = {text(words_(one.label())), who, how}});
        }
        return ui::section(
            {.id = "people",
             .title = words_(m_.took_place() ? "meetings.attendance" : "meetings.invited"),
             .body = ui::table({.caption = words_("meetings.invited"),
                                .columns = {{words_("meetings.post")},
                                            {words_("meetings.person")},
                                            {words_("meetings.presence")}},
                                .rows = std::move(rows),
                                .hidden_caption = true}),
             .actions =
                 writes_ && m_.stage == Stage::called
                     ? ui::link({.text = words_("meetings.edit_people"), .href = at("people")})
                     : Html{}});
    }

    Html decisions() const {
        if (s_.decisions.empty()) return {};
        return ui::section({.id = "decisions",
                            .title = words_("meetings.decisions"),
                            .body = decision_table(call_, s_.decisions, m_.office,
                                                   words_("meetings.decisions"), Told::alone)});
    }

    Html paper(std::string_view label, Id<IssuedPaper> id) const {
        return html::li(ui::link({.text = words_(label), .href = url("/papers/{}", id)}));
    }

    Html papers() const {
        Html list;
        if (m_.notice) list += paper("meetings.notice", m_.notice);
        if (m_.minutes) list += paper("meetings.minutes", m_.minutes);
        if (m_.informed_by) list += paper("meetings.informed_letter", m_.informed_by);
        for (auto const& file : s_.files)
            list += html::li(ui::link(
                {.text = file.name, .href = url("/meetings/{}/files/{}", m_.id(), file.id)}));
        Html body = list.empty() ? html::p(words_("meetings.no_papers")) : html::ul(list);
        body += evidence::listed(call_, m_.header.id);
        if (m_.informed_on)
            body += html::p(words_("meetings.informed_on", {{"date", *m_.informed_on}}));
        std::vector<Html> acts;
        if (writes_ && s_.notice_wanted)
            acts.push_back(
                act(m_.notice ? "meetings.draft_new_notice" : "meetings.draft_notice", "notice"));
        if (writes_ && m_.stage == Stage::called && accounts::mail_is_set_up())
            acts.push_back(act(m_.told_at ? "meetings.tell_again" : "meetings.tell", "tell"));
        if (writes_ && s_.minutes_wanted)
            acts.push_back(
                act(m_.corrections.empty() ? "meetings.draft_minutes" : "meetings.draft_corrected",
                    "minutes"));
        if (writes_ && m_.took_place() && m_.kind != MeetingKind::coordination && !m_.informed_on)
            acts.push_back(go("meetings.inform", "inform"));
        if (m_.kind == MeetingKind::coordination && m_.took_place() && !m_.brief_presented
            && call_.may(policy, Act::write, {.office_path = m_.header.office_path}))
            acts.push_back(act("meetings.present_brief", "brief"));
        if (!acts.empty()) body += ui::button_group(acts);
        return ui::section({.id = "papers", .title = words_("meetings.papers"), .body = body});
    }

    Html history() const {
        return ui::section({.id = "history",
                            .title = words_("meetings.history"),
                            .body = draw_history(words_, s_.events)});
    }

    Call const& call_;
    Words const& words_;
    Shown const& s_;
    MeetingRecord const& m_;
    bool writes_;
};

} // namespace

web::Response meeting_page(Call const& call, MeetingRecord const& m,
                           std::optional<Error> const& refused) {
    auto const s = call.look([&](Db& db) { return shown(db, m); });
    auto const& words = call.words;
    Html main;
    if (refused) main += ui::error_summary(words, *refused);
    main += View(call, s).main();
    return call.page(
        words(m.header.title), main,
        {.before_main = ui::breadcrumb(words, {{words("meetings.title"), "/meetings"}}),
         .problems = refused ? std::size_t{1} : 0,
         .status = refused ? 409 : 200});
}

namespace {

/// What was refused is said on the meeting's page, as it stands now.
Result<web::Response> refused_on_page(Call const& call, Error const& error) {
    if (!stays_on_page(error)) return error;
    return meeting_page(call, TRY(seen_meeting(call)), error);
}

} // namespace

Result<web::Response> show_meeting(Call& call) {
    return meeting_page(call, TRY(seen_meeting(call)), {});
}

Result<web::Response> post_minuted(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const done =
        call.perform(minute, header_read(call, m.header), !call.form["reviewed_plan"].empty());
    if (!done) return refused_on_page(call, done.error());
    return call.redirect(url("/meetings/{}", m.id()), "meetings.minuted_flash");
}

Result<web::Response> post_notice(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    Words const bangla{call.words.catalogue(), Language::bn};
    auto const paper = call.perform(draft_notice, header_read(call, m.header), bangla);
    if (!paper) return refused_on_page(call, paper.error());
    return call.redirect(url("/papers/{}", *paper), "meetings.drafted_flash");
}

Result<web::Response> post_told(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const done = call.perform(tell_asked, header_read(call, m.header));
    if (!done) return refused_on_page(call, done.error());
    return call.redirect(url("/meetings/{}", m.id()).at("papers"), "meetings.told_flash");
}

Result<web::Response> post_minutes(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    Words const bangla{call.words.catalogue(), Language::bn};
    auto const paper = call.perform(draft_minutes, header_read(call, m.header), bangla);
    if (!paper) return refused_on_page(call, paper.error());
    return call.redirect(url("/papers/{}", *paper), "meetings.drafted_flash");
}

Result<web::Response> show_file(Call& call) {
    auto const m = TRY(seen_meeting(call));
    auto const id = TRY(call.id<Attachment>("file"));
    auto const file = call.look([&](Db& db) { return find_attachment(db, id); });
    if (!file || file->record != m.header.id) return not_found();
    auto bytes = call.look([&](Db& db) { return file_bytes(db, *file); });
    return web::Response::file(std::move(bytes), file->media_type, file->name);
}

} // namespace udb::meetings
