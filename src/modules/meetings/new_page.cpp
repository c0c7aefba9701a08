// Calling a meeting.
#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "kernel/form_values.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/calling_page.hpp"
#include "modules/meetings/policy.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

std::vector<MeetingKind> kinds_for(Call const& call, std::string_view path) {
    std::vector<MeetingKind> out;
    for (auto const& term : terms<MeetingKind>())
        if (call.may(policy, act_for(term.value), {.office_path = path})) out.push_back(term.value);
    return out;
}

std::string label_of_usual(Words const& words, Usual const& u, Id<Office> home) {
    return u.post.post.office == home ? words(offices::label_of(u.post.post))
                                      : words(offices::label_of(u.post));
}

std::vector<std::string> lines_in(std::string_view typed) {
    std::vector<std::string> out;
    while (!typed.empty()) {
        auto const end = std::min(typed.find('\n'), typed.size());
        if (auto const line = bangla::trimmed(typed.substr(0, end)); !line.empty())
            out.emplace_back(line);
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return out;
}

web::Response new_page(Call const& call, CallingOffice const& at, FormValues const& typed,
                       std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    Fields fields(call, typed, error);
    std::vector<ui::Choice> kinds;
    for (auto const kind : kinds_for(call, at.path))
        kinds.push_back({std::string(id_of(kind)), std::string(words(label_of(kind)))});
    auto const inner =
        html::all(html::hidden("office", to_string(at.id)), fields.radios("kind", kinds),
                  fields.line("title", true), occasion_fields(fields),
                  people_fields(call, at, fields, typed), fields.area("guests", 3, true),
                  fields.area("agenda", 5, true), ui::button({.label = words("meetings.call")}));
    return form_page(call, nullptr, fields,
                     {.title = words("meetings.new_title"),
                      .lead = words("meetings.new_lead", {{"office", at.name}}),
                      .form = ui::form({.action = "/meetings/new", .csrf = call.csrf()}, inner)});
}

FormValues first_values(Call const& call, CallingOffice const& at) {
    FormValues typed{{"begins", call.words.language() == Language::bn ? "১১:০০" : "11:00"},
                     {"lasts", call.words.number(60)},
                     {"place", std::string(call.words("meetings.usual_place"))}};
    for (auto const* name : {"kind", "date"})
        if (auto const given = call.request.query.get(name)) typed.emplace(name, *given);
    if (!typed.contains("kind"))
        typed.emplace("kind", std::string(id_of(kinds_for(call, at.path).front())));
    for (auto const& u : at.usual) {
        if (u.seat) typed.emplace("people", to_string(u.post.id));
        if (u.seat && u.leads) typed.emplace("chair", to_string(u.post.id));
    }
    std::string guests;
    for (auto const& name : at.named)
        guests += call.words(name) + '\n';
    typed.emplace("guests", guests);
    return typed;
}

} // namespace

Result<CallingOffice> calling_office(Call const& call, Id<Office> asked) {
    auto const id = asked ? asked : call.actor.office;
    auto found = call.look([&](Db& db) -> std::optional<CallingOffice> {
        auto const office = offices::find_office(db, id);
        if (!office) return {};
        return CallingOffice{.id = id,
                             .path = office->path(),
                             .name = office->office.name(),
                             .usual = usual_posts(db, id, call.today),
                             .named = named_members(db, id, call.today)};
    });
    if (!found) return not_found();
    if (kinds_for(call, found->path).empty()) return forbidden();
    return std::move(*found);
}

Html occasion_fields(Fields& fields) {
    return html::all(fields.date("date"), fields.line("begins", false, 5),
                     fields.line("lasts", false, 4), fields.line("place"),
                     fields.line("link", true));
}

Html people_fields(Call const& call, CallingOffice const& at, Fields& fields,
                   FormValues const& typed) {
    auto const& words = call.words;
    std::vector<ui::Choice> posts;
    std::vector<std::string> chosen;
    for (auto const& u : at.usual)
        posts.push_back({to_string(u.post.id), label_of_usual(words, u, at.id),
                         u.seat ? words("meetings.seat_of_team") : std::string()});
    for (auto [from, to] = typed.equal_range("people"); from != to; ++from)
        chosen.push_back(from->second);
    fields.named("people", words("meetings.field_people"));
    auto const boxes = ui::checkboxes(words, {.name = "people",
                                              .label = words("meetings.field_people"),
                                              .choices = posts,
                                              .values = chosen,
                                              .hint = words("meetings.hint_people"),
                                              .error = fields.wrong("people")});
    for (auto& post : posts)
        post.hint.clear();
    return boxes + fields.select("chair", posts);
}

Result<Occasion> occasion_in(web::Form const& form) {
    std::vector<FieldError> wrong;
    Occasion when{.place = std::string(form["place"]), .link = std::string(form["link"])};
    auto const day = day_in(form, "date");
    if (!day)
        wrong.insert(wrong.end(), day.error().fields.begin(), day.error().fields.end());
    else if (!*day)
        wrong.push_back({"date", {"field.required"}});
    else
        when.day = **day;
    auto const begins = parse_clock(form["begins"]);
    if (!begins) wrong.push_back({"begins", {"meetings.no_time"}});
    when.begins = begins.value_or(Clock{});
    auto const lasts = bangla::ascii_digits(bangla::trimmed(form["lasts"]));
    bool const counts =
        !lasts.empty() && lasts.size() <= 4 && lasts.find_first_not_of("0123456789") == lasts.npos;
    if (!counts) wrong.push_back({"lasts", {"meetings.lasts_range"}});
    when.lasts = std::chrono::minutes{counts ? std::stoi(lasts) : 60};
    if (!wrong.empty()) return invalid(std::move(wrong));
    return when;
}

FormValues typed_of(Call const& call, Occasion const& when) {
    auto const& words = call.words;
    auto const begins = written(when.begins);
    return {{"date", words.date(when.day)},
            {"begins", words.language() == Language::bn ? bangla::bangla_digits(begins) : begins},
            {"lasts", words.number(when.lasts.count())},
            {"place", when.place},
            {"link", when.link}};
}

std::vector<Attendee> guests_in(std::string_view typed) {
    std::vector<Attendee> people;
    while (!typed.empty()) {
        auto const end = std::min(typed.find('\n'), typed.size());
        auto const line = bangla::trimmed(typed.substr(0, end));
        auto const bar = line.find('|');
        if (!line.empty())
            people.push_back({.name = std::string(bangla::trimmed(line.substr(0, bar))),
                              .email = bar == line.npos
                                           ? std::string()
                                           : std::string(bangla::trimmed(line.substr(bar + 1)))});
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return people;
}

std::vector<Attendee> people_in(web::Form const& form) {
    std::vector<Attendee> people;
    auto const chair = parse_id<Post>(form["chair"]).value_or(Id<Post>{});
    for (auto const value : form.fields.all("people"))
        if (auto const post = parse_id<Post>(value))
            people.push_back({.post = *post, .chair = *post == chair});
    // Who presides is asked to come, ticked or not.
    if (chair && std::ranges::count(people, chair, &Attendee::post) == 0)
        people.insert(people.begin(), {.post = chair, .chair = true});
    for (auto& guest : guests_in(form["guests"]))
        people.push_back(std::move(guest));
    return people;
}

BilingualText title_for(Catalogue const& words, MeetingKind kind, Date day) {
    std::chrono::year_month_day const ymd{day};
    auto const year = std::to_string(int{ymd.year()});
    return words.say(
        {"meetings.usual_title",
         {{"kind", BilingualText{label_of(kind)}},
          {"month", BilingualText{bangla::gregorian_months.at(unsigned{ymd.month()} - 1)}},
          {"year", BilingualText{bangla::bangla_digits(year), year}}}});
}

Result<web::Response> show_new_meeting(Call& call) {
    auto const at = TRY(calling_office(
        call, parse_id<Office>(call.request.query.get_or("office")).value_or(Id<Office>{})));
    return new_page(call, at, first_values(call, at));
}

Result<web::Response> post_meeting(Call& call) {
    auto const at =
        TRY(calling_office(call, parse_id<Office>(call.form["office"]).value_or(Id<Office>{})));
    auto const kind = term_with_id<MeetingKind>(call.form["kind"]);
    auto when = occasion_in(call.form);
    std::optional<Error> error;
    if (!when) error = when.error();
    if (!kind) {
        if (!error) error = invalid(std::vector<FieldError>{});
        error->fields.insert(error->fields.begin(), {"kind", {"field.required"}});
    }
    if (error) return new_page(call, at, call.values(), error);
    Calling calling{.office = at.id,
                    .kind = *kind,
                    .title = {std::string(call.form["title"]), {}},
                    .when = *when,
                    .people = people_in(call.form),
                    .agenda = lines_in(call.form["agenda"])};
    if (bangla::trimmed(calling.title.bn).empty())
        calling.title = title_for(call.words.catalogue(), *kind, when->day);
    auto const id = call.perform(call_meeting, calling);
    if (id) return call.redirect(url("/meetings/{}", *id), "meetings.called_flash");
    if (!stays_on_page(id.error())) return id.error();
    auto refused_for = id.error();
    for (auto& field : refused_for.fields)
        if (field.field == "day") field.field = "date";
    return new_page(call, at, call.values(), refused_for);
}

} // namespace udb::meetings
