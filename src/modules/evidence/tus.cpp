#include "modules/evidence/tus.hpp"

#include "bangla/text/code_points.hpp"

#include <charconv>

namespace udb::evidence {
namespace {

constexpr std::size_t metadata_bytes_max = 4096;

int value_of(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

std::string_view without_spaces(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<std::int64_t> parse_upload_number(std::string_view header) {
    std::int64_t value = 0;
    auto const* const end = header.data() + header.size();
    auto const [at, failed] = std::from_chars(header.data(), end, value);
    if (failed != std::errc{} || at != end || value < 0 || header.front() == '-') return {};
    return value;
}

std::optional<std::string> base64_decoded(std::string_view text) {
    if (text.size() % 4 != 0) return {};
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::string out;
    out.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        bool const last = at + 4 == text.size();
        auto const letters = last ? 4 - padding : 4;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            auto const value = i < letters ? value_of(text[at + i]) : 0;
            if (value < 0) return {};
            bits = bits << 6U | static_cast<std::uint32_t>(value);
        }
        for (std::size_t i = 0; i + 1 < letters; ++i)
            out += static_cast<char>(bits >> (16 - 8 * i) & 0xFFU);
    }
    return out;
}

std::optional<UploadMetadata> parse_upload_metadata(std::string_view header) {
    UploadMetadata found;
    if (header.size() > metadata_bytes_max) return {};
    while (!header.empty()) {
        auto const comma = header.find(',');
        auto const pair = without_spaces(header.substr(0, comma));
        header = comma == header.npos ? std::string_view{} : header.substr(comma + 1);
        auto const space = pair.find(' ');
        auto const key = pair.substr(0, space);
        auto const value =
            base64_decoded(space == pair.npos ? std::string_view{} : pair.substr(space + 1));
        if (key.empty() || !value) return {};
        if (key != "filename" && key != "filetype") continue;
        if (bangla::encoded(bangla::decoded(*value)) != *value) return {};
        (key == "filename" ? found.name : found.media_type) = *value;
    }
    return found;
}

std::optional<std::string> parse_upload_checksum(std::string_view header) {
    constexpr std::string_view way = "sha256 ";
    if (!header.starts_with(way)) return {};
    auto digest = base64_decoded(header.substr(way.size()));
    if (!digest || digest->size() != 32) return {};
    return digest;
}

} // namespace udb::evidence
