// What a resumable upload says in its headers, the part of a file that a client asks for, and what
// clamd answers.
#include "bangla/text/code_points.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "modules/evidence/piece.hpp"
#include "modules/evidence/tus.hpp"
#include "platform/clamd.hpp"
#include "web/http/range.hpp"

#include <string>

namespace udb::fuzz {

void upload(std::string_view bytes) {
    using namespace evidence;
    if (auto const number = parse_upload_number(bytes))
        ENSURE(*number >= 0, "a length or an offset is not below zero");
    if (auto const about = parse_upload_metadata(bytes))
        for (auto const& text : {about->name, about->media_type})
            ENSURE(bangla::encoded(bangla::decoded(text)) == text, "a name is UTF-8");
    if (auto const sum = parse_upload_checksum(bytes))
        ENSURE(sum->size() == 32, "a SHA-256 has 32 bytes");
    if (auto const decoded = base64_decoded(bytes))
        ENSURE(decoded->size() <= bytes.size() / 4 * 3, "base64 is longer than what it says");
    for (std::uint64_t const size : {0ULL, 1ULL, 100ULL, ~0ULL >> 1U}) {
        auto const asked = web::parse_range(bytes, size);
        ENSURE(asked.from <= size && asked.size <= size - asked.from, "a part lies in its file");
    }
    if (auto const said = parse_scan_reply(bytes); said.verdict == Scanned::Verdict::clean)
        ENSURE(bytes.starts_with("stream: OK"), "only clamd's own word is clean");
    if (auto const period = parse_period(bytes))
        ENSURE(period->first <= period->last, "quarters follow each other");
    if (auto const function = parse_function(bytes))
        ENSURE(parse_function(function_text(*function)) == *function,
               "a function written again is the same");
}

} // namespace udb::fuzz
