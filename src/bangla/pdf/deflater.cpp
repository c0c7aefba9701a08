// Deflates streams of a file one after the other.
#include "bangla/pdf/deflater.hpp"

#include "base/ensure.hpp"

#include <limits>

namespace udb::bangla::pdf {

Deflater::Deflater(int level) {
    ENSURE(deflateInit(&stream_, level) == Z_OK, "zlib has no memory");
}

Deflater::~Deflater() { deflateEnd(&stream_); }

std::string Deflater::deflate(std::string_view bytes) {
    constexpr std::size_t portion_max = std::numeric_limits<uInt>::max() / 2;
    deflateReset(&stream_);
    std::string out(deflateBound(&stream_, bytes.size()), '\0');
    std::size_t read = 0;
    std::size_t written = 0;
    auto done = Z_OK;
    while (done != Z_STREAM_END) {
        auto const portion = bytes.substr(read, portion_max);
        auto const room = std::min(out.size() - written, portion_max);
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(portion.data()));
        stream_.avail_in = static_cast<uInt>(portion.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data() + written);
        stream_.avail_out = static_cast<uInt>(room);
        auto const last = read + portion.size() == bytes.size();
        done = ::deflate(&stream_, last ? Z_FINISH : Z_NO_FLUSH);
        ENSURE(done == Z_OK || done == Z_STREAM_END, "zlib cannot go on");
        read += portion.size() - stream_.avail_in;
        written += room - stream_.avail_out;
    }
    out.resize(written);
    return out;
}

} // namespace udb::bangla::pdf
