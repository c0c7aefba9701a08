// What the platform knows of papers.
#include "host/module.hpp"

#include "host/hearing.hpp"
#include "modules/papers/demo.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"
#include "modules/papers/store.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> papers();
}

namespace udb::papers {
namespace {

/// A file and the fields around it.
constexpr std::size_t upload_bytes_max = attachment_bytes_max + std::size_t{64} * 1024;

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
    get("/papers/{id}/docx", show_docx, Act::read),
    get("/papers/{id}/text", show_paste, Act::read),
    post("/papers/{id}/signed-copy", post_signed_copy, Act::write, upload_bytes_max),
    post("/papers/{id}/sending", post_sending, Act::write, upload_bytes_max),
    get("/papers/{id}/proofs/{file}", show_proof, Act::read),
    get("/verify", show_verify, Act::read),
    post("/verify", post_verify, Act::read, upload_bytes_max),
    get("/verify/{id}", show_verified, Act::read),
    get("/paper-numbers/{id}", show_series, Act::issue),
    post("/paper-numbers/{id}", post_series, Act::issue),
};

/// What has been issued may be read, also that it was cancelled. A draft is for whoever works on
/// it.
constexpr std::string_view open_stages[] = {"issued", "superseded", "cancelled"};
constexpr Act drafting[] = {Act::write, Act::approve, Act::issue};

constexpr RecordKind kinds[] = {{.kind = paper_kind,
                                 .path = "/papers",
                                 .label = {"পত্র", "Paper"},
                                 .open_stages = open_stages,
                                 .closed_acts = drafting,
                                 .body = search_text}};

// Papers are drafted and issued by verbs of their own, never by a form of their row.
constexpr Kept registers[] = {{.reg = &paper_register, .path = "/papers", .read_only = true}};

/// What waits for this actor: to approve what others submitted, to issue, and to inform the Cabinet
/// Division of a team.
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
    std::vector<std::string> own;
    for (auto const& a : actor.assignments)
        if (permits(policy, actor, Act::write, {.office_path = a.office_path}))
            own.push_back(a.office_path);
    for (auto const& line : informing_papers(db, own)) {
        if (!permits(policy, actor, Act::write, {.office_path = line.office_path})) continue;
        out.push_back({.what = {line.stage == Stage::draft ? "papers.waits_informing"
                                                           : "papers.waits_sending",
                                {{"title", line.about}}},
                       .where = url("/papers/{}", line.id),
                       .waits = true});
    }
    return out;
}

void when_formed(Work& work, Id<Record> team, std::string_view, Details const&) {
    draft_informing(work, as<Team>(team));
}

// Heard before any thread begins; in the transaction that puts the composition in force.
[[maybe_unused]] bool const hears =
    hear("team.formed", when_formed) && hear("team.reformed", when_formed);

constexpr Navigation navigation[] = {
    {{"পত্র জারি", "Papers"}, "/papers", Act::read, "papers.about", NavigationGroup::papers},
    {{"পত্র যাচাই", "Verify"}, "/verify", Act::read, "papers.verify_lead", NavigationGroup::papers},
};

} // namespace

extern Module const manifest;
Module const manifest{
    .name = "papers",
    .title = {"আদেশ ও পত্র জারি", "Papers"},
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
