// The page of what one person owes.
#include "modules/duties/tests/desk.hpp"

using namespace udb;
using namespace udb::duties;
using namespace udb::duties::test_desk;
using namespace std::chrono;

TEST_CASE(
    "everybody who is signed in has a page of duties; an office's are for those who may read it") {
    on_both([](Desk const& desk) {
        Instant const now = morning(2024y / August / 20);
        test::Site const leader(desk.database, modules, officer(desk, "দলনেতা", Role::leader), now);
        auto const page = leader.get("/duties/mine");
        CHECK(page.status == 200);
        CHECK(test::says(page, "দিন বিলম্ব"));
        test::Site const other(desk.database, modules, officer(desk, "কর্মকর্তা", {}), now);
        CHECK(other.get("/duties/mine").status == 200);
        CHECK_FALSE(test::says(other.get("/duties/mine"), "দিন বিলম্ব"));
        CHECK(other.get("/duties").headers.get_or("Location") == "/duties/mine");
        CHECK(other.get("/duties/" + to_string(desk.below.id)).status == 404);
        test::Site const guest(desk.database, modules, {}, now);
        CHECK(guest.get("/duties/mine").status != 200);
    });
}
