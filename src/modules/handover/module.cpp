// What the platform knows of handovers.
#include "host/hearing.hpp"
#include "modules/handover/demo.hpp"
#include "modules/handover/handover_store.hpp"
#include "modules/handover/pages.hpp"
#include "modules/handover/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> handover();
}

namespace udb::handover {
namespace {

constexpr PageRoute routes[] = {
    get("/handovers", show_handovers, Act::read),
    get("/handovers/{id}", show_handover, Act::read),
    post("/handovers/{id}/note", post_note, Act::read),
    post("/handovers/{id}/acknowledge", post_acknowledged, Act::read),
    get("/handovers/{id}/pdf", show_pdf, Act::read),
};

constexpr RecordKind kinds[] = {{.kind = handover_kind,
                                 .path = "/handovers",
                                 .label = {"দায়িত্ব হস্তান্তর", "Handover"},
                                 .read = Act::transfer}};

constexpr Navigation navigation[] = {
    {{"দায়িত্ব হস্তান্তর", "Handovers"},
     "/handovers",
     Act::transfer,
     "handover.about",
     NavigationGroup::institution},
};

/// A transfer leaves a sheet, in its own transaction, whoever recorded it.
void when_transferred(Work& work, Id<Record> post, std::string_view, Details const& details) {
    std::optional<Date> from;
    std::string memo;
    for (auto const& [name, value] : details) {
        if (name == "from") from = parse_iso_date(value);
        if (name == "memo") memo = value;
    }
    if (from) static_cast<void>(draft_sheets(work, as<Post>(post), *from, memo));
}

void when_filled(Work& work, Id<Record> post, std::string_view, Details const& details) {
    for (auto const& [name, value] : details)
        if (auto const from = parse_iso_date(value); name == "from" && from)
            give_to_newcomer(work, as<Post>(post), *from);
}

std::vector<Concern> concerns(Db& db, Actor const& actor, Date today) {
    std::vector<Concern> found;
    for (auto const& h : waiting_for(db, actor.officer, today))
        found.push_back(
            {.what = {h.to_acknowledge ? "handover.waits_acknowledgement" : "handover.waits_note",
                      {{"post", h.post}, {"date", h.first_day}}},
             .where = url("/handovers/{}", h.id),
             .waits = true});
    return found;
}

// Heard before any thread begins. What the event says is written when its holdings already are.
[[maybe_unused]] bool const hears = hear("post.transferred", when_transferred)
                                    && hear("post.vacated", when_transferred)
                                    && hear("post.filled", when_filled);

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "handover",
    .title = {"দায়িত্ব হস্তান্তর", "Handover"},
    .files = embedded::handover,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .concerns = concerns,
    .demo = tell_demo,
};

} // namespace udb::handover
