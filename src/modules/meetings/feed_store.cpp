// The statements of personal calendars. A secret is kept as its digest only.
#include "modules/meetings/meeting_store.hpp"
#include "platform/digest.hpp"
#include "platform/random.hpp"

namespace udb::meetings {

std::string new_feed(Work& work, Id<Account> account) {
    auto secret = random_token();
    end_feed(work.db, account);
    work.db.run("insert into calendar_feeds (account, digest, made_at) values (?, ?, ?)", account,
                sha256_hex(secret), work.now);
    return secret;
}

void end_feed(Db& db, Id<Account> account) {
    db.run("delete from calendar_feeds where account = ?", account);
}

bool has_feed(Db& db, Id<Account> account) {
    return db.one("select 1 from calendar_feeds where account = ?", account).has_value();
}

std::optional<FeedOwner> feed_owner(Db& db, std::string_view secret) {
    auto const row =
        db.one("select a.id, a.officer from calendar_feeds f join accounts a on a.id = "
               "f.account where f.digest = ? and a.active = 1",
               sha256_hex(secret));
    if (!row) return {};
    return FeedOwner{row->get<Id<Account>>(0),
                     row->get<std::optional<Id<Officer>>>(1).value_or(Id<Officer>{})};
}

} // namespace udb::meetings
