// What is said when the database cannot do its work: what happened, that nothing was saved, and
// what was typed, so that it can be sent again.
#pragma once

#include "base/message.hpp"
#include "store/failure.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"

#include <functional>

namespace udb {

class Application;

/// `host.store_full` and its like: a sentence for the reader.
Message told(StoreFailure const& failure);

/// 503, with Retry-After where the same may succeed by itself.
web::Response store_page(Application const& application, web::Request const& request,
                         StoreFailure const& failure);

/// Runs what is written down only beside an answer, as when a token was last used: where the
/// database cannot do it, that is logged and the answer stands, for its own work was done.
void note_beside(web::Request const& request, std::function<void()> const& note);

} // namespace udb
