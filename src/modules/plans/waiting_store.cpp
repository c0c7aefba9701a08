// Plans by what waits of them, for the first page and for agendas.
#include "modules/plans/progress_store.hpp"
#include "store/statement.hpp"

namespace udb::plans {
namespace {

std::vector<PlanRecord> plans_with(Db& db, std::string_view where, std::span<Param const> params) {
    std::vector<Id<Plan>> ids;
    for (auto const& row :
         db.all_of(statement({"select p.id from plans p join records r on r.id = p.id where ",
                              where, " order by r.office_path, p.form, p.id"}),
                   params))
        ids.push_back(row.get<Id<Plan>>(0));
    return find_plans(db, ids);
}

} // namespace

std::vector<PlanRecord> submitted_plans(Db& db) {
    return plans_with(db, "p.working = 'submitted'", {});
}

std::vector<PlanRecord> approved_plans(Db& db, Scope const& scope, int fiscal_year) {
    std::string where = "p.fiscal_year = ? and r.stage = 'approved'";
    std::vector<Param> params{fiscal_year};
    if (scope.nowhere()) return {};
    std::vector<std::string> texts;
    if (!scope.everywhere) {
        where += " and (1 = 0";
        for (auto const& path : scope.below) {
            auto const place = below("r.office_path", path);
            where += " or (1 = 1" + place.sql + ")";
            texts.insert(texts.end(), place.texts.begin(), place.texts.end());
        }
        for (auto const& path : scope.exactly) {
            where += " or r.office_path = ?";
            texts.push_back(path);
        }
        where += ")";
    }
    params.insert(params.end(), texts.begin(), texts.end());
    return plans_with(db, where + " and p.approved_version > 0", params);
}

} // namespace udb::plans
