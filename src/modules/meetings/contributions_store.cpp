#include "modules/meetings/contributions_store.hpp"

#include "modules/meetings/meetings.hpp"

namespace udb::meetings {
namespace {

constexpr Bilingual attended{"সভায় উপস্থিতি", "Meetings attended"};
constexpr Bilingual carried_out{"বাস্তবায়িত সিদ্ধান্ত", "Decisions carried out"};
constexpr int lines_most = 500;

Date day_in(Row const& row, int column) {
    return parse_iso_date(row.get<std::string_view>(column)).value_or(Date{});
}

} // namespace

std::vector<Contribution> contributions(Db& db, Id<Officer> officer, Date from, Date until) {
    std::vector<Contribution> out;
    for (auto const& row :
         db.all("select m.id, r.title_bn, r.title_en, r.office_path, m.held_on, max(p.chair) "
                "from meeting_people p join meetings m on m.id = p.meeting "
                "join records r on r.id = m.id where p.officer = ? "
                "and p.presence in ('present', 'online') and m.held_on >= ? and m.held_on <= ? "
                "group by m.id, r.title_bn, r.title_en, r.office_path, m.held_on "
                "order by m.held_on desc, m.id limit ?",
                officer, iso(from), iso(until), lines_most))
        out.push_back({.group = attended,
                       .what = {row.get<std::string>(1), row.get<std::string>(2)},
                       .how = row.get<std::int64_t>(5) != 0 ? Message{"meetings.contributed_chair"}
                                                            : Message{},
                       .from = day_in(row, 4),
                       .kind = std::string(meeting_kind),
                       .record = row.get<Id<Record>>(0),
                       .office_path = row.get<std::string>(3)});
    for (auto const& row :
         db.all("select d.id, r.title_bn, r.title_en, r.office_path, d.done_on "
                "from holdings h join decisions d on d.responsible = h.post "
                "join records r on r.id = d.id where h.officer = ? and d.state = 'done' "
                "and d.done_on >= ? and d.done_on <= ? and h.since <= d.done_on "
                "and (h.until is null or h.until >= d.done_on) "
                "order by d.done_on desc, d.id limit ?",
                officer, iso(from), iso(until), lines_most))
        out.push_back({.group = carried_out,
                       .what = {row.get<std::string>(1), row.get<std::string>(2)},
                       .from = day_in(row, 4),
                       .kind = std::string(decision_kind),
                       .record = row.get<Id<Record>>(0),
                       .office_path = row.get<std::string>(3)});
    return out;
}

} // namespace udb::meetings
