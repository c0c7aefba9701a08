// The first page. It stands with the accounts because it depends on who is signed in, and this
// module is the last: what the others have to say comes by their `concerns`.
#include "host/application.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/offices/offices.hpp"
#include "modules/people/people.hpp"
#include "registers/pages/history.hpp"
#include "web/components/components.hpp"

namespace udb::accounts {
namespace {

constexpr int news_most = 15;

struct Own {
    std::optional<offices::OfficeRecord> office;
    std::vector<people::HeldPost> posts;
    std::vector<Concern> concerns;
    std::vector<OfficeEvent> news;
};

Own own_of(Db& db, Call const& call) {
    Own own;
    for (auto const* module : call.application().parts().modules)
        if (module->concerns)
            for (auto& concern : module->concerns(db, call.actor, call.today))
                own.concerns.push_back(std::move(concern));
    if (call.actor.officer) own.posts = people::posts_held(db, call.actor.officer);
    std::erase_if(own.posts, [&](auto const& held) { return !held.holding.on(call.today); });
    if (call.actor.office) own.office = offices::find_office(db, call.actor.office);
    if (own.office) own.news = events_in(db, own.office->path(), news_most);
    return own;
}

Html way_in(Words const& words, std::span<Module const* const> modules, Actor const& actor) {
    std::vector<ui::Card> cards;
    for (auto const* module : modules)
        for (auto const& entry : module->navigation)
            if (permits_somewhere(module->policy, actor, entry.act))
                cards.push_back({.title = std::string(words(entry.label)),
                                 .href = *Url::parse(std::string(entry.path)),
                                 .text = words(entry.about)});
    return ui::cards(cards);
}

/// The record that something happened to, with the way to its page where its kind has one. A draft
/// may not have a title yet: then it is called what it is.
Html record_of(Call const& call, OfficeEvent const& n) {
    auto const* kind = call.application().kind_named(n.record_kind);
    auto title = call.words(n.record_title);
    if (title.empty()) title = kind ? std::string(call.words(kind->label)) : n.record_kind;
    auto const where = call.application().page_of(n.record_kind, n.record);
    return where ? ui::link({.text = title, .href = *where}) : text(title);
}

Html news_of(Call const& call, std::vector<OfficeEvent> const& news) {
    auto const& words = call.words;
    std::vector<ui::TimelineItem> items;
    for (auto const& n : news)
        items.push_back({.date = day_of(n.event.at),
                         .title = said(words, n.event),
                         .body = html::p(record_of(call, n)),
                         .by = words(n.event.who)});
    if (items.empty()) return ui::empty_state({.sentence = words("accounts.no_news")});
    return ui::timeline(words, items);
}

Html concerns_of(Call const& call, std::vector<Concern> const& concerns, bool waiting) {
    Html lines;
    for (auto const& c : concerns) {
        if (c.waits != waiting) continue;
        auto line = ui::link({.text = call.words(c.what), .href = c.where});
        if (c.due)
            line += text(" (") + text(call.words("ui.until", {{"date", *c.due}})) + text(")");
        lines += html::li(line);
    }
    return lines.empty() ? Html{} : html::ul(lines);
}

Html office_rows(Call const& call, Own const& own) {
    auto const& words = call.words;
    std::vector<ui::SummaryRow> rows;
    if (own.office)
        rows.push_back(
            {words("accounts.office"), ui::link({.text = words(own.office->office.name()),
                                                 .href = url("/offices/{}", own.office->id())})});
    for (auto const& held : own.posts)
        rows.push_back({std::string(words(label_of(held.holding.kind))),
                        ui::link({.text = words(offices::label_of(held.post)),
                                  .href = url("/posts/{}", held.post.id)})});
    auto more = concerns_of(call, own.concerns, false);
    if (rows.empty() && more.empty())
        return ui::empty_state({.sentence = words("accounts.no_office")});
    return html::all(ui::summary_list(rows), more);
}

/// On the first day nobody can sign in: how the first office and its administrator are made.
Html first_day(Call const& call) {
    auto const begun =
        call.look([](Db& db) { return db.one("select 1 from accounts limit 1").has_value(); });
    if (begun) return {};
    auto const& words = call.words;
    return ui::notice(words,
                      {.heading = words("accounts.first_day_title"),
                       .body = html::p(words("accounts.first_day"))
                               + html::p(html::code("udbhabon user first admin --office \"…\""))});
}

web::Response guest_home(Call const& call) {
    auto const& words = call.words;
    auto const main =
        html::all(ui::page_heading(
                      {.title = words("accounts.guest_title"),
                       .lead = words("accounts.guest_lead"),
                       .actions = ui::button({.label = words("ui.sign_in"), .href = "/sign-in"})}),
                  first_day(call), html::p(words("accounts.guest_more")),
                  way_in(words, call.application().parts().modules, call.actor));
    return call.page(words("accounts.guest_title"), main);
}

} // namespace

Result<web::Response> show_home(Call& call) {
    if (call.actor.guest()) return guest_home(call);
    auto const& words = call.words;
    auto const own = call.look([&](Db& db) { return own_of(db, call); });
    auto waiting = concerns_of(call, own.concerns, true);
    if (waiting.empty()) waiting = ui::empty_state({.sentence = words("accounts.nothing_waits")});
    auto const main = html::all(
        ui::page_heading({.title = words("accounts.home_title", {{"name", call.actor.name}}),
                          .above = own.office ? words(own.office->office.name()) : ""}),
        ui::section({.id = "waiting", .title = words("accounts.waiting_title"), .body = waiting}),
        ui::section(
            {.id = "mine", .title = words("accounts.mine_title"), .body = office_rows(call, own)}),
        way_in(words, call.application().parts().modules, call.actor),
        html::when(own.office.has_value(), [&] {
            return ui::section({.id = "news",
                                .title = words("accounts.news_title"),
                                .body = news_of(call, own.news)});
        }));
    return call.page(words("accounts.home_page"), main);
}

} // namespace udb::accounts
