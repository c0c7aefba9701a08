#include "registers/exchange/import_plan.hpp"
#include "registers/records/record.hpp"

namespace udb {
namespace {

constexpr std::int64_t tell_every = 1000;

Done apply(Work& work, Kept const& kept, PlannedRow const& planned) {
    if (planned.corrects) return correct_kept(work, kept, *planned.corrects, planned.row.get());
    TRY(enter_kept(work, kept, planned.row.get()));
    return {};
}

void tell_refusal(RegisterView const& reg, std::int64_t row, Error const& error,
                  ImportWrong const& wrong) {
    if (!wrong) return;
    for (auto const& problem : error.fields) {
        auto const* field = reg.field(problem.field);
        wrong({.row = row,
               .column = field ? BilingualText(field->label) : BilingualText{},
               .message = problem.message});
    }
    if (error.fields.empty()) wrong({.row = row, .message = error.message});
}

} // namespace

ImportSummary examine_import(Db& db, Actor const& actor, ImportSource const& source,
                             std::function<void(ImportProblem const&)> const& wrong) {
    return plan_import(db, actor, source, wrong, {});
}

Result<ImportSummary> carry_out_import(Work& work, ImportSource const& source,
                                       std::optional<std::string> const& seen,
                                       std::function<void(ImportProblem const&)> const& wrong) {
    std::vector<PlannedRow> planned;
    ImportPlan const plan = [&](PlannedRow one) { planned.push_back(std::move(one)); };
    auto const summary = plan_import(work.db, work.actor, source, wrong, plan);
    if (seen && *seen != summary.seen) return conflict();
    if (summary.problems > 0) return invalid("file", {"host.import_faulty"});
    CountsTogether counts(work);
    std::int64_t done = 0;
    for (auto const& one : planned) {
        if (auto const saved = apply(work, source.kept, one); !saved) {
            tell_refusal(*source.kept.reg, one.number, saved.error(), wrong);
            return saved.error();
        }
        if (++done % tell_every == 0 && source.told) source.told(done);
    }
    counts.write();
    return summary;
}

void rehearse_import(Work& work, ImportSource const& source,
                     std::function<void(ImportProblem const&)> const& wrong) {
    std::vector<PlannedRow> planned;
    ImportPlan const plan = [&](PlannedRow one) { planned.push_back(std::move(one)); };
    plan_import(work.db, work.actor, source, {}, plan);
    for (auto const& one : planned)
        if (auto const saved = apply(work, source.kept, one); !saved)
            tell_refusal(*source.kept.reg, one.number, saved.error(), wrong);
}

} // namespace udb
