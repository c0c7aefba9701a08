#include "modules/duties/letters/escalation.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "kernel/mandate_reader.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> escalation();
}

namespace udb::duties {

Result<std::vector<EscalationRule>> read_escalation_rules(std::string_view toml) {
    auto const root = TRY(parse_toml(toml, "escalation.toml"));
    MandateReader reader;
    std::vector<EscalationRule> rules;
    reader.each(root, "rule", "", [&](toml::table const& table, std::string const& path) {
        reader.known_keys(table, path, {"from", "days_late", "bn", "en"});
        rules.push_back(
            {.from = reader.date(table, "from", path),
             .days_late = static_cast<int>(reader.number(table, "days_late", path, 1, 366)),
             .basis = reader.label(table, path)});
    });
    if (!reader.problems().empty()) return invalid(std::move(reader).problems());
    std::ranges::stable_sort(rules, {}, &EscalationRule::from);
    return rules;
}

std::span<EscalationRule const> escalation_rules() {
    static std::vector<EscalationRule> const rules = [] {
        auto read = read_escalation_rules(embedded::escalation().front().bytes);
        ENSURE(read, "data/escalation.toml");
        return *std::move(read);
    }();
    return rules;
}

EscalationRule const* rule_on(std::span<EscalationRule const> rules, Date day) {
    auto const after = std::ranges::upper_bound(rules, day, {}, &EscalationRule::from);
    return after == rules.begin() ? nullptr : &*std::prev(after);
}

bool is_escalated(std::span<EscalationRule const> rules, std::int64_t days_late, Date day) {
    auto const* rule = rule_on(rules, day);
    return rule && days_late >= rule->days_late;
}

} // namespace udb::duties
