// The statements of offices and posts.
#include "modules/offices/offices.hpp"
#include "registers/records/rows.hpp"
#include "store/statement.hpp"

#include <algorithm>
#include <charconv>

namespace udb::offices {
namespace {

/// Ministries first, field offices last; then Bangla order.
constexpr std::string_view office_order =
    "case o.level when 'ministry' then 0 when 'agency' then 1 when 'division' then 2 "
    "when 'district' then 3 when 'upazila' then 4 else 5 end, r.sort_key, o.id";

constexpr std::string_view office_columns =
    "o.id, r.office_path, o.name_bn, o.name_en, o.level, o.parent, p.name_bn, p.name_en, "
    "(select count(*) from offices c where c.parent = o.id), o.valid_until";

constexpr std::string_view office_tables =
    " from offices o join records r on r.id = o.id left join offices p on p.id = o.parent";

constexpr std::string_view post_columns =
    "t.id, t.office, t.title_bn, t.title_en, t.rank, t.unit_bn, t.unit_en, t.capacities, "
    "t.is_head, t.phone, t.email, t.abolished_on, r.office_path, o.name_bn, o.name_en";

constexpr std::string_view post_tables =
    " from posts t join records r on r.id = t.id join offices o on o.id = t.office";

std::string text_or_none(Row const& row, int column) {
    return row.get<std::optional<std::string>>(column).value_or("");
}

template <class Value>
void read_into(Value& value, std::string_view text) {
    // What was refused at the door is not in the table.
    if (!text.empty()) static_cast<void>(Codec<Value>::read(text, {}, value));
}

OfficeLine office_line(Row const& row, Date today) {
    OfficeLine line{.id = row.get<Id<Office>>(0),
                    .path = row.get<std::string>(1),
                    .name = {row.get<std::string>(2), row.get<std::string>(3)},
                    .parent = row.get<std::optional<Id<Office>>>(5).value_or(Id<Office>{}),
                    .parent_name = {text_or_none(row, 6), text_or_none(row, 7)},
                    .below = row.get<std::int64_t>(8)};
    read_into(line.level, row.get<std::string_view>(4));
    auto const until = row.get<std::string_view>(9);
    line.former = !until.empty() && until < iso(today);
    return line;
}

PostLine post_line(Row const& row) {
    PostLine line{.id = row.get<Id<Post>>(0),
                  .post = {.office = row.get<Id<Office>>(1),
                           .title_bn = row.get<std::string>(2),
                           .title_en = row.get<std::string>(3),
                           .unit_bn = row.get<std::string>(5),
                           .unit_en = row.get<std::string>(6),
                           .is_head = row.get<bool>(8),
                           .phone = row.get<std::string>(9),
                           .email = row.get<std::string>(10)},
                  .office_path = row.get<std::string>(12),
                  .office_name = {row.get<std::string>(13), row.get<std::string>(14)}};
    read_into(line.post.rank, row.get<std::string_view>(4));
    read_into(line.post.capacities, row.get<std::string_view>(7));
    read_into(line.post.abolished_on, row.get<std::string_view>(11));
    return line;
}

/// Which rows of a list.
struct Page {
    std::string_view order;
    int size;
    std::int64_t offset;
};

/// The rows of a page, and how many the list has up to `count_max`.
OfficeLines page_of(Db& db, std::string const& where, std::vector<Param> params, Date today,
                    Page const& page) {
    OfficeLines found;
    auto const most = std::to_string(count_most);
    found.total = db.one_of(statement({"select count(*) from (select o.id", office_tables, where,
                                       " limit ", most, ") as counted"}),
                            params)
                      ->get<std::int64_t>(0);
    params.emplace_back(page.size);
    params.emplace_back(page.offset);
    for (auto const& row : db.all_of(statement({"select ", office_columns, office_tables, where,
                                                " order by ", page.order, " limit ? offset ?"}),
                                     params))
        found.lines.push_back(office_line(row, today));
    return found;
}

int place_of(Rank rank) {
    auto const all = terms<Rank>();
    return static_cast<int>(std::ranges::find(all, rank, &Term<Rank>::value) - all.begin());
}

} // namespace

std::optional<OfficeRecord> find_office(Db& db, Id<Office> id) {
    auto header = find_record(db, record_kind<Office>, as_record(id));
    if (!header) return {};
    OfficeRecord found{.header = std::move(*header), .office = {}};
    load_row(db, office_register, as_record(id), &found.office);
    return found;
}

std::optional<PostRecord> find_post(Db& db, Id<Post> id) {
    auto header = find_record(db, record_kind<Post>, as_record(id));
    if (!header) return {};
    PostRecord found{.header = std::move(*header), .post = {}};
    load_row(db, post_register, as_record(id), &found.post);
    return found;
}

OfficeLines find_offices(Db& db, OfficeSearch const& s, Date today) {
    auto const place = below("r.office_path", s.below);
    auto const found = words_in("r.search_key", s.search);
    auto const level = s.level ? Codec<Level>::write(*s.level) : std::string{};
    std::vector<Param> params{place.texts.begin(), place.texts.end()};
    params.insert(params.end(), found.texts.begin(), found.texts.end());
    auto where = " where 1 = 1" + place.sql + found.sql;
    if (s.level) {
        where += " and o.level = ?";
        params.emplace_back(level);
    }
    return page_of(db, where, std::move(params), today, {"r.sort_key, o.id", s.size, s.offset});
}

OfficeLines offices_under(Db& db, Id<Office> parent, Date today, int size, std::int64_t offset) {
    if (!parent)
        return page_of(db, " where o.parent is null", {}, today, {office_order, size, offset});
    return page_of(db, " where o.parent = ?", {parent}, today, {office_order, size, offset});
}

std::vector<OfficeLine> children_of(Db& db, std::span<Id<Office> const> parents, int each,
                                    Date today) {
    std::vector<OfficeLine> found;
    if (parents.empty()) return found;
    auto params = params_of(parents);
    params.emplace_back(each);
    auto const sql = statement(
        {"select ", office_columns, ", a.place from (select o.id, row_number() over ",
         "(partition by o.parent order by ", office_order,
         ") as place from offices o join records r on r.id = o.id ", "where o.parent in (",
         gaps(parents.size()), ")) a join offices o on o.id = a.id join records r on r.id = o.id ",
         "left join offices p on p.id = o.parent where a.place <= ? ",
         "order by o.parent, a.place"});
    for (auto const& row : db.all_of(sql, params))
        found.push_back(office_line(row, today));
    return found;
}

std::vector<OfficeLine> way_to(Db& db, std::string_view path) {
    std::vector<Id<Office>> ids;
    for (std::size_t at = 1; at < path.size();) {
        auto const end = std::min(path.find('/', at), path.size());
        if (auto const id = parse_id<Office>(path.substr(at, end - at))) ids.push_back(*id);
        at = end + 1;
    }
    auto way = office_lines(db, ids);
    std::ranges::sort(way, {}, [](OfficeLine const& line) { return line.path.size(); });
    return way;
}

std::vector<OfficeLine> office_lines(Db& db, std::span<Id<Office> const> ids) {
    std::vector<OfficeLine> found;
    if (ids.empty()) return found;
    for (auto const& row : db.all_of(statement({"select ", office_columns, office_tables,
                                                " where o.id in (", gaps(ids.size()), ")"}),
                                     params_of(ids)))
        found.push_back(office_line(row, Date{}));
    return found;
}

BilingualText label_of(PostLine const& line) {
    auto label = label_of(line.post);
    for (auto const language : {Language::bn, Language::en}) {
        auto& own = language == Language::bn ? label.bn : label.en;
        if (!own.empty()) own += ", " + line.office_name.in(language);
    }
    return label;
}

std::vector<PostLine> posts_of(Db& db, Id<Office> office, Date today, bool former) {
    std::vector<PostLine> found;
    auto const day = iso(today);
    for (auto const& row :
         db.all(statement({"select ", post_columns, post_tables,
                           " where t.office = ? and (t.abolished_on = '' or t.abolished_on > ? or "
                           "? = 1) order by r.sort_key, t.id"}),
                office, day, former ? 1 : 0))
        found.push_back(post_line(row));
    std::ranges::stable_sort(found, {}, [](PostLine const& line) {
        return std::pair{!line.post.is_head, place_of(line.post.rank)};
    });
    return found;
}

std::vector<PostLine> post_lines(Db& db, std::span<Id<Post> const> ids) {
    std::vector<PostLine> found;
    if (ids.empty()) return found;
    for (auto const& row : db.all_of(statement({"select ", post_columns, post_tables,
                                                " where t.id in (", gaps(ids.size()), ")"}),
                                     params_of(ids)))
        found.push_back(post_line(row));
    return found;
}

std::vector<PostLine> find_posts(Db& db, std::string_view office_path, std::string_view search,
                                 Date today, int most) {
    auto const day = iso(today);
    auto const place = below("r.office_path", office_path);
    auto const found = words_in("r.search_key || s.search_key", search);
    std::vector<Param> params{day};
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    params.insert(params.end(), found.texts.begin(), found.texts.end());
    params.emplace_back(most);
    std::vector<PostLine> lines;
    for (auto const& row :
         db.all_of(statement({"select ", post_columns, post_tables,
                              " join records s on s.id = t.office where (t.abolished_on = '' or ",
                              "t.abolished_on > ?)", place.sql, found.sql,
                              " order by r.sort_key, t.id limit ?"}),
                   params))
        lines.push_back(post_line(row));
    return lines;
}

} // namespace udb::offices
