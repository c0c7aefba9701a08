// What a report says, chapter by chapter: the authors' text, and what the records tell. Of one
// content the PDF, the page, the JSON and the CSV are made. Pure.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/reports/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::reports {

/// In Bangla, as all of a report.
struct ChapterContent {
    std::string id;
    std::string number = {}; ///< `১`
    std::string title = {};
    std::string text = {};                ///< of its authors; empty: none yet
    std::vector<bangla::Block> told = {}; ///< by the records, or by nobody
};

struct Content {
    Kind kind = Kind::annual;
    int fiscal_year = 0;
    int edition = 1;
    std::string title = {};             ///< "বার্ষিক প্রতিবেদন, ২০২৬-২৭"
    std::string office = {};            ///< its name …
    std::vector<std::string> head = {}; ///< … and the lines above it
    std::optional<Date> approved_on = {};
    std::string approver = {};
    std::string why = {}; ///< of a correction: what it corrects
    Instant made = {};    ///< the moment of approval, or of looking
    std::vector<ChapterContent> chapters = {};
};

/// The authors' text as blocks: each line a paragraph, lines that begin with `-` or `•` a list.
std::vector<bangla::Block> blocks_of(std::string_view text);

/// Both, as they follow each other in the report. A chapter of which nobody told anything says so.
std::vector<bangla::Block> blocks_of(ChapterContent const& chapter, Words const& bangla_words);

/// A4: cover, contents, a chapter after the other with running head and page numbers.
bangla::Paper paper_of(Content const& content, Words const& bangla_words);

/// The lines under a report's title: of when it is, which edition, who approved it.
std::vector<std::string> facts_of(Content const& content, Words const& bangla_words);

/// The content as data: `{"format": "udbhabon-report-1", …}`. A cell that is a number is
/// `{"text": "৯৪.০০", "value": 94}`. Of a picture there is its `address` (its name among the frozen
/// files), not its bytes.
std::string json_of(Content const& content);
/// Reads it back; nothing where it is not one.
std::optional<Content> content_of(std::string_view json);

/// A line each for text, cells of tables, bars of charts: chapter, chapter_title, part, kind,
/// title, row, column, text, value. The first line names the columns.
std::vector<std::vector<std::string>> lines_of(Content const& content);

/// The number that a cell is, in ASCII digits: `৯৪.০০` is `94.00`, `১,২০,০০০` is `120000`; empty
/// for any other text, dates and numbers of places (`১.১.১`) among them.
std::string number_in(std::string_view cell);

/// All pictures of it, in their order.
std::vector<bangla::Picture*> pictures_of(Content& content);

} // namespace udb::reports
