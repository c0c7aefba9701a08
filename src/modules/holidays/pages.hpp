// The pages of holidays that are its own.
#pragma once

#include "host/call.hpp"

namespace udb::holidays {

Result<web::Response> show_holidays(Call& call);

} // namespace udb::holidays
