#include "bangla/text/numerals.hpp"

#include "bangla/text/digits.hpp"

#include <array>
#include <string_view>

namespace udb::bangla {
namespace {

/// Every number below a hundred has a word of its own.
constexpr std::array<std::string_view, 100> bangla_words{
    "শূন্য",      "এক",       "দুই",       "তিন",      "চার",      "পাঁচ",      "ছয়",      "সাত",
    "আট",       "নয়",       "দশ",       "এগারো",    "বারো",     "তেরো",     "চৌদ্দ",    "পনেরো",
    "ষোলো",     "সতেরো",    "আঠারো",    "উনিশ",     "বিশ",      "একুশ",      "বাইশ",    "তেইশ",
    "চব্বিশ",    "পঁচিশ",     "ছাব্বিশ",   "সাতাশ",    "আটাশ",     "ঊনত্রিশ",   "ত্রিশ",    "একত্রিশ",
    "বত্রিশ",    "তেত্রিশ",   "চৌত্রিশ",   "পঁয়ত্রিশ",   "ছত্রিশ",    "সাঁইত্রিশ",  "আটত্রিশ",  "ঊনচল্লিশ",
    "চল্লিশ",    "একচল্লিশ",  "বিয়াল্লিশ", "তেতাল্লিশ", "চুয়াল্লিশ",  "পঁয়তাল্লিশ", "ছেচল্লিশ", "সাতচল্লিশ",
    "আটচল্লিশ",  "ঊনপঞ্চাশ",  "পঞ্চাশ",    "একান্ন",    "বায়ান্ন",   "তিপ্পান্ন",  "চুয়ান্ন",   "পঞ্চান্ন",
    "ছাপ্পান্ন",  "সাতান্ন",   "আটান্ন",    "ঊনষাট",    "ষাট",      "একষট্টি",   "বাষট্টি",  "তেষট্টি",
    "চৌষট্টি",   "পঁয়ষট্টি",   "ছেষট্টি",   "সাতষট্টি",  "আটষট্টি",   "ঊনসত্তর",   "সত্তর",    "একাত্তর",
    "বাহাত্তর",  "তিয়াত্তর",  "চুয়াত্তর",   "পঁচাত্তর",   "ছিয়াত্তর",  "সাতাত্তর",  "আটাত্তর",  "ঊনআশি",
    "আশি",      "একাশি",    "বিরাশি",   "তিরাশি",   "চুরাশি",    "পঁচাশি",    "ছিয়াশি",  "সাতাশি",
    "অষ্টাশি",   "ঊননব্বই",   "নব্বই",     "একানব্বই",  "বিরানব্বই", "তিরানব্বই", "চুরানব্বই", "পঁচানব্বই",
    "ছিয়ানব্বই", "সাতানব্বই", "আটানব্বই",  "নিরানব্বই"};

constexpr std::array<std::string_view, 20> english_words{
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> english_tens{
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

/// সংস্কৃত ordinals, as orders and classes use them.
constexpr std::array<std::string_view, 31> bangla_ordinals{
    "",        "প্রথম",     "দ্বিতীয়",
    "তৃতীয়",    "চতুর্থ",     "পঞ্চম",
    "ষষ্ঠ",     "সপ্তম",     "অষ্টম",
    "নবম",     "দশম",      "একাদশ",
    "দ্বাদশ",   "ত্রয়োদশ",   "চতুর্দশ",
    "পঞ্চদশ",   "ষোড়শ",     "সপ্তদশ",
    "অষ্টাদশ",  "ঊনবিংশ",   "বিংশ",
    "একবিংশ",  "দ্বাবিংশ",  "ত্রয়োবিংশ",
    "চতুর্বিংশ", "পঞ্চবিংশ",  "ষড়্‌বিংশ",
    "সপ্তবিংশ", "অষ্টাবিংশ", "ঊনত্রিংশ",
    "ত্রিংশ"};
constexpr std::array<std::string_view, 11> bangla_ordinal_ends{"",   "ম", "য়", "য়", "র্থ", "ম",
                                                               "ষ্ঠ", "ম", "ম", "ম", "ম"};

constexpr std::uint64_t crore = 10'000'000;
constexpr std::uint64_t lakh = 100'000;

std::uint64_t magnitude(std::int64_t number) {
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::string with_commas(std::uint64_t number) {
    std::string const plain = std::to_string(number);
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        auto const left = plain.size() - i;
        if (i > 0 && left >= 3 && left % 2 == 1) out += ',';
        out += plain[i];
    }
    return out;
}

void add_word(std::string& out, std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
}

std::string bangla_in_words(std::uint64_t number) {
    if (number < 100) return std::string(bangla_words.at(number));
    std::string out;
    if (number >= crore) {
        out = bangla_in_words(number / crore) + " কোটি";
        number %= crore;
    }
    if (number >= lakh) {
        add_word(out, bangla_words.at(number / lakh));
        out += " লক্ষ";
        number %= lakh;
    }
    if (number >= 1000) {
        add_word(out, bangla_words.at(number / 1000));
        out += " হাজার";
        number %= 1000;
    }
    if (number >= 100) {
        add_word(out, bangla_words.at(number / 100));
        out += "শত";
        number %= 100;
    }
    if (number > 0) add_word(out, bangla_words.at(number));
    return out;
}

std::string english_below_hundred(std::uint64_t number) {
    if (number < 20) return std::string(english_words.at(number));
    std::string out(english_tens.at(number / 10));
    if (number % 10 != 0) out += '-' + std::string(english_words.at(number % 10));
    return out;
}

std::string english_in_words(std::uint64_t number) {
    if (number < 100) return english_below_hundred(number);
    std::string out;
    if (number >= crore) {
        out = english_in_words(number / crore) + " crore";
        number %= crore;
    }
    struct Step {
        std::uint64_t unit;
        std::string_view name;
    };
    for (auto const& [unit, unit_name] :
         {Step{lakh, " lakh"}, Step{1000, " thousand"}, Step{100, " hundred"}}) {
        if (number < unit) continue;
        add_word(out, english_below_hundred(number / unit));
        out += unit_name;
        number %= unit;
    }
    if (number > 0) add_word(out, english_below_hundred(number));
    return out;
}

std::string in_words(std::uint64_t number, Language language) {
    return language == Language::bn ? bangla_in_words(number) : english_in_words(number);
}

/// `twenty-one` → `twenty-first`: the last word changes.
std::string english_ordinal_of(std::string const& words) {
    struct Irregular {
        std::string_view cardinal, ordinal;
    };
    constexpr Irregular irregular[] = {
        {"one", "first"},    {"two", "second"}, {"three", "third"},   {"five", "fifth"},
        {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}};
    auto const start = words.find_last_of(" -");
    auto const last = words.substr(start == words.npos ? 0 : start + 1);
    auto const stem = words.substr(0, words.size() - last.size());
    for (auto const& [cardinal, ordinal] : irregular)
        if (last == cardinal) return stem + std::string(ordinal);
    if (last.ends_with('y')) return stem + last.substr(0, last.size() - 1) + "ieth";
    return words + "th";
}

std::string_view english_ordinal_end(std::uint64_t number) {
    if (number % 100 >= 11 && number % 100 <= 13) return "th";
    switch (number % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
    }
}

std::string in_script(std::string const& text, Language language) {
    return language == Language::bn ? bangla_digits(text) : text;
}

} // namespace

std::string grouped(std::int64_t number, Language language) {
    auto const text = with_commas(magnitude(number));
    return in_script(number < 0 ? '-' + text : text, language);
}

std::string grouped_taka(std::int64_t paisa, Language language) {
    auto const amount = magnitude(paisa);
    auto const rest = amount % 100;
    auto const text = (paisa < 0 ? "-" : "") + with_commas(amount / 100) + (rest < 10 ? ".0" : ".")
                      + std::to_string(rest);
    return in_script(text, language);
}

std::string number_in_words(std::int64_t number, Language language) {
    auto words = in_words(magnitude(number), language);
    if (number >= 0) return words;
    return (language == Language::bn ? "ঋণাত্মক " : "minus ") + words;
}

std::string taka_in_words(std::int64_t paisa, Language language) {
    auto const amount = magnitude(paisa);
    bool const bn = language == Language::bn;
    std::string out;
    if (paisa < 0) out = bn ? "ঋণাত্মক" : "minus";
    if (amount >= 100 || amount == 0)
        add_word(out, in_words(amount / 100, language) + (bn ? " টাকা" : " taka"));
    if (amount % 100 != 0) {
        if (!bn && amount >= 100) add_word(out, "and");
        add_word(out, in_words(amount % 100, language) + (bn ? " পয়সা" : " paisa"));
    }
    add_word(out, bn ? "মাত্র" : "only");
    return out;
}

std::string ordinal_in_words(std::int64_t number, Language language) {
    if (number <= 0) return number_in_words(number, language);
    auto const value = static_cast<std::uint64_t>(number);
    if (language == Language::en) return english_ordinal_of(english_in_words(value));
    if (value < bangla_ordinals.size()) return std::string(bangla_ordinals.at(value));
    return bangla_in_words(value) + "তম";
}

std::string ordinal(std::int64_t number, Language language) {
    auto const text = std::to_string(number);
    if (number <= 0) return in_script(text, language);
    auto const value = static_cast<std::uint64_t>(number);
    if (language == Language::en) return text + std::string(english_ordinal_end(value));
    bool const own = value < bangla_ordinal_ends.size();
    return bangla_digits(text) + std::string(own ? bangla_ordinal_ends.at(value) : "তম");
}

std::string day_ordinal(unsigned day, Language language) {
    if (language == Language::en) return ordinal(day, language);
    constexpr std::array<std::string_view, 5> first{"", "লা", "রা", "রা", "ঠা"};
    auto text = bangla_number(day);
    if (day == 0) return text;
    if (day < first.size()) return text + std::string(first.at(day));
    return text + (day < 19 ? "ই" : "শে");
}

} // namespace udb::bangla
