#include "platform/http_client.hpp"

#include "platform/curl.hpp"

#include <functional>

namespace udb {
namespace {

using platform::set_option;

constexpr std::size_t body_bytes_max = std::size_t{1024} * 1024;
constexpr long total_seconds = 10;

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* body) {
    auto& text = *static_cast<std::string*>(body);
    if (text.size() + size * count > body_bytes_max) return 0; // ends the transfer
    text.append(bytes, size * count);
    return size * count;
}

std::string percent(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                           || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_'
                           || c == '~';
        if (plain)
            out += c;
        else
            (out += '%').append({hex[byte >> 4U], hex[byte & 15U]});
    }
    return out;
}

} // namespace

std::string form_encoded(std::vector<std::pair<std::string, std::string>> const& fields) {
    std::string out;
    for (auto const& [name, value] : fields)
        out.append(out.empty() ? "" : "&").append(percent(name)).append("=").append(percent(value));
    return out;
}

bool may_ask_http(std::string_view url) {
    if (url.starts_with("https://") && url.size() > 8) return true;
    for (std::string_view const here : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
        if (url.starts_with(here)
            && (url.size() == here.size() || url[here.size()] == ':' || url[here.size()] == '/'))
            return true;
    return false;
}

HttpReply ask_http(HttpAsk const& ask) {
    if (!may_ask_http(ask.url)) return {.status = 0, .body = {}, .why = "not an https address"};
    std::function<bool()> const never;
    auto const handle = platform::curl_handle(ask.certificates, never);
    HttpReply reply;
    std::string const form = ask.form ? form_encoded(*ask.form) : std::string{};
    platform::CurlList const headers(curl_slist_append(nullptr, "Accept: application/json"),
                                     &curl_slist_free_all);
    set_option(handle, CURLOPT_URL, ask.url.c_str());
    set_option(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    set_option(handle, CURLOPT_TIMEOUT, total_seconds);
    set_option(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set_option(handle, CURLOPT_MAXFILESIZE, static_cast<long>(body_bytes_max));
    set_option(handle, CURLOPT_HTTPHEADER, headers.get());
    set_option(handle, CURLOPT_USERAGENT, "udbhabon");
    set_option(handle, CURLOPT_WRITEFUNCTION, &keep);
    set_option(handle, CURLOPT_WRITEDATA, &reply.body);
    if (ask.form) {
        set_option(handle, CURLOPT_POST, 1L);
        set_option(handle, CURLOPT_POSTFIELDS, form.c_str());
        set_option(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
    }
    if (!ask.bearer.empty()) {
        set_option(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        set_option(handle, CURLOPT_XOAUTH2_BEARER, ask.bearer.c_str());
    }
    if (!ask.user.empty()) {
        // RFC 6749 §2.3.1: both are form-encoded before.
        set_option(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set_option(handle, CURLOPT_USERNAME, percent(ask.user).c_str());
        set_option(handle, CURLOPT_PASSWORD, percent(ask.password).c_str());
    }
    auto const done = curl_easy_perform(handle.get());
    if (done != CURLE_OK) return {.status = 0, .body = {}, .why = curl_easy_strerror(done)};
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    return reply;
}

} // namespace udb
