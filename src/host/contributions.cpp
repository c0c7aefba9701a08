#include "host/contributions.hpp"

namespace udb {

Contribution contribution_in(Row const& row, Bilingual group, std::string_view kind) {
    return {.group = group,
            .what = {row.get<std::string>(1), row.get<std::string>(2)},
            .from = parse_iso_date(row.get<std::string_view>(4)).value_or(Date{}),
            .kind = std::string(kind),
            .record = row.get<Id<Record>>(0),
            .office_path = row.get<std::string>(3)};
}

} // namespace udb
