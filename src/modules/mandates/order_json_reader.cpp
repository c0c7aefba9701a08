// The order from JSON, with a fault for every field that is not what it should be.
#include "modules/mandates/order_json_reader.hpp"

#include "modules/mandates/finding.hpp"
#include "modules/mandates/order.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace udb::mandates {
namespace {

namespace json = boost::json;

constexpr std::size_t faults_max = 50;
constexpr std::string_view tier_ids[] = {"ministry", "agency", "district", "upazila"};
constexpr std::string_view role_ids[] = {"chief_innovation_officer", "innovation_officer", "member",
                                         "member_secretary"};

/// An id out of a fixed list, or empty.
template <std::size_t n>
std::string id_of(JsonReader const& in, std::string_view key,
                  std::string_view const (&allowed)[n]) {
    auto id = in.text(key);
    if (!id.empty() && std::ranges::find(allowed, id) == std::end(allowed))
        in.fault(key, "mandates.json_unknown_word");
    return id;
}

std::string kind_id(JsonReader const& in) {
    auto id = in.text("kind");
    auto const known =
        std::ranges::any_of(kind_words, [&](auto const& word) { return word.kind == id; });
    if (!id.empty() && !known) in.fault("kind", "mandates.json_unknown_word");
    return id;
}

void read_memo(JsonReader const& in, Order& order) {
    in.object("memo", [&](JsonReader const& memo) {
        OrderMemo out{.raw = memo.text("raw")};
        if (out.raw.empty()) memo.fault("raw", "mandates.json_missing");
        if (auto const scheme = memo.number("scheme")) {
            if (*scheme != 18 && *scheme != 22) memo.fault("scheme", "mandates.json_unknown_word");
            out.scheme = *scheme == 18 ? 18 : 22;
        }
        memo.object("groups", [&](JsonReader const& groups) {
            for (auto const& [key, value] : groups.raw())
                if (!value.is_null()) out.groups.emplace_back(key, groups.text(key));
        });
        out.issue = memo.text("issue");
        order.memo = std::move(out);
    });
}

void read_head(JsonReader const& in, Order& order) {
    in.object("head", [&](JsonReader const& head) {
        order.head = {head.text("government"), head.text("office"), head.text("section"),
                      head.text("website")};
    });
    if (auto office = in.text("issuer"); !office.empty()) order.head.office = std::move(office);
    in.object("dates", [&](JsonReader const& dates) {
        order.dates = {dates.date("gregorian"), dates.text("bangla"), dates.truth("agree")};
    });
    order.subject = in.text("subject");
    order.references = in.texts("references");
    in.objects("cites", [&](JsonReader const& one) {
        order.cites.push_back({one.text("memo"), one.date("date")});
    });
}

void read_composition(JsonReader const& in, Order& order) {
    in.objects("tiers", [&](JsonReader const& tier) {
        order.tiers.push_back({.tier = id_of(tier, "tier", tier_ids),
                               .leader_role = id_of(tier, "leader_role", role_ids),
                               .leader = tier.text("leader"),
                               .members = tier.texts("members")});
    });
    in.objects("seats", [&](JsonReader const& seat) {
        order.seats.push_back({.no = seat.required_number("no"),
                               .posts = seat.texts("posts"),
                               .unit = seat.text("unit"),
                               .role = id_of(seat, "role", role_ids),
                               .role_text = seat.text("role_text"),
                               .person = seat.text("person"),
                               .text = seat.text("text")});
    });
    in.objects("functions", [&](JsonReader const& one) {
        order.functions.push_back({one.required_number("no"), one.text("text")});
    });
}

void read_closing(JsonReader const& in, Order& order) {
    in.object("copies", [&](JsonReader const& copies) {
        order.copies.stated = copies.number("stated");
        copies.objects("listed", [&](JsonReader const& line) {
            order.copies.listed.push_back(
                {line.required_number("no"), line.text("text"), line.number("copies")});
        });
    });
    in.object("signatory", [&](JsonReader const& who) {
        order.signatory =
            Signatory{who.text("name"), who.text("post"),  who.text("office"), who.text("phone"),
                      who.text("fax"),  who.text("email"), who.date("date")};
    });
    order.cancels_earlier = in.truth("cancels_earlier").value_or(false);
    order.cancels = in.text("cancels");
    order.amends = in.text("amends");
    order.effective_at_once = in.text("effective") == "at_once";
    if (!order.effective_at_once) order.effective_on = in.date("effective");
}

void read_places(JsonReader const& in, Order& order) {
    order.body = in.texts("body");
    in.object("places", [&](JsonReader const& places) {
        auto const place = [&](std::string_view key) -> std::optional<std::size_t> {
            auto const at = places.number(key);
            if (!at) return {};
            if (*at < 0 || static_cast<std::size_t>(*at) > order.body.size()) {
                places.fault(key, "mandates.json_place");
                return {};
            }
            return static_cast<std::size_t>(*at);
        };
        order.places = {place("tiers"), place("seats"), place("functions")};
    });
}

void read_findings(JsonReader const& in, Order& order) {
    static constexpr std::string_view severities[] = {"error", "warning", "note"};
    in.objects("findings", [&](JsonReader const& one) {
        auto const severity = id_of(one, "severity", severities);
        order.findings.push_back({.severity = severity == "error"     ? Severity::error
                                              : severity == "warning" ? Severity::warning
                                                                      : Severity::note,
                                  .where = one.text("where"),
                                  .rule = one.text("rule"),
                                  .said = {one.text("bn"), one.text("en")},
                                  .proposal = one.text("proposal")});
    });
}

Result<json::value> parsed(std::string_view text) {
    if (text.size() > 4 * order_bytes_max)
        return refused({"mandates.refused_too_large",
                        {{"megabytes", std::int64_t(4 * order_bytes_max / (1024UL * 1024))}}});
    json::stream_parser parser;
    boost::system::error_code failed;
    auto const used = parser.write_some(text.data(), text.size(), failed);
    auto const rest = text.substr(used);
    if (!failed && rest.find_first_not_of(" \t\r\n") != rest.npos) failed = json::error::extra_data;
    if (!failed) parser.finish(failed);
    if (failed) return refused({"mandates.json_not_json", {{"byte", std::int64_t(used) + 1}}});
    return parser.release();
}

} // namespace

json::value const* JsonReader::find(std::string_view key) const {
    auto const* value = object_.if_contains(key);
    return value && !value->is_null() ? value : nullptr;
}

std::string JsonReader::path(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void JsonReader::fault(std::string_view key, std::string message) const {
    if (faults_.size() < faults_max) faults_.push_back({path(key), {std::move(message)}});
}

std::string JsonReader::text(std::string_view key) const {
    auto const* value = find(key);
    if (!value) return {};
    if (auto const* text = value->if_string()) return std::string(*text);
    fault(key, "mandates.json_text");
    return {};
}

std::optional<std::int64_t> JsonReader::number(std::string_view key) const {
    auto const* value = find(key);
    if (!value) return {};
    if (auto const* number = value->if_int64()) return *number;
    fault(key, "mandates.json_number");
    return {};
}

std::int64_t JsonReader::required_number(std::string_view key) const {
    if (!find(key)) fault(key, "mandates.json_missing");
    return number(key).value_or(0);
}

std::optional<bool> JsonReader::truth(std::string_view key) const {
    auto const* value = find(key);
    if (!value) return {};
    if (auto const* truth = value->if_bool()) return *truth;
    fault(key, "mandates.json_truth");
    return {};
}

std::optional<Date> JsonReader::date(std::string_view key) const {
    auto const written = text(key);
    if (written.empty()) return {};
    auto const date = parse_iso_date(written);
    if (!date) fault(key, "mandates.json_date");
    return date;
}

std::vector<std::string> JsonReader::texts(std::string_view key) const {
    std::vector<std::string> out;
    auto const* value = find(key);
    if (!value) return out;
    auto const* list = value->if_array();
    if (!list) {
        fault(key, "mandates.json_list");
        return out;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (auto const* text = (*list)[i].if_string())
            out.emplace_back(*text);
        else
            fault(std::string(key) + "[" + std::to_string(i) + "]", "mandates.json_text");
    }
    return out;
}

Result<Order> order_from_json(std::string_view text) {
    auto const value = TRY(parsed(text));
    auto const* object = value.if_object();
    if (!object) return refused({"mandates.json_no_order"});
    std::vector<FieldError> faults;
    JsonReader const in(*object, "", faults);
    auto const says_something =
        std::ranges::any_of(std::initializer_list<std::string_view>{"kind", "memo", "body", "tiers",
                                                                    "seats", "functions"},
                            [&](auto key) { return in.has(key); });
    if (!says_something) return refused({"mandates.json_no_order"});

    Order order;
    order.kind = kind_id(in);
    order.title = in.text("title");
    read_memo(in, order);
    read_head(in, order);
    read_composition(in, order);
    read_closing(in, order);
    read_places(in, order);
    read_findings(in, order);
    if (!faults.empty()) return invalid(std::move(faults));
    return order;
}

} // namespace udb::mandates
