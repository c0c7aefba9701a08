// The role at the end of a row, `… – সদস্য সচিব`, or at its beginning.
#include "modules/mandates/order_parts.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

namespace udb::mandates {
namespace {

constexpr std::string_view marks = "-–—:.,;।…|()[]●=";

/// The role words are looked for at the edges of a row, where they are at most this long.
constexpr std::size_t edge_bytes = 120;

RoleSplit split_at(RoleWord const& word, std::string_view written, std::string_view rest) {
    return {.rest = squeezed(trimmed(rest, "-–—:.,;…|=")),
            .role = std::string(word.role),
            .role_text = std::string(written)};
}

/// "সংসদ সদস্য", "পরিষদ সদস্য": a post, not a role in a team.
bool is_post(std::string_view rest) {
    for (std::string_view const word : {"সংসদ", "পরিষদ", "পরিষদের", "কমিশনের", "বোর্ডের"})
        if (trimmed(rest).ends_with(word)) return true;
    return false;
}

std::optional<RoleSplit> role_at_end(std::string_view text) {
    auto const bare = trimmed(text, ";।,.)]*");
    auto const small =
        lowered(bare.size() > edge_bytes ? bare.substr(bare.size() - edge_bytes) : bare);
    for (auto const& word : role_words) {
        if (!small.ends_with(word.word)) continue;
        auto const rest = bare.substr(0, bare.size() - word.word.size());
        if (word_ends(rest) || is_post(rest)) continue;
        auto const apart = trimmed(rest, "([");
        if (trimmed(apart, marks).empty()) return {};
        return split_at(word, bare.substr(rest.size()), apart);
    }
    return {};
}

std::optional<RoleSplit> role_at_start(std::string_view text) {
    auto const small = lowered(text.substr(0, edge_bytes));
    for (auto const& word : role_words) {
        if (!small.starts_with(word.word)) continue;
        auto const rest = trimmed(text.substr(word.word.size()));
        for (std::string_view const mark : {":", "-", "–", "—"})
            if (rest.starts_with(mark) && !trimmed(rest, marks).empty())
                return split_at(word, text.substr(0, word.word.size()), trimmed(rest, "-–—:"));
    }
    return {};
}

} // namespace

std::optional<RoleSplit> split_role(std::string_view text) {
    if (auto end = role_at_end(text)) return end;
    return role_at_start(text);
}

std::optional<RoleSplit> role_of(std::string_view text) {
    auto const bare = trimmed(text, marks);
    if (bare.empty() || bare.size() > edge_bytes) return {};
    auto const small = lowered(bare);
    for (auto const& word : role_words)
        if (small == word.word) return split_at(word, bare, "");
    return {};
}

} // namespace udb::mandates
