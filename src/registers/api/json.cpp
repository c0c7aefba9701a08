#include "registers/api/json.hpp"

#include "web/http/decode.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <cmath>
#include <set>

namespace udb {
namespace {

namespace json = boost::json;
using boost::system::error_code;

constexpr std::string_view label_ending = "_label";
constexpr std::array own_members{"id", "version", "label", "number", "created_at", "updated_at"};

/// `2026-01-26T04:15:00Z`
std::string utc(Instant at) {
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::hh_mm_ss const time{std::chrono::floor<std::chrono::seconds>(at - day)};
    auto const two = [](auto n) { return (n.count() < 10 ? "0" : "") + std::to_string(n.count()); };
    return iso(day) + 'T' + two(time.hours()) + ':' + two(time.minutes()) + ':'
           + two(time.seconds()) + 'Z';
}

json::object label_json(BilingualText const& text) { return {{"bn", text.bn}, {"en", text.en}}; }

json::value number_json(std::string_view written) {
    std::int64_t number = 0;
    auto const [end, failed] =
        std::from_chars(written.data(), written.data() + written.size(), number);
    if (failed != std::errc{} || end != written.data() + written.size()) return nullptr;
    return number;
}

json::value choices_json(std::string_view written) {
    if (written.empty()) return nullptr;
    json::array all;
    if (written == "none") return all;
    while (!written.empty()) {
        auto const comma = std::min(written.find(','), written.size());
        all.emplace_back(written.substr(0, comma));
        written.remove_prefix(std::min(comma + 1, written.size()));
    }
    return all;
}

json::value value_json(Field const& f, std::string_view written) {
    switch (f.control) {
    case Control::number:
    case Control::reference: return number_json(written);
    case Control::flag: return written == "1";
    case Control::choices: return choices_json(written);
    case Control::decimal:
    case Control::date:
    case Control::choice:
        if (written.empty()) return nullptr;
        break;
    case Control::text:
    case Control::lines: break;
    }
    return json::value(written);
}

bool is_option(Field const& f, std::string_view id) {
    auto const options = f.options ? f.options() : std::vector<Option>{};
    return std::ranges::any_of(options, [&](Option const& o) { return o.name == id; });
}

std::string_view text_of(json::value const& value) {
    auto const& text = value.as_string();
    return {text.data(), text.size()};
}

/// A whole number, also one written 12.0.
std::optional<std::int64_t> whole(json::value const& value) {
    if (auto const* number = value.if_int64()) return *number;
    constexpr double exact = 9'007'199'254'740'992.0;
    auto const* real = value.if_double();
    if (!real || !(std::abs(*real) <= exact) || std::trunc(*real) != *real) return {};
    return static_cast<std::int64_t>(*real);
}

/// `29.95`, in quotes or not; a number without them is taken by its shortest writing.
std::optional<Decimal> decimal(json::value const& value) {
    if (auto const* number = value.if_int64()) return parse_decimal(std::to_string(*number));
    if (value.is_string()) return parse_decimal(text_of(value));
    auto const* real = value.if_double();
    if (!real) return {};
    std::array<char, 400> text{}; // the longest double without an exponent has 327 digits
    auto const end =
        std::to_chars(text.data(), text.data() + text.size(), *real, std::chars_format::fixed);
    return parse_decimal({text.data(), end.ptr});
}

/// The value as the field reads it, or what is wrong with its kind.
struct Taken {
    std::string text = {};
    std::optional<Message> wrong = {};
};

Taken take_text(Field const& f, json::value const& value) {
    if (!value.is_string()) return {{}, Message{"api.needs_text"}};
    auto const text = text_of(value);
    if (!web::is_text(text)) return {{}, Message{"api.needs_plain_text"}};
    if (f.control == Control::text && text.find_first_of("\r\n") != text.npos)
        return {{}, Message{"api.needs_one_line"}};
    return {std::string(text), {}};
}

Taken take_choices(Field const& f, json::value const& value) {
    Message const wrong{"api.needs_choices", {{"allowed", allowed_for(f)}}};
    auto const* list = value.if_array();
    if (!list) return {{}, wrong};
    if (list->empty()) return {"none", {}};
    std::set<std::string_view> met;
    std::string text;
    for (auto const& one : *list) {
        if (!one.is_string() || !is_option(f, text_of(one)) || !met.insert(text_of(one)).second)
            return {{}, wrong};
        text += (text.empty() ? "" : ",") + std::string(text_of(one));
    }
    return {text, {}};
}

Taken take(Field const& f, json::value const& value) {
    switch (f.control) {
    case Control::text:
    case Control::lines: return take_text(f, value);
    case Control::choices: return take_choices(f, value);
    case Control::flag:
        if (!value.is_bool()) return {{}, Message{"api.needs_flag"}};
        return {value.as_bool() ? "1" : "0", {}};
    case Control::date:
        if (!value.is_string() || !parse_iso_date(text_of(value)))
            return {{}, Message{"api.needs_date"}};
        return {std::string(text_of(value)), {}};
    case Control::choice:
        if (!value.is_string() || !is_option(f, text_of(value)))
            return {{}, Message{"api.needs_choice", {{"allowed", allowed_for(f)}}}};
        return {std::string(text_of(value)), {}};
    case Control::decimal: {
        auto const found = decimal(value);
        if (!found) return {{}, Message{"api.needs_decimal"}};
        return {to_string(*found), {}};
    }
    case Control::number:
    case Control::reference: break;
    }
    bool const number = f.control == Control::number;
    auto const found = whole(value);
    if (!found || (!number && *found <= 0))
        return {{}, Message{number ? "api.needs_number" : "api.needs_id"}};
    return {std::to_string(*found), {}};
}

/// Looks for a name that is there twice in an object, which json::parse takes without a word.
struct NamesOnce {
    static constexpr std::size_t max_object_size = std::string_view::npos;
    static constexpr std::size_t max_array_size = std::string_view::npos;
    static constexpr std::size_t max_key_size = 100;
    static constexpr std::size_t max_string_size = std::string_view::npos;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        names.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, error_code&) {
        names.pop_back();
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(json::string_view part, std::size_t, error_code&) {
        name.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, error_code& failed) {
        name.append(part.data(), part.size());
        if (!names.back().insert(name).second) {
            twice = name;
            failed = json::error::extra_data;
            return false;
        }
        name.clear();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, error_code&) { return true; }
    bool on_number_part(json::string_view, error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, error_code&) { return true; }
    bool on_double(double, json::string_view, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(json::string_view, error_code&) { return true; }
    bool on_comment(json::string_view, error_code&) { return true; }

    std::vector<std::set<std::string>> names;
    std::string name;
    std::optional<std::string> twice;
};

json::parse_options strict() {
    json::parse_options options;
    options.max_depth = 8;
    return options;
}

} // namespace

bool is_read_only(RegisterView const& reg, std::string_view member) {
    if (reg.field(member)) return false;
    if (std::ranges::count(own_members, member) > 0) return true;
    if (!member.ends_with(label_ending)) return false;
    auto const* field = reg.field(member.substr(0, member.size() - label_ending.size()));
    return field && !field->refers_to.empty();
}

json::object record_json(RegisterView const& reg, Header const& header,
                         std::span<std::string const> values, std::vector<Named> const& named) {
    json::object record{{"id", header.id.value}, {"version", header.version}};
    if (!reg.field("label")) record["label"] = label_json(header.title);
    if (!reg.field("number")) record["number"] = header.number;
    for (std::size_t i = 0; i < reg.fields.size(); ++i) {
        auto const& f = reg.fields[i];
        record[f.name] = value_json(f, values[i]);
        if (f.refers_to.empty()) continue;
        auto& label = record[std::string(f.name) + std::string(label_ending)];
        for (auto const& n : named)
            if (n.kind == f.refers_to && to_string(n.id) == values[i]) label = label_json(n.title);
    }
    record["created_at"] = utc(header.created);
    record["updated_at"] = utc(header.updated);
    return record;
}

std::vector<Id<Record>> referred_by(RegisterView const& reg, std::span<std::string const> values) {
    std::vector<Id<Record>> ids;
    for (std::size_t i = 0; i < reg.fields.size(); ++i)
        if (!reg.fields[i].refers_to.empty())
            if (auto const id = parse_id<Record>(values[i])) ids.push_back(*id);
    return ids;
}

Result<json::object> parse_object(std::string_view text) {
    json::basic_parser<NamesOnce> names(strict());
    error_code failed;
    auto const read = names.write_some(false, text.data(), text.size(), failed);
    if (auto const& twice = names.handler().twice; twice)
        return refused({"api.twice", {{"name", *twice}}});
    if (failed == json::error::too_deep) return refused({"api.too_deep"});
    auto const rest = text.substr(std::min(read, text.size()));
    if (failed || rest.find_first_not_of(" \t\r\n") != rest.npos)
        return refused({"api.damaged_at", {{"at", static_cast<std::int64_t>(read)}}});
    auto value = json::parse({text.data(), text.size()}, failed, {}, strict());
    if (failed) return refused({"api.damaged"});
    if (!value.is_object()) return refused({"api.needs_object"});
    return std::move(value.as_object());
}

GivenRecord given_in(RegisterView const& reg, json::object const& body) {
    constexpr std::size_t wrong_most = 100;
    GivenRecord given;
    for (auto const& member : body) {
        if (given.wrong.size() == wrong_most) break;
        std::string const name(member.key());
        auto const* f = reg.field(name);
        if (!f) {
            if (!is_read_only(reg, name)) given.wrong.push_back({name, {"api.unknown_member"}});
            continue;
        }
        if (member.value().is_null()) {
            given.empty.push_back(name);
            continue;
        }
        auto taken = take(*f, member.value());
        if (taken.wrong)
            given.wrong.push_back({name, std::move(*taken.wrong)});
        else
            given.form.emplace(name, std::move(taken.text));
    }
    return given;
}

std::string allowed_for(Field const& field) {
    std::string allowed;
    if (field.options)
        for (auto const& option : field.options())
            allowed += (allowed.empty() ? "" : ", ") + std::string(option.name);
    return allowed;
}

} // namespace udb
