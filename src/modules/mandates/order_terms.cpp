#include "modules/mandates/order_terms.hpp"

#include "bangla/memo/memo.hpp"
#include "bangla/text/normalise.hpp"

namespace udb::mandates {

std::span<std::string_view const> order_kinds() {
    static constexpr std::string_view kinds[] = {"notification",  "office_order", "circular",
                                                 "memorandum",    "letter",       "notice",
                                                 "demi_official", "press_note",   "resolution"};
    return kinds;
}

std::optional<OrderMemo> memo_of(std::string_view written) {
    auto const text = bangla::single_spaced(bangla::normalised(written));
    if (text.empty()) return {};
    auto const memo = bangla::parse_memo(text);
    OrderMemo out{.raw = memo.raw, .issue = memo.issue};
    if (memo.scheme) out.scheme = bangla::digits(*memo.scheme);
    for (auto const& group : memo.groups)
        out.groups.emplace_back(std::string(group.key), group.digits);
    return out;
}

} // namespace udb::mandates
