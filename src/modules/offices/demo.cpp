// The demo's offices and posts: the Ministry of Labour and Employment as the order of 26 January
// 2026 and its copy list name them, the Cabinet Division, one district and one upazila with the
// posts that C23 §2 asks for.
#include "modules/offices/demo.hpp"

#include "base/ensure.hpp"
#include "modules/offices/demo_posts.hpp"
#include "modules/offices/offices.hpp"

#include <array>
#include <map>

namespace udb::offices {
namespace {

using namespace std::chrono;

struct DemoOffice {
    std::string_view key;
    std::string_view parent; ///< key; empty: at the top
    Bilingual name;
    Level level;
    std::array<std::string_view, 3> codes; ///< ministry, agency, place
    std::string_view website;
};

constexpr DemoOffice demo_offices[] = {
    {"cabinet",
     "",
     {"মন্ত্রিপরিষদ বিভাগ", "Cabinet Division"},
     Level::ministry,
     {"04", "00", "0000"},
     "www.cabinet.gov.bd"},
    {"mopa",
     "",
     {"জনপ্রশাসন মন্ত্রণালয়", "Ministry of Public Administration"},
     Level::ministry,
     {"05", "00", "0000"},
     "www.mopa.gov.bd"},
    {"ictd",
     "",
     {"তথ্য ও যোগাযোগ প্রযুক্তি বিভাগ", "Information and Communication Technology Division"},
     Level::ministry,
     {"", "", ""},
     "www.ictd.gov.bd"},
    {"mole",
     "",
     {"শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "Ministry of Labour and Employment"},
     Level::ministry,
     {"40", "00", "0000"},
     "www.mole.gov.bd"},
    {"dol",
     "mole",
     {"শ্রম অধিদপ্তর", "Department of Labour"},
     Level::agency,
     {"40", "", ""},
     "www.dol.gov.bd"},
    {"dife",
     "mole",
     {"কলকারখানা ও প্রতিষ্ঠান পরিদর্শন অধিদপ্তর",
      "Department of Inspection for Factories and Establishments"},
     Level::agency,
     {"40", "", ""},
     "www.dife.gov.bd"},
    {"mwb", "mole", {"নিম্নতম মজুরী বোর্ড", "Minimum Wages Board"}, Level::agency, {"40", "", ""}, ""},
    {"lat",
     "mole",
     {"শ্রম আপীল ট্রাইব্যুনাল", "Labour Appellate Tribunal"},
     Level::agency,
     {"40", "", ""},
     ""},
    {"lwf",
     "mole",
     {"বাংলাদেশ শ্রমিক কল্যাণ ফাউন্ডেশন", "Bangladesh Labour Welfare Foundation"},
     Level::agency,
     {"40", "", ""},
     ""},
    {"fund", "mole", {"কেন্দ্রীয় তহবিল", "Central Fund"}, Level::agency, {"40", "", ""}, ""},
    {"dhaka",
     "mopa",
     {"বিভাগীয় কমিশনারের কার্যালয়, ঢাকা", "Office of the Divisional Commissioner, Dhaka"},
     Level::division,
     {"05", "41", ""},
     "www.dhakadiv.gov.bd"},
    {"gazipur",
     "dhaka",
     {"জেলা প্রশাসকের কার্যালয়, গাজীপুর", "Office of the Deputy Commissioner, Gazipur"},
     Level::district,
     {"05", "41", "3300"},
     "www.gazipur.gov.bd"},
    {"sreepur",
     "gazipur",
     {"উপজেলা নির্বাহী অফিসারের কার্যালয়, শ্রীপুর, গাজীপুর",
      "Office of the Upazila Nirbahi Officer, Sreepur, Gazipur"},
     Level::upazila,
     {"05", "41", "3386"},
     "sreepur.gazipur.gov.bd"},
    {"gazipur-ict",
     "gazipur",
     {"তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর, জেলা কার্যালয়, গাজীপুর",
      "Department of ICT, District Office, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"gazipur-education",
     "gazipur",
     {"জেলা শিক্ষা অফিস, গাজীপুর", "District Education Office, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"gazipur-statistics",
     "gazipur",
     {"জেলা পরিসংখ্যান কার্যালয়, গাজীপুর", "District Statistics Office, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"gazipur-welfare",
     "gazipur",
     {"জেলা সমাজসেবা কার্যালয়, গাজীপুর", "District Social Services Office, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"gazipur-youth",
     "gazipur",
     {"যুব উন্নয়ন অধিদপ্তর, জেলা কার্যালয়, গাজীপুর",
      "Department of Youth Development, District Office, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"gazipur-college",
     "gazipur",
     {"গাজীপুর সরকারি মহিলা কলেজ", "Gazipur Government Women's College"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-land",
     "sreepur",
     {"উপজেলা ভূমি অফিস, শ্রীপুর, গাজীপুর", "Upazila Land Office, Sreepur, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-ict",
     "sreepur",
     {"তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর, উপজেলা কার্যালয়, শ্রীপুর, গাজীপুর",
      "Department of ICT, Upazila Office, Sreepur, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-education",
     "sreepur",
     {"উপজেলা মাধ্যমিক শিক্ষা অফিস, শ্রীপুর, গাজীপুর",
      "Upazila Secondary Education Office, Sreepur, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-agriculture",
     "sreepur",
     {"উপজেলা কৃষি অফিস, শ্রীপুর, গাজীপুর", "Upazila Agriculture Office, Sreepur, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-statistics",
     "sreepur",
     {"উপজেলা পরিসংখ্যান কার্যালয়, শ্রীপুর, গাজীপুর", "Upazila Statistics Office, Sreepur, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-youth",
     "sreepur",
     {"উপজেলা যুব উন্নয়ন কার্যালয়, শ্রীপুর, গাজীপুর",
      "Upazila Youth Development Office, Sreepur, Gazipur"},
     Level::field,
     {"", "", ""},
     ""},
    {"sreepur-school",
     "sreepur",
     {"শ্রীপুর পাইলট উচ্চ বিদ্যালয়", "Sreepur Pilot High School"},
     Level::field,
     {"", "", ""},
     ""},
};

/// The demo's teller may do everything.
constexpr std::string_view everywhere = "/";

} // namespace

Work as_teller(Work const& work, Actor& teller) {
    teller = work.actor;
    teller.assignments.push_back({Role::administrator, std::string(everywhere)});
    return {.db = work.db, .actor = teller, .today = work.today, .now = work.now};
}

std::optional<Id<Post>> post_named(Db& db, std::string_view office, std::string_view title,
                                   std::string_view unit) {
    auto const row = db.one("select p.id from posts p join offices o on o.id = p.office "
                            "where o.name_bn = ? and p.title_bn = ? and p.unit_bn = ? limit 1",
                            office, title, unit);
    if (!row) return {};
    return row->get<Id<Post>>(0);
}

Done tell_demo(Work& told) {
    if (told.db.one("select 1 from offices limit 1")) return {};
    Actor teller;
    auto work = as_teller(told, teller);
    std::map<std::string_view, Id<Office>> ids;
    for (auto const& o : demo_offices) {
        auto const name = BilingualText(o.name);
        ids[o.key] =
            TRY(add_office(work, {.name_bn = name.bn,
                                  .name_en = name.en,
                                  .level = o.level,
                                  .parent = o.parent.empty() ? Id<Office>{} : ids.at(o.parent),
                                  .ministry_code = std::string(o.codes[0]),
                                  .agency_code = std::string(o.codes[1]),
                                  .place_code = std::string(o.codes[2]),
                                  .website = std::string(o.website)}));
    }
    for (auto const& p : demo_posts) {
        Post post{.office = ids.at(p.office),
                  .title_bn = std::string(p.title.bn),
                  .title_en = std::string(p.title.en),
                  .rank = p.rank,
                  .unit_bn = std::string(p.unit.bn),
                  .unit_en = std::string(p.unit.en),
                  .is_head = p.is_head};
        using Capacities = Codec<std::optional<std::vector<Capacity>>>;
        ENSURE(!Capacities::read(p.capacities, {}, post.capacities), "a capacity of the demo");
        TRY(add_post(work, post));
    }
    return {};
}

} // namespace udb::offices
