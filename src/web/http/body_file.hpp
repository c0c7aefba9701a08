// A body too long for memory: written once to a file without a name, then sent from it in pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace udb::web {

/// The file is gone from its folder at once and from the disk with this object. What the machine
/// cannot do (a full disk) is a std::system_error.
class BodyFile {
public:
    BodyFile();
    BodyFile(BodyFile const&) = delete;
    BodyFile& operator=(BodyFile const&) = delete;
    ~BodyFile();

    void write(std::string_view bytes);
    std::uint64_t size() const;
    /// Reads at most `size` bytes from the place `at`; fewer at the end, none behind it.
    std::size_t read(std::uint64_t at, char* to, std::size_t size) const;

    /// A name under which this process opens it, for libraries that write files by name.
    std::string name() const;

private:
    int descriptor_;
};

} // namespace udb::web
