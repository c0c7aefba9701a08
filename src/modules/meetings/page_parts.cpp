// What the pages of meetings share.
#include "bangla/calendar/written_date.hpp"
#include "bangla/text/normalise.hpp"
#include "kernel/form_values.hpp"
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/roster_store.hpp"

#include <algorithm>

namespace udb::meetings {

bool may_write(Call const& call, MeetingRecord const& m) {
    return call.may(policy, act_for(m.kind), {.office_path = m.header.office_path});
}

Result<MeetingRecord> seen_meeting(Call const& call) {
    auto const id = TRY(call.id<Meeting>());
    auto const found = call.look([&](Db& db) -> std::optional<MeetingRecord> {
        auto m = find_meeting(db, id);
        if (!m || call.may(policy, Act::read, {.office_path = m->header.office_path})) return m;
        auto const own = posts_acted_in(db, call.actor.officer, call.today);
        bool const asked = std::ranges::any_of(m->people, [&](Attendee const& a) {
            return (a.post && std::ranges::count(own, a.post) > 0)
                   || (a.officer && a.officer == call.actor.officer);
        });
        return asked ? m : std::nullopt;
    });
    if (!found) return not_found();
    return *found;
}

Result<MeetingRecord> meeting_to_write(Call const& call) {
    auto m = TRY(seen_meeting(call));
    TRY(call.allow(policy, act_for(m.kind), {.office_path = m.header.office_path}));
    return m;
}

Header header_read(Call const& call, Header header) {
    header.version = version_of(call.values());
    return header;
}

Html stage_mark(Words const& words, Stage stage) {
    using Tone = ui::Status::Tone;
    static constexpr Tone tones[] = {Tone::waiting, Tone::plain, Tone::plain, Tone::good,
                                     Tone::past};
    return ui::status({.text = std::string(words(label_of(stage))),
                       .tone = tones[static_cast<std::size_t>(stage)]});
}

std::string lateness(Words const& words, DecisionFacts const& d, Date today) {
    auto const late = days_late({d.due, d.open_due}, d.state, today);
    if (late <= 0) return {};
    return words("meetings.days_late", {{"days", std::int64_t{late}}});
}

Html state_mark(Words const& words, DecisionFacts const& d, Date today) {
    using Tone = ui::Status::Tone;
    if (auto const late = lateness(words, d, today); !late.empty())
        return ui::status({.text = late, .tone = Tone::bad});
    auto const tone = d.state == DecisionState::done   ? Tone::good
                      : d.state == DecisionState::open ? Tone::waiting
                                                       : Tone::past;
    return ui::status({.text = std::string(words(label_of(d.state))), .tone = tone});
}

std::string when_said(Words const& words, Date day, Clock begins) {
    return words("meetings.day_and_time",
                 {{"day", day}, {"time", spoken(begins, words.language())}});
}

Html place_said(Occasion const& when) {
    Html out = text(when.place);
    auto const link = when.link.empty() ? std::nullopt : Url::parse(when.link);
    if (!link) return out;
    if (!when.place.empty()) out += html::br();
    return out + ui::link({.text = when.link, .href = *link});
}

Html lines_said(std::string_view said) {
    Html out;
    while (!said.empty()) {
        auto const end = std::min(said.find('\n'), said.size());
        if (end > 0) out += html::p(said.substr(0, end));
        said.remove_prefix(std::min(end + 1, said.size()));
    }
    return out;
}

Html decision_table(Call const& call, std::vector<DecisionFacts> const& decisions, Id<Office> home,
                    std::string const& caption, Told told) {
    auto const& words = call.words;
    std::vector<Id<Post>> posts;
    for (auto const& d : decisions)
        posts.push_back(d.responsible);
    auto const labels = call.look([&](Db& db) { return labels_of(db, posts, home); });
    auto const calendars = call.look([](Db& db) { return holidays::Calendars(db); });
    std::vector<ui::Table::Row> rows;
    for (auto const& d : decisions) {
        auto const who =
            std::ranges::find(labels, d.responsible, &std::pair<Id<Post>, BilingualText>::first);
        rows.push_back(
            {.cells = {
                 ui::link({.text = d.text,
                           .href = url("/decisions/{}", d.id),
                           .lang = ui::lang_of(words, d.text)}),
                 text(who == labels.end() ? words("meetings.whole_team") : words(who->second)),
                 d.due ? holidays::due_said(words, *d.due, calendars.of(d.office_path))
                       : text(words("meetings.no_due")),
                 state_mark(words, d, call.today)}});
        if (told == Told::with_meeting)
            rows.back().cells.push_back(ui::link({.text = words.date(d.held_on),
                                                  .href = url("/meetings/{}", d.meeting),
                                                  .about = words(d.meeting_title)}));
    }
    std::vector<ui::Table::Column> columns{{words("meetings.decision")},
                                           {words("meetings.responsible")},
                                           {words("meetings.due")},
                                           {words("meetings.state")}};
    if (told == Told::with_meeting) columns.push_back({words("meetings.meeting")});
    return ui::table({.caption = caption,
                      .columns = std::move(columns),
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Result<std::optional<Date>> day_in(web::Form const& form, std::string_view field) {
    auto const typed = bangla::trimmed(form[field]);
    if (typed.empty()) return std::optional<Date>{};
    auto const read = bangla::parse_date(typed);
    if (!read) return invalid(std::string(field), read.error().message);
    if (!read->date) return invalid(std::string(field), {"field.date_without_year"});
    return read->date;
}

std::string Fields::value(std::string const& name) const { return value_of(typed_, name); }
std::string Fields::wrong(std::string const& name) const {
    return ui::error_at(words_, error_.fields, name);
}
void Fields::named(std::string const& name, std::string what) {
    labels_.emplace_back(name, std::move(what));
}
std::string Fields::label(std::string const& name, std::string const& as) {
    auto said = words_("meetings.field_" + (as.empty() ? name : as));
    named(name, said);
    return said;
}
std::string Fields::hint(std::string const& name) const {
    auto const key = "meetings.hint_" + name;
    return words_.catalogue().has(key) ? words_(key) : std::string();
}

Html Fields::line(std::string const& name, bool optional, int width, std::string const& as) {
    return ui::text_field(words_, {.name = name,
                                   .label = label(name, as),
                                   .value = value(name),
                                   .hint = hint(as.empty() ? name : as),
                                   .error = wrong(name),
                                   .width = width,
                                   .optional = optional});
}
Html Fields::area(std::string const& name, int rows, bool optional) {
    return ui::text_area(words_, {.name = name,
                                  .label = label(name),
                                  .value = value(name),
                                  .hint = hint(name),
                                  .error = wrong(name),
                                  .rows = rows,
                                  .optional = optional});
}
Html Fields::date(std::string const& name, bool optional, std::string const& as) {
    return ui::date_field(words_, {.name = name,
                                   .label = label(name, as),
                                   .value = value(name),
                                   .hint = hint(as.empty() ? name : as),
                                   .error = wrong(name),
                                   .optional = optional});
}
Html Fields::select(std::string const& name, std::vector<ui::Choice> choices, bool optional) {
    return ui::select(words_, {.name = name,
                               .label = label(name),
                               .choices = std::move(choices),
                               .value = value(name),
                               .hint = hint(name),
                               .error = wrong(name),
                               .optional = optional});
}
Html Fields::radios(std::string const& name, std::vector<ui::Choice> choices) {
    return ui::radios(words_, {.name = name,
                               .label = label(name),
                               .choices = std::move(choices),
                               .value = value(name),
                               .hint = hint(name),
                               .error = wrong(name)});
}
Html Fields::upload(std::string const& name) {
    return ui::file_upload(words_, {.name = name,
                                    .label = label(name),
                                    .hint = hint(name),
                                    .error = wrong(name),
                                    .accept = std::string(attachment_accept()),
                                    .optional = true});
}

Html Fields::problems() const {
    if (!refused_) return {};
    std::vector<ui::FieldLabel> labels;
    for (auto const& [field, called] : labels_)
        labels.push_back({field, called});
    return ui::error_summary(words_, error_, labels);
}

int Fields::status() const {
    if (!refused_) return 200;
    return error_.kind == Error::Kind::invalid ? 422 : 409;
}

bool stays_on_page(Error const& error) {
    return error.kind != Error::Kind::forbidden && error.kind != Error::Kind::not_found;
}

web::Response form_page(Call const& call, MeetingRecord const* m, Fields const& fields,
                        FormPage page) {
    auto const& words = call.words;
    std::vector<ui::Crumb> crumbs{{words("meetings.title"), "/meetings"}};
    if (m) crumbs.push_back({words(m->header.title), url("/meetings/{}", m->id())});
    auto const main =
        html::all(fields.problems(),
                  ui::page_heading({.title = page.title,
                                    .above = m ? words(m->header.title) : std::string(),
                                    .lead = page.lead}),
                  page.before, page.form, page.after);
    return call.page(page.title, main,
                     {.before_main = ui::breadcrumb(words, crumbs),
                      .problems = fields.count(),
                      .status = fields.status()});
}

} // namespace udb::meetings
