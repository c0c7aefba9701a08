// Decoding and checking of what stands in a request line, a query, a form and a cookie.
#include "web/http/decode.hpp"

#include <algorithm>
#include <cstdint>

namespace udb::web {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    auto const small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_unreserved(char c) {
    auto const small = lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9')
           || std::string_view("-._~").find(c) != std::string_view::npos;
}

/// How many bytes the character starting at `at` takes; zero where it is malformed.
std::size_t character_bytes(std::string_view s, std::size_t at) {
    auto const byte = [&](std::size_t i) -> std::uint32_t {
        return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0;
    };
    auto const tail = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    auto const first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        if (!tail(1) || !tail(2)) return 0;
        auto const code = ((first & 0xf) << 12) | ((byte(1) & 0x3f) << 6);
        return code >= 0x800 && !(code >= 0xd800 && code <= 0xdfff) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        auto const code = ((first & 0x7) << 18) | ((byte(1) & 0x3f) << 12);
        return code >= 0x10000 && code <= 0x10ffff ? 4 : 0;
    }
    return 0;
}

/// The path with its segments decoded, `.` and `..` resolved; nothing where it is refused.
std::optional<std::string> parse_path(std::string_view raw) {
    std::vector<std::string> segments;
    auto last_is_open = false;
    while (!raw.empty()) {
        raw.remove_prefix(1);
        auto const end = std::min(raw.find('/'), raw.size());
        auto segment = percent_decoded(raw.substr(0, end), Plus::is_plus);
        raw.remove_prefix(end);
        if (!segment || std::ranges::any_of(*segment, is_control)
            || segment->find('/') != std::string::npos)
            return {};
        last_is_open = segment->empty() || *segment == "." || *segment == "..";
        if (*segment == "..") {
            if (segments.empty()) return {};
            segments.pop_back();
        } else if (!segment->empty() && *segment != ".") {
            segments.push_back(std::move(*segment));
        }
    }
    std::string path;
    for (auto const& segment : segments)
        path.append("/").append(segment);
    if (last_is_open) path += '/';
    if (!is_utf8(path)) return {};
    return path;
}

} // namespace

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string lower_case(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), lower);
    return small;
}

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        auto const taken = character_bytes(bytes, at);
        if (taken == 0) return false;
        at += taken;
    }
    return true;
}

bool is_text(std::string_view bytes) {
    return std::ranges::none_of(
               bytes, [](char c) { return is_control(c) && c != '\t' && c != '\r' && c != '\n'; })
           && is_utf8(bytes);
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return {};
            auto const high = hex_value(text[i + 1]);
            auto const low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return {};
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

std::string percent_encoded(std::string_view bytes, std::string_view also) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (auto const c : bytes) {
        if (is_unreserved(c) || also.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

UrlPairs parse_url_pairs(std::string_view text, std::size_t pairs_max) {
    using Problem = UrlPairs::Problem;
    UrlPairs out;
    while (!text.empty()) {
        auto const end = std::min(text.find('&'), text.size());
        auto const pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        if (out.pairs.size() == pairs_max) return {{}, Problem::too_many};
        auto const equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        auto value =
            percent_decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
        if (!name || !value) return {{}, Problem::damaged};
        if (!is_text(*name) || !is_text(*value)) return {{}, Problem::not_text};
        out.pairs.add(std::move(*name), std::move(*value));
    }
    return out;
}

std::optional<Target> parse_target(std::string_view target) {
    Target out;
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (target.size() <= scheme.size()
            || !same_letters(target.substr(0, scheme.size()), scheme))
            continue;
        target.remove_prefix(scheme.size());
        auto const end = std::min(target.find_first_of("/?"), target.size());
        out.authority = target.substr(0, end);
        target.remove_prefix(end);
        if (out.authority.empty()) return {};
        break;
    }
    if (target.find('#') != std::string_view::npos) return {};
    auto const question = std::min(target.find('?'), target.size());
    auto const raw_path = target.substr(0, question);
    if (raw_path.empty() ? out.authority.empty() : raw_path.front() != '/') return {};
    auto path = parse_path(raw_path);
    if (!path) return {};
    out.path = path->empty() ? "/" : std::move(*path);
    auto query = parse_url_pairs(target.substr(std::min(question + 1, target.size())), 4'096);
    if (query.problem != UrlPairs::Problem::none) return {};
    out.query = std::move(query.pairs);
    return out;
}

void parse_cookies(std::string_view field, Pairs& cookies) {
    while (!field.empty()) {
        auto const end = std::min(field.find(';'), field.size());
        auto const pair = trimmed(field.substr(0, end));
        field.remove_prefix(std::min(end + 1, field.size()));
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        auto value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        if (std::ranges::any_of(pair, [](char c) { return c <= 0x20 || c == 0x7f; })) continue;
        cookies.add(std::string(pair.substr(0, equals)), std::string(value));
    }
}

} // namespace udb::web
