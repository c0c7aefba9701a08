#include "registers/records/listing.hpp"

#include "host/search.hpp"
#include "registers/records/narrowing.hpp"
#include "registers/records/rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace udb {
namespace {

/// So many records are put in order by themselves, however small the table.
constexpr int few_least = 1500;

/// What a list is put in order by: an expression and the table whose index has it.
struct Order {
    std::string by = {};
    bool detail = false; ///< by a column of the register's own table
    bool number = false; ///< the expression is a number
    bool down = false;

    std::string_view id() const { return detail ? "d.id" : "r.id"; }
};

Order order_of(RegisterView const& reg, std::string_view sort) {
    Order order;
    order.down = sort.starts_with('-');
    if (order.down) sort.remove_prefix(1);
    if (sort == "changed") return {.by = "r.updated_at", .number = true, .down = order.down};
    auto const* field = reg.field(sort);
    if (!field || !field->shows(in_sort)) return {.by = "r.sort_key", .down = order.down};
    return {.by = column_of(*field),
            .detail = true,
            .number = field->sql_type == "integer",
            .down = order.down};
}

/// The list of one query: what is asked of the database, and by which way.
class List {
public:
    /// `deep`: how many finds of a search are taken.
    List(Db& db, RegisterView const& reg, ListQuery const& query, Sight const& sight, int deep)
        : db_(db), reg_(reg), query_(query), narrowing_(narrowing_of(reg, query)),
          sight_(narrowing_.stage ? sight.in(*narrowing_.stage) : sight),
          staged_(!sight_.stages.empty()), scope_(sight_.anywhere()),
          order_(order_of(reg, query.sort)) {
        if (query.office) {
            auto const office = find_record(db, record_kind<Office>, as_record(query.office));
            if (office)
                place_ = office->office_path;
            else
                nothing_ = true;
        }
        if (sight_.nowhere()) nothing_ = true;
        if (!nothing_) choose(deep);
    }

    ListPage page() {
        ListPage page;
        if (nothing_) return page;
        count(page);
        fill(page);
        return page;
    }

    /// Behind record `after`, by number.
    std::vector<ListLine> portion(Id<Record>& after, int size) {
        std::vector<ListLine> lines;
        if (nothing_) return after = {}, lines;
        auto const first = std::ranges::upper_bound(ids_, after);
        std::span const ids(first, std::min(ids_.end() - first, std::ptrdiff_t{size}) + first);
        // Along the key of the register's own table: by kind the header's indexes give other
        // orders.
        auto where = conditions(ids, false, " and d.id > ?");
        where.bind(after.value);
        where.add(" order by d.id limit ?", std::int64_t{size});
        for (auto const& row : db_.all_of(
                 "select " + columns() + " from " + tables(true) + where.sql(), where.params()))
            lines.push_back(line_of(row));
        bool const more =
            known_ ? first + std::ssize(ids) != ids_.end() : std::ssize(lines) == size;
        after = !more ? Id<Record>{} : known_ ? ids.back() : lines.back().header.id;
        return lines;
    }

private:
    /// Whether the records that can be meant are few and known (`ids_`), or many: then they are met
    /// soon by walking along the order.
    void choose(int deep) {
        if (!query_.search.empty()) {
            auto found = ids_matching(
                db_,
                {.text = query_.search, .kind = reg_.kind, .office_paths = paths(), .most = deep});
            if (!found.blank) {
                known_ = true;
                more_ = found.more;
                // Of what the index of words knows, kind and office were asked.
                exact_ = !narrowing_.any() && !staged_
                         && (scope_.everywhere
                             || (place_.empty() && !paths().empty() && scope_.exactly.empty()));
                ids_ = std::move(found.ids);
                std::ranges::sort(ids_);
                return;
            }
        }
        bool const placed = !place_.empty() || !scope_.everywhere;
        if (!placed && !dense()) return;
        auto const most = few();
        if (placed) in_place_ = count_in_place();
        in_few_places_ = placed && in_place_ <= most;
        if (in_few_places_ || dense()) probe(most);
    }

    /// How many are better fetched and put in order by themselves than met by walking along the
    /// order: a page of `n` among `all` is met after `size * all / n`.
    int few() const {
        auto const size = static_cast<double>(std::clamp(query_.size, 1, ListQuery::size_max));
        auto const all = static_cast<double>(count_records(db_, reg_.kind));
        return std::max(few_least, static_cast<int>(std::sqrt(size * all)));
    }

    /// Whether conditions are left that nothing counts.
    bool dense() const { return narrowing_.any() || staged_ || scope_.owner; }

    std::vector<std::string> paths() const {
        if (!place_.empty()) return {place_};
        if (scope_.everywhere || scope_.owner) return {};
        auto all = scope_.below;
        all.insert(all.end(), scope_.exactly.begin(), scope_.exactly.end());
        return all;
    }

    std::int64_t count_in_place() {
        Where where;
        where.add("select cast(coalesce(sum(r.total), 0) as bigint) from record_counts r "
                  "where r.kind = ?",
                  reg_.kind);
        where.add(below("r.office_path", place_));
        auto narrowed = scope_;
        narrowed.owner = {};
        where.add(in_scope(narrowed));
        auto const counted = db_.one_of(where.sql(), where.params())->get<std::int64_t>(0);
        // What somebody owns may be anywhere.
        return scope_.owner ? std::numeric_limits<int>::max() : counted;
    }

    /// Takes the numbers of all that is meant, if they are at most `most`.
    void probe(int most) {
        Where where;
        if (place_.empty() && scope_.everywhere && !narrowing_.stage && !staged_) {
            where.add("select d.id from " + std::string(reg_.name) + " d where 1 = 1");
            add_filters(where, reg_, query_);
            return take(where, most);
        }
        // The index of the office leads to few; else the indexes of the filters do, or that of the
        // stages.
        auto const detail = std::string(reg_.name) + " d";
        bool const by_stage = !in_few_places_ && narrowing_.stage && narrowing_.own == 0;
        where.add("select r.id from "
                      + (in_few_places_ || by_stage ? "records r cross join " + detail
                                                    : detail + " cross join records r")
                      + " where r.id = d.id and r.kind = ?",
                  reg_.kind);
        where.add(below("r.office_path", place_));
        where.add(seen(sight_));
        add_filters(where, reg_, query_, by_stage);
        take(where, most);
    }

    /// Whether there are too many is asked first: to say so, no row need leave the database.
    void take(Where& where, int most) {
        auto too_many = where.params();
        too_many.emplace_back(most);
        if (db_.one_of(where.sql() + " limit 1 offset ?", too_many)) return;
        known_ = exact_ = true;
        for (auto const& row : db_.all_of(where.sql(), where.params()))
            ids_.push_back(row.get<Id<Record>>(0));
    }

    /// Every condition. None may lead the database away from the numbers that are known, or from
    /// the index of the order where the records are many: `|| ''` sees to it on both.
    Where conditions(std::span<Id<Record> const> ids, bool by_kind,
                     std::string_view more = {}) const {
        Where where;
        where.add(by_kind ? " where d.id = r.id and r.kind = ?"
                          : " where d.id = r.id and (r.kind || '') = ?",
                  reg_.kind);
        std::string const path = known_ ? "r.office_path" : "(r.office_path || '')";
        if (known_) add_ids(where, ids, "r.id");
        where.add(below(path, place_));
        where.add(seen(sight_, path));
        add_filters(where, reg_, query_);
        where.add(more);
        return where;
    }

    void add_ids(Where& where, std::span<Id<Record> const> ids, std::string_view column) const {
        bool const sqlite = db_.dialect() == Dialect::sqlite;
        std::string list = sqlite ? "[" : "{";
        for (auto const id : ids)
            list += (list.size() > 1 ? "," : "") + to_string(id);
        list += sqlite ? ']' : '}';
        where.add(
            " and " + std::string(column)
                + (sqlite ? " in (select value from json_each(?))" : " = any(cast(? as bigint[]))"),
            list);
    }

    void count(ListPage& page) {
        if (!known_ && !dense()) {
            page.total = in_place_ >= 0 ? in_place_ : count_records(db_, reg_.kind);
            return;
        }
        page.total = finds_most;
        page.more_than = more_ || !known_;
        if (!known_) return;
        page.total = std::ssize(ids_);
        if (exact_) return;
        auto const where = conditions(ids_, !known_);
        page.total = db_.one_of("select count(*) from " + tables() + where.sql(), where.params())
                         ->get<std::int64_t>(0);
    }

    /// Cross joins keep the order that is written: the table whose index gives the order first.
    std::string tables() const { return tables(order_.detail); }
    std::string tables(bool detail_first) const {
        auto const detail = std::string(reg_.name) + " d";
        return detail_first ? detail + " cross join records r" : "records r cross join " + detail;
    }

    std::string columns() const {
        std::string names{header_columns};
        for (auto const& f : reg_.fields)
            names += ", " + column_of(f);
        return names;
    }

    ListLine line_of(Row const& row) const {
        ListLine line{.header = header_of(row), .values = {}};
        line.values.reserve(reg_.fields.size());
        for (int column = header_columns_count;
             column < header_columns_count + static_cast<int>(reg_.fields.size()); ++column)
            line.values.push_back(written_in(row, column));
        return line;
    }

    /// Behind (or before) the record that the address names, in the order of the list.
    void add_place(Where& where, Id<Record> from, bool backward) const {
        auto const row = db_.one_of("select " + order_.by + " from " + tables()
                                        + " where d.id = r.id and r.id = ?",
                                    std::array{Param(from)});
        if (!row) return;
        bool const greater = backward == order_.down;
        where.add(" and (" + order_.by + ", " + std::string(order_.id()) + ") "
                  + (greater ? ">" : "<") + " (?, ?)");
        if (order_.number)
            where.bind(row->get<std::int64_t>(0));
        else
            where.bind(row->get<std::string_view>(0));
        where.bind(from.value);
    }

    void fill(ListPage& page) {
        bool const backward = query_.before && !query_.after;
        auto const from = backward ? query_.before : query_.after;
        auto const size = std::clamp(query_.size, 1, ListQuery::size_max);
        std::string const way = order_.down != backward ? " desc" : "";
        auto const id = std::string(order_.id());
        // What is put in order is the key alone; the lines are fetched when they are known.
        Where where;
        std::string tables_of_order = tables();
        if (known_ && exact_) {
            tables_of_order = order_.detail ? std::string(reg_.name) + " d" : "records r";
            where.add(" where 1 = 1");
            add_ids(where, ids_, id);
        } else {
            where = conditions(ids_, !known_);
        }
        if (from) add_place(where, from, backward);
        where.add(" order by " + order_.by + way + ", " + id + way + " limit ?",
                  std::int64_t{size} + 1);
        auto const sql = "select " + columns() + " from (select " + id + " as id, " + order_.by
                         + " as key from " + tables_of_order + where.sql()
                         + ") page cross join records r cross join " + std::string(reg_.name)
                         + " d where r.id = page.id and d.id = page.id order by page.key" + way
                         + ", page.id" + way;
        for (auto const& row : db_.all_of(sql, where.params()))
            page.lines.push_back(line_of(row));
        bool const more = std::ssize(page.lines) > size;
        if (more) page.lines.pop_back();
        if (backward) std::ranges::reverse(page.lines);
        if (page.lines.empty()) return;
        if (backward || more) page.next = page.lines.back().header.id;
        if (backward ? more : static_cast<bool>(from)) page.previous = page.lines.front().header.id;
    }

    Db& db_;
    RegisterView const& reg_;
    ListQuery const& query_;
    Narrowing narrowing_;
    Sight sight_;
    bool staged_; ///< what is seen depends on the stage
    Scope scope_; ///< where anything is seen
    Order order_;
    std::string place_ = {}; ///< path of the office asked for
    bool nothing_ = false;
    bool more_ = false;          ///< the search finds more than `ids_`
    bool in_few_places_ = false; ///< place and scope leave few records
    bool known_ = false;
    bool exact_ = false; ///< all of `ids_` are meant: no condition is left to ask
    std::vector<Id<Record>> ids_ = {};
    std::int64_t in_place_ = -1; ///< records of the place and scope; -1: not asked
};

} // namespace

ListPage list(Db& db, RegisterView const& reg, ListQuery const& query, Sight const& sight) {
    return List(db, reg, query, sight, finds_most).page();
}

void each_line(Db& db, RegisterView const& reg, ListQuery const& query, Sight const& sight,
               std::function<bool(ListLine const&)> const& take) {
    constexpr int size = 500;
    constexpr int all_finds = 1'000'000;
    List all(db, reg, query, sight, all_finds);
    Id<Record> after;
    do {
        for (auto const& line : all.portion(after, size))
            if (!take(line)) return;
    } while (after);
}

std::vector<std::string_view> sorts_of(RegisterView const& reg) {
    std::vector<std::string_view> sorts{"title", "changed"};
    for (auto const& f : reg.fields)
        if (f.shows(in_sort)) sorts.push_back(f.name);
    return sorts;
}

} // namespace udb
