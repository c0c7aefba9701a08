// libFuzzer's entry: `udb_fuzz --target=csv FOLDER` gives its bytes to that target. Started by
// bin/fuzz.
#include "fuzz.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

udb::fuzz::Target const* chosen = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
    constexpr std::string_view flag = "--target=";
    for (std::string_view const word : std::span(*words, static_cast<std::size_t>(*count))) {
        if (!word.starts_with(flag)) continue;
        auto const all = udb::fuzz::targets();
        auto const at = std::ranges::find(all, word.substr(flag.size()), &udb::fuzz::Target::name);
        if (at != all.end()) chosen = &*at;
    }
    if (chosen) return 0;
    std::fputs("--target=NAME is missing, or names no target:", stderr);
    for (auto const& target : udb::fuzz::targets())
        std::fprintf(stderr, " %s", target.name.data());
    std::fputs("\n", stderr);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    chosen->run({reinterpret_cast<char const*>(bytes), size});
    return 0;
}
