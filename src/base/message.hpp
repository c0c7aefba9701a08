// What is said to a person: the key of a sentence in a words file, and what fills its gaps.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace udb {

/// What may stand in a `{gap}`. Numbers and dates are written in the reader's digits and months.
using Arg = std::variant<std::int64_t, std::string, BilingualText, Date>;

/// A sentence by key (`teams.leader_rank`) with its gaps; `kernel/words.hpp` renders it.
struct Message {
    std::string key;
    std::vector<std::pair<std::string, Arg>> args = {};

    bool operator==(Message const&) const = default;
};

} // namespace udb
