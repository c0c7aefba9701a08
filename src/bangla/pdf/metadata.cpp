// What the file says of itself, in XMP (ISO 16684) and as PDF dates.
#include "bangla/pdf/container.hpp"
#include "bangla/pdf/unicode.hpp"

namespace udb::bangla::pdf {
namespace {

/// `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">…`
std::string translated(std::string const& name, std::string_view text) {
    return "<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_text(text)
           + "</rdf:li></rdf:Alt></" + name + ">\n";
}

std::string second_of(Instant instant) {
    auto text = iso(instant); // 2026-01-26T10:15:00.000+06:00
    auto const dot = text.find('.');
    if (dot != std::string::npos) text.erase(dot, 4);
    return text;
}

} // namespace

std::string pdf_date(Instant instant) {
    auto const text = second_of(instant);
    std::string digits = "D:";
    for (auto const c : text.substr(0, 19))
        if (c >= '0' && c <= '9') digits += c;
    return digits + "+06'00'";
}

std::string xmp(Meta const& meta, bool pdf_a) {
    auto const when = second_of(meta.created);
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
    if (pdf_a) out += "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n";
    out += "<dc:format>application/pdf</dc:format>\n";
    out += translated("dc:title", meta.title);
    if (!meta.author.empty())
        out += "<dc:creator><rdf:Seq><rdf:li>" + xml_text(meta.author)
               + "</rdf:li></rdf:Seq></dc:creator>\n";
    if (!meta.subject.empty()) out += translated("dc:description", meta.subject);
    out += "<dc:language><rdf:Bag><rdf:li>" + xml_text(meta.language)
           + "</rdf:li></rdf:Bag></dc:language>\n";
    out += "<xmp:CreateDate>" + when + "</xmp:CreateDate>\n";
    out += "<xmp:ModifyDate>" + when + "</xmp:ModifyDate>\n";
    out += "<pdf:Producer>Udbhabon</pdf:Producer>\n";
    out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
    return out;
}

} // namespace udb::bangla::pdf
