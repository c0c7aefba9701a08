// What only the whole order shows: numbering, counts of copies, names that differ, posts named
// twice.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/search_key.hpp"
#include "bangla/text/similarity.hpp"
#include "modules/mandates/finding.hpp"
#include "modules/mandates/finding_slips.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace udb::mandates {
namespace {

/// Numbers run 1, 2, 3 …: says each gap, repetition and step back.
template <class Rows>
void check_numbers(std::string_view list, Rows const& rows, Findings& findings,
                   std::string_view label) {
    auto const named = finding_words(label);
    std::unordered_set<std::int64_t> seen;
    std::int64_t before = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const no = rows[i].no;
        auto const where = path(list, i, "no");
        if (!seen.insert(no).second)
            doubt(findings, Severity::warning, where,
                  {"mandates.finding_number_twice", {{"list", named}, {"no", no}}});
        else if (no < before)
            doubt(findings, Severity::warning, where,
                  {"mandates.finding_number_back",
                   {{"list", named}, {"no", no}, {"before", before}}});
        else if (no == before + 2)
            doubt(findings, Severity::warning, where,
                  {"mandates.finding_number_missing", {{"list", named}, {"no", before + 1}}});
        else if (no > before + 2)
            doubt(findings, Severity::warning, where,
                  {"mandates.finding_numbers_missing",
                   {{"list", named}, {"from", before + 1}, {"to", no - 1}}});
        before = std::max(before, no);
    }
}

/// `/১(৫৮০)` against the lines: a group cannot be counted, and is not an error (C23).
void check_copies(OrderCopies const& copies, Findings& findings) {
    if (!copies.stated) return;
    if (copies.listed.empty()) {
        doubt(findings, Severity::warning, "copies.listed",
              {"mandates.finding_copies_not_listed", {{"stated", *copies.stated}}});
        return;
    }
    std::int64_t counted = 0, groups = 0;
    for (auto const& line : copies.listed) {
        counted += line.copies.value_or(0);
        groups += line.copies ? 0 : 1;
    }
    std::vector<std::pair<std::string, Arg>> const args{
        {"stated", *copies.stated},
        {"lines", std::int64_t(copies.listed.size())},
        {"groups", groups},
        {"counted", counted}};
    if (groups > 0 && counted <= *copies.stated)
        doubt(findings, Severity::note, "copies.stated",
              {"mandates.finding_copies_in_groups", args});
    else if (counted != *copies.stated)
        doubt(findings, Severity::warning, "copies.stated",
              {groups > 0 ? "mandates.finding_copies_too_many" : "mandates.finding_copies_differ",
               args});
}

std::string packed(std::string_view text) {
    auto out = bangla::folded(text);
    std::erase(out, ' ');
    return out;
}

/// A wing, branch or section as a row names it.
struct Unit {
    std::string text; ///< পরিকল্পনা অধিশাখা
    std::string key;
    std::string_view noun; ///< অধিশাখা
    std::size_t row = 0;
    std::string post = {}; ///< key of the post in the same row
};

std::optional<Unit> unit_of(std::string_view piece, std::size_t row) {
    auto const bare = trimmed(piece, "।;() ");
    auto const small = lowered(bare);
    for (auto const noun : unit_nouns)
        if (small.ends_with(noun) && small.size() > noun.size())
            return Unit{squeezed(bare), packed(bare), noun, row};
    return {};
}

std::vector<Unit> units_of_copies(OrderCopies const& copies) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < copies.listed.size(); ++i) {
        auto const pieces = split_outside_brackets(copies.listed[i].text, ",");
        for (auto const& piece : pieces)
            if (auto unit = unit_of(piece, i)) {
                auto const& first = pieces.front();
                unit->post = packed(first.substr(0, first.find('(')));
                units.push_back(*std::move(unit));
            }
    }
    return units;
}

std::vector<Unit> units_of_seats(std::vector<OrderSeat> const& seats) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < seats.size(); ++i)
        for (auto const& either : split_outside_brackets(seats[i].unit, " / "))
            for (auto const& piece : split_outside_brackets(either, ","))
                if (auto unit = unit_of(piece, i)) units.push_back(*std::move(unit));
    return units;
}

/// শ্রম-১ শাখা and শ্রম-২ শাখা are two sections, not one misread.
bool differ_in_digits_only(std::string_view a, std::string_view b) {
    auto const without_digits = [](std::string_view text) {
        auto out = bangla::ascii_digits(text);
        std::erase_if(out, [](char c) { return c >= '0' && c <= '9'; });
        return out;
    };
    return without_digits(a) == without_digits(b);
}

double likeness(Unit const& seat, OrderSeat const& row, Unit const& copy) {
    if (seat.noun != copy.noun || differ_in_digits_only(seat.text, copy.text)) return 0;
    auto const name = [](Unit const& unit) {
        return trimmed(std::string_view(unit.text).substr(0, unit.text.size() - unit.noun.size()));
    };
    auto const like = bangla::similarity(name(seat), name(copy));
    auto const same_post =
        std::ranges::any_of(row.posts, [&](auto const& post) { return packed(post) == copy.post; });
    return like >= 0.45 || (same_post && like >= 0.3) ? like + (same_post ? 0.2 : 0) : 0;
}

/// L26: row 3 says পরিচালনা অধিশাখা, the copies go to পরিকল্পনা অধিশাখা, and none to the first.
void check_units(Order const& order, Findings& findings) {
    constexpr std::size_t compared_max = 60;
    auto const copied = units_of_copies(order.copies);
    auto const seated = units_of_seats(order.seats);
    std::set<std::string_view> copied_keys, seated_keys;
    for (auto const& unit : copied)
        copied_keys.insert(unit.key);
    for (auto const& unit : seated)
        seated_keys.insert(unit.key);
    std::vector<Unit const*> free_copies, lost;
    for (auto const& unit : copied)
        if (!seated_keys.contains(unit.key)) free_copies.push_back(&unit);
    for (auto const& unit : seated)
        if (!copied_keys.contains(unit.key)) lost.push_back(&unit);
    auto const members_are_copied = lost.size() < seated.size();
    if (!members_are_copied || lost.size() > compared_max || free_copies.size() > compared_max)
        return;
    for (auto const* seat : lost) {
        auto const& row = order.seats[seat->row];
        Unit const* best = nullptr;
        double most = 0;
        for (auto const* copy : free_copies)
            if (auto const like = likeness(*seat, row, *copy); like > most) {
                most = like;
                best = copy;
            }
        if (!best) continue;
        doubt(findings, Severity::warning, path("seats", seat->row, "unit"),
              {"mandates.finding_unit_differs",
               {{"seat", row.no},
                {"unit", seat->text},
                {"line", order.copies.listed[best->row].no},
                {"copied", best->text}}},
              best->text);
    }
}

void check_posts(std::vector<OrderSeat> const& seats, Findings& findings) {
    std::unordered_map<std::string, std::int64_t> seen;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        auto const& seat = seats[i];
        if (seat.posts.empty()) continue;
        auto const key =
            packed(joined(seat.posts, "/")) + "|" + packed(seat.unit) + "|" + packed(seat.person);
        auto const [first, added] = seen.emplace(key, seat.no);
        if (!added)
            doubt(findings, Severity::warning, path("seats", i, "posts"),
                  {"mandates.finding_post_twice",
                   {{"post", seat.text}, {"first", first->second}, {"second", seat.no}}});
    }
}

void check_signature_date(Order const& order, Findings& findings) {
    if (!order.signatory || !order.signatory->date || !order.dates.gregorian) return;
    if (*order.signatory->date != *order.dates.gregorian)
        doubt(findings, Severity::note, "signatory.date",
              {"mandates.finding_signed_other_day",
               {{"signed", *order.signatory->date}, {"dated", *order.dates.gregorian}}});
}

} // namespace

void examine_order(Order const& order, Findings& findings) {
    check_numbers("seats", order.seats, findings, "mandates.list_seats");
    check_numbers("functions", order.functions, findings, "mandates.list_functions");
    check_numbers("copies.listed", order.copies.listed, findings, "mandates.list_copies");
    check_copies(order.copies, findings);
    check_units(order, findings);
    check_posts(order.seats, findings);
    check_signature_date(order, findings);
    check_slips(order, findings);
}

} // namespace udb::mandates
