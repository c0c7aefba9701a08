// A record of a register as JSON, and back.
//
// A record is one object: `id`, `version`, `label` (how it is called, `bn` and `en`), `number`,
// each field under its name, `created_at` and `updated_at`. Text is a string, a number a number, a
// decimal a string (`"29.95"`, or null), a flag true or false, a date `2026-01-26` or null, a
// choice its id, several choices an array or null (not recorded), a reference the id of a record or
// null, with its `<field>_label` beside it.
#pragma once

#include "base/result.hpp"
#include "host/records.hpp"
#include "kernel/register.hpp"

#include <boost/json/fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

/// The members that an answer has besides the fields; they are ignored in what is sent.
bool is_read_only(RegisterView const& reg, std::string_view member);

/// `values` are those of the fields as written, in their order; `named`: whatever they refer to.
boost::json::object record_json(RegisterView const& reg, Header const& header,
                                std::span<std::string const> values,
                                std::vector<Named> const& named);

/// What the values refer to.
std::vector<Id<Record>> referred_by(RegisterView const& reg, std::span<std::string const> values);

/// An object, read strictly: at most eight levels, no name twice, well-formed UTF-8. The refusal's
/// message is for a problem `damaged`.
Result<boost::json::object> parse_object(std::string_view text);

/// What a body says of a record.
struct GivenRecord {
    FormValues form = {};                ///< each member that was given, as the field reads it
    std::vector<std::string> empty = {}; ///< given as null
    std::vector<FieldError> wrong = {};  ///< of another kind than the field, or unknown
};
GivenRecord given_in(RegisterView const& reg, boost::json::object const& body);

/// `general, digital`: what a choice may be.
std::string allowed_for(Field const& field);

} // namespace udb
