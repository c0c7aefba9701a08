// Memo numbers of papers: bases, series, recorded numbers; and the stages of a paper.
#include "modules/papers/numbering.hpp"
#include "modules/papers/stages.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace udb::papers;

TEST_CASE("a base is 18 or 22 digits without an issue number") {
    auto const base = parse_base("40.00.0000.000.036.32.0006.17");
    REQUIRE(base);
    CHECK(*base == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭");
    CHECK(parse_base("০৪.০০.০০০০.৮৩২.১৮.০০১.২৩"));
    for (std::string_view const bad : {"", "abc", "৪০.০০.০০০০", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫",
                                       "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)"}) {
        CAPTURE(bad);
        auto const refused = parse_base(bad);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields.at(0).field == "base");
    }
}

TEST_CASE("the series counts up within a year and begins anew with the next") {
    NumberSeries const series{.source = NumberSource::own,
                              .base = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭",
                              .year = 2026,
                              .last = 5};
    auto const next = next_number(series, 2026);
    CHECK(next.memo == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬");
    CHECK(next_number(next.after, 2026).issue == 7);
    CHECK(next_number(next.after, 2027).memo == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.১");
    CHECK(with_issue("০৪.০০.০০০০.৮৩২.১৮.০০১.২৩", 77) == "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭");
}

TEST_CASE("a recorded number is kept in its official form, with its doubts") {
    auto const clean = recorded_number("নম্বর: 40.00.0000.000.036.32.0006.17.5", "40.00");
    REQUIRE(clean);
    CHECK(clean->memo == "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫");
    CHECK(clean->doubts.empty());
    auto const doubt = [](std::string_view text) {
        auto const read = recorded_number(text, "40.00");
        REQUIRE(read);
        REQUIRE(read->doubts.size() == 1);
        return read->doubts[0].key;
    };
    CHECK(doubt("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)") == "papers.doubt_copy_suffix");
    CHECK(doubt("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭") == "papers.doubt_no_issue");
    CHECK(doubt("৪১.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫") == "papers.doubt_other_office");
    CHECK(doubt("সম/শা-৩/২০১০-৪৫") == "papers.doubt_unknown_form");
    CHECK_FALSE(recorded_number("", ""));
    CHECK_FALSE(recorded_number("নম্বর নেই", ""));
    CHECK_FALSE(recorded_number(std::string(5000, '1'), ""));
}

TEST_CASE("a paper moves by the table alone, and nobody approves his own") {
    Id<Account> const drafter{1}, other{2};
    Hands const hands{.drafter = drafter, .submitter = drafter};
    struct Case {
        Stage from;
        Move move;
        std::optional<Stage> to;
    };
    static constexpr Case cases[] = {
        {Stage::draft, Move::submit, Stage::submitted},
        {Stage::submitted, Move::approve, Stage::approved},
        {Stage::submitted, Move::send_back, Stage::draft},
        {Stage::approved, Move::issue, Stage::issued},
        {Stage::issued, Move::supersede, Stage::superseded},
        {Stage::issued, Move::cancel, Stage::cancelled},
        {Stage::draft, Move::issue, {}},
        {Stage::draft, Move::approve, {}},
        {Stage::submitted, Move::issue, {}},
        {Stage::issued, Move::send_back, {}},
        {Stage::superseded, Move::cancel, {}},
        {Stage::cancelled, Move::submit, {}},
        {Stage::draft, Move::discard, Stage::discarded},
        {Stage::approved, Move::discard, Stage::discarded},
        {Stage::discarded, Move::submit, {}},
    };
    for (auto const& c : cases) {
        CAPTURE(id_of(c.from));
        auto const to = moved(c.from, c.move, other, hands);
        CHECK(static_cast<bool>(to) == c.to.has_value());
        if (to) CHECK(*to == *c.to);
    }
    auto const own = moved(Stage::submitted, Move::approve, drafter, hands);
    REQUIRE_FALSE(own);
    CHECK(own.error().message.key == "papers.second_person");
    CHECK_FALSE(
        moved(Stage::submitted, Move::approve, other, {.drafter = drafter, .submitter = other}));
    CHECK(moved(Stage::submitted, Move::send_back, drafter, hands));
}

TEST_CASE("whoever drafted, submitted or corrected a paper does not approve it") {
    struct Case {
        std::int64_t actor;
        Hands hands;
        bool may;
    };
    Case const cases[] = {
        {4, {.drafter = {1}, .submitter = {2}, .editors = {{1}, {2}, {3}}}, true},
        {1, {.drafter = {1}, .submitter = {2}, .editors = {{1}, {2}, {3}}}, false},
        {2, {.drafter = {1}, .submitter = {2}, .editors = {{1}, {2}, {3}}}, false},
        {3, {.drafter = {1}, .submitter = {2}, .editors = {{1}, {2}, {3}}}, false},
        {3, {.drafter = {1}, .submitter = {2}, .editors = {{1}, {2}}}, true},
    };
    for (auto const& c : cases) {
        CAPTURE(c.actor);
        CHECK(static_cast<bool>(moved(Stage::submitted, Move::approve, {c.actor}, c.hands))
              == c.may);
    }
}

TEST_CASE("a short number is told apart by its office, a full one is the same everywhere") {
    CHECK(memo_key("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫", {1})
          == memo_key("40.00.0000.000.036.32.0006.17.5/1(20)", {2}));
    CHECK(memo_key("সম/শা-৩/২০১০-৪৫", {1}) == memo_key("সম/শা-৩/ ২০১০-45", {1}));
    CHECK(memo_key("সম/শা-৩/২০১০-৪৫", {1}) != memo_key("সম/শা-৩/২০১০-৪৫", {2}));
    CHECK(memo_key("সম/শা-৩/২০১০-৪৫", {1}) != memo_key("সম/শা-৩/২০১০-৪৬", {1}));
}
