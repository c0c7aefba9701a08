#include "app/commands/workdays.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/working_days.hpp"
#include "bangla/calendar/written_date.hpp"
#include "bangla/text/normalise.hpp"

#include <boost/json.hpp>
#include <ostream>

namespace udb::app {
namespace {

using namespace bangla;

Result<Date> day_of(std::string const& text) {
    auto const written = TRY(parse_date(text));
    if (!written.date)
        return refused({"calendar.want_year", {{"text", std::string(trimmed(text))}}});
    return *written.date;
}

void print_json(WorkingDays const& counted, Catalogue const& words, std::ostream& out) {
    namespace json = boost::json;
    auto const both = [&](Message const& message) {
        auto const said = words.say(message);
        return json::object{{"bn", said.bn}, {"en", said.en}};
    };
    json::array skipped;
    for (auto const& day : counted.skipped)
        skipped.push_back(json::object{{"date", iso(day.date)}, {"why", both(day.why)}});
    out << json::serialize(
        json::object{{"date", iso(counted.date)}, {"skipped", std::move(skipped)}})
        << '\n';
}

void print_text(Date from, WorkdaysAdd const& command, WorkingDays const& counted,
                Catalogue const& catalogue, std::ostream& out) {
    Words const words(catalogue, command.language);
    out << words("calendar.counted_to", {{"from", from},
                                         {"n", command.days},
                                         {"date", counted.date},
                                         {"day", BilingualText(weekday_name(counted.date))}})
        << '\n';
    if (!counted.skipped.empty())
        out << words("calendar.skipped_head",
                     {{"n", static_cast<std::int64_t>(counted.skipped.size())}})
            << '\n';
    for (auto const& day : counted.skipped)
        out << words("calendar.skipped_line", {{"date", day.date}, {"why", words(day.why)}})
            << '\n';
    for (auto const& finding : counted.findings)
        out << words(finding) << '\n';
}

} // namespace

int run(WorkdaysAdd const& command, bangla::Holidays const& holidays, Catalogue const& words,
        std::ostream& out, std::ostream& err) {
    auto const refuse = [&](Error const& error) {
        auto const said = words.say(error.message);
        err << said.bn << '\n' << said.en << '\n';
        return 1;
    };
    auto const from = day_of(command.from);
    if (!from) return refuse(from.error());
    WorkingCalendar const calendar{.holidays = &holidays, .area = command.area};
    auto const counted = add_working_days(*from, command.days, calendar);
    if (!counted) return refuse(counted.error());
    if (command.json) {
        print_json(*counted, words, out);
        for (auto const& finding : counted->findings)
            err << words.say(finding).bn << '\n' << words.say(finding).en << '\n';
    } else {
        print_text(*from, command, *counted, words, out);
    }
    return 0;
}

} // namespace udb::app
