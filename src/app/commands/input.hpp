// The file that a command was given, or standard input; and what is wrong with it.
#pragma once

#include "base/error.hpp"
#include "kernel/words.hpp"

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

/// Says in both languages what is wrong, each problem with its path, the first twenty. Gives the
/// exit code, 1.
int refuse_file(std::ostream& err, Catalogue const& words, Error const& error);

} // namespace udb::app
