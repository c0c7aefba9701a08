#include "registers/tables/csv.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

constexpr std::string_view begins_formula = "=+-@\t\r";

/// Where the apostrophes at the beginning end, if a formula follows them.
bool looks_like_formula(std::string_view text) {
    auto const at = text.find_first_not_of('\'');
    return at != text.npos && begins_formula.find(text[at]) != text.npos;
}

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// The separator that stands most often in the first record.
char separator_of(std::string_view text) {
    constexpr std::array separators{',', ';', '\t'};
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false, met = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && ends_line(c)) {
            if (met) break;
            continue;
        }
        met = true;
        for (std::size_t i = 0; i < separators.size(); ++i)
            if (!quoted && c == separators[i]) ++counts[i];
    }
    auto const most = std::ranges::max_element(counts);
    return separators[static_cast<std::size_t>(most - counts.begin())];
}

class Reader {
public:
    Reader(std::string_view text, TableLimits const& limits) : text_(text), limits_(limits) {
        if (text_.starts_with(csv_mark)) text_.remove_prefix(csv_mark.size());
        if (text_.starts_with("sep=") && text_.size() > 4 && !ends_line(text_[4])) {
            separator_ = text_[4];
            text_.remove_prefix(5);
            take_line_end();
            ++number_;
        } else {
            separator_ = separator_of(text_);
        }
        stops_ += separator_;
    }

    Result<Table> read() {
        while (!text_.empty()) {
            TRY(record());
            if (table_.rows() > limits_.rows_max + 1)
                return refused({"host.import_too_many_rows",
                                {{"most", static_cast<std::int64_t>(limits_.rows_max)}}});
        }
        return std::move(table_);
    }

private:
    Done record() {
        ++number_;
        for (std::size_t columns = 1;; ++columns) {
            if (columns > limits_.columns_max)
                return refused({"host.import_too_many_columns",
                                {{"most", static_cast<std::int64_t>(limits_.columns_max)}}});
            TRY(cell());
            if (text_.empty() || text_.front() != separator_) break;
            text_.remove_prefix(1);
        }
        take_line_end();
        table_.end_row(number_);
        return {};
    }

    Done cell() {
        cell_.clear();
        if (text_.starts_with('"')) TRY(quoted());
        auto const end = std::min(text_.find_first_of(stops_), text_.size());
        cell_ += text_.substr(0, end);
        text_.remove_prefix(end);
        table_.add_cell(unguarded(cell_));
        return {};
    }

    Done quoted() {
        text_.remove_prefix(1);
        for (;;) {
            auto const quote = text_.find('"');
            if (quote == text_.npos) return refused({"host.import_quote_open", {{"row", number_}}});
            cell_ += text_.substr(0, quote);
            text_.remove_prefix(quote + 1);
            if (!text_.starts_with('"')) return {};
            cell_ += '"';
            text_.remove_prefix(1);
        }
    }

    void take_line_end() {
        if (text_.starts_with("\r\n"))
            text_.remove_prefix(2);
        else if (!text_.empty() && ends_line(text_.front()))
            text_.remove_prefix(1);
    }

    std::string_view text_;
    TableLimits const& limits_;
    char separator_ = ',';
    std::string stops_ = "\r\n"; ///< what ends a cell
    std::int64_t number_ = 0;
    std::string cell_;
    Table table_;
};

} // namespace

std::string guarded(std::string_view text) {
    return looks_like_formula(text) ? '\'' + std::string(text) : std::string(text);
}

std::string_view unguarded(std::string_view text) {
    if (text.starts_with('\'') && looks_like_formula(text)) text.remove_prefix(1);
    return text;
}

void append_csv(std::string& out, std::span<std::string const> cells) {
    bool first = true;
    for (auto const& cell : cells) {
        if (!first) out += ',';
        first = false;
        // `sep=;` at the very beginning would be read as the mark of a separator.
        bool const plain = cell.find_first_of(",;\t\"\r\n") == cell.npos
                           && !cell.starts_with("sep=")
                           && (cell.empty() || (cell.front() != ' ' && cell.back() != ' '));
        if (plain) {
            out += cell;
            continue;
        }
        out += '"';
        for (char const c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += "\r\n";
}

Result<Table> read_csv(std::string_view text, TableLimits const& limits) {
    return Reader(text, limits).read();
}

} // namespace udb
