// The pages of duties.
#pragma once

#include "host/call.hpp"

namespace udb::duties {

Result<web::Response> show_own(Call& call);
Result<web::Response> show_mine(Call& call);
Result<web::Response> post_letters(Call& call);
Result<web::Response> show_stop(Call& call);
Result<web::Response> post_stop(Call& call);
Result<web::Response> show_own_record(Call& call);
Result<web::Response> show_record(Call& call);
Result<web::Response> show_certificate(Call& call);
Result<web::Response> post_certificate(Call& call);
Result<web::Response> show_duties(Call& call);
Result<web::Response> show_function(Call& call);
Result<web::Response> show_matrix(Call& call);
Result<web::Response> show_attest(Call& call);
Result<web::Response> post_attest(Call& call);
Result<web::Response> show_attestation(Call& call);
Result<web::Response> post_withdraw(Call& call);

} // namespace udb::duties
