// zlib, with its memory kept from one stream to the next.
#pragma once

#include <string>
#include <string_view>
#include <zlib.h>

namespace udb::bangla::pdf {

class Deflater {
public:
    /// Level 1 (quick) to 9 (small).
    explicit Deflater(int level);
    ~Deflater();
    Deflater(Deflater const&) = delete;
    Deflater& operator=(Deflater const&) = delete;

    /// `bytes` in zlib's format, PDF's FlateDecode.
    std::string deflate(std::string_view bytes);

private:
    z_stream stream_ = {};
};

} // namespace udb::bangla::pdf
