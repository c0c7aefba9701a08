#include "registers/api/schema.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace udb {
namespace {

namespace json = boost::json;

json::value example_of(Field const& f) {
    auto const options = f.options ? f.options() : std::vector<Option>{};
    switch (f.control) {
    case Control::number: return std::clamp<std::int64_t>(12, f.traits.at_least, f.traits.at_most);
    case Control::decimal: return "29.95";
    case Control::reference: return 1;
    case Control::flag: return true;
    case Control::date: return "2026-01-26";
    case Control::choice: return options.empty() ? json::value() : json::value(options[0].name);
    case Control::choices:
        return options.empty() ? json::array{} : json::array{json::value(options[0].name)};
    case Control::text:
    case Control::lines: break;
    }
    if (f.traits.code || f.traits.max_chars < 10) return "";
    return f.name.ends_with("_en") ? "Example" : "নমুনা";
}

json::array names_of_options(Field const& f) {
    json::array names;
    for (auto const& option : f.options ? f.options() : std::vector<Option>{})
        names.emplace_back(option.name);
    return names;
}

/// `general: সাধারণ; digital: ডিজিটাল`
std::string legend_of(Words const& words, Field const& f) {
    std::string legend;
    for (auto const& option : f.options ? f.options() : std::vector<Option>{}) {
        legend += legend.empty() ? "" : "; ";
        legend += std::string(option.name) + ": " + std::string(words(option.label));
    }
    return legend;
}

json::object plain_schema(Field const& f) {
    switch (f.control) {
    case Control::number:
        return {{"type", "integer"},
                {"format", "int64"},
                {"minimum", f.traits.at_least},
                {"maximum", f.traits.at_most}};
    case Control::decimal:
        return {
            {"type", "string"}, {"format", "decimal"}, {"pattern", "^-?[0-9]+([.][0-9]{1,4})?$"}};
    case Control::reference: return {{"type", "integer"}, {"format", "int64"}, {"minimum", 1}};
    case Control::flag: return {{"type", "boolean"}};
    case Control::date: return {{"type", "string"}, {"format", "date"}};
    case Control::choice: return {{"type", "string"}, {"enum", names_of_options(f)}};
    case Control::choices:
        return {{"type", "array"},
                {"uniqueItems", true},
                {"items", {{"type", "string"}, {"enum", names_of_options(f)}}}};
    case Control::text:
    case Control::lines: break;
    }
    return {{"type", "string"}, {"maxLength", f.traits.max_chars}};
}

json::object label_schema(std::string title) {
    return {{"type", "object"},
            {"title", std::move(title)},
            {"readOnly", true},
            {"properties", {{"bn", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
            {"required", {"bn", "en"}}};
}

json::object read_only(std::string_view type, std::string title, std::string_view format = {}) {
    json::object schema{{"type", type}, {"title", std::move(title)}, {"readOnly", true}};
    if (!format.empty()) schema["format"] = format;
    return schema;
}

bool may_be_null(Field const& f) {
    switch (f.control) {
    case Control::decimal:
    case Control::date:
    case Control::choices:
    case Control::reference: return !f.traits.required;
    default: return false;
    }
}

/// The members that are answered and not taken.
json::object own_properties(Words const& words, RegisterView const& reg) {
    json::object own{{"id", read_only("integer", words("api.schema_id"), "int64")},
                     {"version", read_only("integer", words("api.schema_version"), "int64")}};
    if (!reg.field("label")) own["label"] = label_schema(words("api.schema_label"));
    if (!reg.field("number")) own["number"] = read_only("string", words("api.schema_number"));
    for (auto const& f : reg.fields)
        if (!f.refers_to.empty()) {
            auto label = label_schema(
                words("api.schema_label_of", {{"field", std::string(words(f.label))}}));
            if (may_be_null(f)) label["type"] = json::array{"object", "null"};
            own[std::string(f.name) + "_label"] = std::move(label);
        }
    own["created_at"] = read_only("string", words("api.schema_created_at"), "date-time");
    own["updated_at"] = read_only("string", words("api.schema_updated_at"), "date-time");
    return own;
}

/// The schema of a body: read-only members may be in it, and say nothing.
json::object given_schema(Words const& words, RegisterView const& reg, bool all_nullable) {
    json::object properties;
    json::array required;
    for (auto const& f : reg.fields) {
        bool const needed = f.traits.required && f.control != Control::flag;
        properties[f.name] = field_schema(words, f, all_nullable || !needed);
        if (needed) required.emplace_back(f.name);
    }
    for (auto& [name, schema] : own_properties(words, reg))
        properties[name] = std::move(schema);
    json::object schema{
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!all_nullable && !required.empty()) schema["required"] = std::move(required);
    return schema;
}

} // namespace

std::string schema_name(RegisterView const& reg, std::string_view what) {
    return std::string(reg.kind) + (what.empty() ? "" : "_" + std::string(what));
}

json::object field_schema(Words const& words, Field const& f, bool nullable) {
    auto schema = plain_schema(f);
    schema["title"] = words(f.label);
    std::string description{words(f.traits.hint)};
    if (auto const legend = legend_of(words, f); !legend.empty())
        description += (description.empty() ? "" : " ") + legend;
    if (!f.refers_to.empty())
        description += words("api.schema_reference", {{"kind", std::string(f.refers_to)}});
    if (!description.empty()) schema["description"] = description;
    if (!nullable) return schema;
    schema["type"] = json::array{schema["type"], "null"};
    if (auto* options = schema.if_contains("enum")) options->as_array().emplace_back(nullptr);
    return schema;
}

json::object record_schema(Words const& words, RegisterView const& reg) {
    auto properties = own_properties(words, reg);
    for (auto const& f : reg.fields)
        properties[f.name] = field_schema(words, f, may_be_null(f));
    json::array required;
    for (auto const& member : properties)
        required.emplace_back(member.key());
    return {{"type", "object"},
            {"title", words(reg.one)},
            {"properties", std::move(properties)},
            {"required", std::move(required)}};
}

json::object new_schema(Words const& words, RegisterView const& reg) {
    auto schema = given_schema(words, reg, false);
    schema["title"] = words("api.schema_new", {{"one", std::string(words(reg.one))}});
    return schema;
}

json::object changes_schema(Words const& words, RegisterView const& reg) {
    auto schema = given_schema(words, reg, true);
    schema["title"] = words("api.schema_changes", {{"one", std::string(words(reg.one))}});
    schema["description"] = words("api.schema_changes_about");
    schema["minProperties"] = 0;
    return schema;
}

json::object record_example(RegisterView const& reg) {
    json::object const label{{"bn", "নমুনা"}, {"en", "Example"}};
    json::object example{{"id", 7}, {"version", 1}};
    if (!reg.field("label")) example["label"] = label;
    if (!reg.field("number")) example["number"] = "";
    for (auto const& f : reg.fields) {
        example[f.name] = example_of(f);
        if (!f.refers_to.empty()) example[std::string(f.name) + "_label"] = label;
    }
    example["created_at"] = "2026-01-26T04:00:00Z";
    example["updated_at"] = "2026-01-26T04:00:00Z";
    return example;
}

json::object new_example(RegisterView const& reg) {
    json::object example;
    for (auto const& f : reg.fields)
        if (f.traits.required || f.name.ends_with("_en")) example[f.name] = example_of(f);
    return example;
}

} // namespace udb
