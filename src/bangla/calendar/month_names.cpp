#include "bangla/calendar/month_names.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/search_key.hpp"
#include "bangla/text/similarity.hpp"
#include "base/ensure.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace udb::bangla {
namespace {

struct Alias {
    std::string_view word;
    CalendarKind calendar;
    unsigned month;
};

/// Beside the names of the tables; what folding joins by itself (জানুয়ারী) is not listed.
constexpr Alias aliases[] = {
    {"জানু", CalendarKind::gregorian, 1},    {"ফেব্রু", CalendarKind::gregorian, 2},
    {"ফেব", CalendarKind::gregorian, 2},    {"ফেব্রয়ারি", CalendarKind::gregorian, 2},
    {"অগাস্ট", CalendarKind::gregorian, 8},  {"আগাস্ট", CalendarKind::gregorian, 8},
    {"সেপ্ট", CalendarKind::gregorian, 9},   {"সেপ্টে", CalendarKind::gregorian, 9},
    {"অক্টো", CalendarKind::gregorian, 10},  {"নভে", CalendarKind::gregorian, 11},
    {"ডিসে", CalendarKind::gregorian, 12},  {"জৈষ্ঠ", CalendarKind::bangla, 2},
    {"জৈষ্ঠ্য", CalendarKind::bangla, 2},     {"জ্যৈষ্ঠ্য", CalendarKind::bangla, 2},
    {"আষাড়", CalendarKind::bangla, 3},      {"আশ্বীন", CalendarKind::bangla, 6},
    {"অঘ্রান", CalendarKind::bangla, 8},     {"অঘ্রাণ", CalendarKind::bangla, 8},
    {"ফাগুন", CalendarKind::bangla, 11},     {"jan", CalendarKind::gregorian, 1},
    {"feb", CalendarKind::gregorian, 2},    {"mar", CalendarKind::gregorian, 3},
    {"apr", CalendarKind::gregorian, 4},    {"jun", CalendarKind::gregorian, 6},
    {"jul", CalendarKind::gregorian, 7},    {"aug", CalendarKind::gregorian, 8},
    {"sep", CalendarKind::gregorian, 9},    {"sept", CalendarKind::gregorian, 9},
    {"oct", CalendarKind::gregorian, 10},   {"nov", CalendarKind::gregorian, 11},
    {"dec", CalendarKind::gregorian, 12},   {"baishakh", CalendarKind::bangla, 1},
    {"jaishtha", CalendarKind::bangla, 2},  {"ashar", CalendarKind::bangla, 3},
    {"shrabon", CalendarKind::bangla, 4},   {"bhadra", CalendarKind::bangla, 5},
    {"ashwin", CalendarKind::bangla, 6},    {"agrahayan", CalendarKind::bangla, 8},
    {"ograhayon", CalendarKind::bangla, 8}, {"phalgun", CalendarKind::bangla, 11},
    {"falgoon", CalendarKind::bangla, 11},  {"chaitra", CalendarKind::bangla, 12},
};

struct Names {
    std::unordered_map<std::string, MonthName> by_key;
    std::array<std::vector<std::string>, 2> bangla_keys; ///< by calendar, month 1 first

    void add(std::string_view word, CalendarKind calendar, unsigned month) {
        by_key.emplace(folded(word), MonthName{calendar, month, false});
    }
};

Names const& names() {
    static Names const made = [] {
        Names out;
        for (unsigned month = 1; month <= 12; ++month) {
            auto const& gregorian = gregorian_months.at(month - 1);
            auto const& bangla = bangla_months.at(month - 1);
            out.add(gregorian.bn, CalendarKind::gregorian, month);
            out.add(gregorian.en, CalendarKind::gregorian, month);
            out.add(bangla.bn, CalendarKind::bangla, month);
            out.add(bangla.en, CalendarKind::bangla, month);
            out.bangla_keys[0].push_back(folded(gregorian.bn));
            out.bangla_keys[1].push_back(folded(bangla.bn));
        }
        for (auto const& [word, calendar, month] : aliases)
            out.add(word, calendar, month);
        return out;
    }();
    return made;
}

/// Case endings after the name of a month, folded.
constexpr std::array<std::string_view, 8> endings{"যের", "এর", "ের", "তে", "মাস", "ে", "র", "এ"};

} // namespace

Bilingual MonthName::name() const {
    ENSURE(month >= 1 && month <= 12, "a month is 1 to 12");
    return calendar == CalendarKind::gregorian ? gregorian_months.at(month - 1)
                                               : bangla_months.at(month - 1);
}

std::optional<MonthName> month_named(std::string_view word) {
    auto const key = folded(word);
    auto const& known = names().by_key;
    if (auto const found = known.find(key); found != known.end()) return found->second;
    for (auto const ending : endings) {
        if (key.size() <= ending.size() + 3 || !key.ends_with(ending)) continue;
        auto const found = known.find(key.substr(0, key.size() - ending.size()));
        if (found != known.end()) return found->second;
    }
    return {};
}

std::optional<MonthName> month_guessed(std::string_view word, CalendarKind calendar,
                                       double similarity_min) {
    constexpr std::size_t bytes_max = 90;
    constexpr double lead_min = 0.1;
    if (word.size() > bytes_max) return {};
    auto const key = folded(word);
    auto const& keys = names().bangla_keys[calendar == CalendarKind::gregorian ? 0 : 1];
    std::vector<std::string_view> const candidates(keys.begin(), keys.end());
    auto const best = nearest(key, candidates);
    if (!best || best->similarity < similarity_min) return {};
    if (best->similarity - best->runner_up < lead_min) return {};
    return MonthName{calendar, static_cast<unsigned>(best->index + 1), true};
}

} // namespace udb::bangla
