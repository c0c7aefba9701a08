// Names and values.
#include "web/components/summary_list.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html summary_list(std::vector<SummaryRow> const& rows) {
    auto const row = [](SummaryRow const& r) {
        Html action;
        if (!r.action.empty()) action = html::dd({.cls = "facts-action"}, r.action);
        return html::div({.cls = "facts-row"}, html::dt(r.name), html::dd(r.value), action);
    };
    return html::dl({.cls = "facts"}, html::each(rows, row));
}

} // namespace udb::ui
