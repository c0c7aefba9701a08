// The demo's officers: every name is invented. Postings and transfers from 2024 to 2026, told in
// the order of their days.
#include "modules/people/demo.hpp"

#include "base/ensure.hpp"
#include "modules/offices/demo.hpp"
#include "modules/people/people.hpp"

#include <map>

namespace udb::people {
namespace {

using namespace std::chrono;
using Kind = HoldingKind;

struct DemoOfficer {
    std::string_view key;
    Bilingual name;
    std::string_view mail; ///< before `@`; the rest is that of the office
};

constexpr DemoOfficer officers[] = {
    {"cabinet-head", {"ড. মাহবুবুল করিম সিদ্দিকী", "Dr. Mahbubul Karim Siddiqui"}, ""},
    {"cabinet-wing", {"নাসরিন জাহান চৌধুরী", "Nasrin Jahan Chowdhury"}, ""},
    {"cabinet-egov", {"মোঃ তৌহিদুর রহমান ভূঁইয়া", "Md. Touhidur Rahman Bhuiyan"}, "egov"},
    {"ictd-head", {"ফারহানা ইয়াসমিন", "Farhana Yasmin"}, ""},
    {"mopa-head", {"সৈয়দ আশফাক হোসেন", "Syed Ashfaq Hossain"}, ""},
    {"secretary", {"ড. শাহানা পারভীন", "Dr. Shahana Parveen"}, "secretary"},
    {"admin-as", {"মোহাম্মদ আনিসুল হক মৃধা", "Mohammad Anisul Haque Mridha"}, "as-labour"},
    {"admin-as-before", {"কাজী রেজাউল ইসলাম", "Kazi Rezaul Islam"}, ""},
    {"planning", {"রুবাইয়াত শারমিন", "Rubaiyat Sharmin"}, "js-planning"},
    {"budget", {"মোঃ জাকির হোসেন তালুকদার", "Md. Zakir Hossain Talukder"}, "js-budget"},
    {"budget-before", {"তাহমিনা আক্তার খানম", "Tahmina Akter Khanam"}, ""},
    {"labour", {"শেখ মনিরুজ্জামান", "Sheikh Moniruzzaman"}, "js-labour"},
    {"international", {"ডালিয়া রহমান", "Dalia Rahman"}, "js-io"},
    {"admin-ds", {"মুহাম্মদ সাইফুল আলম", "Muhammad Saiful Alam"}, "ds-admin"},
    {"budget-ds", {"ফাতেমা তুজ জোহরা", "Fatema Tuz Zohra"}, "ds-budget"},
    {"private-secretary", {"রাশেদুল হাসান", "Rashedul Hasan"}, "ps"},
    {"analyst", {"মোঃ ইমরান কায়সার", "Md. Imran Kaiser"}, "systemanalyst"},
    {"programmer", {"আরিফুজ্জামান শিকদার", "Arifuzzaman Sikder"}, "ictcell"},
    {"assistant-programmer", {"সানজিদা ইসলাম মিতু", "Sanjida Islam Mitu"}, "asstprogrammer"},
    {"personal-officer", {"আব্দুল কাদের", "Abdul Kader"}, ""},
    {"dol-head", {"মোঃ হাবিবুর রহমান গাজী", "Md. Habibur Rahman Gazi"}, ""},
    {"dol-director", {"শামীমা সুলতানা", "Shamima Sultana"}, ""},
    {"dol-programmer", {"তানভীর আহমেদ", "Tanvir Ahmed"}, ""},
    {"dife-head", {"প্রকৌশলী নূরুল আমিন", "Engr. Nurul Amin"}, ""},
    {"dife-joint", {"ডা. মৌসুমী বড়ুয়া", "Dr. Mousumi Barua"}, ""},
    {"mwb-head", {"মোঃ আবদুস সাত্তার মোল্লা", "Md. Abdus Sattar Mollah"}, ""},
    {"mwb-secretary", {"রেহানা পারভীন", "Rehana Parvin"}, ""},
    {"lat-head", {"বিচারপতি কে এম শফিউল্লাহ", "Justice K M Shafiullah"}, ""},
    {"lat-registrar", {"জয়ন্ত কুমার দেব", "Joyanta Kumar Deb"}, ""},
    {"fund-head", {"মোঃ ওয়াহিদুজ্জামান", "Md. Wahiduzzaman"}, ""},
    {"dhaka-head", {"খন্দকার মাসুদ রানা", "Khandaker Masud Rana"}, ""},
    {"dc", {"নাফিসা তাবাসসুম", "Nafisa Tabassum"}, "dcgazipur"},
    {"dc-before", {"আবু সাঈদ মোল্লা", "Abu Sayeed Mollah"}, ""},
    {"adc-ict", {"মোঃ কামরুল আহসান", "Md. Kamrul Ahsan"}, ""},
    {"adc-general", {"সুমাইয়া শারমিন", "Sumaiya Sharmin"}, ""},
    {"ac-ict", {"তাসনিম ফেরদৌস", "Tasnim Ferdous"}, ""},
    {"gazipur-programmer", {"মেহেদী হাসান রনি", "Mehedi Hasan Rony"}, ""},
    {"gazipur-education", {"মোঃ আলতাফ হোসেন", "Md. Altaf Hossain"}, ""},
    {"gazipur-statistics", {"শিরিন আখতার", "Shirin Akhter"}, ""},
    {"gazipur-welfare", {"গোলাম মোস্তফা", "Golam Mostafa"}, ""},
    {"gazipur-youth", {"বিলকিস বেগম", "Bilkis Begum"}, ""},
    {"gazipur-teacher", {"অর্পিতা রায়", "Arpita Roy"}, ""},
    {"uno", {"মোঃ সাকিব আল মাহমুদ", "Md. Sakib Al Mahmud"}, "unosreepur"},
    {"uno-before", {"রিফাত আরা মৌরি", "Rifat Ara Mouri"}, ""},
    {"ac-land", {"তামান্না নূর", "Tamanna Nur"}, ""},
    {"sreepur-programmer", {"মোঃ রাকিবুল ইসলাম", "Md. Rakibul Islam"}, ""},
    {"sreepur-education", {"নুরুন্নাহার খাতুন", "Nurunnahar Khatun"}, ""},
    {"sreepur-agriculture", {"কৃষিবিদ সুব্রত সরকার", "Subrata Sarkar"}, ""},
    {"sreepur-statistics", {"মোঃ ফিরোজ মিয়া", "Md. Firoz Mia"}, ""},
    {"sreepur-teacher", {"মোসাঃ লতিফা খাতুন", "Mst. Latifa Khatun"}, ""},
};

struct Move {
    std::string_view officer;
    std::string_view office, title, unit;
    Date from;
    Kind kind = Kind::regular;
    std::string_view memo = {};
};

constexpr std::string_view cabinet = "মন্ত্রিপরিষদ বিভাগ";
constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view dol = "শ্রম অধিদপ্তর";
constexpr std::string_view dife = "কলকারখানা ও প্রতিষ্ঠান পরিদর্শন অধিদপ্তর";
constexpr std::string_view gazipur = "জেলা প্রশাসকের কার্যালয়, গাজীপুর";
constexpr std::string_view sreepur = "উপজেলা নির্বাহী অফিসারের কার্যালয়, শ্রীপুর, গাজীপুর";

constexpr Date day(int y, unsigned m, unsigned d) {
    return std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d};
}

/// In the order of the days: a transfer is judged against what has been told before it.
constexpr Move moves[] = {
    {"cabinet-head", cabinet, "মন্ত্রিপরিষদ সচিব", "", day(2024, 10, 13)},
    {"cabinet-wing", cabinet, "অতিরিক্ত সচিব", "সমন্বয় ও সংস্কার অনুবিভাগ", day(2024, 11, 3)},
    {"cabinet-egov", cabinet, "যুগ্মসচিব", "ই-গভর্নেন্স অধিশাখা", day(2025, 1, 12)},
    {"ictd-head", "তথ্য ও যোগাযোগ প্রযুক্তি বিভাগ", "সচিব", "", day(2024, 9, 1)},
    {"mopa-head", "জনপ্রশাসন মন্ত্রণালয়", "সিনিয়র সচিব", "", day(2024, 8, 29)},
    {"secretary", mole, "সচিব", "", day(2024, 12, 8)},
    {"admin-as-before", mole, "অতিরিক্ত সচিব", "প্রশাসন অনুবিভাগ", day(2024, 3, 10)},
    {"admin-as", mole, "অতিরিক্ত সচিব", "শ্রম অনুবিভাগ", day(2024, 6, 2)},
    {"planning", mole, "যুগ্মসচিব", "পরিকল্পনা অধিশাখা", day(2025, 2, 9)},
    {"budget-before", mole, "যুগ্মসচিব", "বাজেট অধিশাখা", day(2024, 5, 5)},
    {"budget", mole, "যুগ্মসচিব", "বাজেট অধিশাখা", day(2025, 8, 17), Kind::regular,
     "০৫.০০.০০০০.১৩০.১৯.০০১.২৫-৪১৭"},
    {"labour", mole, "যুগ্মসচিব", "শ্রম অধিশাখা", day(2024, 7, 14)},
    {"international", mole, "যুগ্মসচিব", "আন্তর্জাতিক সংস্থা অধিশাখা", day(2025, 4, 6)},
    {"admin-ds", mole, "উপসচিব", "প্রশাসন অধিশাখা", day(2024, 9, 22)},
    {"budget-ds", mole, "উপসচিব", "বাজেট অধিশাখা", day(2025, 3, 16)},
    {"private-secretary", mole, "সচিবের একান্ত সচিব", "সচিবের দপ্তর", day(2024, 12, 15)},
    {"analyst", mole, "সিস্টেম এনালিস্ট", "আইসিটি সেল", day(2024, 1, 7)},
    {"programmer", mole, "প্রোগ্রামার", "আইসিটি সেল", day(2024, 2, 11)},
    {"assistant-programmer", mole, "সহকারী প্রোগ্রামার", "আইসিটি সেল", day(2025, 5, 4)},
    {"personal-officer", mole, "ব্যক্তিগত কর্মকর্তা", "প্রশাসন অনুবিভাগ", day(2024, 1, 1)},
    // L26's copy list sends to both posts "(অতিরিক্ত দায়িত্ব)".
    {"admin-as", mole, "অতিরিক্ত সচিব", "প্রশাসন অনুবিভাগ", day(2025, 11, 2), Kind::additional_charge,
     "৪০.০০.০০০০.০০০.০১৬.১৯.০০০২.২৪.১১৮"},
    {"labour", mole, "যুগ্মসচিব", "প্রশাসন অধিশাখা", day(2025, 9, 7), Kind::additional_charge,
     "৪০.০০.০০০০.০০০.০১৬.১৯.০০০২.২৪.৯৬"},
    {"dol-head", dol, "মহাপরিচালক", "", day(2024, 10, 20)},
    {"dol-director", dol, "পরিচালক", "প্রশাসন শাখা", day(2024, 4, 21)},
    {"dol-programmer", dol, "প্রোগ্রামার", "আইসিটি সেল", day(2025, 6, 15)},
    {"dife-head", dife, "মহাপরিদর্শক", "", day(2024, 11, 17)},
    {"dife-joint", dife, "যুগ্ম মহাপরিদর্শক", "প্রশাসন শাখা", day(2024, 8, 4)},
    {"mwb-head", "নিম্নতম মজুরী বোর্ড", "চেয়ারম্যান", "", day(2024, 2, 18)},
    {"mwb-secretary", "নিম্নতম মজুরী বোর্ড", "সচিব", "", day(2024, 6, 23)},
    {"lat-head", "শ্রম আপীল ট্রাইব্যুনাল", "চেয়ারম্যান", "", day(2025, 1, 5)},
    {"lat-registrar", "শ্রম আপীল ট্রাইব্যুনাল", "রেজিস্ট্রার", "চেয়ারম্যানের দপ্তর", day(2025, 3, 2)},
    {"fund-head", "কেন্দ্রীয় তহবিল", "মহাপরিচালক", "", day(2024, 7, 7)},
    {"fund-head", "বাংলাদেশ শ্রমিক কল্যাণ ফাউন্ডেশন", "মহাপরিচালক", "", day(2025, 10, 5),
     Kind::additional_charge, "৪০.০০.০০০০.০০০.০১৬.১৯.০০০২.২৪.১০৭"},
    {"dhaka-head", "বিভাগীয় কমিশনারের কার্যালয়, ঢাকা", "বিভাগীয় কমিশনার", "", day(2024, 9, 15)},
    {"dc-before", gazipur, "জেলা প্রশাসক", "", day(2024, 9, 12)},
    {"dc", gazipur, "জেলা প্রশাসক", "", day(2025, 11, 18), Kind::regular,
     "০৫.০০.০০০০.১৩৯.১৯.০০২.২৫-৬৫২"},
    {"adc-ict", gazipur, "অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি)", "", day(2025, 2, 23)},
    {"adc-general", gazipur, "অতিরিক্ত জেলা প্রশাসক (সার্বিক)", "", day(2024, 12, 1)},
    {"ac-ict", gazipur, "সিনিয়র সহকারী কমিশনার", "আইসিটি শাখা", day(2025, 7, 20)},
    {"gazipur-programmer", "তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর, জেলা কার্যালয়, গাজীপুর", "প্রোগ্রামার", "",
     day(2024, 3, 3)},
    {"gazipur-education", "জেলা শিক্ষা অফিস, গাজীপুর", "জেলা শিক্ষা অফিসার", "", day(2024, 5, 19)},
    {"gazipur-statistics", "জেলা পরিসংখ্যান কার্যালয়, গাজীপুর", "উপপরিচালক", "", day(2024, 4, 7)},
    {"gazipur-welfare", "জেলা সমাজসেবা কার্যালয়, গাজীপুর", "উপপরিচালক", "", day(2025, 1, 26)},
    {"gazipur-youth", "যুব উন্নয়ন অধিদপ্তর, জেলা কার্যালয়, গাজীপুর", "উপপরিচালক", "", day(2024, 10, 6)},
    {"gazipur-teacher", "গাজীপুর সরকারি মহিলা কলেজ", "সহকারী অধ্যাপক (আইসিটি)", "", day(2024, 1, 14)},
    {"uno-before", sreepur, "উপজেলা নির্বাহী অফিসার", "", day(2024, 8, 25)},
    {"uno", sreepur, "উপজেলা নির্বাহী অফিসার", "", day(2025, 12, 3), Kind::regular,
     "০৫.৪১.০০০০.০১০.১৯.০০৩.২৫-৮৮১"},
    {"ac-land", "উপজেলা ভূমি অফিস, শ্রীপুর, গাজীপুর", "সহকারী কমিশনার (ভূমি)", "", day(2025, 5, 11)},
    {"sreepur-programmer", "তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর, উপজেলা কার্যালয়, শ্রীপুর, গাজীপুর",
     "সহকারী প্রোগ্রামার", "", day(2024, 6, 9)},
    {"sreepur-education", "উপজেলা মাধ্যমিক শিক্ষা অফিস, শ্রীপুর, গাজীপুর", "উপজেলা মাধ্যমিক শিক্ষা অফিসার",
     "", day(2024, 2, 4)},
    {"sreepur-agriculture", "উপজেলা কৃষি অফিস, শ্রীপুর, গাজীপুর", "উপজেলা কৃষি অফিসার", "",
     day(2025, 4, 27)},
    {"sreepur-statistics", "উপজেলা পরিসংখ্যান কার্যালয়, শ্রীপুর, গাজীপুর", "উপজেলা পরিসংখ্যান কর্মকর্তা",
     "", day(2024, 9, 29)},
    {"sreepur-teacher", "শ্রীপুর পাইলট উচ্চ বিদ্যালয়", "সহকারী শিক্ষক (বিজ্ঞান)", "", day(2024, 1, 21)},
};

std::string domain_of(std::string_view office) {
    if (office == cabinet) return "cabinet.gov.bd";
    if (office == mole) return "mole.gov.bd";
    return "mopa.gov.bd";
}

/// What the office has noted of some (C23 §3); of the others nothing is recorded.
std::optional<std::vector<Quality>> qualities_of(std::string_view key) {
    using enum Quality;
    if (key == "analyst") return std::vector{trained, leads, technical};
    if (key == "programmer") return std::vector{keen, team_player, technical, helpful};
    if (key == "assistant-programmer") return std::vector{technical, helpful};
    if (key == "planning") return std::vector{trained, keen, leads, team_player};
    if (key == "admin-ds") return std::vector{team_player};
    if (key == "dol-programmer") return std::vector{keen, technical};
    if (key == "personal-officer") return std::vector<Quality>{};
    return {};
}

Officer officer_of(DemoOfficer const& demo, std::string_view office) {
    return {.name_bn = std::string(demo.name.bn),
            .name_en = std::string(demo.name.en),
            .email = demo.mail.empty() ? "" : std::string(demo.mail) + '@' + domain_of(office),
            .qualities = qualities_of(demo.key)};
}

} // namespace

Done tell_demo(Work& told) {
    if (told.db.one("select 1 from officers limit 1")) return {};
    Actor teller;
    auto work = offices::as_teller(told, teller);
    std::map<std::string_view, DemoOfficer const*> known;
    for (auto const& o : officers)
        known[o.key] = &o;

    std::map<std::string_view, Id<Officer>> ids;
    for (auto const& move : moves) {
        auto const post = offices::post_named(work.db, move.office, move.title, move.unit);
        ENSURE(post, "a post of the demo: " + std::string(move.title));
        if (!ids.contains(move.officer))
            ids[move.officer] =
                TRY(add_officer(work, officer_of(*known.at(move.officer), move.office)));
        TRY(transfer(work, {.transfer = {.post = *post,
                                         .comes = ids.at(move.officer),
                                         .kind = move.kind,
                                         .from = move.from},
                            .memo = std::string(move.memo)}));
    }
    return {};
}

} // namespace udb::people
