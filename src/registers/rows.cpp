#include "registers/rows.hpp"

#include <charconv>

namespace udb {
namespace {

std::string text_of(Row const& row, int column) {
    auto const& cell = row.cell(column);
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (auto const* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
    return {};
}

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

bool load_row(Db& db, RegisterView const& reg, Id<Record> id, void* record) {
    auto const row =
        db.one("select " + names(reg, "") + " from " + std::string(reg.name) + " where id = ?", id);
    if (!row) return false;
    int column = 0;
    for (auto const& f : reg.fields) {
        auto const text = text_of(*row, column++);
        // What was refused at the door cannot be in the table; limits may have been tightened
        // since.
        if (!text.empty()) static_cast<void>(f.read(record, text, f.traits));
    }
    return true;
}

void insert_row(Db& db, RegisterView const& reg, Id<Record> id, void const* record) {
    Bound bound{reg, record};
    bound.params.emplace_back(id);
    std::string gaps;
    for (std::size_t i = 0; i < bound.params.size(); ++i)
        gaps += gaps.empty() ? "?" : ", ?";
    db.run_of("insert into " + std::string(reg.name) + " (" + names(reg, "") + ", id) values ("
                  + gaps + ")",
              bound.params);
}

void update_row(Db& db, RegisterView const& reg, Id<Record> id, void const* record) {
    Bound bound{reg, record};
    bound.params.emplace_back(id);
    db.run_of("update " + std::string(reg.name) + " set " + names(reg, " = ?") + " where id = ?",
              bound.params);
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
