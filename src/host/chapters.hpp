// What modules tell of an office and a time in the chapters of its reports: blocks of a paper, made
// from records, of which pages, PDF and data are made alike.
#pragma once

#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/pdf/paper.hpp"
#include "base/embedded.hpp"
#include "kernel/words.hpp"
#include "store/database.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Office;

/// So many pictures stand in a report where nobody chose.
inline constexpr std::size_t pictures_by_themselves = 12;

/// Of which office and time a chapter is to tell, as far as it is known on `today`.
struct ChapterAsked {
    Id<Office> office = {};
    std::string_view office_path = {}; ///< of it alone, not of those below it
    int fiscal_year = 0;               ///< of its 1 July
    bangla::Days days = {};            ///< whole quarters of that year
    unsigned quarter_first = 1, quarter_last = 4;
    Date today = {};
    std::span<std::string const> themes = {}; ///< of the mandate's functions that belong to it
    bool pictures = false; ///< with their bytes; else with their captions and addresses alone
    /// Which of them, by their place among all that there are and their address.
    std::function<bool(std::size_t place, std::string_view address)> takes_picture =
        [](std::size_t place, std::string_view) { return place < pictures_by_themselves; };
    Words const& words; ///< in Bangla, those of every module that tells
};

/// No chapter of a report: one chart for the page that the monthly coordination meeting reads (C23
/// §4(3)).
inline constexpr std::string_view brief_chapter = "brief";

struct ChapterTeller {
    std::string_view chapter; ///< its id in `data/reports.toml`, or `brief_chapter`
    int place = 0;            ///< among those that tell in one chapter
    /// Nothing where there is nothing to tell; it then says so in a sentence, or gives no block.
    std::vector<bangla::Block> (*tell)(Db& db, ChapterAsked const& asked) = nullptr;
    std::span<EmbeddedFile const> (*files)() = nullptr; ///< with the words it tells by
};

/// Called while the program starts, before any thread; gives true, to stand in an initialiser
/// beside a manifest (as `hear` does).
bool tells(ChapterTeller const& teller);

/// In the order of their chapters' ids and places.
std::vector<ChapterTeller> const& chapter_tellers();

/// What all of them tell in one chapter, one after the other.
std::vector<bangla::Block> told(Db& db, std::string_view chapter, ChapterAsked const& asked);

/// A column of a told table; figures stand at the right.
struct ToldColumn {
    std::string head;
    double width = 1;
    bool figure = false;
};
bangla::Table told_table(std::vector<ToldColumn> const& columns,
                         std::vector<std::vector<std::string>> rows);

} // namespace udb
