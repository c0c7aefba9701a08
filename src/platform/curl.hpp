// What mail, HTTP and the probe of sites share of libcurl. For their .cpp files only.
#pragma once

#include <curl/curl.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace udb::platform {

using CurlHandle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using CurlList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// A handle with the limits that all our use has: no signals, certificates checked (against those
/// of `certificates`, where it is not empty), 10 seconds to connect and 30 in all; cut short when
/// `stopped` says so. `stopped` must outlive the handle.
CurlHandle curl_handle(std::filesystem::path const& certificates,
                       std::function<bool()> const& stopped);

template <class T>
void set_option(CurlHandle const& handle, CURLoption option, T value) {
    curl_easy_setopt(handle.get(), option, value);
}

} // namespace udb::platform
