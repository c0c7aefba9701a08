// What was declared, and above it the days of the yearly lists that are still to come.
#include "bangla/calendar/bangla_date.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/holidays/pages.hpp"
#include "modules/holidays/policy.hpp"
#include "registers/pages/pages.hpp"
#include "web/components/components.hpp"

namespace udb::holidays {
namespace {

constexpr std::size_t days_shown = 12;

Html source_of(Words const& words, bangla::Holiday const& day) {
    if (day.declared)
        return text(words("holidays.order",
                          {{"memo", day.declared->memo}, {"date", day.declared->issued_on}}));
    auto const lang = ui::lang_of(words, day.source);
    return html::span({.more = {{"lang", lang, !lang.empty()}}}, day.source);
}

/// The next days off of the reader's office, or of all offices.
Html to_come(Call const& call) {
    auto const& words = call.words;
    auto const list = call.look([&](Db& db) {
        Calendars const calendars(db, call.today);
        auto const office = find_record(db, record_kind<Office>, as_record(call.actor.office));
        auto const calendar = calendars.of(office ? office->office_path : std::string());
        return calendar.holidays->all();
    });
    std::vector<ui::Table::Row> rows;
    for (auto const& day : list) {
        if (day.date < call.today || !day.area.empty() || rows.size() == days_shown) continue;
        rows.push_back(
            {.cells = {text(words.date(day.date)), text(words(bangla::weekday_name(day.date))),
                       text(words(day.name)), text(words(bangla::kind_name(day.kind))),
                       source_of(words, day)}});
    }
    if (rows.empty()) return html::p(words("holidays.none_to_come"));
    return ui::section({.id = "to-come",
                        .title = words("holidays.to_come"),
                        .body = ui::table({.caption = words("holidays.to_come"),
                                           .columns = {{words("holidays.day")},
                                                       {words("holidays.weekday")},
                                                       {words("holidays.name")},
                                                       {words("holidays.kind")},
                                                       {words("holidays.source")}},
                                           .rows = std::move(rows),
                                           .hidden_caption = true})});
}

} // namespace

Result<web::Response> show_holidays(Call& call) {
    Html declare;
    if (permits_somewhere(policy, call.actor, Act::write))
        declare = ui::button({.label = call.words("holidays.declare"), .href = "/holidays/new"});
    return list_page(
        call, {.lead = call.words("holidays.lead"), .actions = declare, .above = to_come(call)});
}

} // namespace udb::holidays
