// Building addresses: percent-encoding, query fields, gaps.
#include "web/html/url.hpp"

#include "base/ensure.hpp"

namespace udb {
namespace {

/// RFC 3986, section 2.3: letters, digits and `-._~` stand for themselves.
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size() * 3);
    for (char const c : text) {
        bool const unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_'
                                || c == '~';
        if (unreserved) {
            out += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    return out;
}

} // namespace

std::optional<Url> Url::parse(std::string address) {
    if (!safe(address)) return {};
    Url url;
    url.owned_ = std::move(address);
    return url;
}

Url Url::with(std::string_view field, std::string_view value) const {
    auto const address = view();
    auto const hash = address.find('#');
    Url url;
    auto& out = url.owned_.emplace(address.substr(0, hash));
    out += out.find('?') == std::string::npos ? '?' : '&';
    out += percent_encoded(field) + "=" + percent_encoded(value);
    if (hash != std::string_view::npos) out += address.substr(hash);
    return url;
}

Url Url::at(std::string_view fragment) const {
    auto const address = view();
    Url url;
    url.owned_.emplace(address.substr(0, address.find('#')));
    *url.owned_ += "#" + percent_encoded(fragment);
    return url;
}

UrlPart::UrlPart(std::string_view text) : encoded_(percent_encoded(text)) {
    // Even percent-encoded, a browser takes these for steps through the path: no address can name
    // them.
    if (text == "." || text == "..") encoded_ = "_";
}

Url UrlPattern::filled(UrlPart const* parts, std::size_t count) const {
    Url url;
    auto& out = url.owned_.emplace();
    std::size_t begin = 0;
    for (std::size_t n = 0; n < count; ++n) {
        auto const gap = pattern_.find("{}", begin);
        ENSURE(gap != std::string_view::npos, "more parts than gaps in " + std::string(pattern_));
        out.append(pattern_.substr(begin, gap - begin)).append(parts[n].encoded());
        begin = gap + 2;
    }
    ENSURE(pattern_.find("{}", begin) == std::string_view::npos,
           "more gaps than parts in " + std::string(pattern_));
    out += pattern_.substr(begin);
    ENSURE(Url::safe(out), "a part made an unsafe address of " + std::string(pattern_));
    return url;
}

} // namespace udb
