#include "platform/qr.hpp"

#include "base/ensure.hpp"

#include <memory>
#include <qrencode.h>

namespace udb {
namespace {

constexpr int quiet = 4;
constexpr std::size_t text_bytes_max = 2000;

} // namespace

QrCode qr_code(std::string_view text) {
    ENSURE(!text.empty() && text.size() <= text_bytes_max, "a text that no QR code holds");
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const made(
        QRcode_encodeData(static_cast<int>(text.size()),
                          reinterpret_cast<unsigned char const*>(text.data()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    ENSURE(made != nullptr, "libqrencode makes a code");
    QrCode code{.side = made->width, .dark = {}};
    auto const squares =
        static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(squares);
    for (std::size_t i = 0; i < squares; ++i)
        code.dark.push_back((made->data[i] & 1U) != 0);
    return code;
}

std::string qr_path(QrCode const& code) {
    std::string path;
    for (int row = 0; row < code.side; ++row)
        for (int column = 0; column < code.side;) {
            int end = column;
            while (end < code.side && code.at(row, end))
                ++end;
            if (end > column) {
                auto const wide = std::to_string(end - column);
                path += "M" + std::to_string(column + quiet) + " " + std::to_string(row + quiet);
                path += "h" + wide;
                path += "v1h-" + wide + "z";
            }
            column = end + 1;
        }
    return path;
}

} // namespace udb
