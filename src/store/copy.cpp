#include "store/copy.hpp"

#include <functional>
#include <utility>

namespace udb::store {
namespace {

std::string identifier(std::string_view name) {
    std::string out = "\"";
    for (char const c : name) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string listed(std::vector<std::string> const& names) {
    std::string out;
    for (auto const& name : names)
        (out += out.empty() ? "" : ", ") += identifier(name);
    return out;
}

/// Every line of a table. A PostgreSQL answer is whole in memory, so it is fetched in portions.
void for_each_row(Db& db, Table const& table, std::function<void(Row const&)> const& take) {
    auto const sql = "select " + listed(table.columns) + " from " + identifier(table.name);
    if (db.dialect() == Dialect::sqlite) {
        for (auto const& row : db.all(sql))
            take(row);
        return;
    }
    auto const cursor = identifier("copy " + table.name);
    db.one("declare " + cursor + " no scroll cursor for " + sql);
    for (bool more = true; more;) {
        more = false;
        for (auto const& row : db.all("fetch 200 from " + cursor)) {
            take(row);
            more = true;
        }
    }
    db.one("close " + cursor);
}

/// While it is at work, no trigger fires and no reference is asked for; `finish` asks for all.
class Copying {
public:
    Copying(Db& db, std::vector<Table> const& tables) : db_(&db) {
        if (db.dialect() == Dialect::sqlite)
            begin_sqlite(tables);
        else
            begin_postgres(tables);
    }
    void finish() {
        for (auto const& sql : afterwards_)
            db_->script(sql);
        number_on(*db_);
    }

private:
    void begin_sqlite(std::vector<Table> const& tables) {
        db_->script("pragma defer_foreign_keys = on");
        std::vector<std::string> triggers;
        for (auto const& row :
             db_->all("select name, sql from sqlite_schema where type = 'trigger' order by name")) {
            triggers.push_back(row.get<std::string>(0));
            afterwards_.push_back(row.get<std::string>(1));
        }
        for (auto const& trigger : triggers)
            db_->script("drop trigger " + identifier(trigger));
        for (auto const& table : tables)
            db_->script("delete from " + identifier(table.name));
    }

    void begin_postgres(std::vector<Table> const& tables) {
        std::string all;
        for (auto const& table : tables)
            (all += all.empty() ? "" : ", ") += identifier(table.name);
        if (all.empty()) return;
        // First, for a table with unchecked references is not altered.
        afterwards_.emplace_back("set constraints all immediate");
        for (auto const& table : tables) {
            db_->script("alter table " + identifier(table.name) + " disable trigger user");
            afterwards_.push_back("alter table " + identifier(table.name) + " enable trigger user");
        }
        db_->script("truncate " + all);
        std::vector<std::pair<std::string, std::string>> references;
        for (auto const& row : db_->all(R"sql(
                 select c.relname::text, k.conname::text
                   from pg_constraint k join pg_class c on c.oid = k.conrelid
                  where k.contype = 'f' and not k.condeferrable
                    and c.relnamespace = current_schema()::regnamespace
                  order by 1, 2
             )sql"))
            references.emplace_back(row.get<std::string>(0), row.get<std::string>(1));
        for (auto const& [table, reference] : references) {
            auto const alter =
                "alter table " + identifier(table) + " alter constraint " + identifier(reference);
            db_->script(alter + " deferrable initially deferred");
            afterwards_.push_back(alter + " not deferrable");
        }
        db_->script("set constraints all deferred");
    }

    Db* db_;
    std::vector<std::string> afterwards_;
};

} // namespace

void number_on(Db& db) {
    if (db.dialect() == Dialect::sqlite) return;
    std::vector<std::pair<std::string, std::string>> numbered;
    for (auto const& row : db.all(R"sql(
             select c.relname::text, a.attname::text
               from pg_attribute a join pg_class c on c.oid = a.attrelid
              where a.attidentity <> '' and c.relnamespace = current_schema()::regnamespace
              order by 1, 2
         )sql"))
        numbered.emplace_back(row.get<std::string>(0), row.get<std::string>(1));
    // Only forward: someone at work may hold a number that no row shows yet.
    for (auto const& [table, column] : numbered)
        db.one("with ids as (select pg_get_serial_sequence(?, ?)::regclass as sequence, max("
                   + identifier(column) + ") as last from " + identifier(table)
                   + ") select setval(sequence, last) from ids "
                     "where last > coalesce(pg_sequence_last_value(sequence), 0)",
               identifier(table), column);
}

std::vector<std::string> table_names(Db& db) {
    constexpr auto sqlite = R"sql(
        select name from pragma_table_list
         where schema = 'main' and type = 'table' and name not like 'sqlite\_%' escape '\'
           and name not in ('schema_migrations', 'file_contents') and name not like 'derived\_%' escape '\'
         order by name
    )sql";
    constexpr auto postgres = R"sql(
        select relname::text from pg_class
         where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
           and relname not in ('schema_migrations', 'file_contents') and relname not like 'derived\_%'
         order by relname
    )sql";
    std::vector<std::string> names;
    for (auto const& row : db.all(db.dialect() == Dialect::sqlite ? sqlite : postgres))
        names.push_back(row.get<std::string>(0));
    return names;
}

std::vector<Table> tables_of(Db& sqlite) {
    std::vector<Table> tables;
    for (auto& name : table_names(sqlite)) {
        Table table{std::move(name), {}};
        for (auto const& row :
             sqlite.all("select name from pragma_table_info(?) order by cid", table.name))
            table.columns.push_back(row.get<std::string>(0));
        tables.push_back(std::move(table));
    }
    return tables;
}

std::int64_t row_count(Db& db, std::string const& table) {
    return db.one("select count(*) from " + identifier(table))->get<std::int64_t>(0);
}

std::vector<CopiedTable> copy_rows(Db& from, Db& to, std::vector<Table> const& tables,
                                   TellCopied const& tell) {
    Copying copying(to, tables);
    std::vector<CopiedTable> copied;
    for (auto const& table : tables) {
        std::string marks;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            marks += i == 0 ? "?" : ", ?";
        auto const sql = "insert into " + identifier(table.name) + " (" + listed(table.columns)
                         + ") values (" + marks + ")";
        CopiedTable done{table.name, 0};
        std::vector<Param> values;
        for_each_row(from, table, [&](Row const& row) {
            values.clear();
            for (int column = 0; column < row.size(); ++column)
                values.emplace_back(row.cell(column));
            done.rows += to.run_of(sql, values);
        });
        if (tell) tell(done);
        copied.push_back(std::move(done));
    }
    copying.finish();
    return copied;
}

} // namespace udb::store
