// Phones, mail and web addresses of offices, posts and officers, as far as they can be wrong.
#pragma once

#include <string_view>

namespace udb {

/// Digits of either script with `+ - ( ) , ;` and spaces between; "ext." is not taken.
bool is_phone(std::string_view text);
/// One `@` with something before it and a dotted name behind it; no spaces.
bool is_email(std::string_view text);
/// With or without `https://`, as orders write it: `www.mole.gov.bd`.
bool is_web_address(std::string_view text);

} // namespace udb
