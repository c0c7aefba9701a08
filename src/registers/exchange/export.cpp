#include "registers/exchange/export.hpp"

#include "registers/exchange/columns.hpp"

#include <unordered_map>

namespace udb {
namespace {

/// The titles of what the lines refer to, asked for many lines at once and remembered a while.
class Titles {
public:
    Titles(Db& db, Words const& words) : db_(db), words_(words) {}

    void know(RegisterView const& reg, std::vector<ListLine> const& lines) {
        if (titles_.size() > kept_most) titles_.clear();
        std::vector<Id<Record>> ids;
        for (std::size_t i = 0; i < reg.fields.size(); ++i)
            if (reg.fields[i].control == Control::reference)
                for (auto const& line : lines)
                    if (auto const id = parse_id<Record>(line.values[i]);
                        id && !titles_.contains(id->value))
                        ids.push_back(*id);
        for (auto const& named : names_of(db_, std::move(ids)))
            titles_[named.id.value] = words_(named.title);
    }

    std::string_view title(std::string_view written) const {
        auto const id = parse_id<Record>(written);
        auto const found = id ? titles_.find(id->value) : titles_.end();
        return found == titles_.end() ? std::string_view{} : found->second;
    }

private:
    static constexpr std::size_t kept_most = 20'000;

    Db& db_;
    Words const& words_;
    std::unordered_map<std::int64_t, std::string> titles_;
};

} // namespace

std::int64_t write_table(Db& db, ExportSource const& source, TableWriter& to) {
    auto const& [reg, words, query, sight, told] = source;
    constexpr std::size_t portion = 500;
    constexpr std::int64_t tell_every = 1000;
    auto const columns = table_columns(reg);
    std::vector<std::string> heads;
    for (auto const& column : columns)
        heads.push_back(head_of(words.catalogue(), words.language(), reg, column));
    to.heads(heads);

    std::int64_t written = 0;
    Titles titles(db, words);
    std::vector<ListLine> lines;
    std::vector<TableCell> cells(columns.size());
    auto const flush = [&] {
        titles.know(reg, lines);
        for (auto const& line : lines) {
            cells[0] = cell_of(words, columns[0], to_string(line.header.id));
            for (std::size_t i = 1; i < columns.size(); ++i) {
                auto const field = static_cast<std::size_t>(columns[i].field - reg.fields.data());
                auto const& value = line.values[field];
                cells[i] = cell_of(words, columns[i], value, titles.title(value));
            }
            to.row(cells);
            if (++written % tell_every == 0 && told) told(written);
        }
        lines.clear();
    };
    each_line(db, reg, query, sight, [&](ListLine const& line) {
        lines.push_back(line);
        if (lines.size() == portion) flush();
        return true;
    });
    flush();
    to.finish();
    return written;
}

} // namespace udb
