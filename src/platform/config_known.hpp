// How the settings of the list take their values: between the list and its reader.
#pragma once

#include "platform/config.hpp"

namespace udb {

/// Sets `setting`, an entry of `settings_known()`, from what was written; false where that is not
/// allowed.
bool apply_setting(Settings& settings, SettingKnown const& setting, std::string_view value);

} // namespace udb
