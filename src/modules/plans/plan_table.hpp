// A plan as the official table: cells for a spreadsheet or CSV, and a paper for PDF, in the
// template's column order.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/plans/plan_template.hpp"

#include <map>
#include <string>
#include <vector>

namespace udb::plans {

/// What a cell says, and what it is: numbers in ASCII digits, days as `2026-01-26`. The same shape
/// as registers/tables' TableCell.
struct SheetCell {
    std::string text = {};
    enum class Kind { text, number, date } kind = Kind::text;
};

struct PlanSheet {
    std::vector<std::string> heads = {}; ///< group and label in one: `লক্ষ্যমাত্রা: অসাধারণ ১০০%`
    std::vector<std::vector<SheetCell>> rows = {}; ///< all as long as `heads`
};

/// What is shown of a plan beside its facts.
struct PlanShown {
    PlanFacts const& plan;
    PlanTemplate const& form;
    TableKind kind = TableKind::plan;
    /// What the posts are called, by id.
    std::map<Id<Post>, std::string> posts = {};
    /// How many pieces of evidence each indicator has; nothing is known of one that is not here.
    std::map<Id<Indicator>, int> evidence = {};
};

/// Every row has its area and activity in full, so that it can be sorted, filtered and read back by
/// `plan_import.hpp`.
PlanSheet plan_sheet(PlanShown const& shown, Words const& words);

/// The head of the paper: office lines, then the title and the fiscal year.
struct PlanPaperHead {
    std::vector<std::string> lines = {};
    std::string version = {}; ///< `সংস্করণ ২, অনুমোদিত …`; may be empty
    Instant now = {};
};

/// Landscape A4 in the language of `words`, heads repeated on every page, an area and an activity
/// said once and their cells running on below, totals at the end (with scores in an evaluation).
bangla::Paper plan_paper(PlanShown const& shown, PlanPaperHead const& head, Words const& words);

} // namespace udb::plans
