// A request as a page sees it: checked and decoded. No socket and no Boost here.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "web/http/body_file.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::web {

enum class Method { get, head, post, put, patch, remove, options };

/// `GET`, `DELETE`, …
std::string_view to_string(Method method);
std::optional<Method> parse_method(std::string_view name);

/// Changes nothing on the server (RFC 9110 §9.2.1): needs no CSRF token.
bool is_safe(Method method);

struct Pair {
    std::string name;
    std::string value;

    bool operator==(Pair const&) const = default;
};

/// Names with values in the order in which they came; a name may come more than once.
class Pairs {
public:
    Pairs() = default;
    Pairs(std::initializer_list<Pair> pairs) : pairs_(pairs) {}

    void add(std::string name, std::string value) {
        pairs_.push_back({std::move(name), std::move(value)});
    }
    /// The first value; nothing where the name did not come.
    std::optional<std::string_view> get(std::string_view name) const;
    /// The first value, or `otherwise`.
    std::string_view get_or(std::string_view name, std::string_view otherwise = "") const;
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return get(name).has_value(); }

    std::vector<Pair> const& items() const { return pairs_; }
    bool empty() const { return pairs_.empty(); }
    std::size_t size() const { return pairs_.size(); }
    bool operator==(Pairs const&) const = default;

private:
    std::vector<Pair> pairs_;
};

/// Header fields; names compare without regard to case.
class Headers {
public:
    Headers() = default;
    Headers(std::initializer_list<Pair> fields) : fields_(fields) {}

    void add(std::string name, std::string value) {
        fields_.push_back({std::move(name), std::move(value)});
    }
    /// Replaces every field of that name.
    void set(std::string name, std::string value);
    void remove(std::string_view name);
    /// The first value; nothing where the field is not there.
    std::optional<std::string_view> get(std::string_view name) const;
    std::string_view get_or(std::string_view name, std::string_view otherwise = "") const;
    std::size_t count(std::string_view name) const;
    bool has(std::string_view name) const { return get(name).has_value(); }
    std::vector<Pair> const& items() const { return fields_; }

private:
    std::vector<Pair> fields_;
};

/// A file of a form. The views look into the body of the request, and live as long as it.
struct Upload {
    std::string field;
    std::string name; ///< the last part of what the browser called it; valid UTF-8, may be empty
    std::string content_type; ///< as claimed by the client, lower case; proves nothing
    std::string_view bytes;
};

struct Form {
    Pairs fields;
    std::vector<Upload> files; ///< a file input left empty by the user is not here

    std::string_view operator[](std::string_view name) const { return fields.get_or(name); }
    /// The first file of that field; null where there is none.
    Upload const* file(std::string_view field) const;
};

struct FormLimits {
    std::size_t parts_max = 2'000;
    std::size_t name_bytes_max = 200;
    std::size_t value_bytes_max =
        std::size_t{1024} * 1024; ///< of a field; files are limited by the body
    std::size_t part_header_bytes_max = std::size_t{4} * 1024;
};

struct Request {
    Method method = Method::get;
    std::string path = "/"; ///< decoded once, `.` and `..` resolved, valid UTF-8, no control bytes
    std::string target = "/"; ///< as it was sent
    Pairs query;              ///< decoded, valid UTF-8
    Headers headers;
    Pairs cookies;                           ///< as sent; use `cookie()`
    std::string body;                        ///< what is short; ask `content`
    std::shared_ptr<BodyFile const> spooled; ///< what is long
    Pairs params;                            ///< what stood in the gaps of the route, decoded
    std::string route;   ///< the pattern that matched, `/teams/{id}`; empty where none did
    std::string host;    ///< as the client named us, with port
    std::string peer;    ///< the client's address; behind a trusted proxy the one it reports
    bool secure = false; ///< the client came by https
    std::string id;      ///< of this request, for the logs; 16 hex digits
    Instant received;

    /// The body, wherever it is.
    std::string_view content() const { return spooled ? spooled->view() : body; }
    /// A gap of the route by name; empty where the route has no such gap.
    std::string_view param(std::string_view name) const { return params.get_or(name); }
    /// A cookie set by `Response::set_cookie`, with the `__Host-` prefix when secure.
    std::optional<std::string_view> cookie(std::string_view name) const;
    /// htmx asks for a fragment (`HX-Request`), and not as part of going back in history.
    bool is_htmx() const;
    /// Reads the body as `application/x-www-form-urlencoded` or `multipart/form-data`; an empty
    /// body is an empty form. Refusals: `http.form_type`, `http.form_damaged`,
    /// `http.form_encoding` (not UTF-8), `http.form_too_many_fields {max}`,
    /// `http.form_field_too_long {field} {max}`.
    Result<Form> form(FormLimits const& limits = {}) const;
};

} // namespace udb::web
