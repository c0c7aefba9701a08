// Asking clamd whether bytes hold a virus: its INSTREAM command over a socket of this machine or a
// port.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace udb {

struct Scanned {
    enum class Verdict {
        clean,
        found,      ///< `what` is the virus's name
        unanswered, ///< clamd is away, slow, or takes no file of this size; `what` says why
    };
    Verdict verdict = Verdict::unanswered;
    std::string what = {};
};

/// `address` is the path of a socket (`/run/clamav/clamd.ctl`) or `host:port`. Waits at most
/// `patience` for clamd to take or say something.
Scanned scan(std::string const& address, std::string_view bytes,
             std::chrono::seconds patience = std::chrono::seconds{60});

/// What clamd said: `stream: OK`, `stream: Eicar-Test-Signature FOUND`, `… ERROR`.
Scanned parse_scan_reply(std::string_view reply);

} // namespace udb
