// The statements of mail.
#include "modules/accounts/mail_store.hpp"

#include "modules/accounts/mail_pace.hpp"
#include "modules/accounts/page_state.hpp"
#include "platform/digest.hpp"
#include "platform/mail.hpp"
#include "platform/random.hpp"
#include "store/statement.hpp"

#include <boost/json.hpp>

namespace udb::accounts {
namespace {

namespace json = boost::json;

constexpr std::chrono::minutes between_resets{5};
constexpr std::chrono::hours outbox_kept{24 * 90};
constexpr int requests_waiting_max = 1000;

std::string purpose(std::string_view message_id) { return "mail:" + std::string(message_id); }

std::string written(Letter const& letter) {
    json::object const object{{"subject", letter.subject},
                              {"text", letter.text},
                              {"html", letter.html},
                              {"calendar", letter.calendar},
                              {"method", letter.calendar_method},
                              {"stop", letter.stop},
                              {"file", letter.file.name},
                              {"file_type", letter.file.media_type},
                              {"file_sha256", letter.file.sha256}};
    return json::serialize(object);
}

std::optional<Letter> read(std::optional<std::string> const& content) {
    if (!content) return {};
    auto const parsed = json::parse(*content);
    // A mail that was put here before there were calendars and files has none.
    auto const part = [&](char const* name) {
        auto const* value = parsed.as_object().if_contains(name);
        return value ? std::string(value->as_string()) : std::string();
    };
    return Letter{
        part("subject"),
        part("text"),
        part("html"),
        part("calendar"),
        part("method"),
        part("stop"),
        {.name = part("file"), .media_type = part("file_type"), .sha256 = part("file_sha256")}};
}

/// What is kept of how a mail stands, from `column` on.
constexpr std::string_view standing_columns = "address, made_at, tries, next_at, sent_at, failure";
MailStanding standing_in(Row const& row, int column) {
    return {.address = row.get<std::string>(column),
            .made = row.get<Instant>(column + 1),
            .tries = row.get<int>(column + 2),
            .next = row.get<std::optional<Instant>>(column + 3),
            .sent = row.get<std::optional<Instant>>(column + 4),
            .failure = row.get<std::string>(column + 5)};
}

/// Mails with a file, or those without.
std::string_view of_freight(Freight freight) {
    return freight == Freight::files ? " and file_bytes > 0" : " and file_bytes = 0";
}

void tell_record(Work& work, OutboxMail const& mail, std::string_view event, Details more = {}) {
    if (!mail.about) return;
    auto const row = work.db.one("select office_path from records where id = ?", mail.about);
    Details details{{"address", mail.address}, {"sha256", mail.letter.file.sha256}};
    for (auto& one : more)
        details.push_back(std::move(one));
    work.record(event, mail.about, row->get<std::string>(0), details);
}

} // namespace

std::string_view id_of_link(LinkKind kind) {
    return kind == LinkKind::invitation ? "invitation" : "reset";
}

std::chrono::seconds life_of(LinkKind kind) {
    return kind == LinkKind::invitation ? std::chrono::hours{7 * 24} : std::chrono::hours{1};
}

std::string new_password_link(Work& work, Id<Account> account, LinkKind kind) {
    drop_password_links(work.db, account);
    work.db.run("delete from password_links where expires_at <= ?", work.now);
    auto secret = random_token();
    work.db.run("insert into password_links (digest, account, kind, made_at, expires_at) "
                "values (?, ?, ?, ?, ?)",
                sha256_hex(secret), account, id_of_link(kind), work.now, work.now + life_of(kind));
    return secret;
}

std::optional<PasswordLink> find_password_link(Db& db, std::string_view secret, Instant now) {
    auto const row =
        db.one("select l.account, l.kind from password_links l join accounts a on a.id = l.account "
               "where l.digest = ? and l.expires_at > ? and a.active = 1",
               sha256_hex(secret), now);
    if (!row) return {};
    auto const kind = row->get<std::string_view>(1);
    return PasswordLink{row->get<Id<Account>>(0), kind == id_of_link(LinkKind::reset)
                                                      ? LinkKind::reset
                                                      : LinkKind::invitation};
}

void drop_password_links(Db& db, Id<Account> account) {
    db.run("delete from password_links where account = ?", account);
}

void add_password_request(Db& db, std::string_view typed, Instant now) {
    db.run("insert into password_requests (typed, asked_at) "
           "select ?, ? where (select count(*) from password_requests) < ?",
           typed, now, requests_waiting_max);
}

std::optional<PasswordRequest> next_password_request(Db& db) {
    auto const row = db.one("select id, typed from password_requests order by id limit 1");
    if (!row) return {};
    return PasswordRequest{row->get<std::int64_t>(0), row->get<std::string>(1)};
}

void drop_password_request(Db& db, std::int64_t id) {
    db.run("delete from password_requests where id = ?", id);
}

std::optional<AccountRecord> account_to_mail(Db& db, std::string_view typed, Instant now) {
    auto const row = db.one("select a.id from accounts a where (a.username = ? or a.email = ?) "
                            "and a.active = 1 and a.email is not null and not exists "
                            "(select 1 from password_links l where l.account = a.id "
                            "and l.kind = 'reset' and l.made_at > ?)",
                            username_of(typed), mail_address_of(typed), now - between_resets);
    if (!row) return {};
    return find_account(db, row->get<Id<Account>>(0));
}

void put_in_outbox(Work& work, SealKey const& key, NewMail const& mail) {
    auto const id = random_token(18);
    work.db.run("delete from outbox where made_at <= ? and next_at is null and about is null",
                work.now - outbox_kept);
    work.db.run("insert into outbox (message_id, account, kind, address, content, made_at, tries, "
                "next_at, failure, about, file_bytes) values (?, ?, ?, ?, ?, ?, 0, ?, '', ?, ?)",
                id, mail.account, mail.kind, mail.address,
                seal(key, written(mail.letter), purpose(id)), work.now, work.now,
                mail.about ? std::optional(mail.about) : std::nullopt, mail.letter.file.size);
}

std::chrono::seconds lease_of(std::int64_t file_bytes) {
    // In base64 a file is longer by a third; the texts are small.
    constexpr std::int64_t texts_bytes = 256 * 1024;
    auto const bytes = static_cast<std::size_t>(file_bytes + file_bytes / 2 + texts_bytes);
    return handover_max(configuration().mail_server, bytes) + std::chrono::minutes{1};
}

bool mail_is_due(Db& db, Instant now, Freight freight) {
    return db
        .one(
            statement({"select 1 from outbox where next_at <= ?", of_freight(freight), " limit 1"}),
            now)
        .has_value();
}

std::optional<OutboxMail> take_mail(Db& db, SealKey const& key, Instant now, Freight freight) {
    auto const row = db.one(statement({"select id, message_id, address, content, made_at, tries, "
                                       "about, file_bytes from outbox where next_at <= ?",
                                       of_freight(freight), " order by next_at, id limit 1"}),
                            now);
    if (!row) return {};
    OutboxMail mail{.id = row->get<std::int64_t>(0),
                    .message_id = row->get<std::string>(1),
                    .address = row->get<std::string>(2),
                    .letter = {},
                    .made = row->get<Instant>(4),
                    .tries = row->get<int>(5) + 1,
                    .about = row->get<std::optional<Id<Record>>>(6).value_or(Id<Record>{})};
    auto const letter = read(unseal(key, row->get<Blob>(3), purpose(mail.message_id)));
    if (letter) mail.letter = *letter;
    db.run("update outbox set tries = ?, next_at = ? where id = ?", mail.tries,
           now + lease_of(row->get<std::int64_t>(7)), mail.id);
    return mail;
}

void mail_accepted(Work& work, OutboxMail const& mail) {
    work.db.run("update outbox set sent_at = ?, next_at = null, content = ?, failure = '' "
                "where id = ?",
                work.now, Blob{}, mail.id);
    tell_record(work, mail, "mail.accepted");
}

void mail_failed(Work& work, OutboxMail const& mail, std::string_view failure, bool forever) {
    auto const patience = mail.about ? Patience::days : Patience::a_day;
    auto const wait = forever ? std::nullopt : next_mail_try(mail.tries, patience);
    if (wait) {
        work.db.run("update outbox set failure = ?, next_at = ? where id = ?", failure,
                    work.now + *wait, mail.id);
        return;
    }
    work.db.run("update outbox set failure = ?, next_at = null, content = ? where id = ?", failure,
                Blob{}, mail.id);
    tell_record(work, mail, "mail.given_up", {{"why", std::string(failure)}});
}

std::vector<OutboxLine> outbox_lines(Db& db, int most) {
    std::vector<OutboxLine> lines;
    for (auto const& row : db.all(statement({"select id, kind, account, ", standing_columns,
                                             " from outbox order by id desc limit ?"}),
                                  most))
        lines.push_back({.id = row.get<std::int64_t>(0),
                         .kind = row.get<std::string>(1),
                         .account = row.get<std::optional<Id<Account>>>(2).value_or(Id<Account>{}),
                         .standing = standing_in(row, 3)});
    return lines;
}

std::optional<MailStanding> last_mail_about(Db& db, Id<Record> record) {
    auto const row = db.one(statement({"select ", standing_columns,
                                       " from outbox where about = ? order by id desc limit 1"}),
                            record);
    if (!row) return {};
    return standing_in(*row, 0);
}

std::vector<Id<Record>> not_reached(Db& db, Instant since) {
    std::vector<Id<Record>> records;
    for (auto const& row :
         db.all("select o.about from outbox o where o.about is not null and o.next_at is null and "
                "o.sent_at is null and o.made_at > ? and not exists (select 1 from outbox later "
                "where later.about = o.about and later.id > o.id) order by o.id desc",
                since))
        records.push_back(row.get<Id<Record>>(0));
    return records;
}

std::int64_t mails_given_up(Db& db, Date today) {
    constexpr std::chrono::days week{7};
    return db
        .one("select count(*) from outbox where next_at is null and sent_at is null "
             "and made_at > ?",
             Instant{today - week})
        ->get<std::int64_t>(0);
}

} // namespace udb::accounts
