// An order as JSON, and back: what `order read --json` prints and `order render` takes.
#include "modules/mandates/finding.hpp"
#include "modules/mandates/order.hpp"
#include "modules/mandates/order_json_reader.hpp"

#include <boost/json.hpp>

namespace udb::mandates {
namespace {

namespace json = boost::json;

json::value text_or_null(std::string const& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}
template <class Number>
json::value number_or_null(std::optional<Number> const& number) {
    return number ? json::value(static_cast<std::int64_t>(*number)) : json::value(nullptr);
}
json::value date_or_null(std::optional<Date> const& date) {
    return date ? json::value(iso(*date)) : json::value(nullptr);
}
json::array texts(std::vector<std::string> const& list) {
    json::array out;
    for (auto const& text : list)
        out.emplace_back(text);
    return out;
}
template <class Rows, class Shape>
json::array rows(Rows const& list, Shape shape) {
    json::array out;
    for (auto const& row : list)
        out.push_back(shape(row));
    return out;
}

json::value shape_of(std::optional<OrderMemo> const& memo) {
    if (!memo) return nullptr;
    json::object groups;
    for (auto const& [key, digits] : memo->groups)
        groups[key] = digits;
    return json::object{{"raw", memo->raw},
                        {"scheme", number_or_null(memo->scheme)},
                        {"groups", std::move(groups)},
                        {"issue", text_or_null(memo->issue)}};
}

json::object shape_of(OrderSeat const& seat) {
    return {{"no", seat.no},
            {"posts", texts(seat.posts)},
            {"unit", text_or_null(seat.unit)},
            {"role", text_or_null(seat.role)},
            {"role_text", text_or_null(seat.role_text)},
            {"person", text_or_null(seat.person)},
            {"text", seat.text}};
}

json::value shape_of(std::optional<Signatory> const& who) {
    if (!who) return nullptr;
    return json::object{{"name", text_or_null(who->name)},     {"post", text_or_null(who->post)},
                        {"office", text_or_null(who->office)}, {"phone", text_or_null(who->phone)},
                        {"fax", text_or_null(who->fax)},       {"email", text_or_null(who->email)},
                        {"date", date_or_null(who->date)}};
}

json::object shape_of(Finding const& finding) {
    json::object out{{"severity", severity_name(finding.severity)},
                     {"where", finding.where},
                     {"bn", finding.said.bn},
                     {"en", finding.said.en},
                     {"rule", finding.rule}};
    if (!finding.proposal.empty()) out["proposal"] = finding.proposal;
    return out;
}

json::object shape_of(OrderCopies const& copies) {
    return {{"stated", number_or_null(copies.stated)},
            {"listed", rows(copies.listed, [](OrderCopyLine const& line) {
                 return json::object{
                     {"no", line.no}, {"text", line.text}, {"copies", number_or_null(line.copies)}};
             })}};
}

json::object shape_of(Order const& order) {
    auto const effective =
        order.effective_at_once ? json::value("at_once") : date_or_null(order.effective_on);
    return {
        {"kind", text_or_null(order.kind)},
        {"title", text_or_null(order.title)},
        {"issuer", text_or_null(order.head.office)},
        {"head", json::object{{"government", text_or_null(order.head.government)},
                              {"section", text_or_null(order.head.section)},
                              {"website", text_or_null(order.head.website)}}},
        {"memo", shape_of(order.memo)},
        {"dates", json::object{{"gregorian", date_or_null(order.dates.gregorian)},
                               {"bangla", text_or_null(order.dates.bangla)},
                               {"agree", order.dates.agree ? json::value(*order.dates.agree)
                                                           : json::value(nullptr)}}},
        {"subject", text_or_null(order.subject)},
        {"references", texts(order.references)},
        {"cites", rows(order.cites,
                       [](Citation const& one) {
                           return json::object{{"memo", text_or_null(one.memo)},
                                               {"date", date_or_null(one.date)}};
                       })},
        {"tiers", rows(order.tiers,
                       [](OrderTier const& tier) {
                           return json::object{{"tier", tier.tier},
                                               {"leader_role", text_or_null(tier.leader_role)},
                                               {"leader", text_or_null(tier.leader)},
                                               {"members", texts(tier.members)}};
                       })},
        {"seats", rows(order.seats, [](OrderSeat const& seat) { return shape_of(seat); })},
        {"functions", rows(order.functions,
                           [](OrderFunction const& one) {
                               return json::object{{"no", one.no}, {"text", one.text}};
                           })},
        {"copies", shape_of(order.copies)},
        {"signatory", shape_of(order.signatory)},
        {"cancels_earlier", order.cancels_earlier},
        {"cancels", text_or_null(order.cancels)},
        {"amends", text_or_null(order.amends)},
        {"effective", effective},
        {"body", texts(order.body)},
        {"places", json::object{{"tiers", number_or_null(order.places.tiers)},
                                {"seats", number_or_null(order.places.seats)},
                                {"functions", number_or_null(order.places.functions)}}},
        {"findings", rows(order.findings, [](Finding const& one) { return shape_of(one); })},
    };
}

void write_pretty(json::value const& value, std::size_t depth, std::string& out) {
    auto const indent = [&](std::size_t levels) { out.append(levels * 2, ' '); };
    auto const* object = value.if_object();
    auto const* array = value.if_array();
    if ((!object || object->empty()) && (!array || array->empty())) {
        out += json::serialize(value);
        return;
    }
    out += object ? "{\n" : "[\n";
    std::size_t left = object ? object->size() : array->size();
    auto const close = [&] { out += --left > 0 ? ",\n" : "\n"; };
    if (object)
        for (auto const& [key, inner] : *object) {
            indent(depth + 1);
            out += json::serialize(json::value(key)) + ": ";
            write_pretty(inner, depth + 1, out);
            close();
        }
    else
        for (auto const& inner : *array) {
            indent(depth + 1);
            write_pretty(inner, depth + 1, out);
            close();
        }
    indent(depth);
    out += object ? '}' : ']';
}

} // namespace

std::string to_json(Order const& order, bool pretty) {
    json::value const value = shape_of(order);
    if (!pretty) return json::serialize(value);
    std::string out;
    write_pretty(value, 0, out);
    return out;
}

} // namespace udb::mandates
