// Reading the directory's JSON: what a file holds is seen by its rows, whatever the file is called.
#pragma once

#include "base/result.hpp"
#include "modules/doptor/entry.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace udb::doptor {

inline constexpr std::size_t file_bytes_max = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t entries_max = 500'000;

struct SourceFile {
    std::string name = {};
    std::string_view bytes = {};
};

/// All rows of all files together. Invalid at `files`: `doptor.too_large`, `doptor.not_json`,
/// `doptor.no_rows` (JSON without rows that we know), each with `{file}`; `doptor.too_many`.
Result<Directory> read(std::span<SourceFile const> files);

} // namespace udb::doptor
