// The closed lists of papers: kinds, language registers, stages, kinds of block.
#pragma once

#include "kernel/term.hpp"

#include <span>

namespace udb::papers {

/// Secretariat Instructions 2024, no. 136, lists twelve kinds of paper; of these are issued here
/// the order, the notification, the letter, that which forwards, and the notice. Minutes are the
/// paper of a meeting, sent with a letter or by themselves.
enum class PaperKind { office_order, notification, letter, forwarding, meeting_notice, minutes };

/// Orders and notifications are told to everybody; what an office writes to somebody, and what it
/// said in a meeting, stays with those whom it concerns.
constexpr bool is_public(PaperKind kind) {
    return kind == PaperKind::office_order || kind == PaperKind::notification;
}

/// The register of the language: সাধু (করা হইল) as in notifications of old, or চলিত (করা হলো).
enum class Style { cholit, sadhu };

/// A cancelled paper was issued once, a discarded one never.
enum class Stage { draft, submitted, approved, issued, superseded, cancelled, discarded };

enum class BlockKind {
    paragraph, ///< running text, with its number (`২।`) or none
    list,      ///< each line an item; `(১)` … are written by us
    table,     ///< each line a row, its cells parted by `|`
    annex,     ///< the head of an annex: it and what follows come after the copies, on a new page
};

/// Where the memo number of a paper comes from. An office has one source at a time.
enum class NumberSource {
    dnothi, ///< recorded as D-Nothi gave it
    own     ///< the next of the office's own series
};

/// What a file proves of a paper.
enum class ProofKind { signed_copy, sending };

/// How a paper went out.
enum class Channel { email, dnothi, post, hand };

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
template <>
std::span<Term<papers::ProofKind> const> terms<papers::ProofKind>();
template <>
std::span<Term<papers::Channel> const> terms<papers::Channel>();

} // namespace udb
