// A form from the body of a request, url-encoded or multipart.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "web/http/decode.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace udb::fuzz {
namespace {

constexpr web::FormLimits limits{
    .parts_max = 20, .name_bytes_max = 50, .value_bytes_max = 300, .part_header_bytes_max = 400};

void check(web::Form const& form, std::string_view body) {
    ENSURE(form.fields.size() + form.files.size() <= limits.parts_max, "parts have their limit");
    for (auto const& [name, value] : form.fields.items()) {
        ENSURE(name.size() <= limits.name_bytes_max && web::is_text(name),
               "a name is a short text");
        ENSURE(value.size() <= limits.value_bytes_max && web::is_text(value),
               "a value is a text within its limit");
    }
    for (auto const& file : form.files) {
        ENSURE(file.name.find_first_of("/\\") == std::string::npos && web::is_text(file.name),
               "a file has a name and no path");
        ENSURE(file.bytes.empty()
                   || (std::greater_equal<>()(file.bytes.data(), body.data())
                       && std::less_equal<>()(file.bytes.data() + file.bytes.size(),
                                              body.data() + body.size())),
               "a file lies in the body");
    }
}

/// What was read of any form is read again when a browser sends it url-encoded.
void check_again(web::Form const& form) {
    web::Request again;
    again.headers.add("Content-Type", "application/x-www-form-urlencoded");
    for (auto const& [name, value] : form.fields.items())
        again.body += (again.body.empty() ? "" : "&") + web::percent_encoded(name) + '='
                      + web::percent_encoded(value);
    auto const read = again.form(limits);
    ENSURE(static_cast<bool>(read) && read->fields == form.fields, "a form is sent as it was read");
}

} // namespace

void form(std::string_view bytes) {
    auto const line = std::min(bytes.find('\n'), bytes.size());
    web::Request request;
    request.headers.add("Content-Type", std::string(bytes.substr(0, line)));
    request.body = bytes.substr(std::min(line + 1, bytes.size()));
    auto const form = request.form(limits);
    if (!form) return;
    check(*form, request.body);
    check_again(*form);
}

} // namespace udb::fuzz
