#include "app/commands/mail.hpp"

#include "modules/accounts/accounts.hpp"

#include <ostream>

namespace udb::app {

int run(MailTestOptions const& options, Words const& words, Instant now, std::ostream& out,
        std::ostream& err) {
    auto const address = mail_address_of(options.address);
    if (address.empty()) {
        err << words("accounts.email_bad") << '\n';
        return 1;
    }
    if (!accounts::mail_is_set_up()) {
        err << words("accounts.no_mail") << '\n';
        return 1;
    }
    auto const done = accounts::send_test_mail(words.catalogue(), address, now);
    if (done.result == Handover::Result::accepted) {
        out << words("accounts.mail_test_done", {{"address", address}}) << '\n';
        return 0;
    }
    err << words("accounts.mail_test_failed", {{"address", address}, {"why", done.why}}) << '\n';
    return 1;
}

} // namespace udb::app
