// Endings are taken from one table, the longest first, until none fits. What may stay is counted in
// letters as a reader sees them: a conjunct is one.
#include "bangla/text/stem.hpp"

#include "bangla/text/code_points.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace udb::bangla {
namespace {

/// What must stand before an ending for it to be one: নদী-র but শহর, উপজেলা-তে but করতে.
enum class Before { any, vowel, open_vowel, consonant };

struct Ending {
    std::u32string_view text;
    Before before = Before::any;
};

/// Folded, so য় is য, ী is ি and ণ is ন. Longest first.
constexpr std::array<Ending, 26> endings{{
    {U"টুকু"},
    {U"খানা"},
    {U"খানি"},
    {U"বৃন্দ"},
    {U"গুলো"},
    {U"গুলি"},
    {U"গুলা"},
    {U"সমুহ"},
    {U"বর্গ"},
    {U"দিগ"},
    {U"দের"},
    {U"েরা", Before::consonant},
    {U"যের", Before::vowel},
    {U"কে"},
    {U"গন"},
    {U"রা"},
    {U"টি"},
    {U"টা"},
    {U"এর"},
    {U"তে", Before::vowel},
    {U"ের", Before::consonant},
    {U"যে", Before::vowel},
    {U"র", Before::vowel},
    {U"য", Before::open_vowel},
    {U"ে", Before::consonant},
    {U"ই"},
}};
constexpr char32_t emphasis = U'ও';

/// Words that end as if inflected and would then meet others, or are so common that they should
/// stay readable to whoever looks at an index.
constexpr std::u32string_view whole_words[] = {
    U"অথরিটি", U"অধিকার",   U"অনেক",      U"অফিসার",      U"আইএলও",       U"আইডেন্টিটি", U"আইসিটি",
    U"আডাই",   U"আমরা",     U"ইউএনও",     U"ইউনিভার্সিটি", U"ইলেকট্রিসিটি", U"ইসারা",     U"উত্তরা",
    U"এনজিও",  U"কমিউনিটি", U"কমিটি",     U"কিনারা",      U"কোযালিটি",    U"ক্যাপাসিটি", U"ক্যামেরা",
    U"খামার",  U"চেহারা",   U"জনগন",      U"জুলাই",        U"ডিউটি",       U"ডেপুটি",     U"তোমরা",
    U"দরকার",  U"দসক",      U"পরিবার",    U"পাহারা",      U"পোর্টফোলিও",   U"প্রকার",     U"প্রচার",
    U"প্রত্যেক", U"ফলক",      U"ফ্যাসিলিটি", U"বাজার",       U"বিচার",       U"বৈঠক",      U"ব্যবহার",
    U"ভিডিও",  U"মাগুরা",    U"মেহেরপুর",   U"যাচাই",       U"রবিবার",      U"রেডিও",     U"সডক",
    U"সতক",    U"সবাই",     U"সরকার",     U"সাতক্ষিরা",    U"সিকিউরিটি",   U"সুচক",       U"সোসাইটি",
    U"স্টুডিও",  U"স্মারক",    U"হাজার",
};

bool whole(std::u32string_view word) {
    static std::unordered_set<std::u32string_view> const words(std::begin(whole_words),
                                                               std::end(whole_words));
    return words.contains(word);
}

/// Consonants and free vowels, a conjunct as one.
std::size_t letters(std::u32string_view word) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        bool const base = is_consonant(word[i]) || is_vowel(word[i]) || word[i] < 0x80;
        if (base && (i == 0 || word[i - 1] != hosanta)) ++count;
    }
    return count;
}

bool fits(std::u32string_view rest, Before before) {
    char32_t const last = rest.back();
    if (last == hosanta) return false;
    bool const vowel = is_vowel_sign(last) || is_vowel(last);
    switch (before) {
    case Before::any: return true;
    case Before::vowel: return vowel;
    case Before::open_vowel: return last == 0x09BE || last == 0x09CB; // া ো
    case Before::consonant: return !vowel;
    }
    return false;
}

/// The word without one ending; nothing where none fits.
std::optional<std::u32string_view> without_ending(std::u32string_view word) {
    std::optional<std::u32string_view> first;
    auto const consider = [&](std::u32string_view ending, Before before) {
        if (word.size() <= ending.size() || !word.ends_with(ending)) return false;
        auto const rest = word.substr(0, word.size() - ending.size());
        if (!fits(rest, before)) return false;
        // A listed word is what is meant: বৈঠক-ে, not বৈঠ-কে.
        if (whole(rest)) {
            first = rest;
            return true;
        }
        if (!first && letters(rest) >= 2) first = rest;
        return false;
    };
    if (consider({&emphasis, 1}, Before::any)) return first;
    for (auto const& [text, before] : endings)
        if (consider(text, before)) break;
    return first;
}

std::u32string_view bangla_stem(std::u32string_view word) {
    while (!whole(word)) {
        auto const shorter = without_ending(word);
        if (!shorter) break;
        word = *shorter;
    }
    return word;
}

bool has_vowel(std::string_view word) { return word.find_first_of("aeiouy") != word.npos; }

/// Takes `ending` where at least `least` letters and a vowel stay.
bool take(std::string& word, std::string_view ending, std::size_t least) {
    if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
    if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) return false;
    word.resize(word.size() - ending.size());
    return true;
}

/// planned → plann → plan, but calling → call.
void single_last(std::string& word) {
    auto const size = word.size();
    if (size > 3 && word[size - 1] == word[size - 2]
        && std::string_view("lsz").find(word.back()) == std::string_view::npos)
        word.pop_back();
}

/// One round of plural, -ing, -ed, final e.
std::string shorter_english(std::string word) {
    if (word.ends_with("ies") && word.size() > 4)
        word.replace(word.size() - 3, 3, "y");
    else if (word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us")
             && !word.ends_with("is"))
        take(word, "s", 3);
    if (take(word, "ing", 3) || take(word, "ed", 3)) single_last(word);
    take(word, "e", 4);
    if (word.size() > 4 && word.ends_with("y")) word.back() = 'i';
    return word;
}

std::string english_stem(std::string_view folded) {
    std::string word{folded};
    for (;;) {
        auto shorter = shorter_english(word);
        if (shorter == word) return word;
        word = std::move(shorter);
    }
}

} // namespace

std::string stem(std::string_view folded_word) {
    auto const plain = [](char c) { return c >= 'a' && c <= 'z'; };
    if (std::ranges::all_of(folded_word, plain)) return english_stem(folded_word);
    auto const points = decoded(folded_word);
    if (!std::ranges::all_of(points, is_bangla_letter)) return std::string(folded_word);
    return encoded(bangla_stem(points));
}

} // namespace udb::bangla
