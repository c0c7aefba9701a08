#include "bangla/docx/widths.hpp"

#include "bangla/text/code_points.hpp"

#include <algorithm>

namespace udb::bangla::docx {
namespace {

/// Signs that stand above or below their letter.
bool takes_no_width(char32_t c) {
    return c == chandrabindu || c == nukta || c == hosanta || (c >= 0x09C1 && c <= 0x09C4)
           || c == 0x09E2 || c == 0x09E3 || is_joiner(c);
}

double width_em(char32_t c, char32_t before) {
    if (takes_no_width(c)) return 0;
    if (is_vowel_sign(c)) return 0.35;
    if (is_bangla_digit(c)) return 0.6;
    if (is_bengali(c)) return before == hosanta ? 0.3 : 0.68;
    if (c == U' ') return 0.28;
    if (c == U'.' || c == U',' || c == U':' || c == U';') return 0.3;
    if (c == U'(' || c == U')' || c == U'-') return 0.5;
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? 0.8 : 0.62;
    return c == danda ? 0.45 : 1;
}

} // namespace

double width_em(std::string_view utf8) {
    double widest = 0;
    double width = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        auto const c = next_code_point(utf8, at).value_or(0xFFFD);
        width = c == U'\n' ? 0 : width + width_em(c, before);
        widest = std::max(widest, width);
        before = c;
    }
    return widest;
}

} // namespace udb::bangla::docx
