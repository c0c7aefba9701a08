// Fields with decimals: read from a form, kept by both databases, answered as JSON and taken back.
#include "libraries.hpp"
#include "registers/api/json.hpp"
#include "registers/exchange/columns.hpp"

#include <boost/json.hpp>

using namespace udb;
using namespace udb::test;

namespace {

struct Gauge {
    Decimal weight = {};
    std::optional<Decimal> target = {};
};
constexpr std::array gauge_fields{
    field<&Gauge::weight>("weight", {"মান", "Weight"}, {.required = true, .at_most = 100}),
    field<&Gauge::target>("target", {"লক্ষ্যমাত্রা", "Target"}, {.at_least = -1000}),
};
static_assert(well_formed(gauge_fields));
constinit Register<Gauge> const gauges{{.name = "gauges",
                                        .title = {"সূচক", "Gauges"},
                                        .one = {"সূচক", "Gauge"},
                                        .fields = gauge_fields}};

} // namespace

TEST_CASE("a decimal is read from a form in either script, and within its bounds") {
    auto const read = parse(gauges, {{"weight", "৬"}, {"target", " -1,000 "}});
    REQUIRE(read);
    CHECK(read->weight == Decimal::whole(6));
    CHECK(read->target == Decimal::whole(-1000));
    CHECK_FALSE(parse(gauges, {{"weight", "6"}, {"target", ""}})->target);
    for (auto const* wrong : {"", "ছয়", "29.12345", "100.0001", "-0.0001", "6 7"}) {
        CAPTURE(wrong);
        auto const refused = parse(gauges, {{"weight", wrong}});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fields.at(0).field == "weight");
    }
}

TEST_CASE("a decimal comes out of either database as it went in") {
    for_each_database([](Database& database) {
        database.write([](Db& db) {
            db.script(
                "create table gauges (id integer primary key, weight text not null, target text not null)");
            for (auto const& [id, gauge] :
                 {std::pair{1, Gauge{Decimal{299'500}, Decimal{-1}}},
                  std::pair{2, Gauge{Decimal::whole(100), std::nullopt}}}) {
                insert_row(db, gauges, {id}, &gauge);
                Gauge back;
                REQUIRE(load_row(db, gauges, {id}, &back));
                CHECK(back.weight == gauge.weight);
                CHECK(back.target == gauge.target);
            }
        });
    });
}

TEST_CASE("JSON holds a decimal as text, and gives it as text or as a number") {
    std::vector<std::string> const values{"29.95", ""};
    auto const json = record_json(gauges, {}, values, {});
    CHECK(json.at("weight") == "29.95");
    CHECK(json.at("target").is_null());
    for (auto const* body :
         {R"({"weight": "29.95"})", R"({"weight": 29.95})", R"({"weight": "২৯.৯৫"})"}) {
        CAPTURE(body);
        auto const given = given_in(gauges, *parse_object(body));
        CHECK(given.wrong.empty());
        CHECK(given.form.find("weight")->second == "29.95");
    }
    for (auto const* body : {R"({"weight": "x"})", R"({"weight": true})", R"({"weight": 1e300})",
                             R"({"weight": 0.00001})"}) {
        CAPTURE(body);
        CHECK(given_in(gauges, *parse_object(body)).wrong.size() == 1);
    }
}
