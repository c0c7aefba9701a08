// Where a link, a form or an image leads: a path of our own, or an http(s), mailto or tel address.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

/// An address that is safe in `href`, `src` and `action`: never `javascript:`, `data:` or
/// `//elsewhere`. A literal is checked while compiling, a run-time string by `parse`.
class Url {
public:
    Url() = default;

    template <std::size_t N>
    consteval Url(char const (&literal)[N]) : literal_(literal, N - 1) {
        if (!safe(literal_)) throw "not a safe address";
    }

    /// A run-time address; none when its scheme or form is not safe.
    static std::optional<Url> parse(std::string address);

    /// The same address with one more query field, percent-encoded: `Url("/teams").with("q", q)`.
    Url with(std::string_view field, std::string_view value) const;
    /// The same address with `#fragment` in place of its own.
    Url at(std::string_view fragment) const;

    bool empty() const { return view().empty(); }
    std::string_view view() const { return owned_ ? std::string_view(*owned_) : literal_; }

    bool operator==(Url const& other) const { return view() == other.view(); }

    /// `/path`, `?query`, `#fragment`, or an address with one of the four schemes; no white space,
    /// no control characters, no backslash.
    static constexpr bool safe(std::string_view address) {
        for (char const c : address)
            if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7f') return false;
        if (address.starts_with("//")) return false;
        if (address.starts_with('/') || address.starts_with('?') || address.starts_with('#'))
            return true;
        for (std::string_view const scheme : {"https://", "http://", "mailto:", "tel:"})
            if (address.size() > scheme.size() && address.starts_with(scheme)) return true;
        return false;
    }

private:
    friend class UrlPattern;
    std::string_view literal_;
    std::optional<std::string> owned_; // a bare std::string could not be made while compiling
};

/// One gap of a path: text is percent-encoded (a slash too), numbers and Ids are written in ASCII.
/// `.` and `..` cannot be named in a path and become `_`.
class UrlPart {
public:
    UrlPart(std::string_view text);
    UrlPart(std::string const& text) : UrlPart(std::string_view(text)) {}
    UrlPart(char const* text) : UrlPart(std::string_view(text)) {}
    UrlPart(std::int64_t number) : encoded_(std::to_string(number)) {}
    UrlPart(int number) : encoded_(std::to_string(number)) {}
    template <class Record>
        requires requires(Record const& id) { to_string(id); }
    UrlPart(Record const& id) : encoded_(to_string(id)) {}

    std::string_view encoded() const { return encoded_; }

private:
    std::string encoded_;
};

/// A path of our own with gaps, checked while compiling.
class UrlPattern {
public:
    template <std::size_t N>
    consteval UrlPattern(char const (&literal)[N]) : pattern_(literal, N - 1) {
        if (!Url::safe(pattern_) || !pattern_.starts_with('/')) throw "not a path of our own";
    }
    Url filled(UrlPart const* parts, std::size_t count) const;

private:
    std::string_view pattern_;
};

/// `url("/teams/{}/seats/{}", team.id, seat.no)`. As many gaps as parts, or it is a Bug.
template <class... Parts>
Url url(UrlPattern pattern, Parts const&... parts) {
    std::array<UrlPart, sizeof...(Parts)> const list{UrlPart(parts)...};
    return pattern.filled(list.data(), list.size());
}

} // namespace udb
