// The statements of meetings and of who is asked to come.
#include "modules/meetings/meeting_store.hpp"

#include "modules/people/people.hpp"

namespace udb::meetings {
namespace {

constexpr std::string_view line_columns =
    "select m.id, r.title_bn, r.title_en, r.office_path, m.kind, r.stage, m.held_on, m.begins, "
    "m.place, (select count(*) from decisions d where d.meeting = m.id), (select count(*) from "
    "decisions d where d.meeting = m.id and d.state = 'open') from meetings m join records r on "
    "r.id = m.id ";

MeetingLine line_of(Row const& row) {
    return {.id = row.get<Id<Meeting>>(0),
            .title = {row.get<std::string>(1), row.get<std::string>(2)},
            .office_path = row.get<std::string>(3),
            .kind =
                term_with_id<MeetingKind>(row.get<std::string_view>(4)).value_or(MeetingKind::team),
            .stage = term_with_id<Stage>(row.get<std::string_view>(5)).value_or(Stage::called),
            .day = date_in(row, 6).value_or(Date{}),
            .begins = row.get<std::string>(7),
            .place = row.get<std::string>(8),
            .decisions = row.get<std::int64_t>(9),
            .open = row.get<std::int64_t>(10)};
}

std::vector<MeetingLine> lines_in(Rows rows) {
    std::vector<MeetingLine> out;
    for (auto const& row : rows)
        out.push_back(line_of(row));
    return out;
}

std::string asked(std::string_view rest) { return std::string(line_columns) + std::string(rest); }

std::vector<Attendee> people_of(Db& db, Id<Meeting> id) {
    std::vector<Attendee> out;
    for (auto const& row : db.all("select no, post, name, email, presence, substitute, officer, "
                                  "chair from meeting_people where meeting = ? order by no",
                                  id)) {
        auto const presence = row.get<std::optional<std::string>>(4);
        out.push_back({.no = row.get<int>(0),
                       .post = row.get<std::optional<Id<Post>>>(1).value_or(Id<Post>{}),
                       .name = row.get<std::string>(2),
                       .email = row.get<std::string>(3),
                       .presence = presence ? term_with_id<Presence>(*presence) : std::nullopt,
                       .substitute = row.get<std::string>(5),
                       .officer = row.get<std::optional<Id<Officer>>>(6).value_or(Id<Officer>{}),
                       .chair = row.get<bool>(7)});
    }
    return out;
}

constexpr std::string_view took_place = "r.stage in ('held', 'minuted', 'confirmed')";

} // namespace

std::optional<MeetingRecord> find_meeting(Db& db, Id<Meeting> id) {
    auto header = find_record(db, meeting_kind, as_record(id));
    if (!header) return {};
    auto const row = db.one(
        "select office, kind, held_on, begins, lasts, place, link, sequence, "
        "reason, notice, minutes, confirmed_in, corrections, reviewed_plan, "
        "brief_presented, informed_on, informed_by, told_at, moved_from, moved_by from meetings where "
        "id = ?",
        id);
    if (!row) return {};
    auto const paper = [&](int column) {
        return row->get<std::optional<Id<IssuedPaper>>>(column).value_or(Id<IssuedPaper>{});
    };
    auto const stage = term_with_id<Stage>(header->stage).value_or(Stage::called);
    return MeetingRecord{
        .header = std::move(*header),
        .office = row->get<Id<Office>>(0),
        .kind =
            term_with_id<MeetingKind>(row->get<std::string_view>(1)).value_or(MeetingKind::team),
        .stage = stage,
        .when = {.day = date_in(*row, 2).value_or(Date{}),
                 .begins = parse_clock(row->get<std::string>(3)).value_or(Clock{}),
                 .lasts = std::chrono::minutes{row->get<int>(4)},
                 .place = row->get<std::string>(5),
                 .link = row->get<std::string>(6)},
        .sequence = row->get<std::int64_t>(7),
        .reason = row->get<std::string>(8),
        .moved_from = date_in(*row, 18),
        .moved_by = row->get<std::optional<Id<HolidayOrder>>>(19).value_or(Id<HolidayOrder>{}),
        .notice = paper(9),
        .minutes = paper(10),
        .confirmed_in = row->get<std::optional<Id<Meeting>>>(11).value_or(Id<Meeting>{}),
        .corrections = row->get<std::string>(12),
        .reviewed_plan = row->get<bool>(13),
        .brief_presented = row->get<bool>(14),
        .informed_on = date_in(*row, 15),
        .informed_by = paper(16),
        .told_at = row->get<std::optional<Instant>>(17),
        .people = people_of(db, id)};
}

void insert_meeting(Db& db, MeetingRecord const& m) {
    db.run("insert into meetings (id, office, kind, held_on, begins, lasts, place, link) values "
           "(?, ?, ?, ?, ?, ?, ?, ?)",
           m.header.id, m.office, id_of(m.kind), iso(m.when.day), written(m.when.begins),
           static_cast<std::int64_t>(m.when.lasts.count()), m.when.place, m.when.link);
    save_people(db, m.header.id, m.people);
}

void save_meeting(Db& db, MeetingRecord const& m) {
    auto const informed = m.informed_on ? std::optional(iso(*m.informed_on)) : std::nullopt;
    auto const moved_from = m.moved_from ? std::optional(iso(*m.moved_from)) : std::nullopt;
    db.run(
        "update meetings set held_on = ?, begins = ?, lasts = ?, place = ?, link = ?, sequence "
        "= ?, reason = ?, notice = ?, minutes = ?, confirmed_in = ?, corrections = ?, "
        "reviewed_plan = ?, brief_presented = ?, informed_on = ?, informed_by = ?, told_at = ?, moved_from = ?, moved_by = ? where "
        "id = ?",
        iso(m.when.day), written(m.when.begins), static_cast<std::int64_t>(m.when.lasts.count()),
        m.when.place, m.when.link, m.sequence, m.reason, m.notice, m.minutes, m.confirmed_in,
        m.corrections, m.reviewed_plan, m.brief_presented, informed, m.informed_by, m.told_at,
        moved_from, m.moved_by ? std::optional(m.moved_by) : std::nullopt, m.header.id);
}

void save_people(Db& db, Id<Record> meeting, std::vector<Attendee> const& people) {
    db.run("delete from meeting_people where meeting = ?", meeting);
    int no = 0;
    for (auto const& p : people) {
        auto const presence =
            p.presence ? std::optional(std::string(id_of(*p.presence))) : std::nullopt;
        db.run("insert into meeting_people (meeting, no, post, name, email, presence, substitute, "
               "officer, chair) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
               meeting, ++no, p.post, p.name, p.email, presence, p.substitute, p.officer, p.chair);
    }
}

std::vector<MeetingLine> meetings_of(Db& db, std::string_view office_path, Date from, Date to) {
    return lines_in(db.all(asked("where r.office_path = ? and m.held_on >= ? and m.held_on <= ? "
                                 "order by m.held_on desc, m.id desc"),
                           office_path, iso(from), iso(to)));
}

std::vector<MeetingLine> meetings_in(Db& db, Scope const& scope, int most) {
    auto const seen = within(scope, "r.office_path");
    std::vector<Param> params(seen.texts.begin(), seen.texts.end());
    params.emplace_back(most);
    return lines_in(db.all_of(
        asked("where " + seen.sql + " order by m.held_on desc, m.id desc limit ?"), params));
}

std::optional<MeetingLine> unconfirmed_before(Db& db, std::string_view office_path,
                                              MeetingKind kind, Date day) {
    auto const row = db.one(asked("where r.office_path = ? and m.kind = ? and m.held_on < ? and "
                                  "r.stage in ('held', 'minuted') order by m.held_on desc limit 1"),
                            office_path, id_of(kind), iso(day));
    if (!row) return {};
    return line_of(*row);
}

std::vector<MeetingLine> held_after(Db& db, MeetingRecord const& m) {
    return lines_in(db.all(asked("where r.office_path = ? and m.kind = ? and m.id <> ? and "
                                 "m.held_on >= ? and ")
                               + std::string(took_place) + " order by m.held_on, m.id limit 50",
                           m.header.office_path, id_of(m.kind), m.header.id, iso(m.when.day)));
}

std::vector<MeetingLine> moved_to(Db& db, Id<Decision> decision) {
    return lines_in(db.all(asked("join decision_moves v on v.meeting = m.id where v.decision = ? "
                                 "order by m.held_on desc, m.id desc"),
                           decision));
}

std::vector<Date> days_held(Db& db, std::string_view office_path, MeetingKind kind) {
    std::vector<Date> out;
    for (auto const& row :
         db.all("select m.held_on from meetings m join records r on r.id = m.id where "
                "r.office_path = ? and m.kind = ? and "
                    + std::string(took_place) + " order by m.held_on",
                office_path, id_of(kind)))
        if (auto const day = date_in(row, 0)) out.push_back(*day);
    return out;
}

std::vector<Id<Post>> posts_acted_in(Db& db, Id<Officer> officer, Date day) {
    std::vector<Id<Post>> out;
    if (!officer) return out;
    std::vector<Id<Post>> held;
    for (auto const& h : people::posts_held(db, officer))
        if (h.holding.on(day)) held.push_back(h.post.id);
    if (held.empty()) return out;
    auto const holders = people::holders_on(db, held, day);
    for (auto const post : held)
        if (auto const* holder = people::acting(holders, post);
            holder && holder->holding.officer == officer)
            out.push_back(post);
    return out;
}

std::vector<Id<Meeting>> meetings_asking(Db& db, std::vector<Id<Post>> const& posts, Date from) {
    std::vector<Id<Meeting>> out;
    if (posts.empty()) return out;
    std::string gaps;
    std::vector<Param> params;
    for (auto const post : posts) {
        gaps += gaps.empty() ? "?" : ", ?";
        params.emplace_back(post);
    }
    auto const day = iso(from);
    params.emplace_back(day);
    for (auto const& row :
         db.all_of("select distinct m.id, m.held_on from meetings m join meeting_people p on "
                   "p.meeting = m.id where p.post in ("
                       + gaps + ") and m.held_on >= ? order by m.held_on, m.id limit 200",
                   params))
        out.push_back(row.get<Id<Meeting>>(0));
    return out;
}

} // namespace udb::meetings
