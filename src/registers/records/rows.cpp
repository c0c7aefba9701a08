#include "registers/records/rows.hpp"

#include "host/search.hpp"
#include "store/statement.hpp"

#include <algorithm>
#include <charconv>

namespace udb {
namespace {

/// The values of a record, kept while they are bound. An empty number is null.
struct Bound {
    std::vector<std::string> texts;
    std::vector<Param> params;

    Bound(RegisterView const& reg, void const* record) {
        texts.reserve(reg.fields.size());
        for (auto const& f : reg.fields) {
            auto const& text = texts.emplace_back(f.write(record));
            std::int64_t number = 0;
            if (f.sql_type != "integer")
                params.emplace_back(text);
            else if (std::from_chars(text.data(), text.data() + text.size(), number).ec
                     == std::errc{})
                params.emplace_back(number);
            else
                params.emplace_back(std::nullopt);
        }
    }
};

std::string names(RegisterView const& reg, std::string_view after) {
    std::string out;
    for (auto const& f : reg.fields) {
        out += out.empty() ? "" : ", ";
        out += f.name;
        out += after;
    }
    return out;
}

} // namespace

std::string column_of(Field const& field) {
    return (field.traits.of_header ? "r." : "d.") + std::string(field.name);
}

std::string written_in(Row const& row, int column) {
    auto const& cell = row.cell(column);
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (auto const* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
    return {};
}

bool load_row(Db& db, RegisterView const& reg, Id<Record> id, void* record) {
    std::string columns;
    bool header = false;
    for (auto const& f : reg.fields) {
        columns += (columns.empty() ? "" : ", ") + column_of(f);
        header = header || f.traits.of_header;
    }
    auto const row =
        db.one("select " + columns + " from " + std::string(reg.name) + " d"
                   + (header ? " join records r on r.id = d.id" : "") + " where d.id = ?",
               id);
    if (!row) return false;
    int column = 0;
    for (auto const& f : reg.fields) {
        auto const text = written_in(*row, column++);
        // What was refused at the door cannot be in the table; limits may have been tightened
        // since.
        if (!text.empty()) static_cast<void>(f.read(record, text, f.traits));
    }
    return true;
}

void insert_row(Db& db, RegisterView const& reg, Id<Record> id, void const* record) {
    Bound bound{reg, record};
    bound.params.emplace_back(id);
    db.run_of("insert into " + std::string(reg.name) + " (" + names(reg, "") + ", id) values ("
                  + gaps(bound.params.size()) + ")",
              bound.params);
}

void update_row(Db& db, RegisterView const& reg, Id<Record> id, void const* record) {
    Bound bound{reg, record};
    bound.params.emplace_back(id);
    db.run_of("update " + std::string(reg.name) + " set " + names(reg, " = ?") + " where id = ?",
              bound.params);
}

namespace {

/// Where the record belongs: to the office that its field `office` names; else to none.
Result<std::string> place_of(Db& db, RegisterView const& reg, void const* row) {
    auto const* field = reg.field("office");
    if (!field || field->refers_to != record_kind<Office>) return std::string{};
    auto const id = parse_id<Record>(field->write(row));
    if (!id) return std::string{};
    auto const office = find_record(db, record_kind<Office>, *id);
    if (!office) return invalid("office", {"field.not_a_choice"});
    return office->office_path;
}

/// A record is found by the words of the fields that say so; nothing where none does.
std::optional<std::string> searched_text(RegisterView const& reg, void const* row) {
    std::optional<std::string> body;
    for (auto const& f : reg.fields)
        if (f.shows(in_search)) body = body.value_or("") + f.write(row) + '\n';
    return body;
}

/// Whatever the row refers to is there, and of the right kind.
Done refers_well(Db& db, RegisterView const& reg, void const* row) {
    std::vector<Id<Record>> ids;
    for (auto const& f : reg.fields)
        if (!f.refers_to.empty())
            if (auto const id = parse_id<Record>(f.write(row))) ids.push_back(*id);
    auto const named = names_of(db, ids);
    std::vector<FieldError> wrong;
    for (auto const& f : reg.fields) {
        if (f.refers_to.empty()) continue;
        auto const id = parse_id<Record>(f.write(row));
        auto const there = [&](Named const& n) { return n.id == *id && n.kind == f.refers_to; };
        if (id && std::ranges::none_of(named, there))
            wrong.push_back({std::string(f.name), {"field.not_a_choice"}});
    }
    if (!wrong.empty()) return invalid(std::move(wrong));
    return {};
}

} // namespace

Result<Id<Record>> enter_row(Work& work, RegisterView const& reg, void const* row) {
    auto const place = TRY(place_of(work.db, reg, row));
    TRY(work.allow(reg.policy, Act::write, {.office_path = place, .owner = work.actor.account}));
    TRY(refers_well(work.db, reg, row));
    return save_new(work, reg, {.office_path = place}, row);
}

Done correct_row(Work& work, RegisterView const& reg, Header const& read, void const* row) {
    auto header = find_record(work.db, reg.kind, read.id);
    if (!header) return not_found();
    auto const before = reg.blank(), after = reg.copy(row);
    load_row(work.db, reg, read.id, before.get());
    for (auto const& f : reg.fields)
        if (f.traits.fixed) static_cast<void>(f.read(after.get(), f.write(before.get()), f.traits));
    TRY(work.allow(reg.policy, Act::write, header->target()));
    auto const place = TRY(place_of(work.db, reg, after.get()));
    if (place != header->office_path) {
        TRY(work.allow(reg.policy, Act::write, {.office_path = place, .owner = header->owner}));
        header->office_path = place;
    }
    TRY(refers_well(work.db, reg, after.get()));
    header->version = read.version;
    return save_corrected(work, reg, *header, before.get(), after.get());
}

Id<Record> save_new(Work& work, RegisterView const& reg, Header header, void const* row) {
    auto naming = reg.naming(row);
    header.kind = reg.kind;
    header.title = std::move(naming.title);
    header.number = std::move(naming.number);
    auto const id = add_record(work, header, searched_text(reg, row).value_or(""));
    insert_row(work.db, reg, id, row);
    work.record(header.kind + ".entered", id, header.office_path, details_of(reg, row));
    return id;
}

Done save_corrected(Work& work, RegisterView const& reg, Header header, void const* before,
                    void const* after) {
    auto const changed = changes(reg.fields, before, after);
    if (changed.empty()) return {};
    auto naming = reg.naming(after);
    header.title = std::move(naming.title);
    header.number = std::move(naming.number);
    TRY(save_record(work, header));
    update_row(work.db, reg, header.id, after);
    if (auto const text = searched_text(reg, after); text && text != searched_text(reg, before))
        index_body(work.db, header.id, *text);
    work.record(header.kind + ".corrected", header.id, header.office_path, details_of(changed));
    return {};
}

Details details_of(RegisterView const& reg, void const* record) {
    Details details;
    for (auto const& f : reg.fields)
        if (auto text = f.write(record); !text.empty())
            details.emplace_back(f.name, std::move(text));
    return details;
}

Details details_of(std::vector<Change> const& changed) {
    Details details;
    for (auto const& c : changed)
        details.emplace_back(c.field, c.before + " → " + c.after);
    return details;
}

} // namespace udb
