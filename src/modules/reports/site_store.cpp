// Statements of the addresses on the offices' own sites, as they were found.
#include "modules/reports/report_store.hpp"

namespace udb::reports {

std::optional<SiteCheck> keep_site_check(Db& db, Id<Report> report, SiteCheck const& check) {
    auto const found = checks_of(db, report, 1);
    auto const last = found.empty() ? std::nullopt : std::optional(found.front());
    bool const same = last && last->address == check.address && last->status == check.status
                      && last->title == check.title && last->why == check.why;
    if (same)
        db.run("update report_site_checks set at = ?, sha256 = ?, since = ?, hash_since = ? where "
               "id = (select max(id) from report_site_checks where report = ?)",
               check.at, check.sha256, last->since,
               last->sha256 == check.sha256 ? last->hash_since : check.at, report);
    else
        db.run("insert into report_site_checks (report, address, at, status, title, sha256, why, "
               "since, hash_since) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
               report, check.address, check.at, check.status, check.title, check.sha256, check.why,
               check.at, check.at);
    return last;
}

std::vector<SiteCheck> checks_of(Db& db, Id<Report> report, int most) {
    std::vector<SiteCheck> checks;
    for (auto const& row :
         db.all("select address, at, status, title, sha256, why, since, hash_since from "
                "report_site_checks where report = ? order by id desc limit ?",
                report, most)) {
        SiteCheck check{.address = row.get<std::string>(0),
                        .at = row.get<Instant>(1),
                        .status = row.get<int>(2),
                        .title = row.get<std::string>(3),
                        .sha256 = row.get<std::string>(4),
                        .why = row.get<std::string>(5)};
        auto const since = row.get<Instant>(6), hash_since = row.get<Instant>(7);
        check.since = since == Instant{} ? check.at : since;
        check.hash_since = hash_since == Instant{} ? check.at : hash_since;
        checks.push_back(std::move(check));
    }
    return checks;
}

std::optional<ReportRecord> next_site_to_check(Db& db, Instant before) {
    auto const row = db.one(
        "select p.id from reports p where p.site <> '' and p.published_edition > 0 and not exists "
        "(select 1 from report_site_checks c where c.report = p.id and c.address = p.site and "
        "c.at > ?) order by (select max(c.at) from report_site_checks c where c.report = p.id), "
        "p.id limit 1",
        before);
    if (!row) return {};
    return find_report(db, row->get<Id<Report>>(0));
}

std::vector<Id<Report>> lost_sites(Db& db) {
    std::vector<Id<Report>> lost;
    for (auto const& row :
         db.all("select c.report from report_site_checks c where c.id = (select max(l.id) from "
                "report_site_checks l where l.report = c.report) and (c.status < 200 or c.status "
                "> 299) and c.since > 0 and c.at > c.since and exists (select 1 from "
                "report_site_checks b where b.report = c.report and b.address = c.address and "
                "b.status between 200 and 299) order by c.report"))
        lost.push_back(row.get<Id<Report>>(0));
    return lost;
}

} // namespace udb::reports
