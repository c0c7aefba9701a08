#include "web/http/body_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
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

std::shared_ptr<BodyFile const> BodyFile::open(std::filesystem::path const& path) {
    auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor >= 0) return std::shared_ptr<BodyFile const>(new BodyFile(descriptor));
    if (errno == ENOENT) return {};
    fail("a file cannot be opened");
}

BodyFile::~BodyFile() {
    if (view_.data()) ::munmap(const_cast<char*>(view_.data()), view_.size());
    ::close(descriptor_);
}

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

std::string_view BodyFile::view() const {
    std::call_once(mapped_, [this] {
        auto const bytes = static_cast<std::size_t>(size());
        if (bytes == 0) return;
        auto* const at = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor_, 0);
        if (at == MAP_FAILED) fail("a file cannot be mapped");
        view_ = {static_cast<char const*>(at), bytes};
    });
    return view_;
}

std::string BodyFile::name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

} // namespace udb::web
