// What every register answers at /api/v1/<its name>: its list, one record, entering, correcting;
// and the description of it all (OpenAPI 3.1). docs/guides/use-the-api.md tells of it from outside.
#pragma once

#include "host/call.hpp"

#include <string>

namespace udb {

/// For ApiParts: patterns go behind `/api/v1/<name of the register>`.
std::span<PageRoute const> register_api();

/// For ApiParts.
std::string api_description(Application const& application, Words const& words);

/// An example of a body that enters a record, with what is required and little more.
std::string api_example(RegisterView const& reg);

} // namespace udb
