// The public face of accounts: whose session this is, letters to whoever has an account, and what
// the program sets and prints.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "host/work.hpp"
#include "kernel/policy.hpp"
#include "kernel/words.hpp"
#include "modules/accounts/provider_api.hpp"
#include "platform/clock.hpp"
#include "platform/mail.hpp"
#include "platform/seal.hpp"
#include "store/database.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

struct Configuration {
    std::chrono::seconds session = std::chrono::hours{12}; ///< of quiet, until a session ends
    bool show_demo = false; ///< the demo's names and passwords on the sign-in page
    SealKey seal_key = {};  ///< seals second factors and mails that wait
    bool second_factor_administrators = false; ///< their role rests until they have one
    std::string public_url;                    ///< where people reach us; for links in mails
    MailServer mail_server = {};               ///< without a host: no mail is sent
    std::string mail_from;
    std::string mail_from_name;
    ProviderSettings provider = {}; ///< without an issuer: passwords only
};
/// Once, before the first request.
void configure(Configuration const& configuration);
bool mail_is_set_up();

/// Whose open session has this digest, with the roles granted by hand: one statement. The roles
/// that follow from posts and seats are the modules' to tell (`Module::roles`).
std::optional<Actor> identify(Db& db, std::string_view session_digest, Instant now, Date today);

/// The same of an account by its id; nothing for one that is closed.
std::optional<Actor> actor_of(Db& db, Id<Account> account);

/// A session in use goes on: every five minutes its end is put off in the database, and the new
/// time to live is given, for the cookie. For ApplicationParts::roll.
std::optional<std::chrono::seconds> roll(Database& database, std::string_view session_digest,
                                         Instant now);

/// Letters do not wait behind a file that takes long: each kind has a worker of its own.
enum class Freight { letters, files };

/// One round of the work on mails of a kind: answers who has forgotten a password (letters), hands
/// over what is due. To be called every few seconds while the program serves; `stopped` cuts it
/// short.
void send_mails(Database& database, Catalogue const& words, Clock const& clock,
                std::function<bool()> const& stopped, Freight freight);

/// A file that goes with a mail; its bytes are kept already (`ContentFiles::keep`), and stay.
struct MailFileKept {
    std::string name = {}; ///< ASCII; empty: there is none
    std::string media_type = {};
    std::string sha256 = {};
    std::int64_t size = 0; ///< bytes
};

/// A mail of another module to somebody who need not have an account.
struct MailOut {
    std::string_view kind =
        {}; ///< for the administrator's list: `meeting` is `accounts.mail_meeting`
    std::string address = {};
    std::string subject = {};
    std::string text = {};
    Html body = {};                                  ///< the same as markup
    std::string calendar = {}, calendar_method = {}; ///< as in Mail
    std::string stop = {};                           ///< the same
    MailFileKept file = {};
    /// Whose history tells in the end that the server took it (`mail.accepted` {address, sha256 of
    /// the file}) or that it was given up (`mail.given_up` {address, sha256, why}). Such a mail is
    /// tried for four days, others for one.
    Id<Record> about = {};
};
/// Puts it into the outbox, to be handed over once this transaction has been kept. Of use only
/// where `mail_is_set_up`.
void send_later(Work& work, MailOut const& mail);

/// How a mail stands.
struct MailStanding {
    std::string address = {};
    Instant made = {};
    int tries = 0;
    std::optional<Instant> next = {}; ///< nothing: sent, or given up
    std::optional<Instant> sent = {};
    std::string failure = {}; ///< of the last try; the server's or libcurl's words

    bool given_up() const { return !next && !sent; }
};
/// The one that was put into the outbox last about a record.
std::optional<MailStanding> last_mail_about(Db& db, Id<Record> record);
/// Records of which that one was given up, made after `since`; the newest first.
std::vector<Id<Record>> not_reached(Db& db, Instant since);
/// How it stands, in words.
Html mail_state(Words const& words, MailStanding const& standing);

/// The address that our mails come from; empty where none is set up.
std::string mail_sender();
/// Where people reach us, without a slash at its end; known where mail is set up.
std::string own_address();

/// A letter as text and as a small page, paragraph by paragraph.
struct LetterDraft {
    std::string text = {};
    Html html = {};

    void paragraph(std::string const& words);
    /// A line of a list; `where` is a page of ours.
    void line(std::string const& words, Url const& where);
    void link(std::string const& label, std::string const& address);
};

/// What opens the page that stops letters of a kind to an account: it cannot be guessed, and opens
/// nothing else.
std::string stop_secret(Id<Account> account, std::string_view kind);
std::optional<Id<Account>> account_of_stop(std::string_view secret, std::string_view kind);

/// Hands a mail to `address` over at once, to see whether the settings are right.
Handover send_test_mail(Catalogue const& words, std::string const& address, Instant now);

/// The names and passwords of the demo's accounts, a line each, for the terminal.
std::string demo_sign_ins();

} // namespace udb::accounts
