#include "bangla/text/similarity.hpp"

#include "bangla/text/graphemes.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace udb::bangla {
namespace {

constexpr std::size_t letters_max = 512;
/// Enough bytes for any 512 letters that occur; what is beyond is not cut into letters at all.
constexpr std::size_t bytes_max = letters_max * 24;

struct Letters {
    std::vector<std::string_view> head;
    std::string_view rest;
};

Letters letters(std::string_view text) {
    Letters out{graphemes(text.substr(0, bytes_max)), {}};
    if (out.head.size() > letters_max) out.head.resize(letters_max);
    std::size_t const used =
        out.head.empty() ? 0 : static_cast<std::size_t>(out.head.back().end() - text.begin());
    out.rest = text.substr(used);
    return out;
}

std::size_t distance(Letters const& a, Letters const& b) {
    std::vector<std::size_t> row(b.head.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.head.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            auto const change = diagonal + (a.head[i - 1] == b.head[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    if (a.rest == b.rest) return row.back();
    return row.back() + std::max(a.rest.size(), b.rest.size()) / 3 + 1;
}

double likeness(Letters const& a, Letters const& b) {
    auto const longer =
        std::max(a.head.size() + a.rest.size() / 3, b.head.size() + b.rest.size() / 3);
    if (longer == 0) return a.rest == b.rest ? 1.0 : 0.0;
    auto const same = 1.0 - static_cast<double>(distance(a, b)) / static_cast<double>(longer);
    return std::clamp(same, 0.0, 1.0);
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    if (a == b) return 0;
    return distance(letters(a), letters(b));
}

double similarity(std::string_view a, std::string_view b) {
    if (a == b) return 1.0;
    return likeness(letters(a), letters(b));
}

std::optional<Nearest> nearest(std::string_view word,
                               std::span<std::string_view const> candidates) {
    if (candidates.empty()) return {};
    Nearest best{0, -1.0, 0.0};
    auto const own = letters(word);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        auto const like = word == candidates[i] ? 1.0 : likeness(own, letters(candidates[i]));
        if (like > best.similarity)
            best = {i, like, std::max(best.similarity, 0.0)};
        else
            best.runner_up = std::max(best.runner_up, like);
    }
    return best;
}

} // namespace udb::bangla
