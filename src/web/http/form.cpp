// Reading a form from the body of a request: url-encoded, or multipart with files (RFC 7578).
#include "web/http/decode.hpp"

#include <algorithm>

namespace udb::web {

namespace {

using std::string_view;

Error damaged() { return refused({"http.form_damaged"}); }
Error not_text() { return refused({"http.form_encoding"}); }
Error too_many(FormLimits const& limits) {
    return refused(
        {"http.form_too_many_fields", {{"max", static_cast<std::int64_t>(limits.parts_max)}}});
}

/// `form-data; name="a"; filename="b"` or `text/plain; charset=utf-8`: the value and its
/// parameters.
struct Parametrised {
    std::string value;
    Pairs parameters;
};

/// A quoted string, up to and with its closing quote. Browsers write `"` as `%22` (WHATWG), other
/// clients as `\"`; any other backslash is itself, since some send a Windows path.
std::optional<std::string> take_quoted(string_view& rest) {
    std::string out;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        if (rest.size() > 1 && rest[0] == '\\' && rest[1] == '"') rest.remove_prefix(1);
        out += rest.front();
        rest.remove_prefix(1);
    }
    if (rest.empty()) return {};
    rest.remove_prefix(1);
    return out;
}

std::optional<Parametrised> parse_parametrised(string_view text) {
    Parametrised out;
    auto end = std::min(text.find(';'), text.size());
    out.value = lower_case(trimmed(text.substr(0, end)));
    text.remove_prefix(end);
    while (!text.empty()) {
        text = trimmed(text.substr(1));
        if (text.empty()) break;
        auto const equals = text.find('=');
        if (equals == string_view::npos) return {};
        auto name = lower_case(trimmed(text.substr(0, equals)));
        text = text.substr(equals + 1);
        std::string value;
        if (text.starts_with('"')) {
            auto quoted = take_quoted(text);
            if (!quoted) return {};
            value = std::move(*quoted);
            text = trimmed(text);
            if (!text.empty() && text.front() != ';') return {};
        } else {
            end = std::min(text.find(';'), text.size());
            value = trimmed(text.substr(0, end));
            text.remove_prefix(end);
        }
        if (name.empty() || out.parameters.has(name)) return {};
        out.parameters.add(std::move(name), std::move(value));
    }
    return out;
}

struct Part {
    Parametrised disposition;
    std::string content_type;
    string_view bytes;
};

Result<Part> parse_part_headers(string_view headers) {
    Part part;
    auto named = false;
    while (!headers.empty()) {
        auto const end = std::min(headers.find("\r\n"), headers.size());
        auto const line = headers.substr(0, end);
        headers.remove_prefix(std::min(end + 2, headers.size()));
        auto const colon = line.find(':');
        if (colon == string_view::npos) return damaged();
        auto const name = line.substr(0, colon);
        auto const value = trimmed(line.substr(colon + 1));
        if (same_letters(name, "content-disposition")) {
            auto disposition = parse_parametrised(value);
            if (named || !disposition || disposition->value != "form-data") return damaged();
            part.disposition = std::move(*disposition);
            named = true;
        } else if (same_letters(name, "content-type")) {
            part.content_type = lower_case(value);
        } else if (same_letters(name, "content-transfer-encoding")) {
            // RFC 7578 §4.7: not used; what it would transform would be read wrongly.
            auto const encoding = lower_case(value);
            if (encoding != "binary" && encoding != "8bit" && encoding != "7bit") return damaged();
        }
    }
    if (!named || !part.disposition.parameters.has("name")
        || part.disposition.parameters.has("filename*"))
        return damaged();
    return part;
}

std::string last_part(string_view path) {
    auto const slash = path.find_last_of("/\\");
    return std::string(slash == string_view::npos ? path : path.substr(slash + 1));
}

Done add_part(Form& form, Part const& part, FormLimits const& limits) {
    auto const& parameters = part.disposition.parameters;
    std::string name(parameters.get_or("name"));
    if (!is_text(name)) return not_text();
    auto const too_long = [&](std::size_t max) {
        return refused({"http.form_field_too_long",
                        {{"field", name.size() > limits.name_bytes_max ? std::string{} : name},
                         {"max", static_cast<std::int64_t>(max)}}});
    };
    if (name.size() > limits.name_bytes_max) return too_long(limits.name_bytes_max);
    if (!parameters.has("filename")) {
        if (part.bytes.size() > limits.value_bytes_max) return too_long(limits.value_bytes_max);
        if (!is_text(part.bytes)) return not_text();
        form.fields.add(std::move(name), std::string(part.bytes));
        return {};
    }
    auto file = last_part(parameters.get_or("filename"));
    if (!is_text(file)) return not_text();
    if (file.size() > limits.name_bytes_max * 4) return too_long(limits.name_bytes_max * 4);
    if (file.empty() && part.bytes.empty()) return {};
    form.files.push_back({std::move(name), std::move(file), part.content_type, part.bytes});
    return {};
}

bool is_boundary(string_view boundary) {
    static constexpr string_view others = "'()+_,-./:=? ";
    return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' '
           && std::ranges::all_of(boundary, [](char c) {
                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                         || others.find(c) != string_view::npos;
              });
}

Result<Form> parse_multipart(string_view body, string_view boundary, FormLimits const& limits) {
    if (!is_boundary(boundary)) return damaged();
    auto const delimiter = "\r\n--" + std::string(boundary);
    if (!body.starts_with(string_view(delimiter).substr(2))) return damaged();
    body.remove_prefix(delimiter.size() - 2);
    Form form;
    for (std::size_t parts = 0; !body.starts_with("--"); ++parts) {
        if (!body.starts_with("\r\n")) return damaged();
        if (parts == limits.parts_max) return too_many(limits);
        body.remove_prefix(2);
        auto const headers_end = body.substr(0, limits.part_header_bytes_max + 4).find("\r\n\r\n");
        if (headers_end == string_view::npos) return damaged();
        auto part = TRY(parse_part_headers(body.substr(0, headers_end)));
        body.remove_prefix(headers_end + 2);
        // Here the body starts with the line end that an empty part shares with its delimiter.
        auto const end = body.find(delimiter, 0);
        if (end == string_view::npos) return damaged();
        part.bytes = end < 2 ? string_view{} : body.substr(2, end - 2);
        TRY(add_part(form, part, limits));
        body.remove_prefix(end + delimiter.size());
    }
    body.remove_prefix(2);
    if (!body.empty() && body != "\r\n") return damaged();
    return form;
}

Result<Form> parse_url_form(string_view body, FormLimits const& limits) {
    auto parsed = parse_url_pairs(body, limits.parts_max);
    switch (parsed.problem) {
    case UrlPairs::Problem::damaged: return damaged();
    case UrlPairs::Problem::not_text: return not_text();
    case UrlPairs::Problem::too_many: return too_many(limits);
    case UrlPairs::Problem::none: break;
    }
    for (auto const& [name, value] : parsed.pairs.items()) {
        auto const long_name = name.size() > limits.name_bytes_max;
        if (!long_name && value.size() <= limits.value_bytes_max) continue;
        auto const max = long_name ? limits.name_bytes_max : limits.value_bytes_max;
        return refused({"http.form_field_too_long",
                        {{"field", long_name ? std::string{} : name},
                         {"max", static_cast<std::int64_t>(max)}}});
    }
    return Form{std::move(parsed.pairs), {}};
}

} // namespace

Result<Form> Request::form(FormLimits const& limits) const {
    auto const bytes = content();
    if (bytes.empty()) return Form{};
    auto const type = headers.count("Content-Type") == 1
                          ? parse_parametrised(headers.get_or("Content-Type"))
                          : std::nullopt;
    if (!type) return refused({"http.form_type"});
    auto const charset = type->parameters.get_or("charset", "utf-8");
    if (!same_letters(charset, "utf-8")) return not_text();
    if (type->value == "application/x-www-form-urlencoded") return parse_url_form(bytes, limits);
    if (type->value == "multipart/form-data")
        return parse_multipart(bytes, type->parameters.get_or("boundary"), limits);
    return refused({"http.form_type"});
}

} // namespace udb::web
