// What an import did with each row: taken, mended, refused, and why.
#pragma once

#include "base/id.hpp"
#include "base/message.hpp"
#include "modules/doptor/entry.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace udb {
struct Record;
}

namespace udb::doptor {

enum class Outcome {
    added,
    updated,
    matched,   ///< was in the books already, entered by hand
    unchanged, ///< nothing new since the last import
    read,      ///< layers, places, units: what other rows need; no record of their own
    refused,
};

struct Line {
    std::string file = {};
    std::int64_t row = 0;
    Kind kind = Kind::office;
    std::int64_t outside = 0; ///< Doptor's number
    BilingualText name = {};
    Outcome outcome = Outcome::added;
    std::vector<Message> notes = {}; ///< what was mended, or why it was refused
    Id<Record> record = {};          ///< zero where there is none
};

struct Report {
    /// Rows of each kind with each outcome.
    std::array<std::array<std::int64_t, 6>, 8> counts = {};
    std::int64_t mended = 0;      ///< rows that were taken with a note
    std::vector<Line> lines = {}; ///< refused, mended and matched rows, in the order of the files

    /// Counts a row, and keeps it where there is something to say of it.
    void tell(Line line);
    std::int64_t count(Kind kind, Outcome outcome) const {
        return counts[static_cast<std::size_t>(kind)][static_cast<std::size_t>(outcome)];
    }
    std::int64_t count(Outcome outcome) const;
};

/// The line of an entry, without an outcome yet.
Line line_of(Entry const& entry);

/// Messages whose gaps are texts and whole numbers, as JSON and back. What is no such JSON gives
/// none.
std::string written(std::vector<Message> const& notes);
std::vector<Message> read_notes(std::string_view json);

} // namespace udb::doptor

namespace udb {
template <>
std::span<Term<doptor::Outcome> const> terms<doptor::Outcome>();
}
