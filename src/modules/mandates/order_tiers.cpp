// The composition of teams by tier (C23 §2): tables of tier, roles and posts that scanners run
// together.
#include "bangla/text/graphemes.hpp"
#include "modules/mandates/order_parts.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

constexpr std::size_t tier_letters_max = 60;

/// `মন্ত্রণালয়/ বিভাগ পর্যায়` names a tier.
std::string_view tier_of(std::string_view cell) {
    if (letters(cell) > tier_letters_max) return {};
    auto const small = lowered(trimmed(cell, ":।-–*"));
    if (!small.ends_with("পর্যায়") && !small.ends_with("পর্যায়ে") && !small.ends_with("level")
        && !small.ends_with("tier"))
        return {};
    for (auto const& [word, tier] : tier_words)
        if (contains(small, word)) return tier;
    return {};
}

/// The roles that a cell runs together: `ইনোভেশন অফিসার সদস্য সদস্য`; empty if it says anything else.
std::vector<RoleWord> roles_in(std::string_view cell) {
    std::vector<RoleWord> roles;
    auto const small = lowered(cell);
    std::string_view rest = trimmed(small, "●;,/-–।");
    while (!rest.empty()) {
        auto const* longest = static_cast<RoleWord const*>(nullptr);
        for (auto const& word : role_words)
            if (rest.starts_with(word.word)
                && (!longest || word.word.size() > longest->word.size()))
                longest = &word;
        if (!longest) return {};
        // "সদস্য সদস্য সচিব" is two; "সদস্য সচিব" is one.
        roles.push_back(*longest);
        rest = trimmed(rest.substr(longest->word.size()), "●;,/-–।");
    }
    return roles;
}

/// Items of a cell: parted by bullets and by semicolons outside brackets.
std::vector<std::string> items_of(std::string_view cell) {
    std::vector<std::string> items;
    for (auto const& bullet : split_outside_brackets(cell, "●"))
        for (auto& item : split_outside_brackets(bullet, ";"))
            items.push_back(squeezed(trimmed(item, ";।")));
    std::erase(items, "");
    return items;
}

/// Where a scanner lost the break between two items: a post right before the area's name, as in
/// `প্রোগ্রামারজেলার`.
std::optional<std::size_t> lost_break(std::string_view item) {
    for (std::string_view const next : {"উপজেলার", "জেলার", "মনোনীত", "নিজ"})
        for (auto at = item.find(next); at != item.npos; at = item.find(next, at + 1)) {
            auto const before = item.substr(0, at);
            if (before.empty() || !word_ends(before)) continue;
            if (ends_with_any(before, post_words)) return at;
        }
    return {};
}

struct Reader {
    Order& order;
    Findings& findings;

    OrderTier& tier() { return order.tiers.back(); }

    void take_leader(RoleWord const& role, std::string item) {
        tier().leader_role = role.role;
        tier().leader = std::move(item);
    }

    /// Parts items that were run together, while there are fewer of them than roles.
    std::vector<std::string> parted(std::vector<std::string> items, std::size_t wanted,
                                    std::size_t index) {
        std::vector<std::string> out;
        auto missing = wanted > items.size() ? wanted - items.size() : 0;
        for (auto& item : items) {
            auto const at = missing > 0 ? lost_break(item) : std::nullopt;
            if (at) {
                --missing;
                doubt(findings, Severity::note, path("tiers", index, "members"),
                      {"mandates.finding_items_run_together",
                       {{"text", item.substr(0, *at)},
                        {"next", bangla::truncated(item.substr(*at), 40)}}});
                out.push_back(item.substr(0, *at));
                item.erase(0, *at);
            }
            out.push_back(std::move(item));
        }
        return out;
    }

    /// Gives the items of a cell to the roles of the cell beside it, in order.
    void take(std::vector<RoleWord> const& roles, std::vector<std::string> items) {
        auto const index = order.tiers.size() - 1;
        items = parted(std::move(items), roles.size(), index);
        if (items.size() != roles.size())
            doubt(findings, Severity::warning, path("tiers", index),
                  {"mandates.finding_tier_items",
                   {{"roles", std::int64_t(roles.size())}, {"items", std::int64_t(items.size())}}});
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto const& role = roles[std::min(i, roles.size() - 1)];
            auto const leads = role.role.ends_with("innovation_officer");
            if (leads && tier().leader.empty())
                take_leader(role, std::move(items[i]));
            else
                tier().members.push_back(std::move(items[i]));
        }
    }
};

/// One table row; true if it belongs to the composition.
bool read_row(Reader& reader, Line const& line, bool within) {
    auto const& cells = line.cells;
    auto const tier = tier_of(cells[0]);
    if (tier.empty() && !(within && cells[0].empty())) return false;
    std::size_t roles_at = 1;
    std::vector<RoleWord> roles;
    for (; roles_at < cells.size(); ++roles_at)
        if (roles = roles_in(cells[roles_at]); !roles.empty()) break;
    if (roles.empty()) return false;
    std::vector<std::string> items;
    for (auto at = roles_at + 1; at < cells.size(); ++at)
        for (auto& item : items_of(cells[at]))
            items.push_back(std::move(item));
    if (!tier.empty()) reader.order.tiers.push_back({.tier = std::string(tier)});
    reader.take(roles, std::move(items));
    return true;
}

/// `(ক) জেলা পর্যায়:` and under it lines with a role each.
std::size_t read_lines(Reader& reader, std::span<Line const> body, std::size_t at) {
    auto const tier = tier_of(body[at].rest());
    std::vector<std::pair<RoleSplit, std::size_t>> rows;
    auto end = at + 1;
    for (; end < body.size(); ++end) {
        if (body[end].blank()) continue;
        auto split = body[end].table() ? std::nullopt : split_role(body[end].rest());
        if (!split || !tier_of(body[end].rest()).empty()) break;
        rows.emplace_back(*std::move(split), end);
    }
    if (rows.empty()) return at;
    reader.order.tiers.push_back({.tier = std::string(tier)});
    for (auto& [split, line] : rows) {
        if (split.role.ends_with("innovation_officer") && reader.tier().leader.empty())
            reader.take_leader({split.role_text, split.role}, std::move(split.rest));
        else
            reader.tier().members.push_back(std::move(split.rest));
    }
    return rows.back().second + 1;
}

} // namespace

void read_tiers(std::span<Line const> body, std::vector<char>& used, Order& order,
                Findings& findings) {
    Reader reader{order, findings};
    bool within = false;
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at].blank()) continue;
        if (body[at].table()) {
            within = read_row(reader, body[at], within);
            if (within) used[at] = 't';
            continue;
        }
        within = false;
        if (tier_of(body[at].rest()).empty()) continue;
        auto const end = read_lines(reader, body, at);
        if (end == at) continue;
        std::fill(used.begin() + static_cast<std::ptrdiff_t>(at),
                  used.begin() + static_cast<std::ptrdiff_t>(end), 't');
        at = end - 1;
    }
}

} // namespace udb::mandates
