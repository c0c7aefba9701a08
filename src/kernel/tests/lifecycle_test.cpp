// The check of a lifecycle's table: what is sound, and each way in which one is not.
#include "kernel/lifecycle.hpp"

#include <doctest/doctest.h>

namespace {

enum class Stage { draft, sent, done };
enum class Move { send, back, finish };
enum class Who { writer, reader };

constexpr udb::Lifecycle<Stage, Move, Who, 3> whole{{{
    {Stage::draft, Move::send, Stage::sent, Who::writer},
    {Stage::sent, Move::back, Stage::draft, Who::reader},
    {Stage::sent, Move::finish, Stage::done, Who::reader},
}}};
constexpr udb::Lifecycle<Stage, Move, Who, 2> unreached{{{
    {Stage::draft, Move::send, Stage::sent, Who::writer},
    {Stage::sent, Move::back, Stage::draft, Who::reader},
}}};
constexpr udb::Lifecycle<Stage, Move, Who, 2> stuck{{{
    {Stage::draft, Move::send, Stage::sent, Who::writer},
    {Stage::draft, Move::finish, Stage::done, Who::reader},
}}};
constexpr udb::Lifecycle<Stage, Move, Who, 3> twofold{{{
    {Stage::draft, Move::send, Stage::sent, Who::writer},
    {Stage::sent, Move::finish, Stage::draft, Who::reader},
    {Stage::sent, Move::finish, Stage::done, Who::reader},
}}};

static_assert(whole.sound<3>(Stage::draft, {Stage::done}));

} // namespace

TEST_CASE("a table is sound when every stage is reached, none is stuck and no move is twofold") {
    CHECK(whole.sound<3>(Stage::draft, {Stage::done}));
    CHECK_FALSE(unreached.sound<3>(Stage::draft, {Stage::done}));
    CHECK_FALSE(stuck.sound<3>(Stage::draft, {Stage::done}));
    CHECK_FALSE(twofold.sound<3>(Stage::draft, {Stage::done}));
    CHECK_FALSE(whole.sound<3>(Stage::draft, {Stage::done, Stage::sent})); // an end that is left
}

TEST_CASE("a move that the table does not have is not permitted") {
    auto const step = whole.find(Stage::sent, Move::finish);
    REQUIRE(step);
    CHECK(step->to == Stage::done);
    CHECK(step->who == Who::reader);
    CHECK_FALSE(whole.find(Stage::draft, Move::finish));
    CHECK_FALSE(whole.find(Stage::done, Move::back));
}
