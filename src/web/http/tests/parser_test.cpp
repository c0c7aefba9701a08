// Requests that come in small pieces.
#include "web/http/parser.hpp"

#include <doctest/doctest.h>

using namespace udb::web;

namespace {

/// Read in pieces of so many bytes, as a connection gives them.
Parser::Stage read(Parser& parser, std::string_view bytes, std::size_t piece) {
    std::string held;
    while (!bytes.empty() && parser.stage() < Parser::Stage::done) {
        held += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (std::size_t used = 1;
             used > 0 && !held.empty() && parser.stage() < Parser::Stage::done;) {
            auto const before = parser.stage();
            used = parser.put(held);
            held.erase(0, used);
            if (before == Parser::Stage::header && parser.stage() == Parser::Stage::body)
                parser.limit_body(1000);
        }
    }
    return parser.stage();
}

} // namespace

TEST_CASE("a chunked body is the same in whatever pieces it comes, be it empty or begin with 0") {
    std::string const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (std::string_view const data : {"", "0", "0a0", "000000"})
        for (std::string_view const trailer : {"", "T: u\r\n"})
            for (std::size_t piece = 1; piece < 12; ++piece) {
                CAPTURE(data);
                CAPTURE(piece);
                auto bytes = head;
                if (!data.empty())
                    bytes += std::to_string(data.size()) + "\r\n" + std::string(data) + "\r\n";
                bytes += "0\r\n" + std::string(trailer) + "\r\n";
                Parser parser({1000, 10, 100});
                CHECK(read(parser, bytes, piece) == Parser::Stage::done);
                CHECK(parser.request().body == data);
                Parser cut({1000, 10, 100});
                CHECK(read(cut, std::string_view(bytes).substr(0, bytes.size() - 1), piece)
                      == Parser::Stage::body);
            }
}
