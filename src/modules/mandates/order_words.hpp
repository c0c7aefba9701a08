// The words by which the parts of an office paper are known; Secretariat Instructions 2024,
// instruction 136.
#pragma once

#include <array>
#include <string_view>

namespace udb::mandates {

struct KindWord {
    std::string_view word;
    std::string_view kind;
};

/// Longest first among words that begin alike.
inline constexpr KindWord kind_words[] = {
    {"প্রজ্ঞাপন", "notification"},
    {"গেজেট বিজ্ঞপ্তি", "notification"},
    {"অফিস আদেশ", "office_order"},
    {"দপ্তর আদেশ", "office_order"},
    {"দাপ্তরিক আদেশ", "office_order"},
    {"কার্যালয় আদেশ", "office_order"},
    {"আদেশ", "office_order"},
    {"পরিপত্র", "circular"},
    {"অফিস স্মারক", "memorandum"},
    {"স্মারকলিপি", "memorandum"},
    {"আধা-সরকারি পত্র", "demi_official"},
    {"আধাসরকারি পত্র", "demi_official"},
    {"সরকারি পত্র", "letter"},
    {"সভার নোটিশ", "notice"},
    {"সভার বিজ্ঞপ্তি", "notice"},
    {"নোটিশ", "notice"},
    {"গণবিজ্ঞপ্তি", "notice"},
    {"বিজ্ঞপ্তি", "notice"},
    {"প্রেস বিজ্ঞপ্তি", "press_note"},
    {"প্রেস নোট", "press_note"},
    {"সিদ্ধান্ত প্রস্তাব", "resolution"},
    {"office order", "office_order"},
    {"office memorandum", "memorandum"},
    {"memorandum", "memorandum"},
    {"notification", "notification"},
    {"circular", "circular"},
    {"meeting notice", "notice"},
    {"notice", "notice"},
    {"resolution", "resolution"},
};

struct RoleWord {
    std::string_view word;
    std::string_view role; ///< empty: a role, but none that C23 or L26 knows
};

/// Longest first among words that end alike.
inline constexpr RoleWord role_words[] = {
    {"চিফ ইনোভেশন অফিসার", "chief_innovation_officer"},
    {"চীফ ইনোভেশন অফিসার", "chief_innovation_officer"},
    {"প্রধান ইনোভেশন অফিসার", "chief_innovation_officer"},
    {"chief innovation officer", "chief_innovation_officer"},
    {"ইনোভেশন অফিসার", "innovation_officer"},
    {"innovation officer", "innovation_officer"},
    {"সদস্য সচিব", "member_secretary"},
    {"সদস্য-সচিব", "member_secretary"},
    {"সদস্য–সচিব", "member_secretary"},
    {"সদস্য - সচিব", "member_secretary"},
    {"সদস্যসচিব", "member_secretary"},
    {"member secretary", "member_secretary"},
    {"member-secretary", "member_secretary"},
    {"কো-অপ্ট সদস্য", ""},
    {"কো-অপ্টেড সদস্য", ""},
    {"co-opted member", ""},
    {"সদস্য", "member"},
    {"member", "member"},
    {"আহ্বায়ক", ""},
    {"যুগ্ম আহ্বায়ক", ""},
    {"সভাপতি", ""},
    {"সহসভাপতি", ""},
    {"সহ-সভাপতি", ""},
    {"উপদেষ্টা", ""},
    {"পর্যবেক্ষক", ""},
    {"সমন্বয়ক", ""},
    {"convener", ""},
    {"convenor", ""},
    {"chairperson", ""},
    {"chairman", ""},
    {"adviser", ""},
    {"observer", ""},
};

struct TierWord {
    std::string_view word;
    std::string_view tier;
};

/// C23 §2; উপজেলা before জেলা, which it contains.
inline constexpr TierWord tier_words[] = {
    {"উপজেলা", "upazila"},     {"জেলা", "district"},     {"মন্ত্রণালয়", "ministry"},
    {"অধিদপ্তর", "agency"},     {"সংস্থা", "agency"},      {"upazila", "upazila"},
    {"district", "district"},  {"ministry", "ministry"}, {"agency", "agency"},
    {"directorate", "agency"}, {"department", "agency"},
};

inline constexpr std::string_view unit_nouns[] = {
    "অধিশাখা", "অনুবিভাগ", "শাখা",    "সেল",  "উইং",  "ইউনিট",
    "wing",    "branch",  "section", "cell", "unit",
};

inline constexpr std::string_view office_nouns[] = {
    "মন্ত্রণালয়", "বিভাগ",    "অধিদপ্তর",    "পরিদপ্তর",     "কার্যালয়", "দপ্তর",      "বোর্ড",
    "কর্তৃপক্ষ",   "কমিশন",    "ব্যুরো",       "ইনস্টিটিউট",   "একাডেমি", "একাডেমী",   "কর্পোরেশন",
    "কাউন্সিল",  "ফাউন্ডেশন", "সংস্থা",      "তহবিল",       "পরিষদ",   "পৌরসভা",    "সচিবালয়",
    "ministry", "division", "department", "directorate", "office",  "authority", "commission",
    "board",    "agency",   "bureau",     "council",
};

/// Words of posts; a signature or a seat that begins with none of them begins with a name.
inline constexpr std::string_view post_words[] = {
    "সচিব",       "উপসচিব",    "যুগ্মসচিব",    "কমিশনার",   "প্রশাসক",     "অফিসার",  "কর্মকর্তা",
    "প্রোগ্রামার",  "এনালিস্ট",   "অ্যানালিস্ট",  "পরিচালক",   "মহাপরিচালক", "প্রকৌশলী", "চেয়ারম্যান",
    "সিস্টেম",     "উপপরিচালক", "মহাপরিদর্শক", "পরিদর্শক",   "প্রধান",      "শিক্ষক",   "অধ্যাপক",
    "প্রভাষক",     "রেজিস্ট্রার", "নিয়ন্ত্রক",    "secretary", "director",   "officer", "commissioner",
    "programmer", "analyst",   "engineer",   "chairman",
};

inline constexpr std::string_view function_headings[] = {
    "কার্যপরিধি",  "কার্যপরিধী", "কার্যাবলি",           "কার্যাবলী",  "দায়িত্ব ও কর্তব্য", "দায়িত্বাবলি",
    "দায়িত্বাবলী", "কর্মপরিধি",  "terms of reference", "functions", "scope of work",
};

/// What stands before the name of a person.
inline constexpr std::string_view honorifics[] = {
    "জনাব",    "বেগম",      "মিজ", "মিসেস", "ড.",    "ডা.",     "ডাঃ",    "ডঃ",
    "মো:",     "মো.",       "মোঃ", "মোসা.", "মোছা.", "মোহাম্মদ", "মুহাম্মদ", "মোসাম্মৎ",
    "মোছাম্মৎ", "প্রফেসর ড.", "Mr.", "Ms.",   "Mrs.",  "Dr.",     "Md.",
};

} // namespace udb::mandates
