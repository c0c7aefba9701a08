// The statements of officers and holdings.
#include "modules/people/store.hpp"

#include "modules/people/people.hpp"
#include "registers/records/rows.hpp"
#include "store/statement.hpp"

#include <algorithm>
#include <map>

namespace udb::people {
namespace {

constexpr std::string_view holder_columns = "h.id, h.post, h.officer, h.kind, h.since, h.until, "
                                            "o.name_bn, o.name_en, o.phone, o.email, "
                                            "h.order_memo, h.end_memo";
constexpr std::string_view holder_tables = " from holdings h join officers o on o.id = h.officer";

Holding holding_of(Row const& row) {
    return {
        .id = row.get<Id<Holding>>(0),
        .post = row.get<Id<Post>>(1),
        .officer = row.get<Id<Officer>>(2),
        .kind =
            term_with_id<HoldingKind>(row.get<std::string_view>(3)).value_or(HoldingKind::regular),
        .from = row.get<Date>(4),
        .until = row.get<std::optional<Date>>(5)};
}

Holder holder_of(Row const& row) {
    return {.holding = holding_of(row),
            .name = {row.get<std::string>(6), row.get<std::string>(7)},
            .phone = row.get<std::string>(8),
            .email = row.get<std::string>(9),
            .memo = row.get<std::string>(10),
            .end_memo = row.get<std::string>(11)};
}

/// Post by post, whoever acts there first; the others as they came, the newest first.
std::vector<Holder> acting_first(std::vector<Holder> holders, Date day) {
    std::vector<Holding> holdings;
    for (auto const& h : holders)
        holdings.push_back(h.holding);
    std::ranges::stable_sort(holders, {}, [](Holder const& h) { return h.holding.post; });
    for (auto at = holders.begin(); at != holders.end();) {
        auto const end = std::find_if(
            at, holders.end(), [&](Holder const& h) { return h.holding.post != at->holding.post; });
        std::vector<Holding> here;
        for (auto h = at; h != end; ++h)
            here.push_back(h->holding);
        if (auto const first = holder_on(here, at->holding.post, day))
            std::rotate(at,
                        std::find_if(at, end, [&](Holder const& h) { return h.holding == *first; }),
                        end);
        at = end;
    }
    return holders;
}

std::vector<Holder> holders_where(Db& db, std::string_view where, std::vector<Param> params,
                                  Date day) {
    std::vector<Holder> found;
    for (auto const& row :
         db.all_of(statement({"select ", holder_columns, holder_tables, where,
                              " and h.since <= ? and (h.until is null or h.until >= ?) ",
                              "order by h.since desc, h.id desc"}),
                   params))
        found.push_back(holder_of(row));
    return acting_first(std::move(found), day);
}

} // namespace

std::optional<OfficerRecord> find_officer(Db& db, Id<Officer> id) {
    auto header = find_record(db, record_kind<Officer>, as_record(id));
    if (!header) return {};
    OfficerRecord found{.header = std::move(*header)};
    load_row(db, officer_register, as_record(id), &found.officer);
    return found;
}

std::vector<Holder> holders_on(Db& db, std::span<Id<Post> const> posts, Date day) {
    if (posts.empty()) return {};
    std::vector<Param> params{posts.begin(), posts.end()};
    params.emplace_back(day);
    params.emplace_back(day);
    return holders_where(db, " where h.post in (" + gaps(posts.size()) + ")", std::move(params),
                         day);
}

std::vector<Holder> holders_on(Db& db, Id<Office> office, Date day) {
    return holders_where(db, " where h.post in (select id from posts where office = ?)",
                         {office, day, day}, day);
}

Holder const* acting(std::span<Holder const> holders, Id<Post> post) {
    auto const found =
        std::ranges::find(holders, post, [](Holder const& h) { return h.holding.post; });
    return found == holders.end() ? nullptr : &*found;
}

std::vector<offices::PostLine> posts_needing(Db& db, std::string_view search, bool beside, Date day,
                                             int most) {
    constexpr std::string_view held =
        "(select 1 from holdings h where h.post = p.id and h.since <= ? "
        "and (h.until is null or h.until >= ?)";
    auto const sought = words_in("r.search_key || s.search_key", search);
    auto const today = iso(day);
    std::vector<Param> params{today, today, today};
    if (beside) params.insert(params.end(), {Param(today), Param(today)});
    params.insert(params.end(), sought.texts.begin(), sought.texts.end());
    params.emplace_back(most);
    auto const condition = beside ? statement({" and exists ", held, ") and not exists ", held,
                                               " and h.kind in ('regular', 'substitute'))"})
                                  : statement({" and not exists ", held, ")"});
    std::vector<Id<Post>> ids;
    for (auto const& row : db.all_of(
             statement({"select p.id from posts p join records r on r.id = p.id "
                        "join records s on s.id = p.office "
                        "where (p.abolished_on = '' or p.abolished_on > ?)",
                        condition, sought.sql, " order by s.sort_key, r.sort_key, p.id limit ?"}),
             params))
        ids.push_back(row.get<Id<Post>>(0));
    auto lines = offices::post_lines(db, ids);
    std::ranges::sort(lines, {}, [&](offices::PostLine const& line) {
        return std::ranges::find(ids, line.id) - ids.begin();
    });
    return lines;
}

std::vector<Holder> holders_of(Db& db, Id<Post> post) {
    std::vector<Holder> found;
    for (auto const& row : db.all(statement({"select ", holder_columns, holder_tables,
                                             " where h.post = ? order by h.since desc, h.id desc "
                                             "limit 500"}),
                                  post))
        found.push_back(holder_of(row));
    return found;
}

std::vector<HeldPost> posts_held(Db& db, Id<Officer> officer) {
    std::vector<HeldPost> held;
    std::vector<Id<Post>> posts;
    for (auto const& row :
         db.all("select id, post, officer, kind, since, until, order_memo, end_memo from holdings "
                "where officer = ? order by since desc, id desc limit 500",
                officer)) {
        held.push_back({.holding = holding_of(row),
                        .memo = row.get<std::string>(6),
                        .end_memo = row.get<std::string>(7)});
        posts.push_back(held.back().holding.post);
    }
    std::map<std::int64_t, offices::PostLine> lines;
    for (auto& line : offices::post_lines(db, posts))
        lines.emplace(line.id.value, std::move(line));
    for (auto& h : held)
        h.post = lines.at(h.holding.post.value);
    return held;
}

std::vector<Holding> holdings_of_post(Db& db, Id<Post> post) {
    std::vector<Holding> found;
    for (auto const& row : db.all("select id, post, officer, kind, since, until from holdings "
                                  "where post = ? order by since, id",
                                  post))
        found.push_back(holding_of(row));
    return found;
}

std::optional<Holding> open_regular_of(Db& db, Id<Officer> officer, Id<Post> except) {
    auto const row = db.one("select id, post, officer, kind, since, until from holdings "
                            "where officer = ? and kind = 'regular' and until is null "
                            "and post <> ? order by since desc, id desc limit 1",
                            officer, except);
    if (!row) return {};
    return holding_of(*row);
}

void end_holding(Db& db, Holding const& holding, std::string_view memo) {
    db.run("update holdings set until = ?, end_memo = ? where id = ?", holding.until, memo,
           holding.id);
}

Id<Holding> begin_holding(Db& db, Holding const& holding, std::string_view memo) {
    return db
        .one("insert into holdings (post, officer, kind, since, until, order_memo) "
             "values (?, ?, ?, ?, ?, ?) returning id",
             holding.post, holding.officer, id_of(holding.kind), holding.from, holding.until, memo)
        ->get<Id<Holding>>(0);
}

namespace {

constexpr std::string_view officer_columns =
    "f.id, f.name_bn, f.name_en, w.name_bn, w.name_en, t.title_bn, t.title_en, t.unit_bn, "
    "t.unit_en";

/// The post beside the name: of several the regular one. Two days are bound.
constexpr std::string_view officer_tables =
    " from officers f join records r on r.id = f.id left join offices w on w.id = f.office "
    "left join posts t on t.id = (select h.post from holdings h where h.officer = f.id "
    "and h.since <= ? and (h.until is null or h.until >= ?) "
    "order by case h.kind when 'regular' then 0 else 1 end, h.since desc, h.id desc limit 1)";

OfficerLine officer_line(Row const& row) {
    auto const text = [&](int column) {
        return row.get<std::optional<std::string>>(column).value_or("");
    };
    Post const post{
        .title_bn = text(5), .title_en = text(6), .unit_bn = text(7), .unit_en = text(8)};
    return {.id = row.get<Id<Officer>>(0),
            .name = {row.get<std::string>(1), row.get<std::string>(2)},
            .office_name = {text(3), text(4)},
            .post = offices::label_of(post)};
}

} // namespace

OfficerLines find_officers(Db& db, OfficerSearch const& s, Date today) {
    auto const place = below("r.office_path", s.below);
    auto const sought = words_in("r.search_key", s.search);
    auto const where = " where r.kind = 'officer'" + place.sql + sought.sql;
    std::vector<Param> wanted{place.texts.begin(), place.texts.end()};
    wanted.insert(wanted.end(), sought.texts.begin(), sought.texts.end());

    OfficerLines found;
    auto const most = std::to_string(count_most);
    found.total = db.one_of(statement({"select count(*) from (select r.id from records r", where,
                                       " limit ", most, ") as counted"}),
                            wanted)
                      ->get<std::int64_t>(0);
    std::vector<Param> params{today, today};
    params.insert(params.end(), wanted.begin(), wanted.end());
    params.emplace_back(s.size);
    params.emplace_back(s.offset);
    for (auto const& row : db.all_of(statement({"select ", officer_columns, officer_tables, where,
                                                " order by r.sort_key, f.id limit ? offset ?"}),
                                     params))
        found.lines.push_back(officer_line(row));
    return found;
}

std::vector<OfficerLine> officer_lines(Db& db, std::span<Id<Officer> const> ids, Date today) {
    std::vector<OfficerLine> found;
    if (ids.empty()) return found;
    std::vector<Param> params{today, today};
    params.insert(params.end(), ids.begin(), ids.end());
    for (auto const& row : db.all_of(statement({"select ", officer_columns, officer_tables,
                                                " where f.id in (", gaps(ids.size()), ")"}),
                                     params))
        found.push_back(officer_line(row));
    return found;
}

std::vector<Assignment> head_roles(Db& db, Id<Officer> officer, Date today) {
    std::vector<Assignment> roles;
    for (auto const& row : db.all(R"sql(
        select distinct r.office_path
          from holdings h
          join posts p on p.id = h.post
          join records r on r.id = p.office
         where h.officer = ? and p.is_head = 1
           and h.since <= ? and (h.until is null or h.until >= ?)
         order by r.office_path
    )sql",
                                  officer, today, today))
        roles.push_back({Role::head_of_office, row.get<std::string>(0)});
    return roles;
}

} // namespace udb::people
