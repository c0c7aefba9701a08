// The meetings of a year, proposed by a pattern: each date with why it is not the one wanted.
#include "bangla/text/digits.hpp"
#include "kernel/form_values.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/calling_page.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/standing_store.hpp"

#include <algorithm>
#include <charconv>

namespace udb::meetings {
namespace {

struct Asked {
    MeetingKind kind = MeetingKind::team;
    Cadence cadence = Cadence::monthly;
    Pattern pattern = {};
};

unsigned number_in(std::string_view typed, unsigned otherwise) {
    auto const ascii = bangla::ascii_digits(typed);
    unsigned value = 0;
    auto const read = std::from_chars(ascii.data(), ascii.data() + ascii.size(), value);
    return read.ec == std::errc{} ? value : otherwise;
}

FormValues values_of(web::Pairs const& given) {
    FormValues out;
    for (auto const& [name, value] : given.items())
        out.emplace(name, value);
    return out;
}

Asked asked_of(FormValues const& typed, Standing const& standing, Date today) {
    Asked out;
    out.kind = term_with_id<MeetingKind>(value_of(typed, "kind")).value_or(MeetingKind::team);
    out.cadence = cadence_on(standing, out.kind, today);
    out.pattern.by =
        value_of(typed, "by") == "day" ? Pattern::By::day_of_month : Pattern::By::weekday;
    out.pattern.day = std::clamp(number_in(value_of(typed, "day"), 10), 1U, 31U);
    out.pattern.weekday = std::chrono::weekday{number_in(value_of(typed, "weekday"), 0) % 7};
    out.pattern.nth = std::clamp(number_in(value_of(typed, "nth"), 2), 1U, 5U);
    out.pattern.month_of_quarter = std::clamp(number_in(value_of(typed, "month"), 3), 1U, 3U);
    return out;
}

std::vector<ui::Choice> numbered(Words const& words, std::string_view key, int from, int to) {
    std::vector<ui::Choice> out;
    for (int i = from; i <= to; ++i)
        out.push_back({std::to_string(i), words(std::string(key) + std::to_string(i))});
    return out;
}

/// The proposals that are still to come and in whose slot nothing was called yet.
std::vector<Proposal> open_proposals(Call const& call, CallingOffice const& at,
                                     Asked const& asked) {
    auto const year = bangla::fiscal_year(call.today);
    auto all = call.look([&](Db& db) {
        holidays::Calendars const calendars(db, call.today);
        return proposed(year, asked.cadence, asked.pattern, calendars.of(at.path));
    });
    auto const days = bangla::days_of(year);
    auto const there =
        call.look([&](Db& db) { return meetings_of(db, at.path, days.first, days.last); });
    std::erase_if(all, [&](Proposal const& p) {
        return p.date < call.today
               || std::ranges::any_of(
                   there,
                   [&](MeetingLine const& line) {
                       return line.kind == asked.kind && line.stage != Stage::called_off
                              && p.slot.contains(line.day);
                   });
    });
    return all;
}

Html why(Words const& words, Proposal const& p) {
    if (p.skipped.empty() && p.findings.empty()) return text(words("meetings.as_wanted"));
    Html lines;
    for (auto const& day : p.skipped)
        lines += html::li(words.date(day.date) + ": " + words(day.why));
    for (auto const& finding : p.findings)
        lines += html::li(words(finding));
    return html::ul(lines);
}

web::Response series_page(Call const& call, CallingOffice const& at, FormValues typed,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const standing = call.look([&](Db& db) { return standing_of(db, at.id, call.today); });
    for (auto const& [name, usual] : std::initializer_list<std::pair<char const*, char const*>>{
             {"by", "weekday"}, {"weekday", "0"}, {"nth", "2"}, {"month", "3"}})
        if (!typed.contains(name)) typed.emplace(name, usual);
    if (!typed.contains("day")) typed.emplace("day", words.number(10));
    auto const asked = asked_of(typed, standing, call.today);
    if (!typed.contains("kind")) typed.emplace("kind", std::string(id_of(asked.kind)));
    Fields fields(call, typed, error);
    std::vector<ui::Choice> kinds;
    for (auto const& term : terms<MeetingKind>())
        if (call.may(policy, act_for(term.value), {.office_path = at.path}))
            kinds.push_back({std::string(term.id), std::string(words(term.label))});
    auto const pattern = html::all(
        html::hidden("office", to_string(at.id)), fields.radios("kind", kinds),
        fields.radios(
            "by", {{"weekday", words("meetings.by_weekday")}, {"day", words("meetings.by_day")}}),
        fields.select("nth", numbered(words, "meetings.nth_", 1, 5)),
        fields.select("weekday", numbered(words, "meetings.weekday_", 0, 4)),
        fields.line("day", true, 2),
        fields.select("month", numbered(words, "meetings.month_", 1, 3)),
        ui::button({.label = words("meetings.propose"), .kind = ui::Button::Kind::secondary}));
    Html after;
    auto const open = open_proposals(call, at, asked);
    std::vector<ui::Table::Row> rows;
    for (auto const& p : open)
        rows.push_back(
            {.cells = {text(words.date(p.wanted)), text(words.date(p.date)), why(words, p)}});
    if (rows.empty()) {
        after = ui::empty_state({.sentence = words("meetings.nothing_to_propose")});
    } else {
        Html kept;
        for (auto const* name : {"kind", "by", "weekday", "nth", "day", "month"})
            kept += html::hidden(name, value_of(typed, name));
        auto when = typed_of(call, {.day = call.today,
                                    .begins = Clock{11 * 60},
                                    .place = std::string(words("meetings.usual_place"))});
        for (auto const* name : {"begins", "lasts", "place", "link"})
            if (!typed.contains(name) && !error) typed.emplace(name, value_of(when, name));
        Fields calling(call, typed, error);
        after = ui::section(
            {.id = "dates",
             .title = words("meetings.proposed_dates"),
             .body = html::all(
                 ui::table({.caption = words("meetings.proposed_dates"),
                            .columns = {{words("meetings.wanted")},
                                        {words("meetings.proposed")},
                                        {words("meetings.why")}},
                            .rows = std::move(rows),
                            .hidden_caption = true}),
                 ui::form({.action = "/meetings/series", .csrf = call.csrf()},
                          html::all(html::hidden("office", to_string(at.id)), kept,
                                    calling.line("begins", false, 5),
                                    calling.line("lasts", false, 4), calling.line("place"),
                                    calling.line("link", true),
                                    ui::button({.label = words("meetings.call_all")}))))});
    }
    auto const form =
        html::tag("form", {.action = "/meetings/series", .more = {{"method", "get"}}}, pattern);
    return form_page(call, nullptr, fields,
                     {.title = words("meetings.series"),
                      .lead = words("meetings.series_lead"),
                      .form = form,
                      .after = after});
}

} // namespace

Result<web::Response> show_series(Call& call) {
    auto const at = TRY(calling_office(
        call, parse_id<Office>(call.request.query.get_or("office")).value_or(Id<Office>{})));
    return series_page(call, at, values_of(call.request.query));
}

Result<web::Response> post_series(Call& call) {
    auto const at =
        TRY(calling_office(call, parse_id<Office>(call.form["office"]).value_or(Id<Office>{})));
    auto const standing = call.look([&](Db& db) { return standing_of(db, at.id, call.today); });
    auto const asked = asked_of(call.values(), standing, call.today);
    web::Form first = call.form;
    first.fields.add("date", iso(call.today));
    auto const when = occasion_in(first);
    if (!when) return series_page(call, at, call.values(), when.error());
    std::vector<Attendee> people;
    for (auto const& u : at.usual)
        if (u.seat || (asked.kind != MeetingKind::team && u.post.post.is_head))
            people.push_back({.post = u.post.id, .chair = false});
    for (auto& p : people)
        p.chair = &p == &people.front();
    auto const proposals = open_proposals(call, at, asked);
    auto const done = call.perform([&](Work& work) -> Done {
        for (auto const& p : proposals) {
            auto occasion = *when;
            occasion.day = p.date;
            TRY(call_meeting(work, {.office = at.id,
                                    .kind = asked.kind,
                                    .title = title_for(call.words.catalogue(), asked.kind, p.date),
                                    .when = occasion,
                                    .people = people}));
        }
        return {};
    });
    if (done)
        return call.redirect(url("/meetings").with("office", to_string(at.id)),
                             "meetings.series_flash");
    if (!stays_on_page(done.error())) return done.error();
    return series_page(call, at, call.values(), done.error());
}

} // namespace udb::meetings
