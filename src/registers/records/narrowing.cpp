#include "registers/records/narrowing.hpp"

#include "registers/records/rows.hpp"

namespace udb {

void add_scope(Where& where, Scope const& scope, std::string_view path) {
    if (scope.everywhere) return;
    std::string const column{path};
    where.add(" and (1 = 0");
    for (auto const& office : scope.below) {
        auto const range = below(column, office);
        where.add(" or (1 = 1" + range.sql + ")", range.texts[0], range.texts[1]);
    }
    for (auto const& office : scope.exactly)
        where.add(" or " + column + " = ?", office);
    if (scope.owner) where.add(" or r.owner_id = ?", scope.owner.value);
    where.add(")");
}

void add_sight(Where& where, Sight const& sight, std::string_view path) {
    if (sight.stages.empty()) return add_scope(where, sight.scope, path);
    where.add(" and (((r.stage || '') in (");
    for (auto const& stage : sight.stages)
        where.add(&stage == &sight.stages.front() ? "?" : ", ?", stage);
    where.add(")");
    add_scope(where, sight.open, path);
    where.add(") or (1 = 1");
    add_scope(where, sight.scope, path);
    where.add("))");
}

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
