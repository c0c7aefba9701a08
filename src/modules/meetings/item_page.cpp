// The minutes item by item: what was said, what was decided, who carries it out by when.
#include "kernel/form_values.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/roster_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

struct Writing {
    MeetingRecord m;
    Item item;
};

Result<Writing> writing(Call const& call) {
    auto m = TRY(meeting_to_write(call));
    auto const id = TRY(call.id<MeetingItem>("item"));
    auto found = call.look([&](Db& db) { return find_item(db, id); });
    if (!found || found->first != m.id()) return not_found();
    return Writing{std::move(m), std::move(found->second)};
}

} // namespace

std::vector<ui::Choice> posts_for(Call const& call, MeetingRecord const& m, Date on) {
    auto const& words = call.words;
    std::vector<ui::Choice> out;
    call.look([&](Db& db) {
        for (auto const& one : roster_of(db, m))
            if (one.attendee.post)
                out.push_back({to_string(one.attendee.post), words(one.label())});
        for (auto const& u : usual_posts(db, m.office, on))
            if (std::ranges::count(out, to_string(u.post.id), &ui::Choice::value) == 0)
                out.push_back({to_string(u.post.id), words(offices::label_of(u.post.post))});
    });
    return out;
}

namespace {

Html decision_form(Call const& call, Writing const& w, Fields& fields) {
    auto const& words = call.words;
    return ui::form(
        {.action = url("/meetings/{}/items/{}/decisions", w.m.id(), w.item.id),
         .csrf = call.csrf()},
        html::all(fields.area("text", 3),
                  fields.select("responsible", posts_for(call, w.m, w.m.when.day), true),
                  fields.date("due", true),
                  ui::button({.label = words("meetings.add_decision"),
                              .kind = ui::Button::Kind::secondary})));
}

/// What somebody else saved meanwhile, beside what was typed: nothing is lost.
Html collision(Words const& words, Item const& now) {
    return ui::notice(words, {.kind = ui::Notice::Kind::problem,
                              .heading = words("meetings.saved_meanwhile"),
                              .body = html::all(html::p(words("meetings.saved_meanwhile_lead")),
                                                html::h3(words("meetings.stands_now")),
                                                lines_said(now.discussion))});
}

struct Typed {
    FormValues values = {};
    std::optional<Error> error = {};
};

web::Response item_page(Call const& call, Writing const& w, Typed const& minutes,
                        Typed const& decision) {
    auto const& words = call.words;
    bool const collided = minutes.error && minutes.error->kind == Error::Kind::conflict;
    auto const values =
        minutes.values.empty() ? FormValues{{"discussion", w.item.discussion}} : minutes.values;
    Fields fields(call, values, minutes.error);
    Fields deciding(call, decision.values, decision.error);
    auto const form = ui::form(
        {.action = url("/meetings/{}/items/{}", w.m.id(), w.item.id), .csrf = call.csrf()},
        html::all(html::hidden("version", std::to_string(w.item.version)),
                  fields.area("discussion", 10),
                  ui::button({.label = words(collided ? "meetings.save_over" : "meetings.save")})));
    auto const all = call.look([&](Db& db) { return decisions_of(db, w.m.id()); });
    std::vector<DecisionFacts> own;
    std::ranges::copy_if(all, std::back_inserter(own),
                         [&](DecisionFacts const& d) { return d.item == w.item.id; });
    Html decisions;
    if (!own.empty())
        decisions = decision_table(call, own, w.m.office, words("meetings.decisions"), Told::alone);
    return form_page(
        call, &w.m, decision.error ? deciding : fields,
        {.title = w.item.title,
         .lead = words("meetings.item_lead"),
         .before = collided ? collision(words, w.item) : Html{},
         .form = form,
         .after = ui::section({.id = "decisions",
                               .title = words("meetings.decided"),
                               .body = decisions + decision_form(call, w, deciding)})});
}

/// A decision whose minutes are still written, with its meeting.
struct Correcting {
    Header header;
    DecisionFacts facts;
    MeetingRecord m;
};

Result<Correcting> correcting(Call const& call) {
    auto const id = TRY(call.id<Decision>());
    auto found = call.look([&](Db& db) -> std::optional<Correcting> {
        auto header = find_record(db, decision_kind, as_record(id));
        auto facts = find_decision(db, id);
        auto m = facts ? find_meeting(db, facts->meeting) : std::nullopt;
        if (!header || !m) return {};
        return Correcting{std::move(*header), std::move(*facts), std::move(*m)};
    });
    if (!found || !may_write(call, found->m)) return not_found();
    return std::move(*found);
}

web::Response correcting_page(Call const& call, Correcting const& c, Typed const& typed) {
    auto const& words = call.words;
    Fields fields(call, typed.values, typed.error);
    auto const inner =
        html::all(html::hidden("version", std::to_string(c.header.version)), fields.area("text", 3),
                  fields.select("responsible", posts_for(call, c.m, c.m.when.day), true),
                  fields.date("due", true), ui::button({.label = words("meetings.save")}));
    return form_page(
        call, &c.m, fields,
        {.title = words("meetings.correct_decision"),
         .lead = words("meetings.correct_decision_lead"),
         .form = ui::form({.action = url("/decisions/{}/correct", c.facts.id), .csrf = call.csrf()},
                          inner)});
}

} // namespace

Result<web::Response> show_correcting(Call& call) {
    auto const c = TRY(correcting(call));
    FormValues values{{"text", c.facts.text}};
    if (c.facts.responsible) values.emplace("responsible", to_string(c.facts.responsible));
    if (c.facts.due) values.emplace("due", call.words.date(*c.facts.due));
    return correcting_page(call, c, {std::move(values), {}});
}

Result<web::Response> post_correcting(Call& call) {
    auto const c = TRY(correcting(call));
    auto const due = day_in(call.form, "due");
    if (!due) return correcting_page(call, c, {call.values(), due.error()});
    Deciding const after{.item = c.facts.item,
                         .text = std::string(call.form["text"]),
                         .responsible =
                             parse_id<Post>(call.form["responsible"]).value_or(Id<Post>{}),
                         .due = *due};
    auto const done = call.perform(correct_decision, header_read(call, c.header), after);
    if (done)
        return call.redirect(url("/decisions/{}", c.facts.id), "meetings.decision_corrected_flash");
    if (!stays_on_page(done.error())) return done.error();
    return correcting_page(call, c, {call.values(), done.error()});
}

Result<web::Response> show_item(Call& call) {
    auto const w = TRY(writing(call));
    return item_page(call, w, {}, {});
}

Result<web::Response> post_item(Call& call) {
    auto w = TRY(writing(call));
    auto item = w.item;
    item.discussion = std::string(call.form["discussion"]);
    item.version = version_of(call.values());
    auto const done = call.perform(write_item, item);
    if (done)
        return call.redirect(url("/meetings/{}/items/{}", w.m.id(), w.item.id),
                             "meetings.saved_flash");
    if (!stays_on_page(done.error())) return done.error();
    // What somebody else saved may have come after it was read above.
    w = TRY(writing(call));
    return item_page(call, w, {call.values(), done.error()}, {});
}

Result<web::Response> post_decision(Call& call) {
    auto const w = TRY(writing(call));
    auto const due = day_in(call.form, "due");
    if (!due) return item_page(call, w, {}, {call.values(), due.error()});
    Deciding const deciding{.item = w.item.id,
                            .text = std::string(call.form["text"]),
                            .responsible =
                                parse_id<Post>(call.form["responsible"]).value_or(Id<Post>{}),
                            .due = *due};
    auto const id = call.perform(decide, deciding);
    if (id)
        return call.redirect(url("/meetings/{}/items/{}", w.m.id(), w.item.id).at("decisions"),
                             "meetings.decided_flash");
    if (!stays_on_page(id.error())) return id.error();
    return item_page(call, w, {}, {call.values(), id.error()});
}

} // namespace udb::meetings
