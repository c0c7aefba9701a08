// Slips that scanners and typists leave.
#include "modules/mandates/finding_slips.hpp"

#include "bangla/text/normalise.hpp"
#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "modules/mandates/order_text.hpp"

#include <toml++/toml.h>

namespace udb::embedded {
std::span<EmbeddedFile const> scan_errors();
}

namespace udb::mandates {
namespace {

Slip read_slip(toml::node const& row, std::string_view file) {
    auto const* fields = row.as_table();
    ENSURE(fields, "a slip is a table");
    auto const text = [&](std::string_view key) {
        auto const value = (*fields)[key].value<std::string_view>();
        ENSURE(value && !value->empty(), std::string(file) + ": a slip lacks " + std::string(key));
        return bangla::normalised(*value);
    };
    ENSURE(!text("source").empty() && !text("kind").empty(), "a slip says where it was seen");
    return {text("wrong"), text("right")};
}

std::vector<Slip> read_slips() {
    std::vector<Slip> slips;
    for (auto const& file : embedded::scan_errors()) {
        auto const table = toml::parse(file.bytes, file.name);
        auto const* rows = table["slip"].as_array();
        ENSURE(rows, std::string(file.name) + " has no [[slip]]");
        for (auto const& row : *rows)
            slips.push_back(read_slip(row, file.name));
    }
    return slips;
}

/// The first place where `word` stands by itself.
bool stands_in(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size()))
        if (!word_ends(text.substr(0, at)) && !word_begins(text.substr(at + word.size())))
            return true;
    return false;
}

void check(std::string_view text, std::string const& where, Findings& findings) {
    for (auto const& slip : known_slips())
        if (stands_in(text, slip.wrong))
            doubt(findings, Severity::note, where,
                  {"mandates.finding_slip", {{"written", slip.wrong}, {"right", slip.right}}},
                  slip.right);
}

} // namespace

std::span<Slip const> known_slips() {
    static std::vector<Slip> const slips = read_slips();
    return slips;
}

void check_slips(Order const& order, Findings& findings) {
    for (std::size_t i = 0; i < order.body.size(); ++i)
        check(order.body[i], path("body", i), findings);
    for (std::size_t i = 0; i < order.tiers.size(); ++i)
        for (auto const& member : order.tiers[i].members)
            check(member, path("tiers", i, "members"), findings);
    for (std::size_t i = 0; i < order.seats.size(); ++i)
        check(order.seats[i].text, path("seats", i, "text"), findings);
    for (std::size_t i = 0; i < order.functions.size(); ++i)
        check(order.functions[i].text, path("functions", i, "text"), findings);
    for (std::size_t i = 0; i < order.copies.listed.size(); ++i)
        check(order.copies.listed[i].text, path("copies.listed", i, "text"), findings);
}

} // namespace udb::mandates
