// The order as JSON and back.
#include "modules/mandates/order_json_reader.hpp"
#include "papers.hpp"

#include <boost/json.hpp>
#include <filesystem>

using namespace udb;
using namespace udb::mandates;

TEST_CASE("every paper goes to JSON and comes back equal") {
    for (auto const& file :
         std::filesystem::directory_iterator(UDB_SOURCE_DIR "/src/modules/mandates/tests/papers")) {
        auto const order = read(paper(file.path().filename()));
        for (bool const pretty : {true, false}) {
            auto const again = order_from_json(to_json(order, pretty));
            REQUIRE(again);
            CHECK(*again == order);
        }
    }
}

TEST_CASE("the JSON has the promised names, plain letters and ASCII digits in numbers") {
    auto const text = to_json(read(paper("clean.txt")));
    CHECK(text.find("\\u") == std::string::npos);
    auto const value = boost::json::parse(text);
    auto const& order = value.as_object();
    for (auto const* key :
         {"kind", "issuer", "memo", "dates", "cites", "tiers", "seats", "functions", "copies",
          "signatory", "cancels_earlier", "findings", "body"})
        CHECK(order.contains(key));
    CHECK(order.at("issuer") == "নৌযান মন্ত্রণালয়");
    CHECK(order.at("memo").at("scheme") == 22);
    CHECK(order.at("memo").at("groups").at("ministry") == "18");
    CHECK(order.at("dates").at("gregorian") == "2026-01-26");
    CHECK(order.at("dates").at("agree") == true);
    CHECK(order.at("seats").at(0).at("role") == "chief_innovation_officer");
    CHECK(order.at("copies").at("listed").at(3).at("copies") == 1);
    CHECK(order.at("effective") == "at_once");
    CHECK(order.at("cancels_earlier") == true);
}

TEST_CASE("what is absent is null, not empty text") {
    auto const value = boost::json::parse(to_json(read(paper("ascii_memo.txt"))));
    CHECK(value.at("dates").at("bangla").is_null());
    CHECK(value.at("dates").at("agree").is_null());
    CHECK(value.at("copies").at("stated").is_null());
}

TEST_CASE("a small JSON made by hand is an order") {
    auto const order = order_from_json(
        R"({"kind":"office_order","issuer":"ক","memo":{"raw":"১"},"body":["এক","দুই"],"extra":1})");
    REQUIRE(order);
    CHECK(order->head.office == "ক");
    CHECK(order->body == Texts{"এক", "দুই"});
    CHECK_FALSE(order->signatory);
}

TEST_CASE("each wrong field is named by its path, all at once") {
    auto const order = order_from_json(R"({"kind":"decree","memo":{"raw":7,"scheme":19},
        "dates":{"gregorian":"2026-02-30","agree":"yes"},"seats":[{"posts":"x","role":"king"}, 5],
        "body":["a",1],"places":{"seats":9},"effective":"soon","copies":[]})");
    REQUIRE_FALSE(order);
    CHECK(order.error().kind == Error::Kind::invalid);
    std::vector<std::string> fields;
    for (auto const& fault : order.error().fields)
        if (fields.empty() || fields.back() != fault.field) fields.push_back(fault.field);
    CHECK(fields
          == Texts{"kind", "memo.raw", "memo.scheme", "dates.gregorian", "dates.agree",
                   "seats[0].no", "seats[0].posts", "seats[0].role", "seats[1]", "copies",
                   "effective", "body[1]", "places.seats"});
}

TEST_CASE("a text that is no JSON, or no order, is refused in words") {
    for (auto const* text : {"", "{", "[1,2", "{\"kind\":\"notice\"} x", "\xFF\xFE", "nonsense"}) {
        auto const order = order_from_json(text);
        REQUIRE_FALSE(order);
        CHECK(order.error().message.key == "mandates.json_not_json");
    }
    for (auto const* text : {"[]", "null", "5", "{}", "{\"title\":\"x\"}"}) {
        auto const order = order_from_json(text);
        REQUIRE_FALSE(order);
        CHECK(order.error().message.key == "mandates.json_no_order");
    }
    CHECK_FALSE(order_from_json(std::string(100'000, '[')));
}
