// From the bytes of a target, a query or a form to checked text; refuses what has two readings.
#pragma once

#include "web/http/request.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace udb::web {

/// Well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_utf8(std::string_view bytes);

/// UTF-8 without control characters other than tab and line ends: what a field may hold.
bool is_text(std::string_view bytes);

/// Percent-decoding; a `%` without two hex digits is refused. `+` is a space where a form says so.
enum class Plus { is_plus, is_space };
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

/// Everything but unreserved characters (RFC 3986 §2.3) and those of `also` as `%XX`.
std::string percent_encoded(std::string_view bytes, std::string_view also = "");

/// `a=1&b=2` decoded; nothing where it is damaged, not text, or longer than `pairs_max`.
struct UrlPairs {
    enum class Problem { none, damaged, not_text, too_many };
    Pairs pairs;
    Problem problem = Problem::none;
};
UrlPairs parse_url_pairs(std::string_view text, std::size_t pairs_max);

struct Target {
    std::string path;
    Pairs query;
    std::string authority; ///< of the absolute form `http://host/path`; else empty
};

/// The target of a request line, in origin or absolute form (RFC 9112 §3.2). The path is decoded
/// once; `%2F`, `%00`, control bytes, `..` above the root and a fragment are refused; repeated
/// slashes are one.
std::optional<Target> parse_target(std::string_view target);

/// The pairs of a Cookie field; what is malformed is passed over, as browsers expect.
void parse_cookies(std::string_view field, Pairs& cookies);

bool same_letters(std::string_view a, std::string_view b); ///< without regard to ASCII case
std::string lower_case(std::string_view text);             ///< ASCII only
std::string_view trimmed(std::string_view text);           ///< of spaces and tabs

} // namespace udb::web
