#include "modules/accounts/account.hpp"

#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace udb::accounts {
namespace {

constexpr std::size_t password_bytes_most = 1024;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool letter(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::string username_of(std::string_view typed) {
    std::string name{bangla::trimmed(typed)};
    std::ranges::transform(name, name.begin(), lower);
    return name;
}

Result<std::string> parse_username(std::string_view typed) {
    auto name = username_of(typed);
    bool const known = std::ranges::all_of(
        name, [](char c) { return letter(c) || digit(c) || c == '.' || c == '_' || c == '-'; });
    if (name.size() < 3 || name.size() > 40 || !letter(name.front()) || !known)
        return invalid("username", {"accounts.bad_username"});
    return name;
}

std::string username_for(std::string_view address, int number) {
    constexpr std::size_t letters_max = 36;
    std::string name;
    for (char const c : username_of(address.substr(0, address.find('@'))))
        if (letter(c) || (!name.empty() && (digit(c) || c == '.' || c == '_' || c == '-')))
            name += c;
    name.resize(std::min(name.size(), letters_max));
    if (name.size() < 3) name = "user" + name;
    return number > 1 ? name + std::to_string(number) : name;
}

std::string password_of(std::string_view typed) { return bangla::nfc(typed); }

Result<std::string> parse_password(std::string_view typed, std::string_view username) {
    if (typed.size() > password_bytes_most)
        return invalid("password", {"accounts.password_too_long"});
    auto password = password_of(typed);
    if (password.size() > password_bytes_most)
        return invalid("password", {"accounts.password_too_long"});
    if (bangla::grapheme_count(password) < password_letters_min)
        return invalid("password", {"accounts.password_too_short",
                                    {{"least", std::int64_t{password_letters_min}}}});
    if (!username.empty() && username_of(password).find(username) != std::string::npos)
        return invalid("password", {"accounts.password_has_name"});
    return password;
}

std::string browser_of(std::string_view user_agent) {
    // In this order: each of them names those after it too.
    using Named = std::pair<std::string_view, std::string_view>;
    static constexpr Named browsers[] = {
        {"Edg", "Edge"},     {"OPR/", "Opera"},       {"SamsungBrowser", "Samsung Internet"},
        {"UCBrowser", "UC"}, {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"},
        {"CriOS", "Chrome"}, {"Chrome/", "Chrome"},   {"Safari/", "Safari"}};
    static constexpr Named systems[] = {{"Android", "Android"}, {"iPhone", "iPhone"},
                                        {"iPad", "iPad"},       {"Windows", "Windows"},
                                        {"Mac OS", "Mac"},      {"Linux", "Linux"}};
    std::string out;
    for (auto const all : {std::span<Named const>(browsers), std::span<Named const>(systems)})
        for (auto const& [sign, name] : all)
            if (user_agent.find(sign) != user_agent.npos) {
                out += (out.empty() ? "" : ", ") + std::string(name);
                break;
            }
    return out.empty() ? std::string(user_agent.substr(0, user_agent.find(' '))) : out;
}

} // namespace udb::accounts
