// A paper as its register lists it.
#pragma once

#include "kernel/register.hpp"
#include "modules/papers/paper_terms.hpp"
#include "modules/teams/team.hpp"

#include <string>

namespace udb {

struct IssuedPaper; ///< `Id<IssuedPaper>` is a record's; its pages are `/papers/{id}`

template <>
inline constexpr std::string_view record_kind<IssuedPaper> = "paper";

namespace papers {

struct PaperRow {
    std::string title_bn = {}; ///< what it is about
    Id<Office> office = {};
    PaperKind kind = PaperKind::office_order;
    Stage stage = Stage::draft;
    std::string memo = {}; ///< its number, as written; empty until it is issued
    std::optional<Date> issued_on = {};
    std::string signer_name = {};
    std::string signer_post = {};
    Id<Team> team = {};               ///< that it forms, or of which it informs; zero for others
    Id<IssuedPaper> replaced_by = {}; ///< of a superseded or cancelled one
};

extern Register<PaperRow> const paper_register;

} // namespace papers
} // namespace udb
