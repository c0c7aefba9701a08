// Who is asked to a meeting, changed until it is held.
#include "kernel/form_values.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/calling_page.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

/// The posts that are usually asked, and whoever was asked besides.
Result<CallingOffice> those_to_choose(Call const& call, MeetingRecord const& m) {
    auto at = TRY(calling_office(call, m.office));
    std::vector<Id<Post>> others;
    for (auto const& a : m.people)
        if (a.post
            && std::ranges::none_of(at.usual, [&](Usual const& u) { return u.post.id == a.post; }))
            others.push_back(a.post);
    if (others.empty()) return at;
    for (auto& line : call.look([&](Db& db) { return offices::post_lines(db, others); }))
        at.usual.push_back({std::move(line), false, false});
    return at;
}

FormValues values_of(MeetingRecord const& m) {
    FormValues typed;
    std::string guests;
    for (auto const& a : m.people) {
        if (a.post) {
            typed.emplace("people", to_string(a.post));
            if (a.chair) typed.emplace("chair", to_string(a.post));
            continue;
        }
        guests += a.name;
        if (!a.email.empty()) guests += " | " + a.email;
        guests += '\n';
    }
    typed.emplace("guests", std::move(guests));
    return typed;
}

web::Response people_page(Call const& call, MeetingRecord const& m, CallingOffice const& at,
                          FormValues const& typed, std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    Fields fields(call, typed, error);
    auto const inner =
        html::all(html::hidden("version", std::to_string(m.header.version)),
                  people_fields(call, at, fields, typed), fields.area("guests", 4, true),
                  ui::button({.label = words("meetings.save")}));
    return form_page(
        call, &m, fields,
        {.title = words("meetings.edit_people"),
         .lead = words(m.told_at ? "meetings.people_lead_told" : "meetings.people_lead"),
         .form =
             ui::form({.action = url("/meetings/{}/people", m.id()), .csrf = call.csrf()}, inner)});
}

} // namespace

Result<web::Response> show_people(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    return people_page(call, m, TRY(those_to_choose(call, m)), values_of(m));
}

Result<web::Response> post_people(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const done = call.perform(set_people, header_read(call, m.header), people_in(call.form));
    if (done)
        return call.redirect(url("/meetings/{}", m.id()).at("people"), "meetings.saved_flash");
    if (!stays_on_page(done.error())) return done.error();
    return people_page(call, m, TRY(those_to_choose(call, m)), call.values(), done.error());
}

} // namespace udb::meetings
