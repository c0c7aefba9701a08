// Forms: what browsers send, and what is refused.
#include "web/http/request.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::web;

namespace {

Request posted(std::string type, std::string body) {
    Request request;
    request.method = Method::post;
    if (!type.empty()) request.headers.add("Content-Type", std::move(type));
    request.body = std::move(body);
    return request;
}

constexpr auto multipart = "multipart/form-data; boundary=xyz";

std::string part(std::string const& disposition, std::string const& body,
                 std::string const& more = "") {
    return "--xyz\r\nContent-Disposition: " + disposition + "\r\n" + more + "\r\n" + body + "\r\n";
}

std::string refusal(Request const& request, FormLimits const& limits = {}) {
    auto const form = request.form(limits);
    return form ? "read" : form.error().message.key;
}

} // namespace

TEST_CASE("a url-encoded form is read in order, in Bangla too") {
    auto const request = posted("application/x-www-form-urlencoded; charset=UTF-8",
                                "title=%E0%A6%A6%E0%A6%B2+%E0%A7%A7&seat=1&seat=2&empty=");
    auto const form = request.form();
    REQUIRE(form);
    CHECK((*form)["title"] == "দল ১");
    CHECK(form->fields.all("seat") == std::vector<std::string_view>{"1", "2"});
    CHECK(form->fields.get("empty") == "");
    CHECK((*form)["missing"] == "");
}

TEST_CASE("an empty body is an empty form, whatever its type") {
    CHECK(posted("", "").form()->fields.empty());
    CHECK(posted("application/x-www-form-urlencoded", "").form()->fields.empty());
}

TEST_CASE("a form with files gives fields and files, byte for byte") {
    std::string const bytes("\0\r\n--xy\r\n--\xff\r\n", 14);
    auto const request = posted(
        multipart, part("form-data; name=\"title\"", "আদেশ\r\nদুই লাইন")
                       + part("form-data; name=\"order\"; filename=\"C:\\docs\\আদেশ %22১%22.pdf\"",
                              bytes, "Content-Type: Application/PDF\r\n")
                       + part("form-data; name=\"none\"; filename=\"\"", "",
                              "Content-Type: application/octet-stream\r\n")
                       + part("form-data; name=blank", "") + "--xyz--\r\n");
    auto const form = request.form();
    REQUIRE(form);
    CHECK((*form)["title"] == "আদেশ\r\nদুই লাইন");
    CHECK(form->fields.get("blank") == "");
    REQUIRE(form->files.size() == 1);
    auto const* file = form->file("order");
    REQUIRE(file);
    CHECK(file->bytes == bytes);
    CHECK(file->name == "আদেশ %22১%22.pdf");
    CHECK(file->content_type == "application/pdf");
    CHECK(form->file("none") == nullptr);
}

TEST_CASE("a form without any field is read") {
    CHECK(posted(multipart, "--xyz--\r\n").form()->fields.empty());
    CHECK(posted(multipart, "--xyz--").form()->fields.empty());
}

TEST_CASE("damaged forms are refused") {
    auto const good = part("form-data; name=\"a\"", "1");
    CHECK(refusal(posted(multipart, good + "--xyz--\r\n")) == "read");
    for (auto const& body : {
             good,                          // no end
             good + "--xyz",                // cut
             good + "--xyz--\r\nmore",      // something after it
             "junk\r\n" + good + "--xyz--", // something before it
             good + "--xyzz--",             // another boundary
             part("form-data", "1") + "--xyz--",
             part("attachment; name=\"a\"", "1") + "--xyz--",
             part("form-data; name=\"a", "1") + "--xyz--",
             part("form-data; name=\"a\"x", "1") + "--xyz--",
             part("form-data; name=a; name=b", "1") + "--xyz--",
             part("form-data; name=a; filename*=UTF-8''x", "1") + "--xyz--",
             part("form-data; name=a", "1", "Content-Transfer-Encoding: base64\r\n") + "--xyz--",
             part("form-data; name=a", "1", "no colon\r\n") + "--xyz--",
             part("form-data; name=a", "1", "Content-Disposition: form-data; name=b\r\n")
                 + "--xyz--",
             std::string("--xyz\r\nContent-Disposition: form-data; name=a\r\n1\r\n--xyz--"),
             std::string("--xyz\nContent-Disposition: form-data; name=a\n\n1\n--xyz--"),
         }) {
        CAPTURE(body);
        CHECK(refusal(posted(multipart, body)) == "http.form_damaged");
    }
    for (auto const* type : {"multipart/form-data",
                             "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a",
                             "multipart/form-data; boundary=a\x01"})
        CHECK_MESSAGE(refusal(posted(type, good + "--xyz--")) != "read", type);
    CHECK(refusal(posted("application/x-www-form-urlencoded", "a=%zz")) == "http.form_damaged");
}

TEST_CASE("only the two types of forms are read") {
    for (auto const* type : {"", "text/plain", "application/json", "multipart/mixed; boundary=xyz"})
        CHECK_MESSAGE(refusal(posted(type, "a=1")) == "http.form_type", type);
}

TEST_CASE("text that is not Unicode, or holds control characters, is refused") {
    CHECK(refusal(posted("application/x-www-form-urlencoded", "a=%e0%a6")) == "http.form_encoding");
    CHECK(refusal(posted("application/x-www-form-urlencoded", "a=%00")) == "http.form_encoding");
    CHECK(refusal(posted("application/x-www-form-urlencoded; charset=windows-1252", "a=1"))
          == "http.form_encoding");
    CHECK(refusal(posted(multipart, part("form-data; name=a", "\xff") + "--xyz--"))
          == "http.form_encoding");
    CHECK(refusal(posted(multipart, part("form-data; name=\"\xff\"", "1") + "--xyz--"))
          == "http.form_encoding");
    CHECK(refusal(posted(multipart, part("form-data; name=a; filename=\"\xff\"", "1") + "--xyz--"))
          == "http.form_encoding");
}

TEST_CASE("limits hold at their number, and refuse one above") {
    FormLimits const limits{
        .parts_max = 3, .name_bytes_max = 4, .value_bytes_max = 5, .part_header_bytes_max = 60};
    auto const url = [](std::string body) {
        return posted("application/x-www-form-urlencoded", std::move(body));
    };
    CHECK(refusal(url("a=1&b=2&c=3"), limits) == "read");
    CHECK(refusal(url("a=1&b=2&c=3&d=4"), limits) == "http.form_too_many_fields");
    CHECK(refusal(url("abcd=12345"), limits) == "read");
    CHECK(refusal(url("abcde=1"), limits) == "http.form_field_too_long");
    CHECK(refusal(url("a=123456"), limits) == "http.form_field_too_long");

    auto const a = part("form-data; name=a", "12345");
    CHECK(refusal(posted(multipart, a + a + a + "--xyz--"), limits) == "read");
    CHECK(refusal(posted(multipart, a + a + a + a + "--xyz--"), limits)
          == "http.form_too_many_fields");
    CHECK(refusal(posted(multipart, part("form-data; name=a", "123456") + "--xyz--"), limits)
          == "http.form_field_too_long");
    CHECK(refusal(posted(multipart, part("form-data; name=abcde", "1") + "--xyz--"), limits)
          == "http.form_field_too_long");
    CHECK(refusal(posted(multipart, part("form-data; name=a; filename=b", "123456") + "--xyz--"),
                  limits)
          == "read");
    CHECK(refusal(posted(multipart,
                         part("form-data; name=a", "1", "X: " + std::string(60, 'x') + "\r\n")
                             + "--xyz--"),
                  limits)
          == "http.form_damaged");
}

TEST_CASE("every cut of a good form is read or refused, never more") {
    auto const whole = part("form-data; name=a", "1")
                       + part("form-data; name=b; filename=c", "bytes") + "--xyz--\r\n";
    for (std::size_t size = 1; size + 2 < whole.size(); ++size)
        CHECK(refusal(posted(multipart, whole.substr(0, size))) == "http.form_damaged");
}
