#include "modules/plans/periods.hpp"

#include "bangla/text/digits.hpp"

namespace udb::plans {

QuarterSpan quarters_of(Period period) {
    switch (period) {
    case Period::q1: return {1, 1};
    case Period::q2: return {2, 2};
    case Period::half: return {1, 2};
    case Period::q3: return {3, 3};
    case Period::q4: return {4, 4};
    case Period::year: break;
    }
    return {1, 4};
}

bangla::Days days_of(int fiscal_year, Period period) {
    auto const span = quarters_of(period);
    bangla::FiscalYear const year{fiscal_year};
    return {bangla::days_of(year, span.first).first, bangla::days_of(year, span.last).last};
}

unsigned quarters_over(int fiscal_year, Date today) {
    unsigned over = 0;
    while (over < 4 && bangla::days_of(bangla::FiscalYear{fiscal_year}, over + 1).last < today)
        ++over;
    return over;
}

unsigned quarter_to_tell(int fiscal_year, Date today) {
    auto const over = quarters_over(fiscal_year, today);
    return over == 0 ? 1 : over;
}

Period period_of(unsigned quarter) {
    static constexpr Period all[] = {Period::q1, Period::q2, Period::q3, Period::q4};
    return all[(quarter - 1) % 4];
}

std::vector<Period> periods_over(int fiscal_year, Date today) {
    std::vector<Period> over;
    for (auto const& term : terms<Period>())
        if (days_of(fiscal_year, term.value).last <= today) over.push_back(term.value);
    return over;
}

std::optional<unsigned> parse_quarter(std::string_view text) {
    auto const digits = bangla::ascii_digits(text);
    if (digits.size() != 1 || digits[0] < '1' || digits[0] > '4') return {};
    return static_cast<unsigned>(digits[0] - '0');
}

} // namespace udb::plans
