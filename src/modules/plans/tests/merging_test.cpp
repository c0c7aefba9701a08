// What comes of a value that two people changed.
#include "modules/plans/merging.hpp"

#include <doctest/doctest.h>
#include <initializer_list>

using udb::plans::merged;

TEST_CASE("what I left alone stays as it stands; what both changed differently is asked about") {
    struct Case {
        int mine, seen, now, value;
        bool both;
    };
    for (auto const& c : {Case{1, 1, 1, 1, false},   // nobody changed it
                          Case{1, 1, 2, 2, false},   // another did
                          Case{3, 1, 1, 3, false},   // I did
                          Case{2, 1, 2, 2, false},   // both, to the same
                          Case{3, 1, 2, 3, true}}) { // both, differently
        auto const m = merged(c.mine, c.seen, c.now);
        CHECK(m.value == c.value);
        CHECK(m.both == c.both);
    }
}
