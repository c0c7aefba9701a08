// The list of papers: a draft is for whoever works on it, whichever way is asked.
#include "modules/papers/tests/office.hpp"

using namespace udb;
using namespace udb::papers;
using test::says;

namespace {

constexpr std::string_view secret = "গোপন খসড়ার বিষয়";

/// A draft of the ministry, and who asks.
struct House {
    Office_ const& office;
    Id<IssuedPaper> draft;
    test::Site guest, secretary, stranger;

    explicit House(Office_ const& o)
        : office(o), draft(o.drafted([] {
              auto paper = small();
              paper.about = secret;
              return paper;
          }())),
          guest(o.database, modules, Actor{}, noon),
          secretary(o.database, modules, o.secretary(), noon),
          stranger(o.database, modules,
                   Actor{.account = {9},
                         .officer = {},
                         .office = {},
                         .name = {"অন্য", "Other"},
                         .assignments = {{Role::leader, "/999/"}}},
                   noon) {}

    std::string own(std::string const& before, std::string const& after = {}) const {
        return before + to_string(draft) + after;
    }
};

} // namespace

TEST_CASE(
    "a draft is in list, search, filter, export and API for its office, and for nobody else") {
    with_office([](Office_ const& office) {
        House const house{office};
        web::Pairs word, stage, file;
        word.add("q", "গোপন");
        stage.add("stage", "draft");
        file.add("format", "csv");
        struct Way {
            std::string path;
            web::Pairs query;
        };
        for (auto const& way :
             {Way{"/papers", {}}, Way{"/papers", word}, Way{"/papers", stage},
              Way{"/api/v1/papers", {}}, Way{"/api/v1/papers", word}, Way{"/api/v1/papers", stage},
              Way{"/api/v1/papers" + house.own("/"), {}}}) {
            CAPTURE(way.path);
            CHECK(says(house.secretary.get(way.path, way.query), secret));
            CHECK_FALSE(says(house.guest.get(way.path, way.query), secret));
            CHECK_FALSE(says(house.stranger.get(way.path, way.query), secret));
        }
        auto const written = [&](test::Site const& site) {
            auto const response = site.get("/papers/export", file);
            REQUIRE(response.body_file);
            std::string bytes(static_cast<std::size_t>(response.body_file->size()), '\0');
            response.body_file->read(0, bytes.data(), bytes.size());
            return bytes;
        };
        CHECK(written(house.secretary).find(secret) != std::string::npos);
        CHECK(written(house.guest).find(secret) == std::string::npos);
        CHECK(written(house.guest).find("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৭.২৬.১২") != std::string::npos);
        CHECK(house.guest.get(house.own("/api/v1/papers/")).status == 404);
        CHECK(house.secretary.get(house.own("/api/v1/papers/")).status == 200);
        // A cursor does not tell that the draft is there.
        web::Pairs behind;
        behind.add("after", to_string(house.draft));
        CHECK(house.guest.get("/api/v1/papers", behind).status == 400);
        CHECK(house.secretary.get("/api/v1/papers", behind).status == 200);
    });
}

TEST_CASE(
    "totals count what is seen: the demo's issued paper for a guest, its draft too for the office") {
    with_office([](Office_ const& office) {
        House const house{office};
        CHECK(says(house.guest.get("/api/v1/papers"), "\"total\":1,"));
        CHECK(says(house.secretary.get("/api/v1/papers"), "\"total\":4,"));
        web::Pairs submitted;
        submitted.add("stage", "submitted");
        CHECK(says(house.guest.get("/api/v1/papers", submitted), "\"total\":0,"));
        CHECK(says(house.secretary.get("/api/v1/papers", submitted), "\"total\":1,"));
    });
}

TEST_CASE("that a paper was cancelled is public, a draft that was given up is not") {
    with_office([](Office_ const& office) {
        House const house{office};
        office.number_itself();
        auto const issued = office.approved(small());
        REQUIRE(office.issued(issued, ""));
        REQUIRE(office.as(office.leader(), [&](Work& w) {
            return cancel(w, find_paper(w.db, issued)->header, "ভুল তালিকা");
        }));
        REQUIRE(office.as(office.secretary(), [&](Work& w) {
            return discard(w, find_paper(w.db, house.draft)->header);
        }));
        CHECK(office.paper(house.draft).stage == Stage::discarded);
        for (auto const* site : {&house.guest, &house.secretary}) {
            CHECK(says(site->get("/papers"), small().about));
            CHECK(says(site->get("/api/v1/papers"), small().about));
            CHECK(says(site->get("/papers"), secret) == (site == &house.secretary));
        }
    });
}

TEST_CASE("a paper is found by its memo number in any digits, by its kind and by its text") {
    with_office([](Office_ const& office) {
        test::Site const site{office.database, modules, Actor{}, noon};
        constexpr std::string_view memo = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৭.২৬.১২";
        auto const finds = [&](std::string const& name, std::string const& value) {
            web::Pairs query;
            query.add(name, value);
            return says(site.get("/papers", query), memo);
        };
        CHECK(finds("q", std::string(memo)));
        CHECK(finds("q", "40.00.0000.000.036.32.0007.26.12"));
        CHECK_FALSE(finds("q", "40.00.0000.000.036.32.0007.26.13"));
        CHECK(finds("kind", "office_order"));
        CHECK_FALSE(finds("kind", "notification"));
        CHECK(finds("stage", "issued"));
        CHECK_FALSE(finds("stage", "superseded"));
    });
}

TEST_CASE(
    "the list has the module's own button, and no form, import or link to one of the engine's") {
    with_office([](Office_ const& office) {
        test::Site const site{office.database, modules, office.secretary(), noon};
        auto const page = site.get("/papers");
        CHECK(says(page, "/papers/new"));
        CHECK(says(page, "/papers/export?format=xlsx"));
        CHECK_FALSE(says(page, "/papers/import"));
        CHECK(site.get("/papers/import").status == 404);
    });
}

TEST_CASE("a title that has no English is marked as Bangla on an English page, and on no other") {
    with_office([](Office_ const& office) {
        test::Site const site{office.database, modules, Actor{}, noon};
        CHECK(says(site.get("/papers", {}, "en"), "lang=\"bn\">ইনোভেশন"));
        CHECK_FALSE(says(site.get("/papers"), "lang=\"bn\">ইনোভেশন"));
    });
}

TEST_CASE("an issued letter is read in its office and above, and nobody else learns what it says") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto letter = small();
        letter.kind = PaperKind::letter;
        letter.about = secret;
        letter.recipients = "সচিব, মন্ত্রিপরিষদ বিভাগ";
        auto const id = office.approved(letter);
        REQUIRE(office.issued(id, ""));
        auto const own = [&](std::string_view before, std::string_view after = {}) {
            return std::string(before) + to_string(id) + std::string(after);
        };
        auto const site = [&](Role role, std::string const& path) {
            return test::Site(office.database, modules,
                              Actor{.account = {9},
                                    .officer = {},
                                    .office = {},
                                    .name = {"কেউ", "Somebody"},
                                    .assignments = {{role, path}}},
                              noon);
        };
        struct Case {
            Role role;
            std::string path;
            bool reads;
        };
        for (auto const& [role, path, reads] : {Case{Role::member, office.path, true},
                                                {Role::head_of_office, "/", true},
                                                {Role::overseer, "/999/", true},
                                                {Role::guest, "", false},
                                                {Role::member, "/999/", false},
                                                {Role::leader, office.path + "999/", false}}) {
            CAPTURE(path);
            auto const who = site(role, path);
            web::Pairs word, issued;
            word.add("q", "গোপন");
            issued.add("stage", "issued");
            CHECK(says(who.get("/papers"), secret) == reads);
            CHECK(says(who.get("/papers", word), secret) == reads);
            CHECK(says(who.get("/papers", issued), secret) == reads);
            CHECK(says(who.get("/papers", issued), "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৭.২৬.১২"));
            CHECK(says(who.get("/api/v1/papers"), secret) == reads);
            for (auto const& page : {own("/papers/"), own("/papers/", "/pdf"),
                                     own("/papers/", "/text"), own("/api/v1/papers/")})
                CHECK((who.get(page).status == 200) == reads);
            // That it is genuine, anybody may ask who holds it.
            auto const verified = who.get(own("/verify/"));
            CHECK(verified.status == 200);
            CHECK(says(verified, office.paper(id).issued->memo));
            CHECK(says(verified, secret) == reads);
        }
    });
}
