#include "modules/evidence/contributions_store.hpp"

#include "host/contributions.hpp"
#include "modules/evidence/evidence.hpp"

namespace udb::evidence {
namespace {

constexpr Bilingual kept{"সংরক্ষিত প্রমাণক", "Evidence kept"};
constexpr int lines_most = 500;

} // namespace

std::vector<Contribution> contributions(Db& db, Id<Officer> officer, Date from, Date until) {
    std::vector<Contribution> out;
    for (auto const& row :
         db.all("select e.id, r.title_bn, r.title_en, r.office_path, e.happened_on "
                "from accounts a join records r on r.owner_id = a.id and r.kind = 'evidence' "
                "join evidence e on e.id = r.id where a.officer = ? and r.stage <> 'replaced' "
                "and e.happened_on >= ? and e.happened_on <= ? "
                "order by e.happened_on desc, e.id limit ?",
                officer, iso(from), iso(until), lines_most))
        out.push_back(contribution_in(row, kept, evidence_kind));
    return out;
}

} // namespace udb::evidence
