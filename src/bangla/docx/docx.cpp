#include "bangla/docx/docx.hpp"

#include "bangla/docx/archive.hpp"
#include "bangla/docx/body.hpp"
#include "bangla/docx/runs.hpp"
#include "bangla/docx/styles.hpp"
#include "bangla/pdf/unicode.hpp"

namespace udb::bangla {
namespace {

using namespace docx;

/// Which part is of which kind; ECMA-376 part 2, 10.1.2.
constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
</Types>
)";

constexpr std::string_view package_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
)";

constexpr std::string_view document_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>
<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
</Relationships>
)";

/// As Word 2013 and later lay out a page; a line that is broken by hand is not stretched.
constexpr std::string_view settings = R"(<w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:bidi="bn-BD"/>
)";

/// Which fonts are as good where there is no Nikosh.
constexpr std::string_view fonts =
    R"(<w:font w:name="Nikosh"><w:altName w:val="NikoshBAN,Kalpurush,SolaimanLipi,Nirmala UI,Noto Serif Bengali"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>
)";

constexpr std::string_view page_number =
    R"(<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>
)";

std::string part(std::string_view content) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
           "\n"
           + std::string(content);
}

/// A part whose outermost element is of WordprocessingML.
std::string word_part(std::string const& root, std::string_view content) {
    return part(
        "<w:" + root
        + R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
          R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
        + std::string(content) + "</w:" + root + ">\n");
}

/// `2026-01-26T04:15:00Z`
std::string utc(Instant instant) {
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    auto const seconds = std::chrono::floor<std::chrono::seconds>(instant - day).count();
    auto const two = [](auto number) {
        auto const digits = std::to_string(number);
        return digits.size() < 2 ? '0' + digits : digits;
    };
    return iso(day) + 'T' + two(seconds / 3600) + ':' + two(seconds / 60 % 60) + ':'
           + two(seconds % 60) + 'Z';
}

/// What the file says of itself; ECMA-376 part 2, 11.1.
std::string core_properties(Meta const& meta) {
    std::string out = part(
        R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
)");
    auto const say = [&out](std::string const& name, std::string_view text) {
        if (!text.empty())
            out += "<dc:" + name + '>' + pdf::xml_text(text) + "</dc:" + name + ">\n";
    };
    say("title", meta.title);
    say("subject", meta.subject);
    say("creator", meta.author);
    say("language", meta.language);
    auto const moment = " xsi:type=\"dcterms:W3CDTF\">" + utc(meta.created) + "</dcterms:";
    out += "<dcterms:created" + moment + "created>\n<dcterms:modified" + moment + "modified>\n";
    return out + "</cp:coreProperties>\n";
}

std::string section(Paper const& paper, pdf::PageSize const& size) {
    std::string out = "<w:sectPr>";
    if (paper.page_numbers != PageNumbers::none)
        out += "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>";
    out += "<w:pgSz w:w=\"" + twips(size.width) + "\" w:h=\"" + twips(size.height) + '"';
    if (paper.orientation == Orientation::landscape) out += " w:orient=\"landscape\"";
    auto const below = pdf::page_number_below + pdf::page_number_size * pdf::leading_em;
    out += "/><w:pgMar w:top=\"" + twips(size.top) + "\" w:right=\"" + twips(size.right)
           + "\" w:bottom=\"" + twips(size.bottom) + "\" w:left=\"" + twips(size.left)
           + "\" w:header=\"" + twips(size.top / 2) + "\" w:footer=\"" + twips(size.bottom - below)
           + "\" w:gutter=\"0\"/>";
    // A first page of its own kind, and no footer for it.
    if (paper.page_numbers == PageNumbers::from_second) out += "<w:titlePg/>";
    return out + "</w:sectPr>";
}

} // namespace

std::string docx_of(Paper const& paper) {
    pdf::PageSize const size(paper.orientation);
    auto const body = BodyWriter(size).write(paper);
    return archive_of({
        {"[Content_Types].xml", part(content_types)},
        {"_rels/.rels", part(package_relations)},
        {"docProps/core.xml", core_properties(paper.meta)},
        {"word/_rels/document.xml.rels", part(document_relations)},
        {"word/document.xml",
         word_part("document", "<w:body>" + body + section(paper, size) + "</w:body>\n")},
        {"word/styles.xml", word_part("styles", styles_of(size))},
        {"word/settings.xml", word_part("settings", settings)},
        {"word/fontTable.xml", word_part("fonts", fonts)},
        {"word/footer1.xml", word_part("ftr", page_number)},
    });
}

} // namespace udb::bangla
