#include "host/records.hpp"

#include "bangla/text/collation.hpp"
#include "bangla/text/search_key.hpp"

namespace udb {
namespace {

constexpr std::string_view columns = "id, kind, office_path, number, title_bn, title_en, stage, "
                                     "owner_id, version, created_at, updated_at";

Header header_of(Row const& row) {
    return {.id = row.get<Id<Record>>(0),
            .kind = row.get<std::string>(1),
            .office_path = row.get<std::string>(2),
            .number = row.get<std::string>(3),
            .title = {row.get<std::string>(4), row.get<std::string>(5)},
            .stage = row.get<std::string>(6),
            .owner = row.get<std::optional<Id<Account>>>(7).value_or(Id<Account>{}),
            .version = row.get<std::int64_t>(8),
            .created = row.get<Instant>(9),
            .updated = row.get<Instant>(10)};
}

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

} // namespace

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

Id<Record> add_record(Work& work, Header const& h) {
    auto const row = work.db.one(R"sql(
        insert into records (kind, office_path, number, title_bn, title_en, sort_key, search_key,
                             stage, owner_id, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        returning id
    )sql",
                                 h.kind, h.office_path, h.number, h.title.bn, h.title.en,
                                 bangla::sort_key(h.title.bn), search_text(h), h.stage,
                                 work.actor.account, work.now, work.now);
    return row->get<Id<Record>>(0);
}

std::optional<Header> find_record(Db& db, std::string_view kind, Id<Record> id) {
    auto const row = db.one(
        "select " + std::string(columns) + " from records where id = ? and kind = ?", id, kind);
    if (!row) return {};
    return header_of(*row);
}

Result<std::int64_t> save_record(Work& work, Header const& h) {
    auto const changed =
        work.db.run(R"sql(
        update records
           set office_path = ?, number = ?, title_bn = ?, title_en = ?, sort_key = ?,
               search_key = ?, stage = ?, version = version + 1, updated_at = ?
         where id = ? and version = ?
    )sql",
                    h.office_path, h.number, h.title.bn, h.title.en, bangla::sort_key(h.title.bn),
                    search_text(h), h.stage, work.now, h.id, h.version);
    if (changed == 0) return conflict();
    return h.version + 1;
}

Listed list_records(Db& db, Listing const& listing) {
    auto const place = below("office_path", listing.office_path);
    auto const found = words_in("search_key", listing.search);
    auto const condition = "kind = ?" + place.sql + found.sql;
    std::vector<Param> params{listing.kind};
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    params.insert(params.end(), found.texts.begin(), found.texts.end());

    Listed listed;
    auto const count = "select count(*) from (select id from records where " + condition + " limit "
                       + std::to_string(Listed::count_max) + ") as counted";
    listed.total = db.one_of(count, params)->get<std::int64_t>(0);

    params.emplace_back(listing.size);
    params.emplace_back(listing.offset);
    auto const page = "select " + std::string(columns) + " from records where " + condition
                      + " order by sort_key, id limit ? offset ?";
    for (auto const& row : db.all_of(page, params))
        listed.records.push_back(header_of(row));
    return listed;
}

} // namespace udb
