#include "modules/papers/numbering.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"

#include <algorithm>

namespace udb::papers {

Result<std::string> parse_base(std::string_view text) {
    auto const memo = bangla::parse_memo(text);
    if (!memo.scheme) return invalid("base", {"papers.base_unknown"});
    if (!memo.issue.empty() || memo.copy) return invalid("base", {"papers.base_has_issue"});
    return bangla::written(memo, Language::bn);
}

std::string with_issue(std::string_view base, std::int64_t issue) {
    auto memo = bangla::parse_memo(base);
    memo.issue = std::to_string(issue);
    return bangla::written(memo, Language::bn);
}

NextNumber next_number(NumberSeries series, int year) {
    if (series.year != year) {
        series.year = year;
        series.last = 0;
    }
    ++series.last;
    return {.issue = series.last, .memo = with_issue(series.base, series.last), .after = series};
}

Result<RecordedNumber> recorded_number(std::string_view text, std::string_view office_codes) {
    constexpr std::size_t bytes_max = 300;
    auto const typed = bangla::normalised(text.substr(0, bytes_max + 1));
    auto memo = bangla::parse_memo(typed);
    if (memo.raw.empty()) return invalid("memo", {"field.required"});
    if (typed.size() > bytes_max) return invalid("memo", {"papers.memo_too_long"});
    auto const ascii = bangla::ascii_digits(memo.raw);
    if (std::ranges::none_of(ascii, [](char c) { return c >= '0' && c <= '9'; }))
        return invalid("memo", {"papers.memo_no_digits"});

    RecordedNumber out;
    if (memo.copy) out.doubts.push_back({"papers.doubt_copy_suffix"});
    memo.copy.reset();
    if (!memo.scheme) {
        out.memo = memo.raw;
        out.doubts.push_back({"papers.doubt_unknown_form"});
        return out;
    }
    out.memo = bangla::written(memo, Language::bn);
    if (memo.issue.empty()) out.doubts.push_back({"papers.doubt_no_issue"});
    auto const codes =
        std::string(memo.group("ministry")) + '.' + std::string(memo.group("agency"));
    if (!office_codes.empty() && !codes.starts_with(office_codes))
        out.doubts.push_back({"papers.doubt_other_office",
                              {{"there", bangla::bangla_digits(codes)},
                               {"here", bangla::bangla_digits(office_codes)}}});
    return out;
}

std::string memo_key(std::string_view text, Id<Office> office) {
    auto const memo = bangla::parse_memo(bangla::normalised(text));
    auto key = bangla::base_of(memo);
    if (!memo.scheme && !key.empty()) key += '@' + to_string(office);
    return key;
}

int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

} // namespace udb::papers
