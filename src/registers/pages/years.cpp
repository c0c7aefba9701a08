// By which fiscal years a list may be narrowed.
#include "bangla/calendar/fiscal_year.hpp"
#include "registers/pages/pages.hpp"
#include "store/statement.hpp"

#include <functional>
#include <set>

namespace udb {

std::vector<ui::Choice> years_to_narrow(Call const& call, std::string_view table) {
    auto const now = bangla::fiscal_year(call.today).start;
    std::set<int, std::greater<>> years{now, now + 1};
    if (auto const asked = bangla::parse_fiscal_year(call.request.query.get_or("year")))
        years.insert(asked->start);
    call.look([&](Db& db) {
        // From one year to the next by the index: a list of a million rows costs no more.
        std::string last;
        for (;;) {
            auto const row =
                db.one(statement({"select min(year) from ", table, " where year > ?"}), last);
            if (!row || row->is_null(0)) break;
            last = row->get<std::string>(0);
            if (auto const year = bangla::parse_fiscal_year(last)) years.insert(year->start);
        }
    });
    std::vector<ui::Choice> choices;
    for (auto const start : years)
        choices.push_back(
            {bangla::name({start}, Language::en), bangla::name({start}, call.words.language())});
    return choices;
}

} // namespace udb
