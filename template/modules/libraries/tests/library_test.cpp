// What a library may say of itself.
#include "modules/libraries/library.hpp"

#include <doctest/doctest.h>

using namespace udb;
using libraries::library_register;

TEST_CASE("no more books are on loan than there are") {
    FormValues form{{"office", "7"},
                    {"name_bn", "কেন্দ্রীয় গ্রন্থাগার"},
                    {"kind", "general"},
                    {"books", "১০"},
                    {"on_loan", "১১"}};
    auto const refused = parse(library_register, form);
    REQUIRE_FALSE(static_cast<bool>(refused));
    CHECK(refused.error().fields.at(0).field == "on_loan");
    form.find("on_loan")->second = "১০";
    CHECK(static_cast<bool>(parse(library_register, form)));
}
