// XLSX out and in, and what is refused.
#include "registers/exchange/import.hpp"
#include "registers/tables/writer.hpp"
#include "registers/tables/xlsx.hpp"

#include <array>
#include <doctest/doctest.h>
#include <random>
#include <thread>
#include <zip.h>

using namespace udb;

namespace {

std::string bytes_of(web::BodyFile const& file) {
    std::string bytes(file.size(), '\0');
    CHECK(file.read(0, bytes.data(), bytes.size()) == bytes.size());
    return bytes;
}

std::string workbook(int rows) {
    web::BodyFile file;
    auto const writer = table_writer(TableFormat::xlsx, file, "গ্রন্থাগার [১]");
    writer->heads(std::array<std::string, 4>{"নাম", "বই", "চালু", "ইন্টারনেট"});
    using Kind = TableCell::Kind;
    for (int i = 0; i < rows; ++i)
        writer->row(std::array<TableCell, 4>{{{"=জেলা & <গ্রন্থাগার> \"" + std::to_string(i) + '"'},
                                              {std::to_string(i * 7), Kind::number},
                                              {i % 2 == 0 ? "2026-01-26" : "", Kind::date},
                                              {i % 3 == 0 ? "হ্যাঁ" : ""}}});
    writer->finish();
    return bytes_of(file);
}

/// An archive as another program would make it.
std::string zipped(std::vector<std::pair<std::string, std::string>> const& parts) {
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    REQUIRE(archive);
    for (auto const& [name, bytes] : parts)
        zip_file_add(archive, name.c_str(),
                     zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    REQUIRE(zip_close(archive) == 0);
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    zip_source_free(source);
    zip_error_fini(&error);
    return out;
}

std::string relations(std::string const& type, std::string const& target) {
    return "<Relationships><Relationship Id=\"r1\" Type=\"a/" + type + "\" Target=\"" + target
           + "\"/></Relationships>";
}

std::string refusal(std::string_view bytes, TableLimits const& limits = {}) {
    auto const table = read_table(bytes, limits);
    return table ? "" : table.error().message.key;
}

} // namespace

TEST_CASE("workbooks are written at the same time, each whole") {
    std::array<std::string, 8> books;
    {
        std::vector<std::jthread> all;
        for (auto& book : books)
            all.emplace_back([&book] { book = workbook(50); });
    }
    for (auto const& book : books) {
        auto const table = read_xlsx(book);
        REQUIRE(static_cast<bool>(table));
        CHECK(table->rows() == 51);
    }
}

TEST_CASE("what is written as XLSX is read back: texts, numbers, dates, gaps") {
    auto const table = read_xlsx(workbook(3));
    REQUIRE(static_cast<bool>(table));
    REQUIRE(table->rows() == 4);
    CHECK(table->cell(0, 3) == "ইন্টারনেট");
    CHECK(table->cell(1, 0) == "=জেলা & <গ্রন্থাগার> \"0\"");
    CHECK(table->cell(2, 1) == "7");
    CHECK(table->cell(1, 2) == "2026-01-26");
    CHECK(table->cell(2, 2).empty());
    CHECK(table->cell(1, 3) == "হ্যাঁ");
    CHECK(table->number(3) == 4);
}

TEST_CASE("dates before spreadsheets have days stay what they are") {
    web::BodyFile file;
    auto const writer = table_writer(TableFormat::xlsx, file, "a");
    writer->heads(std::array<std::string, 1>{"d"});
    for (auto const* day : {"1871-02-28", "1901-01-01", "1999-12-31", "2100-03-01"})
        writer->row(std::array<TableCell, 1>{{{day, TableCell::Kind::date}}});
    writer->finish();
    auto const table = read_xlsx(bytes_of(file));
    REQUIRE(static_cast<bool>(table));
    REQUIRE(table->rows() == 5);
    CHECK(table->cell(1, 0) == "1871-02-28");
    CHECK(table->cell(2, 0) == "1901-01-01");
    CHECK(table->cell(3, 0) == "1999-12-31");
    CHECK(table->cell(4, 0) == "2100-03-01");
}

TEST_CASE("a text too long for a cell of XLSX is cut with a sign, and not lost") {
    web::BodyFile file;
    auto const writer = table_writer(TableFormat::xlsx, file, "a");
    writer->heads(std::array<std::string, 1>{"t"});
    std::string text;
    for (int i = 0; i < 33'000; ++i)
        text += "ক";
    writer->row(std::array<TableCell, 1>{{{text}}});
    writer->finish();
    auto const table = read_xlsx(bytes_of(file));
    REQUIRE(static_cast<bool>(table));
    REQUIRE(table->rows() == 2);
    CHECK(table->cell(1, 0).ends_with("ক…"));
}

TEST_CASE("files that are no table are refused with what to do instead") {
    auto const book = workbook(3);
    CHECK(refusal(book).empty());
    CHECK(refusal(std::string_view(book).substr(0, book.size() - 9)) == "host.import_xlsx_damaged");
    CHECK(refusal(std::string_view(book).substr(0, 100)) == "host.import_xlsx_damaged");
    CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 a password") == "host.import_locked");
    CHECK(refusal("%PDF-1.7 a paper") == "host.import_not_a_table");
    CHECK(refusal("\x89PNG\r\n\x1A\n") == "host.import_not_a_table");
    CHECK(refusal("") == "host.import_empty");
    CHECK(refusal(" \r\n ") == "host.import_empty");
    CHECK(refusal("name,kind\nA,\xE9t\xE9 caf\xE9 na\xEFve\n") == "host.import_not_unicode");
    // SutonnyMJ, in its own bytes and pasted as if its letters were Latin.
    CHECK(refusal(
              "bvg,Awdm\nMYc\xD6RvZ\x9A\xBFx evsjv\x87`k miKvi k\xD6g I Kg\xA9ms\xAF'vb,Av\x87`k\n")
          == "host.import_bijoy");
    CHECK(refusal("bvg,Awdm\nMYcÖRvZš¿x evsjv‡`k miKvi kÖg I Kg©ms¯'vb gš¿Yvjq,Av‡`k\n")
          == "host.import_bijoy");
    CHECK(refusal(std::string(import_bytes_max + 1, 'a')) == "host.import_too_large");
    CHECK(refusal(book, {.rows_max = 3}).empty());
    CHECK(refusal(book, {.rows_max = 2}) == "host.import_too_many_rows");
    CHECK(refusal(book, {.columns_max = 4}).empty());
    CHECK(refusal(book, {.columns_max = 3}) == "host.import_too_many_columns");
}

TEST_CASE("UTF-16 is read as UTF-8 is, with and without a mark") {
    auto const utf16 = [](std::u16string_view text, bool mark) {
        std::string bytes = mark ? "\xFF\xFE" : "";
        for (auto const c : text) {
            bytes += static_cast<char>(c & 0xFF);
            bytes += static_cast<char>(c >> 8);
        }
        return bytes;
    };
    for (bool const mark : {true, false}) {
        auto const table = read_table(utf16(u"name\tbooks\r\nগ্রন্থাগার\t12\r\n", mark));
        REQUIRE(static_cast<bool>(table));
        CHECK(table->cell(1, 0) == "গ্রন্থাগার");
        CHECK(table->cell(1, 1) == "12");
    }
}

TEST_CASE("an archive that unfolds too far is refused, whatever it says of itself") {
    auto const sheet = [](std::size_t letters) {
        return zipped(
            {{"_rels/.rels", relations("officeDocument", "xl/workbook.xml")},
             {"xl/workbook.xml",
              "<workbook xmlns:r=\"u\"><sheets><sheet r:id=\"r1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels", relations("worksheet", "sheet.xml")},
             {"xl/sheet.xml", "<worksheet><row><c t=\"str\"><v>a" + std::string(letters, ' ')
                                  + "</v></c></row></worksheet>"}});
    };
    CHECK(refusal(sheet(10)).empty());
    auto const bomb = sheet(xlsx_unfolded_max);
    CHECK(bomb.size() < 1'000'000);
    CHECK(refusal(bomb) == "host.import_unfolds");
    // The last size in the directory is that of the sheet: it is made to say ten bytes.
    auto lying = bomb;
    auto const entry = lying.rfind("PK\x01\x02");
    REQUIRE(entry != std::string::npos);
    lying.replace(entry + 24, 4, std::string("\x0A\0\0\0", 4));
    CHECK_FALSE(refusal(lying).empty());
}

TEST_CASE("a workbook may keep its texts beside its cells, skip places, and hide its first sheet") {
    auto const table = read_xlsx(zipped(
        {{"_rels/.rels", relations("officeDocument", "/book/w.xml")},
         {"book/w.xml",
          "<x:workbook xmlns:x=\"u\" xmlns:r=\"v\"><x:workbookPr date1904=\"1\"/><x:sheets>"
          "<x:sheet state=\"hidden\" r:id=\"r9\"/><x:sheet r:id=\"r1\"/></x:sheets></x:workbook>"},
         {"book/_rels/w.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" Target=\"s.xml\"/>"
          "<Relationship Id=\"r2\" Type=\"a/sharedStrings\" Target=\"t.xml\"/>"
          "<Relationship Id=\"r3\" Type=\"a/styles\" Target=\"y.xml\"/></Relationships>"},
         {"book/t.xml",
          "<sst><si><r><t>গ্রন্থা</t></r><r><t>গার</t></r><rPh><t>x</t></rPh></si></sst>"},
         {"book/y.xml",
          "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"[Red]yyyy&quot;d&quot;\"/>"
          "<numFmt numFmtId=\"171\" formatCode=\"0.0&quot;day&quot;\"/></numFmts>"
          "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
          "<xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></s>"},
         {"book/s.xml",
          "<w><sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>খ</t></is></c></row>"
          "<row><c s=\"1\"><v>366.5</v></c><c s=\"2\"><v>2.5</v></c><c t=\"b\"><v>1</v></c>"
          "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>a</f><v>ফল</v></c><c t=\"d\"><v>2026-01-26T00:00:00</v></c>"
          "</row></sheetData></w>"}}));
    REQUIRE(static_cast<bool>(table));
    REQUIRE(table->rows() == 2);
    CHECK(table->number(0) == 3);
    CHECK(table->cell(0, 0).empty());
    CHECK(table->cell(0, 1) == "গ্রন্থাগার");
    CHECK(table->cell(0, 2) == "খ");
    CHECK(table->number(1) == 4);
    CHECK(table->cell(1, 0) == "1905-01-01");
    CHECK(table->cell(1, 1) == "2.5");
    CHECK(table->cell(1, 2) == "1");
    CHECK(table->cell(1, 3) == "2");
    CHECK(table->cell(1, 4) == "ফল");
    CHECK(table->cell(1, 5) == "2026-01-26");
}

TEST_CASE("XML that is broken, grows of itself or names what is not there is refused") {
    auto const with = [](std::string const& sheet) {
        return refusal(
            zipped({{"_rels/.rels", relations("officeDocument", "xl/workbook.xml")},
                    {"xl/workbook.xml", "<workbook xmlns:r=\"u\"><sheet r:id=\"r1\"/></workbook>"},
                    {"xl/_rels/workbook.xml.rels", relations("worksheet", "sheet.xml")},
                    {"xl/sheet.xml", sheet}}));
    };
    CHECK(with("<w><row r=\"1\"><c><v>1</v></c></row></w>").empty());
    for (auto const* sheet :
         {"<w><row r=\"1\"><c><v>1</v></c></row>", "<w><row r=\"2\"/><row r=\"1\"/></w>",
          "<w><row><c t=\"s\"><v>0</v></c></row></w>", "<w><row><c r=\"7\"><v>0</v></c></row></w>",
          "<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w><row><c t=\"str\"><v>&a;</v></c></row></w>", "",
          "text"}) {
        CAPTURE(sheet);
        CHECK(with(sheet) == "host.import_xlsx_damaged");
    }
    CHECK(refusal(zipped({{"word/document.xml", "<w/>"}})) == "host.import_not_a_table");
    CHECK(refusal(zipped({{"_rels/.rels", relations("officeDocument", "word/document.xml")},
                          {"word/document.xml", "<w/>"},
                          {"word/_rels/document.xml.rels", "<r/>"}}))
          == "host.import_not_a_table");
}

TEST_CASE("damaged workbooks are read or refused, and end no one") {
    auto const whole = workbook(20);
    std::mt19937 chance{3};
    for (int round = 0; round < 1500; ++round) {
        auto bytes = whole;
        for (auto n = 1 + chance() % 5; n > 0; --n)
            bytes[chance() % bytes.size()] = static_cast<char>(chance());
        auto const table = read_table(bytes);
        if (!table) CHECK(table.error().message.key.starts_with("host.import_"));
    }
}
