// Where a paper's number comes from: recorded as D-Nothi gave it, or the next of the office's own
// series. Never both: an office has one source at a time.
#pragma once

#include "bangla/memo/memo.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "modules/papers/paper_terms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {
struct Office;
}

namespace udb::papers {

/// How an office numbers its papers. Issue numbers run per calendar year (domain: per file and
/// year), so that a new year begins at one.
struct NumberSeries {
    NumberSource source = NumberSource::dnothi;
    std::string base = {};    ///< of an own series: the groups up to the year of the file's opening
    int year = 0;             ///< of `last`
    std::int64_t last = 0;    ///< the issue number that was given out last in `year`
    std::int64_t version = 0; ///< 0: never set; then numbers are recorded from D-Nothi

    bool operator==(NumberSeries const&) const = default;
};

/// The base of a series, in Bangla digits: 18 digits (Secretariat Instructions 2014) or 22 (2024)
/// and no issue number. Refused at field `base`: `papers.base_unknown`, `papers.base_has_issue`.
Result<std::string> parse_base(std::string_view text);

/// `৪০.০০.….১৭` and 6 is `৪০.০০.….১৭.৬`; 18-digit numbers get a hyphen.
std::string with_issue(std::string_view base, std::int64_t issue);

/// The number that the series gives in `year`, and the series after it.
struct NextNumber {
    std::int64_t issue = 0;
    std::string memo = {};
    NumberSeries after = {};
};
NextNumber next_number(NumberSeries series, int year);

/// A number as an officer copied it from D-Nothi.
struct RecordedNumber {
    std::string memo = {}; ///< in its official form; as typed where it follows no known grammar
    std::vector<Message> doubts = {}; ///< shown, and never in the way
};
/// Refused at field `memo`: `field.required`, `papers.memo_too_long`, `papers.memo_no_digits`.
/// Doubts: no known grammar; no issue number; a copies' suffix, which is dropped; another ministry
/// or agency than `office_codes` ("40.00", as far as known).
Result<RecordedNumber> recorded_number(std::string_view text, std::string_view office_codes);

/// Identifies a paper: two papers with one key are one. A number of 18 or 22 digits names its
/// office; any other (`১২/২০২৬`) is told apart from the same number of another office.
std::string memo_key(std::string_view memo, Id<Office> office);

/// The calendar year of a day.
int year_of(Date day);

} // namespace udb::papers
