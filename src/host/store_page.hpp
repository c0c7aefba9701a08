// What is said when the database cannot do its work: what happened, that nothing was saved, and
// what was typed, so that it can be sent again.
#pragma once

#include "base/message.hpp"
#include "store/failure.hpp"
#include "web/http/request.hpp"
#include "web/http/response.hpp"

namespace udb {

class Application;

/// `host.store_full` and its like: a sentence for the reader.
Message told(StoreFailure const& failure);

/// 503, with Retry-After where the same may succeed by itself.
web::Response store_page(Application const& application, web::Request const& request,
                         StoreFailure const& failure);

} // namespace udb
