// The pages of a team's draft on both databases: posts, nominations, places, conflicts, settings,
// exceptions.
#include "modules/people/people.hpp"
#include "modules/teams/actions.hpp"
#include "modules/teams/store.hpp"
#include "modules/teams/tests/demo_teams.hpp"
#include "support/site.hpp"

#include <algorithm>

using namespace udb;
using namespace udb::teams;
using namespace std::chrono;
using test::hidden_in;
using test::says;

namespace {

/// A draft of one office's team, and the site of who may change it.
struct Desk {
    Database& database;
    TeamRecord team;
    test::Site site;

    Desk(Database& db, std::string_view office)
        : database(db), team(team_named(db, office)), site(db, modules, anyone, noon) {
        REQUIRE(site.post(path("/draft/begin"), {}).status == 303);
    }
    std::string path(std::string const& rest = {}) const {
        return "/teams/" + to_string(team.id()) + rest;
    }
    std::string path(TeamSeat const& seat) const {
        return path("/draft/seats/" + to_string(seat.id));
    }
    CompositionRecord draft() const {
        return *database.read([&](Db& db) { return draft_of(db, team.id(), today); });
    }
    std::string version() const { return std::to_string(draft().version); }
    template <class F>
    auto work(F const& act) const {
        return working(database, act);
    }
    /// What the form of a seat sends when nothing in it is touched.
    FormValues form_of_seat(TeamSeat const& seat) const {
        FormValues form{{"version", version()},         {"role", std::string(id_of(seat.role))},
                        {"post_bn", seat.post_text.bn}, {"post_en", seat.post_text.en},
                        {"unit_bn", seat.unit.bn},      {"unit_en", seat.unit.en},
                        {"no", std::to_string(seat.no)}};
        for (auto const& post : seat.posts)
            form.emplace("posts", to_string(post.id));
        return form;
    }
};

void put(FormValues& form, std::string const& name, std::string value) {
    form.erase(name);
    form.emplace(name, std::move(value));
}

void with_desk(std::string_view office, std::function<void(Desk const&)> const& test) {
    with_demo([&](Database& database) { test(Desk{database, office}); });
}

} // namespace

TEST_CASE("a seat whose post is in no book gets it by one button") {
    with_desk(department, [](Desk const& desk) {
        FormValues const form{{"version", desk.version()},
                              {"role", "member"},
                              {"post_bn", "পরীক্ষামূলক পদ"},
                              {"unit_bn", "আইসিটি শাখা"}};
        REQUIRE(desk.site.post(desk.path("/draft/seats/new"), form).status == 303);
        auto const seat = desk.draft().seats.back();
        CHECK(seat.posts.empty());
        auto const page = desk.site.get(desk.path(seat));
        REQUIRE(says(page, "পদটি তৈরি করুন"));
        auto const old = desk.site.post(desk.path(seat) + "/post", {{"version", "1"}});
        CHECK(old.status == 409);
        CHECK(desk.draft().seats.back().posts.empty());
        CHECK(desk.site.post(desk.path(seat) + "/post", {{"version", desk.version()}}).status
              == 303);
        auto const made = desk.draft().seats.back();
        REQUIRE(made.posts.size() == 1);
        CHECK(made.posts[0].title.bn == "পরীক্ষামূলক পদ");
        CHECK(made.posts[0].office == desk.team.office);
        CHECK_FALSE(says(desk.site.get(desk.path(seat)), "পদটি তৈরি করুন"));
    });
}

TEST_CASE("an officer is nominated by name, found by search, and not beside a post") {
    with_desk(mole, [](Desk const& desk) {
        auto const seat = desk.draft().seats[2];
        REQUIRE(seat.sitter);
        auto form = desk.form_of_seat(seat);
        form.emplace("officer_search", seat.sitter->name.bn);
        form.emplace("find", "officer");
        auto const found = desk.site.post(desk.path(seat), form);
        CHECK(found.status == 200);
        CHECK(says(found, "value=\"" + to_string(seat.sitter->officer) + "\""));
        CHECK(desk.draft().version == 1);

        form = desk.form_of_seat(seat);
        form.emplace("officer", to_string(seat.sitter->officer));
        auto const both = desk.site.post(desk.path(seat), form);
        CHECK(both.status == 422);
        CHECK(says(both, "দুটি একসঙ্গে নয়"));
        form.erase("posts");
        CHECK(desk.site.post(desk.path(seat), form).status == 303);
        auto const after = desk.draft().seats[2];
        CHECK(after.officer == seat.sitter->officer);
        CHECK(after.posts.empty());
        CHECK(after.line == seat.line);
    });
}

TEST_CASE("a seat moves to the place that is typed; a place that there is not is refused") {
    with_desk(mole, [](Desk const& desk) {
        auto const seats = desk.draft().seats;
        auto form = desk.form_of_seat(seats[6]);
        put(form, "no", "২");
        REQUIRE(desk.site.post(desk.path(seats[6]), form).status == 303);
        auto const after = desk.draft().seats;
        CHECK(after[1].id == seats[6].id);
        CHECK(after[2].id == seats[1].id);
        CHECK(after[6].id == seats[5].id);
        for (std::size_t i = 0; i < after.size(); ++i)
            CHECK(after[i].no == static_cast<int>(i) + 1);
        for (std::string const wrong : {"০", "-১", "১০১", "দুই", "99999999999999999999"}) {
            CAPTURE(wrong);
            put(form, "no", wrong);
            put(form, "version", desk.version());
            auto const page = desk.site.post(desk.path(seats[6]), form);
            CHECK(page.status == 422);
            CHECK(says(page, wrong));
        }
    });
}

TEST_CASE("a seat saved after another's change comes back with what was typed, and can be saved") {
    with_desk(mole, [](Desk const& desk) {
        auto const seat = desk.draft().seats[4];
        auto form = desk.form_of_seat(seat);
        put(form, "unit_bn", "আমার লেখা শাখা");
        auto other = seat;
        other.role = SeatRole::member_secretary;
        auto const draft = desk.draft();
        REQUIRE(static_cast<bool>(
            desk.work([&](Work& work) { return save_seat(work, draft, other); })));
        auto const page = desk.site.post(desk.path(seat), form);
        CHECK(page.status == 409);
        CHECK(says(page, "আমার লেখা শাখা"));
        CHECK(says(page, "এর মধ্যে খসড়ায় যা বদলেছে"));
        CHECK(says(page, "খসড়ায় আসন পরিবর্তিত"));
        CHECK(says(page, "(পরীক্ষক)"));
        CHECK(says(page, "খসড়ায় আসনটি এখন: ৫ নম্বর"));
        CHECK(desk.draft().seats[4].unit == seat.unit);
        CHECK(hidden_in(page, "version") == desk.version());
        put(form, "version", hidden_in(page, "version"));
        CHECK(desk.site.post(desk.path(seat), form).status == 303);
        CHECK(desk.draft().seats[4].unit.bn == "আমার লেখা শাখা");
    });
}

TEST_CASE("a seat that somebody removed meanwhile is offered as a new one") {
    with_desk(mole, [](Desk const& desk) {
        auto const seat = desk.draft().seats[8];
        auto form = desk.form_of_seat(seat);
        put(form, "unit_bn", "আমার লেখা শাখা");
        auto const draft = desk.draft();
        REQUIRE(static_cast<bool>(
            desk.work([&](Work& work) { return remove_seat(work, draft, seat.id); })));
        auto const page = desk.site.post(desk.path(seat), form);
        CHECK(page.status == 409);
        CHECK(says(page, "আমার লেখা শাখা"));
        CHECK(says(page, "আসনটি খসড়া থেকে বাদ দেওয়া হয়েছে"));
        REQUIRE(says(page, desk.path("/draft/seats/new")));
        CHECK(desk.site.get(desk.path(seat)).status == 404);
        put(form, "version", hidden_in(page, "version"));
        CHECK(desk.site.post(desk.path("/draft/seats/new"), form).status == 303);
        CHECK(desk.draft().seats.size() == 9);
        CHECK(desk.draft().seats[8].unit.bn == "আমার লেখা শাখা");
    });
}

TEST_CASE("the settings of a draft are saved; a conflict keeps them typed and can be saved") {
    with_desk(department, [](Desk const& desk) {
        FormValues form{
            {"version", desk.version()}, {"mandate", "cabinet-2023"}, {"note", "প্রথম টীকা"}};
        form.emplace("formed_by", terms<Authority>().front().id);
        CHECK(desk.site.post(desk.path("/draft"), form).status == 303);
        CHECK(desk.draft().note == "প্রথম টীকা");
        CHECK(desk.draft().formed_by == term_with_id<Authority>(terms<Authority>().front().id));
        put(form, "note", "দ্বিতীয় টীকা");
        auto const late = desk.site.post(desk.path("/draft"), form);
        CHECK(late.status == 409);
        CHECK(says(late, "দ্বিতীয় টীকা"));
        CHECK(says(late, "এর মধ্যে খসড়ায় যা বদলেছে"));
        CHECK(desk.draft().note == "প্রথম টীকা");
        put(form, "version", hidden_in(late, "version"));
        CHECK(desk.site.post(desk.path("/draft"), form).status == 303);
        CHECK(desk.draft().note == "দ্বিতীয় টীকা");
        put(form, "version", desk.version());
        put(form, "mandate", "nothing");
        CHECK(desk.site.post(desk.path("/draft"), form).status == 422);
        std::string large;
        for (int i = 0; i < 1001; ++i)
            large += "ক";
        put(form, "mandate", "cabinet-2023");
        put(form, "note", large);
        auto const refused = desk.site.post(desk.path("/draft"), form);
        CHECK(refused.status == 422);
        CHECK(says(refused, large));
    });
}

TEST_CASE("a number and date typed for a draft that changed meanwhile are not lost") {
    with_desk(mole, [](Desk const& desk) {
        FormValues form{{"version", desk.version()}, {"memo", "পুনর্গঠন-৭"}, {"date", "১৪-০৬-২০২৬"}};
        auto const draft = desk.draft();
        REQUIRE(static_cast<bool>(
            desk.work([&](Work& work) { return remove_seat(work, draft, draft.seats[8].id); })));
        auto const late = desk.site.post(desk.path("/draft/in-force"), form);
        CHECK(late.status == 409);
        CHECK(says(late, "পুনর্গঠন-৭"));
        CHECK(says(late, "খসড়া থেকে আসন বাদ"));
        put(form, "version", hidden_in(late, "version"));
        CHECK(desk.site.post(desk.path("/draft/in-force"), form).status == 303);
        CHECK(desk.site.post(desk.path("/draft/in-force"), form).status == 409); // no draft now
    });
}

TEST_CASE("each fixed seat that nobody takes is offered, with what is asked of it") {
    with_desk(mole, [](Desk const& desk) {
        auto const link = desk.path("/draft/seats/new?role=member&amp;fixed=");
        CHECK_FALSE(says(desk.site.get(desk.path("/draft")), link));
        auto const draft = desk.draft();
        REQUIRE(static_cast<bool>(
            desk.work([&](Work& work) { return remove_seat(work, draft, draft.seats[3].id); })));
        auto const page = desk.site.get(desk.path("/draft"));
        REQUIRE(says(page, link));
        auto const at = page.content().find(link) + link.size();
        auto const place = std::string(page.content().substr(at, 1));
        CHECK_FALSE(says(page, link + std::to_string(std::stoi(place) + 1)));
        auto const offered =
            desk.site.get(desk.path("/draft/seats/new"), {{"role", "member"}, {"fixed", place}});
        CHECK(offered.status == 200);
        CHECK(says(offered, "এ আসনে যাঁকে চাই:"));
        for (std::string const wrong : {"0", "99", "-1", "x"}) {
            CAPTURE(wrong);
            auto const plain = desk.site.get(desk.path("/draft/seats/new"), {{"fixed", wrong}});
            CHECK(plain.status == 200);
            CHECK_FALSE(says(plain, "এ আসনে যাঁকে চাই:"));
        }
    });
}

TEST_CASE("the history tells transfers of former seats, and each composition its kept verdict") {
    with_desk(mole, [](Desk const& desk) {
        auto const draft = desk.draft();
        auto const post = draft.seats[8].posts.at(0).id;
        auto const moved = [&](std::string name, Date from) {
            return static_cast<bool>(desk.work([&](Work& work) -> Done {
                auto const comes = TRY(people::add_officer(work, {.name_bn = std::move(name)}));
                TRY(people::transfer(work,
                                     {.transfer = {.post = post, .comes = comes, .from = from}}));
                return {};
            }));
        };
        REQUIRE(moved("আগের বদলি", 2026y / May / 1));
        REQUIRE(static_cast<bool>(desk.work([&](Work& work) -> Done {
            TRY(remove_seat(work, draft, draft.seats[8].id));
            return put_in_force(
                work, {.composition = draft.id, .memo = "পুনর্গঠন-৭", .date = 2026y / June / 1});
        })));
        REQUIRE(moved("পরের বদলি", 2026y / June / 10));
        auto const page = desk.site.get(desk.path());
        CHECK(page.status == 200);
        CHECK(says(page, "আগের বদলি"));
        CHECK_FALSE(says(page, "পরের বদলি")); // the team had let the post go
        CHECK(says(page, "কার্যকর হওয়ার দিনের যাচাই (আদেশের স্মারক নম্বর: পুনর্গঠন-৭)"));
        auto const kept =
            desk.database.read([&](Db& db) { return kept_rules(db, desk.team.id()); });
        CHECK(std::ranges::count(kept, draft.id, &KeptRule::composition) > 0);
        CHECK(std::ranges::any_of(kept, [&](auto const& k) { return k.composition != draft.id; }));
        auto const cost = [&] {
            return desk.database.read([&](Db& db) {
                auto const before = db.statements();
                auto const posts = posts_in_team(db, desk.team.id());
                CHECK(posts.size() > 9);
                return db.statements() - before;
            });
        };
        CHECK(cost() == 1);
    });
}

TEST_CASE("an exception is recorded on its page, and what was typed stays where it is refused") {
    with_desk(department, [](Desk const& desk) {
        auto const page =
            desk.site.get(desk.path("/exceptions/new"), {{"mandate", "cabinet-2023"}});
        CHECK(page.status == 200);
        FormValues form{{"mandate", "cabinet-2023"}, {"rule", "leader"}, {"reason", "প্রয়োজন নেই"}};
        auto const met = desk.site.post(desk.path("/exceptions"), form);
        CHECK(met.status == 422);
        CHECK(says(met, "প্রয়োজন নেই"));
        put(form, "rule", "size");
        put(form, "reason", " ");
        CHECK(desk.site.post(desk.path("/exceptions"), form).status == 422);
        put(form, "reason", "দপ্তরে পদ শূন্য");
        CHECK(desk.site.post(desk.path("/exceptions"), form).status == 303);
        auto const check = desk.site.get(desk.path("/check"), {{"mandate", "cabinet-2023"}});
        CHECK(says(check, "দপ্তরে পদ শূন্য"));
        CHECK(says(desk.site.get(desk.path()), "দপ্তরে পদ শূন্য"));
    });
}

TEST_CASE(
    "C23 §3: officers to nominate stand by what is recorded; choosing one fills the seat's form") {
    with_desk(mole, [](Desk const& desk) {
        auto const page = desk.site.get(desk.path("/draft/nominees"), {}, "bn");
        CHECK(page.status == 200);
        auto const body = page.content();
        auto const many = body.find("আরিফুজ্জামান শিকদার"), few = body.find("সানজিদা ইসলাম মিতু"),
                   none = body.find("আব্দুল কাদের");
        REQUIRE(few != body.npos);
        CHECK(many < few);
        CHECK(few < none);
        CHECK_FALSE(says(page, "তানভীর আহমেদ"));
        web::Pairs below;
        below.add("below", "1");
        CHECK(says(desk.site.get(desk.path("/draft/nominees"), below, "bn"), "তানভীর আহমেদ"));

        auto const officer = desk.database.read([](Db& db) {
            return db.one("select id from officers where name_bn = 'সানজিদা ইসলাম মিতু'")
                ->get<Id<Officer>>(0);
        });
        web::Pairs chosen;
        chosen.add("officer", to_string(officer));
        auto const form = desk.site.get(desk.path("/draft/seats/new"), chosen, "bn");
        CHECK(says(form, "সানজিদা ইসলাম মিতু"));
        CHECK(hidden_in(form, "version") == desk.version());
    });
}
