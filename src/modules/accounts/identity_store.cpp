// The statements of identities.
#include "modules/accounts/identity_store.hpp"

#include "platform/mail.hpp"

namespace udb::accounts {

Result<Id<Account>> account_of_identity(Work& work, IdToken const& token) {
    if (auto const row = work.db.one("select a.id, a.active from identities i "
                                     "join accounts a on a.id = i.account "
                                     "where i.issuer = ? and i.subject = ?",
                                     token.issuer, token.subject)) {
        if (!row->get<bool>(1)) return refused({"accounts.provider_unknown"});
        return row->get<Id<Account>>(0);
    }
    auto const email = token.email_verified ? mail_address_of(token.email) : std::string{};
    auto const row = work.db.one("select a.id from accounts a where a.email = ? and a.active = 1 "
                                 "and not exists (select 1 from identities i "
                                 "where i.account = a.id and i.issuer = ?)",
                                 email, token.issuer);
    if (email.empty() || !row) return refused({"accounts.provider_unknown"});
    auto const account = row->get<Id<Account>>(0);
    work.db.run("insert into identities (account, issuer, subject, made_at) values (?, ?, ?, ?)",
                account, token.issuer, token.subject, work.now);
    work.record("account.identity_linked", as_record(account), "", {{"issuer", token.issuer}});
    return account;
}

std::vector<Identity> identities_of(Db& db, Id<Account> account) {
    std::vector<Identity> found;
    for (auto const& row :
         db.all("select issuer, made_at from identities where account = ? order by id", account))
        found.push_back({row.get<std::string>(0), row.get<Instant>(1)});
    return found;
}

Done unlink_identities(Work& work, AccountRecord const& account) {
    if (work.db.run("delete from identities where account = ?", account.id()) == 0)
        return not_found();
    work.record("account.identity_unlinked", account.header.id, account.header.office_path);
    return {};
}

} // namespace udb::accounts
