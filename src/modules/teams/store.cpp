// The statements of teams and compositions.
#include "modules/teams/store.hpp"

#include "modules/people/people.hpp"

#include <algorithm>
#include <map>

namespace udb::teams {
namespace {

using Capacities = Codec<std::optional<std::vector<Capacity>>>;

constexpr std::string_view composition_columns =
    "id, team, stage, mandate, formed_by, since, until, memo, memo_date, accepted_order, note, "
    "version";

std::string select_composition(std::string_view where) {
    return "select " + std::string(composition_columns) + " from compositions "
           + std::string(where);
}

CompositionRecord composition_of(Row const& row, Date day) {
    CompositionRecord c{.id = row.get<Id<TeamComposition>>(0),
                        .team = row.get<Id<Team>>(1),
                        .stage = term_with_id<Stage>(row.get<std::string_view>(2)).value(),
                        .mandate = row.get<std::string>(3),
                        .formed_by = term_with_id<Authority>(row.get<std::string_view>(4)),
                        .since = row.get<std::optional<Date>>(5),
                        .until = row.get<std::optional<Date>>(6),
                        .memo = row.get<std::string>(7),
                        .memo_date = row.get<std::optional<Date>>(8),
                        .order = row.get<std::optional<Id<Record>>>(9).value_or(Id<Record>{}),
                        .note = row.get<std::string>(10),
                        .version = row.get<std::int64_t>(11)};
    if (c.stage == Stage::in_force && c.until && *c.until < day) c.stage = Stage::past;
    return c;
}

std::vector<TeamSeat> bare_seats(Db& db, Id<TeamComposition> composition) {
    std::vector<TeamSeat> seats;
    for (auto const& row : db.all(R"sql(
        select s.id, s.no, s.line, s.role, s.post_bn, s.post_en, s.unit_bn, s.unit_en, s.officer,
               s.capacities, o.name_bn, o.name_en
          from seats s left join officers o on o.id = s.officer
         where s.composition = ?
         order by s.no, s.id
    )sql",
                                  composition)) {
        TeamSeat seat{.id = row.get<Id<TeamSeat>>(0),
                      .no = row.get<int>(1),
                      .line = row.get<std::optional<Id<TeamSeat>>>(2).value_or(Id<TeamSeat>{}),
                      .role = term_with_id<SeatRole>(row.get<std::string_view>(3)).value(),
                      .post_text = {row.get<std::string>(4), row.get<std::string>(5)},
                      .unit = {row.get<std::string>(6), row.get<std::string>(7)},
                      .officer = row.get<std::optional<Id<Officer>>>(8).value_or(Id<Officer>{})};
        // What was refused at the door is not in the table.
        static_cast<void>(Capacities::read(row.get<std::string_view>(9), {}, seat.capacities));
        if (seat.officer) seat.officer_name = {row.get<std::string>(10), row.get<std::string>(11)};
        seats.push_back(std::move(seat));
    }
    return seats;
}

void name_posts(Db& db, Id<TeamComposition> composition, std::vector<TeamSeat>& seats) {
    std::vector<std::pair<Id<TeamSeat>, Id<Post>>> named;
    std::vector<Id<Post>> ids;
    for (auto const& row : db.all("select p.seat, p.post from seat_posts p join seats s on "
                                  "s.id = p.seat where s.composition = ? order by p.seat, p.place",
                                  composition)) {
        named.emplace_back(row.get<Id<TeamSeat>>(0), row.get<Id<Post>>(1));
        ids.push_back(named.back().second);
    }
    std::map<Id<Post>, SeatPost> known;
    for (auto& post : seat_posts(db, ids))
        known[post.id] = std::move(post);
    std::map<Id<TeamSeat>, TeamSeat*> by_id;
    for (auto& seat : seats)
        by_id[seat.id] = &seat;
    for (auto const& [seat, post] : named)
        if (auto const found = known.find(post); found != known.end())
            by_id.at(seat)->posts.push_back(found->second);
}

Sitter sitter_of(people::Holder const& holder) {
    return {.officer = holder.holding.officer,
            .name = holder.name,
            .post = holder.holding.post,
            .kind = holder.holding.kind,
            .since = holder.holding.from};
}

void seat_people(Db& db, std::vector<TeamSeat>& seats, Date day) {
    std::vector<Id<Post>> ids;
    for (auto const& seat : seats)
        for (auto const& post : seat.posts)
            ids.push_back(post.id);
    std::vector<people::Holder> holders;
    if (!ids.empty()) holders = people::holders_on(db, ids, day);
    for (auto& seat : seats) {
        if (seat.officer) {
            seat.sitter = Sitter{.officer = seat.officer, .name = seat.officer_name};
            continue;
        }
        for (auto const& post : seat.posts)
            if (auto const* holder = people::acting(holders, post.id)) {
                seat.sitter = sitter_of(*holder);
                break;
            }
    }
}

std::optional<CompositionRecord> whole(Db& db, std::optional<Row> const& row, Date day) {
    if (!row) return {};
    auto c = composition_of(*row, day);
    c.seats = bare_seats(db, c.id);
    name_posts(db, c.id, c.seats);
    seat_people(db, c.seats, day);
    return c;
}

std::optional<TeamRecord> team_where(Db& db, std::string_view where, std::int64_t id) {
    auto const row = db.one("select t.id, t.office, o.name_bn, o.name_en, t.tier, t.mandate from "
                            "teams t join offices o on o.id = t.office where "
                                + std::string(where) + " = ?",
                            id);
    if (!row) return {};
    auto header = find_record(db, team_kind, row->get<Id<Record>>(0));
    if (!header) return {};
    return TeamRecord{.header = std::move(*header),
                      .office = row->get<Id<Office>>(1),
                      .office_name = {row->get<std::string>(2), row->get<std::string>(3)},
                      .tier = term_with_id<Tier>(row->get<std::string_view>(4)).value(),
                      .mandate = row->get<std::string>(5)};
}

SeatPost seat_post(offices::PostLine const& line) {
    return {.id = line.id,
            .title = line.post.title(),
            .unit = line.post.unit(),
            .office = line.post.office,
            .office_name = line.office_name,
            .rank = line.post.rank,
            .capacities = line.post.capacities};
}

void write_posts(Db& db, Id<TeamSeat> seat, std::vector<SeatPost> const& posts) {
    int place = 0;
    for (auto const& post : posts)
        db.run("insert into seat_posts (seat, place, post) values (?, ?, ?)", seat, ++place,
               post.id);
}

} // namespace

std::optional<TeamRecord> find_team(Db& db, Id<Team> id) {
    return team_where(db, "t.id", id.value);
}

std::optional<TeamRecord> team_of(Db& db, Id<Office> office) {
    return team_where(db, "t.office", office.value);
}

std::optional<CompositionRecord> find_composition(Db& db, Id<TeamComposition> id, Date day) {
    return whole(db, db.one(select_composition("where id = ?"), id), day);
}

std::optional<CompositionRecord> composition_in_force(Db& db, Id<Team> team, Date day) {
    return whole(db,
                 db.one(select_composition("where team = ? and stage = 'in_force' and since <= ? "
                                           "and (until is null or until >= ?)"),
                        team, day, day),
                 day);
}

std::optional<CompositionRecord> draft_of(Db& db, Id<Team> team, Date day) {
    return whole(db, db.one(select_composition("where team = ? and stage = 'draft'"), team), day);
}

std::vector<CompositionRecord> compositions_of(Db& db, Id<Team> team, Date today) {
    std::vector<CompositionRecord> all;
    for (auto const& row : db.all(select_composition("where team = ? order by id desc"), team))
        all.push_back(composition_of(row, today));
    return all;
}

std::vector<SeatPost> seat_posts(Db& db, std::span<Id<Post> const> ids) {
    std::vector<SeatPost> posts;
    for (auto const& line : offices::post_lines(db, ids))
        posts.push_back(seat_post(line));
    return posts;
}

std::vector<SeatPost> posts_to_name(Db& db, Id<Office> office, Date today) {
    std::vector<SeatPost> posts;
    for (auto const& line : offices::posts_of(db, office, today))
        posts.push_back(seat_post(line));
    return posts;
}

Id<Team> insert_team(Work& work, TeamRecord const& team) {
    auto const id = add_record(work, team.header);
    work.db.run("insert into teams (id, office, tier, mandate) values (?, ?, ?, ?)", id,
                team.office, id_of(team.tier), team.mandate);
    return as<Team>(id);
}

Id<TeamComposition> insert_composition(Db& db, CompositionRecord const& c) {
    auto const row = db.one(R"sql(
        insert into compositions (team, stage, mandate, formed_by, since, until, memo, memo_date,
                                  accepted_order, note)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        returning id
    )sql",
                            c.team, id_of(c.stage), c.mandate,
                            c.formed_by ? id_of(*c.formed_by) : std::string_view{}, c.since,
                            c.until, c.memo, c.memo_date, c.order, c.note);
    auto const id = row->get<Id<TeamComposition>>(0);
    for (auto const& seat : c.seats)
        insert_seat(db, id, seat);
    return id;
}

Id<TeamSeat> insert_seat(Db& db, Id<TeamComposition> composition, TeamSeat const& seat) {
    auto const row = db.one(R"sql(
        insert into seats (composition, no, line, role, post_bn, post_en, unit_bn, unit_en,
                           officer, capacities)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        returning id
    )sql",
                            composition, seat.no, seat.line, id_of(seat.role), seat.post_text.bn,
                            seat.post_text.en, seat.unit.bn, seat.unit.en, seat.officer,
                            Capacities::write(seat.capacities));
    auto const id = row->get<Id<TeamSeat>>(0);
    if (!seat.line) db.run("update seats set line = id where id = ?", id);
    write_posts(db, id, seat.posts);
    return id;
}

void update_seat(Db& db, TeamSeat const& seat) {
    db.run(R"sql(
        update seats
           set role = ?, post_bn = ?, post_en = ?, unit_bn = ?, unit_en = ?, officer = ?,
               capacities = ?
         where id = ?
    )sql",
           id_of(seat.role), seat.post_text.bn, seat.post_text.en, seat.unit.bn, seat.unit.en,
           seat.officer, Capacities::write(seat.capacities), seat.id);
    db.run("delete from seat_posts where seat = ?", seat.id);
    write_posts(db, seat.id, seat.posts);
}

void delete_seat(Db& db, Id<TeamSeat> seat) {
    db.run("delete from seat_posts where seat = ?", seat);
    db.run("delete from seats where id = ?", seat);
}

void number_seats(Db& db, std::vector<Id<TeamSeat>> const& order) {
    int no = 0;
    for (auto const id : order) {
        ++no;
        db.run("update seats set no = ? where id = ? and no <> ?", no, id, no);
    }
}

std::string search_text(Db& db, Id<Record> team) {
    std::string in_bangla;
    std::string in_english;
    auto const add = [](std::string& text, std::string const& post, std::string const& unit) {
        if (post.empty() && unit.empty()) return;
        if (!text.empty()) text += "; ";
        text += post;
        if (!post.empty() && !unit.empty()) text += ", ";
        text += unit;
    };
    for (auto const& row : db.all(R"sql(
        select s.post_bn, s.unit_bn, s.post_en, s.unit_en
          from seats s join compositions c on c.id = s.composition
         where c.team = ? and c.stage = 'in_force' and c.until is null
         order by s.no, s.id
    )sql",
                                  team)) {
        add(in_bangla, row.get<std::string>(0), row.get<std::string>(1));
        add(in_english, row.get<std::string>(2), row.get<std::string>(3));
    }
    return in_english.empty() ? in_bangla : in_bangla + '\n' + in_english;
}

Done touch(Db& db, CompositionRecord const& read) {
    auto const changed = db.run("update compositions set version = version + 1 where id = ? and "
                                "version = ? and stage = 'draft'",
                                read.id, read.version);
    if (changed == 0) return conflict();
    return {};
}

} // namespace udb::teams
