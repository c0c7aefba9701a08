#include "modules/duties/office/page_parts.hpp"

#include "bangla/calendar/written_date.hpp"
#include "modules/duties/policy.hpp"

#include <algorithm>
#include <charconv>

namespace udb::duties {
namespace {

constexpr int years_shown = 4;
/// The year of the first circular.
constexpr int first_year = 2012;

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    auto const [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (wrong != std::errc() || end != text.data() + text.size()) return {};
    return number;
}

std::string_view query(Call const& call, std::string_view name) {
    return call.request.query.get_or(name);
}

} // namespace

Asked with_day(Call const& call, Asked a) {
    a.on = call.today;
    a.typed = query(call, "on");
    if (!a.typed.empty()) {
        auto const day = bangla::parse_date(a.typed);
        if (!day)
            a.wrong = day.error().message;
        else if (!day->date || *day->date > call.today)
            a.wrong = {"duties.on_ahead"};
        else
            a.on = *day->date;
    }
    a.year = bangla::fiscal_year(a.on);
    auto const year = number_in(query(call, "year"));
    if (year && *year >= first_year && *year <= a.year.start) a.year = {*year};
    return a;
}

Result<Asked> asked(Call const& call) {
    auto const id = TRY(call.id<Office>("office"));
    auto const office = call.look([&](Db& db) { return find_duty_office(db, id); });
    if (!office || !call.may(policy, Act::read, {.office_path = office->path})) return not_found();
    return with_day(call, {.office = *office});
}

Result<std::unique_ptr<OfficeYear>> loaded(Call const& call, Asked const& a) {
    if (!a.office.tier) return not_found();
    return call.look(
        [&](Db& db) { return std::make_unique<OfficeYear>(db, a.office, a.year, a.on); });
}

Url at(Call const& call, Url const& path, Asked const& a) {
    auto where = path.with("year", std::to_string(a.year.start));
    return a.on == call.today ? where : where.with("on", iso(a.on));
}

ui::Verdict verdict_of(State state) {
    switch (state) {
    case State::met: return ui::Verdict::met;
    case State::partly: return ui::Verdict::partly;
    case State::not_met: return ui::Verdict::not_met;
    case State::cannot_tell: break;
    }
    return ui::Verdict::cannot_tell;
}

ui::Status status_of(Words const& words, State state) {
    using Tone = ui::Status::Tone;
    auto const tone = state == State::met       ? Tone::good
                      : state == State::partly  ? Tone::waiting
                      : state == State::not_met ? Tone::bad
                                                : Tone::unsure;
    return {.text = std::string(words(label_of(state))), .tone = tone};
}

ui::Status status_of_open(Words const& words, State state) {
    if (state != State::cannot_tell) return status_of(words, state);
    return {.text = words("duties.in_time"), .tone = ui::Status::Tone::plain};
}

std::string name_of(Words const& words, bangla::Days const& period) {
    auto const length = (period.last - period.first).count();
    if (length > 300)
        return words("duties.year_named",
                     {{"year", bangla::name(bangla::fiscal_year(period.first), words.language())}});
    if (length > 40)
        return words("duties.quarter_" + std::to_string(bangla::fiscal_quarter(period.first)));
    // "১ আগস্ট ২০২৬" without its day.
    auto const date = words.date(period.first);
    return date.substr(date.find(' ') + 1);
}

std::string title_of(Words const& words, Function const& function) {
    return words("duties.function_named",
                 {{"no", std::int64_t{function.no}}, {"title", words(function.title)}});
}

std::string name_of(Words const& words, Counted const& counted) {
    if (counted.completion) return std::string(words(label_of(*counted.completion)));
    auto key = "duties.signal_" + counted.signal.event;
    std::ranges::replace(key, '.', '_');
    key.replace(0, 7, "duties.");
    return words(key);
}

std::string names_of(Words const& words, std::vector<Counted const*> const& counted) {
    std::string out;
    for (auto const* one : counted)
        out += (out.empty() ? "" : ", ") + name_of(words, *one);
    return out;
}

ui::Status status_of_due(Words const& words, std::int64_t days_late) {
    if (days_late <= 0) return {.text = words("duties.in_time"), .tone = ui::Status::Tone::plain};
    return {.text = words("duties.days_late", {{"days", days_late}}),
            .tone = ui::Status::Tone::bad};
}

std::string sentence_of(Words const& words, Part const& part, Date today) {
    std::vector<std::pair<std::string, Arg>> const args{
        {"what", name_of(words, *part.counted)},      {"count", std::int64_t{part.count}},
        {"least", std::int64_t{part.counted->least}}, {"days", part.days_late},
        {"done", part.done_on.value_or(today)},       {"due", part.due.value_or(today)}};
    if (part.done_on)
        return words(part.days_late > 0 ? "duties.part_done_late" : "duties.part_done", args);
    if (part.days_late > 0) return words("duties.part_late", args);
    if (part.due) return words("duties.part_due", args);
    return words(part.counted->least > 1 ? "duties.part_some" : "duties.part_missing", args);
}

std::string sentence_of(Words const& words, FunctionStatus const& status) {
    switch (status.because) {
    case Because::attested:
        return words("duties.is_attested", {{"date", status.attested->recorded_on}});
    case Because::no_records: return words("duties.no_records");
    case Because::not_due: return words("duties.not_due");
    case Because::counted: break;
    }
    if (status.duties.size() > 1) {
        // A period that still runs and has nothing yet weighs nothing.
        auto const met = std::ranges::count(status.duties, State::met, &Duty::state);
        auto const open = std::ranges::count(status.duties, State::cannot_tell, &Duty::state);
        return words("duties.periods_met",
                     {{"met", std::int64_t{met}},
                      {"all", static_cast<std::int64_t>(status.duties.size()) - open}});
    }
    auto const& parts = status.duties.front().parts;
    auto const met = std::ranges::count(parts, State::met, &Part::state);
    return words("duties.parts_met",
                 {{"met", std::int64_t{met}}, {"all", static_cast<std::int64_t>(parts.size())}});
}

Html chooser(Call const& call, Url const& path, Asked const& a) {
    auto const& words = call.words;
    std::vector<ui::Choice> years;
    auto const newest = bangla::fiscal_year(call.today).start;
    for (int year = newest; year > newest - years_shown; --year)
        years.push_back(
            {.value = std::to_string(year), .label = bangla::name({year}, words.language())});
    Html back;
    if (a.on != call.today)
        back =
            ui::notice(words, {.heading = words("duties.looks_back", {{"date", a.on}}),
                               .body = ui::link({.text = words("duties.to_today"), .href = path})});
    return html::all(
        back, ui::choosing({.action = path, .button = words("duties.choose")},
                           html::all(ui::select(words, {.name = "year",
                                                        .label = words("duties.year"),
                                                        .choices = std::move(years),
                                                        .value = std::to_string(a.year.start),
                                                        .empty_line = false}),
                                     ui::date_field(words, {.name = "on",
                                                            .label = words("duties.on"),
                                                            .value = a.typed,
                                                            .hint = words("duties.on_hint"),
                                                            .error = a.wrong ? words(*a.wrong) : "",
                                                            .optional = true}))));
}

} // namespace udb::duties
