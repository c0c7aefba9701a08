// The pages of plans on both databases: who sees what, long plans, what was typed is kept.
#include "modules/evidence/evidence_actions.hpp"
#include "modules/people/people.hpp"
#include "modules/plans/portions.hpp"
#include "modules/plans/tests/desk.hpp"

using namespace udb;
using namespace udb::plans;
using namespace udb::plans::test;
using udb::test::says;
using namespace std::chrono;

namespace {

udb::test::Site site_for(Database& database, Actor const& actor) {
    return {database, modules, actor, Instant{today}};
}

std::string path_of(Desk const& desk, std::string const& rest = {}) {
    return "/plans/" + to_string(desk.id) + rest;
}

} // namespace

TEST_CASE("a draft is for its office and those above; an approved plan is public") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const indicator = "/indicators/" + to_string(desk.indicators(working_copy)[0].id);
        auto const status = [&](Actor const& actor, std::string const& path) {
            return site_for(database, actor).get(path).status;
        };
        Actor const guest;
        CHECK(status(guest, path_of(desk)) == 404);
        CHECK(status(guest, indicator) == 404);
        CHECK(status(stranger, path_of(desk)) == 404);
        CHECK(status(member, path_of(desk)) == 200);
        CHECK(status(above, path_of(desk)) == 200);
        CHECK(status(secretary, path_of(desk, "/edit")) == 200);
        CHECK(status(member, path_of(desk, "/edit")) == 403);
        desk.approved();
        CHECK(status(guest, path_of(desk)) == 200);
        CHECK(status(guest, indicator) == 200);
        CHECK(status(guest, path_of(desk, "/versions")) == 200);
        CHECK(status(guest, path_of(desk, "/assessment")) == 404);
        for (auto const* format : {"pdf", "xlsx", "csv"}) {
            auto const file =
                site_for(database, guest).get(path_of(desk, "/table"), {{"format", format}});
            CHECK(file.status == 200);
        }
        CHECK(site_for(database, guest).get(path_of(desk, "/table"), {{"format", "exe"}}).status
              == 404);
    });
}

TEST_CASE("an indicator's form comes back with everything typed and every fault") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const site = site_for(database, secretary);
        auto const first = desk.indicators(working_copy)[0].id;
        auto const path = path_of(desk, "/indicators/" + to_string(first));
        auto const version = udb::test::hidden_in(site.get(path), "version");
        FormValues form{{"version", version}, {"name", "নতুন নাম"}, {"unit", "number"},
                        {"weight", "দশ"},     {"band_100", "৪x"},  {"better", "higher"},
                        {"rule", "step"},     {"count", "sum"}};
        auto const wrong = site.post(path, form);
        CHECK(wrong.status == 422);
        CHECK(says(wrong, "৪x"));
        CHECK(says(wrong, "নতুন নাম"));
        form.erase("weight");
        form.erase("band_100");
        form.emplace("weight", "১০");
        form.emplace("band_100", "৪");
        CHECK(site.post(path, form).status == 303);
        // The same form again, drawn before somebody saved: told, and nothing typed is lost.
        auto const again = site.post(path, form);
        CHECK(again.status == 409);
        CHECK(says(again, "নতুন নাম"));
        CHECK(says(again, "এর মধ্যে অন্য কেউ"));
        CHECK(desk.indicators(working_copy)[0].weight == Value::whole(10));
    });
}

TEST_CASE("a long area is drafted in portions, and each saving leads back to its own") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database, 250};
        auto const site = site_for(database, secretary);
        auto const edit = path_of(desk, "/edit");
        auto const page = site.get(edit, {{"portion", "2"}});
        CHECK(says(page, "সূচক ১৫০"));
        CHECK_FALSE(says(page, "সূচক ৫০<"));
        CHECK_FALSE(says(page, "সূচক ২২০"));
        auto const path =
            path_of(desk, "/indicators/" + to_string(desk.indicators(working_copy)[149].id));
        auto const saved =
            site.post(path, {{"version", udb::test::hidden_in(site.get(path), "version")},
                             {"name", "নতুন নাম"},
                             {"unit", "number"},
                             {"weight", "২"},
                             {"better", "higher"},
                             {"rule", "step"},
                             {"count", "sum"}});
        CHECK(saved.status == 303);
        CHECK(saved.headers.get_or("location") == edit + "?portion=2");
    });
}

TEST_CASE("the list offers the years there are plans of, this one and the next") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk const old{database, 1, 2021};
        old.approved();
        auto const list = site_for(database, stranger).get("/plans");
        for (auto const* year : {"2021-22", "2026-27", "2027-28"})
            CHECK(says(list, "value=\"" + std::string(year) + "\""));
        CHECK_FALSE(says(list, "value=\"2022-23\""));
        CHECK(says(site_for(database, stranger).get("/plans", {{"year", "2022-23"}}),
                   "value=\"2022-23\" selected"));
    });
}

TEST_CASE("a title is corrected on its own page, and a wrong one comes back") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const site = site_for(database, secretary);
        auto const path = path_of(desk, "/title");
        auto const version = udb::test::hidden_in(site.get(path), "version");
        auto const empty = site.post(path, {{"version", version}, {"title_en", "Kept"}});
        CHECK(empty.status == 422);
        CHECK(says(empty, "Kept"));
        CHECK(site.post(path, {{"version", version}, {"title_bn", "ঠিক নাম"}}).status == 303);
        CHECK(says(site.get(path_of(desk)), "ঠিক নাম"));
        auto const late = site.post(path, {{"version", version}, {"title_bn", "পরের নাম"}});
        CHECK(late.status == 409);
        CHECK(says(late, "পরের নাম"));
        CHECK(site_for(database, member).get(path).status == 403);
    });
}

TEST_CASE("a plan's evidence is seen together: as a list, pictures and a printed register") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const page = path_of(desk, "/evidence");
        auto const indicator = as_record(desk.indicators(1)[2].id);
        auto const titles = {"সূচকের প্রমাণ", "অন্য প্রমাণ"};
        for (std::string const title : titles)
            REQUIRE(desk.as(administrator, [&](Work& work) -> Done {
                evidence::Keeping keeping{.office = desk.office};
                keeping.piece.kind = evidence::Kind::link;
                keeping.piece.title_bn = title;
                keeping.piece.happened_on = today;
                keeping.piece.link = "https://example.gov.bd";
                auto const id = TRY(evidence::keep(work, keeping));
                if (title != *titles.begin()) return {};
                return evidence::link(work, id, indicator);
            }));
        auto const list = site_for(database, member).get(page);
        CHECK(says(list, "সূচকের প্রমাণ"));
        CHECK_FALSE(says(list, "অন্য প্রমাণ"));
        CHECK(site_for(database, member).get(page, {{"view", "gallery"}}).status == 200);
        auto const paper = site_for(database, member).get(page, {{"view", "register"}});
        CHECK(paper.status == 200);
        CHECK(paper.headers.get_or("content-type") == "application/pdf");
        CHECK(site_for(database, Actor{}).get(page).status == 404);
        CHECK(site_for(database, stranger).get(page).status == 403);
    });
}

TEST_CASE("the progress of a closed year is read, not told") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const site = site_for(database, secretary);
        auto const value = "value_" + to_string(desk.indicators(1)[0].id);
        CHECK(says(site.get(path_of(desk, "/progress")), value));
        auto const header = desk.plan().header;
        REQUIRE(desk.as(
            secretary, [&](Work& work) { return close(work, header); }, 2027y / August / 1));
        auto const closed = site.get(path_of(desk, "/progress"));
        CHECK(closed.status == 200);
        CHECK_FALSE(says(closed, value));
    });
}

TEST_CASE("what another told meanwhile is drawn, what I typed is kept") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const site = site_for(database, secretary);
        auto const all = desk.indicators(1);
        auto const field = [&](std::string const& name, std::size_t at) {
            return name + "_" + to_string(all[at].id);
        };
        auto const path = path_of(desk, "/progress");
        FormValues mine{{"quarter", "1"}}, theirs{{"quarter", "1"}};
        for (std::size_t at : {0, 1, 2})
            for (auto* form : {&mine, &theirs})
                for (std::string const name : {"value", "remark", "seen", "seen_remark"})
                    form->emplace(field(name, at), "");
        theirs.find(field("value", 0))->second = "১";
        theirs.find(field("value", 1))->second = "২";
        mine.find(field("value", 1))->second = "৩";
        mine.find(field("value", 2))->second = "৪";
        REQUIRE(site.post(path, theirs).status == 303);
        auto const told = site.post(path, mine);
        CHECK(told.status == 422);
        // Theirs where I wrote nothing, mine where both wrote; what was seen is what stands now.
        CHECK(udb::test::hidden_in(told, field("seen", 0)) == "1");
        CHECK(udb::test::hidden_in(told, field("seen", 1)) == "2");
        CHECK(says(told, "name=\"" + field("value", 0) + "\" type=\"text\" value=\"১\""));
        CHECK(says(told, "name=\"" + field("value", 1) + "\" type=\"text\" value=\"৩\""));
        auto const now = desk.indicators(1);
        CHECK(now[0].quarters[0] == Value::whole(1));
        CHECK(now[1].quarters[0] == Value::whole(2));
        CHECK(now[2].quarters[0] == Value::whole(4));
    });
}

TEST_CASE("a plan of a thousand indicators is opened and told in portions") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database, 1000};
        desk.approved();
        auto const site = site_for(database, secretary);
        auto const page = site.get(path_of(desk), {{"portion", "10"}});
        CHECK(page.status == 200);
        CHECK(says(page, "সূচক ১,০০০"));
        CHECK_FALSE(says(page, "সূচক ১০১ "));
        CHECK(site.get(path_of(desk), {{"portion", "99999999999"}}).status == 200);
        auto const all = desk.indicators(1);
        FormValues form{{"quarter", "1"}, {"portion", "2"}};
        for (std::size_t k = 100; k < 200; ++k) {
            auto const id = to_string(all[k].id);
            form.emplace("value_" + id, k == 150 ? "দুই" : "২");
            form.emplace("remark_" + id, "সভা হয়েছে");
            form.emplace("seen_" + id, "");
        }
        auto const told = site.post(path_of(desk, "/progress"), form);
        CHECK(told.status == 422);
        CHECK(says(told, "দুই"));
        CHECK(says(told, "৯৯টি সূচকের"));
        auto const after = desk.indicators(1);
        CHECK(after[100].quarters[0] == Value::whole(2));
        CHECK_FALSE(after[150].quarters[0]);
        CHECK(after[199].quarters[0] == Value::whole(2));
        CHECK(site.get(path_of(desk, "/table"), {{"format", "xlsx"}}).status == 200);
    });
}

TEST_CASE("what waits and what is behind cost the same whatever a plan holds") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database, 200};
        desk.approved();
        database.read([&](Db& db) {
            auto before = db.statements();
            auto const matters = manifest.matters(db, desk.office, today);
            CHECK(db.statements() - before <= 6);
            CHECK(matters.size() == 200);
            CHECK(matters[0].kind == Matter::Kind::indicator);
            before = db.statements();
            auto const waits = manifest.concerns(db, secretary, today);
            CHECK(db.statements() - before <= 15);
            REQUIRE(waits.size() == 1);
            CHECK(waits[0].what.key == "plans.waits_progress");
            CHECK(waits[0].due == Date{2026y / October / 15});
            CHECK(manifest.concerns(db, stranger, today).empty());
        });
    });
}

TEST_CASE("whoever holds a responsible post is told of its indicators that are behind") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database, 3};
        Actor holder = stranger;
        holder.office = desk.office;
        auto indicator = desk.indicators(working_copy)[1];
        REQUIRE(desk.as(administrator, [&](Work& work) -> Done {
            indicator.responsible =
                TRY(offices::add_post(work, {.office = desk.office, .title_bn = "প্রোগ্রামার"}));
            holder.officer = TRY(people::add_officer(work, {.name_bn = "রহিমা খাতুন"}));
            TRY(people::transfer(work, {.transfer = {.post = indicator.responsible,
                                                     .comes = holder.officer,
                                                     .from = Date{2026y / July / 1}}}));
            return {};
        }));
        REQUIRE(desk.now(save_indicator, 0, indicator));
        desk.approved();
        auto const told = [&](Date on) {
            return database.read([&](Db& db) { return manifest.concerns(db, holder, on); });
        };
        auto const waits = told(today);
        REQUIRE(waits.size() == 1);
        CHECK(waits[0].what.key == "plans.own_behind");
        CHECK(std::get<std::int64_t>(waits[0].what.args.at(0).second) == 1);
        CHECK(told(Date{2026y / August / 1}).empty());
        holder.officer = {};
        CHECK(told(today).empty());
    });
}

TEST_CASE("a plan is begun from a form and from a table, each once") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        auto const site = site_for(database, secretary);
        CHECK(says(site.get("/plans/new"), "value=\"e-governance-2021\" selected"));
        FormValues form{{"office", to_string(desk.office)},
                        {"year", "2026"},
                        {"form", "rti"},
                        {"start", "last"}};
        auto const none = site.post("/plans", form);
        CHECK(none.status == 422);
        CHECK(says(none, "গত বছরের"));
        form.erase("start");
        form.emplace("start", "form");
        CHECK(site.post("/plans", form).status == 303);
        CHECK(site.post("/plans", form).status == 422);
        FormValues const of{{"office", to_string(desk.office)}, {"year", "2027"}, {"form", "rti"}};
        CHECK(site.post("/plans/import", of).status == 422);
        CHECK(site.post("/plans/import", of, udb::test::Site::File{"plan.xlsx", "no table"}).status
              == 422);
        std::string const table =
            "কার্যক্রমের ক্ষেত্র,মান,কার্যক্রম,কর্মসম্পাদন সূচক,একক,কর্মসম্পাদন সূচকের মান\r\n"
            "প্রাতিষ্ঠানিক,১০,সভা,সভার সংখ্যা,সংখ্যা,৪\r\n";
        auto const report =
            site.post("/plans/import", of, udb::test::Site::File{"plan.csv", table});
        CHECK(report.status == 200);
        CHECK(says(report, "সভার সংখ্যা"));
        auto confirmed = of;
        confirmed.emplace("upload", udb::test::hidden_in(report, "upload"));
        CHECK(site.post("/plans/imported", confirmed).status == 303);
        auto const plans = database.read([&](Db& db) { return plans_of(db, desk.office, 2027); });
        REQUIRE(plans.size() == 1);
        auto const facts =
            database.read([&](Db& db) { return facts_of(db, plans[0], working_copy); });
        CHECK(placed(facts).at(0).indicator->weight == Value::whole(4));
    });
}

TEST_CASE("the list shows each plan with its score and what is late") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        Desk desk{database};
        desk.approved();
        auto const page = site_for(database, above).get("/plans");
        CHECK(page.status == 200);
        CHECK(says(page, "দিন বিলম্ব"));
        CHECK(site_for(database, above).get("/plans", {}, "en").status == 200);
        CHECK(site_for(database, above).get("/indicators").status == 200);
        CHECK(site_for(database, above).get(path_of(desk, "/progress")).status == 200);
        CHECK(site_for(database, above).get(path_of(desk, "/assessment")).status == 200);
    });
}

TEST_CASE(
    "the demo has a ministry's approved plan, told so far, one indicator behind, and a draft") {
    udb::test::for_each_database(migrations_of(modules), [](Database& database) {
        auto const told = database.write([&](Db& db) -> Done {
            for (auto const* module : modules) {
                Work work{.db = db, .actor = administrator, .today = today, .now = Instant{today}};
                if (module->demo) TRY(module->demo(work));
            }
            return {};
        });
        if (!told) FAIL(told.error().message.key);
        database.read([&](Db& db) {
            auto const row =
                db.one("select id from offices where name_bn = 'শ্রম ও কর্মসংস্থান মন্ত্রণালয়'");
            auto const ministry = row->get<Id<Office>>(0);
            auto const plans = plans_of(db, ministry, 2026);
            REQUIRE(plans.size() == 1);
            CHECK(plans[0].stage == Stage::approved);
            auto const id = plans[0].id();
            CHECK(submitted_periods(db, std::span(&id, 1)).size() == 1);
            auto const behind = manifest.matters(db, ministry, today);
            CHECK(behind.size() >= 1);
            CHECK(behind.size() <= 3);
            CHECK(db.one("select 1 from records where kind = 'plan' and stage = 'draft'"));
        });
    });
}
