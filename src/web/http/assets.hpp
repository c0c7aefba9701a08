// Files of the look (styles, scripts, fonts, pictures), from memory, addressed by what they
// contain.
#pragma once

#include "base/embedded.hpp"
#include "web/http/router.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace udb::web {

/// `/assets/<hash>/<name>`: since the address changes with the content, a browser may keep it for
/// ever. Text files are kept compressed too, by brotli and gzip.
class Assets {
public:
    /// The files must outlive this. A name twice is a bug.
    explicit Assets(std::span<EmbeddedFile const> files);
    ~Assets();
    Assets(Assets&&) noexcept;
    Assets& operator=(Assets&&) noexcept;

    /// The address of a file by its name: `asset_url("site.css")` →
    /// `/assets/1a2b3c4d5e6f7a8b/site.css`. A name that is not there is a bug.
    std::string const& url(std::string_view name) const;

    /// Serves the files at `/assets/{hash}/{name...}`. The assets must outlive the router.
    void mount(Router& router) const;

private:
    struct File;
    std::map<std::string, std::unique_ptr<File>, std::less<>> files_;

    Response answer(Request const& request) const;
};

/// By the end of the name: `text/css; charset=utf-8`; `application/octet-stream` if unknown.
std::string_view content_type_of(std::string_view name);

} // namespace udb::web
