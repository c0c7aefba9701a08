// The meetings of many offices at once, for whoever has offices under him: which team met, and
// which missed how many months or quarters of the year.
#include "kernel/form_values.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/standing_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr std::int64_t offices_shown = 25;

struct OfficeStanding {
    TeamOffice office = {};
    Standing standing = {};
};

ui::Table::Row row_of(Call const& call, OfficeStanding const& o) {
    auto const& words = call.words;
    auto const& s = o.standing;
    auto const year = bangla::days_of(bangla::fiscal_year(call.today));
    auto const held = std::ranges::count_if(s.held, [&](Date day) { return year.contains(day); });
    auto const missed = std::ranges::count_if(
        s.missed, [&](Slot const& slot) { return year.contains(slot.days.first); });
    using Tone = ui::Status::Tone;
    return {
        .cells = {ui::link({.text = words(o.office.name),
                            .href = url("/meetings").with("office", to_string(o.office.id))}),
                  text(s.held.empty() ? words("meetings.never_met") : words.date(s.held.back())),
                  text(words.number(held)),
                  missed == 0 ? text(words.number(0))
                              : ui::status({.text = words.number(missed), .tone = Tone::bad}),
                  text(words.number(static_cast<std::int64_t>(s.missed.size())))}};
}

} // namespace

Result<web::Response> show_offices(Call& call) {
    auto const scope = scope_of(policy, call.actor, Act::read);
    if (!reaches_below(scope)) return not_found();
    auto const& words = call.words;
    auto const count = call.look([&](Db& db) { return count_team_offices(db, scope); });
    auto const pages = std::max<std::int64_t>(1, (count + offices_shown - 1) / offices_shown);
    auto const page = std::clamp<std::int64_t>(
        parse_id<Record>(call.request.query.get_or("page")).value_or(Id<Record>{1}).value, 1,
        pages);
    auto const found = call.look([&](Db& db) {
        std::vector<OfficeStanding> out;
        for (auto& office : team_offices(db, scope, offices_shown, (page - 1) * offices_shown)) {
            auto standing = standing_of(db, office.id, call.today);
            out.push_back({std::move(office), std::move(standing)});
        }
        return out;
    });
    std::vector<ui::Table::Row> rows;
    for (auto const& one : found)
        rows.push_back(row_of(call, one));
    auto const title = words("meetings.offices");
    auto const year = bangla::name(bangla::fiscal_year(call.today), words.language());
    auto const list =
        rows.empty()
            ? ui::empty_state({.sentence = words("meetings.no_team_offices")})
            : html::all(
                  ui::table({.caption = title,
                             .columns = {{words("meetings.office")},
                                         {words("meetings.last_met")},
                                         {words("meetings.held_in_year"), true},
                                         {words("meetings.missed_in_year"), true},
                                         {words("meetings.missed_in_all"), true}},
                             .rows = std::move(rows),
                             .hidden_caption = true}),
                  ui::pager(words, {.page = page, .pages = pages, .href = "/meetings/offices"}));
    return call.page(
        title,
        html::all(ui::page_heading(
                      {.title = title, .lead = words("meetings.offices_lead", {{"year", year}})}),
                  list),
        {.before_main = ui::breadcrumb(words, {{words("meetings.title"), "/meetings"}}),
         .wide = true});
}

} // namespace udb::meetings
