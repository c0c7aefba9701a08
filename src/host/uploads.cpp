#include "host/uploads.hpp"

namespace udb {

Id<Upload> keep_upload(Work& work, std::string_view purpose, std::string_view name,
                       std::string_view bytes) {
    work.db.run("delete from uploads where at < ?", Instant{work.now - upload_waits});
    work.db.run("delete from uploads where account_id = ? and purpose = ?", work.actor.account,
                purpose);
    return work.db
        .one("insert into uploads (account_id, purpose, name, bytes, at) values (?, ?, ?, ?, ?) "
             "returning id",
             work.actor.account, purpose, name, std::as_bytes(std::span(bytes)), work.now)
        ->get<Id<Upload>>(0);
}

std::optional<Upload> find_upload(Db& db, Id<Upload> id, Actor const& actor,
                                  std::string_view purpose, Instant now) {
    auto const row = db.one("select name, bytes from uploads "
                            "where id = ? and account_id = ? and purpose = ? and at >= ?",
                            id, actor.account, purpose, Instant{now - upload_waits});
    if (!row) return {};
    auto const bytes = row->get<Blob>(1);
    return Upload{.id = id,
                  .name = row->get<std::string>(0),
                  .bytes = {reinterpret_cast<char const*>(bytes.data()), bytes.size()}};
}

void drop_upload(Db& db, Id<Upload> id) { db.run("delete from uploads where id = ?", id); }

} // namespace udb
