// The pages of evidence on both databases: what was brought is never lost, never shown to others,
// and never kept with a virus.
#include "desk.hpp"
#include "host/scanning.hpp"
#include "modules/evidence/verify_store.hpp"
#include "store/content_files.hpp"
#include "support/fake_clamd.hpp"
#include "support/site.hpp"

#include <filesystem>
#include <fstream>

using namespace udb;
using namespace udb::evidence;
using namespace udb::evidence::test;
using udb::test::hidden_in;
using udb::test::says;
using udb::test::Site;

namespace {

struct Pages {
    Desk const& desk;
    Site site;

    explicit Pages(Desk const& at)
        : desk(at), site(at.database, modules, at.member, Instant{today}) {}

    FormValues form(std::multimap<std::string, std::string, std::less<>> more = {}) const {
        more.emplace("kind", "file");
        more.emplace("title_bn", "সভার হাজিরা");
        more.emplace("happened_on", "2026-11-10");
        return more;
    }
    /// Where a form led to; empty where it came back.
    std::string sent(FormValues const& values, std::optional<Site::File> const& file = {}) const {
        auto const response = site.post("/evidence/new", values, file);
        return response.status == 303 ? std::string(response.headers.get_or("Location")) : "";
    }
    std::int64_t count(std::string const& table) const {
        return desk.database.read(
            [&](Db& db) { return db.one("select count(*) from " + table)->get<std::int64_t>(0); });
    }
    int kept_files() const {
        int files = 0;
        desk.database.contents()->each([&](std::string const&) { ++files; });
        return files;
    }
};

void for_each_site(std::function<void(Pages const&)> const& test) {
    for_each_desk([&](Desk const& desk) { test(Pages(desk)); });
}

struct WithClamd {
    explicit WithClamd(std::string clamd, bool required = true) {
        configure_scanning({.clamd = std::move(clamd), .clamd_required = required});
    }
    WithClamd(WithClamd const&) = delete;
    ~WithClamd() { configure_scanning({}); }
};

} // namespace

TEST_CASE("a piece is entered with its file, shown, sent back as it came and in parts") {
    for_each_site([](Pages const& pages) {
        auto const where =
            pages.sent(pages.form({{"for", to_string(pages.desk.one)}, {"proves", "সভা হয়েছে"}}),
                       Site::File{"../../etc/হাজিরা.pdf", pdf});
        REQUIRE(where.starts_with("/evidence/"));
        auto const page = pages.site.get(where);
        CHECK(page.status == 200);
        CHECK(says(page, "সভা হয়েছে"));
        CHECK(says(page, "২য় ত্রৈমাসিক"));
        auto const file = pages.site.get(where + "/file");
        REQUIRE(file.body_file);
        CHECK(file.body_file->view() == pdf);
        CHECK(file.headers.get_or("Content-Disposition").starts_with("attachment; filename=\""));
        CHECK(file.headers.get_or("Content-Disposition").find("..") == std::string::npos);
        auto const view = pages.site.get(where + "/view");
        CHECK(view.headers.get_or("Content-Disposition").starts_with("inline"));
        auto const csp = view.headers.get_or("Content-Security-Policy");
        CHECK(csp.starts_with("default-src 'none'"));
        CHECK(csp.find("object-src 'self'") != std::string_view::npos);
        auto const table = pages.site.get("/evidence/export", {{"format", "csv"}});
        REQUIRE(table.body_file);
        CHECK(table.body_file->view().find("সভা হয়েছে") != std::string_view::npos);
        CHECK(says(pages.site.get("/api/v1/evidence"), "\"happened_on\":\"2026-11-10\""));
        CHECK(says(pages.site.get("/evidence"), "সভার হাজিরা"));
        auto const one = to_string(pages.desk.one);
        CHECK(pages.site.get("/evidence/register.pdf").content().starts_with("%PDF-"));
        // The indicator is of a module that is not here: nobody may read it.
        CHECK_FALSE(says(pages.site.get("/evidence", {{"for", one}}), "সভার হাজিরা"));
    });
}

TEST_CASE("a picture is shown in a sandbox, and stands in the gallery") {
    for_each_site([](Pages const& pages) {
        auto form = pages.form();
        form.erase("kind");
        form.emplace("kind", "photograph");
        auto const where = pages.sent(form, Site::File{"x.png", png});
        REQUIRE_FALSE(where.empty());
        auto const view = pages.site.get(where + "/view");
        CHECK(view.headers.get_or("Content-Type") == "image/png");
        CHECK(view.headers.get_or("Content-Security-Policy").find("sandbox") != std::string::npos);
        CHECK(says(pages.site.get("/evidence/gallery"), where + "/view"));
        CHECK(says(pages.site.get(where), "<img src=\"" + where + "/view\""));
    });
}

TEST_CASE("a file that came with a form that has to be mended need not come again") {
    for_each_site([](Pages const& pages) {
        auto form = pages.form();
        form.erase("title_bn");
        auto const again = pages.site.post("/evidence/new", form, Site::File{"scan.pdf", pdf});
        CHECK(again.status == 422);
        CHECK(says(again, "scan.pdf"));
        auto const key = hidden_in(again, "upload");
        REQUIRE_FALSE(key.empty());
        CHECK(pages.count("evidence") == 0);
        auto const where = pages.sent(pages.form({{"upload", key}}));
        REQUIRE_FALSE(where.empty());
        CHECK(pages.site.get(where + "/file").body_file->view() == pdf);
        CHECK(pages.count("evidence_uploads") == 0);
        // Sent twice: the upload is gone, and told so.
        CHECK(
            says(pages.site.post("/evidence/new", pages.form({{"upload", key}})), "আবার বেছে নিন"));
    });
}

TEST_CASE("empty, renamed and strange files are told at their field, and nothing stays of them") {
    for_each_site([](Pages const& pages) {
        for (auto const& file :
             {Site::File{"a.pdf", ""}, Site::File{"a.pdf", png}, Site::File{"a.exe", "MZ\x90\1\2"},
              Site::File{"a.html", "<!DOCTYPE html><script>alert(1)</script>"},
              Site::File{"a.svg", "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>"}}) {
            CAPTURE(file.name);
            auto const response = pages.site.post("/evidence/new", pages.form(), file);
            CHECK(response.status == 422);
            CHECK(says(response, "href=\"#file\""));
        }
        CHECK(pages.count("evidence") == 0);
        CHECK(pages.count("files") == 0);
        CHECK(pages.count("evidence_uploads") == 0);
        CHECK(pages.kept_files() == 0);
    });
}

TEST_CASE("the same file again: what is there is offered, and may be kept once more") {
    for_each_site([](Pages const& pages) {
        auto const first = pages.sent(pages.form(), Site::File{"a.pdf", pdf});
        auto const function = std::string("cabinet-2023:5");
        auto const asked = pages.site.post("/evidence/new", pages.form({{"function", function}}),
                                           Site::File{"b.pdf", pdf});
        CHECK(asked.status == 200);
        CHECK(says(asked, "href=\"" + first + "\""));
        CHECK(says(asked, "action=\"" + first + "/links\""));
        CHECK(pages.count("evidence") == 1);
        auto const linked = pages.site.post(first + "/links", {{"function", function}});
        CHECK(linked.status == 303);
        CHECK(pages.count("evidence_functions") == 1);
        auto const second = pages.sent(pages.form(
            {{"upload", hidden_in(asked, "upload")}, {"anyway", hidden_in(asked, "anyway")}}));
        CHECK_FALSE(second.empty());
        CHECK(pages.count("evidence") == 2);
        CHECK(pages.kept_files() == 1);
    });
}

TEST_CASE("a file with a virus is refused, and nothing of it is kept") {
    udb::test::FakeClamd const clamd;
    WithClamd const with(clamd.address());
    for_each_site([](Pages const& pages) {
        auto const bad = pdf + std::string(udb::test::FakeClamd::virus);
        auto const response =
            pages.site.post("/evidence/new", pages.form(), Site::File{"a.pdf", bad});
        CHECK(response.status == 422);
        CHECK(says(response, "Eicar-Test-Signature"));
        CHECK(pages.kept_files() == 0);
        CHECK(pages.count("evidence_uploads") == 0);
        CHECK_FALSE(pages.sent(pages.form(), Site::File{"a.pdf", pdf}).empty());
    });
}

TEST_CASE("while clamd is away a file waits, or is kept with a mark, as the settings say") {
    for_each_site([](Pages const& pages) {
        {
            WithClamd const with("127.0.0.1:1");
            auto const response =
                pages.site.post("/evidence/new", pages.form(), Site::File{"a.pdf", pdf});
            CHECK(response.status == 422);
            CHECK(says(response, "সাড়া দিচ্ছে না"));
            CHECK_FALSE(hidden_in(response, "upload").empty());
            CHECK(pages.count("evidence") == 0);
        }
        WithClamd const with("127.0.0.1:1", false);
        auto const where = pages.sent(pages.form(), Site::File{"a.pdf", pdf});
        REQUIRE_FALSE(where.empty());
        CHECK(says(pages.site.get(where), "পরীক্ষিত নয়"));
    });
}

TEST_CASE("evidence of another office is not there for who may not read it") {
    for_each_site([](Pages const& pages) {
        auto const where = pages.sent(pages.form(), Site::File{"a.pdf", pdf});
        auto const as = [&](Actor const& actor, std::string const& path) {
            return Site(pages.desk.database, modules, actor, Instant{today}).get(path).status;
        };
        auto const elsewhere = actor_with({{Role::member, "/999/"}});
        for (std::string const rest : {"", "/file", "/view", "/correct", "/replace"})
            CHECK(as(elsewhere, where + rest) == 404);
        CHECK(as(actor_with({{Role::overseer, "/"}}), where) == 200);
        CHECK(as(actor_with({{Role::overseer, "/"}}), where + "/correct") == 403);
        CHECK(as(actor_with({{Role::head_of_office, "/"}}), where + "/file") == 200);
        CHECK(as(Actor{}, where) == 303);
    });
}

TEST_CASE("a damaged, a missing and an orphaned file are each named; whole ones are not") {
    for_each_site([](Pages const& pages) {
        auto const keep = [&](std::string const& bytes) {
            auto form = pages.form({{"anyway", "x"}});
            auto const where = pages.sent(form, Site::File{"a.pdf", bytes});
            return pages.desk.found(*parse_id<Evidence>(where.substr(10))).file->sha256;
        };
        keep(pdf);
        auto const damaged = keep(pdf + "% 1\n"), missing = keep(pdf + "% 2\n");
        CHECK(verify_files(pages.desk.database).problems.empty());
        auto const& contents = *pages.desk.database.contents();
        {
            std::fstream file(*contents.find(damaged), std::ios::in | std::ios::out);
            file.seekp(3);
            file.put('X');
        }
        std::filesystem::remove(*contents.find(missing));
        auto const orphan = contents.keep("nobody's");
        auto const verified = verify_files(pages.desk.database);
        CHECK(verified.files == 3);
        REQUIRE(verified.problems.size() == 3);
        for (auto const& problem : verified.problems) {
            using Kind = FileProblem::Kind;
            auto const expected = problem.kind == Kind::damaged   ? damaged
                                  : problem.kind == Kind::missing ? missing
                                                                  : orphan;
            CHECK(problem.sha256 == expected);
            CHECK(problem.names.empty() == (problem.kind == Kind::orphaned));
        }
        // What is damaged is not handed out as if it were whole.
        auto const id = pages.desk.database.read([&](Db& db) {
            return db.one("select id from evidence where sha256 = ?", damaged)
                ->get<Id<Evidence>>(0);
        });
        CHECK_THROWS_AS(pages.site.get("/evidence/" + to_string(id) + "/file"), StoreFailure);
    });
}

TEST_CASE("a piece is corrected and replaced on its pages; nothing typed is lost") {
    for_each_site([](Pages const& pages) {
        auto const where = pages.sent(pages.form(), Site::File{"a.pdf", pdf});
        auto const form = pages.site.get(where + "/correct");
        auto const version = hidden_in(form, "version");
        FormValues values = pages.form({{"version", version}, {"proves", "নতুন কথা"}});
        CHECK(pages.site.post(where + "/correct", values).status == 303);
        auto const late = pages.site.post(where + "/correct", values);
        CHECK(late.status == 409);
        CHECK(says(late, "নতুন কথা"));
        auto const read = hidden_in(pages.site.get(where + "/replace"), "version");
        auto const no_reason = pages.site.post(where + "/replace", pages.form({{"version", read}}),
                                               Site::File{"b.pdf", pdf + "%\n"});
        CHECK(no_reason.status == 422);
        auto const key = hidden_in(no_reason, "upload");
        auto const done = pages.site.post(
            where + "/replace", pages.form({{"version", read}, {"why", "অস্পষ্ট"}, {"upload", key}}));
        REQUIRE(done.status == 303);
        CHECK(says(pages.site.get(where), "নতুন সংস্করণ দেখুন"));
        CHECK(
            says(pages.site.get(std::string(done.headers.get_or("Location"))), "আগের সংস্করণ দেখুন"));
    });
}
