// What the platform knows of evidence.
#include "host/module.hpp"

#include "modules/evidence/chapter_store.hpp"
#include "modules/evidence/contributions_store.hpp"
#include "modules/evidence/demo.hpp"
#include "modules/evidence/evidence_actions.hpp"
#include "modules/evidence/evidence_register.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/evidence/policy.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> evidence();
}

namespace udb::evidence {
namespace {

using enum web::Method;

/// A file and the fields beside it.
constexpr std::size_t form_bytes_max = evidence_bytes_max + (std::size_t{1} << 20U);
/// A piece of an upload: small enough to be sent again on a slow line.
constexpr std::size_t piece_bytes_max = std::size_t{8} << 20U;

constexpr PageRoute routes[] = {
    udb::get("/evidence", show_all, Act::read),
    udb::get("/evidence/gallery", show_gallery, Act::read),
    udb::get("/evidence/register.pdf", show_register_pdf, Act::read),
    udb::get("/evidence/new", show_new, Act::write),
    udb::post("/evidence/new", post_new, Act::write, form_bytes_max),
    udb::get("/evidence/{id}", show_piece, Act::read),
    udb::get("/evidence/{id}/correct", show_correct, Act::write),
    udb::post("/evidence/{id}/correct", post_correct, Act::write),
    udb::get("/evidence/{id}/replace", show_replace, Act::write),
    udb::post("/evidence/{id}/replace", post_replace, Act::write, form_bytes_max),
    udb::post("/evidence/{id}/links", post_link, Act::write),
    udb::post("/evidence/{id}/unlink", post_unlink, Act::write),
    udb::get("/evidence/{id}/file", show_file, Act::read),
    udb::get("/evidence/{id}/view", show_view, Act::read),
    {options, "/evidence/uploads", ask_uploads, Act::write},
    {web::Method::post, "/evidence/uploads", begin_upload, Act::write, 1024, true},
    udb::get("/evidence/uploads/{key}", show_upload, Act::write),
    {patch, "/evidence/uploads/{key}", continue_upload, Act::write, piece_bytes_max, true},
    {remove, "/evidence/uploads/{key}", end_upload, Act::write, 1024, true},
};

constexpr RecordKind kinds[] = {{.kind = evidence_kind,
                                 .path = "/evidence",
                                 .label = {"প্রমাণক", "Evidence"},
                                 .body = search_text}};

// A piece comes to be with its file and its links, never by a form of its row.
constexpr Kept registers[] = {{.reg = &evidence_register, .path = "/evidence", .read_only = true}};

constexpr Navigation navigation[] = {
    {{"প্রমাণক", "Evidence"}, "/evidence", Act::read, "evidence.about"},
};

/// What is linked to nothing proves nothing yet: a place to go for whoever enters evidence there.
std::vector<Concern> concerns(Db& db, Actor const& actor, Date) {
    if (!actor.office || !permits_somewhere(policy, actor, Act::write)) return {};
    auto const count =
        db.one("select count(id) from evidence where office = ? and linked = 0", actor.office)
            ->get<std::int64_t>(0);
    if (count == 0) return {};
    return {{.what = {"evidence.unlinked", {{"count", count}}},
             .where = Url("/evidence").with("linked", "0")}};
}

// Registered before any thread begins: what stands of this module in reports.
[[maybe_unused]] bool const tells_register =
    tells({.chapter = "evidence", .place = 1, .tell = tell_register, .files = embedded::evidence});
[[maybe_unused]] bool const tells_ideas =
    tells({.chapter = "ideas", .place = 1, .tell = tell_functions, .files = embedded::evidence});
[[maybe_unused]] bool const tells_services =
    tells({.chapter = "services", .place = 1, .tell = tell_functions, .files = embedded::evidence});
[[maybe_unused]] bool const tells_trainings = tells(
    {.chapter = "trainings", .place = 1, .tell = tell_functions, .files = embedded::evidence});
[[maybe_unused]] bool const tells_budget =
    tells({.chapter = "budget", .place = 1, .tell = tell_functions, .files = embedded::evidence});

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "evidence",
    .title = {"প্রমাণক", "Evidence"},
    .files = embedded::evidence,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .registers = registers,
    .concerns = concerns,
    .contributions = contributions,
    .demo = tell_demo,
};

} // namespace udb::evidence
