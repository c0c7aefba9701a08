// Forms and show pages, drawn from the fields of a register.
#pragma once

#include "kernel/register.hpp"
#include "kernel/words.hpp"
#include "web/components/error_summary.hpp"
#include "web/components/field.hpp"
#include "web/html/html.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace udb {

/// What a reference may be, by the field's name: ids as values, names as labels.
using Lookups = std::map<std::string, std::vector<ui::Choice>, std::less<>>;

/// What else a form may need.
struct FormOptions {
    Lookups lookups = {};
    /// Draws a reference that has no lookup, a picker usually; it is left out without this.
    std::function<Html(Field const&)> reference = nullptr;
    bool correcting = false; ///< `fixed` fields are left out
};

/// Every field with its control, as it was typed, its error beside it.
Html draw_form(Words const& words, RegisterView const& reg, FormValues const& form,
               std::vector<FieldError> const& errors, FormOptions const& options = {});

/// How the fields are called, for the summary of errors.
std::vector<ui::FieldLabel> labels_of(Words const& words, RegisterView const& reg);

/// Every field that is filled, as label and value.
Html draw_show(Words const& words, RegisterView const& reg, void const* record,
               Lookups const& lookups = {});

/// A code, phone or memo number in the reader's digits; text that has letters is left as written.
std::string in_digits(Words const& words, std::string_view written);

/// One value as a reader sees it: a choice by its label, a date and a number in the reader's
/// digits.
std::string shown(Words const& words, Field const& field, std::string_view written,
                  Lookups const& lookups = {});

} // namespace udb
