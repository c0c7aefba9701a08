#include "modules/offices/contact.hpp"

#include "bangla/text/digits.hpp"

#include <algorithm>

namespace udb {
namespace {

bool plain(char c) {
    return c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && c != '\x7f';
}

bool dotted_name(std::string_view name) {
    auto const dot = name.find('.');
    return dot != name.npos && dot > 0 && name.back() != '.' && name.find("..") == name.npos;
}

} // namespace

bool is_phone(std::string_view text) {
    auto const ascii = bangla::ascii_digits(text);
    auto const digits = std::ranges::count_if(ascii, [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 3 && std::ranges::all_of(ascii, [](char c) {
               return (c >= '0' && c <= '9')
                      || std::string_view("+-(),; ").find(c) != std::string_view::npos;
           });
}

bool is_email(std::string_view text) {
    auto const at = text.find('@');
    return at != text.npos && at > 0 && text.find('@', at + 1) == text.npos
           && std::ranges::all_of(text, plain) && dotted_name(text.substr(at + 1));
}

bool is_web_address(std::string_view text) {
    for (std::string_view const scheme : {"https://", "http://"})
        if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
    return std::ranges::all_of(text, plain) && dotted_name(text.substr(0, text.find('/')))
           && text.find(':') == text.npos;
}

} // namespace udb
