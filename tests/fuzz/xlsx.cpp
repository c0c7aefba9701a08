// A table that someone brings, as XLSX: its archive, and the parts in it.
#include "registers/tables/xlsx.hpp"

#include "base/ensure.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <zip.h>

namespace udb::fuzz {
namespace {

constexpr TableLimits limits{.rows_max = 60, .columns_max = 12, .cells_max = 300};

void read(std::string_view bytes) {
    auto const table = read_xlsx(bytes, limits);
    if (!table) return;
    ENSURE(table->rows() <= limits.rows_max + 1, "rows have their limit");
    for (std::size_t row = 0; row < table->rows(); ++row)
        ENSURE(table->columns(row) <= limits.columns_max, "columns have their limit");
}

struct Part {
    char const* name;
    std::string bytes;
};

std::string zipped(std::span<Part const> parts) {
    auto* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    ENSURE(source, "there is memory");
    zip_source_keep(source);
    auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    ENSURE(archive, "there is memory");
    for (auto const& part : parts) {
        auto const at =
            zip_file_add(archive, part.name,
                         zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0), 0);
        ENSURE(at >= 0, "a part is taken");
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
    }
    ENSURE(zip_close(archive) == 0, "an archive is written");
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    zip_source_free(source);
    return out;
}

std::string relation(std::string const& id, std::string const& type, std::string const& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"x/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(std::string const& inner) {
    return "<Relationships>" + inner + "</Relationships>";
}

} // namespace

void xlsx(std::string_view bytes) { read(bytes); }

void sheet(std::string_view bytes) {
    auto const next = [&] {
        auto const end = std::min(bytes.find('\0'), bytes.size());
        std::string part(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        return part;
    };
    auto const sheet = next();
    auto const texts = next();
    auto const styles = next();
    auto book = next();
    if (book.empty())
        book =
            "<workbook><sheets><sheet name=\"a\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>";
    std::array<Part, 6> const parts{
        {{"_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))},
         {"xl/workbook.xml", book},
         {"xl/_rels/workbook.xml.rels", relations(relation("r1", "worksheet", "sheet.xml")
                                                  + relation("r2", "sharedStrings", "texts.xml")
                                                  + relation("r3", "styles", "styles.xml"))},
         {"xl/sheet.xml", sheet},
         {"xl/texts.xml", texts.empty() ? "<sst/>" : texts},
         {"xl/styles.xml", styles.empty() ? "<styleSheet/>" : styles}}};
    read(zipped(parts));
}

} // namespace udb::fuzz
