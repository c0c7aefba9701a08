#include "registers/exchange/columns.hpp"

#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

constexpr std::array languages{Language::bn, Language::en};
constexpr std::string_view between = "; ";

/// How a head or a label is compared: spelling and case do not matter.
std::string key_of(std::string_view text) { return bangla::folded(text); }

bool label_repeats(RegisterView const& reg, Field const& f, Language language) {
    return std::ranges::count_if(
               reg.fields,
               [&](Field const& other) { return other.label.in(language) == f.label.in(language); })
           > 1;
}

std::string machine_name(TableColumn const& column) {
    if (!column.field) return "id";
    return std::string(column.field->name) + (column.id ? "_id" : "");
}

std::string label_of(Field const& f, std::string_view written, Words const& words) {
    if (f.options)
        for (auto const& option : f.options())
            if (option.name == written) return std::string(words(option.label));
    return std::string(written);
}

std::string several(Field const& f, std::string_view written, Words const& words) {
    if (written == "none") return words("host.none_of_these");
    std::string out;
    while (!written.empty()) {
        auto const comma = std::min(written.find(','), written.size());
        out += out.empty() ? "" : between;
        out += label_of(f, written.substr(0, comma), words);
        written.remove_prefix(std::min(comma + 1, written.size()));
    }
    return out;
}

/// The name of the option whose label, in either language, or name it is.
std::optional<std::string> option_named(Field const& f, std::string_view text) {
    auto const key = key_of(text);
    for (auto const& option : f.options())
        if (text == option.name || key == key_of(option.label.bn) || key == key_of(option.label.en))
            return std::string(option.name);
    return {};
}

bool says(Catalogue const& words, std::string_view key, std::string_view text) {
    auto const folded = key_of(text);
    return std::ranges::any_of(languages, [&](Language language) {
        return key_of(words.say({std::string(key)}, language)) == folded;
    });
}

std::string several_written(Catalogue const& words, Field const& f, std::string_view text) {
    if (text.empty() || says(words, "host.none_of_these", text)) return text.empty() ? "" : "none";
    // A label may hold a comma: semicolons part first, and commas where no label is meant so.
    std::string out;
    auto const add = [&](std::string_view name) {
        out += (out.empty() ? "" : ",") + std::string(name);
    };
    while (!text.empty()) {
        auto const end = std::min(text.find(';'), text.size());
        auto part = bangla::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) continue;
        if (auto const name = option_named(f, part)) {
            add(*name);
            continue;
        }
        while (!part.empty()) {
            auto const comma = std::min(part.find(','), part.size());
            auto const one = bangla::trimmed(part.substr(0, comma));
            add(option_named(f, one).value_or(std::string(one)));
            part.remove_prefix(std::min(comma + 1, part.size()));
        }
    }
    return out;
}

} // namespace

std::vector<TableColumn> table_columns(RegisterView const& reg) {
    std::vector<TableColumn> columns{{.id = true}};
    for (auto const& f : reg.fields) {
        columns.push_back({.field = &f});
        if (f.control == Control::reference) columns.push_back({.field = &f, .id = true});
    }
    return columns;
}

std::string head_of(Catalogue const& words, Language language, RegisterView const& reg,
                    TableColumn const& column) {
    auto id = words.say({"host.table_id"}, language);
    if (!column.field) return id;
    auto head = std::string(column.field->label.in(language));
    if (label_repeats(reg, *column.field, language))
        head += " (" + std::string(column.field->name) + ')';
    return column.id ? head + " (" + id + ')' : head;
}

std::optional<TableColumn> column_named(Catalogue const& words, RegisterView const& reg,
                                        std::string_view head) {
    auto const key = key_of(head);
    auto const all = table_columns(reg);
    for (auto const& column : all)
        if (head == machine_name(column)) return column;
    for (auto const language : languages)
        for (auto const& column : all)
            if (key == key_of(head_of(words, language, reg, column))) return column;
    return {};
}

TableCell cell_of(Words const& words, TableColumn const& column, std::string_view written,
                  std::string_view title) {
    if (written.empty()) return {};
    if (column.id) return {std::string(written), TableCell::Kind::number};
    auto const& f = *column.field;
    switch (f.control) {
    case Control::number:
    case Control::decimal: return {std::string(written), TableCell::Kind::number};
    case Control::date: return {std::string(written), TableCell::Kind::date};
    case Control::flag: return {words(written == "1" ? "ui.yes" : "ui.no")};
    case Control::choice: return {label_of(f, written, words)};
    case Control::choices: return {several(f, written, words)};
    case Control::reference: return {std::string(title)};
    case Control::text:
    case Control::lines: break;
    }
    return {std::string(written)};
}

std::string written_of(Catalogue const& words, Field const& f, std::string_view text) {
    auto const value = bangla::trimmed(text);
    switch (f.control) {
    case Control::flag:
        if (value == "1" || value == "true" || value == "TRUE" || says(words, "ui.yes", value))
            return "1";
        if (value.empty() || value == "0" || value == "false" || value == "FALSE"
            || says(words, "ui.no", value))
            return "0";
        break;
    case Control::choice: return option_named(f, value).value_or(std::string(value));
    case Control::choices: return several_written(words, f, value);
    default: break;
    }
    return std::string(text);
}

} // namespace udb
