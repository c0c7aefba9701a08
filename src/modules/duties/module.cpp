// What the platform knows of duties.
#include "host/hearing.hpp"
#include "modules/duties/office_year_store.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> duties();
}

namespace udb::duties {
namespace {

constexpr PageRoute routes[] = {
    get("/duties", show_own, Act::read),
    get("/duties/matrix", show_matrix, Act::read),
    get("/duties/{office}", show_duties, Act::read),
    get("/duties/{office}/{mandate}/{no}", show_function, Act::read),
    get("/duties/{office}/{mandate}/{no}/attest", show_attest, Act::approve),
    post("/duties/{office}/{mandate}/{no}/attest", post_attest, Act::approve),
    get("/attestations/{id}", show_attestation, Act::read),
    post("/attestations/{id}/withdraw", post_withdraw, Act::approve),
};

constexpr RecordKind kinds[] = {{.kind = record_kind<Attestation>,
                                 .path = "/attestations",
                                 .label = {"প্রত্যয়ন", "Attestation"}}};

constexpr Navigation navigation[] = {
    {{"কার্যাবলি ও পালন", "Duties"}, "/duties", Act::read, "duties.about"},
};

/// Late or due within this many days: said on the first page.
constexpr std::chrono::days soon{14};

/// What the actor's own office owes soon or is late with, to those who answer for it.
std::vector<Concern> concerns(Db& db, Actor const& actor, Date today) {
    if (!actor.office) return {};
    auto const office = find_duty_office(db, actor.office);
    bool const answers = office && office->tier
                         && (permits(policy, actor, Act::approve, {.office_path = office->path})
                             || actor.holds(Role::member_secretary));
    if (!answers) return {};
    std::int64_t late = 0, near = 0;
    std::optional<Date> first;
    OpenOffice const owed(db, *office, today);
    for (auto const& open : owed.duties()) {
        if (open.what.days_late > 0)
            ++late;
        else if (open.what.due <= today + soon) {
            ++near;
            if (!first) first = open.what.due;
        }
    }
    std::vector<Concern> out;
    if (late > 0)
        out.push_back({.what = {"duties.late_count", {{"count", late}}},
                       .where = url("/duties/{}", office->id),
                       .waits = true});
    if (near > 0)
        out.push_back({.what = {"duties.near_count", {{"count", near}}},
                       .where = url("/duties/{}", office->id),
                       .waits = true,
                       .due = first});
    return out;
}

/// For the agenda of a meeting: what is late, and what is due before the month is over.
std::vector<Matter> matters(Db& db, Id<Office> id, Date today) {
    auto const office = find_duty_office(db, id);
    if (!office || !office->tier) return {};
    std::vector<Matter> out;
    OpenOffice const owed(db, *office, today);
    for (auto const& open : owed.duties()) {
        if (open.what.days_late == 0 && open.what.due > today + std::chrono::days{31}) continue;
        auto const& function = *open.status->function;
        out.push_back({.kind = Matter::Kind::duty,
                       .what = {"duties.function_named",
                                {{"no", std::int64_t{function.no}}, {"title", function.title}}},
                       .state = open.what.days_late > 0
                                    ? Message{"duties.days_late", {{"days", open.what.days_late}}}
                                    : Message{},
                       .where = url("/duties/{}/{}/{}", office->id,
                                    open.status->standing.mandate->id, function.no)
                                    .with("year", std::to_string(open.year.start)),
                       .due = open.what.due});
    }
    return out;
}

// Heard before any thread begins; in the transaction of what happened.
[[maybe_unused]] bool const hears = hear_each(keep_marks);

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "duties",
    .title = {"কার্যাবলি ও পালন", "Duties"},
    .files = embedded::duties,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .concerns = concerns,
    .matters = matters,
    .derive = take_marks_anew,
};

} // namespace udb::duties
