// How a kind of value is written as text and read back: for forms, columns and CSV alike.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/message.hpp"
#include "kernel/term.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace udb {

enum class Control { text, lines, number, decimal, date, flag, choice, choices, reference };

/// Where a field shows besides the form and the show page.
enum Show : unsigned {
    nowhere = 0,
    in_list = 1,
    in_search = 2, ///< its words find the record
    in_filter = 4, ///< a list may be narrowed by it: a choice or a flag with an index
    in_sort = 8,   ///< a list may be ordered by it: a date or a number with an index
};

/// What a field is; never what happens when. At most twelve of these (STYLE.md).
struct Traits {
    bool required = false;
    int max_chars = 200; ///< letters as a reader counts them (graphemes)
    std::int64_t at_least = 0;
    std::int64_t at_most = 1'000'000'000;
    unsigned show = nowhere;
    bool many_lines = false;
    Bilingual hint = {};
    bool code = false;  ///< digits with marks: kept in ASCII, shown in the reader's digits
    bool fixed = false; ///< set when the record is entered, and not corrected after
    /// Kept in the record's header, whose column has the field's name: `stage`, `title_bn`. For
    /// registers that the engine only reads.
    bool of_header = false;
};

/// A row of `terms` without its type, for drawing.
struct Option {
    std::string_view name;
    Bilingual label;
};

/// `sql_type`, `control`, `write`, `read` for one kind of value. `read` gives the message of what
/// is wrong, or nothing; an empty text is for the caller to judge against `required`.
template <class Value>
struct Codec;

/// Text as a person typed it: normalised, trimmed, and measured against the limit.
std::optional<Message> read_text(std::string_view text, Traits const& traits, std::string& out);
std::optional<Message> read_number(std::string_view text, Traits const& traits, std::int64_t& out);
/// Digits of either script, grouped or not, at most four decimals; within `at_least` and `at_most`.
std::optional<Message> read_decimal(std::string_view text, Traits const& traits, Decimal& out);
/// Any form of date that bangla/calendar reads, in either calendar; stored in ISO form.
std::optional<Message> read_date(std::string_view text, std::optional<Date>& out);

template <>
struct Codec<std::string> {
    static constexpr Control control = Control::text;
    static constexpr std::string_view sql_type = "text";
    static std::string write(std::string const& value) { return value; }
    static std::optional<Message> read(std::string_view text, Traits const& t, std::string& out) {
        return read_text(text, t, out);
    }
};

template <std::integral Number>
    requires(!std::same_as<Number, bool>)
struct Codec<Number> {
    static constexpr Control control = Control::number;
    static constexpr std::string_view sql_type = "integer";
    static std::string write(Number value) { return std::to_string(value); }
    static std::optional<Message> read(std::string_view text, Traits const& t, Number& out) {
        std::int64_t number = 0;
        auto wrong = read_number(text, t, number);
        if (!wrong) out = static_cast<Number>(number);
        return wrong;
    }
};

/// Stored and sent as the text that it is, `29.95`: no database and no JSON reader makes a binary
/// fraction of it.
template <>
struct Codec<Decimal> {
    static constexpr Control control = Control::decimal;
    static constexpr std::string_view sql_type = "text";
    static std::string write(Decimal value) { return to_string(value); }
    static std::optional<Message> read(std::string_view text, Traits const& t, Decimal& out) {
        return read_decimal(text, t, out);
    }
};

/// Nothing where nothing is recorded, which differs from zero.
template <>
struct Codec<std::optional<Decimal>> {
    static constexpr Control control = Control::decimal;
    static constexpr std::string_view sql_type = "text";
    static std::string write(std::optional<Decimal> value) {
        return value ? to_string(*value) : "";
    }
    static std::optional<Message> read(std::string_view text, Traits const& t,
                                       std::optional<Decimal>& out) {
        out.reset();
        if (text.find_first_not_of(" \t\r\n") == text.npos) return {};
        Decimal value;
        auto wrong = read_decimal(text, t, value);
        if (!wrong) out = value;
        return wrong;
    }
};

template <>
struct Codec<bool> {
    static constexpr Control control = Control::flag;
    static constexpr std::string_view sql_type = "integer";
    static std::string write(bool value) { return value ? "1" : "0"; }
    static std::optional<Message> read(std::string_view text, Traits const&, bool& out) {
        out = text == "1" || text == "on" || text == "yes";
        return {};
    }
};

template <>
struct Codec<std::optional<Date>> {
    static constexpr Control control = Control::date;
    static constexpr std::string_view sql_type = "text";
    static std::string write(std::optional<Date> value) { return value ? iso(*value) : ""; }
    static std::optional<Message> read(std::string_view text, Traits const&,
                                       std::optional<Date>& out) {
        return read_date(text, out);
    }
};

template <class Record>
struct Codec<Id<Record>> {
    static constexpr Control control = Control::reference;
    static constexpr std::string_view sql_type = "integer";
    static std::string write(Id<Record> value) { return value ? to_string(value) : ""; }
    static std::optional<Message> read(std::string_view text, Traits const&, Id<Record>& out) {
        out = {};
        if (text.empty()) return {};
        auto const id = parse_id<Record>(text);
        if (!id) return Message{"field.not_a_choice"};
        out = *id;
        return {};
    }
};

/// An enum is a field once it has its `terms`.
template <class Enum>
    requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static constexpr Control control = Control::choice;
    static constexpr std::string_view sql_type = "text";

    static std::string write(Enum value) { return std::string(id_of(value)); }
    static std::optional<Message> read(std::string_view text, Traits const&, Enum& out) {
        auto const value = term_with_id<Enum>(text);
        if (!value) return Message{"field.not_a_choice"};
        out = *value;
        return {};
    }
    static std::vector<Option> options() {
        std::vector<Option> all;
        for (auto const& term : terms<Enum>())
            all.push_back({term.id, term.label});
        return all;
    }
};

/// Several of a closed list, where "not recorded" (empty optional) differs from "recorded: none".
/// Written `ict,planning`; `none` where none is recorded; empty where nothing is recorded.
template <class Enum>
    requires std::is_enum_v<Enum>
struct Codec<std::optional<std::vector<Enum>>> {
    static constexpr Control control = Control::choices;
    static constexpr std::string_view sql_type = "text";

    static std::string write(std::optional<std::vector<Enum>> const& value) {
        if (!value) return {};
        if (value->empty()) return "none";
        std::string out;
        for (auto const one : *value)
            out += (out.empty() ? "" : ",") + Codec<Enum>::write(one);
        return out;
    }
    static std::optional<Message> read(std::string_view text, Traits const& t,
                                       std::optional<std::vector<Enum>>& out) {
        out.reset();
        if (text.empty()) return {};
        out.emplace();
        bool none = false;
        while (!text.empty()) {
            auto const comma = text.find(',');
            auto const name = text.substr(0, comma);
            text = comma == text.npos ? std::string_view{} : text.substr(comma + 1);
            if (name == "none") {
                none = true;
                continue;
            }
            Enum value{};
            if (auto wrong = Codec<Enum>::read(name, t, value)) return wrong;
            out->push_back(value);
        }
        if (none && !out->empty()) return Message{"field.none_and_some"};
        return {};
    }
    static std::vector<Option> options() { return Codec<Enum>::options(); }
};

} // namespace udb
