// The list of all accounts, and the ways to one more.
#include "modules/accounts/list_page.hpp"

#include "modules/accounts/page_state.hpp"
#include "modules/accounts/pages.hpp"
#include "modules/accounts/store.hpp"
#include "modules/offices/pages.hpp"
#include "web/components/components.hpp"

namespace udb::accounts {
namespace {

using offices::page_asked;

constexpr int page_size = 25;

Html ways_to_add(Words const& words) {
    if (!mail_is_set_up())
        return ui::button({.label = words("accounts.new_title"), .href = "/accounts/new"});
    return ui::button_group(
        {ui::button({.label = words("accounts.invite_title"), .href = "/accounts/invite"}),
         ui::button({.label = words("accounts.new_title"),
                     .kind = ui::Button::Kind::secondary,
                     .href = "/accounts/new"}),
         ui::link({.text = words("accounts.mails_title"), .href = "/accounts/mails"})});
}

} // namespace

ui::Status account_status(Words const& words, Account const& a) {
    if (a.active && !a.has_password) return {words("accounts.invited"), ui::Status::Tone::waiting};
    return a.active ? ui::Status{words("accounts.open"), ui::Status::Tone::good}
                    : ui::Status{words("accounts.closed"), ui::Status::Tone::past};
}

Result<web::Response> show_accounts(Call& call) {
    auto const& words = call.words;
    std::string const search{call.request.query.get_or("q")};
    auto const page = page_asked(call);
    auto const found = call.look(
        [&](Db& db) { return list_accounts(db, search, page_size, (page - 1) * page_size); });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : found.lines)
        rows.push_back({.cells = {ui::link({.text = words(line.account.name),
                                            .href = url("/accounts/{}", line.id)}),
                                  html::code(line.account.username),
                                  ui::status(account_status(words, line.account))}});
    auto const list = rows.empty()
                          ? ui::empty_state({.sentence = words("accounts.none_found")})
                          : ui::table({.caption = words("ui.count", {{"count", found.total}}),
                                       .columns = {{words("accounts.name")},
                                                   {words("accounts.username")},
                                                   {words("accounts.state")}},
                                       .rows = std::move(rows)});
    auto const main = html::all(
        ui::page_heading({.title = words("accounts.list_title"), .actions = ways_to_add(words)}),
        ui::search_box(words, {.action = "/accounts", .value = search}), list,
        ui::pager(words, {.page = page,
                          .pages = (found.total + page_size - 1) / page_size,
                          .href = search.empty() ? Url("/accounts")
                                                 : Url("/accounts").with("q", search)}));
    return call.page(words("accounts.list_title"), main);
}

} // namespace udb::accounts
