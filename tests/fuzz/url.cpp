// What stands in a request line, a query, a cookie, a proxy's field, and addresses that people
// give.
#include "web/html/url.hpp"

#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "web/http/decode.hpp"
#include "web/http/proxies.hpp"

#include <string>

namespace udb::fuzz {
namespace {

void target(std::string_view bytes) {
    auto const parsed = web::parse_target(bytes);
    if (!parsed) return;
    ENSURE(parsed->path.starts_with('/') && web::is_text(parsed->path), "a path is text");
    auto address = web::percent_encoded(parsed->path, "/");
    for (auto const& [name, value] : parsed->query.items())
        address += (address.find('?') == std::string::npos ? '?' : '&') + web::percent_encoded(name)
                   + '=' + web::percent_encoded(value);
    auto const again = web::parse_target(address);
    ENSURE(again && again->path == parsed->path && again->query == parsed->query,
           "a target written again is the same");
}

void address(std::string_view bytes) {
    auto const parsed = Url::parse(std::string(bytes));
    if (!parsed) return;
    ENSURE(Url::safe(parsed->view()), "an address is safe");
    ENSURE(Url::safe(parsed->with(bytes, bytes).at(bytes).view()), "and so is one made of it");
}

void fields(std::string_view bytes) {
    web::Pairs cookies;
    web::parse_cookies(bytes, cookies);
    for (auto const& [name, value] : cookies.items())
        ENSURE(!name.empty() && value.find_first_of(" ;\r\n") == std::string::npos,
               "a cookie has a name and no second one");
    static web::Proxies const proxies({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
    web::Headers headers;
    headers.add("X-Forwarded-For", std::string(bytes));
    ENSURE(proxies.client("192.0.2.1", headers) == "192.0.2.1", "a stranger is not believed");
    ENSURE(web::is_text(proxies.client("127.0.0.1", headers)), "an address is text");
}

} // namespace

void url(std::string_view bytes) {
    target(bytes);
    address(bytes);
    fields(bytes);
    auto const encoded = web::percent_encoded(bytes);
    ENSURE(web::percent_decoded(encoded, web::Plus::is_space) == std::string(bytes),
           "what is encoded is decoded");
}

} // namespace udb::fuzz
