// What the platform knows of meetings.
#include "host/module.hpp"

#include "host/attachments.hpp"
#include "host/hearing.hpp"
#include "modules/meetings/chapter_store.hpp"
#include "modules/meetings/contributions_store.hpp"
#include "modules/meetings/demo.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/standing_store.hpp"
#include "modules/offices/offices.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> meetings();
}

namespace udb::meetings {
namespace {

constexpr std::size_t upload_bytes_max = attachment_bytes_max + std::size_t{64} * 1024;

constexpr PageRoute routes[] = {
    get("/meetings", show_meetings, Act::read),
    get("/meetings/offices", show_offices, Act::read),
    get("/meetings/new", show_new_meeting, Act::write),
    post("/meetings/new", post_meeting, Act::write),
    get("/meetings/series", show_series, Act::write),
    post("/meetings/series", post_series, Act::write),
    get("/meetings/brief", show_brief, Act::read),
    get("/meetings/feed", show_feed, Act::read),
    post("/meetings/feed", post_feed, Act::read),
    post("/meetings/feed/end", post_feed_ended, Act::read),
    {.method = web::Method::get,
     .pattern = "/calendar/{secret}",
     .page = show_calendar,
     .act = Act::read,
     .by_secret = true},
    get("/meetings/{id}", show_meeting, Act::read),
    post("/meetings/{id}/brief", post_brief, Act::write),
    get("/meetings/{id}/move", show_moving, Act::write),
    post("/meetings/{id}/move", post_moving, Act::write),
    post("/meetings/{id}/call-off", post_calling_off, Act::write),
    post("/meetings/{id}/move-back", post_moving_back, Act::write),
    get("/meetings/{id}/agenda", show_agenda, Act::write),
    post("/meetings/{id}/agenda", post_agenda, Act::write),
    get("/meetings/{id}/people", show_people, Act::write),
    post("/meetings/{id}/people", post_people, Act::write),
    get("/meetings/{id}/attendance", show_attendance, Act::write),
    post("/meetings/{id}/attendance", post_attendance, Act::write),
    get("/meetings/{id}/items/{item}", show_item, Act::write),
    post("/meetings/{id}/items/{item}", post_item, Act::write),
    post("/meetings/{id}/items/{item}/decisions", post_decision, Act::write),
    post("/meetings/{id}/minuted", post_minuted, Act::write),
    get("/meetings/{id}/confirm", show_confirming, Act::write),
    post("/meetings/{id}/confirm", post_confirming, Act::write),
    post("/meetings/{id}/notice", post_notice, Act::write),
    post("/meetings/{id}/tell", post_told, Act::write),
    post("/meetings/{id}/minutes", post_minutes, Act::write),
    get("/meetings/{id}/inform", show_informing, Act::write),
    post("/meetings/{id}/inform", post_informing, Act::write, upload_bytes_max),
    get("/meetings/{id}/files/{file}", show_file, Act::read),
    get("/decisions", show_decisions, Act::read),
    get("/decisions/{id}", show_decision, Act::read),
    get("/decisions/{id}/correct", show_correcting, Act::write),
    post("/decisions/{id}/correct", post_correcting, Act::write),
    post("/decisions/{id}/progress", post_progress, Act::read),
    post("/decisions/{id}/done", post_done, Act::read, upload_bytes_max),
    post("/decisions/{id}/reassigned", post_reassigned, Act::write),
    post("/decisions/{id}/dropped", post_dropped, Act::write),
    get("/decisions/{id}/files/{file}", show_decision_file, Act::read),
};

constexpr RecordKind kinds[] = {
    {.kind = meeting_kind, .path = "/meetings", .label = {"সভা", "Meeting"}},
    {.kind = decision_kind, .path = "/decisions", .label = {"সভার সিদ্ধান্ত", "Decision"}},
};

constexpr Navigation navigation[] = {
    {{"সভা", "Meetings"}, "/meetings", Act::read, "meetings.about"},
};

/// Decisions to carry out, minutes to finish, a cadence that was missed.
std::vector<Concern> concerns(Db& db, Actor const& actor, Date today) {
    std::vector<Concern> out;
    if (auto const own = posts_acted_in(db, actor.officer, today); !own.empty())
        for (auto const& d : decisions_for(
                 db, {.scope = {.everywhere = true}, .posts = own, .only_open = true}, 20))
            out.push_back({.what = {"meetings.waits_decision", {{"text", d.text}}},
                           .where = url("/decisions/{}", d.id),
                           .waits = true,
                           .due = d.due});
    auto const office = actor.office ? offices::find_office(db, actor.office) : std::nullopt;
    if (!office || !permits(policy, actor, Act::write, {.office_path = office->path()})) return out;
    auto const standing = standing_of(db, actor.office, today);
    if (!standing.missed.empty())
        out.push_back({.what = {"meetings.concern_missed",
                                {{"count", static_cast<std::int64_t>(standing.missed.size())}}},
                       .where = "/meetings",
                       .waits = true});
    for (auto const& o : overtaken_meetings(db, office->path(), standing, today))
        out.push_back({.what = {"meetings.overtaken",
                                {{"meeting", o.meeting.title}, {"date", o.meeting.day}}},
                       .where = url("/meetings/{}", o.meeting.id),
                       .waits = true});
    for (auto const& m : can_go_back(db, office->path(), today))
        out.push_back({.what = {"meetings.can_go_back",
                                {{"meeting", m.header.title}, {"date", *m.moved_from}}},
                       .where = url("/meetings/{}", m.id()),
                       .waits = true,
                       .due = *m.moved_from});
    return out;
}

std::vector<Matter> matters(Db& db, Id<Office> office, Date) {
    std::vector<Matter> out;
    auto const found = offices::find_office(db, office);
    if (!found) return out;
    auto const open = open_decisions(db, found->path());
    auto const last = last_progress(db, open);
    for (auto const& d : open) {
        auto const told = std::ranges::find(last, d.id, &std::pair<Id<Decision>, Progress>::first);
        Matter matter{.kind = Matter::Kind::decision,
                      .what = {"meetings.matter", {{"text", d.text}, {"date", d.held_on}}},
                      .where = url("/decisions/{}", d.id),
                      .record = as_record(d.id),
                      .due = d.due};
        if (told != last.end())
            matter.state = {"meetings.matter_state", {{"progress", told->second.text}}};
        out.push_back(std::move(matter));
    }
    return out;
}

// Heard before any thread begins.
[[maybe_unused]] bool const hears = hear("holiday.entered", give_way_to_holiday);

// Registered before any thread begins: what stands of this module in reports.
[[maybe_unused]] bool const tells_meetings =
    tells({.chapter = "meetings", .place = 1, .tell = tell_meetings, .files = embedded::meetings});
[[maybe_unused]] bool const tells_attendance = tells(
    {.chapter = "attendance", .place = 1, .tell = tell_attendance, .files = embedded::meetings});

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "meetings",
    .title = {"সভা ও সিদ্ধান্ত", "Meetings"},
    .files = embedded::meetings,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .concerns = concerns,
    .contributions = contributions,
    .matters = matters,
    .demo = tell_demo,
};

} // namespace udb::meetings
