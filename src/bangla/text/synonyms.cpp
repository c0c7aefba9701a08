// Collected from the circulars of 2013 and 2023, the ministry's order of 2026, the action plans of
// e-governance and innovation, and the Bangla Academy's spelling. Pairs that folding joins by
// itself (সহজীকরণ/সহজিকরণ) are not listed.
#include "bangla/text/synonyms.hpp"

namespace udb::bangla {
namespace {

using Form = std::string_view;

constexpr Form showcasing[] = {"শোকেসিং",  "শোকেজিং",  "শো-কেসিং",
                               "শো-কেজিং", "শোকেইসিং", "showcasing"};
constexpr Form showcase[] = {"শোকেস", "শোকেজ", "শো-কেস"};
constexpr Form governance[] = {"গভর্নেন্স",  "গভর্ন্যান্স", "গভর্নেস",
                               "গভার্নেন্স", "গভর্নান্স",  "governance"};
constexpr Form e_governance[] = {"ই-গভর্নেন্স", "ইগভর্নেন্স", "ই-গভর্ন্যান্স", "ইগভর্ন্যান্স",
                                 "e-governance"};
constexpr Form data[] = {"উপাত্ত", "ডাটা", "ডেটা", "data"};
constexpr Form data_based[] = {"উপাত্তভিত্তিক", "ডাটাভিত্তিক", "ডেটাভিত্তিক", "ডাটা-ভিত্তিক",
                               "উপাত্ত-ভিত্তিক"};
constexpr Form data_driven[] = {"উপাত্তনির্ভর", "ডাটানির্ভর", "ডেটানির্ভর", "ডাটা-নির্ভর"};
constexpr Form database[] = {"উপাত্তভান্ডার", "ডাটাবেজ", "ডাটাবেস", "ডেটাবেজ", "ডেটাবেস", "database"};
constexpr Form higher[] = {"ঊর্ধ্বতন", "উর্দ্ধতন", "উর্ধতন", "ঊর্দ্ধতন"};
constexpr Form innovation[] = {"উদ্ভাবন", "ইনোভেশন", "innovation"};
constexpr Form team[] = {"টিম", "টীম", "দল", "team"};
constexpr Form officer[] = {"কর্মকর্তা", "অফিসার", "officer"};
constexpr Form chief[] = {"চিফ", "চীফ", "চিপ", "chief"};
constexpr Form annual[] = {"বার্ষিক", "বাৎসরিক", "annual"};
constexpr Form year[] = {"বছর", "বৎসর"};
constexpr Form yearly[] = {"বছরের", "বৎসরের"};
constexpr Form quarterly[] = {"ত্রৈমাসিক", "ত্রৈ-মাসিক"};
constexpr Form training[] = {"প্রশিক্ষণ", "ট্রেনিং", "training"};
constexpr Form website[] = {"ওয়েবসাইট", "ওয়েব-সাইট", "ওয়েবসাইট", "website"};
constexpr Form email[] = {"ইমেইল", "ই-মেইল", "ই-মেল", "ইমেল", "email", "e-mail"};
constexpr Form online[] = {"অনলাইন", "অন-লাইন", "online"};
constexpr Form software[] = {"সফটওয়্যার", "সফটওয়ার", "সফ্টওয়্যার",
                             "সফট্‌ওয়্যার", "software"};
constexpr Form digital[] = {"ডিজিটাল", "ডিজিটেল", "digital"};
constexpr Form digitisation[] = {"ডিজিটাইজেশন", "ডিজিটালাইজেশন", "ডিজিটাইজেসন", "digitization"};
constexpr Form visualisation[] = {"ভিজ্যুয়ালাইজেশন", "ভিজুয়লাইজেশন", "ভিজ্যুয়লাইজেশন", "ভিজুয়ালাইজেশন"};
constexpr Form analytics[] = {"এনালাইটিক্স", "অ্যানালিটিক্স", "এনালিটিক্স", "analytics"};
constexpr Form analyst[] = {"এনালিস্ট", "অ্যানালিস্ট", "এ্যানালিস্ট", "analyst"};
constexpr Form programmer[] = {"প্রোগ্রামার", "প্রোগামার", "programmer"};
constexpr Form system[] = {"সিস্টেম", "সিষ্টেম", "system"};
constexpr Form pilot[] = {"পাইলটিং", "পাইলট", "piloting", "pilot"};
constexpr Form scale_up[] = {"স্কেল-আপ", "স্কেলআপ", "স্কেল আপ"};
constexpr Form replication[] = {"রেপ্লিকেশন", "রেপ্লিকেট", "রেপ্লিকেটিং"};
constexpr Form charter[] = {"সিটিজেন চার্টার",      "সিটিজেনস চার্টার",   "সিটিজেন'স চার্টার",
                            "সেবা প্রদান প্রতিশ্রুতি", "citizen's charter", "citizens charter"};
constexpr Form complaint[] = {"অভিযোগ প্রতিকার ব্যবস্থা", "জিআরএস", "grs"};
constexpr Form ict[] = {"আইসিটি", "তথ্য ও যোগাযোগ প্রযুক্তি", "ict"};
constexpr Form joint_secretary[] = {"যুগ্মসচিব", "যুগ্ম সচিব", "যুগ্ম-সচিব"};
constexpr Form deputy_secretary[] = {"উপসচিব", "উপ সচিব", "উপ-সচিব"};
constexpr Form deputy_director[] = {"উপপরিচালক", "উপ পরিচালক", "উপ-পরিচালক"};
constexpr Form member_secretary[] = {"সদস্যসচিব", "সদস্য সচিব", "সদস্য-সচিব"};
constexpr Form upazila[] = {"উপজেলা", "উপজিলা", "থানা উপজেলা"};
constexpr Form uno[] = {"উপজেলা নির্বাহী অফিসার", "উপজেলা নির্বাহী কর্মকর্তা", "ইউএনও", "uno"};
constexpr Form district_admin[] = {"জেলা প্রশাসক", "ডিসি"};
constexpr Form work_plan[] = {"কর্মপরিকল্পনা", "কর্ম পরিকল্পনা", "কর্ম-পরিকল্পনা"};
constexpr Form terms[] = {"কার্যপরিধি", "কার্য পরিধি", "কর্মপরিধি"};
constexpr Form service_process[] = {"সেবা পদ্ধতি", "সেবাপদ্ধতি"};
constexpr Form service_delivery[] = {"সেবা প্রদান", "সেবাপ্রদান"};
constexpr Form citizen_service[] = {"নাগরিক সেবা", "নাগরিকসেবা", "নাগরিক-সেবা"};
constexpr Form meeting_minutes[] = {"কার্যবিবরণী", "কার্যবিবরনি", "কার্য বিবরণী"};
constexpr Form any[] = {"কোনো", "কোন"};
constexpr Form was[] = {"হলো", "হল", "হইল", "হইলো"};
constexpr Form from[] = {"হতে", "হইতে", "থেকে"};
constexpr Form with[] = {"সাথে", "সহিত", "সঙ্গে"};
constexpr Form issued[] = {"জারি", "জারী"};
constexpr Form government[] = {"সরকারি", "সরকারী"};
constexpr Form christian_era[] = {"খ্রিস্টাব্দ", "খ্রিষ্টাব্দ", "খ্রি"};
constexpr Form office[] = {"কার্যালয়", "অফিস"};
constexpr Form number[] = {"নম্বর", "নং", "নাম্বার"};
constexpr Form wage[] = {"মজুরি", "মজুরী"};
constexpr Form appeal[] = {"আপিল", "আপীল", "appeal"};
constexpr Form certificate[] = {"সার্টিফিকেট", "সনদ", "সনদপত্র"};
constexpr Form list[] = {"তালিকা", "লিস্ট"};
constexpr Form report[] = {"প্রতিবেদন", "রিপোর্ট", "report"};
constexpr Form ministry[] = {"মন্ত্রণালয়", "মন্ত্রনালয়", "ministry"};
constexpr Form technology[] = {"প্রযুক্তি", "টেকনোলজি", "technology"};
constexpr Form cyber[] = {"সাইবার", "cyber"};
constexpr Form security[] = {"নিরাপত্তা", "সিকিউরিটি", "security"};
constexpr Form budget[] = {"বাজেট", "budget"};
constexpr Form project[] = {"প্রকল্প", "প্রজেক্ট", "project"};
constexpr Form idea[] = {"ধারণা", "আইডিয়া", "idea"};

constexpr std::span<Form const> all[] = {showcasing,
                                         showcase,
                                         governance,
                                         e_governance,
                                         data,
                                         data_based,
                                         data_driven,
                                         database,
                                         higher,
                                         innovation,
                                         team,
                                         officer,
                                         chief,
                                         annual,
                                         year,
                                         yearly,
                                         quarterly,
                                         training,
                                         website,
                                         email,
                                         online,
                                         software,
                                         digital,
                                         digitisation,
                                         visualisation,
                                         analytics,
                                         analyst,
                                         programmer,
                                         system,
                                         pilot,
                                         scale_up,
                                         replication,
                                         charter,
                                         complaint,
                                         ict,
                                         joint_secretary,
                                         deputy_secretary,
                                         deputy_director,
                                         member_secretary,
                                         upazila,
                                         uno,
                                         district_admin,
                                         work_plan,
                                         terms,
                                         service_process,
                                         service_delivery,
                                         citizen_service,
                                         meeting_minutes,
                                         any,
                                         was,
                                         from,
                                         with,
                                         issued,
                                         government,
                                         christian_era,
                                         office,
                                         number,
                                         wage,
                                         appeal,
                                         certificate,
                                         list,
                                         report,
                                         ministry,
                                         technology,
                                         cyber,
                                         security,
                                         budget,
                                         project,
                                         idea};

} // namespace

std::span<std::span<std::string_view const> const> synonyms() { return all; }

} // namespace udb::bangla
