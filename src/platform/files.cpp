#include "platform/files.hpp"

#include "platform/random.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace udb {
namespace {

/// An open file, closed with the scope.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor const&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }

private:
    int fd_;
};

Error refusal(std::string key, std::filesystem::path const& path, int why) {
    Message message{std::move(key), {{"path", path.string()}}};
    message.args.emplace_back("why", std::generic_category().message(why));
    return refused(std::move(message));
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<std::string> read_file(std::filesystem::path const& path, std::size_t size_bytes_max) {
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return refusal(errno == ENOENT || errno == ENOTDIR ? "platform.file_missing"
                                                           : "platform.file_unreadable",
                       path, errno);
    std::string bytes;
    std::size_t size = 0;
    for (;;) {
        constexpr std::size_t step = 64UL * 1024;
        if (bytes.size() < size + step) bytes.resize(std::max(size + step, size * 2));
        auto const got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return refusal("platform.file_unreadable", path, errno);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > size_bytes_max)
            return refused(
                {"platform.file_too_large",
                 {{"path", path.string()}, {"limit", static_cast<std::int64_t>(size_bytes_max)}}});
    }
    bytes.resize(size);
    return bytes;
}

std::error_code write_durably(std::filesystem::path const& path, std::string_view bytes,
                              unsigned mode) {
    auto const folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    auto const beside = folder / ("." + path.filename().string() + "." + random_token(9));
    auto const failed = [&](int why) -> std::error_code {
        ::unlink(beside.c_str());
        return {why, std::generic_category()};
    };
    {
        Descriptor const file(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (file.get() < 0) return {errno, std::generic_category()};
        if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) return failed(errno);
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) return failed(errno);
    // The name lives in the folder: without this the rename may be lost with the power.
    Descriptor const folder_file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder_file.get() >= 0) ::fsync(folder_file.get());
    return {};
}

Done write_secret(std::filesystem::path const& path, std::string_view bytes) {
    if (auto const failed = write_durably(path, bytes, 0600))
        return refusal("platform.file_unwritable", path, failed.value());
    return {};
}

Done write_file(std::filesystem::path const& path, std::string_view bytes) {
    if (auto const failed = write_durably(path, bytes))
        return refusal("platform.file_unwritable", path, failed.value());
    return {};
}

} // namespace udb
