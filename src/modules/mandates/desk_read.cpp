#include "modules/mandates/desk_read.hpp"

#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"
#include "kernel/codec.hpp"
#include "kernel/mandate_terms.hpp"
#include "modules/mandates/desk_form.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

std::vector<std::string> parted(std::string_view text, char at) {
    std::vector<std::string> out;
    while (!text.empty()) {
        auto const end = std::min(text.find(at), text.size());
        if (auto const part = bangla::trimmed(text.substr(0, end)); !part.empty())
            out.emplace_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
    std::string out;
    for (auto const& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

/// The row as a paper would write it, where the officer changed it.
std::string row_of(OrderSeat const& seat) {
    auto row = joined(seat.posts, "/");
    if (!seat.unit.empty()) row += " (" + seat.unit + ")";
    return row;
}

} // namespace

std::string tidied(std::string_view typed) {
    return std::string(bangla::trimmed(bangla::normalised(typed)));
}

bool same_text(std::string_view typed, std::string_view shown) {
    return typed == shown || tidied(typed) == tidied(shown);
}

bool is_desk_field(std::string_view name) {
    for (std::string_view const one :
         {"kind", "memo", "subject", "references", "cancels", "cancels_earlier", "amends",
          "effective_at_once", "effective_on"})
        if (name == one) return true;
    for (std::string_view const stem : {"head.", "dates.", "signatory.", "cites[", "tiers[",
                                        "seats[", "functions[", "copies.", "body["})
        if (name.starts_with(stem)) return true;
    return false;
}

std::string const* DeskReader::sent(std::string_view name) const {
    auto const found = form_.find(name);
    return found == form_.end() ? nullptr : &found->second;
}

bool DeskReader::text(std::string_view name, std::string& value) {
    auto const* typed = sent(name);
    if (!typed || same_text(*typed, value)) return false;
    auto now = tidied(*typed);
    if (bangla::grapheme_count(now) > DeskLimits::letters)
        faults_.push_back(
            {std::string(name), {"field.too_long", {{"max", std::int64_t(DeskLimits::letters)}}}});
    value = std::move(now);
    return true;
}

void DeskReader::date(std::string_view name, std::optional<Date>& value) {
    auto const* typed = sent(name);
    if (!typed) return;
    auto const now = tidied(*typed);
    if (now.empty()) {
        value.reset();
        return;
    }
    if (auto wrong = read_date(now, value)) faults_.push_back({std::string(name), *wrong});
}

void DeskReader::number(std::string_view name, std::optional<std::int64_t>& value) {
    auto const* typed = sent(name);
    if (!typed) return;
    auto const now = tidied(*typed);
    if (now.empty()) {
        value.reset();
        return;
    }
    std::int64_t read = 0;
    if (auto wrong = read_number(now, {.at_least = 0, .at_most = 1'000'000}, read))
        faults_.push_back({std::string(name), *wrong});
    else
        value = read;
}

bool DeskReader::flag(std::string_view name) const { return sent(name) != nullptr; }

void DeskReader::lines(std::string_view name, std::vector<std::string>& value) {
    auto const* typed = sent(name);
    if (!typed || same_text(*typed, joined(value, "\n"))) return;
    std::string now;
    text(name, now);
    value = parted(now, '\n');
}

void DeskReader::memo(Order& order) {
    std::string raw = order.memo ? order.memo->raw : "";
    if (text("memo", raw)) order.memo = memo_of(raw);
}

void DeskReader::head(Order& order) {
    auto const before = order.kind;
    text("kind", order.kind);
    if (order.kind.empty())
        faults_.push_back({"kind", {"field.required"}});
    else if (std::ranges::find(order_kinds(), order.kind) == order_kinds().end())
        faults_.push_back({"kind", {"field.not_a_choice"}});
    else if (order.kind != before)
        order.title = finding_words("mandates.kind_" + order.kind).bn;
    text("head.government", order.head.government);
    text("head.office", order.head.office);
    text("head.section", order.head.section);
    text("head.website", order.head.website);
    memo(order);
    date("dates.gregorian", order.dates.gregorian);
    auto const bad_date = std::ranges::any_of(
        faults_, [](auto const& fault) { return fault.field == "dates.gregorian"; });
    if (!order.dates.gregorian && !bad_date)
        faults_.push_back({"dates.gregorian", {"field.required"}});
    text("dates.bangla", order.dates.bangla);
    text("subject", order.subject);
    lines("references", order.references);
}

void DeskReader::signatory(Order& order) {
    auto sign = order.signatory.value_or(Signatory{});
    text("signatory.name", sign.name);
    text("signatory.post", sign.post);
    text("signatory.office", sign.office);
    text("signatory.phone", sign.phone);
    text("signatory.fax", sign.fax);
    text("signatory.email", sign.email);
    date("signatory.date", sign.date);
    order.signatory.reset();
    if (sign != Signatory{}) order.signatory = std::move(sign);
}

void DeskReader::closing(Order& order) {
    signatory(order);
    order.cancels_earlier = flag("cancels_earlier");
    text("cancels", order.cancels);
    text("amends", order.amends);
    order.effective_at_once = flag("effective_at_once");
    date("effective_on", order.effective_on);
    number("copies.stated", order.copies.stated);
}

void DeskReader::seat(std::size_t i, OrderSeat& seat) {
    auto posts = joined(seat.posts, " / ");
    bool changed = text(path("seats", i, "posts"), posts);
    if (changed) seat.posts = parted(posts, '/');
    changed = text(path("seats", i, "unit"), seat.unit) || changed;
    if (changed) seat.text = row_of(seat);
    auto const field = path("seats", i, "role");
    if (!text(field, seat.role)) return;
    auto const role = term_with_id<SeatRole>(seat.role);
    if (role)
        seat.role_text = std::string(label_of(*role).bn);
    else if (!seat.role.empty())
        faults_.push_back({field, {"field.not_a_choice"}});
}

void DeskReader::seats(Order& order) {
    auto const shown = std::min(order.seats.size(), DeskLimits::seats);
    for (std::size_t i = 0; i < shown; ++i)
        seat(i, order.seats[i]);
    if (order.seats.size() <= DeskLimits::seats) {
        OrderSeat added;
        seat(order.seats.size(), added);
        added.no = order.seats.empty() ? 1 : order.seats.back().no + 1;
        if (!added.posts.empty()) order.seats.push_back(std::move(added));
    }
    std::erase_if(order.seats, [](OrderSeat const& s) {
        return s.posts.empty() && s.unit.empty() && s.person.empty();
    });
}

void DeskReader::functions(Order& order) {
    for (std::size_t i = 0; i < std::min(order.functions.size(), DeskLimits::functions); ++i)
        text(path("functions", i, "text"), order.functions[i].text);
    if (order.functions.size() <= DeskLimits::functions) {
        OrderFunction added{.no = order.functions.empty() ? 1 : order.functions.back().no + 1};
        text(path("functions", order.functions.size(), "text"), added.text);
        order.functions.push_back(std::move(added));
    }
    std::erase_if(order.functions, [](OrderFunction const& f) { return f.text.empty(); });
}

void DeskReader::copies(Order& order) {
    auto& listed = order.copies.listed;
    auto const shown = std::min(listed.size(), DeskLimits::copies);
    for (std::size_t i = 0; i < shown; ++i) {
        text(path("copies.listed", i, "text"), listed[i].text);
        number(path("copies.listed", i, "copies"), listed[i].copies);
    }
    if (listed.size() <= DeskLimits::copies) {
        OrderCopyLine added{.no = listed.empty() ? 1 : listed.back().no + 1};
        text(path("copies.listed", listed.size(), "text"), added.text);
        listed.push_back(std::move(added));
    }
    std::erase_if(listed, [](OrderCopyLine const& line) { return line.text.empty(); });
}

void DeskReader::body(Order& order) {
    for (std::size_t i = 0; i < std::min(order.body.size(), DeskLimits::body); ++i)
        text(path("body", i), order.body[i]);
    // Places count the paragraphs before them, so they move with those that go.
    for (auto i = order.body.size(); i-- > 0;) {
        if (!order.body[i].empty()) continue;
        order.body.erase(order.body.begin() + static_cast<std::ptrdiff_t>(i));
        for (auto* place : {&order.places.tiers, &order.places.seats, &order.places.functions})
            if (*place && **place > i) --**place;
    }
}

void DeskReader::lists(Order& order) {
    for (std::size_t i = 0; i < std::min(order.cites.size(), DeskLimits::cites); ++i) {
        text(path("cites", i, "memo"), order.cites[i].memo);
        date(path("cites", i, "date"), order.cites[i].date);
    }
    std::erase_if(order.cites, [](Citation const& c) { return c.memo.empty() && !c.date; });
    for (std::size_t i = 0; i < std::min(order.tiers.size(), DeskLimits::tiers); ++i) {
        text(path("tiers", i, "leader"), order.tiers[i].leader);
        lines(path("tiers", i, "members"), order.tiers[i].members);
    }
    seats(order);
    functions(order);
    copies(order);
    body(order);
    if (!order.seats.empty() && !order.places.seats) order.places.seats = order.body.size();
    if (!order.functions.empty() && !order.places.functions)
        order.places.functions = order.body.size();
    if (order.seats.empty()) order.places.seats.reset();
    if (order.functions.empty()) order.places.functions.reset();
}

} // namespace udb::mandates
