// Words are cut from the text as it is, so that their places are known, and folded one by one; then
// phrases that stand for one another are brought together by the stems of their words.
#include "bangla/text/analyse.hpp"

#include "bangla/text/code_points.hpp"
#include "bangla/text/folding.hpp"
#include "bangla/text/graphemes.hpp"
#include "bangla/text/stem.hpp"
#include "bangla/text/synonyms.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unicode/uchar.h>
#include <unordered_map>

namespace udb::bangla {
namespace {

/// Said in many ways or left out at will, and in nearly every text. Folded.
constexpr std::array<std::string_view, 12> carry_nothing{"এর",  "ও",  "এবং", "a",  "an",  "and",
                                                         "for", "in", "of",  "on", "the", "to"};

bool carries_nothing(std::string_view key) {
    return std::ranges::find(carry_nothing, key) != carry_nothing.end();
}

bool is_quote(char32_t c) { return c == U'\'' || c == 0x2018 || c == 0x2019; }

/// Where a reader sees one letter end and the next begin. Asked only where a mark or joiner makes
/// it doubtful, and made then.
class Letters {
public:
    explicit Letters(std::string_view text) : text_(text) {}

    /// The last boundary at or before `at`.
    std::size_t before(std::size_t at) {
        if (!doubtful(at)) return at;
        auto const& all = boundaries();
        return *std::prev(std::ranges::upper_bound(all, at));
    }
    /// The first boundary at or after `at`.
    std::size_t after(std::size_t at) {
        if (!doubtful(at)) return at;
        return *std::ranges::lower_bound(boundaries(), at);
    }

private:
    bool doubtful(std::size_t at) const {
        if (at == 0 || at >= text_.size()) return false;
        auto const last = static_cast<unsigned char>(text_[at - 1]);
        auto const next = static_cast<unsigned char>(text_[at]);
        if (next < 0x80) return last >= 0x80 && joins(code_point_before(at));
        auto i = at;
        auto const c = next_code_point(text_, i).value_or(0xFFFD);
        auto const kind =
            u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
        return (kind != U_GCB_OTHER && kind != U_GCB_CONTROL)
               || (last >= 0x80 && joins(code_point_before(at)));
    }
    char32_t code_point_before(std::size_t at) const {
        auto from = at - 1;
        while (from > 0 && (static_cast<unsigned char>(text_[from]) & 0xC0U) == 0x80U)
            --from;
        return next_code_point(text_, from).value_or(0xFFFD);
    }
    /// What may hold on to the letter after it.
    static bool joins(char32_t c) {
        return c == zwj || c == hosanta
               || u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK)
                      == U_GCB_PREPEND;
    }
    std::vector<std::size_t> const& boundaries() {
        if (boundaries_.empty()) {
            boundaries_.push_back(0);
            for (auto const letter : graphemes(text_))
                boundaries_.push_back(boundaries_.back() + letter.size());
        }
        return boundaries_;
    }

    std::string_view text_;
    std::vector<std::size_t> boundaries_;
};

/// Calls `word(begin, end)` for each run of what words are made of.
template <class Word>
void each_run(std::string_view text, Word word) {
    std::optional<std::size_t> begin; // of the run, where one has begun
    std::size_t end = 0;              // behind its last character that is no quote
    for (std::size_t at = 0; at < text.size();) {
        auto const start = at;
        auto const c = next_code_point(text, at).value_or(0xFFFD);
        if (folded_letter(c) == U' ') {
            if (begin) word(*begin, end);
            begin.reset();
        } else if (!is_quote(c)) {
            if (!begin) begin = start;
            end = at;
        }
    }
    if (begin) word(*begin, end);
}

void shorten(std::string& key) {
    if (key.size() <= token_bytes_max) return;
    auto end = token_bytes_max;
    while ((static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U)
        --end;
    key.resize(end);
}

/// The stems of the text's words, with their places; nothing joined or left out yet.
std::vector<Token> stems_of(std::string_view text) {
    std::vector<Token> out;
    out.reserve(text.size() / 16 + 1);
    Letters letters(text);
    each_run(text, [&](std::size_t begin, std::size_t end) {
        auto const key = folded_word(text.substr(begin, end - begin));
        Token token{{}, letters.before(begin), letters.after(end)};
        for (std::size_t at = 0; at < key.size();) {
            auto const space = std::min(key.find(' ', at), key.size());
            auto word = std::string_view(key).substr(at, space - at);
            // মোঃ and মো: and মো. are one.
            constexpr std::string_view visarga_bytes = "ঃ";
            while (word.ends_with(visarga_bytes))
                word.remove_suffix(visarga_bytes.size());
            if (!word.empty()) {
                token.key = stem(word);
                shorten(token.key);
                out.push_back(token);
            }
            at = space + 1;
        }
    });
    return out;
}

std::string joined(std::vector<Token> const& tokens, std::size_t from, std::size_t count) {
    std::string out;
    for (auto i = from; i < from + count; ++i)
        (out += i == from ? "" : " ") += tokens[i].key;
    return out;
}

struct Phrases {
    std::unordered_map<std::string, std::vector<std::string>> kept; ///< stems → those of the first
    std::unordered_map<std::string, std::size_t>
        words_max; ///< by the stem that a phrase begins with
};

Phrases all_phrases() {
    Phrases out;
    for (auto const forms : synonyms()) {
        std::vector<std::string> kept;
        for (auto& token : stems_of(forms.front()))
            if (!carries_nothing(token.key)) kept.push_back(std::move(token.key));
        for (auto const form : forms) {
            auto const tokens = stems_of(form);
            auto& most = out.words_max[tokens.front().key];
            most = std::max(most, tokens.size());
            out.kept.emplace(joined(tokens, 0, tokens.size()), kept);
        }
    }
    return out;
}

Phrases const& phrases() {
    static Phrases const made = all_phrases();
    return made;
}

} // namespace

std::vector<Token> analysed(std::string_view text) {
    auto const tokens = stems_of(text);
    std::vector<Token> out;
    out.reserve(tokens.size());
    auto const own = [&](Token const& token, bool beside) {
        if (carries_nothing(token.key)) return;
        out.push_back(token);
        out.back().beside = beside;
    };
    auto const& [kept, words_max] = phrases();
    for (std::size_t i = 0; i < tokens.size();) {
        auto const begun = words_max.find(tokens[i].key);
        auto taken = begun == words_max.end() ? 0 : std::min(begun->second, tokens.size() - i);
        auto found = kept.end();
        for (; taken > 0; --taken)
            if (found = kept.find(joined(tokens, i, taken)); found != kept.end()) break;
        if (taken == 0) {
            own(tokens[i++], false);
            continue;
        }
        auto const end = tokens[i + taken - 1].end;
        for (auto const& key : found->second)
            out.push_back({.key = key, .begin = tokens[i].begin, .end = end});
        bool const same = taken == 1 && found->second == std::vector{tokens[i].key};
        for (std::size_t n = 0; n < taken && !same; ++n)
            own(tokens[i + n], true);
        i += taken;
    }
    return out;
}

} // namespace udb::bangla
