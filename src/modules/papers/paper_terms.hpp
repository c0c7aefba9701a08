// The closed lists of papers: kinds, language registers, stages, kinds of block.
#pragma once

#include "kernel/term.hpp"

#include <span>

namespace udb::papers {

/// Secretariat Instructions 2024, no. 136, lists twelve kinds of paper; these two are issued here.
enum class PaperKind { office_order, notification };

/// The register of the language: সাধু (করা হইল) as in notifications of old, or চলিত (করা হলো).
enum class Style { cholit, sadhu };

enum class Stage { draft, submitted, approved, issued, superseded, cancelled };

enum class BlockKind {
    paragraph, ///< running text, with its number (`২।`) or none
    list,      ///< each line an item; `(১)` … are written by us
    table,     ///< each line a row, its cells parted by `|`
};

/// Where the memo number of a paper comes from. An office has one source at a time.
enum class NumberSource {
    dnothi, ///< recorded as D-Nothi gave it
    own     ///< the next of the office's own series
};

} // namespace udb::papers

namespace udb {

template <>
std::span<Term<papers::PaperKind> const> terms<papers::PaperKind>();
template <>
std::span<Term<papers::Style> const> terms<papers::Style>();
template <>
std::span<Term<papers::Stage> const> terms<papers::Stage>();
template <>
std::span<Term<papers::BlockKind> const> terms<papers::BlockKind>();
template <>
std::span<Term<papers::NumberSource> const> terms<papers::NumberSource>();

} // namespace udb
