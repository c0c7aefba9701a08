#include "bangla/memo/memo.hpp"

#include "bangla/memo/memo_reader.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"

#include <algorithm>

namespace udb::bangla {
namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    if (text[at] >= '0' && text[at] <= '9') return true;
    if (at + 2 >= text.size() || text[at] != '\xE0' || text[at + 1] != '\xA7') return false;
    auto const last = static_cast<unsigned char>(text[at + 2]);
    return last >= 0xA6 && last <= 0xAF;
}

bool is_digit_before(std::string_view text, std::size_t at) {
    return (at >= 1 && text[at - 1] >= '0' && text[at - 1] <= '9')
           || (at >= 3 && is_digit_at(text, at - 3) && text[at - 3] == '\xE0');
}

/// A letter of either script ends right before `at`, so that no word begins there.
bool in_word(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    auto const before = static_cast<unsigned char>(text[at - 1]);
    if ((before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z')) return true;
    if (before < 0x80 || at < 3 || text[at - 3] != '\xE0') return false;
    auto const middle = static_cast<unsigned char>(text[at - 2]);
    return (middle == 0xA6 || middle == 0xA7) && !is_digit_at(text, at - 3);
}

/// The first digit of a chain: no digit before it, and no `digit.` either.
bool chain_begins(std::string_view text, std::size_t at) {
    if (!is_digit_at(text, at) || is_digit_before(text, at)) return false;
    return at == 0 || text[at - 1] != '.' || !is_digit_before(text, at - 1);
}

FoundMemo found(std::string_view text, std::size_t begin, MemoSpan span, bool labelled) {
    span.memo.raw = std::string(text.substr(begin, span.end - begin));
    return {.begin = begin, .end = span.end, .memo = std::move(span.memo), .labelled = labelled};
}

std::string dotted(Memo const& memo) {
    std::string out;
    for (auto const& group : memo.groups) {
        if (!out.empty()) out += '.';
        out += group.digits;
    }
    if (!memo.issue.empty()) out += (memo.scheme == MemoScheme::digits_18 ? '-' : '.') + memo.issue;
    return out;
}

/// What may follow a number that was given alone: space or the sign that ends a sentence.
bool ends_there(std::string_view rest) {
    if (rest.empty()) return true;
    for (std::string_view const stop : {" ", "\t", "\n", "\r", ",", ";", "।", "\u00A0"})
        if (rest.starts_with(stop)) return true;
    return false;
}

} // namespace

int digits(MemoScheme scheme) { return scheme == MemoScheme::digits_18 ? 18 : 22; }

std::string_view Memo::group(std::string_view key) const {
    auto const at = std::ranges::find(groups, key, &MemoGroup::key);
    return at == groups.end() ? std::string_view{} : std::string_view(at->digits);
}

std::optional<int> Memo::file_year() const {
    auto const year = group("year");
    if (year.size() != 2) return {};
    return 2000 + (year[0] - '0') * 10 + (year[1] - '0');
}

Memo parse_memo(std::string_view text) {
    auto const said = trimmed(text);
    auto const begin = after_label(said, 0);
    if (auto span = dotted_memo(said, begin, MemoPlace::alone);
        span && ends_there(said.substr(span->end)))
        return found(said, begin, std::move(*span), begin > 0).memo;
    auto others = find_memos(said);
    std::erase_if(others, [](auto const& other) { return !other.memo.scheme; });
    if (others.size() == 1 && !chain_begins(said, begin)) return std::move(others.front().memo);

    auto span = opaque_memo(said, begin);
    Memo memo;
    if (span && span->end == said.size()) memo = std::move(span->memo);
    memo.raw = std::string(trimmed(said.substr(begin)));
    return memo;
}

std::string written(Memo const& memo, Language language) {
    if (!memo.scheme) return memo.raw;
    auto out = dotted(memo);
    if (memo.copy) {
        out += '/' + std::to_string(memo.copy->no);
        if (memo.copy->count) out += '(' + std::to_string(*memo.copy->count) + ')';
    }
    return language == Language::bn ? bangla_digits(out) : out;
}

std::string base_of(Memo const& memo) {
    if (memo.scheme) return dotted(memo);
    auto base = ascii_digits(memo.raw);
    if (memo.copy)
        if (auto const slash = base.rfind('/'); slash != base.npos) base.resize(slash);
    std::erase_if(base, [](char c) { return c == ' ' || c == '\t'; });
    return base;
}

std::vector<FoundMemo> find_memos(std::string_view text) {
    std::vector<FoundMemo> out;
    std::size_t labelled_at = text.npos; // where the number after a label would begin
    for (std::size_t at = 0; at < text.size();) {
        bool const labelled = at == labelled_at;
        if (chain_begins(text, at)) {
            if (auto span = dotted_memo(text, at, MemoPlace::in_text)) {
                out.push_back(found(text, at, std::move(*span), labelled));
                at = out.back().end;
                continue;
            }
        }
        if (labelled) {
            if (auto span = opaque_memo(text, at)) {
                out.push_back(found(text, at, std::move(*span), true));
                at = out.back().end;
                continue;
            }
        }
        auto const after = in_word(text, at) ? at : after_label(text, at);
        // Labels one behind the other end at the same place, be it one or none: looked at once.
        if (after > at && !in_word(text, after)) labelled_at = after;
        at = std::max(after, at + 1);
    }
    return out;
}

} // namespace udb::bangla
