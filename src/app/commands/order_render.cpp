// `order render FILE.json -o OUT.pdf`.
#include "app/commands/order_render.hpp"

#include "app/commands/input.hpp"
#include "bangla/pdf/fonts/fonts.hpp"
#include "modules/papers/order_paper.hpp"

#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>

namespace udb::app {
namespace {

/// JSON of the largest order that the reader takes is a few times its text.
constexpr std::size_t json_bytes_max = 8 * mandates::order_bytes_max;

/// Beside the file first, then in its place: a full disk leaves no half of a paper.
bool written(std::string const& file, std::string const& bytes, std::ostream& out) {
    if (file == "-") {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return static_cast<bool>(out.flush());
    }
    std::error_code failed;
    if (std::filesystem::exists(file, failed) && !std::filesystem::is_regular_file(file, failed)) {
        std::ofstream device(file, std::ios::binary);
        device.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return static_cast<bool>(device.flush());
    }
    auto const beside = file + ".part";
    std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
    if (!stream) return false;
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (stream) std::filesystem::rename(beside, file, failed);
    if (stream && !failed) return true;
    std::filesystem::remove(beside, failed);
    return false;
}

int tell(Catalogue const& words, Message const& message, std::ostream& err) {
    auto const said = words.say(message);
    err << said.bn << '\n' << said.en << '\n';
    return 1;
}

int tell(Catalogue const& words, Error const& error, std::ostream& err) {
    tell(words, error.message, err);
    for (auto const& problem : error.fields) {
        auto const said = words.say(problem.message);
        err << "  " << problem.field << ": " << said.bn << " / " << said.en << '\n';
    }
    return 1;
}

} // namespace

int run(OrderRender const& options, std::istream& in, std::ostream& out, std::ostream& err,
        Catalogue const& words) {
    if (options.file.empty() || options.output.empty()) {
        tell(words, {"papers.usage_render"}, err);
        return 2;
    }
    auto const bytes = read_input(options.file, in, json_bytes_max);
    if (!bytes) return tell(words, {"papers.cannot_read", {{"file", options.file}}}, err);
    if (bytes->size() > json_bytes_max)
        return tell(words,
                    {"papers.json_too_large", {{"mb", std::int64_t(json_bytes_max / 1024 / 1024)}}},
                    err);
    auto const order = mandates::order_from_json(*bytes);
    if (!order) return tell(words, order.error(), err);
    auto const paper = papers::order_paper(*order, Words(words, Language::bn), options.now);
    auto const pdf = bangla::Typesetter(bangla::serif_fonts()).typeset(paper);
    if (!written(options.output, pdf, out))
        return tell(words, {"papers.cannot_write", {{"file", options.output}}}, err);
    return 0;
}

} // namespace udb::app
