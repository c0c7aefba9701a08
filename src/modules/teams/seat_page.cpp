// One seat of a draft: its posts by search, or a nominated officer; its role and texts.
#include "modules/people/people.hpp"
#include "modules/teams/actions.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"
#include "modules/teams/seat_form.hpp"
#include "registers/pages/draw.hpp"
#include "registers/pages/picker.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

struct SeatSheet {
    std::optional<TeamRecord> team = {};
    std::optional<CompositionRecord> draft = {};
    TeamSeat seat = {}; ///< as it is in the draft; without id: a new one
    FormValues form = {};
    std::optional<Error> error = {};
    bool removed = false;  ///< somebody took the seat out of the draft since the form was opened
    std::int64_t read = 0; ///< version that the form was opened with, in a conflict
};

/// The draft and the seat that the address names.
Result<SeatSheet> sheet_of(Call const& call) {
    auto const id = TRY(call.id<Team>());
    SeatSheet sheet;
    call.look([&](Db& db) {
        sheet.team = find_team(db, id);
        if (sheet.team) sheet.draft = draft_of(db, id, call.today);
    });
    if (!sheet.team) return not_found();
    TRY(call.allow(policy, Act::form, sheet.team->header.target()));
    if (!sheet.draft) return conflict();
    if (call.request.param("seat") == "new") return sheet;
    auto const seat = TRY(call.id<TeamSeat>("seat"));
    auto const found = std::ranges::find(sheet.draft->seats, seat, &TeamSeat::id);
    if (found == sheet.draft->seats.end()) {
        auto const sent = version_of(call.values());
        if (sent == 0 || sent == sheet.draft->version) return not_found();
        sheet.removed = true;
        return sheet;
    }
    sheet.seat = *found;
    return sheet;
}

std::vector<Id<Post>> posts_sent(FormValues const& form) {
    std::vector<Id<Post>> ids;
    for (std::string_view const name : {"posts", "post"}) {
        auto const [first, last] = form.equal_range(name);
        for (auto at = first; at != last; ++at)
            if (auto const id = parse_id<Post>(at->second);
                id && std::ranges::find(ids, *id) == ids.end())
                ids.push_back(*id);
    }
    return ids;
}

ui::Choice post_choice(Words const& words, offices::PostLine const& line, Id<Office> own) {
    return {to_string(line.id), words(offices::label_of(line.post)),
            line.post.office == own ? std::string{} : words(line.office_name)};
}

Picker post_picker(Call const& call, SeatSheet const& sheet, std::string error) {
    auto const& words = call.words;
    auto const own = sheet.team->office;
    return picked(
        {.name = "post",
         .label = words("teams.add_post"),
         .error = std::move(error),
         .optional = true},
        sheet.form,
        [&](std::string_view search) {
            std::vector<ui::Choice> found;
            // The own office first, then everywhere: a district's team takes members from others.
            for (auto const& path : {sheet.team->header.office_path, std::string{}})
                for (auto const& line : call.look([&](Db& db) {
                         return offices::find_posts(db, path, search, call.today, Picker::most);
                     })) {
                    auto choice = post_choice(words, line, own);
                    if (found.size() < std::size_t{Picker::most}
                        && std::ranges::find(found, choice.value, &ui::Choice::value)
                               == found.end())
                        found.push_back(std::move(choice));
                }
            return found;
        },
        [&](std::string_view value) -> std::string {
            auto const id = parse_id<Post>(value);
            if (!id) return {};
            auto const lines =
                call.look([&](Db& db) { return offices::post_lines(db, std::span(&*id, 1)); });
            return lines.empty() ? "" : words(offices::label_of(lines.front()));
        });
}

Picker officer_picker(Call const& call, SeatSheet const& sheet, std::string error) {
    auto const& words = call.words;
    auto const choice = [&](people::OfficerLine const& line) {
        auto const post = words(line.post);
        return ui::Choice{to_string(line.id), words(line.name),
                          post.empty() ? words(line.office_name) : post};
    };
    return picked(
        {.name = "officer",
         .label = words("teams.nominate"),
         .hint = words("teams.nominate_hint"),
         .error = std::move(error),
         .optional = true},
        sheet.form,
        [&](std::string_view search) {
            std::vector<ui::Choice> found;
            auto const lines = call.look([&](Db& db) {
                return people::find_officers(db, {.search = search, .size = Picker::most},
                                             call.today);
            });
            for (auto const& line : lines.lines)
                found.push_back(choice(line));
            return found;
        },
        [&](std::string_view value) -> std::string {
            auto const id = parse_id<Officer>(value);
            if (!id) return {};
            auto const lines = call.look(
                [&](Db& db) { return people::officer_lines(db, std::span(&*id, 1), call.today); });
            return lines.empty() ? "" : words(lines.front().name);
        });
}

/// Posts of the office that come near what the seat writes.
std::vector<SeatPost> near_posts(Call const& call, SeatSheet const& sheet) {
    if (!sheet.seat.posts.empty() || sheet.seat.officer || sheet.seat.post_text.bn.empty())
        return {};
    WrittenSeat written{.unit = sheet.seat.unit.bn};
    std::string_view rest = sheet.seat.post_text.bn;
    while (!rest.empty()) {
        auto const end = std::min(rest.find('/'), rest.size());
        written.posts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    auto const posts =
        call.look([&](Db& db) { return posts_to_name(db, sheet.team->office, call.today); });
    return matched(std::span(&written, 1), posts).front().near;
}

/// The posts of the seat, ticked, and those that come near.
Html post_boxes(Call const& call, SeatSheet const& sheet) {
    auto const& words = call.words;
    auto posts = sheet.seat.posts;
    for (auto& post : near_posts(call, sheet))
        posts.push_back(std::move(post));
    auto const ticked = posts_sent(sheet.form);
    auto const more = call.look([&](Db& db) { return seat_posts(db, ticked); });
    for (auto const& post : more)
        if (std::ranges::find(posts, post.id, &SeatPost::id) == posts.end()
            && value_of(sheet.form, "post") != to_string(post.id))
            posts.push_back(post);
    if (posts.empty()) return {};
    std::vector<ui::Choice> choices;
    for (auto const& post : posts) {
        auto label = words(post.title);
        if (!post.unit.bn.empty()) label += ", " + words(post.unit);
        choices.push_back({to_string(post.id), std::move(label),
                           post.office == sheet.team->office ? "" : words(post.office_name)});
    }
    std::vector<std::string> values;
    for (auto const id : ticked)
        values.push_back(to_string(id));
    return ui::checkboxes(words, {.name = "posts",
                                  .label = words("teams.posts_of_seat"),
                                  .choices = std::move(choices),
                                  .values = std::move(values),
                                  .hint = words("teams.posts_of_seat_hint"),
                                  .optional = true});
}

Html make_post_form(Call const& call, SeatSheet const& sheet) {
    auto const& words = call.words;
    if (!sheet.seat.id || !sheet.seat.posts.empty() || sheet.seat.officer
        || sheet.seat.post_text.bn.empty())
        return {};
    return ui::section(
        {.id = "make-post",
         .title = words("teams.make_post_title"),
         .body = html::all(
             html::p(words("teams.make_post_lead",
                           {{"post", label_of(sheet.seat)}, {"office", sheet.team->office_name}})),
             ui::form(
                 {.action = url("/teams/{}/draft/seats/{}/post", sheet.team->id(), sheet.seat.id),
                  .csrf = call.csrf()},
                 html::all(html::hidden("version", std::to_string(sheet.draft->version)),
                           ui::button({.label = words("teams.make_post"),
                                       .kind = ui::Button::Kind::secondary}))))});
}

/// What has become of the seat in the draft since the form was opened.
Html seat_now(Words const& words, SeatSheet const& sheet) {
    if (sheet.removed) return html::p(words("teams.seat_removed_now"));
    if (!sheet.seat.id) return {};
    return html::p(
        words("teams.seat_now", {{"no", std::int64_t{sheet.seat.no}},
                                 {"seat", label_of(sheet.seat)},
                                 {"role", BilingualText(udb::label_of(sheet.seat.role))}}));
}

/// The form again, with all that was typed, over the draft as it is now.
Result<SeatSheet> after_conflict(Call const& call, FormValues form) {
    auto sheet = TRY(sheet_of(call));
    sheet.read = version_of(form);
    sheet.form = std::move(form);
    sheet.form.erase("version");
    sheet.form.emplace("version", std::to_string(sheet.draft->version));
    sheet.error = mendable_conflict();
    return sheet;
}

/// What a rule asks of the seat that is added for it.
std::string asked_for(Call const& call, SeatSheet const& sheet) {
    auto const* mandate =
        judging_mandate(shipped_mandates(), sheet.draft->mandate, sheet.team->tier, call.today);
    auto const* rules = mandate ? mandate->rules(sheet.team->tier) : nullptr;
    auto const place = parse_id<SeatRule>(call.request.query.get_or("fixed"));
    if (!rules || !place || place->value > static_cast<std::int64_t>(rules->fixed.size()))
        return {};
    return call.words("teams.seat_asked",
                      {{"what", rules->fixed[static_cast<std::size_t>(place->value - 1)].what}});
}

Html nominees_link(Call const& call, SeatSheet const& sheet) {
    auto href = url("/teams/{}/draft/nominees", sheet.team->id());
    if (sheet.seat.id) href = href.with("seat", to_string(sheet.seat.id));
    if (auto const role = value_of(sheet.form, "role"); !role.empty())
        href = href.with("role", role);
    if (auto const fixed = call.request.query.get_or("fixed"); !fixed.empty())
        href = href.with("fixed", fixed);
    return html::p(ui::link({.text = call.words("teams.nominees_link"), .href = href}));
}

web::Response seat_page(Call const& call, SeatSheet const& sheet) {
    auto const& words = call.words;
    auto const problems = sheet.error ? sheet.error->fields : std::vector<FieldError>{};
    auto const title = sheet.seat.id
                           ? words("teams.seat_title", {{"no", std::int64_t{sheet.seat.no}}})
                           : words("teams.add_seat");
    Html main;
    if (sheet.error)
        main += ui::error_summary(words, *sheet.error, labels_of(words, seat_register));
    main += ui::page_heading(
        {.title = title,
         .above = words(sheet.team->header.title),
         .lead = sheet.seat.id ? words(label_of(sheet.seat)) : asked_for(call, sheet)});
    if (sheet.read != 0)
        main += meanwhile(call, *sheet.team, *sheet.draft, sheet.read, seat_now(words, sheet));
    auto const where = sheet.seat.id ? to_string(sheet.seat.id) : std::string("new");
    auto const at = [&](std::string_view name) { return ui::error_at(words, problems, name); };
    main += ui::form(
        {.action = url("/teams/{}/draft/seats/{}", sheet.team->id(), where), .csrf = call.csrf()},
        html::all(html::hidden("version", value_of(sheet.form, "version")), post_boxes(call, sheet),
                  picker(words, post_picker(call, sheet, at("post_search"))),
                  picker(words, officer_picker(call, sheet, at("officer_search"))),
                  nominees_link(call, sheet), draw_form(words, seat_register, sheet.form, problems),
                  ui::button({.label = words("teams.save_seat")})));
    main += make_post_form(call, sheet);
    return call.page(
        title, main,
        {.before_main = ui::breadcrumb(
             words, {{words("teams.title"), "/teams"},
                     {words(sheet.team->header.title), url("/teams/{}", sheet.team->id())},
                     {words("teams.draft_crumb"), url("/teams/{}/draft", sheet.team->id())}}),
         .problems = sheet.error ? std::max<std::size_t>(1, problems.size()) : 0,
         .status = sheet.error ? status_of(*sheet.error) : 200});
}

CompositionRecord read_by(SeatSheet const& sheet) {
    auto read = *sheet.draft;
    read.version = version_of(sheet.form);
    return read;
}

web::Response to_draft(Call const& call, SeatSheet const& sheet, std::string_view flash) {
    return call.redirect(url("/teams/{}/draft", sheet.team->id()), flash);
}

} // namespace

Result<web::Response> show_seat(Call& call) {
    auto sheet = TRY(sheet_of(call));
    auto form = form_of(sheet.seat);
    if (auto const role = term_with_id<SeatRole>(call.request.query.get_or("role")))
        form.role = *role;
    sheet.form = udb::form_of(seat_register.fields, &form);
    sheet.form.erase("no");
    if (sheet.seat.id) sheet.form.emplace("no", call.words.number(sheet.seat.no));
    sheet.form.emplace("version", std::to_string(sheet.draft->version));
    for (auto const& post : sheet.seat.posts)
        sheet.form.emplace("posts", to_string(post.id));
    // A nominee that was just chosen stands in the form before the officer of the draft.
    auto const chosen = parse_id<Officer>(call.request.query.get_or("officer"));
    if (chosen) sheet.form.erase("posts");
    if (auto const officer = chosen.value_or(sheet.seat.officer))
        sheet.form.emplace("officer", to_string(officer));
    return seat_page(call, sheet);
}

Result<web::Response> post_seat(Call& call) {
    auto sheet = TRY(sheet_of(call));
    sheet.form = call.values();
    if (picker_asked(sheet.form)) return seat_page(call, sheet);
    if (sheet.removed) return seat_page(call, TRY(after_conflict(call, sheet.form)));
    auto typed = sheet.form;
    if (value_of(typed, "no").empty()) {
        typed.erase("no");
        typed.emplace("no", std::to_string(seats_max));
    }
    auto const form = parse(seat_register, typed);
    if (!form) {
        sheet.error = form.error();
        return seat_page(call, sheet);
    }
    auto const officer = parse_id<Officer>(value_of(sheet.form, "officer")).value_or(Id<Officer>{});
    auto const seat = with_form(sheet.seat, *form, posts_sent(sheet.form), officer);
    auto const done = call.perform(save_seat, read_by(sheet), seat);
    if (done) return to_draft(call, sheet, "teams.saved_flash");
    if (!can_be_mended(done.error())) return done.error();
    if (done.error().kind == Error::Kind::conflict)
        return seat_page(call, TRY(after_conflict(call, sheet.form)));
    sheet.error = done.error();
    return seat_page(call, sheet);
}

Result<web::Response> post_seat_removed(Call& call) {
    auto sheet = TRY(sheet_of(call));
    sheet.form = call.values();
    TRY(call.perform(remove_seat, read_by(sheet), sheet.seat.id));
    return to_draft(call, sheet, "teams.removed_flash");
}

Result<web::Response> post_seat_post(Call& call) {
    auto sheet = TRY(sheet_of(call));
    sheet.form = call.values();
    TRY(call.perform(make_post, read_by(sheet), sheet.seat.id));
    return to_draft(call, sheet, "teams.post_made_flash");
}

} // namespace udb::teams
