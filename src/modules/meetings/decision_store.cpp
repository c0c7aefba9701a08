// The statements of decisions.
#include "modules/holidays/holidays.hpp"
#include "modules/meetings/meeting_store.hpp"

#include <algorithm>

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

/// What is open is in time until offices are open again, by all that is known of holidays.
void find_open_days(Db& db, std::span<DecisionFacts> found) {
    auto const wants = [](DecisionFacts const& d) {
        return d.due && d.state == DecisionState::open;
    };
    if (std::ranges::none_of(found, wants)) return;
    holidays::Calendars const calendars(db);
    for (auto& d : found)
        if (wants(d)) d.open_due = first_open_day(*d.due, calendars.of(d.office_path)).date;
}

std::vector<DecisionFacts> decisions_in(Db& db, Rows&& rows) {
    std::vector<DecisionFacts> found;
    {
        // Its statement is free again before the next one.
        Rows all(std::move(rows));
        for (auto const& row : all)
            found.push_back(decision_of(row));
    }
    find_open_days(db, found);
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
    auto found = decision_of(*row);
    find_open_days(db, {&found, 1});
    return found;
}

std::vector<DecisionFacts> decisions_of(Db& db, std::string_view office_path, MeetingKind kind,
                                        Date from, Date to) {
    return decisions_in(db,
                        db.all(asked("where r.office_path = ? and m.kind = ? and m.held_on >= ? "
                                     "and m.held_on <= ? order by m.held_on desc, d.id"),
                               office_path, id_of(kind), iso(from), iso(to)));
}

std::vector<DecisionFacts> open_decisions(Db& db, std::string_view office_path) {
    return decisions_in(
        db, db.all(asked("where r.office_path = ? and d.state = 'open'") + std::string(due_first),
                   office_path));
}

std::vector<DecisionFacts> open_decisions(Db& db, Id<Post> responsible) {
    return decisions_in(
        db, db.all(asked("where d.responsible = ? and d.state = 'open'") + std::string(due_first),
                   responsible));
}

Condition within(Scope const& scope, std::string_view column) {
    if (scope.everywhere) return {"1 = 1"};
    Condition out{"(1 = 0"};
    for (auto const& path : scope.below) {
        auto const place = below(column, path);
        out.sql += " or (1 = 1" + place.sql + ')';
        out.texts.insert(out.texts.end(), place.texts.begin(), place.texts.end());
    }
    for (auto const& path : scope.exactly) {
        out.sql += " or " + std::string(column) + " = ?";
        out.texts.push_back(path);
    }
    out.sql += ')';
    return out;
}

bool reaches_below(Scope const& scope) { return scope.everywhere || !scope.below.empty(); }

std::vector<DecisionFacts> decisions_for(Db& db, DecisionsAsked const& asked_for, int most) {
    auto where = within(asked_for.scope, "r.office_path");
    std::vector<Param> params(where.texts.begin(), where.texts.end());
    if (!asked_for.posts.empty()) {
        where.sql += " and d.responsible in (";
        for (auto const post : asked_for.posts) {
            where.sql += params.size() == where.texts.size() ? "?" : ", ?";
            params.emplace_back(post);
        }
        where.sql += ')';
    }
    if (asked_for.only_open) where.sql += " and d.state = 'open'";
    params.emplace_back(most);
    return decisions_in(
        db, db.all_of(asked("where " + where.sql
                            + " order by case when d.state = 'open' then 0 else 1 end, "
                              "case when d.due is null then 1 else 0 end, d.due, d.id limit ?"),
                      params));
}

std::vector<DecisionFacts> decisions_of(Db& db, Id<Meeting> meeting) {
    return decisions_in(db,
                        db.all(asked("join meeting_items i on i.id = d.item where d.meeting = ? "
                                     "order by i.no, d.id"),
                               meeting));
}

std::vector<DecisionFacts> open_before(Db& db, std::string_view office_path, MeetingKind kind,
                                       Date day) {
    return decisions_in(db, db.all(asked("where r.office_path = ? and m.kind = ? and m.held_on < ? "
                                         "and d.state = 'open' order by m.held_on, d.id"),
                                   office_path, id_of(kind), iso(day)));
}

void insert_decision(Db& db, NewDecision const& d) {
    auto const due = d.due ? std::optional(iso(*d.due)) : std::nullopt;
    db.run("insert into decisions (id, meeting, item, responsible, due, state) values (?, ?, ?, ?, "
           "?, ?)",
           d.id, d.meeting, d.item, d.responsible, due, id_of(DecisionState::open));
}

void save_decision(Db& db, DecisionFacts const& d) {
    auto const due = d.due ? std::optional(iso(*d.due)) : std::nullopt;
    auto const done = d.done_on ? std::optional(iso(*d.done_on)) : std::nullopt;
    db.run("update decisions set responsible = ?, due = ?, state = ?, done_on = ?, done_link = ? "
           "where id = ?",
           d.responsible, due, id_of(d.state), done, d.done_link, d.id);
}

void add_progress(Db& db, Id<Decision> decision, Progress const& p) {
    db.run("insert into decision_progress (decision, told_on, text, who_bn, who_en) values (?, ?, "
           "?, ?, ?)",
           decision, iso(p.on), p.text, p.who.bn, p.who.en);
}

std::vector<Progress> progress_of(Db& db, Id<Decision> decision) {
    std::vector<Progress> out;
    for (auto const& row : db.all("select told_on, text, who_bn, who_en from decision_progress "
                                  "where decision = ? order by id desc limit 200",
                                  decision))
        out.push_back({.on = date_in(row, 0).value_or(Date{}),
                       .text = row.get<std::string>(1),
                       .who = {row.get<std::string>(2), row.get<std::string>(3)}});
    return out;
}

std::vector<std::pair<Id<Decision>, Progress>>
last_progress(Db& db, std::vector<DecisionFacts> const& decisions) {
    std::vector<std::pair<Id<Decision>, Progress>> out;
    if (decisions.empty()) return out;
    std::string gaps;
    std::vector<Param> params;
    for (auto const& d : decisions) {
        gaps += gaps.empty() ? "?" : ", ?";
        params.emplace_back(d.id);
    }
    for (auto const& row :
         db.all_of("select p.decision, p.told_on, p.text, p.who_bn, p.who_en from "
                   "decision_progress p where p.id in (select max(id) from decision_progress where "
                   "decision in ("
                       + gaps + ") group by decision)",
                   params))
        out.emplace_back(row.get<Id<Decision>>(0),
                         Progress{.on = date_in(row, 1).value_or(Date{}),
                                  .text = row.get<std::string>(2),
                                  .who = {row.get<std::string>(3), row.get<std::string>(4)}});
    return out;
}

void insert_move(Db& db, Id<Decision> decision, Id<Meeting> meeting) {
    db.run("insert into decision_moves (decision, meeting) values (?, ?)", decision, meeting);
}

} // namespace udb::meetings
