// Dates in papers and fields; one that was read, written in words, is the same day.
#include "bangla/calendar/gregorian.hpp"
#include "bangla/calendar/written_date.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"

namespace udb::fuzz {
namespace {

void check(bangla::WrittenDate const& written) {
    ENSURE(written.month >= 1 && written.month <= 12 && written.day >= 1 && written.day <= 32,
           "a day is one");
    if (!written.date) return;
    ENSURE(bangla::in_calendar(*written.date), "a day is in the calendar");
    auto const both = bangla::bangla_date(*written.date);
    ENSURE(bangla::gregorian_date(both) == written.date, "a day has one Bangla day");
    for (auto const language : {Language::bn, Language::en}) {
        auto const again = bangla::parse_date(bangla::long_date(*written.date, language));
        ENSURE(again && again->date == written.date, "a Gregorian day in words is the same");
        auto const third = bangla::parse_date(bangla::long_date_with_era(both, language));
        ENSURE(third && third->date == written.date, "a Bangla day in words is the same");
    }
}

} // namespace

void date(std::string_view bytes) {
    if (auto const written = bangla::parse_date(bytes)) check(*written);
    std::size_t end = 0;
    for (auto const& found : bangla::find_dates(bytes)) {
        ENSURE(end <= found.begin && found.begin < found.end && found.end <= bytes.size(),
               "places lie in the text, in order");
        end = found.end;
        if (found.date) check(*found.date);
    }
}

} // namespace udb::fuzz
