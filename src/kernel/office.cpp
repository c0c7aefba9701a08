#include "kernel/office.hpp"

#include <algorithm>

namespace udb {
namespace {

/// The lower, the nearer to the desk.
int distance(HoldingKind kind) {
    switch (kind) {
    case HoldingKind::substitute: return 0;
    case HoldingKind::regular: return 1;
    case HoldingKind::current_charge: return 2;
    case HoldingKind::additional_charge: return 3;
    }
    return 4;
}

bool substitute(HoldingKind kind) { return kind == HoldingKind::substitute; }

} // namespace

template <>
std::span<Term<HoldingKind> const> terms<HoldingKind>() {
    static constexpr Term<HoldingKind> rows[] = {
        {HoldingKind::regular, "regular", {"নিয়মিত", "Regular"}},
        {HoldingKind::additional_charge,
         "additional_charge",
         {"অতিরিক্ত দায়িত্ব", "Additional charge"}},
        {HoldingKind::current_charge, "current_charge", {"চলতি দায়িত্ব", "Current charge"}},
        {HoldingKind::substitute, "substitute", {"প্রতিকল্প", "Substitute"}},
    };
    return rows;
}

std::optional<Holding> holder_on(std::span<Holding const> holdings, Id<Post> post, Date day) {
    std::optional<Holding> found;
    for (auto const& h : holdings) {
        if (h.post != post || !h.on(day)) continue;
        bool const nearer = !found || distance(h.kind) < distance(found->kind)
                            || (h.kind == found->kind && h.from > found->from);
        if (nearer) found = h;
    }
    return found;
}

Result<Moved> transferred(std::span<Holding const> holdings, Transfer const& transfer) {
    Moved moved;
    for (auto const& h : holdings) {
        if (h.post != transfer.post || (h.until && *h.until < transfer.from)) continue;
        if (transfer.comes && substitute(h.kind) != substitute(transfer.kind)) continue;
        if (h.from >= transfer.from)
            return invalid("from", {"people.transfer_before_holding", {{"from", h.from}}});
        if (transfer.comes && h.officer == *transfer.comes && h.kind == transfer.kind)
            return invalid("comes", {"people.already_holds"});
        auto ended = h;
        ended.until = transfer.from - std::chrono::days{1};
        moved.ended.push_back(ended);
    }
    if (!transfer.comes && moved.ended.empty()) return refused({"people.nobody_to_leave"});
    if (transfer.comes)
        moved.began = Holding{.id = {},
                              .post = transfer.post,
                              .officer = *transfer.comes,
                              .kind = transfer.kind,
                              .from = transfer.from};
    return moved;
}

} // namespace udb
