// Adding and correcting offices and posts.
#include "modules/offices/offices.hpp"
#include "modules/offices/policy.hpp"
#include "registers/records/rows.hpp"

#include <algorithm>

namespace udb::offices {
namespace {

/// The place of an office below `parent`, which is zero for the top.
Result<std::string> path_below(Db& db, Id<Office> parent) {
    if (!parent) return std::string("/");
    auto const above = find_office(db, parent);
    if (!above) return invalid("parent", {"field.not_a_choice"});
    if (std::ranges::count(above->path(), '/') > levels_max)
        return invalid("parent", {"offices.too_deep"});
    return above->path();
}

Done successor_is_there(Db& db, Office const& o, Id<Record> self) {
    if (!o.successor) return {};
    if (as_record(o.successor) == self || !find_office(db, o.successor))
        return invalid("successor", {"field.not_a_choice"});
    return {};
}

} // namespace

Result<Id<Office>> add_office(Work& work, Office const& office) {
    auto const& row = office;
    auto const above = TRY(path_below(work.db, row.parent));
    TRY(successor_is_there(work.db, row, {}));
    TRY(work.allow(policy, Act::write, {.office_path = above}));
    Header header{.kind = std::string(record_kind<Office>),
                  .office_path = above,
                  .number = row.memo_codes(),
                  .title = row.name()};
    header.id = add_record(work, header);
    header.office_path = above + to_string(header.id) + '/';
    move_record(work, header.id, header.office_path);
    insert_row(work.db, office_register, header.id, &row);
    work.record("office.entered", header.id, header.office_path, details_of(office_register, &row));
    return as<Office>(header.id);
}

Done correct_office(Work& work, Header const& read, Office const& after) {
    auto const before = find_office(work.db, as<Office>(read.id));
    if (!before) return not_found();
    auto const& row = after;
    TRY(work.allow(policy, Act::write, before->header.target()));
    auto const above = TRY(path_below(work.db, row.parent));
    TRY(successor_is_there(work.db, row, read.id));
    auto header = before->header;
    if (row.parent != before->office.parent) {
        if (above.starts_with(before->path())) return invalid("parent", {"offices.under_itself"});
        TRY(work.allow(policy, Act::write, {.office_path = above}));
        header.office_path = above + to_string(read.id) + '/';
    }
    header.version = read.version;
    TRY(save_corrected(work, office_register, header, &before->office, &row));
    if (header.office_path != before->path()) move_below(work, before->path(), header.office_path);
    return {};
}

Result<Id<Post>> add_post(Work& work, Post const& post) { return enter(work, post_register, post); }

Done correct_post(Work& work, Header const& read, Post const& after) {
    return correct(work, post_register, read, after);
}

} // namespace udb::offices
