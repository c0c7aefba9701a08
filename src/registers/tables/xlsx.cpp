#include "registers/tables/xlsx.hpp"

#include "base/date.hpp"
#include "registers/tables/xlsx_parts.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace udb {
namespace {

struct TooLarge {
    std::string_view key;
    std::size_t most;
};

std::size_t number_in(std::string_view text, std::size_t otherwise = 0) {
    std::size_t number = 0;
    auto const* const end = text.data() + text.size();
    if (text.empty() || std::from_chars(text.data(), end, number).ptr != end) return otherwise;
    return number;
}

/// What a part says of others: by id, and by what they are (the end of their type).
struct Relations final : XmlListener {
    std::string folder; ///< of the part they are of: `xl/`
    std::map<std::string, std::string, std::less<>> by_id;
    std::map<std::string, std::string, std::less<>> by_type;

    void begin(std::string_view name, XmlAttributes const& a) override {
        if (name != "Relationship") return;
        auto const target = a.get("Target");
        auto path =
            target.starts_with('/') ? std::string(target.substr(1)) : folder + std::string(target);
        auto const type = a.get("Type");
        by_type.emplace(type.substr(type.rfind('/') + 1), path);
        by_id.emplace(a.get("Id"), std::move(path));
    }
    void end(std::string_view) override {}

    std::string typed(std::string_view type) const {
        auto const found = by_type.find(type);
        return found == by_type.end() ? std::string{} : found->second;
    }
};

struct Workbook final : XmlListener {
    std::string first; ///< id of the first sheet that is seen
    bool from_1904 = false;

    void begin(std::string_view name, XmlAttributes const& a) override {
        if (name == "workbookPr")
            from_1904 = a.get("date1904") == "1" || a.get("date1904") == "true";
        if (name == "sheet" && first.empty() && !a.get("state").ends_with("idden"))
            first = a.get("id");
    }
    void end(std::string_view) override {}
};

/// Whether a format of numbers shows a day; ECMA-376 part 1, 18.8.30, and what is added to it for
/// other scripts.
bool shows_day(std::size_t id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}
bool shows_day(std::string_view code) {
    bool quoted = false, bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        char const c = code[i];
        if (c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == ']'))
            bracketed = c == '[';
        else if (!quoted && !bracketed
                 && std::string_view("dDyY").find(c) != std::string_view::npos)
            return true;
    }
    return false;
}

/// Which cell formats show a day.
struct Styles final : XmlListener {
    std::map<std::size_t, bool> codes;
    std::vector<bool> formats;
    bool in_cells = false;

    void begin(std::string_view name, XmlAttributes const& a) override {
        if (name == "numFmt") codes[number_in(a.get("numFmtId"))] = shows_day(a.get("formatCode"));
        if (name == "cellXfs") in_cells = true;
        if (name != "xf" || !in_cells) return;
        auto const id = number_in(a.get("numFmtId"));
        auto const own = codes.find(id);
        formats.push_back(own == codes.end() ? shows_day(id) : own->second);
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cells = false;
    }
    bool shows_day_at(std::size_t format) const {
        return format < formats.size() && formats[format];
    }
};

/// Texts that cells name by number, held close together.
struct Strings final : XmlListener {
    explicit Strings(TableLimits const& given) : limits(given) {}

    TableLimits const& limits;
    std::string all;
    std::vector<std::size_t> ends;
    bool heard = false; ///< inside `t`
    int pronounced = 0; ///< inside `rPh`: how a text is read aloud

    void begin(std::string_view name, XmlAttributes const&) override {
        if (name == "rPh") ++pronounced;
        if (name == "t") heard = true;
    }
    void end(std::string_view name) override {
        if (name == "rPh") --pronounced;
        if (name == "t") heard = false;
        if (name != "si") return;
        if (ends.size() >= limits.cells_max)
            throw TooLarge{"host.import_too_many_rows", limits.rows_max};
        ends.push_back(all.size());
    }
    void text(std::string_view piece) override {
        if (heard && pronounced == 0) all += piece;
    }
    std::string_view at(std::size_t index) const {
        if (index >= ends.size()) throw XlsxDamaged{};
        auto const from = index == 0 ? 0 : ends[index - 1];
        return std::string_view(all).substr(from, ends[index] - from);
    }
};

/// `12` and `0.5`, as a person would write them.
std::string written(double number) {
    constexpr double whole_most = 1e15;
    std::array<char, 32> text{};
    auto* const begin = text.data();
    bool const whole = std::abs(number) < whole_most && number == std::floor(number);
    auto const end = whole ? std::to_chars(begin, begin + text.size(), std::int64_t(number))
                           : std::to_chars(begin, begin + text.size(), number);
    return {begin, end.ptr};
}

std::string day_written(double serial, bool from_1904) {
    constexpr double last_day = 2'958'465; // 31 December 9999
    if (serial < 0 || serial > last_day) return written(serial);
    // Spreadsheets that count from 1900 take it for a leap year.
    Date const origin = from_1904     ? Date(std::chrono::year{1904} / 1 / 1)
                        : serial < 60 ? Date(std::chrono::year{1899} / 12 / 31)
                                      : Date(std::chrono::year{1899} / 12 / 30);
    return iso(origin + std::chrono::days{static_cast<int>(serial)});
}

class Sheet final : public XmlListener {
public:
    Sheet(TableLimits const& limits, Strings const& strings, Styles const& styles, bool from_1904)
        : limits_(limits), strings_(strings), styles_(styles), from_1904_(from_1904) {}

    Table table;

    void begin(std::string_view name, XmlAttributes const& a) override {
        if (name == "row") {
            auto const number = number_in(a.get("r"), row_ + 1);
            if (number <= row_) throw XlsxDamaged{};
            row_ = number;
            column_ = 0;
        } else if (name == "c") {
            if (auto const place = a.get("r"); !place.empty()) column_ = column_in(place);
            type_ = a.get("t");
            format_ = number_in(a.get("s"));
            value_.clear();
        } else if (name == "v" || name == "t") {
            heard_ = true;
        } else if (name == "rPh") {
            ++pronounced_;
        }
    }
    void end(std::string_view name) override {
        if (name == "v" || name == "t") heard_ = false;
        if (name == "rPh") --pronounced_;
        if (name == "c") take();
        if (name == "row") end_row();
    }
    void text(std::string_view piece) override {
        if (heard_ && pronounced_ == 0) value_ += piece;
    }

private:
    /// `AB7`, from 0.
    static std::size_t column_in(std::string_view place) {
        constexpr std::size_t columns_most = 16'384;
        std::size_t column = 0;
        for (char const c : place) {
            if (c < 'A' || c > 'Z' || column > columns_most) break;
            column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        }
        if (column == 0) throw XlsxDamaged{};
        return column - 1;
    }

    void take() {
        auto text = said();
        auto const column = column_++;
        if (text.empty()) return;
        if (column >= limits_.columns_max)
            throw TooLarge{"host.import_too_many_columns", limits_.columns_max};
        if (cells_.size() <= column) cells_.resize(column + 1);
        cells_[column] = std::move(text);
    }

    std::string said() const {
        if (type_ == "s") return std::string(strings_.at(number_in(value_, strings_.ends.size())));
        if (type_ == "d") return value_.substr(0, value_.find('T'));
        if (!type_.empty() && type_ != "n") return value_;
        double number = 0;
        auto const* const end = value_.data() + value_.size();
        if (value_.empty() || std::from_chars(value_.data(), end, number).ptr != end
            || !std::isfinite(number))
            return value_;
        return styles_.shows_day_at(format_) ? day_written(number, from_1904_) : written(number);
    }

    void end_row() {
        for (auto const& cell : cells_)
            table.add_cell(cell);
        cells_.clear();
        table.end_row(static_cast<std::int64_t>(row_));
        if (table.rows() > limits_.rows_max + 1)
            throw TooLarge{"host.import_too_many_rows", limits_.rows_max};
    }

    TableLimits const& limits_;
    Strings const& strings_;
    Styles const& styles_;
    bool from_1904_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t format_ = 0;
    std::string type_;
    std::string value_;
    std::vector<std::string> cells_;
    bool heard_ = false;
    int pronounced_ = 0;
};

/// The relations of `xl/workbook.xml` are in `xl/_rels/workbook.xml.rels`.
Relations relations_of(XlsxParts& parts, std::string const& part) {
    auto const slash = part.rfind('/') + 1;
    Relations relations;
    relations.folder = part.substr(0, slash);
    parts.parse(relations.folder + "_rels/" + part.substr(slash) + ".rels", relations);
    return relations;
}

Result<Table> first_sheet(std::string_view bytes, TableLimits const& limits) {
    XlsxParts parts(bytes, xlsx_unfolded_max);
    if (!parts.has("_rels/.rels")) return refused({"host.import_not_a_table"});
    auto const book_name = relations_of(parts, "").typed("officeDocument");
    if (book_name.empty() || !parts.has(book_name)) return refused({"host.import_not_a_table"});
    Workbook book;
    parts.parse(book_name, book);
    auto const relations = relations_of(parts, book_name);
    auto const sheet_name = relations.by_id.find(book.first);
    // A word processor's document has no sheets.
    if (sheet_name == relations.by_id.end()) return refused({"host.import_not_a_table"});
    Strings strings(limits);
    if (auto const name = relations.typed("sharedStrings"); !name.empty())
        parts.parse(name, strings);
    Styles styles;
    if (auto const name = relations.typed("styles"); !name.empty()) parts.parse(name, styles);
    Sheet sheet(limits, strings, styles, book.from_1904);
    parts.parse(sheet_name->second, sheet);
    return std::move(sheet.table);
}

} // namespace

Result<Table> read_xlsx(std::string_view bytes, TableLimits const& limits) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return refused({"host.import_locked"});
    try {
        return first_sheet(bytes, limits);
    } catch (TooLarge const& much) {
        return refused({std::string(much.key), {{"most", static_cast<std::int64_t>(much.most)}}});
    } catch (XlsxUnfolds const&) {
        return refused({"host.import_unfolds",
                        {{"most", static_cast<std::int64_t>(xlsx_unfolded_max >> 20U)}}});
    } catch (XlsxDamaged const& damaged) {
        return refused({damaged.locked ? "host.import_locked" : "host.import_xlsx_damaged"});
    }
}

} // namespace udb
