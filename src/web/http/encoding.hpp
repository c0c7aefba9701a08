// Compression of bodies: what the client takes, what is worth it, and doing it.
#pragma once

#include <string>
#include <string_view>

namespace udb::web {

/// What an Accept-Encoding field allows (RFC 9110 §12.5.3); a quality of zero forbids.
struct Accepted {
    bool gzip = false;
    bool brotli = false;
};
Accepted parse_accept_encoding(std::string_view field);

/// Text, scripts, styles, JSON, SVG: what shrinks. Fonts, pictures and PDF are compressed already.
bool is_compressible(std::string_view content_type);

/// `level` 1 (fast) to 9 (small).
std::string gzipped(std::string_view bytes, int level);
/// `quality` 0 (fast) to 11 (small).
std::string brotlied(std::string_view bytes, int quality);

} // namespace udb::web
