#include "modules/mandates/accepted_actions.hpp"

#include "modules/mandates/finding.hpp"
#include "modules/mandates/policy.hpp"

namespace udb::mandates {
namespace {

/// অফিস আদেশ, শ্রম ও কর্মসংস্থান মন্ত্রণালয়: the office as the paper writes it, in both languages.
BilingualText title_of(Order const& order) {
    auto title = finding_words("mandates.kind_" + order.kind);
    auto const& office = order.head.office.empty() ? order.subject : order.head.office;
    if (office.empty()) return title;
    return {title.bn + ", " + office, title.en + ", " + office};
}

Details details_of(Acceptance const& a) {
    constexpr std::size_t told_most = 100;
    Details details{{"memo", a.order.memo ? a.order.memo->raw : ""},
                    {"findings", std::to_string(a.order.findings.size())},
                    {"corrections", std::to_string(a.corrections.size())}};
    for (auto const& c : a.corrections) {
        if (details.size() > told_most) break;
        details.emplace_back(c.where, c.before + " → " + c.after);
    }
    return details;
}

} // namespace

Result<Id<Order>> accept_order(Work& work, Acceptance const& accepted) {
    TRY(work.allow(policy, Act::accept, {.office_path = accepted.office_path}));
    auto const& order = accepted.order;
    if (order.kind.empty()) return invalid("kind", {"field.required"});
    if (!order.dates.gregorian) return invalid("dates.gregorian", {"field.required"});
    auto const memo = order.memo ? order.memo->raw : std::string{};
    if (auto const known = order_with_memo(work.db, memo, accepted.office_path))
        return invalid(
            "memo", {"mandates.desk_known_memo", {{"memo", known->memo}, {"title", known->title}}});
    auto const id = add_record(work,
                               {.kind = std::string(order_kind),
                                .office_path = accepted.office_path,
                                .number = memo,
                                .title = title_of(order)},
                               accepted.original);
    insert_order(work.db, id, accepted);
    work.record("order.accepted", id, accepted.office_path, details_of(accepted));
    return as<Order>(id);
}

} // namespace udb::mandates
