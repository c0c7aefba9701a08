// The one table that the tests of statements and of isolation work on.
#pragma once

#include "support/databases.hpp"

#include <functional>
#include <string_view>

namespace udb::test {

struct Team {};

inline constexpr std::string_view teams_sql =
    "create table teams (id integer primary key, title text not "
    "null unique, size integer not null default 0, share real, "
    "formed_on text, seal blob) strict;";
inline EmbeddedFile const teams_files[] = {{"migrations/20260101_create_teams.sql", teams_sql},
                                           {"words.bn.toml", "[teams]"}};
inline Migrations const migrations[] = {{"teams", teams_files}};

inline void with_teams(std::function<void(Database&)> const& test, DatabaseOptions options = {}) {
    for_each_database(migrations, test, options);
}

inline Id<Team> add(Db& db, std::string_view title, int size = 0) {
    return db.one("insert into teams (title, size) values (?, ?) returning id", title, size)
        ->get<Id<Team>>(0);
}

inline int count(Database& database) {
    return database.read([](Db& db) { return db.one("select count(*) from teams")->get<int>(0); });
}

inline int size_of(Database& database) {
    return database.read([](Db& db) { return db.one("select size from teams")->get<int>(0); });
}

} // namespace udb::test
