#include "platform/curl.hpp"

#include "base/ensure.hpp"

#include <mutex>

namespace udb::platform {
namespace {

constexpr long connect_seconds = 10;
constexpr long total_seconds = 30;

int progress(void* stopped, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto const& asked = *static_cast<std::function<bool()> const*>(stopped);
    return asked && asked() ? 1 : 0;
}

} // namespace

CurlHandle curl_handle(std::filesystem::path const& certificates,
                       std::function<bool()> const& stopped) {
    static std::once_flag once;
    std::call_once(
        once, [] { ENSURE(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, "libcurl starts"); });
    CurlHandle handle(curl_easy_init(), &curl_easy_cleanup);
    ENSURE(handle != nullptr, "libcurl gives a handle");
    set_option(handle, CURLOPT_NOSIGNAL, 1L);
    set_option(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    set_option(handle, CURLOPT_TIMEOUT, total_seconds);
    set_option(handle, CURLOPT_PROXY, ""); // the environment's proxies are not for us
    set_option(handle, CURLOPT_NOPROGRESS, 0L);
    set_option(handle, CURLOPT_XFERINFOFUNCTION, &progress);
    set_option(handle, CURLOPT_XFERINFODATA, &stopped);
    if (!certificates.empty()) set_option(handle, CURLOPT_CAINFO, certificates.c_str());
    return handle;
}

} // namespace udb::platform
