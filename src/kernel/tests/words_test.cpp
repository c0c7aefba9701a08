// Sentences by key, with gaps, in both languages.
#include "base/ensure.hpp"
#include "kernel/words.hpp"

#include <doctest/doctest.h>

using namespace udb;
using namespace std::chrono;

namespace {

EmbeddedFile const both[] = {
    {"words.bn.toml", "[seats]\nempty = \"{n} নম্বর আসন {since} থেকে শূন্য\"\nname = \"{who}\"\n"},
    {"words.en.toml", "[seats]\nempty = \"Seat {n} is vacant since {since}\"\nname = \"{who}\"\n"},
};

} // namespace

TEST_CASE("numbers and dates are written in the reader's digits and months") {
    Catalogue catalogue;
    catalogue.add(both);
    Message const message{"seats.empty",
                          {{"n", std::int64_t{4}}, {"since", Date{2026y / January / 26}}}};
    CHECK(catalogue.say(message, Language::bn) == "৪ নম্বর আসন ২৬ জানুয়ারি ২০২৬ থেকে শূন্য");
    CHECK(catalogue.say(message, Language::en) == "Seat 4 is vacant since 26 January 2026");
}

TEST_CASE("what fills a gap is not read for gaps again") {
    Catalogue catalogue;
    catalogue.add(both);
    Words const words{catalogue, Language::en};
    CHECK(words("seats.name", {{"who", std::string{"{n} <b>"}}}) == "{n} <b>");
}

TEST_CASE("a key in one language only is a bug, as is a key that is not there") {
    Catalogue catalogue;
    EmbeddedFile const one[] = {{"words.bn.toml", "[a]\nb = \"খ\"\n"}};
    CHECK_THROWS_AS(catalogue.add(one), Bug);
    CHECK_THROWS_AS(catalogue.say({"no.such"}, Language::bn), Bug);
}
