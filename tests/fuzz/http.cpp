// A request as it comes over a connection: the same whatever the pieces in which it comes.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "web/http/decode.hpp"
#include "web/http/parser.hpp"

#include <algorithm>
#include <string>

namespace udb::fuzz {
namespace {

using Stage = web::Parser::Stage;
constexpr std::size_t body_bytes_max = 512;
constexpr web::ParserLimits limits{
    .header_bytes_max = 2048, .header_fields_max = 12, .target_bytes_max = 300};

struct Outcome {
    Stage stage = Stage::header;
    web::Request request = {};
    bool keeps_alive = false;
};

/// As web/http/connection does: what is left of a piece stays before the next.
Outcome read(std::string_view bytes, std::size_t piece) {
    web::Parser parser(limits);
    std::string held;
    auto const reading = [&] {
        return parser.stage() == Stage::header || parser.stage() == Stage::body;
    };
    while (reading() && !bytes.empty()) {
        held += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (std::size_t used = 1; used > 0 && !held.empty() && reading();) {
            auto const in_header = parser.stage() == Stage::header;
            used = parser.put(held);
            ENSURE(used <= held.size(), "it used up more than there is");
            held.erase(0, used);
            if (in_header && parser.stage() == Stage::body) parser.limit_body(body_bytes_max);
        }
    }
    ENSURE(parser.stage() != Stage::refused || parser.status() >= 400, "a refusal has its status");
    auto const done = parser.stage() == Stage::done;
    return {parser.stage(), std::move(parser.request()), done && parser.keeps_alive()};
}

void check(web::Request const& request) {
    ENSURE(request.path.starts_with('/') && web::is_text(request.path), "a path is text");
    ENSURE(request.path.find("/../") == std::string::npos, "a path goes nowhere up");
    ENSURE(request.body.size() <= body_bytes_max, "a body has its limit");
    ENSURE(request.headers.items().size() <= limits.header_fields_max, "fields have their limit");
    for (auto const& [name, value] : request.query.items())
        ENSURE(web::is_text(name) && web::is_text(value), "a query is text");
    for (auto const& [name, value] : request.headers.items())
        ENSURE(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
               "a field is one line");
    static_cast<void>(request.form());
}

} // namespace

void http(std::string_view bytes) {
    auto const whole = read(bytes, bytes.size() + 1);
    if (whole.stage == Stage::done) check(whole.request);
    for (std::size_t const piece : {std::size_t{1}, std::size_t{7}}) {
        auto const again = read(bytes, piece);
        // Damage in a header that has not ended is seen at once or at its end.
        ENSURE((again.stage == Stage::done) == (whole.stage == Stage::done),
               "pieces end a request, or keep it from its end");
        if (whole.stage != Stage::done) continue;
        ENSURE(again.request.path == whole.request.path && again.request.body == whole.request.body
                   && again.request.query == whole.request.query
                   && again.request.headers.items() == whole.request.headers.items()
                   && again.keeps_alive == whole.keeps_alive,
               "pieces make another request");
    }
}

} // namespace udb::fuzz
