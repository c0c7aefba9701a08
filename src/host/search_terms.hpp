// The words of a query, and conditions on the index in the words of either engine.
#pragma once

#include "store/database.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace udb::search_terms {

/// A word of a query, or several digits groups that must follow one another, as in a memo number.
struct Sought {
    std::vector<std::string> keys;
    bool prefix = false; ///< the last key may go on
};

/// What was typed, at most ten terms of its first 1,000 bytes.
std::vector<Sought> terms_of(std::string_view text);
inline constexpr std::size_t terms_most = 10;

/// Stands in the index beside the words of a title as a whole; empty for a text without words.
std::string whole_title(std::string_view title);

/// Marks, which no word can be. An office's mark is held by all records of it and below.
std::string kind_mark(std::string_view kind);
/// Of a path's last office; empty for a path that names none.
std::string office_mark(std::string_view path);
/// The marks of a record as an SQL expression over `records r`. PostgreSQL's also tell among which
/// 1,024, 8,192 and 65,536 neighbours by number the record is.
std::string_view marks_sql(Dialect dialect);

/// A part of what a condition meets, newest first: each part has older records than the one before.
/// FTS5 walks from the newest by itself. GIN keeps no order and would give all of a word that most
/// records hold, so PostgreSQL is asked for few neighbours first, and goes on only as long as it
/// has not found enough.
struct Part {
    std::string condition;
    std::int64_t below; ///< records numbered less than that
};

/// Writes conditions for FTS5 or tsquery.
class Conditions {
public:
    explicit Conditions(Dialect dialect) : dialect_(dialect) {}

    /// What a statement takes `rowid` from, `d`: what meets the part bound to its two gaps
    /// (condition and `below`) in titles, numbers and marks, or everywhere.
    std::string_view meeting_in_head() const;
    std::string_view meeting() const;

    /// Always as many for one engine. `newest`: the highest number of a record.
    std::vector<Part> parts(std::string const& condition, std::int64_t newest) const;

    std::string term(Sought const& term) const;
    /// For `meeting_in_head`.
    std::string in_head(Sought const& term) const;
    std::string word(std::string_view key) const;
    /// Empty ones are left out; empty of nothing.
    std::string all(std::vector<std::string> const& conditions) const;
    std::string any(std::vector<std::string> const& conditions) const;
    /// `condition`, but not what meets `barred`, which may be empty.
    std::string without(std::string const& condition, std::string const& barred) const;

private:
    std::string joined(std::vector<std::string> const& conditions, std::string_view by) const;

    Dialect dialect_;
};

} // namespace udb::search_terms
