// The file that `plan score` takes: indicators with what was achieved, as JSON; and its answer.
#pragma once

#include "base/result.hpp"
#include "kernel/words.hpp"
#include "modules/plans/scoring.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace udb::plans {

inline constexpr std::size_t score_file_bytes_max = std::size_t{8} << 20;
inline constexpr std::size_t score_file_indicators_max = 10'000;

struct ScoreEntry {
    std::string id;
    IndicatorFacts indicator = {};
    /// What was given in place of quarters; else what the quarters come to.
    Achieved achieved = {};
};

/// `{"indicators": [{"id", "unit", "weight", "bands", "better", "rule", "count", "quarters" or
/// "actual"}]}`. `id` and `weight` (0 to 1000) and `bands` (at most five from 100 % down, null:
/// blank) must be there; without the others: `number`, `higher` (of a date `lower`), `interpolate`,
/// `sum`. Numbers are taken as written (more than four decimals are rounded to four), dates as
/// `2026-01-31`; a text in place of a number is read as people write it (`"২৯.৯৭"`). Every
/// problem at once, with its path: `indicators[2].bands[1]`.
Result<std::vector<ScoreEntry>> read_score_file(std::string_view text);

/// `{"indicators": [{"id", "actual", "half_year", "percent", "score", "working": {"bn", "en"}}],
/// "total"}`: numbers with at most four decimals, dates in ISO form; `actual`, `half_year` and
/// `percent` null where there is none; `total` the sum of the scores.
std::string score_json(std::vector<ScoreEntry> const& entries, Catalogue const& words);

} // namespace udb::plans
