// A closed list of values, each with its id and its label, in one table for forms, columns, JSON
// and data files.
#pragma once

#include "base/bilingual.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace udb {

/// One row of a list: the value, its id in JSON, forms and data files, and its label.
template <class E>
struct Term {
    E value;
    std::string_view id;
    Bilingual label;
};

/// All rows, in the order in which a form shows them. Specialised beside the enum.
template <class E>
std::span<Term<E> const> terms();

template <class E>
Term<E> const& term_of(E value) {
    for (auto const& row : terms<E>())
        if (row.value == value) return row;
    return terms<E>().back();
}
template <class E>
std::string_view id_of(E value) {
    return term_of(value).id;
}
template <class E>
Bilingual label_of(E value) {
    return term_of(value).label;
}

/// Reads an id exactly as the table writes it: `term_with_id<Rank>("joint_secretary")`.
template <class E>
std::optional<E> term_with_id(std::string_view id) {
    for (auto const& row : terms<E>())
        if (row.id == id) return row.value;
    return {};
}

/// `ministry, agency, …`: every id, for a message that names what is allowed.
template <class E>
std::string allowed_ids() {
    std::string out;
    for (auto const& row : terms<E>()) {
        if (!out.empty()) out += ", ";
        out += row.id;
    }
    return out;
}

} // namespace udb
