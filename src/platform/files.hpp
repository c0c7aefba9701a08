// Whole files, read with a limit and written so that a reader sees the old one or the new one.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace udb {

/// The bytes of a file (or of a pipe). Refused: `platform.file_missing`, `platform.file_unreadable`
/// (a folder, no permission), `platform.file_too_large` with `{limit}`; each has `{path}`.
Result<std::string> read_file(std::filesystem::path const& path, std::size_t size_bytes_max);

/// Writes beside the file, syncs, and renames over it: after a crash the old or the new one is
/// there, whole. Mode 0644. Refused: `platform.file_unwritable` with `{path}` and `{why}`.
Done write_file(std::filesystem::path const& path, std::string_view bytes);

/// The same with mode 0600, for keys.
Done write_secret(std::filesystem::path const& path, std::string_view bytes);

/// The same for whoever must tell a full disk from a folder that may not be written.
std::error_code write_durably(std::filesystem::path const& path, std::string_view bytes,
                              unsigned mode = 0644);

} // namespace udb
