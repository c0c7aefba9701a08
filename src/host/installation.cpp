#include "host/installation.hpp"

#include <algorithm>
#include <cstring>

namespace udb {

namespace {

/// The key of that name: `made` at the first use, and what was kept ever after.
template <class Key>
Key key_of(Database& database, std::string_view name, Key key) {
    return database.write([&](Db& db) {
        auto const bytes = std::span<std::byte const>(std::as_bytes(std::span(key)));
        db.run("insert into installation (name, value) values (?, ?) on conflict do nothing", name,
               bytes);
        auto const kept =
            db.one("select value from installation where name = ?", name)->template get<Blob>(0);
        ENSURE(kept.size() == key.size(), "a key of the installation has another length");
        Key found;
        std::memcpy(found.data(), kept.data(), found.size());
        return found;
    });
}

} // namespace

web::CsrfKey csrf_key_of(Database& database) {
    return key_of(database, "csrf_key", web::random_csrf_key());
}

SealKey seal_key_of(Database& database) { return key_of(database, "seal_key", random_seal_key()); }

} // namespace udb
