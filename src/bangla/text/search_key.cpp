// Folding works on code points, one pass; synonyms on words, by one table made once from
// synonyms.cpp.
#include "bangla/text/search_key.hpp"

#include "bangla/text/code_points.hpp"
#include "bangla/text/folding.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/synonyms.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unicode/uchar.h>
#include <unordered_map>

namespace udb::bangla {

char32_t folded_letter(char32_t c) {
    switch (c) {
    case U'ঈ': return U'ই';
    case U'ঊ': return U'উ';
    case 0x09C0: return 0x09BF; // ী, ি
    case 0x09C2: return 0x09C1; // ূ, ু
    case U'ণ': return U'ন';
    case U'শ':
    case U'ষ': return U'স';
    case khanda_ta: return U'ত';
    case nukta:
    case chandrabindu: return 0;
    default: break;
    }
    if (is_bangla_digit(c)) return U'0' + (c - U'০');
    if (is_bangla_letter(c)) return c;
    if (c >= U'A' && c <= U'Z') return c + 32;
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) return c;
    if (c < 0x80) return c == U'\'' ? U'\0' : U' ';
    if (is_joiner(c) || c == 0x2019 || c == 0x2018) return 0;
    auto const point = static_cast<UChar32>(c);
    auto const category = U_GET_GC_MASK(point);
    if ((category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0)
        return static_cast<char32_t>(u_foldCase(point, U_FOLD_CASE_DEFAULT));
    return (category & U_GC_CF_MASK) != 0 ? U'\0' : U' ';
}

namespace {

bool same_row(char32_t a, char32_t b) {
    return a == b || (a == U'দ' && b == U'ধ') || (a == U'চ' && b == U'ছ')
           || (a == U'ব' && b == U'ভ');
}

/// Older spelling doubles the consonant after a reph and may add a ব: র্দ্ধ, র্ধ্ব and র্ধ are one.
void drop_doubled_after_reph(std::u32string& key) {
    auto const size = key.size();
    if (size >= 5 && key[size - 2] == hosanta && key[size - 4] == hosanta
        && key[size - 5] == U'র') {
        if (same_row(key[size - 3], key[size - 1])) {
            key[size - 3] = key[size - 1];
            key.erase(size - 2);
        } else if (key[size - 3] == U'ধ' && key[size - 1] == U'ব') {
            key.erase(size - 2);
        }
    }
}

std::string fold_normalised(std::u32string_view points) {
    std::u32string key;
    key.reserve(points.size());
    for (char32_t const point : points) {
        // ত্‍ is how ৎ was written before it had a code point.
        if (point == zwj && key.size() > 1 && key.back() == hosanta && key[key.size() - 2] == U'ত')
            key.pop_back();
        char32_t const c = folded_letter(point);
        if (c == 0) continue;
        if (c == U' ' || !is_bangla_letter(c)) {
            // A hosanta at the end of a word says nothing.
            if (!key.empty() && key.back() == hosanta) key.pop_back();
            if (c == U' ' && (key.empty() || key.back() == U' ')) continue;
        }
        key += c;
        if (is_consonant(c)) drop_doubled_after_reph(key);
    }
    if (!key.empty() && key.back() == hosanta) key.pop_back();
    if (!key.empty() && key.back() == U' ') key.pop_back();
    return encoded(key);
}

/// The letters of a word that `normalised` would leave as they are, but for what folding leaves out
/// anyway; nothing where that takes a closer look.
std::optional<std::u32string> plain_letters(std::string_view word) {
    std::u32string points;
    points.reserve(word.size() / 2 + 1);
    for (std::size_t at = 0; at < word.size();) {
        auto const c = next_code_point(word, at).value_or(0xFFFD);
        char32_t const last = points.empty() ? U'\0' : points.back();
        bool const latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
        // Vowel signs of two parts, and letters that a nukta or another sign changes, are composed.
        bool const sign = c >= 0x09BE && c <= 0x09CC && (is_consonant(last) || last == nukta);
        bool const after_letter = c == hosanta || c == 0x0982 || c == nukta;
        if (latin || is_digit(c) || c == khanda_ta || (c >= 0x0985 && c <= 0x09B9) || sign
            || (after_letter && is_consonant(last) && (c != nukta || last != U'ব'))
            || (c == 0x0982 && is_vowel_sign(last)))
            points += c;
        else if (c == 0x09DF)
            points += U'য';
        else if (c == 0x09DC || c == 0x09DD)
            points += c == 0x09DC ? U'ড' : U'ঢ';
        else
            return {};
    }
    return points;
}

/// Case endings and articles that may follow a listed word, folded, longest first.
constexpr std::array<std::string_view, 16> endings{"গুলোতে", "গুলোর", "সমুহের", "গুলো", "সমুহ", "গনের",
                                                   "দের",   "গন",   "টির",   "যের", "ের",  "টি",
                                                   "কে",    "তে",   "র",     "এর"};

struct Synonyms {
    std::unordered_map<std::string, std::string> of; ///< folded form → folded first form
    std::size_t words_max = 1;
};

Synonyms all_synonyms() {
    Synonyms out;
    for (auto const forms : synonyms()) {
        auto const kept = folded(forms.front());
        for (auto const form : forms) {
            auto const key = folded(form);
            auto const words = static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
            out.words_max = std::max(out.words_max, words);
            out.of.emplace(key, kept);
        }
    }
    return out;
}

Synonyms const& table() {
    static Synonyms const made = all_synonyms();
    return made;
}

/// The word's own entry, or that of the word without its ending, the ending put back.
bool replace(std::string& word) {
    auto const& forms = table().of;
    if (auto const found = forms.find(word); found != forms.end()) {
        word = found->second;
        return true;
    }
    for (auto const ending : endings) {
        if (word.size() < ending.size() + 6 || !word.ends_with(ending)) continue;
        auto const found = forms.find(word.substr(0, word.size() - ending.size()));
        if (found == forms.end()) continue;
        word = found->second + std::string(ending);
        return true;
    }
    return false;
}

std::vector<std::string_view> split(std::string_view key) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < key.size();) {
        auto const end = std::min(key.find(' ', at), key.size());
        if (end > at) words.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace

std::string folded(std::string_view text) { return fold_normalised(decoded(normalised(text))); }

std::string folded_word(std::string_view word) {
    if (auto const points = plain_letters(word)) return fold_normalised(*points);
    return folded(word);
}

std::string search_key(std::string_view text) {
    auto const key = folded(text);
    auto const words = split(key);
    std::string out;
    out.reserve(key.size() + key.size() / 8);
    for (std::size_t i = 0; i < words.size();) {
        std::size_t taken = std::min(table().words_max, words.size() - i);
        for (; taken > 0; --taken) {
            auto const last = words[i + taken - 1];
            std::string phrase(words[i].data(), static_cast<std::size_t>(last.data() + last.size()
                                                                         - words[i].data()));
            if (!replace(phrase) && taken > 1) continue;
            if (!out.empty()) out += ' ';
            out += phrase;
            break;
        }
        i += taken;
    }
    return out;
}

std::vector<std::string> search_words(std::string_view text) {
    auto const key = search_key(text);
    std::vector<std::string> out;
    for (auto const word : split(key))
        out.emplace_back(word);
    return out;
}

} // namespace udb::bangla
