// The columns of a register's table: the record's id, then every field; a reference as its title
// and as its id.
#pragma once

#include "kernel/register.hpp"
#include "kernel/words.hpp"
#include "registers/tables/writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct TableColumn {
    Field const* field = nullptr; ///< null: the id of the record
    bool id = false;              ///< an id, of the record or of what the field refers to

    bool operator==(TableColumn const&) const = default;
};

std::vector<TableColumn> table_columns(RegisterView const& reg);

/// `দপ্তর`, `দপ্তর (আইডি)`; with the field's name behind it where two fields have one label.
std::string head_of(Catalogue const& words, Language language, RegisterView const& reg,
                    TableColumn const& column);
/// The head in either language, or the name (`id`, `office`, `office_id`), written as people do.
std::optional<TableColumn> column_named(Catalogue const& words, RegisterView const& reg,
                                        std::string_view head);

/// A value as a table says it: a choice by its label, a date in ISO form, a number in ASCII digits.
/// `title` is that of the record referred to.
TableCell cell_of(Words const& words, TableColumn const& column, std::string_view written,
                  std::string_view title = {});
/// The same backwards, for what is no reference: the value as the field is written, from a label in
/// either language, a yes or no, several labels. What is none of these comes back as it is: the
/// field says what is wrong.
std::string written_of(Catalogue const& words, Field const& field, std::string_view text);

} // namespace udb
