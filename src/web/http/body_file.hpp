// A body too long for memory: in a file, read and sent from it in pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace udb::web {

/// Made empty, the file is gone from its folder at once and from the disk with this object. What
/// the machine cannot do (a full disk) is a std::system_error.
class BodyFile {
public:
    BodyFile();
    /// A file that is there and stays, to be read; null where there is none.
    static std::shared_ptr<BodyFile const> open(std::filesystem::path const& path);
    BodyFile(BodyFile const&) = delete;
    BodyFile& operator=(BodyFile const&) = delete;
    ~BodyFile();

    void write(std::string_view bytes);
    std::uint64_t size() const;
    /// Reads at most `size` bytes from the place `at`; fewer at the end, none behind it.
    std::size_t read(std::uint64_t at, char* to, std::size_t size) const;

    /// All of it, as if it were in memory: the machine reads what is looked at, and may forget it
    /// again. Nothing may be written any more.
    std::string_view view() const;

    /// A name under which this process opens it, for libraries that write files by name.
    std::string name() const;

private:
    explicit BodyFile(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
    mutable std::once_flag mapped_;
    mutable std::string_view view_;
};

} // namespace udb::web
