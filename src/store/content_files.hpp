// Bytes kept in a folder under their own SHA-256: the same bytes once, whoever brought them. The
// table `files` says which are wanted; a file without its row is an orphan, and is swept.
#pragma once

#include "store/failure.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace udb {

class ContentFiles {
public:
    /// The folder is made when the first bytes come.
    explicit ContentFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Writes and syncs the bytes and gives their SHA-256; what is there and whole stays. To be
    /// called before the row that names them commits. Throws StoreFailure (full, read_only,
    /// unavailable).
    std::string keep(std::string_view bytes) const;

    /// The bytes of that name, hashed again; nothing where they are not there. Throws StoreFailure
    /// (damaged) where they are no longer what was kept.
    std::optional<std::string> bytes(std::string_view sha256) const;

    /// Where the bytes of that name are, to be read from there; nothing where they are not. Whether
    /// they are whole `state` says.
    std::optional<std::filesystem::path> find(std::string_view sha256) const;

    enum class State { whole, missing, damaged };
    /// Reads them through, a little at a time.
    State state(std::string_view sha256) const;

    /// The names of all that is kept, in no order.
    void each(std::function<void(std::string const& sha256)> const& take) const;

    /// Removes what `wanted` does not want and nobody has brought for `age`; gives how many. The
    /// age is for the transactions that have not committed yet.
    int sweep(std::function<bool(std::string const& sha256)> const& wanted,
              std::chrono::seconds age = std::chrono::hours(24)) const;

    std::filesystem::path const& folder() const { return folder_; }

private:
    std::filesystem::path path_of(std::string_view sha256) const;

    std::filesystem::path folder_;
};

} // namespace udb
