// The order desk's form: a proposal as fields that an officer corrects, and back again.
//
// A field is named by the path of what it holds (`seats[2].unit`), as findings are. Only so much
// is drawn as a form may send; what is beyond stays as it was read, and says so.
#pragma once

#include "kernel/register.hpp"
#include "modules/mandates/finding.hpp"
#include "modules/mandates/order_terms.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace udb::mandates {

/// How many rows of each list are fields; all fields together stay below what a form may send.
struct DeskLimits {
    static constexpr std::size_t seats = 200;
    static constexpr std::size_t functions = 150;
    static constexpr std::size_t copies = 150;
    static constexpr std::size_t cites = 40;
    static constexpr std::size_t tiers = 20;
    static constexpr std::size_t body = 100;
    static constexpr std::size_t proposals = 200;
    /// Of one field, in letters.
    static constexpr std::size_t letters = 5'000;
};

/// A text travels through the browser in one field, its line ends as two bytes each.
inline constexpr std::size_t desk_text_bytes_max = std::size_t{1024} * 1024;
bool fits_desk(std::string_view text);

/// The proposal as fields.
FormValues desk_form(Order const& read);

/// The fields with every proposal that is ticked (`accept[3]`) put in place;
/// a field that was typed over keeps what was typed.
FormValues with_accepted(Order const& read, FormValues const& form);

/// Whether `shown` (of `desk_form`) has a field that takes what this finding proposes, and does not
/// say so already.
bool can_accept(FormValues const& shown, Finding const& finding);

/// What the form makes of `read`; invalid with every fault at its field. A seat, function, copy
/// line, citation or paragraph whose fields are emptied is left out; new ones stand behind the
/// last.
Result<Order> order_from_form(Order const& read, FormValues const& form);

/// The fields in which `form` differs from what was read.
std::vector<Correction> corrections_in(Order const& read, FormValues const& form);

/// Doubts that remain: those of the reader where nothing was changed, and whatever the corrected
/// order shows by itself.
Findings open_findings(Order const& read, FormValues const& form, Order const& corrected);

/// The field of a path, empty when it has none: `copies[2]` has none.
std::string_view value_in(FormValues const& form, std::string_view name);

} // namespace udb::mandates
