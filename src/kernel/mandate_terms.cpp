// One table per list: the ids and the labels of tiers, roles, ranks, capacities and cadences.
#include "kernel/mandate_terms.hpp"

#include "bangla/text/search_key.hpp"

#include <array>
#include <map>

namespace udb {
namespace {

constexpr std::array tier_rows{
    Term<Tier>{Tier::ministry, "ministry", {"মন্ত্রণালয়/বিভাগ", "Ministry or division"}},
    Term<Tier>{Tier::agency, "agency", {"অধিদপ্তর/সংস্থা", "Directorate or agency"}},
    Term<Tier>{Tier::division, "division", {"বিভাগীয় কার্যালয়", "Divisional office"}},
    Term<Tier>{Tier::district, "district", {"জেলা", "District"}},
    Term<Tier>{Tier::upazila, "upazila", {"উপজেলা", "Upazila"}},
};

constexpr std::array role_rows{
    Term<SeatRole>{SeatRole::chief_innovation_officer,
                   "chief_innovation_officer",
                   {"চিফ ইনোভেশন অফিসার", "Chief Innovation Officer"}},
    Term<SeatRole>{SeatRole::innovation_officer,
                   "innovation_officer",
                   {"ইনোভেশন অফিসার", "Innovation Officer"}},
    Term<SeatRole>{SeatRole::member, "member", {"সদস্য", "Member"}},
    Term<SeatRole>{
        SeatRole::member_secretary, "member_secretary", {"সদস্য সচিব", "Member-secretary"}},
};

constexpr std::array authority_rows{
    Term<Authority>{Authority::secretary, "secretary", {"সচিব", "the Secretary"}},
    Term<Authority>{Authority::head_of_agency,
                    "head_of_agency",
                    {"অধিদপ্তর/সংস্থার প্রধান", "the head of the agency"}},
    Term<Authority>{Authority::deputy_commissioner,
                    "deputy_commissioner",
                    {"জেলা প্রশাসক", "the Deputy Commissioner"}},
    Term<Authority>{Authority::upazila_nirbahi_officer,
                    "upazila_nirbahi_officer",
                    {"উপজেলা নির্বাহী অফিসার", "the Upazila Nirbahi Officer"}},
};

using R = Rank;
constexpr std::array rank_rows{
    Term<R>{R::senior_secretary, "senior_secretary", {"সিনিয়র সচিব", "Senior Secretary"}},
    Term<R>{R::secretary, "secretary", {"সচিব", "Secretary"}},
    Term<R>{
        R::additional_secretary, "additional_secretary", {"অতিরিক্ত সচিব", "Additional Secretary"}},
    Term<R>{R::joint_secretary, "joint_secretary", {"যুগ্মসচিব", "Joint Secretary"}},
    Term<R>{R::deputy_secretary, "deputy_secretary", {"উপসচিব", "Deputy Secretary"}},
    Term<R>{R::senior_assistant_secretary,
            "senior_assistant_secretary",
            {"সিনিয়র সহকারী সচিব", "Senior Assistant Secretary"}},
    Term<R>{R::assistant_secretary, "assistant_secretary", {"সহকারী সচিব", "Assistant Secretary"}},
    Term<R>{R::section_officer, "section_officer", {"শাখা কর্মকর্তা", "Section Officer"}},
    Term<R>{R::joint_chief, "joint_chief", {"যুগ্মপ্রধান", "Joint Chief"}},
    Term<R>{R::deputy_chief, "deputy_chief", {"উপপ্রধান", "Deputy Chief"}},
    Term<R>{R::senior_assistant_chief,
            "senior_assistant_chief",
            {"সিনিয়র সহকারী প্রধান", "Senior Assistant Chief"}},
    Term<R>{R::assistant_chief, "assistant_chief", {"সহকারী প্রধান", "Assistant Chief"}},
    Term<R>{R::chairman, "chairman", {"চেয়ারম্যান", "Chairman"}},
    Term<R>{R::director_general, "director_general", {"মহাপরিচালক", "Director General"}},
    Term<R>{R::managing_director, "managing_director", {"ব্যবস্থাপনা পরিচালক", "Managing Director"}},
    Term<R>{R::additional_director_general,
            "additional_director_general",
            {"অতিরিক্ত মহাপরিচালক", "Additional Director General"}},
    Term<R>{R::director, "director", {"পরিচালক", "Director"}},
    Term<R>{
        R::additional_director, "additional_director", {"অতিরিক্ত পরিচালক", "Additional Director"}},
    Term<R>{R::joint_director, "joint_director", {"যুগ্মপরিচালক", "Joint Director"}},
    Term<R>{R::deputy_director, "deputy_director", {"উপপরিচালক", "Deputy Director"}},
    Term<R>{R::assistant_director, "assistant_director", {"সহকারী পরিচালক", "Assistant Director"}},
    Term<R>{R::chief_engineer, "chief_engineer", {"প্রধান প্রকৌশলী", "Chief Engineer"}},
    Term<R>{R::additional_chief_engineer,
            "additional_chief_engineer",
            {"অতিরিক্ত প্রধান প্রকৌশলী", "Additional Chief Engineer"}},
    Term<R>{R::superintending_engineer,
            "superintending_engineer",
            {"তত্ত্বাবধায়ক প্রকৌশলী", "Superintending Engineer"}},
    Term<R>{R::executive_engineer, "executive_engineer", {"নির্বাহী প্রকৌশলী", "Executive Engineer"}},
    Term<R>{R::sub_divisional_engineer,
            "sub_divisional_engineer",
            {"উপবিভাগীয় প্রকৌশলী", "Sub-divisional Engineer"}},
    Term<R>{R::assistant_engineer, "assistant_engineer", {"সহকারী প্রকৌশলী", "Assistant Engineer"}},
    Term<R>{R::senior_system_analyst,
            "senior_system_analyst",
            {"সিনিয়র সিস্টেম এনালিস্ট", "Senior System Analyst"}},
    Term<R>{R::system_analyst, "system_analyst", {"সিস্টেম এনালিস্ট", "System Analyst"}},
    Term<R>{R::senior_programmer, "senior_programmer", {"সিনিয়র প্রোগ্রামার", "Senior Programmer"}},
    Term<R>{R::programmer, "programmer", {"প্রোগ্রামার", "Programmer"}},
    Term<R>{R::assistant_programmer,
            "assistant_programmer",
            {"সহকারী প্রোগ্রামার", "Assistant Programmer"}},
    Term<R>{R::maintenance_engineer,
            "maintenance_engineer",
            {"মেইনটেন্যান্স ইঞ্জিনিয়ার", "Maintenance Engineer"}},
    Term<R>{R::assistant_maintenance_engineer,
            "assistant_maintenance_engineer",
            {"সহকারী মেইনটেন্যান্স ইঞ্জিনিয়ার", "Assistant Maintenance Engineer"}},
    Term<R>{R::deputy_commissioner, "deputy_commissioner", {"জেলা প্রশাসক", "Deputy Commissioner"}},
    Term<R>{R::additional_deputy_commissioner,
            "additional_deputy_commissioner",
            {"অতিরিক্ত জেলা প্রশাসক", "Additional Deputy Commissioner"}},
    Term<R>{R::senior_assistant_commissioner,
            "senior_assistant_commissioner",
            {"সিনিয়র সহকারী কমিশনার", "Senior Assistant Commissioner"}},
    Term<R>{R::assistant_commissioner,
            "assistant_commissioner",
            {"সহকারী কমিশনার", "Assistant Commissioner"}},
    Term<R>{R::assistant_commissioner_land,
            "assistant_commissioner_land",
            {"সহকারী কমিশনার (ভূমি)", "Assistant Commissioner (Land)"}},
    Term<R>{R::upazila_nirbahi_officer,
            "upazila_nirbahi_officer",
            {"উপজেলা নির্বাহী অফিসার", "Upazila Nirbahi Officer"}},
    Term<R>{R::district_officer, "district_officer", {"জেলা কর্মকর্তা", "District Officer"}},
    Term<R>{R::upazila_officer, "upazila_officer", {"উপজেলা কর্মকর্তা", "Upazila Officer"}},
    Term<R>{R::principal, "principal", {"অধ্যক্ষ", "Principal"}},
    Term<R>{R::professor, "professor", {"অধ্যাপক", "Professor"}},
    Term<R>{
        R::associate_professor, "associate_professor", {"সহযোগী অধ্যাপক", "Associate Professor"}},
    Term<R>{
        R::assistant_professor, "assistant_professor", {"সহকারী অধ্যাপক", "Assistant Professor"}},
    Term<R>{R::lecturer, "lecturer", {"প্রভাষক", "Lecturer"}},
    Term<R>{R::head_teacher, "head_teacher", {"প্রধান শিক্ষক", "Head Teacher"}},
    Term<R>{R::assistant_head_teacher,
            "assistant_head_teacher",
            {"সহকারী প্রধান শিক্ষক", "Assistant Head Teacher"}},
    Term<R>{R::assistant_teacher, "assistant_teacher", {"সহকারী শিক্ষক", "Assistant Teacher"}},
    Term<R>{R::teacher, "teacher", {"শিক্ষক", "Teacher"}},
    Term<R>{R::administrative_officer,
            "administrative_officer",
            {"প্রশাসনিক কর্মকর্তা", "Administrative Officer"}},
    Term<R>{R::officer, "officer", {"কর্মকর্তা", "Officer"}},
    Term<R>{R::other, "other", {"অন্যান্য", "Other"}},
};

using C = Capacity;
constexpr std::array capacity_rows{
    Term<C>{
        C::ict, "ict", {"আইসিটি অনুবিভাগ/অধিশাখা/শাখা/সেল", "ICT wing, branch, section or cell"}},
    Term<C>{C::planning,
            "planning",
            {"পরিকল্পনা অনুবিভাগ/অধিশাখা/শাখা/সেল", "Planning wing, branch, section or cell"}},
    Term<C>{C::data_focal, "data_focal", {"ডাটা ফোকাল", "Data focal point"}},
    Term<C>{C::data_skilled, "data_skilled", {"ডাটা বিষয়ে দক্ষ", "Skilled in data"}},
    Term<C>{C::skills_development,
            "skills_development",
            {"দক্ষতা উন্নয়ন বিষয়ক কর্মকর্তা", "Skills development officer"}},
    Term<C>{C::science_ict_teacher_secondary,
            "science_ict_teacher_secondary",
            {"আইসিটি/বিজ্ঞান শিক্ষক (মাধ্যমিক)", "ICT or science teacher (secondary)"}},
    Term<C>{C::science_ict_teacher_higher_secondary,
            "science_ict_teacher_higher_secondary",
            {"আইসিটি/বিজ্ঞান শিক্ষক (উচ্চ মাধ্যমিক)", "ICT or science teacher (higher secondary)"}},
    Term<C>{C::ac_land, "ac_land", {"সহকারী কমিশনার (ভূমি)", "Assistant Commissioner (Land)"}},
    Term<C>{C::programmer,
            "programmer",
            {"প্রোগ্রামার/সহকারী প্রোগ্রামার", "Programmer or assistant programmer"}},
    Term<C>{C::assistant_commissioner,
            "assistant_commissioner",
            {"সিনিয়র সহকারী কমিশনার/সহকারী কমিশনার", "Senior assistant or assistant commissioner"}},
    Term<C>{C::upazila_nirbahi_officer,
            "upazila_nirbahi_officer",
            {"উপজেলা নির্বাহী অফিসার", "Upazila Nirbahi Officer"}},
    Term<C>{C::adc_education_ict,
            "adc_education_ict",
            {"অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি)", "Additional DC (Education and ICT)"}},
    Term<C>{C::adc_nominated,
            "adc_nominated",
            {"জেলা প্রশাসক মনোনীত অতিরিক্ত জেলা প্রশাসক", "Additional DC nominated by the DC"}},
    Term<C>{C::other_office,
            "other_office",
            {"এলাকার অন্য দপ্তরের কর্মকর্তা", "Officer of another office of the area"}},
};

constexpr std::array cadence_rows{
    Term<Cadence>{Cadence::monthly, "monthly", {"প্রতি মাসে", "monthly"}},
    Term<Cadence>{Cadence::quarterly, "quarterly", {"প্রতি তিন মাসে", "quarterly"}},
    Term<Cadence>{Cadence::yearly, "yearly", {"প্রতি অর্থবছরে", "yearly"}},
    Term<Cadence>{Cadence::continuous, "continuous", {"সার্বক্ষণিক", "continuous"}},
    Term<Cadence>{Cadence::once, "once", {"একবার", "once"}},
    Term<Cadence>{Cadence::on_event, "on_event", {"প্রয়োজন দেখা দিলে", "when the occasion arises"}},
};

constexpr std::array recipient_rows{
    Term<Recipient>{Recipient::cabinet_division,
                    "cabinet_division",
                    {"মন্ত্রিপরিষদ বিভাগ", "the Cabinet Division"}},
    Term<Recipient>{Recipient::monthly_coordination_meeting,
                    "monthly_coordination_meeting",
                    {"মাসিক সমন্বয় সভা", "the monthly coordination meeting"}},
    Term<Recipient>{
        Recipient::higher_authority, "higher_authority", {"ঊর্ধ্বতন কর্তৃপক্ষ", "the higher authority"}},
    Term<Recipient>{
        Recipient::own_website, "own_website", {"নিজ ওয়েবসাইট", "the office's own website"}},
};

using Step = Completion;
constexpr std::array completion_rows{
    Term<Step>{Step::drafted, "drafted", {"প্রণয়ন", "drafting"}},
    Term<Step>{Step::approved, "approved", {"অনুমোদন", "approval"}},
    Term<Step>{Step::carried_out, "carried_out", {"বাস্তবায়ন", "carrying out"}},
    Term<Step>{Step::held, "held", {"অনুষ্ঠান", "holding"}},
    Term<Step>{Step::reviewed, "reviewed", {"পর্যালোচনা", "review"}},
    Term<Step>{Step::presented, "presented", {"উপস্থাপন", "presenting"}},
    Term<Step>{Step::informed, "informed", {"অবহিতকরণ", "informing"}},
    Term<Step>{Step::sent, "sent", {"প্রেরণ", "sending"}},
    Term<Step>{Step::published, "published", {"প্রকাশ", "publication"}},
};

constexpr std::array kind_rows{
    Term<MandateKind>{MandateKind::notification, "notification", {"প্রজ্ঞাপন", "Notification"}},
    Term<MandateKind>{MandateKind::office_order, "office_order", {"অফিস আদেশ", "Office order"}},
    Term<MandateKind>{MandateKind::circular, "circular", {"পরিপত্র", "Circular"}},
};

constexpr std::array known_rows{
    Term<Known>{Known::full, "full", {"পূর্ণ পাঠ জানা", "text known"}},
    Term<Known>{Known::number_only, "number_only", {"কেবল নম্বর জানা", "known by its number only"}},
};

/// Other ways in which orders write a rank or a role (L26 writes "সিস্টেম এনালিস্ট" and "যুগ্ম সচিব";
/// the field service says কর্মকর্তা for অফিসার).
template <class E>
struct Alias {
    std::string_view title;
    E value;
};
constexpr std::array rank_aliases{
    Alias<R>{"সিস্টেম অ্যানালিস্ট", R::system_analyst},
    Alias<R>{"সিনিয়র সিস্টেম অ্যানালিস্ট", R::senior_system_analyst},
    Alias<R>{"উপ-পরিচালক", R::deputy_director},
    Alias<R>{"উপজেলা নির্বাহী কর্মকর্তা", R::upazila_nirbahi_officer},
    Alias<R>{"সহকারী কমিশনার ভূমি", R::assistant_commissioner_land},
    Alias<R>{"জ্যেষ্ঠ সহকারী সচিব", R::senior_assistant_secretary},
    Alias<R>{"UNO", R::upazila_nirbahi_officer},
    Alias<R>{"ADC", R::additional_deputy_commissioner},
};
constexpr std::array role_aliases{
    Alias<SeatRole>{"প্রধান উদ্ভাবন কর্মকর্তা", SeatRole::chief_innovation_officer},
    Alias<SeatRole>{"উদ্ভাবন কর্মকর্তা", SeatRole::innovation_officer},
    Alias<SeatRole>{"Member Secretary", SeatRole::member_secretary},
};

/// The folded title without spaces, so that যুগ্ম সচিব and যুগ্মসচিব are one.
std::string title_key(std::string_view title) {
    auto key = bangla::folded(title);
    std::erase(key, ' ');
    return key;
}

template <class E, std::size_t N>
std::map<std::string, E> keys_of(std::array<Alias<E>, N> const& aliases) {
    std::map<std::string, E> keys;
    for (auto const& row : terms<E>()) {
        keys.emplace(title_key(row.label.bn), row.value);
        keys.emplace(title_key(row.label.en), row.value);
    }
    for (auto const& alias : aliases)
        keys.emplace(title_key(alias.title), alias.value);
    return keys;
}

template <class E>
std::optional<E> named(std::string_view title, std::map<std::string, E> const& keys) {
    auto const found = keys.find(title_key(title));
    return found == keys.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

template <>
std::span<Term<Tier> const> terms<Tier>() {
    return tier_rows;
}
template <>
std::span<Term<SeatRole> const> terms<SeatRole>() {
    return role_rows;
}
template <>
std::span<Term<Authority> const> terms<Authority>() {
    return authority_rows;
}
template <>
std::span<Term<Rank> const> terms<Rank>() {
    return rank_rows;
}
template <>
std::span<Term<Capacity> const> terms<Capacity>() {
    return capacity_rows;
}
template <>
std::span<Term<Cadence> const> terms<Cadence>() {
    return cadence_rows;
}
template <>
std::span<Term<Recipient> const> terms<Recipient>() {
    return recipient_rows;
}
template <>
std::span<Term<Completion> const> terms<Completion>() {
    return completion_rows;
}
template <>
std::span<Term<MandateKind> const> terms<MandateKind>() {
    return kind_rows;
}
template <>
std::span<Term<Known> const> terms<Known>() {
    return known_rows;
}

std::optional<Rank> rank_named(std::string_view title) {
    static auto const keys = keys_of(rank_aliases);
    if (auto const whole = named(title, keys)) return whole;
    auto const bracket = title.find('(');
    if (bracket == title.npos) return {};
    return named(title.substr(0, bracket), keys);
}

std::optional<SeatRole> role_named(std::string_view title) {
    static auto const keys = keys_of(role_aliases);
    return named(title, keys);
}

} // namespace udb
