// A report as its register lists it.
#pragma once

#include "kernel/register.hpp"
#include "modules/evidence/piece.hpp"
#include "modules/reports/report.hpp"

#include <string>

namespace udb::reports {

struct ReportRow {
    std::string title_bn = {};
    Id<Office> office = {};
    evidence::YearChoice year = {};
    Kind kind = Kind::annual;
    Stage stage = Stage::draft;
};

extern Register<ReportRow> const report_register;

} // namespace udb::reports
