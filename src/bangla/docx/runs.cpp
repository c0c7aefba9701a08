#include "bangla/docx/runs.hpp"

#include "bangla/pdf/unicode.hpp"

#include <cmath>

namespace udb::bangla::docx {

std::string run_of(std::string_view utf8, bool bold) {
    constexpr std::string_view text_begins = "<w:t xml:space=\"preserve\">";
    constexpr std::string_view soft_hyphen = "\xC2\xAD";
    auto const text = pdf::xml_text(utf8);
    if (text.find_first_not_of(" \n") == std::string::npos) return {};
    std::string out = bold ? "<w:r><w:rPr><w:b/><w:bCs/></w:rPr>" : "<w:r>";
    out.reserve(text.size() + 128);
    out += text_begins;
    for (std::size_t at = 0; at < text.size();) {
        auto const next = std::min(text.find_first_of("\n\xC2", at), text.size());
        out.append(text, at, next - at);
        at = next + 1;
        if (next == text.size()) break;
        auto const hyphen = text.compare(next, soft_hyphen.size(), soft_hyphen) == 0;
        if (hyphen) ++at;
        if (hyphen || text[next] == '\n') {
            out += hyphen ? "</w:t><w:softHyphen/>" : "</w:t><w:br/>";
            out += text_begins;
        } else {
            out += text[next];
        }
    }
    out += "</w:t></w:r>";
    return out;
}

std::string twips(double points) { return std::to_string(std::lround(points * 20)); }

} // namespace udb::bangla::docx
