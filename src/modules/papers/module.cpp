// What the platform knows of papers.
#include "host/module.hpp"

#include "modules/papers/demo.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"
#include "modules/papers/store.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> papers();
}

namespace udb::papers {
namespace {

constexpr PageRoute routes[] = {
    get("/papers", show_papers, Act::read),
    get("/papers/new", show_new_paper, Act::write),
    post("/papers", post_new_paper, Act::write),
    get("/papers/{id}", show_paper, Act::read),
    get("/papers/{id}/edit", show_editor, Act::write),
    post("/papers/{id}", post_editor, Act::write),
    post("/papers/{id}/submit", post_submit, Act::write),
    post("/papers/{id}/discard", post_discard, Act::read),
    post("/papers/{id}/send-back", post_send_back, Act::approve),
    post("/papers/{id}/approve", post_approve, Act::approve),
    get("/papers/{id}/issue", show_issue, Act::issue),
    post("/papers/{id}/issue", post_issue, Act::issue),
    post("/papers/{id}/cancel", post_cancel, Act::issue),
    get("/papers/{id}/pdf", show_pdf, Act::read),
    get("/papers/{id}/text", show_paste, Act::read),
    get("/paper-numbers/{id}", show_series, Act::issue),
    post("/paper-numbers/{id}", post_series, Act::issue),
};

/// What has been issued is public. A draft is for whoever works on it, and so is a cancelled paper,
/// which may never have been issued.
constexpr std::string_view public_stages[] = {"issued", "superseded"};
constexpr Act drafting[] = {Act::write, Act::approve, Act::issue};

constexpr RecordKind kinds[] = {{.kind = paper_kind,
                                 .path = "/papers",
                                 .label = {"পত্র", "Paper"},
                                 .open_stages = public_stages,
                                 .closed_acts = drafting,
                                 .body = search_text}};

// Papers are drafted and issued by verbs of their own, never by a form of their row.
constexpr Kept registers[] = {{.reg = &paper_register, .path = "/papers", .read_only = true}};

/// What waits for this actor: to approve what others submitted, and to issue.
std::vector<Concern> concerns(Db& db, Actor const& actor, Date) {
    std::vector<std::string> paths;
    for (auto const& a : actor.assignments)
        if (permits(policy, actor, Act::approve, {.office_path = a.office_path}))
            paths.push_back(a.office_path);
    std::vector<Concern> out;
    for (auto const& line : waiting_papers(db, paths)) {
        if (!permits(policy, actor, Act::approve, {.office_path = line.office_path})) continue;
        auto const key =
            line.stage == Stage::submitted ? "papers.waits_approval" : "papers.waits_issue";
        out.push_back({.what = {key, {{"title", line.about}}},
                       .where = url("/papers/{}", line.id),
                       .waits = true});
    }
    return out;
}

constexpr Navigation navigation[] = {
    {{"পত্র জারি", "Papers"}, "/papers", Act::read, "papers.about"},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "papers",
    .title = {"আদেশ ও প্রজ্ঞাপন জারি", "Papers"},
    .files = embedded::papers,
    .routes = routes,
    .policy = policy,
    .navigation = navigation,
    .kinds = kinds,
    .registers = registers,
    .concerns = concerns,
    .demo = tell_demo,
};

} // namespace udb::papers
