// Statements of mail: links that set a password, what was asked for, and the outbox.
#pragma once

#include "modules/accounts/accounts.hpp"
#include "modules/accounts/store.hpp"
#include "platform/seal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::accounts {

enum class LinkKind { invitation, reset };
std::string_view id_of_link(LinkKind kind);
/// Seven days for an invitation, an hour for a forgotten password.
std::chrono::seconds life_of(LinkKind kind);

/// The secret of a new link; the account's earlier links open nothing any more.
std::string new_password_link(Work& work, Id<Account> account, LinkKind kind);
struct PasswordLink {
    Id<Account> account;
    LinkKind kind = LinkKind::invitation;
};
/// Of an account that is open; nothing for a link that was used, replaced or is too old.
std::optional<PasswordLink> find_password_link(Db& db, std::string_view secret, Instant now);
void drop_password_links(Db& db, Id<Account> account);

/// Somebody typed this user name or address as one who has forgotten the password.
void add_password_request(Db& db, std::string_view typed, Instant now);
struct PasswordRequest {
    std::int64_t id = 0;
    std::string typed;
};
std::optional<PasswordRequest> next_password_request(Db& db);
void drop_password_request(Db& db, std::int64_t id);
/// The open account with an address that `typed` names; nothing where a link was sent to it within
/// the last minutes, so that nobody is flooded.
std::optional<AccountRecord> account_to_mail(Db& db, std::string_view typed, Instant now);

struct Letter {
    std::string subject;
    std::string text;
    std::string html;
    std::string calendar = {}, calendar_method = {}; ///< as in Mail
    std::string stop = {}; ///< where a POST stops such letters; empty: nowhere
    MailFileKept file = {};
};
struct NewMail {
    Id<Account> account = {};
    std::string_view kind; ///< `invitation`, `reset`
    std::string address;
    Letter letter;
    Id<Record> about = {}; ///< as in MailOut
};
/// Puts a mail into the outbox, to be sent once this transaction has been kept.
void put_in_outbox(Work& work, SealKey const& key, NewMail const& mail);

struct OutboxMail {
    std::int64_t id = 0;
    std::string message_id; ///< the same at every try: a receiver may know it again
    std::string address;
    Letter letter;
    Instant made = {};
    int tries = 0; ///< with this one
    Id<Record> about = {};
};
/// How long a mail with such a file is its sender's.
std::chrono::seconds lease_of(std::int64_t file_bytes);
bool mail_is_due(Db& db, Instant now, Freight freight);
/// Takes the oldest mail of a kind that is due, for longer than handing it over takes: no other
/// process takes it meanwhile. One of which nothing was heard then (the program ended) is due
/// again.
std::optional<OutboxMail> take_mail(Db& db, SealKey const& key, Instant now, Freight freight);
void mail_accepted(Work& work, OutboxMail const& mail);
/// `forever`: it is not tried again. `failure` is shown to the administrator.
void mail_failed(Work& work, OutboxMail const& mail, std::string_view failure, bool forever);

struct OutboxLine {
    std::int64_t id = 0;
    std::string kind;
    Id<Account> account = {};
    MailStanding standing = {};
};
/// The newest first.
std::vector<OutboxLine> outbox_lines(Db& db, int most);
/// Mails of which nothing more is tried, although they were not sent, in the last week.
std::int64_t mails_given_up(Db& db, Date today);

} // namespace udb::accounts
