#include "bangla/memo/memo_reader.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace udb::bangla {
namespace {

struct Shape {
    MemoScheme scheme;
    std::size_t groups;
    std::array<std::string_view, 8> keys;
    std::array<std::size_t, 8> digits;
};

constexpr std::array<Shape, 2> shapes{{
    {MemoScheme::digits_18,
     7,
     {"ministry", "agency", "place", "section", "subject", "file", "year"},
     {2, 2, 4, 3, 2, 3, 2}},
    {MemoScheme::digits_22,
     8,
     {"ministry", "agency", "place", "subordinate", "section", "subject", "file", "year"},
     {2, 2, 4, 3, 3, 2, 4, 2}},
}};

constexpr std::size_t issue_digits_max = 7;
constexpr std::size_t copy_digits_max = 6;

/// A position in the text that only moves forward.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    std::string_view rest() const { return text_.substr(at_); }

    bool take(std::string_view token) {
        if (!rest().starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    bool take_any(std::span<std::string_view const> tokens) {
        return std::ranges::any_of(tokens, [&](auto token) { return take(token); });
    }

    bool skip_spaces() {
        constexpr std::string_view spaces[] = {" ", "\t", "\u00A0", "\u2009"};
        auto const start = at_;
        while (take_any(spaces))
            continue;
        return at_ > start;
    }
    bool dot() {
        constexpr std::string_view dots[] = {".", "．", "·", "․"};
        return take_any(dots);
    }
    bool dash() {
        constexpr std::string_view dashes[] = {"-", "–", "—", "‑", "‐", "−"};
        return take_any(dashes);
    }

    /// All digits here in ASCII; nothing, and no move, when there are more than `most`.
    std::string digits(std::size_t most) {
        std::string out;
        auto ahead = *this;
        while (auto const digit = ahead.digit()) {
            if (out.size() == most) return {};
            out += *digit;
        }
        *this = ahead;
        return out;
    }

private:
    std::optional<char> digit() {
        auto const here = rest();
        if (here.empty()) return {};
        if (here[0] >= '0' && here[0] <= '9') {
            ++at_;
            return here[0];
        }
        if (!here.starts_with("\xE0\xA7") || here.size() < 3) return {};
        auto const last = static_cast<unsigned char>(here[2]);
        if (last < 0xA6 || last > 0xAF) return {};
        at_ += 3;
        return static_cast<char>('0' + (last - 0xA6));
    }

    std::string_view text_;
    std::size_t at_;
};

std::string next_group(Cursor& cursor, std::size_t most) {
    auto ahead = cursor;
    ahead.skip_spaces();
    if (!ahead.dot()) return {};
    ahead.skip_spaces();
    auto found = ahead.digits(most);
    if (!found.empty()) cursor = ahead;
    return found;
}

/// `/১(৫৮০)`, `/১ (২০)`; without brackets only where `bare` allows.
std::optional<MemoCopy> take_copy(Cursor& cursor, bool bare) {
    auto ahead = cursor;
    ahead.skip_spaces();
    if (!ahead.take("/")) return {};
    ahead.skip_spaces();
    auto const no = ahead.digits(copy_digits_max);
    if (no.empty()) return {};
    MemoCopy copy{.no = std::stoll(no)};
    auto inside = ahead;
    inside.skip_spaces();
    if (inside.take("(")) {
        inside.skip_spaces();
        auto const count = inside.digits(copy_digits_max);
        inside.skip_spaces();
        if (!count.empty() && inside.take(")")) {
            copy.count = std::stoll(count);
            cursor = inside;
            return copy;
        }
    }
    if (!bare) return {};
    cursor = ahead;
    return copy;
}

std::string take_issue(Cursor& cursor, MemoPlace place) {
    auto ahead = cursor;
    bool const before = ahead.skip_spaces();
    if (ahead.dash()) {
        bool const after = ahead.skip_spaces();
        if (before && after && place == MemoPlace::in_text) return {};
    } else if (ahead.take("/")) {
        ahead.skip_spaces();
    } else {
        return next_group(cursor, issue_digits_max);
    }
    auto found = ahead.digits(issue_digits_max);
    if (!found.empty()) cursor = ahead;
    return found;
}

std::optional<MemoSpan> by_grammar(std::string_view text, std::size_t begin, MemoPlace place) {
    for (auto const& shape : shapes) {
        Cursor cursor(text, begin);
        Memo memo{.scheme = shape.scheme};
        for (std::size_t i = 0; i < shape.groups; ++i) {
            auto const wanted = shape.digits.at(i);
            auto group = i == 0 ? cursor.digits(wanted) : next_group(cursor, wanted);
            if (group.size() != wanted) break;
            memo.groups.push_back({shape.keys.at(i), std::move(group)});
        }
        if (memo.groups.size() != shape.groups) continue;
        memo.copy = take_copy(cursor, false);
        if (!memo.copy) {
            memo.issue = take_issue(cursor, place);
            memo.copy = take_copy(cursor, !memo.issue.empty());
        }
        return MemoSpan{cursor.at(), std::move(memo)};
    }
    return {};
}

/// Dotted groups of other sizes: a scanner's slip, or a scheme we do not know.
std::optional<MemoSpan> other_groups(std::string_view text, std::size_t begin) {
    constexpr std::size_t groups_min = 5;
    constexpr std::size_t groups_max = 12;
    constexpr std::size_t digits_min = 12;
    constexpr std::size_t group_digits_max = 6;
    Cursor cursor(text, begin);
    std::size_t digits = cursor.digits(group_digits_max).size();
    if (digits == 0) return {};
    std::size_t groups = 1;
    for (; groups < groups_max; ++groups) {
        auto ahead = cursor;
        if (!ahead.dot()) break;
        auto const found = ahead.digits(group_digits_max).size();
        if (found == 0) break;
        digits += found;
        cursor = ahead;
    }
    if (groups < groups_min || digits < digits_min) return {};
    Memo memo;
    memo.copy = take_copy(cursor, false);
    if (!memo.copy) {
        (void)take_issue(cursor, MemoPlace::in_text);
        memo.copy = take_copy(cursor, false);
    }
    return MemoSpan{cursor.at(), std::move(memo)};
}

bool has_digit(std::string_view token) {
    for (std::size_t at = 0; at < token.size(); ++at)
        if (!Cursor(token, at).digits(token.size()).empty()) return true;
    return false;
}

/// `১৬-১১-২০২৩` after a label is a date, a lone number an item's: neither is a memo.
bool only_a_date_or_number(std::string_view token) {
    std::size_t signs = 0;
    Cursor cursor(token, 0);
    while (!cursor.rest().empty()) {
        if (!cursor.digits(token.size()).empty()) continue;
        if (!cursor.dash() && !cursor.dot() && !cursor.take("/")) return false;
        ++signs;
    }
    return signs <= 2;
}

} // namespace

std::optional<MemoSpan> dotted_memo(std::string_view text, std::size_t begin, MemoPlace place) {
    if (auto found = by_grammar(text, begin, place)) return found;
    return other_groups(text, begin);
}

std::optional<MemoSpan> opaque_memo(std::string_view text, std::size_t begin) {
    constexpr std::size_t bytes_max = 200;
    auto const rest = text.substr(begin, bytes_max);
    auto size = std::min(rest.find_first_of(" \t\r\n,;()[]|\""), rest.size());
    for (std::string_view const stop : {"।", "“", "”", "\u00A0"})
        size = std::min(rest.substr(0, size).find(stop), size);
    while (size > 0 && (rest[size - 1] == '.' || rest[size - 1] == ':' || rest[size - 1] == '-'))
        --size;
    auto const token = rest.substr(0, size);
    auto const sign = token.find_first_of("/-.");
    if (sign == token.npos || !has_digit(token) || only_a_date_or_number(token)) return {};
    MemoSpan span{.end = begin + size};
    if (auto const slash = token.rfind('/'); slash != token.npos) {
        Cursor cursor(text, begin + slash);
        if (auto const copy = take_copy(cursor, false)) {
            span.memo.copy = copy;
            span.end = cursor.at();
        }
    }
    return span;
}

std::size_t after_label(std::string_view text, std::size_t begin) {
    constexpr std::string_view labels[] = {"স্মারক",  "নম্বর", "নাম্বার", "নং", "Memo", "memo", "MEMO",
                                           "Number", "No",   "no",     "NO", "Ref",  "ref"};
    constexpr std::string_view signs[] = {":", "ঃ", "-", "–", "।"};
    Cursor cursor(text, begin);
    std::size_t end = begin;
    while (cursor.take_any(labels)) {
        while (cursor.skip_spaces() || cursor.dot() || cursor.take_any(signs))
            continue;
        end = cursor.at();
    }
    return end;
}

} // namespace udb::bangla
