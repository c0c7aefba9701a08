// What both drivers ask of text: placeholders, and bytes that both engines can keep.
#include "store/connection.hpp"
#include "store/sql.hpp"

#include <algorithm>

namespace udb::store {
namespace {

/// The length of the UTF-8 sequence at the front (RFC 3629, table 3-7 of Unicode), 0 if it is none.
std::size_t sequence_length(std::string_view text) {
    auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    auto const lead = byte(0);
    if (lead < 0x80) return lead == 0 ? 0 : 1;
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t at = 1; at < length; ++at)
        if ((byte(at) & 0xC0U) != 0x80) return 0;
    auto const second = byte(1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return length;
}

} // namespace

void require_storable(std::string_view text) {
    while (!text.empty()) {
        auto const length = sequence_length(text);
        if (length == 0)
            throw UnstorableText(text[0] == '\0' ? "a NUL inside a text"
                                                 : "a text that is not UTF-8");
        text.remove_prefix(length);
    }
}

std::string numbered(std::string_view sql) {
    std::string out;
    out.reserve(sql.size() + 16);
    int n = 0;
    while (!sql.empty()) {
        auto const length = opaque_length(sql);
        if (length > 0)
            out += sql.substr(0, length);
        else if (sql[0] == '?')
            (out += '$') += std::to_string(++n);
        else
            out += sql[0];
        sql.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

std::size_t opaque_length(std::string_view sql) {
    auto const until = [&](std::string_view end, std::size_t from) {
        auto const at = sql.find(end, from);
        return at == std::string_view::npos ? sql.size() : at + end.size();
    };
    if (sql.starts_with("--")) return until("\n", 2);
    if (sql.starts_with("/*")) return until("*/", 2);
    // A doubled quote reads as two quoted pieces, which comes to the same.
    if (sql[0] == '\'' || sql[0] == '"') return until(sql.substr(0, 1), 1);
    return 0;
}

} // namespace udb::store
