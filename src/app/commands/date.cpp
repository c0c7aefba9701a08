#include "app/commands/date.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/calendar/written_date.hpp"
#include "bangla/text/normalise.hpp"

#include <boost/json.hpp>
#include <ostream>

namespace udb::app {
namespace {

using namespace bangla;

void say_both(Message const& message, Catalogue const& words, std::ostream& err) {
    auto const said = words.say(message);
    err << said.bn << '\n' << said.en << '\n';
}

/// The Gregorian day of what was written, by the rule asked for.
Result<Date> day_of(WrittenDate const& written, DateCommand const& command) {
    auto const refuse = [&](char const* key) {
        return refused({key, {{"text", std::string(trimmed(command.text))}}});
    };
    if (command.from_bangla && written.calendar != CalendarKind::bangla)
        return refuse("calendar.want_bangla");
    if (!written.date) return refuse("calendar.want_year");
    if (!command.old_rule || !written.bangla()) return *written.date;
    auto const day = gregorian_date(*written.bangla(), BanglaRule::before_2019);
    if (!day) return refuse("calendar.not_a_date");
    return *day;
}

void print_json(Date date, BanglaRule rule, std::ostream& out) {
    auto const weekday = weekday_name(date);
    boost::json::object const object{
        {"gregorian", iso(date)},
        {"bangla", long_date(bangla_date(date, rule), Language::bn)},
        {"weekday", boost::json::object{{"bn", weekday.bn}, {"en", weekday.en}}},
        {"fiscal_year", name(fiscal_year(date), Language::en)},
        {"rule", rule == BanglaRule::since_2019 ? "since_2019" : "before_2019"}};
    out << boost::json::serialize(object) << '\n';
}

} // namespace

int run(DateCommand const& command, Catalogue const& words, std::ostream& out, std::ostream& err) {
    if (trimmed(command.text).empty()) {
        say_both({"calendar.give_date"}, words, err);
        return 2;
    }
    auto const written = parse_date(command.text);
    if (!written) {
        say_both(written.error().message, words, err);
        return 1;
    }
    auto const date = day_of(*written, command);
    if (!date) {
        say_both(date.error().message, words, err);
        return 1;
    }
    for (auto const& mended : written->mended)
        say_both(mended, words, err);
    auto const rule = command.old_rule ? BanglaRule::before_2019 : rule_of(*date);
    if (command.json)
        print_json(*date, rule, out);
    else if (written->calendar == CalendarKind::bangla)
        out << iso(*date) << '\n';
    else
        out << long_date(bangla_date(*date, rule), Language::bn) << '\n';
    return 0;
}

} // namespace udb::app
