#include "host/installation.hpp"

#include <algorithm>
#include <cstring>

namespace udb {

web::CsrfKey csrf_key_of(Database& database) {
    return database.write([](Db& db) {
        auto key = web::random_csrf_key();
        auto const bytes = std::span<std::byte const>(std::as_bytes(std::span(key)));
        db.run(
            "insert into installation (name, value) values ('csrf_key', ?) on conflict do nothing",
            bytes);
        auto const kept =
            db.one("select value from installation where name = 'csrf_key'")->get<Blob>(0);
        ENSURE(kept.size() == key.size(), "the key of the forms has another length");
        std::memcpy(key.data(), kept.data(), key.size());
        return key;
    });
}

} // namespace udb
