// What kinds of record are called in the `records` table, for those that more than one module
// refers to.
#pragma once

#include "base/id.hpp"

namespace udb {

/// `office` for an office. Empty for what has no header there. A specialisation must be seen
/// wherever the kind is asked for: those of the kernel are all here, and fields include them.
template <class Record>
inline constexpr std::string_view record_kind{};

struct Office;
struct Post;
struct Officer;

template <>
inline constexpr std::string_view record_kind<Office> = "office";
template <>
inline constexpr std::string_view record_kind<Post> = "post";
template <>
inline constexpr std::string_view record_kind<Officer> = "officer";

} // namespace udb
