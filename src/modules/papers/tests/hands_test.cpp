// The second person, orders in a row, numbers that are taken or doubtful, and the limits of lines.
#include "modules/papers/tests/office.hpp"

using namespace udb;
using namespace udb::papers;
using namespace std::chrono;

TEST_CASE("who had a hand in a paper once does not approve it, even after it was sent back") {
    with_office([](Office_ const& office) {
        auto const editor = office.actor(3, Role::leader);
        auto const sender = office.actor(4, Role::leader);
        auto const id = office.drafted(small());
        auto after = small();
        after.signer.post = "সিনিয়র প্রোগ্রামার";
        REQUIRE(office.as(editor,
                          [&, h = office.header(id)](Work& w) { return correct(w, h, after); }));
        REQUIRE(office.as(sender, [&, h = office.header(id)](Work& w) { return submit(w, h); }));
        REQUIRE(office.as(office.leader(), [&, h = office.header(id)](Work& w) {
            return send_back(w, h, "আবার দেখুন");
        }));
        REQUIRE(office.as(office.secretary(),
                          [&, h = office.header(id)](Work& w) { return submit(w, h); }));
        for (auto const& own : {editor, sender}) {
            auto const no = office.as(
                own, [&, h = office.header(id)](Work& w) { return papers::approve(w, h); });
            REQUIRE_FALSE(no);
            CHECK(no.error().message.key == "papers.second_person");
        }
        CHECK(office.as(office.leader(),
                        [&, h = office.header(id)](Work& w) { return papers::approve(w, h); }));
    });
}

TEST_CASE(
    "of two re-formings in a row the later order supersedes the earlier, each with its team") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const words = bangla_words();
        auto const everything = office.actor(9, Role::administrator);
        auto const team =
            *office.database.read([&](Db& db) { return teams::team_of(db, office.id); });
        auto const on = [&](Date day, Actor const& actor, auto const& act) {
            return office.database.write([&](Db& db) {
                Work work{.db = db, .actor = actor, .today = day, .now = sys_days{day} + 6h};
                return act(work);
            });
        };
        auto const approved_on = [&](Date day) {
            auto const made = on(day, everything, [&](Work& w) -> Result<Id<TeamComposition>> {
                TRY(teams::begin_again(w, team.id()));
                auto const begun = *teams::draft_of(w.db, team.id(), day);
                TRY(teams::remove_seat(w, begun, begun.seats.back().id));
                return begun.id;
            });
            REQUIRE(made);
            auto const id = on(day, office.secretary(), [&](Work& w) -> Result<Id<IssuedPaper>> {
                auto const paper = TRY(draft_for(w.db, *made, {}, words, day));
                return draft(w, office.id, paper, *made);
            });
            REQUIRE(id);
            office.bring(*id);
            return *id;
        };
        auto const issued_on = [&](Date day, Id<IssuedPaper> id) {
            return on(day, office.leader(), [&](Work& w) {
                auto const version = find_paper(w.db, id)->header.version;
                return issue(w, {.paper = id, .version = version, .memo = {}, .date = day}, words);
            });
        };
        auto const first = approved_on(today);
        REQUIRE(issued_on(today, first));
        auto const second = approved_on(today);
        // Two compositions cannot begin on one day; the form of issuing asks for the date alone.
        auto const same_day = issued_on(today, second);
        REQUIRE_FALSE(same_day);
        REQUIRE(same_day.error().fields.size() == 1);
        CHECK(same_day.error().fields[0].field == "date");
        CHECK(office.paper(first).stage == Stage::issued);
        CHECK(office.paper(second).stage == Stage::approved);
        auto const later = today + days{1};
        REQUIRE(issued_on(later, second));
        CHECK(office.paper(first).stage == Stage::superseded);
        CHECK(office.paper(first).replaced_by == second);
        CHECK(office.paper(second).stage == Stage::issued);
        auto const in_force = [&](Date day) {
            return office.database
                .read([&](Db& db) { return teams::composition_in_force(db, team.id(), day); })
                .value();
        };
        CHECK(in_force(today).memo == office.paper(first).issued->memo);
        CHECK(in_force(later).memo == office.paper(second).issued->memo);
        CHECK(in_force(later).seats.size() + 1 == in_force(today).seats.size());
    });
}

TEST_CASE("the number of an accepted order is no paper's, and a short number is one office's") {
    with_office([](Office_ const& office) {
        office.number_by_dnothi();
        auto const id = office.approved(small());
        auto const accepted = office.database.read(
            [&](Db& db) { return mandates::accepted_orders(db, office.path); });
        REQUIRE_FALSE(accepted.empty());
        auto const taken = office.issued(id, accepted[0].memo);
        REQUIRE_FALSE(taken);
        CHECK(taken.error().fields.at(0).field == "memo");
        CHECK(taken.error().fields.at(0).message.key == "papers.memo_of_order");
        REQUIRE(office.issued(id, "শা-১/২০২৬-৪৫"));
        auto const numbered = [&](Id<Office> where) {
            return office.database.read(
                [&](Db& db) { return paper_numbered(db, "শা-১/2026-45", where); });
        };
        CHECK(numbered(office.id) == id);
        CHECK_FALSE(numbered({office.id.value + 1}));
        CHECK_FALSE(office.issued(office.approved(small()), "শা-১/২০২৬-৪৫"));
    });
}

TEST_CASE("a doubtful number is shown again before it is issued, and issued when confirmed") {
    with_office([](Office_ const& office) {
        office.number_by_dnothi();
        auto const id = office.approved(small());
        test::Site const site{office.database, modules, office.leader(), noon};
        auto const where = "/papers/" + to_string(id) + "/issue";
        FormValues form{{"version", std::to_string(office.header(id).version)},
                        {"memo", "৪১.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫"},
                        {"date", "১৪-০৬-২০২৬"}};
        auto const again = site.post(where, form);
        CHECK(again.status == 200);
        CHECK(test::says(again, "নম্বরটি আরেকবার দেখুন"));
        CHECK(test::says(again, "কোড ৪১.০০, কিন্তু এ দপ্তরের কোড ৪০"));
        CHECK(test::says(again, "নম্বর ঠিক আছে, জারি করুন"));
        CHECK(office.paper(id).stage == Stage::approved);
        // Another doubtful number is doubted anew.
        form.emplace("looked", "শা-১/২০২৬-৯");
        CHECK(site.post(where, form).status == 200);
        form.erase("looked");
        form.emplace("looked", test::hidden_in(again, "looked"));
        CHECK(site.post(where, form).status == 303);
        CHECK(office.paper(id).stage == Stage::issued);
        auto const clear = office.approved(small());
        FormValues const plain{{"version", std::to_string(office.header(clear).version)},
                               {"memo", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৯৯"},
                               {"date", "১৪-০৬-২০২৬"}};
        CHECK(site.post("/papers/" + to_string(clear) + "/issue", plain).status == 303);
    });
}

TEST_CASE("every line of a paper has its limit, which is said at its field, and nothing is lost") {
    with_office([](Office_ const& office) {
        auto const of = [](std::size_t n) {
            std::string text;
            for (std::size_t i = 0; i < n; ++i)
                text += "ক";
            return text;
        };
        struct Case {
            std::string_view field;
            std::string& (*text)(OfficePaper&);
            std::size_t most;
        };
        Case const cases[] = {
            {"about", [](OfficePaper& p) -> auto& { return p.about; }, line_chars_max},
            {"head", [](OfficePaper& p) -> auto& { return p.head; }, lines_chars_max},
            {"website", [](OfficePaper& p) -> auto& { return p.website; }, line_chars_max},
            {"signer_name", [](OfficePaper& p) -> auto& { return p.signer.name; }, line_chars_max},
            {"signer_post", [](OfficePaper& p) -> auto& { return p.signer.post; }, line_chars_max},
            {"signer_contacts", [](OfficePaper& p) -> auto& { return p.signer.contacts; },
             lines_chars_max},
            {"copies", [](OfficePaper& p) -> auto& { return p.copies[0].text; }, lines_chars_max},
        };
        auto const id = office.drafted(small());
        for (auto const& c : cases) {
            CAPTURE(c.field);
            auto paper = small();
            auto const saved = [&](std::size_t n) {
                c.text(paper) = of(n);
                return office.as(office.secretary(), [&, h = office.header(id)](Work& w) {
                    return correct(w, h, paper);
                });
            };
            CHECK(saved(c.most));
            auto const no = saved(c.most + 1);
            REQUIRE_FALSE(no);
            CHECK(no.error().fields.at(0).field == c.field);
        }
        test::Site const site{office.database, modules, office.secretary(), noon};
        auto const page = site.post("/papers/" + to_string(id),
                                    {{"version", std::to_string(office.header(id).version)},
                                     {"act", "save"},
                                     {"head", "আমার লেখা শিরোভাগ"},
                                     {"about", of(line_chars_max + 1)}});
        CHECK(page.status == 422);
        CHECK(test::says(page, "আমার লেখা শিরোভাগ"));
        CHECK(test::says(page, of(line_chars_max + 1)));
        CHECK(test::says(page, "সর্বোচ্চ ৩০০টি অক্ষর"));
    });
}
