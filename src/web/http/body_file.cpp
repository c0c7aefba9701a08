#include "web/http/body_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace udb::web {
namespace {

[[noreturn]] void fail(char const* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

} // namespace

BodyFile::BodyFile() : descriptor_(-1) {
    auto name = (std::filesystem::temp_directory_path() / "udbhabon-XXXXXX").string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail("no temporary file can be made");
    ::unlink(name.c_str());
}

BodyFile::~BodyFile() { ::close(descriptor_); }

void BodyFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("a temporary file cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::uint64_t BodyFile::size() const {
    struct stat known{};
    if (::fstat(descriptor_, &known) != 0) fail("a temporary file cannot be measured");
    return static_cast<std::uint64_t>(known.st_size);
}

std::size_t BodyFile::read(std::uint64_t at, char* to, std::size_t size) const {
    for (;;) {
        auto const count = ::pread(descriptor_, to, size, static_cast<off_t>(at));
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) fail("a temporary file cannot be read");
    }
}

std::string BodyFile::name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

} // namespace udb::web
