// A report of an office on a fiscal year or a part of it: its kinds, its way from draft to
// approval. Pure.
#pragma once

#include "bangla/calendar/fiscal_year.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "kernel/lifecycle.hpp"
#include "kernel/policy.hpp"
#include "kernel/record_kind.hpp"

#include <string>
#include <vector>

namespace udb {

struct Report; ///< `Id<Report>` is a record's; its pages are `/reports/{id}`

template <>
inline constexpr std::string_view record_kind<Report> = "report";

namespace reports {

enum class Kind {
    annual, ///< C23 §4(5), L26 §2(5)
    half_yearly,
    q1,
    q2,
    q3,
    q4,
};

/// Of the header, and of the edition that is written (which is never `published`).
enum class Stage { draft, submitted, approved, published };

enum class Move { submit, send_back, approve };

inline constexpr Lifecycle<Stage, Move, Act, 3> lifecycle{{{
    {Stage::draft, Move::submit, Stage::submitted, Act::write},
    {Stage::submitted, Move::send_back, Stage::draft, Act::approve},
    {Stage::submitted, Move::approve, Stage::approved, Act::approve},
}}};

/// The stage of an edition after `move` by `actor`. Refused: `reports.move_not_now` {stage};
/// `reports.second_person` where one of `editors`, who wrote or submitted it, would approve it.
Result<Stage> moved(Stage from, Move move, Id<Account> actor,
                    std::vector<Id<Account>> const& editors);

/// Quarters of its fiscal year, first and last included.
struct Quarters {
    unsigned first = 1, last = 4;
};
Quarters quarters_of(Kind kind);
bangla::Days days_of(Kind kind, int fiscal_year);

/// "বার্ষিক প্রতিবেদন, ২০২৬-২৭"
BilingualText title_of(Kind kind, int fiscal_year);

/// Bytes of a chapter's text at most.
inline constexpr std::size_t text_bytes_max = std::size_t{200} * 1024;

} // namespace reports

template <>
std::span<Term<reports::Kind> const> terms<reports::Kind>();
template <>
std::span<Term<reports::Stage> const> terms<reports::Stage>();

} // namespace udb
