// The file that a command was given, or standard input.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace udb::app {

/// The bytes of `file`, or of `in` where it is `-`; at most one more than `size_bytes_max`, so that
/// who asked sees that there is too much and a huge file costs nothing. Nothing where it cannot be
/// read; a folder cannot.
std::optional<std::string> read_input(std::string const& file, std::istream& in,
                                      std::size_t size_bytes_max);

} // namespace udb::app
