#include "host/chapters.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace udb {
namespace {

std::vector<ChapterTeller>& tellers() {
    static std::vector<ChapterTeller> all;
    return all;
}

} // namespace

bool tells(ChapterTeller const& teller) {
    auto& all = tellers();
    auto const key = [](ChapterTeller const& t) { return std::tuple(t.chapter, t.place); };
    all.insert(std::ranges::upper_bound(all, key(teller), {}, key), teller);
    return true;
}

std::vector<ChapterTeller> const& chapter_tellers() { return tellers(); }

std::vector<bangla::Block> told(Db& db, std::string_view chapter, ChapterAsked const& asked) {
    std::vector<bangla::Block> blocks;
    for (auto const& teller : tellers()) {
        if (teller.chapter != chapter) continue;
        auto more = teller.tell(db, asked);
        std::ranges::move(more, std::back_inserter(blocks));
    }
    return blocks;
}

bangla::Table told_table(std::vector<ToldColumn> const& columns,
                         std::vector<std::vector<std::string>> rows) {
    constexpr double letters = 10;
    bangla::Table table{.size = letters};
    auto& head = table.head.emplace_back();
    for (auto const& column : columns) {
        table.columns.push_back(
            {column.width, column.figure ? bangla::Align::right : bangla::Align::left});
        head.cells.push_back({.text = column.head});
    }
    for (auto& row : rows) {
        auto& cells = table.rows.emplace_back().cells;
        for (auto& cell : row)
            cells.push_back({.text = std::move(cell)});
    }
    return table;
}

} // namespace udb
