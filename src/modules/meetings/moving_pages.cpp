// Moving a meeting or calling it off; its agenda.
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "kernel/form_values.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/calling_page.hpp"
#include "modules/meetings/meeting_store.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>

namespace udb::meetings {
namespace {

web::Response moving_page(Call const& call, MeetingRecord const& m, FormValues const& typed,
                          std::optional<Error> const& error = {}, bool off = false) {
    auto const& words = call.words;
    Fields fields(call, off ? typed_of(call, m.when) : typed, off ? std::nullopt : error);
    Fields ending(call, off ? typed : FormValues{}, off ? error : std::nullopt);
    auto const version = html::hidden("version", std::to_string(m.header.version));
    auto const move = ui::form({.action = url("/meetings/{}/move", m.id()), .csrf = call.csrf()},
                               html::all(version, occasion_fields(fields), fields.area("reason", 2),
                                         ui::button({.label = words("meetings.move")})));
    auto const call_off_form =
        ui::form({.action = url("/meetings/{}/call-off", m.id()), .csrf = call.csrf()},
                 html::all(version, ending.area("why_off", 2),
                           ui::button({.label = words("meetings.call_off"),
                                       .kind = ui::Button::Kind::warning})));
    return form_page(
        call, &m, off ? ending : fields,
        {.title = words("meetings.move_title"),
         .lead = words("meetings.move_lead"),
         .form = move,
         .after = ui::section(
             {.id = "call-off", .title = words("meetings.call_off"), .body = call_off_form})});
}

/// What modules say is open in the office, as choices of an agenda.
struct Offered {
    std::string key; ///< `matter_3`
    Matter matter;
};

std::vector<Offered> matters_for(Call const& call, MeetingRecord const& m,
                                 std::vector<Item> const& items) {
    std::vector<Offered> out;
    auto const open = call.look([&](Db& db) {
        std::vector<Matter> all;
        for (auto const* module : call.application().parts().modules)
            if (module->matters)
                for (auto& matter : module->matters(db, m.office, call.today))
                    all.push_back(std::move(matter));
        return all;
    });
    for (auto const& matter : open) {
        // Earlier decisions come by themselves.
        if (matter.kind == Matter::Kind::decision) continue;
        bool const there = std::ranges::any_of(items, [&](Item const& item) {
            return matter.record ? item.about == matter.record
                                 : item.path == std::string(matter.where.view());
        });
        if (!there) out.push_back({"matter_" + std::to_string(out.size()), matter});
    }
    return out;
}

std::string title_of(Words const& words, Matter const& matter) {
    auto out = words(matter.what);
    if (!matter.state.key.empty()) out += " (" + words(matter.state) + ")";
    return out;
}

Html agenda_rows(Call const& call, std::vector<Item> const& items, FormValues const& typed,
                 Fields& fields) {
    auto const& words = call.words;
    Html out;
    for (auto const& item : items) {
        auto const n = to_string(item.id);
        auto const about = words("meetings.item_no", {{"no", std::int64_t{item.no}}});
        auto const given = [&](std::string const& name, std::string otherwise) {
            auto const found = typed.find(name);
            return found == typed.end() ? std::move(otherwise) : found->second;
        };
        fields.named("title_" + n, about);
        out += html::fieldset(
            {.cls = "row-of-list"}, html::legend(about),
            ui::text_field(words, {.name = "place_" + n,
                                   .label = words("meetings.place_in_agenda"),
                                   .value = given("place_" + n, words.number(item.no)),
                                   .width = 2,
                                   .digits = true}),
            ui::text_field(words, {.name = "title_" + n,
                                   .label = words("meetings.item"),
                                   .value = given("title_" + n, item.title),
                                   .error = fields.wrong("title_" + n)}),
            ui::checkbox(words, {.name = "remove_" + n,
                                 .choice = {"yes", words("meetings.remove_item")},
                                 .ticked = typed.contains("remove_" + n)}));
    }
    return out;
}

web::Response agenda_page(Call const& call, MeetingRecord const& m, FormValues const& typed,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto items = call.look([&](Db& db) { return items_of(db, m.id()); });
    auto const offered = matters_for(call, m, items);
    std::erase_if(items, [](Item const& item) { return item.kind == ItemKind::previous; });
    Fields fields(call, typed, error);
    Html inner = html::hidden("version", std::to_string(m.header.version));
    inner += agenda_rows(call, items, typed, fields);
    if (!offered.empty()) {
        std::vector<ui::Choice> choices;
        std::vector<std::string> chosen;
        for (auto const& o : offered)
            choices.push_back({o.key, title_of(words, o.matter)});
        for (auto [from, to] = typed.equal_range("matters"); from != to; ++from)
            chosen.push_back(from->second);
        inner += ui::checkboxes(words, {.name = "matters",
                                        .label = words("meetings.field_matters"),
                                        .choices = choices,
                                        .values = chosen,
                                        .hint = words("meetings.hint_matters"),
                                        .optional = true});
    }
    inner += fields.area("agenda", 4, true);
    inner += ui::button({.label = words("meetings.save")});
    return form_page(
        call, &m, fields,
        {.title = words("meetings.edit_agenda"),
         .lead = words("meetings.agenda_lead"),
         .form =
             ui::form({.action = url("/meetings/{}/agenda", m.id()), .csrf = call.csrf()}, inner)});
}

int place_typed(std::string_view typed, int otherwise) {
    auto const ascii = bangla::ascii_digits(bangla::trimmed(typed));
    int value = 0;
    auto const read = std::from_chars(ascii.data(), ascii.data() + ascii.size(), value);
    return read.ec == std::errc{} ? value : otherwise;
}

/// The agenda as the form says it, in the order of the places typed.
std::vector<Item> agenda_in(Call const& call, MeetingRecord const& m) {
    auto const before = call.look([&](Db& db) { return items_of(db, m.id()); });
    std::vector<std::pair<int, Item>> placed;
    for (auto item : before) {
        auto const n = to_string(item.id);
        if (call.form.fields.has("remove_" + n)) continue;
        int place = item.kind == ItemKind::previous ? -1 : item.no;
        if (call.form.fields.has("title_" + n)) {
            item.title = std::string(call.form["title_" + n]);
            place = place_typed(call.form["place_" + n], item.no);
        }
        placed.emplace_back(place, std::move(item));
    }
    std::ranges::stable_sort(placed, {}, &std::pair<int, Item>::first);
    std::vector<Item> items;
    for (auto& [place, item] : placed)
        items.push_back(std::move(item));
    Words const bangla{call.words.catalogue(), Language::bn};
    for (auto const& o : matters_for(call, m, before))
        if (std::ranges::count(call.form.fields.all("matters"), std::string_view(o.key)) > 0)
            items.push_back({.kind = ItemKind::matter,
                             .title = title_of(bangla, o.matter),
                             .about = o.matter.record,
                             .path = std::string(o.matter.where.view())});
    for (auto const& part : std::views::split(call.form["agenda"], '\n')) {
        auto const line = bangla::trimmed(std::string_view(part.begin(), part.end()));
        if (!line.empty()) items.push_back({.title = std::string(line)});
    }
    return items;
}

} // namespace

Result<web::Response> show_moving(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto typed = typed_of(call, m.when);
    if (auto const to = call.request.query.get("date")) {
        typed.erase("date");
        typed.emplace("date", *to);
    }
    return moving_page(call, m, typed);
}

Result<web::Response> post_moving(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const when = occasion_in(call.form);
    if (!when) return moving_page(call, m, call.values(), when.error());
    auto const done = call.perform(move_meeting, header_read(call, m.header), *when,
                                   std::string(call.form["reason"]));
    if (done) return call.redirect(url("/meetings/{}", m.id()), "meetings.moved_flash");
    if (!stays_on_page(done.error())) return done.error();
    auto error = done.error();
    for (auto& field : error.fields)
        if (field.field == "day") field.field = "date";
    return moving_page(call, m, call.values(), error);
}

Result<web::Response> post_calling_off(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const done =
        call.perform(call_off, header_read(call, m.header), std::string(call.form["why_off"]));
    if (done) return call.redirect(url("/meetings/{}", m.id()), "meetings.called_off_flash");
    if (!stays_on_page(done.error())) return done.error();
    auto error = done.error();
    for (auto& field : error.fields)
        field.field = "why_off";
    return moving_page(call, m, call.values(), error, true);
}

Result<web::Response> post_moving_back(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    TRY(call.perform(move_back, header_read(call, m.header)));
    return call.redirect(url("/meetings/{}", m.id()), "meetings.moved_flash");
}

Result<web::Response> show_agenda(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    return agenda_page(call, m, {});
}

Result<web::Response> post_agenda(Call& call) {
    auto const m = TRY(meeting_to_write(call));
    auto const done = call.perform(set_agenda, header_read(call, m.header), agenda_in(call, m));
    if (done)
        return call.redirect(url("/meetings/{}", m.id()).at("agenda"), "meetings.saved_flash");
    if (!stays_on_page(done.error())) return done.error();
    return agenda_page(call, m, call.values(), done.error());
}

} // namespace udb::meetings
