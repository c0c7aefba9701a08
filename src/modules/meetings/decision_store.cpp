// The statements of decisions.
#include "modules/meetings/meeting_store.hpp"

namespace udb::meetings {
namespace {

constexpr std::string_view decision_columns =
    "d.id, d.meeting, m.kind, mr.title_bn, mr.title_en, r.office_path, m.held_on, r.title_bn, "
    "d.responsible, d.due, d.state, d.done_on, d.done_link, r.version, d.item from decisions d "
    "join records r on r.id = d.id join meetings m on m.id = d.meeting "
    "join records mr on mr.id = m.id ";

DecisionFacts decision_of(Row const& row) {
    return {.id = row.get<Id<Decision>>(0),
            .meeting = row.get<Id<Meeting>>(1),
            .kind =
                term_with_id<MeetingKind>(row.get<std::string_view>(2)).value_or(MeetingKind::team),
            .meeting_title = {row.get<std::string>(3), row.get<std::string>(4)},
            .office_path = row.get<std::string>(5),
            .held_on = date_in(row, 6).value_or(Date{}),
            .text = row.get<std::string>(7),
            .responsible = row.get<std::optional<Id<Post>>>(8).value_or(Id<Post>{}),
            .due = date_in(row, 9),
            .state = term_with_id<DecisionState>(row.get<std::string_view>(10))
                         .value_or(DecisionState::open),
            .done_on = date_in(row, 11),
            .done_link = row.get<std::string>(12),
            .version = row.get<std::int64_t>(13),
            .item = row.get<Id<MeetingItem>>(14)};
}

std::vector<DecisionFacts> decisions_in(Rows rows) {
    std::vector<DecisionFacts> found;
    for (auto const& row : rows)
        found.push_back(decision_of(row));
    return found;
}

std::string asked(std::string_view rest) {
    return "select " + std::string(decision_columns) + std::string(rest);
}

constexpr std::string_view due_first = " order by case when d.due is null then 1 else 0 end, "
                                       "d.due, d.id limit 1000";

} // namespace

std::optional<Date> date_in(Row const& row, int column) {
    auto const text = row.get<std::optional<std::string>>(column);
    return text ? parse_iso_date(*text) : std::nullopt;
}

std::optional<DecisionFacts> find_decision(Db& db, Id<Decision> id) {
    auto const row = db.one(asked("where d.id = ?"), id);
    if (!row) return {};
    return decision_of(*row);
}

std::vector<DecisionFacts> decisions_of(Db& db, std::string_view office_path, MeetingKind kind,
                                        Date from, Date to) {
    return decisions_in(db.all(asked("where r.office_path = ? and m.kind = ? and m.held_on >= ? "
                                     "and m.held_on <= ? order by m.held_on desc, d.id"),
                               office_path, id_of(kind), iso(from), iso(to)));
}

std::vector<DecisionFacts> open_decisions(Db& db, std::string_view office_path) {
    return decisions_in(
        db.all(asked("where r.office_path = ? and d.state = 'open'") + std::string(due_first),
               office_path));
}

std::vector<DecisionFacts> open_decisions(Db& db, Id<Post> responsible) {
    return decisions_in(
        db.all(asked("where d.responsible = ? and d.state = 'open'") + std::string(due_first),
               responsible));
}

} // namespace udb::meetings
