// An office with its posts and holders, a post with all who held it, and posts vacant or held
// beside.
#include "modules/offices/pages.hpp"
#include "modules/offices/policy.hpp"
#include "modules/people/pages.hpp"
#include "modules/people/people.hpp"
#include "modules/people/policy.hpp"
#include "registers/pages/history.hpp"
#include "registers/pages/pages.hpp"
#include "web/components/components.hpp"

namespace udb::people {
namespace {

using offices::PostLine;

constexpr int offices_most = 50;
constexpr int posts_most = 200;

Html holder_cell(Words const& words, std::vector<Holder> const& holders, Id<Post> post) {
    Html out;
    for (auto const& h : holders) {
        if (h.holding.post != post) continue;
        if (!out.empty()) out += html::br();
        out += ui::link({.text = words(h.name), .href = url("/people/{}", h.holding.officer)});
        if (h.holding.kind != HoldingKind::regular)
            out += text(" (") + text(words(label_of(h.holding.kind))) + text(")");
    }
    if (out.empty())
        return ui::status({.text = words("ui.vacant"), .tone = ui::Status::Tone::unsure});
    return out;
}

Html post_table(Words const& words, std::string caption, std::vector<PostLine> const& posts,
                std::vector<Holder> const& holders, bool with_office) {
    std::vector<ui::Table::Row> rows;
    for (auto const& p : posts) {
        std::vector<Html> cells{
            ui::link({.text = words(p.post.title()), .href = url("/posts/{}", p.id)}),
            text(words(p.post.unit())), holder_cell(words, holders, p.id)};
        if (with_office) cells.push_back(text(words(p.office_name)));
        rows.push_back({.cells = std::move(cells), .marked = !with_office && p.post.is_head});
    }
    std::vector<ui::Table::Column> columns{
        {words("people.post")}, {words("people.unit")}, {words("people.holder")}};
    if (with_office) columns.push_back({words("people.office")});
    return ui::table({.caption = std::move(caption),
                      .columns = std::move(columns),
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

struct OfficeShown {
    std::optional<offices::OfficeRecord> office;
    std::vector<offices::OfficeLine> named; ///< that its references name, now and in its history
    std::vector<offices::OfficeLine> way;
    std::vector<PostLine> posts;
    std::vector<Holder> holders;
    offices::OfficeLines under;
    std::vector<Event> events;
};

OfficeShown office_shown(Db& db, Id<Office> id, Date today) {
    OfficeShown s;
    s.office = offices::find_office(db, id);
    if (!s.office) return s;
    s.way = offices::way_to(db, s.office->path());
    if (!s.way.empty()) s.way.pop_back();
    s.posts = offices::posts_of(db, id, today);
    s.holders = holders_on(db, id, today);
    s.under = offices::offices_under(db, id, today, offices_most);
    s.events = events_of(db, as_record(id), 30);
    s.named = offices_named(db, s.events, {"parent", "successor"},
                            {s.office->office.parent, s.office->office.successor});
    return s;
}

Lookups office_lookups(OfficeShown const& s, Words const& words) {
    Lookups lookups;
    for (auto const& line : s.named)
        for (auto const* field : {"parent", "successor"})
            lookups[field].push_back({to_string(line.id), words(line.name)});
    return lookups;
}

Html offices_below(Words const& words, offices::OfficeLines const& under, Id<Office> id) {
    if (under.lines.empty()) return {};
    Html lines;
    for (auto const& line : under.lines)
        lines +=
            html::li(ui::link({.text = words(line.name), .href = url("/offices/{}", line.id)}));
    auto body = html::ul(lines);
    if (under.total > offices_most)
        body += html::p(ui::link({.text = words("offices.show_below", {{"count", under.total}}),
                                  .href = Url("/offices").with("at", to_string(id))}));
    return ui::section({.id = "below", .title = words("offices.below"), .body = body});
}

Html office_actions(Call const& call, offices::OfficeRecord const& office) {
    if (!call.may(offices::policy, Act::write, office.header.target())) return {};
    auto const button = [&](std::string_view key, Url href) {
        return ui::button({.label = call.words(key),
                           .kind = ui::Button::Kind::secondary,
                           .href = std::move(href)});
    };
    auto const id = to_string(office.id());
    return ui::button_group({button("ui.edit", url("/offices/{}/edit", office.id())),
                             button("offices.add_post", Url("/posts/new").with("office", id)),
                             button("offices.add_below", Url("/offices/new").with("parent", id))});
}

} // namespace

Result<web::Response> show_office(Call& call) {
    auto const& words = call.words;
    auto const id = TRY(call.id<Office>());
    auto const s = call.look([&](Db& db) { return office_shown(db, id, call.today); });
    if (!s.office) return not_found();
    auto const& office = s.office->office;
    auto const lookups = office_lookups(s, words);
    auto const posts = s.posts.empty()
                           ? ui::empty_state({.sentence = words("offices.no_posts")})
                           : post_table(words, words("offices.posts"), s.posts, s.holders, false);
    auto const main = html::all(
        ui::page_heading({.title = words(office.name()),
                          .above = std::string(words(label_of(office.level))),
                          .status = html::when(!office.exists_on(call.today),
                                               [&] {
                                                   return ui::status(
                                                       {.text = words("offices.former"),
                                                        .tone = ui::Status::Tone::past});
                                               }),
                          .actions = office_actions(call, *s.office)}),
        ui::section({.id = "posts", .title = words("offices.posts"), .body = posts}),
        offices_below(words, s.under, id),
        ui::section({.id = "about",
                     .title = words("offices.about_office"),
                     .body = draw_show(words, offices::office_register, &office, lookups)}),
        ui::section({.id = "history",
                     .title = words("offices.history"),
                     .body = draw_history(words, offices::office_register, s.events, lookups)}));
    return call.page(words(office.name()), main, {.before_main = offices::way_back(call, s.way)});
}

namespace {

Html holders_table(Words const& words, std::vector<Holder> const& holders) {
    if (holders.empty()) return ui::empty_state({.sentence = words("people.never_held")});
    std::vector<ui::Table::Row> rows;
    for (auto const& h : holders)
        rows.push_back(
            {.cells =
                 {ui::link({.text = words(h.name), .href = url("/people/{}", h.holding.officer)}),
                  text(words(label_of(h.holding.kind))), text(words.date(h.holding.from)),
                  text(h.holding.until ? words.date(*h.holding.until) : words("people.to_date")),
                  text(in_digits(words, h.memo))},
             .marked = !h.holding.until});
    return ui::table({.caption = words("people.holders"),
                      .columns = {{words("people.officer")},
                                  {words("people.kind")},
                                  {words("people.from")},
                                  {words("people.until")},
                                  {words("people.memo")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html post_actions(Call const& call, offices::PostRecord const& post) {
    std::vector<Html> buttons;
    if (call.may(policy, Act::transfer, post.header.target()))
        for (auto const& [key, href] :
             {std::pair{"people.transfer", url("/posts/{}/transfer", post.id())},
              std::pair{"people.handovers", Url("/handovers").with("post", to_string(post.id()))}})
            buttons.push_back(ui::button(
                {.label = call.words(key),
                 .kind = buttons.empty() ? ui::Button::Kind::primary : ui::Button::Kind::secondary,
                 .href = href}));
    if (call.may(offices::policy, Act::write, post.header.target()))
        buttons.push_back(ui::button({.label = call.words("ui.edit"),
                                      .kind = ui::Button::Kind::secondary,
                                      .href = url("/posts/{}/edit", post.id())}));
    return buttons.empty() ? Html{} : ui::button_group(buttons);
}

} // namespace

Result<web::Response> show_post(Call& call) {
    auto const& words = call.words;
    auto const id = TRY(call.id<Post>());
    struct Shown {
        std::optional<offices::PostRecord> post;
        std::vector<offices::OfficeLine> way;
        std::vector<Holder> holders;
        std::vector<Event> events;
    };
    auto const s = call.look([&](Db& db) {
        Shown shown{.post = offices::find_post(db, id), .way = {}, .holders = {}, .events = {}};
        if (!shown.post) return shown;
        shown.way = offices::way_to(db, shown.post->header.office_path);
        shown.holders = holders_of(db, id);
        shown.events = events_of(db, as_record(id), 30);
        return shown;
    });
    if (!s.post) return not_found();
    auto const& post = s.post->post;
    auto const title = words(offices::label_of(post));
    Lookups lookups;
    for (auto const& line : s.way)
        lookups["office"].push_back({to_string(line.id), words(line.name)});
    auto const main =
        html::all(ui::page_heading({.title = title,
                                    .above = s.way.empty() ? "" : words(s.way.back().name),
                                    .actions = post_actions(call, *s.post)}),
                  ui::section({.id = "holders",
                               .title = words("people.holders"),
                               .body = holders_table(words, s.holders)}),
                  ui::section({.id = "about",
                               .title = words("offices.about_post"),
                               .body = draw_show(words, offices::post_register, &post, lookups)}),
                  ui::section({.id = "history",
                               .title = words("offices.history"),
                               .body = draw_history(words, offices::post_register, s.events)}));
    return call.page(title, main, {.before_main = offices::way_back(call, s.way)});
}

Result<web::Response> show_posts(Call& call) {
    auto const& words = call.words;
    std::string const search{call.request.query.get_or("q")};
    std::string const only{call.request.query.get_or("only", "vacant")};
    struct Shown {
        std::vector<PostLine> posts;
        std::vector<Holder> holders;
    };
    auto const s = call.look([&](Db& db) {
        Shown shown{posts_needing(db, search, only == "beside", call.today, posts_most), {}};
        std::vector<Id<Post>> ids;
        for (auto const& p : shown.posts)
            ids.push_back(p.id);
        shown.holders = holders_on(db, ids, call.today);
        return shown;
    });
    auto const here = [&](std::string_view key, std::string_view value) {
        auto const label = words(key);
        if (only == value) return html::li(html::strong(label));
        return html::li(ui::link({.text = label, .href = Url("/posts").with("only", value)}));
    };
    auto const list =
        s.posts.empty() ? ui::empty_state({.sentence = words("people.no_such_posts")})
                        : post_table(words, words("people.posts_title"), s.posts, s.holders, true);
    auto const main = html::all(
        ui::page_heading(
            {.title = words("people.posts_title"), .lead = words("people.posts_lead")}),
        html::ul(here("people.vacant_posts", "vacant"), here("people.beside_posts", "beside")),
        ui::search_box(words, {.action = "/posts", .value = search, .kept = {{"only", only}}}),
        list, list_files(call, {.search = search}));
    return call.page(words("people.posts_title"), main);
}

} // namespace udb::people
