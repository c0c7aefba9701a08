// Every file of every corpus through its target, without a fuzzer: what once was trouble stays
// mended.
#include "fuzz.hpp"
#include "support/cpu_time.hpp"

#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

/// A file of a corpus is small: one that takes this long shows work that grows too fast.
constexpr std::chrono::seconds longest{5};

std::string bytes_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Whether all went well.
bool tried(udb::fuzz::Target const& target, fs::path const& path) {
    auto const bytes = bytes_of(path);
    std::chrono::duration<double> took{};
    try {
        took = udb::test::cpu_time_of([&] { target.run(bytes); });
    } catch (std::exception const& broken) {
        std::fprintf(stderr, "%s: %s\n", path.c_str(), broken.what());
        return false;
    }
    if (took < longest) return true;
    std::fprintf(stderr, "%s: takes too long\n", path.c_str());
    return false;
}

} // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    int files = 0;
    bool well = true;
    for (auto const& target : udb::fuzz::targets()) {
        target.run({});
        auto const folder = fs::path(words[1]) / target.name;
        if (!fs::is_directory(folder)) {
            std::fprintf(stderr, "%s: there is no corpus\n", folder.c_str());
            well = false;
            continue;
        }
        for (auto const& file : fs::directory_iterator(folder)) {
            ++files;
            well = tried(target, file.path()) && well;
        }
    }
    std::printf("%d files\n", files);
    return well && files > 0 ? 0 : 1;
}
