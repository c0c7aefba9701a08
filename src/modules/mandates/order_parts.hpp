// Where the parts of a paper begin and end: head, body, signature, copies (C23 and L26 show the
// order).
#pragma once

#include "bangla/calendar/written_date.hpp"
#include "modules/mandates/finding.hpp"
#include "modules/mandates/order.hpp"
#include "modules/mandates/order_lines.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::mandates {

struct Parts {
    std::optional<std::size_t> title = {};   ///< line of the kind, প্রজ্ঞাপন
    std::optional<std::size_t> subject = {}; ///< line of বিষয়
    std::size_t body = 0;                    ///< first line after head, title and subject
    std::size_t signature = 0;               ///< first line after the body
    std::size_t copies = 0; ///< first line of the copy block; the number of lines if there is none
};

Parts parts_of(std::span<Line const> lines);

/// The kind that a line names and nothing else: `অফিস আদেশ`; empty otherwise.
std::string_view kind_of(std::string_view text);

/// `নম্বর: …`, `স্মারক নং …`, `Memo No. …`: a line that begins by announcing a memo number.
bool announces_memo(std::string_view text);
/// `তারিখ: …`, or a line that is one or two dates and nothing else.
bool is_date_line(std::string_view text);
/// What a date that was misspelt was read as, and its value as the order keeps it; nothing for a
/// date written as it should be.
struct Mended {
    std::string read;
    std::string value;
};
std::optional<Mended> mended(bangla::WrittenDate const& date);

/// What stands after `বিষয়:` (or any of the words given) at the start of a line.
std::optional<std::string_view> after_word(std::string_view text,
                                           std::initializer_list<std::string_view> words);

/// A row of the text that ends (or begins) with a role: `… – সদস্য`.
struct RoleSplit {
    std::string rest;
    std::string role;      ///< id, empty for a role that no team rule knows
    std::string role_text; ///< as written
};
std::optional<RoleSplit> split_role(std::string_view text);
/// The role that a text is, and nothing else.
std::optional<RoleSplit> role_of(std::string_view text);

// The readers of the parts. Each fills its fields of the order and says what it doubts.
void read_head(std::span<Line const> lines, Parts const& parts, Order& order, Findings& findings);
void read_body(std::span<Line const> lines, Parts const& parts, Order& order, Findings& findings);
void read_signature(std::span<Line const> lines, Parts const& parts, Order& order,
                    Findings& findings);
void read_copies(std::span<Line const> lines, Parts const& parts, Order& order, Findings& findings);

/// Marks in `used` the lines that are rows of the composition by tier, of seats, of functions.
void read_tiers(std::span<Line const> body, std::vector<char>& used, Order& order,
                Findings& findings);
void read_seats(std::span<Line const> body, std::vector<char>& used, Order& order,
                Findings& findings);
void read_functions(std::span<Line const> body, std::vector<char>& used, Order& order,
                    Findings& findings);
/// What the body's sentences do: cite, cancel, amend, take effect.
void read_sentences(Order& order, Findings& findings);

} // namespace udb::mandates
