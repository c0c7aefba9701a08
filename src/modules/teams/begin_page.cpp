// Beginning a team or a new composition: office, mandate, and the order it is taken from.
#include "modules/people/people.hpp"
#include "modules/teams/actions.hpp"
#include "modules/teams/pages.hpp"
#include "modules/teams/policy.hpp"
#include "registers/pages/picker.hpp"

#include <algorithm>

namespace udb::teams {
namespace {

struct BeginSheet {
    FormValues form;
    std::optional<Error> error = {};
    std::optional<offices::OfficeRecord> office = {};
    std::vector<mandates::OrderLine> orders = {};
    std::vector<MatchedSeat> seats = {}; ///< of the chosen order
};

Picker office_picker(Call const& call, FormValues const& form, std::string error) {
    auto const& words = call.words;
    auto const choice = [&](offices::OfficeLine const& line) {
        return ui::Choice{to_string(line.id), words(line.name),
                          std::string(words(udb::label_of(line.level)))};
    };
    return picked(
        {.name = "office",
         .label = words("teams.which_office"),
         .hint = words("teams.which_office_hint"),
         .error = std::move(error)},
        form,
        [&](std::string_view search) {
            std::vector<ui::Choice> found;
            auto const lines = call.look([&](Db& db) {
                return offices::find_offices(db, {.search = search, .size = 60}, call.today);
            });
            for (auto const& line : lines.lines)
                if (tier_of(line.level) && found.size() < std::size_t{Picker::most}
                    && call.may(policy, Act::form, {.office_path = line.path}))
                    found.push_back(choice(line));
            return found;
        },
        [&](std::string_view value) -> std::string {
            auto const id = parse_id<Office>(value);
            if (!id) return {};
            auto const office = call.look([&](Db& db) { return offices::find_office(db, *id); });
            return office ? words(office->office.name()) : "";
        });
}

/// What the books know of what the form names.
void look_up(Call const& call, BeginSheet& sheet) {
    auto const id = parse_id<Office>(value_of(sheet.form, "office"));
    auto const order = parse_id<mandates::Order>(value_of(sheet.form, "order"));
    if (!id) return;
    call.look([&](Db& db) {
        sheet.office = offices::find_office(db, *id);
        if (!sheet.office) return;
        sheet.orders = mandates::accepted_orders(db, sheet.office->path());
        if (!order) return;
        auto const accepted = mandates::accepted_order(db, *order);
        if (!accepted) return;
        if (std::ranges::find(sheet.orders, *order, &mandates::OrderLine::id) == sheet.orders.end())
            sheet.orders.insert(
                sheet.orders.begin(),
                {.id = *order, .memo = accepted->header.number, .title = accepted->header.title});
        if (accepted->order.seats.size() <= seats_max)
            sheet.seats = seats_of_order(db, accepted->order, *id, call.today);
    });
}

/// The same, with the mandate that is in force for the office where none was chosen.
void complete(Call const& call, BeginSheet& sheet) {
    look_up(call, sheet);
    if (!sheet.office || !value_of(sheet.form, "mandate").empty()) return;
    auto const& office = sheet.office->office;
    auto const tier = tier_of(office.level);
    if (!tier) return;
    if (auto const* m = mandate_for(shipped_mandates(), *tier, office.website, call.today)) {
        sheet.form.erase("mandate");
        sheet.form.emplace("mandate", m->id);
    }
}

Html matched_table(Words const& words, std::vector<MatchedSeat> const& seats) {
    std::vector<ui::Table::Row> rows;
    for (auto const& m : seats) {
        Html posts;
        for (auto const& post : m.seat.posts) {
            if (!posts.empty()) posts += html::br();
            posts += text(words(post.title));
            if (!post.unit.bn.empty()) posts += text(", " + words(post.unit));
        }
        if (posts.empty())
            posts =
                ui::status({.text = words("teams.post_unknown"), .tone = ui::Status::Tone::unsure});
        rows.push_back({.cells = {text(words.number(m.seat.no)), text(words(label_of(m.seat))),
                                  text(words(udb::label_of(m.seat.role))), posts},
                        .marked = m.seat.posts.empty()});
    }
    return ui::table({.caption = words("teams.matched_caption"),
                      .columns = {{words("teams.no")},
                                  {words("teams.as_written")},
                                  {words("teams.role")},
                                  {words("teams.post_found")}},
                      .rows = std::move(rows),
                      .row_heads = false});
}

Html preview_of(Call const& call, BeginSheet const& sheet) {
    auto const& words = call.words;
    if (sheet.seats.empty()) return {};
    std::vector<TeamSeat> seats;
    for (auto const& m : sheet.seats)
        seats.push_back(m.seat);
    auto const unknown = std::ranges::count_if(
        sheet.seats, [](MatchedSeat const& m) { return m.seat.posts.empty(); });
    auto body = matched_table(words, sheet.seats);
    if (unknown > 0) body += html::p(words("teams.unknown_then", {{"n", std::int64_t{unknown}}}));
    auto const tier = tier_of(sheet.office->office.level);
    auto const* mandate = tier ? judging_mandate(shipped_mandates(),
                                                 value_of(sheet.form, "mandate"), *tier, call.today)
                               : nullptr;
    if (tier)
        if (auto const verdict =
                judged(seats, term_with_id<Authority>(value_of(sheet.form, "formed_by")), mandate,
                       *tier)) {
            body += html::p(words("teams.judged_against", {{"mandate", mandate->title}}));
            body += banner_of(words, *verdict);
        }
    return ui::section({.id = "preview", .title = words("teams.preview"), .body = body});
}

Html second_step(Call const& call, BeginSheet const& sheet,
                 std::vector<FieldError> const& problems) {
    auto const& words = call.words;
    auto const tier = tier_of(sheet.office->office.level);
    if (!tier) return ui::notice(words, {.body = html::p(words("teams.no_tier"))});
    auto const& website = sheet.office->office.website;
    std::vector<ui::Choice> mandates;
    for (auto const* m : mandates_to_stand_under(shipped_mandates(), *tier, website))
        mandates.push_back({m->id, words(m->title)});
    auto const given = value_of(sheet.form, "mandate");
    std::vector<ui::Choice> authorities;
    for (auto const& a : terms<Authority>())
        authorities.push_back({std::string(a.id), std::string(words(a.label))});
    std::vector<ui::Choice> orders;
    for (auto const& o : sheet.orders)
        orders.push_back({to_string(o.id), words(o.title) + ", " + o.memo});
    return html::all(ui::select(words, {.name = "mandate",
                                        .label = words("teams.which_mandate"),
                                        .choices = std::move(mandates),
                                        .value = given,
                                        .hint = words("teams.which_mandate_hint"),
                                        .error = ui::error_at(words, problems, "mandate"),
                                        .empty_line = false}),
                     ui::select(words, {.name = "formed_by",
                                        .label = words("teams.who_forms"),
                                        .choices = std::move(authorities),
                                        .value = value_of(sheet.form, "formed_by"),
                                        .error = ui::error_at(words, problems, "formed_by"),
                                        .optional = true}),
                     ui::select(words, {.name = "order",
                                        .label = words("teams.from_order"),
                                        .choices = std::move(orders),
                                        .value = value_of(sheet.form, "order"),
                                        .hint = words("teams.from_order_hint"),
                                        .error = ui::error_at(words, problems, "order"),
                                        .optional = true}));
}

web::Response begin_page(Call const& call, BeginSheet const& sheet) {
    auto const& words = call.words;
    auto const problems = sheet.error ? sheet.error->fields : std::vector<FieldError>{};
    Html main;
    if (sheet.error)
        main += ui::error_summary(words, *sheet.error,
                                  {{"office", words("teams.office")},
                                   {"mandate", words("teams.which_mandate")},
                                   {"formed_by", words("teams.who_forms")},
                                   {"order", words("teams.from_order")}});
    main += ui::page_heading({.title = words("teams.form_one"), .lead = words("teams.begin_lead")});
    auto fields =
        picker(words, office_picker(call, sheet.form, ui::error_at(words, problems, "office")));
    std::vector<Html> buttons;
    if (sheet.office) {
        fields += second_step(call, sheet, problems);
        buttons.push_back(ui::button({.label = words("teams.begin_draft")}));
        buttons.push_back(ui::button({.label = words("teams.show_preview"),
                                      .kind = ui::Button::Kind::secondary,
                                      .name = "preview",
                                      .value = "1"}));
    } else {
        buttons.push_back(
            ui::button({.label = words("ui.continue"), .name = "preview", .value = "1"}));
    }
    main += ui::form({.action = "/teams/new", .csrf = call.csrf()},
                     html::all(fields, ui::button_group(buttons)));
    main += preview_of(call, sheet);
    return call.page(words("teams.form_one"), main,
                     {.before_main = ui::breadcrumb(words, {{words("teams.title"), "/teams"}}),
                      .problems = sheet.error ? std::max<std::size_t>(1, problems.size()) : 0,
                      .wide = true,
                      .status = sheet.error ? status_of(*sheet.error) : 200});
}

/// The office that keeps an accepted order: the last of its path.
std::string office_of(std::string_view path) {
    if (path.ends_with('/')) path.remove_suffix(1);
    auto const at = path.rfind('/');
    return std::string(at == path.npos ? path : path.substr(at + 1));
}

} // namespace

Result<web::Response> show_begin(Call& call) {
    BeginSheet sheet;
    auto office = std::string(call.request.query.get_or("office"));
    if (auto const order = parse_id<mandates::Order>(call.request.query.get_or("order"))) {
        auto const accepted =
            call.look([&](Db& db) { return mandates::accepted_order(db, *order); });
        if (!accepted) return not_found();
        sheet.form.emplace("order", to_string(*order));
        if (office.empty()) office = office_of(accepted->header.office_path);
    }
    if (office.empty() && call.actor.office) office = to_string(call.actor.office);
    sheet.form.emplace("office", office);
    complete(call, sheet);
    return begin_page(call, sheet);
}

Result<web::Response> post_begin(Call& call) {
    BeginSheet sheet{.form = call.values()};
    complete(call, sheet);
    if (picker_asked(sheet.form) || sheet.form.contains("preview")) {
        if (!sheet.office && !picker_asked(sheet.form))
            sheet.error = invalid("office", {"teams.office_needed"});
        return begin_page(call, sheet);
    }
    auto const order = parse_id<mandates::Order>(value_of(sheet.form, "order"));
    Beginning const beginning{
        .office = parse_id<Office>(value_of(sheet.form, "office")).value_or(Id<Office>{}),
        .mandate = value_of(sheet.form, "mandate"),
        .formed_by = term_with_id<Authority>(value_of(sheet.form, "formed_by")),
        .order = order.value_or(Id<mandates::Order>{})};
    auto const team = call.perform(begin, beginning);
    if (team) return call.redirect(url("/teams/{}/draft", *team), "teams.begun_flash");
    if (!can_be_mended(team.error())) return team.error();
    sheet.error = team.error();
    return begin_page(call, sheet);
}

Result<web::Response> post_begin_again(Call& call) {
    auto const id = TRY(call.id<Team>());
    TRY(call.perform(begin_again, id));
    return call.redirect(url("/teams/{}/draft", id), "teams.begun_flash");
}

} // namespace udb::teams
