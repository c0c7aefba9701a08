// The schemas of a register in the API's description, made from its fields, with examples.
#pragma once

#include "kernel/register.hpp"
#include "kernel/words.hpp"

#include <boost/json/fwd.hpp>
#include <string>

namespace udb {

/// The names of a register's three schemas: `library`, `library_new`, `library_changes`.
std::string schema_name(RegisterView const& reg, std::string_view what = {});

/// The schema of a field's values. `nullable`: null stands for "empty".
boost::json::object field_schema(Words const& words, Field const& field, bool nullable);

/// What an answer has.
boost::json::object record_schema(Words const& words, RegisterView const& reg);
/// What enters or replaces a record.
boost::json::object new_schema(Words const& words, RegisterView const& reg);
/// What corrects one.
boost::json::object changes_schema(Words const& words, RegisterView const& reg);

boost::json::object record_example(RegisterView const& reg);
boost::json::object new_example(RegisterView const& reg);

} // namespace udb
