#include "host/records.hpp"

#include "bangla/text/collation.hpp"
#include "bangla/text/search_key.hpp"
#include "host/search.hpp"

#include <algorithm>

namespace udb {
namespace {

std::string search_text(Header const& h) {
    return " " + bangla::search_key(h.title.bn + ' ' + h.title.en + ' ' + h.number);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

/// More or fewer records of `kind` at `path`. Each strand of the store counts for itself, so that
/// writers never wait for one another.
void write_count(Db& db, std::string_view kind, std::string_view path, std::int64_t change) {
    db.run("insert into record_counts (kind, office_path, strand, total) values (?, ?, ?, ?) "
           "on conflict (kind, office_path, strand) do update set total = record_counts.total + "
           "excluded.total",
           kind, path, db.strand().number, change);
}

void count(Work& work, std::string_view kind, std::string_view path, int change) {
    if (work.counts)
        work.counts->add(kind, path, change);
    else
        write_count(work.db, kind, path, change);
}

} // namespace

void CountsTogether::write() {
    for (auto const& [what, change] : changes_)
        if (change != 0) write_count(work_.db, what.first, what.second, change);
    changes_.clear();
}

Header header_of(Row const& row) {
    return {.id = row.get<Id<Record>>(0),
            .kind = row.get<std::string>(1),
            .office_path = row.get<std::string>(2),
            .number = row.get<std::string>(3),
            .title = {row.get<std::string>(4), row.get<std::string>(5)},
            .stage = row.get<std::string>(6),
            .owner = row.get<std::optional<Id<Account>>>(7).value_or(Id<Account>{}),
            .internal = row.get<bool>(8),
            .version = row.get<std::int64_t>(9),
            .created = row.get<Instant>(10),
            .updated = row.get<Instant>(11)};
}

Condition& Condition::operator+=(Condition const& more) {
    sql += more.sql;
    texts.insert(texts.end(), more.texts.begin(), more.texts.end());
    return *this;
}

Condition words_in(std::string_view column, std::string_view search) {
    constexpr std::size_t words_most = 10;
    Condition c;
    auto const key = bangla::search_key(search);
    for (std::size_t at = 0; at < key.size() && c.texts.size() < words_most;) {
        auto const end = std::min(key.find(' ', at), key.size());
        if (end > at) {
            c.sql += " and " + std::string(column) + R"( like ? escape '\')";
            c.texts.push_back("% " + escaped(key.substr(at, end - at)) + "%");
        }
        at = end + 1;
    }
    return c;
}

Condition below(std::string_view column, std::string_view path) {
    if (path.empty()) return {};
    std::string const name{column};
    std::string end{path};
    end.back() = static_cast<char>(end.back() + 1);
    return {" and " + name + " >= ? and " + name + " < ?", {std::string(path), std::move(end)}};
}

Id<Record> add_record(Work& work, Header const& h, std::string_view body) {
    auto const row = work.db.one(R"sql(
        insert into records (kind, office_path, number, title_bn, title_en, sort_key, search_key,
                             stage, owner_id, internal, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        returning id
    )sql",
                                 h.kind, h.office_path, h.number, h.title.bn, h.title.en,
                                 bangla::sort_key(h.title.bn), search_text(h), h.stage,
                                 work.actor.account, std::int64_t{h.internal}, work.now, work.now);
    count(work, h.kind, h.office_path, 1);
    index_new_record(work.db, row->get<Id<Record>>(0), h, body);
    return row->get<Id<Record>>(0);
}

std::optional<Header> find_record(Db& db, std::string_view kind, Id<Record> id) {
    auto const row = db.one("select " + std::string(header_columns)
                                + " from records r where r.id = ? and r.kind = ?",
                            id, kind);
    if (!row) return {};
    return header_of(*row);
}

Result<std::int64_t> save_record(Work& work, Header const& h) {
    auto const row = work.db.one("select office_path from records where id = ? and version = ?",
                                 h.id, h.version);
    if (!row) return conflict();
    auto const changed =
        work.db.run(R"sql(
        update records
           set office_path = ?, number = ?, title_bn = ?, title_en = ?, sort_key = ?,
               search_key = ?, stage = ?, internal = ?, version = version + 1, updated_at = ?
         where id = ? and version = ?
    )sql",
                    h.office_path, h.number, h.title.bn, h.title.en, bangla::sort_key(h.title.bn),
                    search_text(h), h.stage, std::int64_t{h.internal}, work.now, h.id, h.version);
    if (changed == 0) return conflict();
    if (auto const from = row->get<std::string>(0); from != h.office_path) {
        count(work, h.kind, from, -1);
        count(work, h.kind, h.office_path, 1);
    }
    index_record(work.db, h.id, h);
    return h.version + 1;
}

void move_record(Work& work, Id<Record> id, std::string_view to_path) {
    auto const row = work.db.one("select kind, office_path from records where id = ?", id);
    if (!row) return;
    auto const kind = row->get<std::string>(0), from = row->get<std::string>(1);
    if (from == to_path) return;
    work.db.run("update records set office_path = ?, version = version + 1, updated_at = ? "
                "where id = ?",
                to_path, work.now, id);
    count(work, kind, from, -1);
    count(work, kind, to_path, 1);
    index_place(work.db, id);
}

void move_below(Work& work, std::string_view from, std::string_view to) {
    if (work.counts) work.counts->write();
    auto const rest = static_cast<std::int64_t>(from.size()) + 1;
    auto const range = below("office_path", from);
    std::string const moved = "cast(? as text) || substr(office_path, cast(? as integer))";
    work.db.run("update records set office_path = " + moved + " where 1 = 1" + range.sql, to, rest,
                range.texts[0], range.texts[1]);
    // Something may be counted there already: the office itself, saved before what is below it.
    work.db.run("insert into record_counts (kind, office_path, strand, total) select kind, " + moved
                    + ", strand, total from record_counts where 1 = 1" + range.sql
                    + " on conflict (kind, office_path, strand) do update set total = "
                      "record_counts.total + excluded.total",
                to, rest, range.texts[0], range.texts[1]);
    work.db.run("delete from record_counts where 1 = 1" + range.sql, range.texts[0],
                range.texts[1]);
    index_places_below(work.db, to);
}

std::int64_t count_records(Db& db, std::string_view kind, std::string_view office_path) {
    auto const place = below("office_path", office_path);
    std::vector<Param> params{kind};
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    return db
        .one_of("select cast(coalesce(sum(total), 0) as bigint) from record_counts where kind = ?"
                    + place.sql,
                params)
        ->get<std::int64_t>(0);
}

std::vector<Named> names_of(Db& db, std::vector<Id<Record>> ids) {
    std::ranges::sort(ids);
    auto const [first, last] = std::ranges::unique(ids);
    ids.erase(first, last);
    std::vector<Named> found;
    if (ids.empty()) return found;
    std::string gaps = "?";
    for (std::size_t i = 1; i < ids.size(); ++i)
        gaps += ", ?";
    std::vector<Param> const params(ids.begin(), ids.end());
    for (auto const& row : db.all_of(
             "select id, kind, title_bn, title_en from records where id in (" + gaps + ")", params))
        found.push_back({row.get<Id<Record>>(0),
                         row.get<std::string>(1),
                         {row.get<std::string>(2), row.get<std::string>(3)}});
    return found;
}

} // namespace udb
