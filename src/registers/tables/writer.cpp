#include "registers/tables/writer.hpp"

#include "registers/tables/csv.hpp"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <xlsxwriter.h>

namespace udb {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} * 1024;

class CsvWriter final : public TableWriter {
public:
    explicit CsvWriter(web::BodyFile& file) : file_(file), piece_(csv_mark) {}

    void heads(std::span<std::string const> labels) override { append_csv(piece_, labels); }

    void row(std::span<TableCell const> cells) override {
        texts_.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            texts_[i] =
                cells[i].kind == TableCell::Kind::text ? guarded(cells[i].text) : cells[i].text;
        append_csv(piece_, texts_);
        if (piece_.size() >= piece_bytes) finish();
    }

    void finish() override {
        file_.write(piece_);
        piece_.clear();
    }

private:
    web::BodyFile& file_;
    std::string piece_;
    std::vector<std::string> texts_;
};

[[noreturn]] void fail() {
    throw std::system_error(errno ? errno : EIO, std::generic_category(),
                            "an XLSX file cannot be written");
}

/// libxlsxwriter asks for the time in a place that all threads share (`gmtime`): one at a time.
lxw_error close_book(lxw_workbook* book) {
    static std::mutex closing;
    std::lock_guard const lock(closing);
    errno = 0;
    return workbook_close(book);
}

/// The beginning of a UTF-8 text, at most so many code points.
std::string_view first_letters(std::string_view text, std::size_t most) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && most-- == 0)
            return text.substr(0, i);
    return text;
}

/// `[]:*?/\` may not stand in the name of a sheet, nor more than 31 letters.
std::string sheet_name(std::string_view title) {
    constexpr std::size_t letters_most = 31;
    std::string name;
    for (char const c : first_letters(title, letters_most))
        name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    return name;
}

class XlsxWriter final : public TableWriter {
public:
    XlsxWriter(web::BodyFile& file, std::string_view title) : title_(sheet_name(title)) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(file.name().c_str(), &options);
        if (!book_) fail();
        bold_ = workbook_add_format(book_);
        format_set_bold(bold_);
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "yyyy-mm-dd");
    }
    XlsxWriter(XlsxWriter const&) = delete;
    XlsxWriter& operator=(XlsxWriter const&) = delete;
    ~XlsxWriter() override {
        if (book_) close_book(book_);
    }

    void heads(std::span<std::string const> labels) override {
        labels_.assign(labels.begin(), labels.end());
        begin_sheet();
    }

    void row(std::span<TableCell const> cells) override {
        // A sheet ends at 1,048,576 rows; the next one goes on.
        constexpr lxw_row_t rows_most = 1'000'000;
        if (row_ > rows_most) begin_sheet();
        lxw_col_t column = 0;
        for (auto const& cell : cells) {
            if (!cell.text.empty()) write(column, cell);
            ++column;
        }
        ++row_;
    }

    void finish() override {
        if (close_book(std::exchange(book_, nullptr)) != LXW_NO_ERROR) fail();
    }

private:
    void begin_sheet() {
        auto const name = sheets_ == 0 ? title_ : std::to_string(sheets_ + 1);
        ++sheets_;
        sheet_ = workbook_add_worksheet(book_, name.empty() ? nullptr : name.c_str());
        if (!sheet_) fail();
        worksheet_freeze_panes(sheet_, 1, 0);
        // On paper: A4 across, as wide as a page, the heads on each.
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet_, a4);
        worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, 0, 0);
        if (!labels_.empty())
            worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(labels_.size() - 1), 18,
                                 nullptr);
        row_ = 0;
        lxw_col_t column = 0;
        for (auto const& label : labels_)
            check(worksheet_write_string(sheet_, row_, column++, label.c_str(), bold_));
        ++row_;
    }

    void write(lxw_col_t column, TableCell const& cell) {
        if (cell.kind == TableCell::Kind::number) {
            double number = 0;
            auto const* const end = cell.text.data() + cell.text.size();
            if (std::from_chars(cell.text.data(), end, number).ptr == end)
                return check(worksheet_write_number(sheet_, row_, column, number, nullptr));
        }
        if (cell.kind == TableCell::Kind::date)
            if (auto const date = parse_iso_date(cell.text)) {
                std::chrono::year_month_day const day{*date};
                lxw_datetime when{.year = static_cast<int>(day.year()),
                                  .month = static_cast<int>(static_cast<unsigned>(day.month())),
                                  .day = static_cast<int>(static_cast<unsigned>(day.day())),
                                  .hour = 0,
                                  .min = 0,
                                  .sec = 0};
                // Spreadsheets have no days before 1900: those stay texts, which imports read too.
                if (when.year > 1900)
                    return check(worksheet_write_datetime(sheet_, row_, column, &when, date_));
            }
        auto const error = worksheet_write_string(sheet_, row_, column, cell.text.c_str(), nullptr);
        if (error != LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) return check(error);
        // A cell of XLSX holds no more; CSV does.
        constexpr std::size_t letters_most = 32'766;
        auto const cut = std::string(first_letters(cell.text, letters_most)) + "…";
        check(worksheet_write_string(sheet_, row_, column, cut.c_str(), nullptr));
    }

    static void check(lxw_error error) {
        if (error != LXW_NO_ERROR) fail();
    }

    std::string title_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* date_ = nullptr;
    std::vector<std::string> labels_;
    lxw_row_t row_ = 0;
    int sheets_ = 0;
};

} // namespace

std::optional<TableFormat> table_format_named(std::string_view name) {
    if (name == "csv") return TableFormat::csv;
    if (name == "xlsx") return TableFormat::xlsx;
    return {};
}

std::string_view name_of(TableFormat format) { return format == TableFormat::csv ? "csv" : "xlsx"; }

std::string media_type_of(TableFormat format) {
    return format == TableFormat::csv
               ? "text/csv; charset=utf-8"
               : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::unique_ptr<TableWriter> table_writer(TableFormat format, web::BodyFile& file,
                                          std::string_view title) {
    if (format == TableFormat::csv) return std::make_unique<CsvWriter>(file);
    return std::make_unique<XlsxWriter>(file, title);
}

} // namespace udb
