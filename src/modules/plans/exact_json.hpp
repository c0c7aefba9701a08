// JSON whose numbers stay as they were written: 29.97 is 29.97.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace udb::plans {

struct Json {
    enum class Kind { null, flag, number, text, list, object };

    Kind kind = Kind::null;
    std::string text = {};              ///< of a number as written; `true` or `false` of a flag
    std::vector<Json> items = {};       ///< of a list, and the values of an object
    std::vector<std::string> keys = {}; ///< of an object, beside `items`

    /// The member, unless it is absent or null.
    Json const* given(std::string_view key) const;
};

/// The whole of `text` as one value; at most sixteen levels, no key twice in an object. Refusals:
/// `plan_score.file_not_json` {line, why}, `plan_score.file_twice` {key}.
Result<Json> parse_exact_json(std::string_view text);

} // namespace udb::plans
