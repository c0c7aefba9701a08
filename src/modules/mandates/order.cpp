// The order reader: from bytes to lines, from lines to parts, from parts to a proposal with doubts.
#include "modules/mandates/order.hpp"

#include "bangla/text/encoding.hpp"
#include "modules/mandates/finding.hpp"
#include "modules/mandates/order_lines.hpp"
#include "modules/mandates/order_parts.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

bool recognised(Order const& order) {
    return !order.kind.empty() || order.memo || !order.tiers.empty() || !order.seats.empty()
           || !order.functions.empty() || !order.copies.listed.empty();
}

std::size_t rows_of(Order const& order) {
    return std::max({order.seats.size(), order.functions.size(), order.copies.listed.size(),
                     order.body.size(), order.tiers.size(), order.cites.size()});
}

int weight(Severity severity) { return static_cast<int>(severity); }

} // namespace

Result<Order> read_order(std::string_view bytes) {
    if (bytes.size() > order_bytes_max)
        return refused({"mandates.refused_too_large",
                        {{"megabytes", std::int64_t(order_bytes_max / (1024UL * 1024))}}});
    auto const text = TRY(bangla::text_of(bytes));
    auto const read = lines_of(text);
    auto const parts = parts_of(read.lines);

    Order order;
    Findings findings;
    read_head(read.lines, parts, order, findings);
    read_body(read.lines, parts, order, findings);
    read_signature(read.lines, parts, order, findings);
    read_copies(read.lines, parts, order, findings);
    if (!recognised(order)) return refused({"mandates.refused_not_an_order"});
    if (rows_of(order) > order_rows_max)
        return refused(
            {"mandates.refused_too_many_rows",
             {{"most", std::int64_t(order_rows_max)}, {"rows", std::int64_t(rows_of(order))}}});
    examine_order(order, findings);
    if (read.tags > 0)
        doubt(findings, Severity::note, "text",
              {"mandates.finding_markup", {{"count", std::int64_t(read.tags)}}});
    if (read.visargas > 0)
        doubt(findings, Severity::note, "text",
              {"mandates.finding_visarga", {{"count", std::int64_t(read.visargas)}}});
    std::ranges::stable_sort(findings, {}, [](auto const& one) { return weight(one.severity); });
    order.findings = std::move(findings);
    return order;
}

} // namespace udb::mandates
