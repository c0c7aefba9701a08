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

} // namespace udb
