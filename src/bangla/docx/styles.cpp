#include "bangla/docx/styles.hpp"

#include "bangla/docx/runs.hpp"

#include <string_view>

namespace udb::bangla::docx {
namespace {

using namespace pdf;

/// The properties stand in the order that ECMA-376 part 1, 17.3.1.26 and 17.3.2.28 give them.
struct Style {
    std::string_view id;
    std::string_view name; ///< as word processors know it, and show it in their reader's language
    std::string_view based_on = "Normal";
    double size = 0; ///< 0: as the style it is based on
    std::string_view keeps{};
    std::string place{};
    std::string_view letters{};
    std::string_view underline{};
    bool own = false; ///< no word processor has it of itself
};

constexpr std::string_view with_next = "<w:keepNext/>";
constexpr std::string_view bold = "<w:b/><w:bCs/>";
constexpr auto const* centred = "<w:jc w:val=\"center\"/>";
constexpr auto const* justified = "<w:jc w:val=\"both\"/>";

void append(std::string& out, Style const& style) {
    auto const of = [](std::string_view element, std::string_view value) {
        return "<w:" + std::string(element) + " w:val=\"" + std::string(value) + "\"/>";
    };
    out += "<w:style w:type=\"paragraph\"";
    if (style.id == style.based_on) out += " w:default=\"1\"";
    if (style.own) out += " w:customStyle=\"1\"";
    out += " w:styleId=\"" + std::string(style.id) + "\">" + of("name", style.name);
    if (style.id != style.based_on) out += of("basedOn", style.based_on);
    out += "<w:qFormat/><w:pPr>";
    out += style.keeps;
    if (style.size > 0)
        out +=
            "<w:spacing w:line=\"" + twips(style.size * leading_em) + "\" w:lineRule=\"atLeast\"/>";
    out += style.place;
    out += "</w:pPr><w:rPr>";
    out += style.letters;
    auto const half_points = std::to_string(static_cast<int>(style.size * 2));
    if (style.size > 0) out += of("sz", half_points) + of("szCs", half_points);
    out += style.underline;
    out += "</w:rPr></w:style>\n";
}

/// Nikosh is what the state recommends. Bangla letters go by `w:cs`, `w:szCs` and `w:bidi`, Latin
/// ones by the others.
constexpr std::string_view defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"Nikosh\" w:eastAsia=\"Nikosh\" w:hAnsi=\"Nikosh\" w:cs=\"Nikosh\"/>"
    "<w:lang w:val=\"en-US\" w:eastAsia=\"en-US\" w:bidi=\"bn-BD\"/>"
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n";

std::string margins(double x, double y) {
    auto const side = [](std::string const& name, double points) {
        return "<w:" + name + " w:w=\"" + twips(points) + "\" w:type=\"dxa\"/>";
    };
    return "<w:tblCellMar>" + side("top", y) + side("left", x) + side("bottom", y)
           + side("right", x) + "</w:tblCellMar>";
}

std::string rules() {
    std::string out = "<w:tblBorders>";
    for (auto const* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += "<w:" + std::string(side)
               + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
    return out + "</w:tblBorders>";
}

std::string table_styles() {
    return "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
           "<w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
           + margins(0, 0)
           + "</w:tblPr></w:style>\n"
             "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"TablePlain\">"
             "<w:name w:val=\"Table Plain\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>"
           + margins(cell_padding_x, cell_padding_y)
           + "</w:tblPr></w:style>\n"
             "<w:style w:type=\"table\" w:styleId=\"TableGrid\">"
             "<w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TablePlain\"/><w:tblPr>"
           + rules() + "</w:tblPr></w:style>\n";
}

} // namespace

std::string styles_of(PageSize const& size) {
    auto const level = [](int outline) {
        return "<w:outlineLvl w:val=\"" + std::to_string(outline) + "\"/>";
    };
    auto const at_right =
        "<w:ind w:left=\"" + twips(size.text_width() * (1 - signature_share)) + "\"/>";
    Style const styles[] = {
        {.id = "Normal", .name = "Normal", .size = body_size},
        {.id = "BodyText", .name = "Body Text", .place = justified},
        {.id = "ListParagraph", .name = "List Paragraph", .place = justified},
        {.id = "MessageHeader",
         .name = "Message Header",
         .size = head_size,
         .keeps = with_next,
         .place = centred},
        {.id = "HeadWebsite",
         .name = "Head Website",
         .based_on = "MessageHeader",
         .size = small_size,
         .own = true},
        {.id = "Heading1",
         .name = "heading 1",
         .size = title_size,
         .keeps = with_next,
         .place = centred + level(0),
         .letters = bold,
         .underline = "<w:u w:val=\"single\"/>"},
        {.id = "TitleAgain",
         .name = "Title Again",
         .based_on = "Heading1",
         .place = level(1),
         .own = true},
        {.id = "Heading2",
         .name = "heading 2",
         .size = head_size,
         .keeps = with_next,
         .place = level(1),
         .letters = bold},
        {.id = "Heading3",
         .name = "heading 3",
         .keeps = with_next,
         .place = level(2),
         .letters = bold},
        {.id = "Heading4",
         .name = "heading 4",
         .keeps = with_next,
         .place = level(3),
         .letters = bold},
        {.id = "Subject", .name = "Subject", .keeps = with_next, .letters = bold, .own = true},
        {.id = "Signature",
         .name = "Signature",
         .keeps = "<w:keepNext/><w:keepLines/>",
         .place = at_right + centred},
        {.id = "TableText", .name = "Table Text", .size = table_size, .own = true},
        {.id = "TableHead",
         .name = "Table Head",
         .based_on = "TableText",
         .keeps = with_next,
         .place = centred,
         .letters = bold,
         .own = true},
        {.id = "Footer", .name = "footer", .size = page_number_size, .place = centred},
    };
    std::string out(defaults);
    for (auto const& style : styles)
        append(out, style);
    return out + table_styles();
}

} // namespace udb::bangla::docx
