// The pages of the directory import.
#pragma once

#include "host/call.hpp"

#include <cstddef>

namespace udb::doptor {

inline constexpr std::size_t upload_bytes_max = std::size_t{96} * 1024 * 1024;

Result<web::Response> show_imports(Call& call);
Result<web::Response> post_import(Call& call);
Result<web::Response> show_import(Call& call);

} // namespace udb::doptor
