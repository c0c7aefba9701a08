// The pages that every register has, asked as the server would, on both databases.
#include "libraries.hpp"

using namespace udb;
using namespace udb::test;

namespace {

FormValues filled(Id<Office> office) {
    return {{"office", to_string(office)},
            {"name_bn", "কেন্দ্রীয় গ্রন্থাগার"},
            {"kind", "digital"},
            {"books", "১২৫"},
            {"on_loan", "5"},
            {"opened_on", "১২ মাঘ ১৪৩২"}};
}

void set(FormValues& form, std::string const& name, std::string const& value) {
    form.erase(name);
    form.emplace(name, value);
}

/// An officer of the first agency, who heads it.
struct Desk {
    Offices offices;
    std::string path;
    Site site;

    explicit Desk(Database& database)
        : offices(four_offices(database)), path(path_of(database, offices.first)),
          site(database, library_modules, actor_with({{Role::head_of_office, path}}, offices.first),
               now) {}

    std::string entered(FormValues const& form) const {
        auto const response = site.post("/libraries/new", form);
        CHECK(response.status == 303);
        return std::string(response.headers.get_or("Location"));
    }
};

} // namespace

TEST_CASE("a library is entered, shown, corrected, and its history says who changed what") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        Desk const desk{database};
        CHECK(says(desk.site.get("/libraries"), "এখনো কোনো তথ্য নেই"));
        auto const where = desk.entered(filled(desk.offices.first));
        auto const shown = desk.site.get(where);
        CHECK(shown.status == 200);
        for (auto const* text :
             {"কেন্দ্রীয় গ্রন্থাগার", "ডিজিটাল", "১২৫", "২৬ জানুয়ারি ২০২৬", "প্রথম অধিদপ্তর"})
            CHECK_MESSAGE(says(shown, text), text);

        auto const form = desk.site.get(where + "/edit");
        CHECK(form.status == 200);
        auto after = filled(desk.offices.first);
        set(after, "books", "126");
        after.emplace("version", hidden_in(form, "version"));
        CHECK(desk.site.post(where + "/edit", after).status == 303);
        auto const corrected = desk.site.get(where);
        CHECK(says(corrected, "১২৫ → ১২৬"));
        CHECK(says(corrected, "করণিক"));
        auto const list = desk.site.get("/libraries");
        CHECK(says(list, "কেন্দ্রীয় গ্রন্থাগার"));
        CHECK(says(list, "মোট ১টি"));
    });
}

TEST_CASE("every problem of a form is told at once, and nothing typed is lost") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        Desk const desk{database};
        auto form = filled(desk.offices.first);
        set(form, "name_bn", "");
        set(form, "on_loan", "200");
        set(form, "opened_on", "৩১ ফেব্রুয়ারি ২০২৬");
        set(form, "about", "যা লেখা হয়েছিল");
        auto const refused = desk.site.post("/libraries/new", form);
        CHECK(refused.status == 422);
        CHECK(says(refused, "যা লেখা হয়েছিল"));
        CHECK(says(refused, "৩১ ফেব্রুয়ারি ২০২৬"));
        // The rule that speaks of two fields too, beside the empty one and the impossible date.
        for (auto const* field : {"#name_bn", "#on_loan", "#opened_on"})
            CHECK_MESSAGE(says(refused, field), field);
        // Where the number of books cannot be read, what is on loan is not judged by it.
        set(form, "books", "অনেক");
        auto const blurred = desk.site.post("/libraries/new", form);
        CHECK(says(blurred, "#books"));
        CHECK_FALSE(says(blurred, "#on_loan"));
        CHECK(says(desk.site.get("/libraries"), "এখনো কোনো তথ্য নেই"));
    });
}

TEST_CASE("two at one record: the second sees what the first saved, and may save over it") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        Desk const desk{database};
        auto const where = desk.entered(filled(desk.offices.first));
        auto const version = hidden_in(desk.site.get(where + "/edit"), "version");
        auto first = filled(desk.offices.first), second = first;
        set(first, "books", "200");
        set(second, "books", "300");
        first.emplace("version", version);
        second.emplace("version", version);
        CHECK(desk.site.post(where + "/edit", first).status == 303);
        CHECK(desk.site.post(where + "/edit", first).status == 303); // sent twice
        auto const met = desk.site.post(where + "/edit", second);
        CHECK(met.status == 409);
        CHECK(says(met, "বই: ২০০"));
        CHECK(says(met, "value=\"300\""));
        set(second, "version", hidden_in(met, "version"));
        CHECK(desk.site.post(where + "/edit", second).status == 303);
        CHECK(says(desk.site.get(where), "২০০ → ৩০০"));
    });
}

TEST_CASE("a register is kept by whoever may write at the place, and read by whoever may read") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        Desk const desk{database};
        auto const elsewhere = desk.site.post("/libraries/new", filled(desk.offices.outside));
        CHECK(elsewhere.status == 403);
        auto const where = desk.entered(filled(desk.offices.first));
        Site const stranger{
            database, library_modules,
            actor_with({{Role::head_of_office, path_of(database, desk.offices.outside)}}), now};
        CHECK(stranger.get(where).status == 200);
        CHECK(stranger.get(where + "/edit").status == 403);
        auto taken = filled(desk.offices.outside);
        taken.emplace("version", "1");
        CHECK(stranger.post(where + "/edit", taken).status == 403);
        // Nor may its own keeper put it where he may not write.
        CHECK(desk.site.post(where + "/edit", taken).status == 403);
        CHECK(desk.site.get("/libraries/99999").status == 404);
        CHECK(desk.site.get("/libraries/x").status == 404);
        auto none = filled({99999});
        CHECK(desk.site.post("/libraries/new", none).status == 422);
        auto office_of_kind = filled({7});
        CHECK(desk.site.post("/libraries/new", office_of_kind).status == 422);
    });
}

TEST_CASE(
    "a list is searched, narrowed and ordered by its address, and an address may say anything") {
    for_each_database(migrations_of(library_modules), [](Database& database) {
        Desk const desk{database};
        for (auto const* name : {"খুলনা গ্রন্থাগার", "আলোর পাঠাগার", "কলম পাঠাগার"}) {
            auto form = filled(desk.offices.first);
            set(form, "name_bn", name);
            set(form, "kind", name == std::string_view("আলোর পাঠাগার") ? "children" : "general");
            desk.entered(form);
        }
        auto const list = [&](web::Pairs const& query) {
            return desk.site.get("/libraries", query);
        };
        web::Pairs query;
        query.add("q", "পাঠাগারের");
        CHECK(says(list(query), "২টি পাওয়া গেছে"));
        query.add("kind", "children");
        CHECK(says(list(query), "১টি পাওয়া গেছে"));
        for (auto const* value : {"' or 1=1 --", "nonsense", "9999999999999999999999", "\xff", ""})
            for (auto const* name : {"q", "kind", "sort", "after", "before", "office", "page"}) {
                web::Pairs odd;
                odd.add(name, value);
                auto const status = list(odd).status;
                CHECK_MESSAGE((status == 200 || status == 400), name, " ", value, " ", status);
            }
    });
}
