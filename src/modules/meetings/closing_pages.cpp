// After a meeting: its minutes confirmed by the next one, and the higher authority informed.
#include "kernel/form_values.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"

#include <tuple>

namespace udb::meetings {
namespace {

web::Response confirming_page(Call const& call, MeetingRecord const& m, FormValues const& typed,
                              std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const [later, items, decisions] = call.look([&](Db& db) {
        return std::tuple{held_after(db, m), items_of(db, m.id()), decisions_of(db, m.id())};
    });
    if (later.empty())
        return form_page(call, &m, Fields(call, {}, error),
                         {.title = words("meetings.confirm_title"),
                          .before = ui::empty_state({.sentence = words("meetings.no_later_meeting"),
                                                     .hint = words("meetings.no_later_hint")})});
    auto values = typed;
    if (typed.empty()) values.emplace("in", to_string(later.front().id));
    Fields fields(call, values, error);
    std::vector<ui::Choice> meetings;
    for (auto const& line : later)
        meetings.push_back({to_string(line.id), words(line.title), words.date(line.day)});
    Html inner = html::hidden("version", std::to_string(m.header.version));
    inner += fields.radios("in", meetings);
    inner += fields.area("corrections", 3, true);
    auto const as_stands = [&](std::string const& name, std::string const& label,
                               std::string const& stands, int rows) {
        auto const found = values.find(name);
        fields.named(name, label);
        inner += ui::text_area(words, {.name = name,
                                       .label = label,
                                       .value = found == values.end() ? stands : found->second,
                                       .error = fields.wrong(name),
                                       .rows = rows,
                                       .optional = true});
    };
    for (auto const& item : items) {
        as_stands("discussion_" + to_string(item.id), item.title, item.discussion, 4);
        std::int64_t no = 0;
        for (auto const& d : decisions)
            if (d.item == item.id && d.state != DecisionState::dropped)
                as_stands("decision_" + to_string(d.id),
                          words("meetings.decision_of", {{"no", ++no}, {"item", item.title}}),
                          d.text, 2);
    }
    inner += ui::button({.label = words("meetings.confirm")});
    return form_page(
        call, &m, fields,
        {.title = words("meetings.confirm_title"),
         .lead = words("meetings.confirm_lead"),
         .form = ui::form({.action = url("/meetings/{}/confirm", m.id()), .csrf = call.csrf()},
                          inner)});
}

web::Response informing_page(Call const& call, MeetingRecord const& m, FormValues const& typed,
                             std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    Fields fields(call, typed, error);
    auto const inner =
        html::all(html::hidden("version", std::to_string(m.header.version)),
                  fields.line("memo", true), fields.upload("proof"), fields.date("on", true),
                  ui::button({.label = words("meetings.inform")}));
    return form_page(
        call, &m, fields,
        {.title = words("meetings.inform_title"),
         .lead = words("meetings.inform_lead"),
         .form = ui::form(
             {.action = url("/meetings/{}/inform", m.id()), .csrf = call.csrf(), .files = true},
             inner)});
}

} // namespace

Result<web::Response> show_confirming(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    return confirming_page(call, m, {});
}

Result<web::Response> post_confirming(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    Confirming confirming{.in = parse_id<Meeting>(call.form["in"]).value_or(Id<Meeting>{}),
                          .corrections = std::string(call.form["corrections"])};
    for (auto item : call.look([&](Db& db) { return items_of(db, m.id()); })) {
        auto const name = "discussion_" + to_string(item.id);
        if (!call.form.fields.has(name) || (item.discussion.empty() && call.form[name].empty()))
            continue;
        item.discussion = std::string(call.form[name]);
        confirming.items.push_back(std::move(item));
    }
    for (auto const& d : call.look([&](Db& db) { return decisions_of(db, m.id()); })) {
        auto const name = "decision_" + to_string(d.id);
        if (call.form.fields.has(name))
            confirming.decisions.emplace_back(d.id, std::string(call.form[name]));
    }
    auto const done = call.perform(confirm, header_read(call, m.header), confirming);
    if (done) return call.redirect(url("/meetings/{}", m.id()), "meetings.confirmed_flash");
    if (!stays_on_page(done.error())) return done.error();
    return confirming_page(call, m, call.values(), done.error());
}

Result<web::Response> show_informing(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    return informing_page(call, m, {});
}

Result<web::Response> post_informing(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const on = day_in(call.form, "on");
    if (!on) return informing_page(call, m, call.values(), on.error());
    auto file = file_in(call, "proof");
    if (!file) return informing_page(call, m, call.values(), file.error());
    Informing const how{
        .on = *on, .memo = std::string(call.form["memo"]), .file = std::move(*file)};
    auto const done = call.perform(informed, header_read(call, m.header), how);
    if (done)
        return call.redirect(url("/meetings/{}", m.id()).at("papers"), "meetings.informed_flash");
    if (!stays_on_page(done.error())) return done.error();
    return informing_page(call, m, call.values(), done.error());
}

} // namespace udb::meetings
