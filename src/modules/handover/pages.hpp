// The pages of handovers.
#pragma once

#include "host/call.hpp"

namespace udb::handover {

Result<web::Response> show_handovers(Call& call);
Result<web::Response> show_handover(Call& call);
Result<web::Response> post_note(Call& call);
Result<web::Response> post_acknowledged(Call& call);
Result<web::Response> show_pdf(Call& call);

} // namespace udb::handover
