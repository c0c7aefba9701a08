#include "modules/accounts/pace.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <span>

namespace udb::accounts {
namespace {

bool quiet_for_long(Pace const& pace, Tries const& tries, Instant now) {
    return tries.wrong == 0 || now - tries.last >= pace.forgotten;
}

} // namespace

std::chrono::milliseconds wait_for(Pace const& pace, Tries const& tries, Instant now) {
    if (tries.wrong < pace.free || quiet_for_long(pace, tries, now))
        return std::chrono::milliseconds{0};
    auto wait = pace.first;
    for (int more = tries.wrong - pace.free; more > 0 && wait < pace.longest; --more)
        wait *= 2;
    std::chrono::milliseconds const left = tries.last + std::min(wait, pace.longest) - now;
    return std::clamp(left, std::chrono::milliseconds{0}, std::chrono::milliseconds{pace.longest});
}

Tries counted(Pace const& pace, Tries tries, Instant now) {
    constexpr int most = 1'000'000;
    if (quiet_for_long(pace, tries, now)) tries.wrong = 0;
    return {.wrong = std::min(tries.wrong + 1, most), .last = now};
}

std::string network_of(std::string_view address) {
    std::array<unsigned char, 16> bytes{};
    std::string text{address.substr(0, 64)};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    // ::ffff:192.0.2.1 is an IPv4 address.
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    std::array<char, INET6_ADDRSTRLEN> out{};
    if (std::ranges::equal(mapped, std::span(bytes).first<12>()))
        return inet_ntop(AF_INET, bytes.data() + mapped.size(), out.data(), out.size());
    std::ranges::fill(std::span(bytes).last<8>(), static_cast<unsigned char>(0));
    return std::string(inet_ntop(AF_INET6, bytes.data(), out.data(), out.size())) + "/64";
}

} // namespace udb::accounts
