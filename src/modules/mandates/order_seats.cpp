// The named seats of a team, from tables, numbered lines and lines with a dash.
#include "bangla/text/digits.hpp"
#include "modules/mandates/order_parts.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

constexpr std::size_t row_letters_max = 300;

/// What the columns of a table hold, where its first row says so; indices of cells.
struct Columns {
    std::optional<std::size_t> person = {}, post = {}, unit = {};
};

struct Row {
    std::size_t line = 0; ///< index of its first line
    std::size_t lines = 1;
    std::optional<std::int64_t> no = {};
    std::vector<std::string> cells = {}; ///< without number, role and dashes
    std::optional<RoleSplit> role = {};
    bool table = false;
    bool parted = false; ///< a dash parts its last piece: it could be a role
};

bool only_marks(std::string_view cell) { return trimmed(cell, "-–—:.…=|").empty(); }

std::optional<std::int64_t> number_of(std::string_view cell) {
    auto const numbered = std::string(trimmed(cell, "।.)( ")) + "।";
    auto const label = label_of(numbered);
    if (!label || label->size != numbered.size()) return {};
    return label->no;
}

Row table_row(std::size_t at, Line const& line) {
    Row row{.line = at, .table = true};
    auto cells = line.cells;
    std::erase_if(cells, only_marks);
    if (!cells.empty()) {
        if (auto const no = number_of(cells[0])) {
            row.no = no;
            cells.erase(cells.begin());
        } else if (auto const label = label_of(cells[0]);
                   label && label->style != LabelStyle::letter) {
            row.no = label->no;
            cells[0].erase(0, label->size);
        }
    }
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        if (auto role = role_of(*cell)) {
            row.role = std::move(role);
            cells.erase(cell);
            break;
        }
    if (!row.role && !cells.empty())
        if (auto split = split_role(cells.back())) {
            cells.back() = split->rest;
            row.role = std::move(split);
        }
    row.cells = std::move(cells);
    row.parted = row.cells.size() > 1;
    return row;
}

/// Where the last piece of a line begins, parted from the rest by a dash, dots or a colon.
struct Parting {
    std::string rest;
    std::string last;
};
std::optional<Parting> parting_of(std::string_view text) {
    constexpr std::size_t last_letters_max = 40;
    std::size_t at = text.npos, size = 0;
    for (std::string_view const mark : {" - ", " – ", " — ", "--", "…", "...", ":"})
        if (auto const found = text.rfind(mark);
            found != text.npos && (at == text.npos || found > at)) {
            at = found;
            size = mark.size();
        }
    if (at == text.npos) return {};
    Parting out{squeezed(trimmed(text.substr(0, at), "-–—:.…")),
                squeezed(trimmed(text.substr(at + size), "-–—।;."))};
    if (out.last.empty() || out.rest.empty() || letters(out.last) > last_letters_max) return {};
    return out;
}

/// A numbered line, or one with a dash, together with the line under it where the row goes on.
std::optional<Row> line_row(std::span<Line const> body, std::size_t at) {
    auto const& line = body[at];
    Row row{.line = at};
    if (line.label) row.no = line.label->no;
    std::string text(line.rest());
    if (line.label && at + 1 < body.size() && !split_role(text)) {
        auto const& under = body[at + 1];
        auto const goes_on = !under.blank() && !under.label && !under.table()
                             && (role_of(under.text) || split_role(under.text));
        if (goes_on && letters(under.text) < row_letters_max) {
            text += (role_of(under.text) ? " – " : " ") + under.text;
            row.lines = 2;
        }
    }
    if (letters(text) > row_letters_max) return {};
    row.role = split_role(text);
    row.parted = row.role || parting_of(text);
    if (row.role && !line.label)
        row.parted = contains_any(text, {" - ", " – ", " — ", "--", "..", "…", ":"});
    if (!line.label && !(row.role && row.parted)) return {};
    row.cells = {row.role ? row.role->rest : text};
    return row;
}

std::vector<Row> rows_of(std::span<Line const> body, std::vector<char> const& used) {
    std::vector<Row> rows;
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at].blank() || used[at]) continue;
        if (body[at].table()) {
            rows.push_back(table_row(at, body[at]));
        } else if (auto row = line_row(body, at)) {
            at += row->lines - 1;
            rows.push_back(*std::move(row));
        }
    }
    return rows;
}

/// Beside a seat, a row of the same make is a seat too, though its role is not known.
std::vector<char> seats_among(std::vector<Row> const& rows) {
    std::vector<char> seat(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        seat[i] = rows[i].role && (rows[i].table || rows[i].no || rows[i].parted) ? 1 : 0;
    auto const follows = [&](std::size_t i, std::size_t known) {
        auto const next =
            rows[i].no && rows[known].no && *rows[i].no - *rows[known].no == (i > known ? 1 : -1);
        return seat[known] && !seat[i] && next && rows[i].table == rows[known].table
               && rows[i].parted;
    };
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (follows(i, i - 1)) seat[i] = 1;
    for (std::size_t i = rows.size(); i-- > 1;)
        if (follows(i - 1, i)) seat[i - 1] = 1;
    return seat;
}

Columns columns_of(Line const& line) {
    Columns columns;
    auto cells = line.cells;
    std::erase_if(cells, only_marks);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto const& cell = cells[i];
        if (contains_any(cell, {"ক্রম", "ক্রমিক"}) || lowered(cell).starts_with("sl")) {
            offset = i + 1;
            continue;
        }
        auto const name = contains(cell, "নাম") || contains(lowered(cell), "name");
        auto const post = contains_any(cell, {"পদবি", "পদবী", "পদের নাম"})
                          || contains_any(lowered(cell), {"designation", "post"});
        auto const unit = contains_any(cell, {"কর্মস্থল", "দপ্তর", "অফিস", "শাখা", "কার্যালয়"})
                          || contains_any(lowered(cell), {"office", "branch", "section"});
        if (name && !post) columns.person = i - offset;
        if (post && !name && !columns.post) columns.post = i - offset;
        if (unit && !post && !name) columns.unit = i - offset;
    }
    return columns;
}

bool is_person(std::string_view text) {
    for (auto const honorific : honorifics)
        if (text.starts_with(honorific)) return true;
    return false;
}

/// Brackets that are part of the name of a post, and no unit: (ভূমি), (ভারপ্রাপ্ত), ADC (শিক্ষা ও
/// আইসিটি).
bool belongs_to_post(std::string_view before, std::string_view inside) {
    if (contains_any(inside, {"ভারপ্রাপ্ত", "অতিরিক্ত দায়িত্ব", "চলতি দায়িত্ব", "রুটিন দায়িত্ব", "গ্রেড"}))
        return true;
    auto const bare = trimmed(before);
    return (bare.ends_with("কমিশনার") && (inside == "ভূমি" || inside == "land"))
           || bare.ends_with("শিক্ষক") || bare.ends_with("প্রভাষক") || bare.ends_with("অধ্যাপক")
           || bare.ends_with("জেলা প্রশাসক") || lowered(bare).ends_with("commissioner");
}

/// Takes the unit out of one alternative: `যুগ্মসচিব (প্রশাসন অধিশাখা)`.
std::string without_unit(std::string text, std::vector<std::string>& units) {
    auto const close = text.rfind(')');
    auto const open = text.rfind('(', close == text.npos ? 0 : close);
    if (close == text.npos || open == text.npos || open == 0 || open > close) return text;
    if (!trimmed(std::string_view(text).substr(close + 1), " ,।").empty()) return text;
    auto inside = squeezed(std::string_view(text).substr(open + 1, close - open - 1));
    auto const before = std::string_view(text).substr(0, open);
    if (inside.empty() || belongs_to_post(before, lowered(inside))) return text;
    if (std::ranges::find(units, inside) == units.end()) units.push_back(std::move(inside));
    return std::string(trimmed(before));
}

void add_posts(std::string_view text, OrderSeat& seat, std::vector<std::string>& units) {
    for (auto const& alternative : split_outside_brackets(text, "/"))
        for (auto const& either : split_outside_brackets(alternative, " অথবা ")) {
            auto post = squeezed(trimmed(without_unit(either, units), ",-–।"));
            if (!post.empty() && std::ranges::find(seat.posts, post) == seat.posts.end())
                seat.posts.push_back(std::move(post));
        }
}

void read_described(std::string_view text, OrderSeat& seat, std::vector<std::string>& units) {
    auto pieces = split_outside_brackets(text, ",");
    if (pieces.size() > 1 && is_person(pieces[0])) {
        seat.person = pieces[0];
        pieces.erase(pieces.begin());
    }
    if (pieces.empty()) return;
    add_posts(pieces[0], seat, units);
    if (pieces.size() > 1)
        units.push_back(std::string(trimmed(joined(std::span(pieces).subspan(1), ", "), "।")));
}

void read_cells(Row const& row, Columns const& columns, OrderSeat& seat) {
    std::vector<std::string> units;
    auto const cell = [&](std::optional<std::size_t> at) {
        return at && *at < row.cells.size() ? std::string_view(row.cells[*at]) : std::string_view();
    };
    if (columns.post && !cell(columns.post).empty()) {
        seat.person = cell(columns.person);
        read_described(cell(columns.post), seat, units);
        if (auto const unit = cell(columns.unit); !unit.empty()) units.emplace_back(unit);
    } else if (!row.cells.empty()) {
        std::size_t next = 0;
        auto const named =
            columns.person == 0U || (is_person(row.cells[0]) && !contains(row.cells[0], ","));
        if (named && row.cells.size() > 1) seat.person = row.cells[next++];
        read_described(row.cells[next++], seat, units);
        for (; next < row.cells.size(); ++next)
            units.push_back(row.cells[next]);
    }
    seat.unit = joined(units, " / ");
    seat.text = joined(row.cells, ", ");
}

/// A row whose role is no role we know: what stands after its last dash, or in its last cell.
void take_unknown_role(Row& row) {
    if (row.table) {
        row.role = RoleSplit{.rest = {}, .role = {}, .role_text = row.cells.back()};
        row.cells.pop_back();
        return;
    }
    auto parting = parting_of(row.cells[0]);
    if (!parting) return;
    row.role = RoleSplit{.rest = {}, .role = {}, .role_text = std::move(parting->last)};
    row.cells[0] = std::move(parting->rest);
}

OrderSeat seat_of(Row& row, Columns const& columns, std::int64_t place) {
    if (!row.role) take_unknown_role(row);
    OrderSeat seat{.no = row.no.value_or(place)};
    if (row.role) {
        seat.role = row.role->role;
        seat.role_text = row.role->role_text;
    }
    read_cells(row, row.table ? columns : Columns{}, seat);
    return seat;
}

} // namespace

void read_seats(std::span<Line const> body, std::vector<char>& used, Order& order,
                Findings& findings) {
    auto rows = rows_of(body, used);
    auto const seat = seats_among(rows);
    Columns columns;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& row = rows[i];
        if (!seat[i]) {
            auto const heads = row.table && i + 1 < rows.size() && seat[i + 1];
            if (heads) {
                columns = columns_of(body[row.line]);
                used[row.line] = 's';
            }
            continue;
        }
        for (std::size_t line = 0; line < row.lines; ++line)
            used[row.line + line] = 's';
        auto out = seat_of(row, columns, std::int64_t(order.seats.size()) + 1);
        if (out.role.empty())
            doubt(findings, Severity::warning, path("seats", order.seats.size(), "role"),
                  {"mandates.finding_role_unknown", {{"no", out.no}, {"role", out.role_text}}});
        order.seats.push_back(std::move(out));
    }
}

} // namespace udb::mandates
