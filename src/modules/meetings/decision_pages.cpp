// Decisions: what is open and how late, and each with its progress, until it is carried out.
#include "kernel/form_values.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/roster_store.hpp"
#include "modules/people/people.hpp"
#include "registers/pages/history.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr int decisions_most = 500;

struct Seen {
    Header header;
    DecisionFacts facts;
};

/// Whoever may read in its office, and whoever acts in the post that carries it out.
Result<Seen> seen_decision(Call const& call) {
    auto const id = TRY(call.id<Decision>());
    auto found = call.look([&](Db& db) -> std::optional<Seen> {
        auto header = find_record(db, decision_kind, as_record(id));
        auto facts = find_decision(db, id);
        if (!header || !facts) return {};
        if (!call.may(policy, Act::read, {.office_path = header->office_path})
            && !may_tell(db, call.actor, *facts, call.today))
            return {};
        return Seen{std::move(*header), std::move(*facts)};
    });
    if (!found) return not_found();
    return std::move(*found);
}

Html progress_list(Words const& words, std::vector<Progress> const& told) {
    if (told.empty()) return html::p(words("meetings.nothing_told"));
    std::vector<ui::TimelineItem> items;
    for (auto const& p : told)
        items.push_back({.date = p.on, .title = p.text, .by = words(p.who)});
    return ui::timeline(words, items);
}

struct Refused {
    std::string form = {}; ///< `progress`, `done`, `reassigned`, `dropped`
    Error error = {};
};

class View {
public:
    View(Call const& call, Seen const& seen, std::optional<Refused> const& refused)
        : call_(call), words_(call.words), d_(seen.facts), header_(seen.header), refused_(refused) {
        call.look([&](Db& db) {
            calendars_.emplace(db);
            told_ = progress_of(db, d_.id);
            moves_ = moved_to(db, d_.id);
            files_ = attachments_of(db, header_.id);
            events_ = events_of(db, header_.id, 50);
            std::vector const post{d_.responsible};
            labels_ = labels_of(db, post, {});
            if (auto const found = offices::find_post(db, d_.responsible);
                found && !found->post.exists_on(call.today))
                abolished_on_ = found->post.abolished_on;
            auto const holders = people::holders_on(db, post, call.today);
            if (auto const* holder = people::acting(holders, d_.responsible)) holder_ = *holder;
            auto const m = find_meeting(db, d_.meeting);
            correctable_ = d_.state == DecisionState::open && m && m->stage == Stage::held
                           && may_write(call, *m);
            may_tell_ = d_.state == DecisionState::open && may_tell(db, call.actor, d_, call.today);
        });
    }

    web::Response page() {
        Html problems;
        auto const forms_drawn = forms(problems);
        auto const main = html::all(problems,
                                    ui::page_heading({.title = d_.text,
                                                      .above = words_("meetings.decision"),
                                                      .status = state_mark(words_, d_, call_.today),
                                                      .actions = correcting(),
                                                      .lang = ui::lang_of(words_, d_.text)}),
                                    summary(),
                                    ui::section({.id = "progress",
                                                 .title = words_("meetings.progress"),
                                                 .body = progress_list(words_, told_)}),
                                    evidence_of_it(), forms_drawn,
                                    ui::section({.id = "history",
                                                 .title = words_("meetings.history"),
                                                 .body = draw_history(words_, events_)}));
        int const status = !refused_                                      ? 200
                           : refused_->error.kind == Error::Kind::invalid ? 422
                                                                          : 409;
        return call_.page(
            words_("meetings.decision"), main,
            {.before_main = ui::breadcrumb(
                 words_, {{words_("meetings.decisions"), "/decisions"},
                          {words_(d_.meeting_title), url("/meetings/{}", d_.meeting)}}),
             .problems = refused_ ? std::max<std::size_t>(1, refused_->error.fields.size()) : 0,
             .status = status});
    }

private:
    /// While the minutes are written, and only then.
    Html correcting() const {
        if (!correctable_) return {};
        return ui::button({.label = words_("meetings.correct_decision"),
                           .kind = ui::Button::Kind::secondary,
                           .href = url("/decisions/{}/correct", d_.id)});
    }

    Html summary() const {
        std::vector<ui::SummaryRow> rows{
            {words_("meetings.meeting"),
             ui::link({.text = words_(d_.meeting_title), .href = url("/meetings/{}", d_.meeting)})},
            {words_("meetings.held_on"), text(words_.date(d_.held_on))},
            {words_("meetings.responsible"), responsible()},
            {words_("meetings.due"),
             d_.due ? holidays::due_said(words_, *d_.due, calendars_->of(d_.office_path))
                    : text(words_("meetings.no_due"))}};
        if (d_.done_on)
            rows.push_back({words_(d_.state == DecisionState::done ? "meetings.field_done_on"
                                                                   : "meetings.dropped_on"),
                            text(words_.date(*d_.done_on))});
        if (auto const link = d_.done_link.empty() ? std::nullopt : Url::parse(d_.done_link))
            rows.push_back(
                {words_("meetings.proof"), ui::link({.text = d_.done_link, .href = *link})});
        for (auto const& file : files_)
            rows.push_back({words_("meetings.proof"),
                            ui::link({.text = file.name,
                                      .href = url("/decisions/{}/files/{}", d_.id, file.id)})});
        for (auto const& line : moves_)
            rows.push_back(
                {words_("meetings.moved_to"),
                 ui::link({.text = words_(line.title), .href = url("/meetings/{}", line.id)})});
        return ui::summary_list(rows);
    }

    /// The post, and whoever holds it today: after a transfer, the newcomer.
    Html responsible() const {
        if (labels_.empty()) return text(words_("meetings.whole_team"));
        auto const post = ui::link(
            {.text = words_(labels_.front().second), .href = url("/posts/{}", d_.responsible)});
        if (abolished_on_)
            return post + html::br()
                   + text(words_("meetings.post_was_abolished", {{"date", *abolished_on_}}));
        if (!holder_) return post + html::br() + text(words_("meetings.post_is_vacant"));
        return post + html::br()
               + text(words_("meetings.held_by",
                             {{"name", holder_->name}, {"since", holder_->holding.from}}));
    }

    /// What is linked to it in the register of evidence.
    Html evidence_of_it() const {
        auto const listed = evidence::listed(call_, header_.id);
        if (listed.empty()) return {};
        return ui::section(
            {.id = "evidence", .title = words_("meetings.evidence"), .body = listed});
    }

    Fields fields(std::string const& form) const {
        bool const mine = refused_ && refused_->form == form;
        return {call_, mine ? call_.values() : FormValues{},
                mine ? std::optional(refused_->error) : std::nullopt};
    }
    Html form(std::string_view way, std::string_view button, ui::Button::Kind kind,
              Html const& inner, bool files = false) const {
        return ui::form(
            {.action = url("/decisions/{}/{}", d_.id, way), .csrf = call_.csrf(), .files = files},
            html::all(html::hidden("version", std::to_string(header_.version)), inner,
                      ui::button({.label = words_(button), .kind = kind})));
    }
    Html forms(Html& problems) const {
        Html out;
        if (!may_tell_) return out;
        auto telling = fields("progress");
        out += ui::section({.id = "tell",
                            .title = words_("meetings.tell_progress"),
                            .body = form("progress", "meetings.save", ui::Button::Kind::secondary,
                                         telling.area("progress", 3))});
        auto ending = fields("done");
        auto const inner =
            html::all(ending.date("on", true, "done_on"), ending.area("note", 2, true),
                      ending.line("link", true, 0, "shown_at"), ending.upload("proof"));
        out += ui::section(
            {.id = "finish",
             .title = words_("meetings.finish"),
             .body = form("done", "meetings.finish", ui::Button::Kind::primary, inner, true)});
        problems = telling.problems() + ending.problems();
        if (!call_.may(policy, act_for(d_.kind), {.office_path = d_.office_path})) return out;
        auto giving = fields("reassigned");
        auto const posts = call_.look([&](Db& db) { return find_meeting(db, d_.meeting); });
        if (posts)
            out +=
                html::details({.more = {{"open", refused_ && refused_->form == "reassigned"}}},
                              html::summary(words_("meetings.reassign")),
                              form("reassigned", "meetings.reassign", ui::Button::Kind::secondary,
                                   giving.select("to", posts_for(call_, *posts, call_.today))
                                       + giving.area("why", 2)));
        problems += giving.problems();
        auto dropping = fields("dropped");
        out += html::details({.more = {{"open", refused_ && refused_->form == "dropped"}}},
                             html::summary(words_("meetings.drop")),
                             form("dropped", "meetings.drop", ui::Button::Kind::warning,
                                  dropping.area("reason", 2)));
        problems += dropping.problems();
        return out;
    }

    Call const& call_;
    Words const& words_;
    DecisionFacts const& d_;
    Header const& header_;
    std::optional<Refused> const& refused_;
    std::optional<holidays::Calendars> calendars_ = {};
    std::vector<Progress> told_ = {};
    std::vector<MeetingLine> moves_ = {};
    std::vector<Attachment> files_ = {};
    std::vector<Event> events_ = {};
    std::vector<std::pair<Id<Post>, BilingualText>> labels_ = {};
    std::optional<people::Holder> holder_ = {};
    std::optional<Date> abolished_on_ = {};
    bool may_tell_ = false;
    bool correctable_ = false;
};

Result<web::Response> after(Call& call, Seen const& seen, Done const& done, std::string form,
                            std::string_view flash) {
    if (done) return call.redirect(url("/decisions/{}", seen.facts.id), flash);
    if (!stays_on_page(done.error())) return done.error();
    auto error = done.error();
    for (auto& field : error.fields)
        if (field.field == "file") field.field = "proof";
    std::optional<Refused> const refused{{std::move(form), std::move(error)}};
    return View(call, seen, refused).page();
}

} // namespace

Result<web::Response> show_decisions(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const& words = call.words;
    bool const mine = call.request.query.get_or("whose") == "mine";
    auto const scope = scope_of(policy, call.actor, Act::read);
    auto const found = call.look([&](Db& db) {
        DecisionsAsked asked{.scope = scope};
        auto const own = posts_acted_in(db, call.actor.officer, call.today);
        bool const only_own =
            mine || (!scope.everywhere && scope.below.empty() && scope.exactly.empty());
        if (only_own && own.empty()) return std::vector<DecisionFacts>{};
        if (only_own) {
            asked.scope = {.everywhere = true};
            asked.posts = own;
        }
        return decisions_for(db, asked, decisions_most);
    });
    auto const list =
        found.empty() ? ui::empty_state({.sentence = words("meetings.no_decisions"),
                                         .hint = words("meetings.no_decisions_hint")})
                      : decision_table(call, found, call.actor.office, words("meetings.decisions"));
    auto const choose = ui::button_group(
        {ui::button({.label = words(mine ? "meetings.all_decisions" : "meetings.my_decisions"),
                     .kind = ui::Button::Kind::secondary,
                     .href = mine ? Url("/decisions") : Url("/decisions?whose=mine")})});
    auto const title = words(mine ? "meetings.my_decisions" : "meetings.decisions");
    auto const main = html::all(
        ui::page_heading(
            {.title = title, .lead = words("meetings.decisions_lead"), .actions = choose}),
        list);
    return call.page(
        title, main,
        {.before_main = ui::breadcrumb(words, {{words("meetings.title"), "/meetings"}}),
         .wide = true});
}

Result<web::Response> show_decision(Call& call) {
    auto const seen = TRY(seen_decision(call));
    return View(call, seen, {}).page();
}

Result<web::Response> post_progress(Call& call) {
    auto const seen = TRY(seen_decision(call));
    auto const done = call.perform(tell_progress, header_read(call, seen.header),
                                   std::string(call.form["progress"]));
    return after(call, seen, done, "progress", "meetings.progress_flash");
}

Result<web::Response> post_done(Call& call) {
    auto const seen = TRY(seen_decision(call));
    auto const on = day_in(call.form, "on");
    if (!on) return after(call, seen, on.error(), "done", {});
    auto file = file_in(call, "proof");
    if (!file) return after(call, seen, file.error(), "done", {});
    Finishing const how{.on = *on,
                        .link = std::string(call.form["link"]),
                        .note = std::string(call.form["note"]),
                        .file = std::move(*file)};
    auto const done = call.perform(finish, header_read(call, seen.header), how);
    return after(call, seen, done, "done", "meetings.done_flash");
}

Result<web::Response> post_reassigned(Call& call) {
    auto const seen = TRY(seen_decision(call));
    auto const done = call.perform(reassign, header_read(call, seen.header),
                                   parse_id<Post>(call.form["to"]).value_or(Id<Post>{}),
                                   std::string(call.form["why"]));
    return after(call, seen, done, "reassigned", "meetings.reassigned_flash");
}

Result<web::Response> post_dropped(Call& call) {
    auto const seen = TRY(seen_decision(call));
    auto const done =
        call.perform(drop, header_read(call, seen.header), std::string(call.form["reason"]));
    return after(call, seen, done, "dropped", "meetings.dropped_flash");
}

Result<web::Response> show_decision_file(Call& call) {
    auto const seen = TRY(seen_decision(call));
    auto const id = TRY(call.id<Attachment>("file"));
    auto const file = call.look([&](Db& db) { return find_attachment(db, id); });
    if (!file || file->record != seen.header.id) return not_found();
    auto bytes = call.look([&](Db& db) { return file_bytes(db, *file); });
    return web::Response::file(std::move(bytes), file->media_type, file->name);
}

} // namespace udb::meetings
