// What the platform knows of duties.
#include "host/hearing.hpp"
#include "modules/duties/office/chapter_page.hpp"
#include "modules/duties/office/owed_store.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"
#include "modules/duties/state/marks_store.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> duties();
}

namespace udb::duties {
namespace {

constexpr PageRoute routes[] = {
    get("/duties", show_own, Act::read),
    get("/duties/mine", show_mine, Act::read),
    post("/duties/mine/letters", post_letters, Act::read),
    {.method = web::Method::get,
     .pattern = "/duties/stop/{secret}",
     .page = show_stop,
     .act = Act::read,
     .by_secret = true},
    {.method = web::Method::post,
     .pattern = "/duties/stop/{secret}",
     .page = post_stop,
     .act = Act::read,
     .by_secret = true},
    get("/duties/record", show_own_record, Act::read),
    get("/duties/record/{officer}", show_record, Act::read),
    post("/duties/record/{officer}", post_certificate, Act::approve),
    get("/duties/record/{officer}/certificate", show_certificate, Act::read),
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
    {{"আমার করণীয়", "My duties"}, "/duties/mine", Act::read, "duties.mine_about"},
    {{"কার্যাবলি ও পালন", "Duties"}, "/duties", Act::read, "duties.about"},
};

/// Late or due within this many days: said on the first page.
constexpr std::chrono::days soon{14};

/// What the head of office is told by rule, a line each; more of them are on the page.
constexpr std::size_t told_most = 5;

/// The actor's own office, where the actor answers for it.
std::optional<DutyOffice> answered_for(Db& db, Actor const& actor) {
    auto office = own_office(db, actor);
    return office && answers_for(actor, office->path) ? office : std::nullopt;
}

/// What that office is late with or owes soon; and what its head is told by rule.
std::vector<Concern> concerns(Db& db, Actor const& actor, Date today) {
    auto const office = answered_for(db, actor);
    if (!office) return {};
    OpenOffice const open(db, *office, today);
    std::vector<Concern> out;
    if (heads(actor, office->path)) out = told_to_head(open, today);
    if (out.size() > told_most) out.resize(told_most);
    std::int64_t late = 0, near = 0;
    std::optional<Date> first;
    for (auto const& o : open.duties()) {
        if (o.what.days_late > 0)
            ++late;
        else if (o.what.due <= today + soon) {
            ++near;
            if (!first) first = o.what.due;
        }
    }
    auto const where = url("/duties/{}", office->id);
    if (late > 0)
        out.push_back(
            {.what = {"duties.late_count", {{"count", late}}}, .where = where, .waits = true});
    if (near > 0)
        out.push_back({.what = {"duties.near_count", {{"count", near}}},
                       .where = where,
                       .waits = true,
                       .due = first});
    return out;
}

/// All that is open, for calendars and letters.
std::vector<Concern> owed(Db& db, Actor const& actor, Date today) {
    auto const office = answered_for(db, actor);
    if (!office) return {};
    return owed_of(OpenOffice(db, *office, today));
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

// Registered before any thread begins: what stands of this module in reports.
[[maybe_unused]] bool const tells_duties =
    tells({.chapter = "duties", .place = 1, .tell = tell_duties, .files = embedded::duties});

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
    .owed = owed,
    .matters = matters,
    .derive = take_marks_anew,
};

} // namespace udb::duties
