// The desk's form gives back what was read, and takes corrections and proposals.
#include "modules/mandates/demo.hpp"
#include "modules/mandates/desk_form.hpp"
#include "modules/mandates/tests/papers.hpp"

#include <filesystem>

namespace udb::mandates {
namespace {

Order demo_order() { return read(std::string(demo_order_text())); }

Order bare(Order order) {
    order.findings.clear();
    return order;
}

void put(FormValues& form, std::string const& name, std::string const& value) {
    form.erase(name);
    form.emplace(name, value);
}

Order corrected(Order const& order, FormValues const& form) {
    auto made = order_from_form(order, form);
    REQUIRE(made);
    return *made;
}

std::string message_at(Result<Order> const& made, std::string_view field) {
    if (made) return "no fault";
    for (auto const& fault : made.error().fields)
        if (fault.field == field) return fault.message.key;
    return "no fault there";
}

} // namespace

TEST_CASE("a form that nobody touched gives every paper back as it was read") {
    for (auto const& file :
         std::filesystem::directory_iterator(UDB_SOURCE_DIR "/src/modules/mandates/tests/papers")) {
        CAPTURE(file.path().string());
        auto order = read(paper(file.path().filename().string()));
        auto form = desk_form(order);
        CHECK(corrections_in(order, form).empty());
        if (order.kind.empty()) put(form, "kind", "letter");
        if (!order.dates.gregorian) put(form, "dates.gregorian", "১৬-১১-২০২৩");
        auto const made = corrected(order, form);
        CHECK(made.seats == order.seats);
        CHECK(made.functions == order.functions);
        CHECK(made.tiers == order.tiers);
        CHECK(made.copies == order.copies);
        CHECK(made.cites == order.cites);
        CHECK(made.body == order.body);
        CHECK(made.memo == order.memo);
        CHECK(made.signatory == order.signatory);
    }
}

TEST_CASE("the whole order of the demo comes back, places and dates too") {
    auto const order = demo_order();
    REQUIRE(order.seats.size() == 9);
    REQUIRE(order.functions.size() == 24);
    CHECK(corrected(order, desk_form(order)) == bare(order));
    CHECK(open_findings(order, desk_form(order), bare(order)) == order.findings);
}

TEST_CASE("a ticked proposal is taken, and its doubt is settled") {
    auto const order = demo_order();
    auto form = desk_form(order);
    std::size_t at = order.findings.size();
    for (std::size_t i = 0; i < order.findings.size(); ++i)
        if (order.findings[i].where == "seats[2].unit") at = i;
    REQUIRE(at < order.findings.size());
    REQUIRE(can_accept(form, order.findings[at]));
    CHECK(order.seats[2].unit == "পরিচালনা অধিশাখা");

    form.emplace(path("accept", at), "1");
    auto const taken = with_accepted(order, form);
    auto const made = corrected(order, taken);
    CHECK(made.seats[2].unit == "পরিকল্পনা অধিশাখা");
    auto const corrections = corrections_in(order, taken);
    REQUIRE(corrections.size() == 1);
    CHECK(corrections[0] == Correction{"seats[2].unit", "পরিচালনা অধিশাখা", "পরিকল্পনা অধিশাখা"});
    for (auto const& finding : open_findings(order, taken, made))
        CHECK(finding.where != "seats[2].unit");
}

TEST_CASE("what was typed wins over a ticked proposal") {
    auto const order = demo_order();
    auto form = desk_form(order);
    for (std::size_t i = 0; i < order.findings.size(); ++i)
        form.emplace(path("accept", i), "1");
    put(form, "seats[2].unit", "উন্নয়ন অধিশাখা");
    CHECK(corrected(order, with_accepted(order, form)).seats[2].unit == "উন্নয়ন অধিশাখা");
}

TEST_CASE("corrected fields reach the order, emptied rows go, new ones come last") {
    auto const order = demo_order();
    auto form = desk_form(order);
    put(form, "dates.gregorian", "২৭ জানুয়ারি ২০২৬");
    put(form, "seats[0].posts", "অতিরিক্ত সচিব / যুগ্মসচিব");
    put(form, "seats[0].role", "innovation_officer");
    put(form, "seats[1].posts", "");
    put(form, "seats[1].unit", "");
    put(form, "seats[9].posts", "তথ্য কর্মকর্তা");
    put(form, "seats[9].role", "member");
    put(form, "functions[23].text", " ");
    auto const made = corrected(order, form);
    CHECK(made.dates.gregorian == *order.dates.gregorian + std::chrono::days{1});
    CHECK(made.dates.agree == false);
    CHECK(made.seats[0].posts == std::vector<std::string>{"অতিরিক্ত সচিব", "যুগ্মসচিব"});
    CHECK(made.seats[0].role == "innovation_officer");
    REQUIRE(made.seats.size() == 9);
    CHECK(made.seats[1].unit == "পরিচালনা অধিশাখা");
    CHECK(made.seats.back().posts == std::vector<std::string>{"তথ্য কর্মকর্তা"});
    CHECK(made.functions.size() == 23);
}

TEST_CASE("every wrong field is told at once, and one value apart nothing is") {
    auto const order = demo_order();
    auto form = desk_form(order);
    put(form, "dates.gregorian", "৩১-০২-২০২৬");
    put(form, "kind", "poem");
    put(form, "copies.stated", "দশ");
    put(form, "seats[0].role", "king");
    auto const wrong = order_from_form(order, form);
    CHECK(message_at(wrong, "dates.gregorian") != "no fault there");
    CHECK(message_at(wrong, "kind") == "field.not_a_choice");
    CHECK(message_at(wrong, "copies.stated") == "field.not_a_number");
    CHECK(message_at(wrong, "seats[0].role") == "field.not_a_choice");

    put(form, "dates.gregorian", "২৮-০২-২০২৬");
    put(form, "kind", "circular");
    put(form, "copies.stated", "১০");
    put(form, "seats[0].role", "member");
    CHECK(order_from_form(order, form));
}

TEST_CASE("more rows than a form may send stay as they were read") {
    std::string text = "অফিস আদেশ\nতারিখ: ২৬-০১-২০২৬\n\n| ক্রম | পদ | ভূমিকা |\n|---|---|---|\n";
    for (int i = 1; i <= 5000; ++i)
        text += "| " + std::to_string(i) + " | সহকারী প্রোগ্রামার | সদস্য |\n";
    auto const order = read(text);
    REQUIRE(order.seats.size() == 5000);
    auto const form = desk_form(order);
    CHECK(form.size() < 1'700);
    CHECK(corrected(order, form).seats == order.seats);
}

} // namespace udb::mandates
