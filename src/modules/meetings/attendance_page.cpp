// Who was there: by post, with substitutes, and who presided.
#include "bangla/text/normalise.hpp"
#include "kernel/form_values.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/calling_page.hpp"
#include "modules/meetings/meeting_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr int more_rows = 3; ///< for those who came without being asked

std::string typed_or(FormValues const& typed, std::string const& name, std::string otherwise) {
    auto const found = typed.find(name);
    return found == typed.end() ? std::move(otherwise) : found->second;
}

Html person(Call const& call, Invited const& one, FormValues const& typed, Fields& fields) {
    auto const& words = call.words;
    auto const& a = one.attendee;
    auto const n = std::to_string(a.no);
    auto const label = words(one.label());
    fields.named("presence_" + n, label);
    fields.named("substitute_" + n, label);
    auto const who = one.person.bn.empty() ? label : label + " (" + words(one.person) + ')';
    return html::fieldset(
        {.cls = "row-of-list"}, html::legend(who),
        html::div({.cls = "fields-in-row"},
                  ui::select(words, {.name = "presence_" + n,
                                     .label = words("meetings.presence"),
                                     .choices = choices_of<Presence>(words),
                                     .value = typed_or(typed, "presence_" + n,
                                                       std::string(id_of(a.presence.value_or(
                                                           Presence::present)))),
                                     .error = fields.wrong("presence_" + n),
                                     .empty_line = false}),
                  ui::text_field(words, {.name = "substitute_" + n,
                                         .label = words("meetings.substitute"),
                                         .value = typed_or(typed, "substitute_" + n, a.substitute),
                                         .error = fields.wrong("substitute_" + n)})));
}

web::Response attendance_page(Call const& call, MeetingRecord const& m, FormValues const& typed,
                              std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const roster = call.look([&](Db& db) { return roster_of(db, m); });
    auto given = typed.empty() ? typed_of(call, m.when) : typed;
    std::vector<ui::Choice> chairs;
    for (auto const& one : roster) {
        chairs.push_back({std::to_string(one.attendee.no), words(one.label())});
        if (typed.empty() && one.attendee.chair) given.emplace("chair", chairs.back().value);
    }
    Fields fields(call, given, error);
    Html inner = html::hidden("version", std::to_string(m.header.version));
    inner += occasion_fields(fields);
    for (auto const& one : roster)
        inner += person(call, one, given, fields);
    inner += fields.area("guests", more_rows, true);
    inner += fields.select("chair", chairs);
    inner += ui::button({.label = words("meetings.save_attendance")});
    return form_page(
        call, &m, fields,
        {.title = words("meetings.hold_title"),
         .lead = words("meetings.hold_lead"),
         .form = ui::form({.action = url("/meetings/{}/attendance", m.id()), .csrf = call.csrf()},
                          inner)});
}

Attendance attendance_in(Call const& call, MeetingRecord const& m, Occasion const& when) {
    Attendance out{.when = when, .people = m.people};
    auto const chair = call.form["chair"];
    for (auto& a : out.people) {
        auto const n = std::to_string(a.no);
        a.presence = term_with_id<Presence>(call.form["presence_" + n]);
        a.substitute = std::string(bangla::trimmed(call.form["substitute_" + n]));
        a.chair = n == chair;
    }
    auto came = guests_in(call.form["guests"]);
    for (auto& guest : came) {
        guest.presence = Presence::present;
        out.people.push_back(std::move(guest));
    }
    return out;
}

} // namespace

Result<web::Response> show_attendance(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    return attendance_page(call, m, {});
}

Result<web::Response> post_attendance(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const when = occasion_in(call.form);
    if (!when) return attendance_page(call, m, call.values(), when.error());
    auto const done =
        call.perform(hold, header_read(call, m.header), attendance_in(call, m, *when));
    if (done) return call.redirect(url("/meetings/{}", m.id()), "meetings.held_flash");
    if (!stays_on_page(done.error())) return done.error();
    auto error = done.error();
    for (auto& field : error.fields)
        if (field.field == "day") field.field = "date";
    return attendance_page(call, m, call.values(), error);
}

} // namespace udb::meetings
