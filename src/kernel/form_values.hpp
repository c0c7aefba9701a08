// Single values out of what a form brought.
#pragma once

#include "kernel/register.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace udb {

/// What was sent first under that name; empty where nothing was.
std::string value_of(FormValues const& form, std::string_view name);

/// The hidden field `version`: which saving of the record the form was drawn from; 0 without one.
std::int64_t version_of(FormValues const& form);

} // namespace udb
