// Papers on both databases: from draft to issue and after, numbers under concurrency, rights.
#include "bangla/pdf/tests/reading.hpp"
#include "modules/papers/policy.hpp"
#include "modules/papers/tests/office.hpp"
#include "platform/digest.hpp"

#include <algorithm>
#include <thread>

using namespace udb;
using namespace udb::papers;
using namespace std::chrono;

TEST_CASE("a paper is approved by a second person, and only then issued, its bytes kept") {
    with_office([](Office_ const& office) {
        office.number_by_dnothi();
        auto const id = office.drafted(small());
        auto const leader = office.actor(1, Role::leader); // the drafter, though a leader
        CHECK_FALSE(office.issued(id, "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬"));
        REQUIRE(office.as(office.secretary(),
                          [&, h = office.header(id)](Work& w) { return submit(w, h); }));
        auto const own = office.as(
            leader, [&, h = office.header(id)](Work& w) { return papers::approve(w, h); });
        REQUIRE_FALSE(own);
        CHECK(own.error().message.key == "papers.second_person");
        REQUIRE(office.as(office.leader(),
                          [&, h = office.header(id)](Work& w) { return papers::approve(w, h); }));
        REQUIRE(office.issued(id, "40.00.0000.000.036.32.0006.17.6"));

        auto const paper = office.paper(id);
        CHECK(paper.stage == Stage::issued);
        CHECK(paper.issued->memo == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬");
        auto const file = office.database.read([&](Db& db) { return file_of(db, id); });
        REQUIRE(file);
        CHECK(file->sha256 == sha256_hex(file->pdf));
        auto const text = bangla::reading::text_of(file->pdf);
        for (std::string_view const part :
             {"শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "অফিস আদেশ", "প্রথম <b>অনুচ্ছেদ</b> & বাকি।", "সালমা",
              "কাজ:", "দুই।", "রেহানা পারভীন", "জেলা প্রশাসক (সকল)।", "৩২.০০০৬.১৭.৬/১(৬৫)",
              "১৪-০৬-২০২৬"}) {
            CAPTURE(part);
            CHECK(text.find(bangla::reading::folded(part)) != std::string::npos);
        }
        CHECK_FALSE(office.as(office.secretary(), [&, h = office.header(id)](Work& w) {
            return correct(w, h, small());
        }));
    });
}

TEST_CASE("a paper that lacks something is neither submitted nor issued, and a conflict is told") {
    with_office([](Office_ const& office) {
        auto paper = small();
        paper.signer.name.clear();
        auto const id = office.drafted(paper);
        auto const old = office.header(id);
        auto const no = office.as(office.secretary(), [&](Work& w) { return submit(w, old); });
        REQUIRE_FALSE(no);
        CHECK(no.error().fields.at(0).field == "signer_name");
        REQUIRE(office.as(office.secretary(), [&](Work& w) { return correct(w, old, small()); }));
        auto const late =
            office.as(office.secretary(), [&](Work& w) { return correct(w, old, paper); });
        REQUIRE_FALSE(late);
        CHECK(late.error().kind == Error::Kind::conflict);
        CHECK(office.paper(id).paper == small());
    });
}

TEST_CASE("a number is recorded once, and none is typed where the office numbers itself") {
    with_office([](Office_ const& office) {
        office.number_by_dnothi();
        auto const first = office.approved(small());
        auto const second = office.approved(small());
        REQUIRE(office.issued(first, "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬"));
        auto const taken = office.issued(second, "40.00.0000.000.036.32.0006.17.6/1(3)");
        REQUIRE_FALSE(taken);
        CHECK(taken.error().fields.at(0).message.key == "papers.memo_taken");
        CHECK_FALSE(office.issued(second, ""));
        office.number_itself();
        CHECK_FALSE(office.issued(second, "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৭"));
        REQUIRE(office.issued(second, ""));
        CHECK(office.paper(second).issued->memo == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৯.২৬.৪১");
        CHECK(office.paper(second).source == NumberSource::own);
    });
}

TEST_CASE("eight at once get eight numbers, without gap or double") {
    with_office([](Office_ const& office) {
        office.number_itself();
        constexpr int writers = 8;
        std::vector<Id<IssuedPaper>> ids;
        for (int i = 0; i < writers; ++i)
            ids.push_back(office.approved(small()));
        std::vector<int> done(writers, 0);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < writers; ++i)
                threads.emplace_back([&, i] {
                    auto const at = static_cast<std::size_t>(i);
                    try {
                        done[at] = office.issued(ids[at], "") ? 1 : 0;
                    } catch (StoreFailure const&) {
                        done[at] = 0; // busy beyond all patience: no number is used up
                    }
                });
        }
        std::vector<std::string> memos, expected;
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (done[i]) memos.push_back(office.paper(ids[i]).issued->memo);
        for (std::size_t i = 0; i < memos.size(); ++i)
            expected.push_back(with_issue("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৯.২৬", 41 + std::int64_t(i)));
        std::ranges::sort(memos);
        CHECK(memos.size() == writers);
        CHECK(memos == expected);
    });
}

TEST_CASE("an issued paper is superseded or cancelled, and says by what") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const first = office.approved(small());
        auto const second = office.approved(small());
        REQUIRE(office.issued(first, ""));
        REQUIRE(office.issued(second, "", first));
        CHECK(office.paper(first).stage == Stage::superseded);
        CHECK(office.paper(first).replaced_by == second);
        auto const cancelling = [&](std::string const& reason) {
            return office.as(office.leader(), [&, h = office.header(second)](Work& w) {
                return cancel(w, h, reason);
            });
        };
        CHECK_FALSE(cancelling(""));
        REQUIRE(cancelling("ভুল তালিকা"));
        CHECK(office.paper(second).stage == Stage::cancelled);
        CHECK(office.paper(second).cancel_reason == "ভুল তালিকা");
        CHECK(office.database.read([&](Db& db) { return file_of(db, second); }));
        CHECK_FALSE(cancelling("আবার"));
    });
}

TEST_CASE("issuing a re-forming order puts its team in force and supersedes the order before") {
    with_office([](Office_ const& office) {
        office.number_itself();
        auto const words = bangla_words();
        auto everything = office.actor(9, Role::administrator);
        auto const team =
            *office.database.read([&](Db& db) { return teams::team_of(db, office.id); });
        auto const reform = [&] {
            auto const made = office.as(everything, [&](Work& w) -> Result<Id<TeamComposition>> {
                TRY(teams::begin_again(w, team.id()));
                auto const begun = *teams::draft_of(w.db, team.id(), today);
                TRY(teams::remove_seat(w, begun, begun.seats[1].id));
                return begun.id;
            });
            REQUIRE(made);
            auto const paper = office.database.read(
                [&](Db& db) { return draft_for(db, *made, {}, words, today); });
            REQUIRE(paper);
            CHECK_FALSE(hinders(check(*paper)));
            auto const id = office.as(office.secretary(),
                                      [&](Work& w) { return draft(w, office.id, *paper, *made); });
            REQUIRE(id);
            CHECK_FALSE(office.as(office.secretary(), // one paper for one composition
                                  [&](Work& w) { return draft(w, office.id, *paper, *made); }));
            office.bring(*id);
            REQUIRE(office.issued(*id, ""));
            return *id;
        };
        auto const seats = [&] {
            return office.database
                .read([&](Db& db) { return teams::composition_in_force(db, team.id(), today); })
                .value();
        };
        auto const before = seats();
        auto const first = reform();
        CHECK(office.paper(first).paper.about.find("পুনর্গঠন") != std::string::npos);
        CHECK(seats().seats.size() + 1 == before.seats.size());
        CHECK(seats().memo == office.paper(first).issued->memo);
    });
}

TEST_CASE("who may do what") {
    struct Case {
        Role role;
        Act act;
        std::string_view path;
        bool allowed;
    };
    static constexpr Case cases[] = {
        {Role::guest, Act::read, "/1/", true},
        {Role::guest, Act::write, "/1/", false},
        {Role::member, Act::write, "/1/", false},
        {Role::member_secretary, Act::write, "/1/", true},
        {Role::member_secretary, Act::write, "/1/2/", false},
        {Role::member_secretary, Act::approve, "/1/", false},
        {Role::member_secretary, Act::issue, "/1/", false},
        {Role::leader, Act::approve, "/1/", true},
        {Role::leader, Act::issue, "/2/", false},
        {Role::head_of_office, Act::issue, "/1/2/", true},
        {Role::overseer, Act::issue, "/1/", false},
        {Role::administrator, Act::approve, "/1/", false},
    };
    for (auto const& c : cases) {
        CAPTURE(id_of(c.role));
        CAPTURE(id_of(c.act));
        Actor actor;
        actor.account = {5};
        actor.assignments = {{c.role, "/1/"}};
        CHECK(permits(policy, actor, c.act, {.office_path = c.path}) == c.allowed);
    }
}
