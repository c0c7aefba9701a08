#include "registers/records/narrowing.hpp"

#include "registers/records/rows.hpp"

namespace udb {

void add_filters(Where& where, RegisterView const& reg, ListQuery const& query, bool by_stage) {
    for (auto const& [name, value] : query.filters) {
        auto const* field = reg.field(name);
        if (!field || !field->shows(in_filter) || value.empty()) continue;
        auto const condition = " and " + column_of(*field) + " = ?";
        if (field->traits.of_header)
            where.add(by_stage ? " and r.stage = ? and r.stage <> ''" : " and (r.stage || '') = ?",
                      value);
        else if (field->sql_type != "integer")
            where.add(condition, value);
        else if (auto const number = parse_id<Record>(value))
            where.add(condition, number->value);
        else
            where.add(condition, std::int64_t{0});
    }
}

Narrowing narrowing_of(RegisterView const& reg, ListQuery const& query) {
    Narrowing narrowing;
    for (auto const& [name, value] : query.filters) {
        auto const* field = reg.field(name);
        if (!field || !field->shows(in_filter) || value.empty()) continue;
        if (field->traits.of_header)
            narrowing.stage = value;
        else
            ++narrowing.own;
    }
    return narrowing;
}

} // namespace udb
