#include "registers/exchange/import_lookup.hpp"

#include "bangla/text/collation.hpp"
#include "bangla/text/normalise.hpp"
#include "registers/records/rows.hpp"
#include "store/statement.hpp"

#include <algorithm>

namespace udb {
namespace {

/// Of titles that very many records share, so many are looked at.
constexpr int twins_most = 20'000;

constexpr std::string_view referred_columns = "id, kind, title_bn, title_en, office_path";

} // namespace

std::string ImportLookup::plain(std::string_view title) {
    return bangla::single_spaced(bangla::normalised(title));
}

std::string ImportLookup::select() const {
    std::string sql = "select " + std::string(header_columns);
    for (auto const& f : reg_.fields)
        sql += ", d." + std::string(f.name);
    return sql + " from records r join " + std::string(reg_.name) + " d on d.id = r.id";
}

ListLine ImportLookup::line_of(Row const& row) const {
    ListLine line{.header = header_of(row), .values = {}};
    line.values.reserve(reg_.fields.size());
    for (std::size_t i = 0; i < reg_.fields.size(); ++i)
        line.values.push_back(written_in(row, header_columns_count + static_cast<int>(i)));
    return line;
}

std::unordered_map<std::int64_t, ListLine> ImportLookup::lines(std::vector<Id<Record>> const& ids) {
    std::unordered_map<std::int64_t, ListLine> found;
    if (ids.empty()) return found;
    std::vector<Param> params{reg_.kind};
    for (auto const id : ids)
        params.emplace_back(id);
    for (auto const& row : db_.all_of(
             select() + " where r.kind = ? and r.id in (" + gaps(ids.size()) + ")", params)) {
        auto line = line_of(row);
        found.emplace(line.header.id.value, std::move(line));
    }
    return found;
}

std::vector<ListLine> ImportLookup::titled(std::vector<std::string> const& titles) {
    std::vector<ListLine> found;
    if (titles.empty()) return found;
    std::vector<std::string> keys;
    for (auto const& title : titles)
        keys.push_back(bangla::sort_key(title));
    std::vector<Param> params{reg_.kind};
    params.insert(params.end(), keys.begin(), keys.end());
    params.emplace_back(twins_most);
    for (auto const& row : db_.all_of(select() + " where r.kind = ? and r.sort_key in ("
                                          + gaps(keys.size()) + ") order by r.id limit ?",
                                      params))
        found.push_back(line_of(row));
    return found;
}

std::optional<Id<Record>> ImportLookup::numbered(std::string const& number) {
    if (!numbers_) {
        numbers_.emplace();
        for (auto const& row :
             db_.all("select number, id from records where kind = ? and number <> '' order by id",
                     reg_.kind))
            numbers_->emplace(row.get<std::string>(0), row.get<Id<Record>>(1));
    }
    auto const found = numbers_->find(number);
    if (found == numbers_->end()) return {};
    return found->second;
}

void ImportLookup::learn(Row const& row) {
    auto const id = row.get<Id<Record>>(0);
    Referred record{.kind = row.get<std::string>(1),
                    .title = {row.get<std::string>(2), row.get<std::string>(3)},
                    .office_path = row.get<std::string>(4)};
    for (auto const& title : {plain(record.title.bn), plain(record.title.en)}) {
        auto const asked = titles_.find(std::pair{record.kind, title});
        if (asked != titles_.end() && !title.empty()
            && std::ranges::find(asked->second, id) == asked->second.end())
            asked->second.push_back(id);
    }
    referred_.emplace(id.value, std::move(record));
}

void ImportLookup::know(std::vector<Id<Record>> ids) {
    std::erase_if(ids, [&](Id<Record> id) { return referred_.contains(id.value); });
    if (ids.empty()) return;
    std::vector<Param> const params(ids.begin(), ids.end());
    for (auto const& row : db_.all_of("select " + std::string(referred_columns)
                                          + " from records where id in (" + gaps(ids.size()) + ")",
                                      params))
        learn(row);
}

void ImportLookup::know(std::string_view kind, std::vector<std::string> const& titles) {
    std::vector<std::string> texts, keys;
    for (auto const& title : titles)
        if (titles_.emplace(std::pair{std::string(kind), title}, std::vector<Id<Record>>{})
                .second) {
            texts.push_back(title);
            keys.push_back(bangla::sort_key(title));
        }
    if (texts.empty()) return;
    auto const ask = [&](std::string_view column, std::vector<std::string> const& values) {
        std::vector<Param> params{kind};
        params.insert(params.end(), values.begin(), values.end());
        params.emplace_back(twins_most);
        for (auto const& row :
             db_.all_of("select " + std::string(referred_columns)
                            + " from records where kind = ? and " + std::string(column) + " in ("
                            + gaps(values.size()) + ") order by id limit ?",
                        params))
            learn(row);
    };
    ask("sort_key", keys);
    ask("title_en", texts);
}

Referred const* ImportLookup::referred(Id<Record> id) const {
    auto const found = referred_.find(id.value);
    return found == referred_.end() ? nullptr : &found->second;
}

std::vector<Id<Record>> const& ImportLookup::titled(std::string_view kind,
                                                    std::string_view title) const {
    static std::vector<Id<Record>> const none;
    auto const found = titles_.find(std::pair{std::string(kind), std::string(title)});
    return found == titles_.end() ? none : found->second;
}

} // namespace udb
