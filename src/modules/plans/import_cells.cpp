#include "modules/plans/import_cells.hpp"

#include "bangla/calendar/written_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"
#include "modules/plans/number_text.hpp"

#include <algorithm>
#include <array>

namespace udb::plans {
namespace {

using bangla::trimmed;

constexpr std::size_t cell_bytes_max = 200; ///< no value is longer

BilingualText both(Value value, Unit unit) {
    return {written(value, unit, Language::bn), written(value, unit, Language::en)};
}

Message mended(std::string_view text, Value value, Unit unit) {
    return {"plan_import.mended_value",
            {{"written", std::string(text)}, {"read", both(value, unit)}}};
}

Message unreadable(std::string_view text, Unit unit) {
    return {unit == Unit::date ? "plan_import.not_a_day" : "plan_import.not_a_number",
            {{"given", text.size() > cell_bytes_max ? std::string("…") : std::string(text)}}};
}

/// `৫ টি`, `৮০ %`, `১২ জন`: the number before one short word.
std::optional<Value> before_word(std::string_view text) {
    auto const ascii = bangla::ascii_digits(text);
    auto const end = std::min(ascii.find_first_not_of("0123456789.,-"), ascii.size());
    auto const rest = trimmed(std::string_view(ascii).substr(end));
    constexpr std::size_t word_bytes_max = 30;
    if (end == 0 || end == ascii.size() || rest.size() > word_bytes_max
        || rest.find_first_of("0123456789") != rest.npos)
        return {};
    auto number = trimmed(std::string_view(ascii).substr(0, end));
    while (number.ends_with('.') || number.ends_with(','))
        number.remove_suffix(1);
    return parse_decimal(number);
}

/// Days as spreadsheets count them, from 1900; only those of this century so far.
std::optional<Value> counted_day(std::string_view text) {
    auto const number = read_number_text(bangla::ascii_digits(text));
    constexpr std::int64_t first = 36'526;   // 1 January 2000
    constexpr std::int64_t last = 73'415;    // 31 December 2100
    constexpr std::int64_t to_unix = 25'569; // 1 January 1970
    if (!number || number->value.units % Value::one != 0) return {};
    auto const day = number->value.units / Value::one;
    if (day < first || day > last) return {};
    return Value::whole(day - to_unix);
}

CellRead day_in(std::string_view text, int fiscal_year) {
    using namespace std::chrono;
    if (auto const counted = counted_day(text))
        return {counted, mended(text, *counted, Unit::date), {}};
    auto const read = bangla::parse_date(text);
    if (!read) return {{}, {}, read.error().message};
    if (read->date) {
        CellRead out{.value = value_of(*read->date)};
        if (!read->mended.empty()) out.mended = read->mended.front();
        return out;
    }
    if (read->calendar != bangla::CalendarKind::gregorian)
        return {{}, {}, unreadable(text, Unit::date)};
    auto const day = year{fiscal_year + (read->month < 7 ? 1 : 0)} / static_cast<int>(read->month)
                     / static_cast<int>(read->day);
    if (!day.ok()) return {{}, {}, unreadable(text, Unit::date)};
    auto const value = value_of(sys_days{day});
    return {value, mended(text, value, Unit::date), {}};
}

bool take(std::string_view& text, std::string_view mark) {
    if (!text.starts_with(mark)) return false;
    text.remove_prefix(mark.size());
    return true;
}

/// Digits of either script, and points, in ASCII.
std::string take_number(std::string_view& text) {
    constexpr std::size_t bangla_digit_bytes = 3;
    std::string out;
    while (!text.empty()) {
        bool const bangla = text.starts_with("\xE0\xA7");
        auto const digit = bangla::ascii_digits(text.substr(0, bangla ? bangla_digit_bytes : 1));
        if (digit.size() != 1
            || std::string_view("0123456789.").find(digit[0]) == std::string_view::npos)
            break;
        out += digit;
        text.remove_prefix(bangla ? bangla_digit_bytes : 1);
    }
    return out;
}

template <class E, std::size_t size>
std::optional<E> named(std::string_view text,
                       std::array<std::pair<std::string_view, E>, size> const& words) {
    auto const key = bangla::folded(text);
    for (auto const& row : terms<E>())
        if (key == bangla::folded(row.label.bn) || key == bangla::folded(row.label.en)
            || key == bangla::folded(row.id))
            return row.value;
    for (auto const& [word, value] : words)
        if (key == bangla::folded(word)) return value;
    return {};
}

} // namespace

bool says_nothing(std::string_view text) {
    auto const plain = trimmed(text);
    if (plain.size() > cell_bytes_max) return false;
    if (bangla::folded(plain).empty()) return plain.find('%') == plain.npos;
    static std::array const words{bangla::folded("প্রযোজ্য নয়"), bangla::folded("n/a"),
                                  bangla::folded("na"), bangla::folded("nil"),
                                  bangla::folded("প্রযোজ্য নহে")};
    return std::ranges::find(words, bangla::folded(plain)) != words.end();
}

CellRead read_cell(std::string_view text, Unit unit, int fiscal_year) {
    if (says_nothing(text)) return {};
    if (text.size() > cell_bytes_max) return {{}, {}, unreadable(text, unit)};
    auto const plain = bangla::normalised(trimmed(text));
    if (unit == Unit::date) return day_in(plain, fiscal_year);
    if (auto const number = read_number_text(plain)) {
        CellRead out{.value = number->value};
        if (number->rounded) out.mended = mended(plain, number->value, unit);
        return out;
    }
    if (auto const value = parse_value(plain, unit)) return {.value = value};
    if (auto const value = before_word(plain)) return {value, mended(plain, *value, unit), {}};
    return {{}, {}, unreadable(plain, unit)};
}

std::optional<Unit> unit_named(std::string_view text) {
    using enum Unit;
    static constexpr std::array<std::pair<std::string_view, Unit>, 21> words{{
        {"শতাংশ", percent},     {"শতকরা হার", percent}, {"percentage", percent},
        {"percent", percent},   {"টাকা", amount},       {"লক্ষ টাকা", amount},
        {"টাকা (লক্ষ)", amount}, {"কোটি টাকা", amount},  {"টাকা (কোটি)", amount},
        {"লক্ষ", amount},        {"কোটি", amount},       {"taka", amount},
        {"bdt", amount},        {"টি", number},         {"জন", number},
        {"বার", number},        {"কিঃমিঃ", number},     {"মিঃ", number},
        {"no", number},         {"nos", number},        {"count", number},
    }};
    if (bangla::trimmed(text) == "%") return percent;
    return named(text, words);
}

std::optional<Count> count_named(std::string_view text) {
    using enum Count;
    static constexpr std::array<std::pair<std::string_view, Count>, 6> words{{
        {"যোগফল", sum},
        {"মোট", sum},
        {"total", sum},
        {"mean", average},
        {"ক্রমপুঞ্জিভূত", cumulative},
        {"শেষ মান", last},
    }};
    return named(text, words);
}

NumberedName numbered_name(std::string_view text, std::size_t expected) {
    auto const plain = bangla::single_spaced(bangla::normalised(text));
    std::string_view rest = plain;
    bool const bracket = take(rest, "[") || take(rest, "(");
    auto number = take_number(rest);
    bool const pointed = number.ends_with('.');
    while (number.ends_with('.'))
        number.pop_back();
    bool const closed = take(rest, "]") || take(rest, ")");
    bool const marked = !closed && (take(rest, "।") || take(rest, ":"));
    bool const several = number.find('.') != number.npos;
    bool const spaced = rest.starts_with(' ') || closed;
    bool const sure = bracket || several || pointed || marked || closed
                      || (expected > 0 && number == std::to_string(expected));
    constexpr std::size_t number_bytes_max = 20;
    if (number.empty() || number.starts_with('.') || (bracket && !closed) || !sure || !spaced
        || number.size() > number_bytes_max || trimmed(rest).empty())
        return {{}, plain};
    return {number, std::string(trimmed(rest))};
}

} // namespace udb::plans
