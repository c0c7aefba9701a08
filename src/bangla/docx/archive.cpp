#include "bangla/docx/archive.hpp"

#include "base/ensure.hpp"

#include <memory>
#include <zip.h>

namespace udb::bangla::docx {
namespace {

/// 1 January 1980, midnight: the first moment that ZIP knows, in no time zone.
constexpr zip_uint16_t first_day = (0 << 9) | (1 << 5) | 1;

/// Of zlib's nine. Forty pages take 8 ms and 75 KB; the highest takes 30 ms for 54 KB.
constexpr zip_uint32_t quick_level = 3;

struct Frees {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discards {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::string bytes_of(zip_source_t* source) {
    zip_stat_t known;
    std::string bytes;
    if (zip_source_stat(source, &known) == 0) bytes.resize(known.size);
    auto const opened = zip_source_open(source) == 0;
    auto const count = opened ? zip_source_read(source, bytes.data(), bytes.size()) : -1;
    if (opened) zip_source_close(source);
    ENSURE(count > 0 && static_cast<std::size_t>(count) == bytes.size(),
           "an archive in memory can be read");
    return bytes;
}

} // namespace

std::string archive_of(std::vector<ArchivedFile> const& files) {
    std::unique_ptr<zip_source_t, Frees> const memory(
        zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!memory) throw std::bad_alloc();
    std::unique_ptr<zip_t, Discards> archive(
        zip_open_from_source(memory.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive) throw std::bad_alloc();
    zip_source_keep(memory.get());
    for (auto const& [name, content] : files) {
        auto* const source = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
        if (!source) throw std::bad_alloc();
        auto const index = zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            throw std::bad_alloc();
        }
        auto const at = static_cast<zip_uint64_t>(index);
        zip_file_set_dostime(archive.get(), at, 0, first_day, 0);
        zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, quick_level);
    }
    auto* const whole = archive.release();
    if (zip_close(whole) != 0) {
        zip_discard(whole);
        throw std::bad_alloc();
    }
    return bytes_of(memory.get());
}

} // namespace udb::bangla::docx
