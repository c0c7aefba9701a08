// Four passes, each over the whole text once: clean, NFC by ICU, mend Bengali order, mend
// punctuation.
#include "bangla/text/normalise.hpp"

#include "bangla/text/code_points.hpp"
#include "base/ensure.hpp"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace udb::bangla {
namespace {

constexpr int mend_rounds_max = 8;

std::u32string cleaned(std::string_view text) {
    std::u32string points = decoded(text);
    std::size_t out = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        char32_t const c = points[i];
        if (c == U'\r') {
            if (i + 1 < points.size() && points[i + 1] == U'\n') continue;
            points[out++] = U'\n';
        } else if (c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
            points[out++] = U'\n';
        } else if (c < 0x20) {
            if (c == U'\t' || c == U'\n') points[out++] = c;
        } else if (c < 0x7F || is_bengali(c)) {
            points[out++] = c == 0x09F7 ? danda : c;
        } else if (c == 0xA0 || u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR) {
            points[out++] = U' ';
        } else if ((c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || c == 0x200B || c == 0x2060
                   || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
                   || (c >= 0x2066 && c <= 0x2069)) {
            continue;
        } else {
            points[out++] = c;
        }
    }
    points.resize(out);
    return points;
}

/// Where hosanta meets a joiner the shape changes (র‍্যাব, ক্‌ষ, ত্‍);
/// elsewhere in Bangla it does nothing. Other scripts and emoji keep theirs.
bool redundant_joiner(char32_t before, char32_t joiner, char32_t after) {
    if (is_joiner(after)) return true;
    if (before == hosanta) return joiner == zwnj && !is_consonant(after) && !is_vowel(after);
    if (after == hosanta) return !is_consonant(before) && before != nukta;
    return before < 0x300 || after < 0x300 || is_bengali(before) || is_bengali(after);
}

/// A nukta after its vowel sign, or a vowel sign after ঁ.
bool misplaced(char32_t letter, char32_t before, char32_t c) {
    if (c == nukta) return is_vowel_sign(before) && is_consonant(letter);
    return is_vowel_sign(c) && before == chandrabindu && (is_consonant(letter) || letter == nukta);
}

/// The order Unicode gives the signs of a letter: consonant, nukta, vowel sign, ঁ. Writes in place,
/// as nothing grows; tells whether anything was out of order.
bool mend_letters(std::u32string& text) {
    std::size_t out = 0;
    bool swapped = false;
    auto const last = [&] { return out == 0 ? U'\0' : text[out - 1]; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        char32_t const after = i + 1 < text.size() ? text[i + 1] : U'\0';
        if (is_joiner(c)) {
            if (redundant_joiner(last(), c, after)) continue;
        } else if (c == nukta && last() == nukta) {
            continue;
        } else if (out > 1 && misplaced(text[out - 2], last(), c)) {
            std::swap(c, text[out - 1]);
            swapped = true;
        } else if (c == nukta && last() == U'ব') {
            text[out - 1] = U'র';
            continue;
        } else if (c == 0x09BE && last() == U'অ') {
            text[out - 1] = U'আ';
            continue;
        } else if (c == 0x09C7 && last() == 0x09BE) {
            text[out - 1] = 0x09CB;
            continue;
        } else if (c == 0x09C7 && last() == 0x09D7) {
            text[out - 1] = 0x09CC;
            continue;
        }
        text[out++] = c;
    }
    bool const mended = swapped || out < text.size();
    text.resize(out);
    return mended;
}

/// Words and abbreviations that are written with a visarga.
constexpr std::u32string_view visarga_words[] = {
    U"অতঃ",  U"অধঃ", U"অন্তঃ",  U"আঃ",    U"আবঃ", U"ইঃ",    U"ইতঃ",  U"উঃ",  U"ওঃ",  U"খ্রিঃ",
    U"খ্রীঃ", U"চতুঃ", U"ছিঃ",   U"জঃ",    U"ডঃ",  U"ডাঃ",   U"তেজঃ", U"দঃ",  U"দুঃ",  U"নভঃ",
    U"নিঃ",  U"পয়ঃ", U"পুনঃ",   U"পূঃ",    U"পৃঃ",  U"প্রাতঃ", U"বহিঃ", U"বাঃ", U"মনঃ", U"মিঃ",
    U"মুঃ",   U"মোঃ", U"মোসাঃ", U"মোহাঃ", U"রঃ",  U"রাঃ",   U"সঃ",   U"হাঃ"};

/// Words after which a form or a sentence puts a colon.
constexpr std::u32string_view colon_words[] = {
    U"ইমেইল",  U"উপস্থিতি", U"কার্যপরিধি", U"ঠিকানা", U"তারিখ", U"নং",     U"নম্বর",  U"নাম",
    U"নিম্নরূপ", U"পদবি",    U"পদবী",      U"প্রতি",   U"ফোন",   U"ফ্যাক্স",  U"বরাবর", U"বিষয়",
    U"মোবাইল", U"যথা",     U"যেমন",      U"সভাপতি", U"সময়",   U"সংযুক্তি", U"সূত্র",   U"স্থান",
    U"স্মারক",  U"হইল",     U"হইলো",      U"হল",     U"হলো"};

/// Whether the visarga at `at`, which ends the word that starts at `start`, stands for a colon.
bool stands_for_colon(std::u32string_view text, std::size_t start, std::size_t at) {
    auto const word = text.substr(start, at - start);
    if (word.empty()) return true;
    if (std::ranges::find(colon_words, word) != std::ranges::end(colon_words)) return true;
    if (std::ranges::find(visarga_words, text.substr(start, at - start + 1))
        != std::ranges::end(visarga_words))
        return false;
    if (word.back() == U'ত' || word.back() == U'শ') return false;
    std::size_t next = at + 1;
    while (next < text.size() && (text[next] == U' ' || text[next] == U'\t'))
        ++next;
    return next == text.size() || text[next] == U'\n' || (next > at + 1 && is_digit(text[next]))
           || text[next] == U'(';
}

void mend_visargas(std::u32string& text) {
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_bangla_letter(text[i])) {
            start = i + 1;
        } else if (text[i] == visarga
                   && (i + 1 == text.size()
                       || (!is_bangla_letter(text[i + 1]) && !is_joiner(text[i + 1])))) {
            if (!stands_for_colon(text, start, i)) continue;
            for (auto at = i + 1; at > start && text[at - 1] == visarga; --at)
                text[at - 1] = U':';
            start = i + 1;
        }
    }
}

/// A lone `|` after a Bangla letter at the end of a clause is a danda; a line with more is a table.
void mend_dandas(std::u32string& text) {
    constexpr auto none = std::u32string::npos;
    std::size_t bar = none; // the only one of this line so far
    bool table = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == U'|') {
            table = table || bar != none;
            bar = i;
        } else if (i == text.size() || text[i] == U'\n') {
            if (bar != none && bar > 0 && !table && is_bangla_letter(text[bar - 1])
                && (bar + 1 == i || text[bar + 1] == U' '))
                text[bar] = danda;
            bar = none;
            table = false;
        }
    }
}

std::string nfc_of_valid(std::string text) {
    static icu::Normalizer2 const* const normalizer = [] {
        UErrorCode failed = U_ZERO_ERROR;
        auto const* const found = icu::Normalizer2::getNFCInstance(failed);
        ENSURE(U_SUCCESS(failed), "ICU has no NFC");
        return found;
    }();
    UErrorCode failed = U_ZERO_ERROR;
    icu::StringPiece const piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (normalizer->isNormalizedUTF8(piece, failed) && U_SUCCESS(failed)) return text;
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    icu::StringByteSink<std::string> sink(&out);
    failed = U_ZERO_ERROR;
    normalizer->normalizeUTF8(0, piece, sink, nullptr, failed);
    ENSURE(U_SUCCESS(failed), "ICU refused to normalise");
    return out;
}

} // namespace

std::string nfc(std::string_view text) { return nfc_of_valid(encoded(decoded(text))); }

std::string normalised(std::string_view text) {
    auto points = decoded(nfc_of_valid(encoded(cleaned(text))));
    // A removed joiner or a moved sign can bring together what the next round then joins; damaged
    // text takes few rounds, and text made to need more is left as it then is.
    for (int round = 0; round < mend_rounds_max; ++round) {
        if (!mend_letters(points)) break;
        points = decoded(nfc_of_valid(encoded(points)));
    }
    mend_visargas(points);
    mend_dandas(points);
    return encoded(points);
}

std::string single_spaced(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
        bool const space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\n\r";
    auto const first = text.find_first_not_of(spaces);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

} // namespace udb::bangla
