// The pages that every register has: its list, one record, and the forms to enter and correct it.
#pragma once

#include "host/call.hpp"
#include "registers/pages/draw.hpp"
#include "registers/records/listing.hpp"
#include "web/components/table.hpp"

#include <functional>
#include <vector>

namespace udb {

/// For ApplicationParts: patterns go behind the register's own path.
std::span<PageRoute const> register_pages();

Result<web::Response> show_list(Call& call);
Result<web::Response> show_record(Call& call);
Result<web::Response> show_new(Call& call);
Result<web::Response> post_new(Call& call);
Result<web::Response> show_correct(Call& call);
Result<web::Response> post_correct(Call& call);
/// What the list shows, as a file: `format=csv` or `format=xlsx`, and the list's own query.
Result<web::Response> show_export(Call& call);
Result<web::Response> show_import(Call& call);
Result<web::Response> post_import(Call& call);
Result<web::Response> show_import_report(Call& call);
Result<web::Response> show_import_problems(Call& call);
Result<web::Response> post_import_confirmed(Call& call);

/// What a module adds to the list of its register, on a page of its own in place of the engine's.
struct ListParts {
    std::string lead = {};
    Html actions = {}; ///< in place of the engine's own button
    Html above = {};   ///< before the search
    /// By a field's name, what the list can be narrowed to in place of all that the field may be.
    Lookups narrowing = {};
    /// Behind the register's own columns.
    std::vector<ui::Table::Column> columns = {};
    /// For each line a cell for each of `columns`; asked once, for all lines.
    std::function<std::vector<std::vector<Html>>(Db&, std::vector<ListLine> const&)> cells =
        nullptr;
};
Result<web::Response> list_page(Call& call, ListParts const& parts);

/// To narrow a list by: the fiscal years of the rows of `table` (its column `year`, which an index
/// begins with), this year and the next, and the one that the address asks for.
std::vector<ui::Choice> years_to_narrow(Call const& call, std::string_view table);

/// Under a list: links to it as a file, and for whoever may write to the import. For modules that
/// draw their own list.
Html list_files(Call const& call, ListQuery const& query = {});

/// What the address of a list asks for: `q`, `office`, `sort`, `after`, `before` and the filters.
ListQuery list_query(Call const& call);

} // namespace udb
