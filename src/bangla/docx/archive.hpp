// A ZIP archive in memory; the same files make the same bytes.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace udb::bangla::docx {

/// A file's name in the archive, and what is in it.
using ArchivedFile = std::pair<std::string, std::string>;

std::string archive_of(std::vector<ArchivedFile> const& files);

} // namespace udb::bangla::docx
