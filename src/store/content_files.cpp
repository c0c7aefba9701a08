#include "store/content_files.hpp"

#include "base/ensure.hpp"
#include "platform/digest.hpp"
#include "platform/files.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace udb {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t size_bytes_max = std::size_t{1} << 30U;
constexpr std::size_t piece_bytes = std::size_t{256} * 1024;

[[noreturn]] void raise(std::error_code why, fs::path const& path) {
    using Category = StoreFailure::Category;
    auto const what = path.string() + ": " + why.message();
    switch (why.value()) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: throw StoreFailure(Category::full, what);
    case EROFS:
    case EACCES:
    case EPERM: throw StoreFailure(Category::read_only, what);
    default: throw StoreFailure(Category::unavailable, what);
    }
}

bool is_key(std::string_view name) {
    return name.size() == 64 && std::ranges::all_of(name, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Held while a file is looked at and then kept or removed, by every process on the folder.
class FolderLock {
public:
    FolderLock(fs::path const& folder, int how)
        : fd_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        while (fd_ >= 0 && ::flock(fd_, how) != 0 && errno == EINTR) {
        }
    }
    FolderLock(FolderLock const&) = delete;
    ~FolderLock() {
        if (fd_ >= 0) ::close(fd_);
    }

private:
    int fd_;
};

/// SHA-256 of a file, read a little at a time; nothing where there is none.
std::optional<std::string> digest_of(fs::path const& path) {
    struct Descriptor {
        int fd;
        ~Descriptor() {
            if (fd >= 0) ::close(fd);
        }
    } const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.fd < 0) {
        if (errno == ENOENT) return {};
        raise({errno, std::generic_category()}, path);
    }
    Sha256Stream digest;
    std::vector<char> piece(piece_bytes);
    for (;;) {
        auto const count = ::read(file.fd, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) raise({errno, std::generic_category()}, path);
        if (count == 0) return digest.hex();
        digest.add({piece.data(), static_cast<std::size_t>(count)});
    }
}

} // namespace

fs::path ContentFiles::path_of(std::string_view sha256) const {
    ENSURE(is_key(sha256), "not the SHA-256 of a file");
    return folder_ / sha256.substr(0, 2) / sha256;
}

std::string ContentFiles::keep(std::string_view bytes) const {
    auto key = sha256_hex(bytes);
    auto const path = path_of(key);
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) raise(failed, path);
    FolderLock const lock(folder_, LOCK_SH);
    // Touched, so that no sweep takes what this transaction is about to name.
    if (digest_of(path) == key && ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0) return key;
    if (auto const why = write_durably(path, bytes)) raise(why, path);
    return key;
}

std::optional<std::string> ContentFiles::bytes(std::string_view sha256) const {
    auto const path = path_of(sha256);
    auto read = read_file(path, size_bytes_max);
    if (!read) {
        if (read.error().message.key == "platform.file_missing") return {};
        throw StoreFailure(StoreFailure::Category::unavailable, path.string() + ": not readable");
    }
    if (sha256_hex(*read) != sha256)
        throw StoreFailure(StoreFailure::Category::damaged,
                           path.string() + ": not the bytes that were kept");
    return std::move(*read);
}

std::optional<fs::path> ContentFiles::find(std::string_view sha256) const {
    auto path = path_of(sha256);
    std::error_code failed;
    if (!fs::is_regular_file(path, failed)) return {};
    return path;
}

ContentFiles::State ContentFiles::state(std::string_view sha256) const {
    auto const is = digest_of(path_of(sha256));
    if (!is) return State::missing;
    return *is == sha256 ? State::whole : State::damaged;
}

void ContentFiles::each(std::function<void(std::string const&)> const& take) const {
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder_, failed), end; !failed && at != end;
         at.increment(failed))
        if (auto const name = at->path().filename().string();
            is_key(name) && at->is_regular_file(failed))
            take(name);
}

int ContentFiles::sweep(std::function<bool(std::string const& sha256)> const& wanted,
                        std::chrono::seconds age) const {
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder_, failed), end; !failed && at != end;
         at.increment(failed))
        if (at->is_regular_file(failed)) found.push_back(at->path());
    int swept = 0;
    for (auto const& path : found) {
        auto const name = path.filename().string();
        // What begins with a dot was being written when the machine stopped.
        bool const ours = is_key(name) || (name.starts_with('.') && is_key(name.substr(1, 64)));
        if (!ours || (is_key(name) && wanted(name))) continue;
        FolderLock const lock(folder_, LOCK_EX);
        auto const touched = fs::last_write_time(path, failed);
        if (failed || fs::file_time_type::clock::now() - touched < age) continue;
        swept += fs::remove(path, failed) ? 1 : 0;
    }
    return swept;
}

} // namespace udb
