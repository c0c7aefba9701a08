#include "modules/accounts/recovery_code.hpp"

namespace udb::accounts {
namespace {

// Crockford's base32: 5 bits a letter; no i, l, o, u.
constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t length = recovery_code_bytes * 8 / 5;

char plain(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == 'o') return '0';
    if (c == 'i' || c == 'l') return '1';
    return c;
}

} // namespace

std::string recovery_code(std::span<std::byte const> random) {
    std::string code;
    unsigned held = 0;
    int bits = 0;
    for (auto const byte : random.first(recovery_code_bytes)) {
        held = held << 8U | std::to_integer<unsigned>(byte);
        for (bits += 8; bits >= 5; bits -= 5) {
            if (code.size() % 5 == 4) code += '-';
            code += letters[held >> static_cast<unsigned>(bits - 5) & 31U];
        }
        held &= 0xffU;
    }
    return code;
}

std::string recovery_code_of(std::string_view typed) {
    std::string code;
    for (char const c : typed) {
        if (c == ' ' || c == '-') continue;
        if (letters.find(plain(c)) == letters.npos || code.size() == length) return {};
        code += plain(c);
    }
    return code.size() == length ? code : std::string{};
}

} // namespace udb::accounts
