// Offices, posts, officers, and who holds which post from when to when. Pure: the modules keep
// them.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "kernel/record_kind.hpp"
#include "kernel/term.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Office;
struct Post;
struct Officer;
struct Holding;

/// How a post is held. An officer may hold one post regularly and others besides.
enum class HoldingKind { regular, additional_charge, current_charge, substitute };

template <>
std::span<Term<HoldingKind> const> terms<HoldingKind>();

/// One officer in one post. `until` is the last day of it, and empty while it lasts.
struct Holding {
    Id<Holding> id;
    Id<Post> post;
    Id<Officer> officer;
    HoldingKind kind = HoldingKind::regular;
    Date from;
    std::optional<Date> until = {};

    bool on(Date day) const { return from <= day && (!until || day <= *until); }
    bool operator==(Holding const&) const = default;
};

/// Whoever acts in `post` on `day`: a substitute before the person he stands in for, then the
/// regular holder, the current and the additional charge; nothing when the post is vacant.
std::optional<Holding> holder_on(std::span<Holding const> holdings, Id<Post> post, Date day);

/// Who leaves a post, who comes, from when.
struct Transfer {
    Id<Post> post;
    std::optional<Id<Officer>> comes; ///< empty: the post falls vacant
    HoldingKind kind = HoldingKind::regular;
    Date from; ///< the newcomer's first day; the leaver's last is the day before
};

/// What a transfer does to the holdings of one post: those that end, and the one that begins.
struct Moved {
    std::vector<Holding> ended;
    std::optional<Holding> began;
};

/// `holdings` are those of the post. Refuses a day before the present holding began, and an
/// officer who already holds the post that way. A substitute comes beside the holder and ends no
/// one's holding but another substitute's.
Result<Moved> transferred(std::span<Holding const> holdings, Transfer const& transfer);

} // namespace udb
