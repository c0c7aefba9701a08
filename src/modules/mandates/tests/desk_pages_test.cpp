// The pages of mandates and of the desk, as a browser asks for them.
#include "modules/mandates/demo.hpp"
#include "modules/mandates/tests/desk_support.hpp"

namespace udb::mandates {
namespace {

constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

Actor secretary(Database& database) {
    auto const office = office_named(database, mole);
    auto actor = actor_with(Role::member_secretary, office.path);
    actor.office = office.id;
    return actor;
}

FormValues filled(std::string const& text, Id<Office> office) {
    auto const order = read_order(text);
    REQUIRE(order);
    auto form = desk_form(*order);
    form.emplace("text", text);
    form.emplace("office", to_string(office));
    return form;
}

std::int64_t orders_in(Database& database) {
    return database.read([](Db& db) { return find_orders(db, "", 10, 0).total; });
}

} // namespace

TEST_CASE("guests read mandates and orders, and sign in to read a new one") {
    with_offices([](Database& database) {
        DeskSite const site(database, {});
        CHECK(site.get("/mandates").status == 200);
        CHECK(says(site.get("/mandates"), "কেবল নম্বরে জানা"));
        CHECK(site.get("/mandates/labour-2026").status == 200);
        CHECK(site.get("/mandates/cabinet-2025").status == 200);
        CHECK(site.get("/mandates/nowhere").status == 404);
        auto const both =
            site.get("/mandates/compare", {{"a", "cabinet-2023"}, {"b", "labour-2026"}});
        CHECK(both.status == 200);
        CHECK(says(both, "পরিবর্তিত"));
        CHECK(site.get("/mandates/compare", {{"a", "x"}}).status == 404);
        CHECK(site.get("/orders").status == 200);
        CHECK(site.get("/orders/99999").status == 404);
        CHECK(site.get("/orders/new").status == 303);
    });
}

TEST_CASE("a text becomes a proposal, the proposal an order, and nothing is saved between") {
    with_offices([](Database& database) {
        auto const actor = secretary(database);
        DeskSite const site(database, actor);
        std::string const text{demo_order_text()};
        auto const proposal = site.post("/orders/read", {{"text", text}});
        CHECK(proposal.status == 200);
        CHECK(says(proposal, "প্রস্তাব মেনে নিন: পরিকল্পনা অধিশাখা"));
        CHECK(says(proposal, "name=\"seats[8].role\""));
        CHECK(orders_in(database) == 0);

        auto const accepted = site.post("/orders", filled(text, actor.office));
        REQUIRE(accepted.status == 303);
        auto const where = std::string(accepted.headers.get_or("Location"));
        auto const id = parse_id<Order>(where.substr(where.rfind('/') + 1));
        REQUIRE(id);
        auto const kept = database.read([&](Db& db) { return accepted_order(db, *id); });
        auto read = read_order(text);
        CHECK(kept->order == *read);
        auto const page = site.get(where);
        CHECK(page.status == 200);
        CHECK(says(page, "/teams/new?order=" + to_string(*id)));
        CHECK(says(page, "/mandates/labour-2026"));
        CHECK(says(site.get("/orders", {{"q", "শ্রম"}}), where));
        CHECK_FALSE(says(site.get("/orders", {{"q", "কৃষি"}}), where));

        auto const again = site.post("/orders", filled(text, actor.office));
        CHECK(again.status == 422);
        CHECK(says(again, "আগেই গৃহীত হয়েছে"));
        CHECK(orders_in(database) == 1);
    });
}

TEST_CASE("what was typed stays when something else is wrong") {
    with_offices([](Database& database) {
        auto const actor = secretary(database);
        DeskSite const site(database, actor);
        auto form = filled(std::string(demo_order_text()), actor.office);
        form.erase("dates.gregorian");
        form.emplace("dates.gregorian", "৩১-০২-২০২৬");
        form.erase("seats[4].unit");
        form.emplace("seats[4].unit", "আমার লেখা শাখা");
        auto const page = site.post("/orders", form);
        CHECK(page.status == 422);
        CHECK(says(page, "৩১-০২-২০২৬"));
        CHECK(says(page, "আমার লেখা শাখা"));
        CHECK(orders_in(database) == 0);
    });
}

TEST_CASE("an order of another's office is refused at the office") {
    with_offices([](Database& database) {
        DeskSite const site(database, secretary(database));
        auto const other = office_named(database, "মন্ত্রিপরিষদ বিভাগ");
        auto const page = site.post("/orders", filled(std::string(demo_order_text()), other.id));
        CHECK(page.status == 422);
        CHECK(says(page, "দায়িত্ব আপনার নেই"));
        CHECK(orders_in(database) == 0);
    });
}

TEST_CASE("bad texts and files are answered at their field") {
    with_offices([](Database& database) {
        DeskSite const site(database, secretary(database));
        struct Case {
            std::string text;
            std::string file;
            std::string_view says;
        };
        Case const cases[] = {
            {"", "", "পেস্ট করুন অথবা একটি ফাইল"},
            {"  \n ", "", "পেস্ট করুন অথবা একটি ফাইল"},
            {"", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "পিডিএফ"},
            {"", "MYcÖRvZš¿x evsjv‡`k miKvi\nAwdm Av‡`k", "বিজয়"},
            {"আজ আবহাওয়া ভালো।", "", "দাপ্তরিক পত্র বলে চেনা গেল না"},
            {"কিছু লেখা", "আরও লেখা", "দুটোই দেওয়া হয়েছে"},
            {"", std::string(2 * 1024 * 1024, 'a'), "এক মেগাবাইটের বেশি"},
        };
        for (auto const& c : cases) {
            CAPTURE(c.says);
            auto const page = site.post("/orders/read", {{"text", c.text}}, c.file);
            CHECK(page.status == 422);
            CHECK(says(page, c.says));
            if (c.text.find('\n') == std::string::npos && !c.text.empty())
                CHECK(says(page, c.text));
        }
        CHECK(orders_in(database) == 0);
    });
}

TEST_CASE("a paper without a number, and one with five thousand seats, are proposed") {
    with_offices([](Database& database) {
        DeskSite const site(database, secretary(database));
        auto const plain = site.post(
            "/orders/read", {{"text", "অফিস আদেশ\n\nতারিখ: ৩১ ফেব্রুয়ারি ২০২৬\n\n১। কাজ হবে।"}});
        CHECK(plain.status == 200);
        CHECK(says(plain, "স্মারক নম্বর পাওয়া যায়নি"));
        CHECK(says(plain, "এমন কোনো দিন নেই"));
        std::string text = "অফিস আদেশ\nতারিখ: ২৬-০১-২০২৬\n\n| ক্রম | পদ | ভূমিকা |\n|---|---|---|\n";
        for (int i = 1; i <= 5000; ++i)
            text += "| " + std::to_string(i) + " | সহকারী প্রোগ্রামার | সদস্য |\n";
        auto const large = site.post("/orders/read", {{"text", text}});
        CHECK(large.status == 200);
        CHECK(says(large, "প্রথম ২০০টি"));
        CHECK(large.content().size() < 8'000'000);
    });
}

} // namespace udb::mandates
