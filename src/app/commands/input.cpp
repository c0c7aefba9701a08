#include "app/commands/input.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>

namespace udb::app {
namespace {

std::string bytes_of(std::istream& in, std::size_t most) {
    std::string bytes;
    std::string block(64UL * 1024, '\0');
    while (bytes.size() < most && in) {
        auto const room = std::min(block.size(), most - bytes.size());
        in.read(block.data(), static_cast<std::streamsize>(room));
        bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    }
    return bytes;
}

} // namespace

std::optional<std::string> read_input(std::string const& file, std::istream& in,
                                      std::size_t size_bytes_max) {
    if (file == "-") return bytes_of(in, size_bytes_max + 1);
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed)) return {};
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return {};
    auto bytes = bytes_of(stream, size_bytes_max + 1);
    if (stream.bad()) return {};
    return bytes;
}

int refuse_file(std::ostream& err, Catalogue const& words, Error const& error) {
    /// So many problems of one file are told; the rest are like them.
    constexpr std::size_t told_max = 20;
    auto const say = [&](Message const& message, std::string const& at) {
        auto const prefix = at.empty() ? std::string() : at + ": ";
        err << prefix << words.say(message, Language::bn) << '\n'
            << prefix << words.say(message, Language::en) << '\n';
    };
    if (error.fields.empty()) say(error.message, "");
    for (std::size_t i = 0; i < error.fields.size() && i < told_max; ++i)
        say(error.fields[i].message, error.fields[i].field);
    if (error.fields.size() > told_max)
        say({"composition.more_problems",
             {{"n", static_cast<std::int64_t>(error.fields.size() - told_max)}}},
            "");
    return 1;
}

} // namespace udb::app
