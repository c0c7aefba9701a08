// From the bytes of an upload to a table and its columns.
#include "bangla/text/encoding.hpp"
#include "bangla/text/normalise.hpp"
#include "registers/exchange/import.hpp"
#include "registers/tables/csv.hpp"
#include "registers/tables/xlsx.hpp"

#include <algorithm>

namespace udb {
namespace {

bool archive(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")
           || bytes.starts_with("\xD0\xCF\x11\xE0");
}

/// Letters of an old font stand in XLSX files too, as if they were Latin ones.
Result<Table> in_unicode(Table table) {
    if (bangla::examine(table.text()).bijoy) return refused({"host.import_bijoy"});
    return table;
}

} // namespace

Result<Table> read_table(std::string_view bytes, TableLimits const& limits) {
    if (bytes.size() > import_bytes_max)
        return refused({"host.import_too_large",
                        {{"most", static_cast<std::int64_t>(import_bytes_max >> 20U)}}});
    if (archive(bytes)) return in_unicode(TRY(read_xlsx(bytes, limits)));
    auto const known = bangla::examine(bytes);
    using bangla::Encoding;
    if (known.bijoy) return refused({"host.import_bijoy"});
    if (known.encoding == Encoding::empty) return refused({"host.import_empty"});
    if (known.encoding == Encoding::pdf || known.encoding == Encoding::binary)
        return refused({"host.import_not_a_table"});
    auto const text = bangla::text_of(bytes);
    if (!text) return refused({"host.import_not_unicode"});
    return read_csv(*text, limits);
}

Result<ImportHeads> read_heads(Catalogue const& words, RegisterView const& reg,
                               Table const& table) {
    if (table.rows() == 0) return refused({"host.import_empty"});
    ImportHeads heads;
    for (std::size_t i = 0; i < table.columns(0); ++i) {
        auto const head = bangla::trimmed(table.cell(0, i));
        auto const column = head.empty() ? std::nullopt : column_named(words, reg, head);
        if (column && std::ranges::find(heads.columns, column) != heads.columns.end())
            return refused({"host.import_column_twice", {{"column", std::string(head)}}});
        if (!column && !head.empty()) heads.unknown.emplace_back(bangla::normalised(head));
        heads.columns.push_back(column);
    }
    if (std::ranges::none_of(heads.columns, [](auto const& c) { return c.has_value(); }))
        return refused({"host.import_no_columns"});
    if (table.rows() == 1) return refused({"host.import_no_rows"});
    return heads;
}

} // namespace udb
