// CSV as spreadsheets write and read it.
#include "registers/tables/csv.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace udb;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(Table const& table) {
    Rows rows;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        rows.emplace_back();
        for (std::size_t c = 0; c < table.columns(r); ++c)
            rows.back().emplace_back(table.cell(r, c));
    }
    return rows;
}

Rows read(std::string_view text) {
    auto const table = read_csv(text);
    REQUIRE(static_cast<bool>(table));
    return rows_of(*table);
}

std::string refusal(std::string_view text, TableLimits const& limits) {
    auto const table = read_csv(text, limits);
    return table ? "" : table.error().message.key;
}

} // namespace

TEST_CASE("a table is read whatever separates and ends its lines") {
    Rows const expected{{"নাম", "বই"}, {"ক; খ", "1,5"}, {"\"গ\"", "two\nlines"}};
    auto const with = [](std::string const& separator, std::string const& end) {
        return "নাম" + separator + "বই" + end + "\"ক; খ\"" + separator + "\"1,5\"" + end
               + "\"\"\"গ\"\"\"" + separator + "\"two\nlines\"";
    };
    for (auto const* separator : {",", ";", "\t"})
        for (auto const* end : {"\r\n", "\n", "\r"}) {
            CAPTURE(separator);
            CHECK(read(with(separator, end)) == expected);
            CHECK(read(std::string(csv_mark) + with(separator, end) + end + end) == expected);
        }
    CHECK(read("sep=|\r\na|b\r\n1|2") == Rows{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("empty rows are left out, and the others keep their numbers") {
    auto const table = read_csv("a,b\n\n,,\n  ,\n1,,\n");
    REQUIRE(static_cast<bool>(table));
    CHECK(rows_of(*table) == Rows{{"a", "b"}, {"1"}});
    CHECK(table->number(0) == 1);
    CHECK(table->number(1) == 5);
    CHECK(table->cell(1, 7).empty());
    CHECK(read_csv("")->rows() == 0);
}

TEST_CASE("what follows a closing quote is taken with it, and a quote that stays open is told") {
    CHECK(read("a,b\n\"x\"y,2") == Rows{{"a", "b"}, {"xy", "2"}});
    CHECK(read("a,b\nx\"y,2") == Rows{{"a", "b"}, {"x\"y", "2"}});
    auto const open = read_csv("a,b\n1,2\n3,\"4\n5,6\n");
    REQUIRE_FALSE(static_cast<bool>(open));
    CHECK(open.error().message == Message{"host.import_quote_open", {{"row", std::int64_t{3}}}});
}

TEST_CASE("a table that is too large is refused, one row or column less is not") {
    TableLimits const limits{.rows_max = 2, .columns_max = 3};
    CHECK(refusal("h\n1\n2\n", limits).empty());
    CHECK(refusal("h\n1\n2\n3\n", limits) == "host.import_too_many_rows");
    CHECK(refusal("a,b,c\n", limits).empty());
    CHECK(refusal("a,b,c,d\n", limits) == "host.import_too_many_columns");
}

TEST_CASE("no text becomes a formula, and every text comes back") {
    for (auto const* text : {"=1+1", "+880171", "-x", "@sum", "\t=1", "\r=1", "'=1", "''@a"}) {
        CAPTURE(text);
        auto const safe = guarded(text);
        CHECK(safe.front() == '\'');
        CHECK(unguarded(safe) == text);
    }
    for (auto const* text : {"", "a=b", "'", "'tis", "১২-৩", "'a'"}) {
        CHECK(guarded(text) == text);
        CHECK(unguarded(text) == text);
    }
}

TEST_CASE("whatever is written is read back") {
    std::mt19937 chance{11};
    auto const below = [&](std::size_t n) { return chance() % n; };
    constexpr std::array<std::string_view, 18> pieces{",",  ";",  "\t", "\"",  "\"\"", "\r\n",
                                                      "\n", "\r", "=",  "+",   "-",    "@",
                                                      "'",  " ",  "ক",  "ক্ষ্ম", "x",    "0"};
    for (int round = 0; round < 3000; ++round) {
        Rows rows;
        std::string text{round % 2 == 0 ? csv_mark : ""};
        auto const columns = 1 + below(5);
        for (auto count = 1 + below(6); count > 0; --count) {
            std::vector<std::string> row, safe;
            for (std::size_t c = 0; c + 1 < columns; ++c) {
                std::string cell;
                for (auto n = below(6); n > 0; --n)
                    cell += pieces[below(pieces.size())];
                row.push_back(cell);
            }
            row.emplace_back("end"); // a table has no empty cells behind the last
            for (auto const& cell : row)
                safe.push_back(guarded(cell));
            append_csv(text, safe);
            rows.push_back(row);
        }
        // A comma decides what separates; the first line of a register's table has one.
        if (columns > 1)
            CHECK(
                read("h,h,h,h,h,h,h,h\r\n" + (round % 2 == 0 ? text.substr(csv_mark.size()) : text))
                    .size()
                == rows.size() + 1);
        if (columns > 1) {
            auto const back = read("h,h,h,h,h,h,h,h\r\n"
                                   + (round % 2 == 0 ? text.substr(csv_mark.size()) : text));
            CHECK(Rows(back.begin() + 1, back.end()) == rows);
        }
    }
}

TEST_CASE("a first cell that reads like the mark of a separator comes back") {
    for (auto const* text : {"sep=", "sep=;", "sep=ab"}) {
        std::string written;
        append_csv(written, std::vector<std::string>{text, "b"});
        CHECK(read(written) == Rows{{text, "b"}});
    }
    CHECK(read("sep=;\r\nb") == Rows{{"b"}});
}

TEST_CASE("any bytes are read or refused, in linear time") {
    std::mt19937 chance{5};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto n = chance() % 200; n > 0; --n)
            bytes += std::string_view("\",;\t\r\n=ab\xE0\xA6\xFF").at(chance() % 12);
        auto const table = read_csv(bytes);
        if (!table) CHECK(table.error().message.key.starts_with("host.import_"));
    }
    std::string const quotes(2'000'000, '"');
    CHECK(static_cast<bool>(read_csv("a\n" + quotes)));
    std::string const lines(2'000'000, '\n');
    CHECK(read_csv(lines)->rows() == 0);
}
