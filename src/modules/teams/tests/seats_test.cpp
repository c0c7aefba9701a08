// The rules of seats: what changed between two compositions, and orders matched to posts.
#include "modules/teams/difference.hpp"
#include "modules/teams/matching.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::teams;

namespace {

SeatPost post(std::int64_t id, std::string title, std::string unit, Rank rank) {
    return {.id = {id},
            .title = {std::move(title), ""},
            .unit = {std::move(unit), ""},
            .office = {1},
            .rank = rank};
}

SeatPost const admin = post(1, "অতিরিক্ত সচিব", "প্রশাসন অনুবিভাগ", Rank::additional_secretary);
SeatPost const admin_branch = post(2, "যুগ্মসচিব", "প্রশাসন অধিশাখা", Rank::joint_secretary);
SeatPost const admin_deputy = post(3, "উপসচিব", "প্রশাসন অধিশাখা", Rank::deputy_secretary);
SeatPost const planning = post(4, "যুগ্মসচিব", "পরিকল্পনা অধিশাখা", Rank::joint_secretary);
SeatPost const budget = post(5, "যুগ্মসচিব", "বাজেট অধিশাখা", Rank::joint_secretary);
SeatPost const programmer = post(6, "প্রোগ্রামার", "আইসিটি সেল", Rank::programmer);
SeatPost const inspector = post(7, "মহাপরিদর্শক", "", Rank::other);
std::vector<SeatPost> const posts{admin,  admin_branch, admin_deputy, planning,
                                  budget, programmer,   inspector};

TeamSeat seat(std::int64_t line, std::vector<SeatPost> named, SeatRole role = SeatRole::member) {
    TeamSeat s{.id = {line}, .line = {line}, .role = role, .posts = std::move(named)};
    write_texts(s);
    return s;
}

TeamSeat sat(TeamSeat s, std::int64_t officer) {
    s.sitter = Sitter{.officer = {officer}, .name = {"ক", "A"}, .post = s.posts.front().id};
    return s;
}

/// `+` added, `-` removed, else the marks that differ: r(ole), p(ost), s(itter).
std::string told(std::vector<SeatDifference> const& all) {
    std::string out;
    for (auto const& d : all) {
        if (!out.empty()) out += ' ';
        if (d.added()) out += '+';
        if (d.removed()) out += '-';
        if (d.role) out += 'r';
        if (d.post) out += 'p';
        if (d.sitter) out += 's';
    }
    return out;
}

std::vector<std::int64_t> ids(std::vector<SeatPost> const& found) {
    std::vector<std::int64_t> out;
    for (auto const& p : found)
        out.push_back(p.id.value);
    return out;
}

} // namespace

TEST_CASE("the difference of two compositions names each seat that is not as it was") {
    auto const leader = seat(1, {admin}, SeatRole::chief_innovation_officer);
    auto const member = sat(seat(2, {planning}), 10);
    auto const secretary = seat(3, {programmer}, SeatRole::member_secretary);
    using Seats = std::vector<TeamSeat>;
    struct Case {
        char const* what;
        Seats before, after;
        char const* told;
    };
    auto renumbered = member;
    renumbered.no = 9;
    auto moved = member;
    moved.posts = {budget};
    write_texts(moved);
    auto unlined = member;
    unlined.line = {};
    auto other_role = secretary;
    other_role.role = SeatRole::member;
    Case const cases[] = {
        {"the same", {leader, member}, {leader, member}, ""},
        {"renumbered only", {leader, member}, {renumbered, leader}, ""},
        {"added", {leader}, {leader, member}, "+"},
        {"removed", {leader, member}, {leader}, "-"},
        {"another post in the line", {leader, member}, {leader, moved}, "p"},
        {"another sitter", {member}, {sat(member, 11)}, "s"},
        {"fell vacant", {member}, {seat(2, {planning})}, "s"},
        {"another role", {secretary}, {other_role}, "r"},
        {"found by its post without a line", {leader, member}, {unlined, leader}, ""},
        {"all at once", {leader, member, secretary}, {moved, other_role}, "p r -"},
        {"from nothing", {}, {leader, member}, "+ +"},
        {"to nothing", {leader}, {}, "-"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.what);
        CHECK(told(difference(c.before, c.after)) == c.told);
    }
}

TEST_CASE("a seat that changed holds both sides") {
    auto const before = sat(seat(2, {planning}), 10);
    auto const after = sat(seat(2, {planning}), 11);
    auto const all = difference(std::span(&before, 1), std::span(&after, 1));
    REQUIRE(all.size() == 1);
    CHECK(all[0].before->sitter->officer == Id<Officer>{10});
    CHECK(all[0].after->sitter->officer == Id<Officer>{11});
}

TEST_CASE("seats of an order find their posts by rank and unit") {
    struct Case {
        WrittenSeat written;
        std::vector<std::int64_t> found;
        std::vector<std::int64_t> near;
    };
    Case const cases[] = {
        // L26 §1: "(প্রশাসন)" alone is the wing, for only there sits an additional secretary.
        {{.posts = {"অতিরিক্ত সচিব"}, .unit = "প্রশাসন"}, {1}, {}},
        {{.posts = {"যুগ্মসচিব", "উপসচিব"}, .unit = "প্রশাসন অধিশাখা"}, {2, 3}, {}},
        {{.posts = {"যুগ্ম সচিব", "উপ-সচিব"}, .unit = "বাজেট অধিশাখা"}, {5}, {}},
        // One letter written otherwise: ী for ি folds, a slip of one letter in twelve is forgiven.
        {{.posts = {"যুগ্মসচিব"}, .unit = "পরীকল্পনা অধিশাখা"}, {4}, {}},
        // L26, a scanning error: another word, so that nobody is put there unasked.
        {{.posts = {"যুগ্মসচিব"}, .unit = "পরিচালনা অধিশাখা"}, {}, {4, 2, 5}},
        // The kind of unit contradicts: the branch is not the wing.
        {{.posts = {"অতিরিক্ত সচিব"}, .unit = "প্রশাসন অধিশাখা"}, {}, {1}},
        {{.posts = {"প্রোগ্রামার"}}, {6}, {}},
        // Three joint secretaries, and no unit to tell them apart.
        {{.posts = {"যুগ্মসচিব"}}, {}, {2, 4, 5}},
        {{.posts = {"মহাপরিদর্শক"}}, {7}, {}},
        {{.posts = {"পরিচালক"}, .unit = "প্রশাসন শাখা"}, {}, {}},
        {{}, {}, {}},
    };
    for (auto const& c : cases) {
        CAPTURE(c.written.unit);
        auto const all = matched(std::span(&c.written, 1), posts);
        REQUIRE(all.size() == 1);
        CHECK(ids(all[0].seat.posts) == c.found);
        CHECK(ids(all[0].near) == c.near);
    }
}

TEST_CASE("what an order writes stays as written, whatever was found") {
    WrittenSeat const written{
        .posts = {"যুগ্মসচিব", "উপসচিব"}, .unit = "বাজেট অধিশাখা", .role = "member_secretary"};
    auto const found = matched(std::span(&written, 1), posts).front();
    CHECK(label_of(found.seat).bn == "যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)");
    CHECK(found.seat.role == SeatRole::member_secretary);
    CHECK(found.missing == std::vector<std::string>{"উপসচিব"});
}

TEST_CASE("the check knows the ranks of text and posts, and the capacities of the seat before the "
          "post's") {
    auto with = planning;
    with.capacities = {{Capacity::planning}};
    auto s = seat(1, {with});
    s.post_text.bn = "যুগ্মসচিব/উপসচিব";
    auto const of_post = checked_composition(std::span(&s, 1), Authority::secretary).seats.front();
    CHECK(of_post.ranks == std::vector{Rank::joint_secretary, Rank::deputy_secretary});
    CHECK(of_post.capacities == std::set{Capacity::planning});

    s.capacities.emplace();
    auto const of_seat = checked_composition(std::span(&s, 1), {}).seats.front();
    CHECK(of_seat.capacities == std::set<Capacity>{});

    auto const unknown = seat(2, {budget});
    CHECK_FALSE(
        checked_composition(std::span(&unknown, 1), {}).seats.front().capacities.has_value());
}
