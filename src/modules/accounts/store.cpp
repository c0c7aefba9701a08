// The statements of accounts, sessions and grants.
#include "modules/accounts/store.hpp"

namespace udb::accounts {
namespace {

constexpr std::string_view columns = "a.id, a.username, a.officer, r.title_bn, r.title_en, "
                                     "a.active, a.demo, a.email, a.password_hash <> ''";
constexpr std::string_view tables = " from accounts a join records r on r.id = a.id";

Account account_of(Row const& row) {
    return {.username = row.get<std::string>(1),
            .officer = row.get<std::optional<Id<Officer>>>(2).value_or(Id<Officer>{}),
            .name = {row.get<std::string>(3), row.get<std::string>(4)},
            .email = row.get<std::optional<std::string>>(7).value_or(""),
            .has_password = row.get<bool>(8),
            .active = row.get<bool>(5),
            .demo = row.get<bool>(6)};
}

void tell(Work& work, AccountRecord const& account, std::string_view event,
          Details const& details = {}) {
    work.record(event, account.header.id, account.header.office_path, details);
}

void end_sessions(Db& db, Id<Account> account, std::string_view kept_digest) {
    db.run("delete from sessions where account = ? and digest <> ?", account, kept_digest);
}

} // namespace

std::optional<AccountRecord> find_account(Db& db, Id<Account> id) {
    auto header = find_record(db, account_kind, as_record(id));
    if (!header) return {};
    auto const row =
        db.one("select " + std::string(columns) + std::string(tables) + " where a.id = ?", id);
    if (!row) return {};
    return AccountRecord{.header = std::move(*header), .account = account_of(*row)};
}

std::optional<AccountRecord> find_account(Db& db, std::string_view username) {
    auto const row = db.one("select id from accounts where username = ?", username);
    if (!row) return {};
    return find_account(db, row->get<Id<Account>>(0));
}

AccountLines list_accounts(Db& db, std::string_view search, int size, std::int64_t offset) {
    auto const sought = words_in("r.search_key", search);
    std::vector<Param> params{sought.texts.begin(), sought.texts.end()};
    auto const where = std::string(tables) + " where 1 = 1" + sought.sql;
    AccountLines found;
    found.total = db.one_of("select count(*)" + where, params)->get<std::int64_t>(0);
    params.emplace_back(size);
    params.emplace_back(offset);
    for (auto const& row : db.all_of("select " + std::string(columns) + where
                                         + " order by r.sort_key, a.id limit ? offset ?",
                                     params))
        found.lines.push_back({row.get<Id<Account>>(0), account_of(row)});
    return found;
}

namespace {

bool email_taken(Db& db, std::string_view email, Id<Account> by_other_than) {
    return !email.empty()
           && db.one("select 1 from accounts where email = ? and id <> ?", email,
                     by_other_than.value)
                  .has_value();
}

std::optional<std::string> or_null(std::string const& email) {
    return email.empty() ? std::nullopt : std::optional(email);
}

} // namespace

std::string free_username(Db& db, std::string_view address) {
    for (int number = 1;; ++number)
        if (auto name = username_for(address, number);
            !db.one("select 1 from accounts where username = ?", name))
            return name;
}

Done set_email(Work& work, AccountRecord const& account, std::string const& email) {
    if (email == account.account.email) return {};
    if (email_taken(work.db, email, account.id()))
        return invalid("email", {"accounts.email_taken"});
    work.db.run("update accounts set email = ? where id = ?", or_null(email), account.id());
    // A link that went to the former address opens nothing.
    work.db.run("delete from password_links where account = ?", account.id());
    tell(work, account, email.empty() ? "account.email_removed" : "account.email_set",
         {{"address", email}});
    return {};
}

Result<Id<Account>> add_account(Work& work, NewAccount const& a) {
    if (find_account(work.db, a.username)) return invalid("username", {"accounts.name_taken"});
    if (email_taken(work.db, a.email, {})) return invalid("email", {"accounts.email_taken"});
    auto name = a.name;
    if (a.officer) {
        auto const row =
            work.db.one("select name_bn, name_en from officers where id = ?", a.officer);
        if (!row) return invalid("officer", {"field.not_a_choice"});
        name = {row->get<std::string>(0), row->get<std::string>(1)};
        if (work.db.one("select 1 from accounts where officer = ?", a.officer))
            return invalid("officer", {"accounts.officer_has_account"});
    }
    // No office: what happens to accounts is not told in the office's own news.
    auto const id =
        add_record(work, {.kind = std::string(account_kind), .number = a.username, .title = name});
    work.db.run("insert into accounts (id, username, password_hash, officer, active, demo, email) "
                "values (?, ?, ?, ?, 1, ?, ?)",
                id, a.username, a.password_hash, a.officer, a.demo ? 1 : 0, or_null(a.email));
    work.record("account.entered", id, "", {{"username", a.username}});
    return as<Account>(id);
}

Done set_password(Work& work, AccountRecord const& account, std::string const& hash,
                  std::string_view kept_digest) {
    work.db.run("update accounts set password_hash = ?, demo = 0 where id = ?", hash, account.id());
    work.db.run("delete from password_links where account = ?", account.id());
    if (kept_digest.empty())
        work.db.run("delete from known_browsers where account = ?", account.id());
    end_sessions(work.db, account.id(), kept_digest);
    tell(work, account, "account.password_set");
    return {};
}

Done set_active(Work& work, AccountRecord const& account, bool active) {
    if (!active && !another_administrator(work.db, account.id()))
        return refused({"accounts.last_administrator"});
    work.db.run("update accounts set active = ? where id = ?", active ? 1 : 0, account.id());
    if (!active) end_sessions(work.db, account.id(), {});
    tell(work, account, active ? "account.opened" : "account.closed");
    return {};
}

std::vector<GrantLine> grants_of(Db& db, Id<Account> account) {
    std::vector<GrantLine> found;
    for (auto const& row :
         db.all("select g.role, g.office, o.name_bn, o.name_en from grants g "
                "join offices o on o.id = g.office where g.account = ? order by g.id",
                account))
        if (auto const role = term_with_id<Role>(row.get<std::string_view>(0)))
            found.push_back({*role,
                             row.get<Id<Office>>(1),
                             {row.get<std::string>(2), row.get<std::string>(3)}});
    return found;
}

Done grant(Work& work, AccountRecord const& account, Role role, Id<Office> office) {
    if (role == Role::guest) return invalid("role", {"field.not_a_choice"});
    auto const name = work.db.one("select name_bn, name_en from offices where id = ?", office);
    if (!name) return invalid("office", {"field.not_a_choice"});
    if (work.db.one("select 1 from grants where account = ? and role = ? and office = ?",
                    account.id(), id_of(role), office))
        return {};
    work.db.run("insert into grants (account, role, office) values (?, ?, ?)", account.id(),
                id_of(role), office);
    auto const label = label_of(role);
    tell(work, account, "account.granted",
         {{"role_bn", std::string(label.bn)},
          {"role_en", std::string(label.en)},
          {"office_bn", name->get<std::string>(0)},
          {"office_en", name->get<std::string>(1)}});
    return {};
}

Done revoke(Work& work, AccountRecord const& account, Role role, Id<Office> office) {
    if (role == Role::administrator && !another_administrator(work.db, account.id()))
        return refused({"accounts.last_administrator"});
    auto const gone =
        work.db.run("delete from grants where account = ? and role = ? and office = ?",
                    account.id(), id_of(role), office);
    if (gone == 0) return not_found();
    auto const label = label_of(role);
    tell(work, account, "account.revoked",
         {{"role_bn", std::string(label.bn)}, {"role_en", std::string(label.en)}});
    return {};
}

bool another_administrator(Db& db, Id<Account> account) {
    return db
        .one("select 1 from grants g join accounts a on a.id = g.account "
             "where g.role = 'administrator' and a.active = 1 and a.id <> ? limit 1",
             account)
        .has_value();
}

std::optional<Credentials> credentials_of(Db& db, std::string_view username) {
    auto const row = db.one(
        "select id, password_hash from accounts where (username = ? or email = ?) and active = 1 "
        "and password_hash <> ''",
        username, username);
    if (!row) return {};
    return Credentials{row->get<Id<Account>>(0), row->get<std::string>(1)};
}

std::vector<SessionLine> sessions_of(Db& db, Id<Account> account, Instant now) {
    std::vector<SessionLine> found;
    for (auto const& row :
         db.all("select id, digest, created_at, seen_at, peer, browser from sessions "
                "where account = ? and expires_at > ? order by seen_at desc, id desc limit 100",
                account, now))
        found.push_back({row.get<Id<Session>>(0), row.get<std::string>(1), row.get<Instant>(2),
                         row.get<Instant>(3), row.get<std::string>(4), row.get<std::string>(5)});
    return found;
}

void open_session(Db& db, NewSession const& s, Instant now) {
    db.run("delete from sessions where expires_at <= ?", now);
    db.run("insert into sessions (digest, account, created_at, seen_at, expires_at, peer, browser) "
           "values (?, ?, ?, ?, ?, ?, ?)",
           s.digest, s.account, now, now, now + s.lives, s.peer, s.browser);
}

void end_session(Db& db, std::string_view digest) {
    db.run("delete from sessions where digest = ?", digest);
}

Done end_session(Work& work, AccountRecord const& account, Id<Session> session) {
    if (work.db.run("delete from sessions where id = ? and account = ?", session, account.id())
        == 0)
        return not_found();
    tell(work, account, "account.session_ended");
    return {};
}

void end_other_sessions(Work& work, AccountRecord const& account, std::string_view kept_digest) {
    end_sessions(work.db, account.id(), kept_digest);
    tell(work, account, "account.sessions_ended");
}

} // namespace udb::accounts
