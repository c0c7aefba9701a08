// `udbhabon mail`: whether the mail server of the settings takes our mails.
#pragma once

#include "kernel/words.hpp"

#include <iosfwd>
#include <string>

namespace udb::app {

/// `mail test ADDRESS`.
struct MailTestOptions {
    std::string address;
};

/// Hands a mail over at once, as `accounts::configure` has been told. 0: accepted; 1: not, and
/// `err` says why.
int run(MailTestOptions const& options, Words const& words, Instant now, std::ostream& out,
        std::ostream& err);

} // namespace udb::app
