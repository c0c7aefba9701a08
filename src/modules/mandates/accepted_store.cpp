// The rows of accepted orders: written in batches, read one statement for each list.
#include "bangla/memo/memo.hpp"
#include "bangla/text/normalise.hpp"
#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/finding.hpp"

#include <deque>
#include <sstream>

namespace udb::mandates {
namespace {

/// Rows of one table, sent many at a time. What is given must live until `send`.
class Batch {
public:
    Batch(Db& db, std::string_view table, std::vector<std::string_view> const& columns)
        : db_(db), columns_(columns.size()), head_("insert into " + std::string(table) + " (") {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            head_ += (i == 0 ? "" : ", ") + std::string(columns[i]);
            row_ += i == 0 ? "(?" : ", ?";
        }
        head_ += ") values ";
        row_ += ')';
    }
    template <class... Values>
    void add(Values const&... values) {
        (params_.emplace_back(Param(values)), ...);
        if (params_.size() >= columns_ * rows_most) send();
    }
    /// Keeps a text that nobody else does.
    std::string const& kept(std::string text) { return kept_.emplace_back(std::move(text)); }

    void send() {
        if (params_.empty()) return;
        auto statement = head_;
        for (std::size_t i = 0; i < params_.size() / columns_; ++i)
            statement += (i == 0 ? "" : ", ") + row_;
        db_.run_of(statement, params_);
        params_.clear();
        kept_.clear();
    }

private:
    static constexpr std::size_t rows_most = 100;

    Db& db_;
    std::size_t columns_;
    std::string head_;
    std::string row_;
    std::vector<Param> params_;
    std::deque<std::string> kept_;
};

std::string lines_joined(std::vector<std::string> const& lines) {
    std::string out;
    for (auto const& line : lines)
        out += (out.empty() ? "" : "\n") + line;
    return out;
}

std::vector<std::string> lines_parted(std::string const& text) {
    std::vector<std::string> out;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);)
        out.push_back(line);
    return out;
}

/// The id of the office at a path `/1/7/`.
std::string_view office_in(std::string_view path) {
    if (path.ends_with('/')) path.remove_suffix(1);
    return path.substr(path.rfind('/') + 1);
}

/// Memo numbers compare by this; null for a paper without one, or one that says nothing. A short
/// number, which does not name its office, ends in `@` and the office that keeps it.
std::optional<std::string> memo_key(std::string_view written, std::string_view office_path) {
    auto const text = bangla::single_spaced(bangla::normalised(written));
    if (text.empty()) return {};
    auto const memo = bangla::parse_memo(text);
    auto key = bangla::base_of(memo);
    if (!memo.scheme) key.append("@").append(office_in(office_path));
    return key;
}

std::optional<std::int64_t> number_of(std::optional<std::size_t> place) {
    if (!place) return {};
    return static_cast<std::int64_t>(*place);
}

std::optional<std::size_t> place_of(std::optional<std::int64_t> number) {
    if (!number) return {};
    return static_cast<std::size_t>(*number);
}

void insert_head(Db& db, Id<Record> id, Order const& o, std::string_view office_path) {
    auto const sign = o.signatory.value_or(Signatory{});
    auto const memo = o.memo ? o.memo->raw : std::string{};
    db.run(R"sql(
        insert into orders (id, memo, memo_key, kind, title, government, office_name, section,
                            website, dated, bangla_date, dates_agree, subject, copies_stated,
                            signed, signatory_name, signatory_post, signatory_office,
                            signatory_phone, signatory_fax, signatory_email, signed_on,
                            cancels_earlier, cancels, amends, effective_at_once, effective_on,
                            tiers_after, seats_after, functions_after, seat_count, finding_count)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                ?, ?, ?, ?)
    )sql",
           id, memo, memo_key(memo, office_path), o.kind, o.title, o.head.government, o.head.office,
           o.head.section, o.head.website, o.dates.gregorian ? iso(*o.dates.gregorian) : "",
           o.dates.bangla, o.dates.agree, o.subject, o.copies.stated, o.signatory.has_value(),
           sign.name, sign.post, sign.office, sign.phone, sign.fax, sign.email, sign.date,
           o.cancels_earlier, o.cancels, o.amends, o.effective_at_once, o.effective_on,
           number_of(o.places.tiers), number_of(o.places.seats), number_of(o.places.functions),
           o.seats.size(), o.findings.size());
}

void insert_people(Db& db, Id<Record> id, Order const& o) {
    Batch seats{
        db,
        "order_seats",
        {"order_id", "place", "no", "posts", "unit", "role", "role_written", "person", "written"}};
    for (std::size_t i = 0; i < o.seats.size(); ++i) {
        auto const& s = o.seats[i];
        seats.add(id, i, s.no, seats.kept(lines_joined(s.posts)), s.unit, s.role, s.role_text,
                  s.person, s.text);
    }
    seats.send();
    Batch tiers{
        db, "order_tiers", {"order_id", "place", "tier", "leader_role", "leader", "members"}};
    for (std::size_t i = 0; i < o.tiers.size(); ++i) {
        auto const& t = o.tiers[i];
        tiers.add(id, i, t.tier, t.leader_role, t.leader, tiers.kept(lines_joined(t.members)));
    }
    tiers.send();
}

void insert_lines(Db& db, Id<Record> id, Order const& o) {
    Batch functions{db, "order_functions", {"order_id", "place", "no", "written"}};
    for (std::size_t i = 0; i < o.functions.size(); ++i)
        functions.add(id, i, o.functions[i].no, o.functions[i].text);
    functions.send();
    Batch copies{db, "order_copies", {"order_id", "place", "no", "written", "copies"}};
    for (std::size_t i = 0; i < o.copies.listed.size(); ++i) {
        auto const& line = o.copies.listed[i];
        copies.add(id, i, line.no, line.text, line.copies);
    }
    copies.send();
    Batch cites{db, "order_cites", {"order_id", "place", "memo", "dated"}};
    for (std::size_t i = 0; i < o.cites.size(); ++i)
        cites.add(id, i, o.cites[i].memo, o.cites[i].date);
    cites.send();
    Batch paragraphs{db, "order_paragraphs", {"order_id", "part", "place", "written"}};
    for (std::size_t i = 0; i < o.body.size(); ++i)
        paragraphs.add(id, "body", i, o.body[i]);
    for (std::size_t i = 0; i < o.references.size(); ++i)
        paragraphs.add(id, "reference", i, o.references[i]);
    paragraphs.send();
}

void insert_doubts(Db& db, Id<Record> id, Acceptance const& a) {
    Batch findings{
        db,
        "order_findings",
        {"order_id", "place", "severity", "subject", "rule", "said_bn", "said_en", "proposal"}};
    for (std::size_t i = 0; i < a.order.findings.size(); ++i) {
        auto const& f = a.order.findings[i];
        findings.add(id, i, severity_name(f.severity), f.where, f.rule, f.said.bn, f.said.en,
                     f.proposal);
    }
    findings.send();
    Batch corrections{
        db, "order_corrections", {"order_id", "place", "subject", "before_text", "after_text"}};
    for (std::size_t i = 0; i < a.corrections.size(); ++i) {
        auto const& c = a.corrections[i];
        corrections.add(id, i, c.where, c.before, c.after);
    }
    corrections.send();
}

Severity severity_named(std::string_view name) {
    for (auto const severity : {Severity::error, Severity::warning})
        if (severity_name(severity) == name) return severity;
    return Severity::note;
}

Order head_of(Row const& row) {
    auto const text = [&](int column) { return row.get<std::string>(column); };
    Order o{
        .kind = text(1),
        .title = text(2),
        .head = {.government = text(3), .office = text(4), .section = text(5), .website = text(6)},
        .memo = memo_of(text(0)),
        .dates = {.gregorian = parse_iso_date(text(7)),
                  .bangla = text(8),
                  .agree = row.get<std::optional<bool>>(9)},
        .subject = text(10)};
    o.copies.stated = row.get<std::optional<std::int64_t>>(11);
    if (row.get<bool>(12))
        o.signatory = Signatory{.name = text(13),
                                .post = text(14),
                                .office = text(15),
                                .phone = text(16),
                                .fax = text(17),
                                .email = text(18),
                                .date = row.get<std::optional<Date>>(19)};
    o.cancels_earlier = row.get<bool>(20);
    o.cancels = text(21);
    o.amends = text(22);
    o.effective_at_once = row.get<bool>(23);
    o.effective_on = row.get<std::optional<Date>>(24);
    o.places = {.tiers = place_of(row.get<std::optional<std::int64_t>>(25)),
                .seats = place_of(row.get<std::optional<std::int64_t>>(26)),
                .functions = place_of(row.get<std::optional<std::int64_t>>(27))};
    return o;
}

void load_people(Db& db, Id<Order> id, Order& o) {
    for (auto const& row : db.all("select no, posts, unit, role, role_written, person, written "
                                  "from order_seats where order_id = ? order by place",
                                  id))
        o.seats.push_back({.no = row.get<std::int64_t>(0),
                           .posts = lines_parted(row.get<std::string>(1)),
                           .unit = row.get<std::string>(2),
                           .role = row.get<std::string>(3),
                           .role_text = row.get<std::string>(4),
                           .person = row.get<std::string>(5),
                           .text = row.get<std::string>(6)});
    for (auto const& row : db.all("select tier, leader_role, leader, members from order_tiers "
                                  "where order_id = ? order by place",
                                  id))
        o.tiers.push_back({.tier = row.get<std::string>(0),
                           .leader_role = row.get<std::string>(1),
                           .leader = row.get<std::string>(2),
                           .members = lines_parted(row.get<std::string>(3))});
}

void load_lines(Db& db, Id<Order> id, Order& o) {
    for (auto const& row :
         db.all("select no, written from order_functions where order_id = ? order by place", id))
        o.functions.push_back({row.get<std::int64_t>(0), row.get<std::string>(1)});
    for (auto const& row : db.all(
             "select no, written, copies from order_copies where order_id = ? order by place", id))
        o.copies.listed.push_back({row.get<std::int64_t>(0), row.get<std::string>(1),
                                   row.get<std::optional<std::int64_t>>(2)});
    for (auto const& row :
         db.all("select memo, dated from order_cites where order_id = ? order by place", id))
        o.cites.push_back({row.get<std::string>(0), row.get<std::optional<Date>>(1)});
    for (auto const& row : db.all(
             "select part, written from order_paragraphs where order_id = ? order by part, place",
             id))
        (row.get<std::string_view>(0) == "body" ? o.body : o.references)
            .push_back(row.get<std::string>(1));
    for (auto const& row : db.all("select severity, subject, rule, said_bn, said_en, proposal "
                                  "from order_findings where order_id = ? order by place",
                                  id))
        o.findings.push_back({.severity = severity_named(row.get<std::string_view>(0)),
                              .where = row.get<std::string>(1),
                              .rule = row.get<std::string>(2),
                              .said = {row.get<std::string>(3), row.get<std::string>(4)},
                              .proposal = row.get<std::string>(5)});
}

constexpr std::string_view line_columns =
    "select r.id, r.office_path, o.memo, r.title_bn, r.title_en, o.dated, o.seat_count, "
    "o.finding_count from records r join orders o on o.id = r.id where r.kind = 'order'";

OrderLine line_of(Row const& row) {
    return {.id = row.get<Id<Order>>(0),
            .office_path = row.get<std::string>(1),
            .memo = row.get<std::string>(2),
            .title = {row.get<std::string>(3), row.get<std::string>(4)},
            .date = parse_iso_date(row.get<std::string_view>(5)),
            .seats = row.get<std::int64_t>(6),
            .findings = row.get<std::int64_t>(7)};
}

std::vector<OrderLine> lines_with(Db& db, Condition const& condition, int most,
                                  std::int64_t offset) {
    std::vector<Param> params{condition.texts.begin(), condition.texts.end()};
    params.emplace_back(most);
    params.emplace_back(offset);
    std::vector<OrderLine> found;
    for (auto const& row : db.all_of(std::string(line_columns) + condition.sql
                                         + " order by o.dated desc, o.id desc limit ? offset ?",
                                     params))
        found.push_back(line_of(row));
    return found;
}

} // namespace

void insert_order(Db& db, Id<Record> id, Acceptance const& accepted) {
    insert_head(db, id, accepted.order, accepted.office_path);
    db.run("insert into order_texts (order_id, original) values (?, ?)", id, accepted.original);
    insert_people(db, id, accepted.order);
    insert_lines(db, id, accepted.order);
    insert_doubts(db, id, accepted);
}

std::optional<AcceptedOrder> accepted_order(Db& db, Id<Order> id) {
    auto const header = find_record(db, order_kind, as_record(id));
    if (!header) return {};
    auto const row = db.one(R"sql(
        select memo, kind, title, government, office_name, section, website, dated, bangla_date,
               dates_agree, subject, copies_stated, signed, signatory_name, signatory_post,
               signatory_office, signatory_phone, signatory_fax, signatory_email, signed_on,
               cancels_earlier, cancels, amends, effective_at_once, effective_on, tiers_after,
               seats_after, functions_after
          from orders
         where id = ?
    )sql",
                            id);
    if (!row) return {};
    AcceptedOrder found{*header, head_of(*row)};
    load_people(db, id, found.order);
    load_lines(db, id, found.order);
    return found;
}

std::vector<OrderLine> accepted_orders(Db& db, std::string_view office_path, int most) {
    return lines_with(db, below("r.office_path", office_path), most, 0);
}

std::optional<OrderLine> order_with_memo(Db& db, std::string_view memo,
                                         std::string_view office_path) {
    auto const key = memo_key(memo, office_path);
    if (!key) return {};
    // `A` is the first character after `@`.
    bool const anywhere = key->ends_with('@');
    auto found = anywhere ? lines_with(db,
                                       {" and o.memo_key >= ? and o.memo_key < ?",
                                        {*key, key->substr(0, key->size() - 1) + 'A'}},
                                       1, 0)
                          : lines_with(db, {" and o.memo_key = ?", {*key}}, 1, 0);
    if (found.empty()) return {};
    return found.front();
}

OrderLines find_orders(Db& db, std::string_view search, int size, std::int64_t offset) {
    auto const sought = words_in("r.search_key", search);
    std::vector<Param> const params{sought.texts.begin(), sought.texts.end()};
    OrderLines found;
    found.total =
        db.one_of("select count(*) from (select r.id from records r where r.kind = "
                  "'order'"
                      + sought.sql + " limit " + std::to_string(count_most) + ") as matching",
                  params)
            ->get<std::int64_t>(0);
    found.lines = lines_with(db, sought, size, offset);
    return found;
}

std::string original_text(Db& db, Id<Order> id) {
    auto const row = db.one("select original from order_texts where order_id = ?", id);
    return row ? row->get<std::string>(0) : std::string{};
}

std::vector<Correction> corrections_of(Db& db, Id<Order> id) {
    std::vector<Correction> found;
    for (auto const& row : db.all("select subject, before_text, after_text from order_corrections "
                                  "where order_id = ? order by place",
                                  id))
        found.push_back(
            {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
    return found;
}

} // namespace udb::mandates
