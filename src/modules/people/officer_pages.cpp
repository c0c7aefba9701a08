// Officers: the list, one officer with what is and was held.
#include "modules/offices/pages.hpp"
#include "modules/people/pages.hpp"
#include "modules/people/people.hpp"
#include "modules/people/policy.hpp"
#include "registers/pages/history.hpp"
#include "registers/pages/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb::people {
namespace {

constexpr int page_size = 25;

Html held_table(Words const& words, std::vector<HeldPost> const& held, Date today) {
    if (held.empty()) return ui::empty_state({.sentence = words("people.holds_nothing")});
    std::vector<ui::Table::Row> rows;
    for (auto const& h : held)
        rows.push_back(
            {.cells = {ui::link({.text = words(offices::label_of(h.post)),
                                 .href = url("/posts/{}", h.post.id)}),
                       text(words(label_of(h.holding.kind))), text(words.date(h.holding.from)),
                       text(h.holding.until ? words.date(*h.holding.until)
                                            : words("people.to_date")),
                       text(in_digits(words, h.memo))},
             .marked = h.holding.on(today)});
    return ui::table({.caption = words("people.posts_held"),
                      .columns = {{words("people.post")},
                                  {words("people.kind")},
                                  {words("people.from")},
                                  {words("people.until")},
                                  {words("people.memo")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

} // namespace

Picker officer_picker(Call const& call, FormValues const& form, Picker start) {
    auto const& words = call.words;
    return picked(
        std::move(start), form,
        [&](std::string_view search) {
            std::vector<ui::Choice> found;
            auto const lines = call.look([&](Db& db) {
                return find_officers(db, {.search = search, .size = Picker::most}, call.today);
            });
            for (auto const& line : lines.lines) {
                auto about = words(line.post);
                if (auto const& office = words(line.office_name); !office.empty())
                    about += (about.empty() ? "" : ", ") + office;
                found.push_back({to_string(line.id), words(line.name), about});
            }
            return found;
        },
        [&](std::string_view value) -> std::string {
            auto const id = parse_id<Officer>(value);
            if (!id) return {};
            auto const officer = call.look([&](Db& db) { return find_officer(db, *id); });
            return officer ? words(officer->officer.name()) : "";
        });
}

Result<web::Response> show_people(Call& call) {
    auto const& words = call.words;
    std::string const search{call.request.query.get_or("q")};
    auto const page = offices::page_asked(call);
    auto const found = call.look([&](Db& db) {
        return find_officers(
            db, {.search = search, .size = page_size, .offset = (page - 1) * page_size},
            call.today);
    });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : found.lines)
        rows.push_back(
            {.cells = {ui::link({.text = words(line.name), .href = url("/people/{}", line.id)}),
                       text(words(line.post)), text(words(line.office_name))}});
    auto const nothing =
        search.empty() ? words("people.none") : words("ui.search_nothing", {{"text", search}});
    auto const list = rows.empty()
                          ? ui::empty_state({.sentence = nothing})
                          : ui::table({.caption = words("ui.count", {{"count", found.total}}),
                                       .columns = {{words("people.officer")},
                                                   {words("people.post")},
                                                   {words("people.office")}},
                                       .rows = std::move(rows)});
    std::vector<Html> actions{ui::button({.label = words("people.posts_title"),
                                          .kind = ui::Button::Kind::secondary,
                                          .href = "/posts"})};
    if (permits_somewhere(policy, call.actor, Act::write))
        actions.push_back(ui::button({.label = words("people.add"), .href = "/people/new"}));
    auto const href = search.empty() ? Url("/people") : Url("/people").with("q", search);
    auto const main = html::all(
        ui::page_heading({.title = words("people.title"), .actions = ui::button_group(actions)}),
        ui::search_box(words,
                       {.action = "/people", .value = search, .label = words("people.search")}),
        list,
        ui::pager(words,
                  {.page = page, .pages = (found.total + page_size - 1) / page_size, .href = href}),
        list_files(call, {.search = search}));
    return call.page(words("people.title"), main);
}

std::vector<offices::OfficeLine> offices_named(Db& db, std::vector<Event> const& events,
                                               std::vector<std::string_view> const& fields,
                                               std::vector<Id<Office>> also) {
    std::erase(also, Id<Office>{});
    for (auto const field : fields)
        for (auto const& value : references_in(events, field))
            if (auto const id = parse_id<Office>(value)) also.push_back(*id);
    return offices::office_lines(db, also);
}

Result<web::Response> show_officer(Call& call) {
    auto const& words = call.words;
    auto const id = TRY(call.id<Officer>());
    struct Shown {
        std::optional<OfficerRecord> officer;
        std::vector<offices::OfficeLine> named; ///< now and in the history
        std::vector<HeldPost> held;
        std::vector<Event> events;
    };
    auto const s = call.look([&](Db& db) {
        Shown shown{find_officer(db, id), {}, posts_held(db, id), events_of(db, as_record(id), 30)};
        if (shown.officer)
            shown.named =
                offices_named(db, shown.events, {"office"}, {shown.officer->officer.office});
        return shown;
    });
    if (!s.officer) return not_found();
    auto const& officer = s.officer->officer;
    Lookups lookups;
    for (auto const& line : s.named)
        lookups["office"].push_back({to_string(line.id), words(line.name)});
    auto const office = std::ranges::find(s.named, officer.office, &offices::OfficeLine::id);
    auto const may_write = call.may(policy, Act::write, s.officer->header.target());
    auto const main = html::all(
        html::when(
            !officer.email.empty() && !is_government_email(officer.email) && may_write,
            [&] { return ui::notice(words, {.body = html::p(words("people.private_email"))}); }),
        ui::page_heading({.title = words(officer.name()),
                          .above = office == s.named.end() ? "" : words(office->name),
                          .actions = html::when(may_write,
                                                [&] {
                                                    return ui::button(
                                                        {.label = words("ui.edit"),
                                                         .kind = ui::Button::Kind::secondary,
                                                         .href = url("/people/{}/edit", id)});
                                                })}),
        ui::section({.id = "posts",
                     .title = words("people.posts_held"),
                     .body = held_table(words, s.held, call.today)}),
        ui::section({.id = "about",
                     .title = words("people.about_officer"),
                     .body = draw_show(words, officer_register, &officer, lookups)}),
        ui::section({.id = "history",
                     .title = words("offices.history"),
                     .body = draw_history(words, officer_register, s.events, lookups)}));
    return call.page(words(officer.name()), main,
                     {.before_main = ui::breadcrumb(words, {{words("people.title"), "/people"}})});
}

} // namespace udb::people
