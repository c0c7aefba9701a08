// The personal calendar: its secret address made and ended, and what it tells a calendar.
#include "host/application.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/meetings/invitation.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"

namespace udb::meetings {
namespace {

constexpr std::chrono::days past_shown{92};
constexpr std::string_view ending = ".ics";

/// Our own address: as it is set, else as the reader named it.
std::string site_of(Call const& call) {
    auto const& known = call.application().parts().public_url;
    if (!known.empty()) return known;
    return (call.request.secure ? "https://" : "http://") + call.request.host;
}

Html feed_forms(Call const& call, bool there) {
    auto const& words = call.words;
    Html out = ui::post_button({.label = words(there ? "meetings.feed_anew" : "meetings.feed_make"),
                                .action = "/meetings/feed"},
                               call.csrf());
    if (there)
        out += ui::post_button({.label = words("meetings.feed_end"),
                                .kind = ui::Button::Kind::warning,
                                .action = "/meetings/feed/end"},
                               call.csrf());
    return out;
}

web::Response feed_page(Call const& call, std::string const& address = {}) {
    auto const& words = call.words;
    bool const there = call.look([&](Db& db) { return has_feed(db, call.actor.account); });
    Html shown;
    if (!address.empty())
        shown = ui::notice(words, {.kind = ui::Notice::Kind::success,
                                   .heading = words("meetings.feed_address"),
                                   .body = html::all(html::p(html::code(address)),
                                                     html::p(words("meetings.feed_once")))});
    auto const main = html::all(
        ui::page_heading({.title = words("meetings.feed"), .lead = words("meetings.feed_lead")}),
        shown, html::p(words(there ? "meetings.feed_there" : "meetings.feed_none")),
        feed_forms(call, there));
    return call.page(
        words("meetings.feed"), main,
        {.before_main = ui::breadcrumb(words, {{words("meetings.title"), "/meetings"}})});
}

std::vector<bangla::CalendarEvent> events_for(Db& db, Id<Officer> officer, Date today,
                                              std::string const& site) {
    std::vector<bangla::CalendarEvent> out;
    auto const own = posts_acted_in(db, officer, today);
    for (auto const id : meetings_asking(db, own, today - past_shown)) {
        auto const m = find_meeting(db, id);
        if (!m) continue;
        CalendarMeeting meeting{.id = id,
                                .title = m->header.title.bn,
                                .when = m->when,
                                .sequence = m->sequence,
                                .called_off = m->stage == Stage::called_off};
        for (auto const& item : items_of(db, id))
            meeting.agenda.push_back(item.title);
        out.push_back(event_of(meeting, site));
    }
    if (own.empty()) return out;
    for (auto const& d :
         decisions_for(db, {.scope = {.everywhere = true}, .posts = own, .only_open = true}, 200))
        if (d.due) out.push_back(event_of_due(d.id, d.text, *d.due, site));
    return out;
}

/// What other modules know to be owed by the owner or the office he answers for: a whole day each,
/// the same event as long as the thing is open.
void add_owed(Call const& call, Db& db, Id<Account> owner, std::string const& site,
              std::vector<bangla::CalendarEvent>& events) {
    auto actor = accounts::actor_of(db, owner);
    if (!actor) return;
    call.application().add_roles(db, *actor, call.today);
    for (auto const* module : call.application().parts().modules) {
        if (!module->owed) continue;
        for (auto const& owed : module->owed(db, *actor, call.today)) {
            if (!owed.due) continue;
            events.push_back(
                event_of_owed(owed.where.view(), call.words(owed.what), *owed.due, site));
        }
    }
}

} // namespace

Result<web::Response> show_feed(Call& call) {
    if (call.actor.guest()) return forbidden();
    return feed_page(call);
}

Result<web::Response> post_feed(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const secret =
        call.perform([&](Work& work) { return new_feed(work, call.actor.account); });
    auto page = feed_page(call, site_of(call) + "/calendar/" + secret + std::string(ending));
    page.headers.set("Cache-Control", "no-store");
    return page;
}

Result<web::Response> post_feed_ended(Call& call) {
    if (call.actor.guest()) return forbidden();
    call.perform([&](Work& work) { end_feed(work.db, call.actor.account); });
    return call.redirect("/meetings/feed", "meetings.feed_ended_flash");
}

Result<web::Response> show_calendar(Call& call) {
    auto secret = call.request.param("secret");
    if (!secret.ends_with(ending)) return not_found();
    secret.remove_suffix(ending.size());
    auto const site = site_of(call);
    auto const told = call.look([&](Db& db) -> std::optional<std::vector<bangla::CalendarEvent>> {
        auto const owner = feed_owner(db, secret);
        if (!owner) return {};
        auto events = events_for(db, owner->officer, call.today, site);
        add_owed(call, db, owner->account, site, events);
        return events;
    });
    if (!told) return not_found();
    auto const text = bangla::icalendar(bangla::CalendarMethod::publish, *told, call.now,
                                        call.words("meetings.feed_name"));
    auto response = web::Response::file(text, "text/calendar; charset=utf-8", "meetings.ics");
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

} // namespace udb::meetings
