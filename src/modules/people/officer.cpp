#include "modules/people/officer.hpp"

#include "modules/offices/contact.hpp"
#include "modules/people/policy.hpp"

#include <array>

namespace udb {
namespace {

constexpr std::array qualities{
    Term<Quality>{Quality::trained,
                  "trained",
                  {"সংশ্লিষ্ট বিষয়ে উচ্চতর প্রশিক্ষণ বা শিক্ষা আছে",
                   "Has higher training or education in the matter"}},
    Term<Quality>{Quality::keen,
                  "keen",
                  {"অতিরিক্ত দায়িত্ব ও উদ্ভাবনে আগ্রহী", "Keen on extra duty and innovation"}},
    Term<Quality>{Quality::leads, "leads", {"নেতৃত্ব দিতে সক্ষম", "Able to lead"}},
    Term<Quality>{
        Quality::team_player, "team_player", {"দলে কাজ করতে স্বচ্ছন্দ", "At ease in a team"}},
    Term<Quality>{
        Quality::technical, "technical", {"প্রযুক্তি ব্যবহারে আগ্রহী", "Interested in technology"}},
    Term<Quality>{Quality::helpful, "helpful", {"অন্যকে সহায়তা করতে প্রস্তুত", "Ready to help others"}},
};

std::vector<FieldError> check_officer(Officer const& o) {
    std::vector<FieldError> wrong;
    if (!o.phone.empty() && !is_phone(o.phone)) wrong.push_back({"phone", {"field.not_a_phone"}});
    if (!o.email.empty() && !is_email(o.email)) wrong.push_back({"email", {"field.not_an_email"}});
    return wrong;
}

constexpr std::array officer_fields{
    field<&Officer::name_bn>("name_bn", {"নাম (বাংলা)", "Name in Bangla"}, {.required = true}),
    field<&Officer::name_en>("name_en", {"নাম (ইংরেজি)", "Name in English"}),
    field<&Officer::service_id>("service_id", {"পরিচিতি নম্বর", "Service number"},
                                {.max_chars = 40}),
    field<&Officer::office>("office", {"কর্মস্থল", "Office"}),
    field<&Officer::phone>("phone", {"ফোন", "Phone"}, {.max_chars = 60}),
    field<&Officer::email>("email", {"সরকারি ই-মেইল", "Government e-mail"}, {.max_chars = 120}),
    field<&Officer::qualities>("qualities",
                               {"টিমে মনোনয়নের বিবেচ্য গুণ", "Qualities considered for a team"}),
};
static_assert(well_formed(officer_fields));

} // namespace

template <>
std::span<Term<Quality> const> terms<Quality>() {
    return qualities;
}

bool is_government_email(std::string_view email) {
    auto const at = email.find('@');
    if (at == email.npos) return false;
    std::string domain;
    for (char const c : email.substr(at + 1))
        domain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return domain == "gov.bd" || domain.ends_with(".gov.bd");
}

namespace people {

constinit Register<Officer> const officer_register{{
    .name = "officers",
    .kind = record_kind<Officer>,
    .title = {"কর্মকর্তা", "Officers"},
    .one = {"কর্মকর্তা", "Officer"},
    .fields = officer_fields,
    .policy = policy,
    .check = check_officer,
    .naming = [](Officer const& o) { return Naming{o.name(), o.service_id}; },
}};

} // namespace people
} // namespace udb
