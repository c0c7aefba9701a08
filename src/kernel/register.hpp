// A register: a kind of record described as data. Lists, forms, columns and audit follow from it.
#pragma once

#include "base/result.hpp"
#include "kernel/field.hpp"

#include <map>
#include <span>

namespace udb {

/// What a form brought: names with values, a name as often as it was sent.
using FormValues = std::multimap<std::string, std::string, std::less<>>;

/// A register without its type: what the engine works on.
struct RegisterView {
    std::string_view name; ///< plural: table, URL and word family, `posts`
    Bilingual title;       ///< plural
    Bilingual one;
    std::span<Field const> fields;
};

template <class Record>
struct Register : RegisterView {
    /// What no single field can see; null where there is nothing to say.
    std::vector<FieldError> (*check)(Record const&) = nullptr;
};

/// What differs between two records of a register: for the history and for an event.
struct Change {
    std::string_view field;
    std::string before;
    std::string after;
};
std::vector<Change> changes(std::span<Field const> fields, void const* before, void const* after);

/// Reads every field of the form into `record`, and tells all that is wrong at once.
std::vector<FieldError> read_fields(std::span<Field const> fields, FormValues const& form,
                                    void* record);

/// The record that a form describes, beginning from `start`; every problem at once, at its field.
template <class Record>
Result<Record> parse(Register<Record> const& reg, FormValues const& form, Record start = {}) {
    auto wrong = read_fields(reg.fields, form, &start);
    if (wrong.empty() && reg.check) wrong = reg.check(start);
    if (!wrong.empty()) return invalid(std::move(wrong));
    return start;
}

/// The form that describes a record: `parse` of it gives the record back.
FormValues form_of(std::span<Field const> fields, void const* record);

/// Names differ and are lower case with underscores; for a static_assert beside the fields.
constexpr bool well_formed(std::span<Field const> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name.empty() || fields[i].label.bn.empty() || fields[i].label.en.empty())
            return false;
        for (char const c : fields[i].name)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (fields[j].name == fields[i].name) return false;
    }
    return true;
}

} // namespace udb
