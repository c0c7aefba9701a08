#include "modules/reports/open_reports.hpp"

#include <algorithm>

namespace udb::reports {

std::vector<Owed> owed_about(Book const& book, Date today, std::chrono::days ahead) {
    constexpr std::chrono::days forgotten{92};
    std::vector<Owed> out;
    auto const now = bangla::fiscal_year(today).start;
    for (auto const year : {now - 1, now})
        for (auto const& term : terms<Kind>()) {
            auto const due = due_of(book, term.value, year);
            if (!due || today <= days_of(term.value, year).last) continue;
            if (due->on > today + ahead || due->on + forgotten < today) continue;
            out.push_back({term.value, year, due->on});
        }
    std::ranges::stable_sort(out, {}, &Owed::due);
    return out;
}

} // namespace udb::reports
