#include "bangla/text/digits.hpp"

namespace udb::bangla {
namespace {

// U+09E6 (০) to U+09EF (৯) are E0 A7 A6 to E0 A7 AF in UTF-8.
constexpr std::string_view prefix = "\xE0\xA7";
constexpr unsigned char first = 0xA6;
constexpr unsigned char last = 0xAF;

} // namespace

std::string bangla_digits(std::string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (char const c : text) {
        if (c >= '0' && c <= '9') {
            out += prefix;
            out += static_cast<char>(first + (c - '0'));
        } else {
            out += c;
        }
    }
    return out;
}

std::string ascii_digits(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == prefix && i + 2 < text.size()) {
            auto const third = static_cast<unsigned char>(text[i + 2]);
            if (third >= first && third <= last) {
                out += static_cast<char>('0' + (third - first));
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

std::string bangla_number(std::int64_t number) { return bangla_digits(std::to_string(number)); }

} // namespace udb::bangla
