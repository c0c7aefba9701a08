#include "modules/doptor/mending.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/encoding.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"
#include "modules/offices/contact.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace udb::doptor {
namespace {

bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool small(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

struct Entity {
    std::string_view name;
    std::string_view text;
};
constexpr std::array entities{
    Entity{"amp", "&"},   Entity{"lt", "<"},    Entity{"gt", ">"},
    Entity{"quot", "\""}, Entity{"apos", "'"},  Entity{"nbsp", " "},
    Entity{"ndash", "–"}, Entity{"rsquo", "’"}, Entity{"lsquo", "‘"},
};

void append_utf8(std::string& out, std::uint32_t point) {
    auto const put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

/// What stands between `&` and `;`; false where it is no entity.
bool append_entity(std::string& out, std::string_view name) {
    for (auto const& e : entities)
        if (e.name == name) {
            out += e.text;
            return true;
        }
    if (name.size() < 2 || name[0] != '#') return false;
    auto const hex = name[1] == 'x' || name[1] == 'X';
    auto const digits = name.substr(hex ? 2 : 1);
    std::uint32_t point = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [at, wrong] = std::from_chars(digits.data(), end, point, hex ? 16 : 10);
    if (wrong != std::errc{} || at != end || point < 0x20 || point > 0x10FFFF
        || (point >= 0xD800 && point <= 0xDFFF))
        return false;
    append_utf8(out, point);
    return true;
}

/// No space before a comma, one after it; no comma, full stop or space at either end.
std::string punctuated(std::string const& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ',') {
            while (!out.empty() && (out.back() == ' ' || out.back() == ','))
                out.pop_back();
            if (!out.empty()) out += ", ";
            while (i + 1 < text.size() && text[i + 1] == ' ')
                ++i;
        } else {
            out += text[i];
        }
    }
    constexpr std::string_view danda = "।";
    for (bool more = true; more;) {
        more = true;
        if (out.ends_with(danda))
            out.resize(out.size() - danda.size());
        else if (!out.empty() && std::string_view(" ,;:-_").find(out.back()) != std::string::npos)
            out.pop_back();
        else
            more = false;
    }
    return out;
}

bool is_number(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool says_test(std::string_view word) {
    static std::array const words{bangla::folded("টেস্ট"), bangla::folded("ডেমো"),
                                  bangla::folded("ডামি"), std::string("test"),
                                  std::string("demo"),    std::string("dummy"),
                                  std::string("testing"), bangla::folded("টেষ্ট")};
    auto const letters = std::ranges::find_if(word, [](char c) { return c >= '0' && c <= '9'; });
    std::string_view const bare{word.begin(), letters};
    return std::ranges::find(words, bare) != words.end();
}

bool is_test_name(std::string_view name) {
    auto const key = bangla::folded(name);
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < key.size();) {
        auto const end = std::min(key.find(' ', at), key.size());
        if (end > at) words.push_back(std::string_view(key).substr(at, end - at));
        at = end + 1;
    }
    while (words.size() > 1 && is_number(words.back()))
        words.pop_back();
    if (words.empty()) return false;
    if (says_test(words.front()) || says_test(words.back())) return true;
    auto const& only = words.front();
    return words.size() == 1 && only.size() >= 3 && small(only[0])
           && only.find_first_not_of(only[0]) == only.npos;
}

bool has_bangla(std::string_view text) {
    // U+0980 to U+09FF begin with E0 A6 and E0 A7.
    return text.find("\xE0\xA6") != text.npos || text.find("\xE0\xA7") != text.npos;
}

bool digits_only(std::string_view text, std::size_t count) {
    return text.size() == count && is_number(text);
}

} // namespace

std::string without_entities(std::string_view text) {
    constexpr std::size_t entity_chars_max = 10;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '&') {
            auto const end = text.substr(i, entity_chars_max + 2).find(';');
            if (end != text.npos && append_entity(out, text.substr(i + 1, end - 1))) {
                i += end;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

std::string without_capitals(std::string_view text) {
    auto const capitals = std::ranges::count_if(text, capital);
    if (capitals < 5 || std::ranges::any_of(text, small)) return std::string(text);
    constexpr std::array small_words{"of", "the", "and", "for", "in", "at", "to"};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (!capital(text[at])) {
            out += text[at++];
            continue;
        }
        auto end = at;
        // The letter after an apostrophe belongs to the word: COX'S.
        while (end < text.size() && (capital(text[end]) || text[end] == '\''))
            ++end;
        std::string word{text.substr(at, end - at)};
        std::ranges::transform(word, word.begin(), lower);
        auto const is_small = std::ranges::find(small_words, word) != std::end(small_words);
        if (!is_small || out.empty()) word[0] = text[at];
        out += word;
        at = end;
    }
    return out;
}

std::string mended_name(std::string_view written, std::vector<Message>& notes) {
    auto const plain = without_entities(without_entities(written));
    if (plain != written) notes.push_back({"doptor.mended_entities"});
    auto const spaced = bangla::single_spaced(bangla::normalised(plain));
    auto const ordered = punctuated(spaced);
    if (ordered != spaced) notes.push_back({"doptor.mended_punctuation"});
    auto const calm = without_capitals(ordered);
    if (calm != ordered) notes.push_back({"doptor.mended_capitals"});
    return calm;
}

BilingualText mended_name(BilingualText const& written, std::vector<Message>& notes) {
    BilingualText name{mended_name(std::string_view(written.bn), notes),
                       mended_name(std::string_view(written.en), notes)};
    if (name.bn.empty() && !name.en.empty()) {
        name.bn = name.en;
        notes.push_back({"doptor.mended_no_bangla"});
    } else if (!name.bn.empty() && !has_bangla(name.bn)) {
        notes.push_back({"doptor.mended_not_bangla"});
    }
    return name;
}

bool is_test_name(BilingualText const& name) {
    return is_test_name(std::string_view(name.bn)) || is_test_name(std::string_view(name.en));
}

bool is_bijoy(std::string_view text) { return !has_bangla(text) && bangla::examine(text).bijoy; }

MemoCodes codes_of(std::string_view written, std::vector<Message>& notes) {
    auto const code = bangla::ascii_digits(bangla::trimmed(written));
    if (code.empty()) return {};
    std::vector<std::string> groups{""};
    for (char const c : code)
        if (c == '.' || c == '-')
            groups.emplace_back();
        else if (c != ' ')
            groups.back() += c;
    if (groups.size() == 3 && digits_only(groups[0], 2) && digits_only(groups[1], 2)
        && digits_only(groups[2], 4))
        return {groups[0], groups[1], groups[2]};
    notes.push_back({"doptor.mended_code", {{"code", std::string(bangla::trimmed(written))}}});
    return {};
}

std::string mended_website(std::string_view written, std::vector<Message>& notes) {
    auto const spaced = bangla::single_spaced(bangla::normalised(without_entities(written)));
    std::string_view address = spaced;
    for (std::string_view const before : {"website:", "Website:", "web:", "Web:"})
        if (address.starts_with(before)) address = bangla::trimmed(address.substr(before.size()));
    if (address.empty()) return {};
    if (!is_web_address(address)) {
        notes.push_back({"doptor.mended_website", {{"website", spaced}}});
        return {};
    }
    if (address != spaced) notes.push_back({"doptor.mended_website_text"});
    return std::string(address);
}

} // namespace udb::doptor
