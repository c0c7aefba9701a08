#include "modules/offices/office.hpp"

#include "bangla/text/digits.hpp"
#include "modules/offices/contact.hpp"
#include "modules/offices/policy.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

constexpr std::array levels{
    Term<Level>{Level::ministry, "ministry", {"মন্ত্রণালয়/বিভাগ", "Ministry or division"}},
    Term<Level>{Level::agency, "agency", {"অধিদপ্তর/সংস্থা", "Directorate or agency"}},
    Term<Level>{Level::division, "division", {"বিভাগীয় কার্যালয়", "Divisional office"}},
    Term<Level>{Level::district, "district", {"জেলা কার্যালয়", "District office"}},
    Term<Level>{Level::upazila, "upazila", {"উপজেলা কার্যালয়", "Upazila office"}},
    Term<Level>{Level::field, "field", {"অন্যান্য মাঠ কার্যালয়", "Other field office"}},
};

bool is_code(std::string_view text, std::size_t digits) {
    auto const ascii = bangla::ascii_digits(text);
    return ascii.size() == digits
           && std::ranges::all_of(ascii, [](char c) { return c >= '0' && c <= '9'; });
}

/// Secretariat Instructions 2024: two digits of the ministry, two of the agency, four of the place.
std::vector<FieldError> check_office(Office const& o) {
    std::vector<FieldError> wrong;
    auto const code = [&](std::string field, std::string const& text, std::int64_t digits) {
        if (!text.empty() && !is_code(text, static_cast<std::size_t>(digits)))
            wrong.push_back({std::move(field), {"offices.not_a_code", {{"digits", digits}}}});
    };
    code("ministry_code", o.ministry_code, 2);
    code("agency_code", o.agency_code, 2);
    code("place_code", o.place_code, 4);
    if (!o.website.empty() && !is_web_address(o.website))
        wrong.push_back({"website", {"field.not_an_address"}});
    if (o.valid_from && o.valid_until && *o.valid_until < *o.valid_from)
        wrong.push_back({"valid_until", {"offices.ends_before_it_begins"}, {"valid_from"}});
    if (o.successor && !o.valid_until)
        wrong.push_back({"valid_until", {"offices.successor_without_end"}});
    return wrong;
}

std::vector<FieldError> check_post(Post const& p) {
    std::vector<FieldError> wrong;
    if (!p.phone.empty() && !is_phone(p.phone)) wrong.push_back({"phone", {"field.not_a_phone"}});
    if (!p.email.empty() && !is_email(p.email)) wrong.push_back({"email", {"field.not_an_email"}});
    return wrong;
}

constexpr std::array office_fields{
    field<&Office::name_bn>("name_bn", {"নাম (বাংলা)", "Name in Bangla"}, {.required = true}),
    field<&Office::name_en>("name_en", {"নাম (ইংরেজি)", "Name in English"}),
    field<&Office::level>("level", {"পর্যায়", "Level"}, {.required = true}),
    field<&Office::parent>("parent", {"ঊর্ধ্বতন দপ্তর", "Office above it"}),
    field<&Office::ministry_code>(
        "ministry_code", {"স্মারকের মন্ত্রণালয় কোড", "Ministry code of memo numbers"},
        {.max_chars = 2, .hint = {"২ অঙ্ক, যেমন ৪০", "2 digits, such as 40"}, .code = true}),
    field<&Office::agency_code>(
        "agency_code", {"স্মারকের দপ্তর কোড", "Agency code of memo numbers"},
        {.max_chars = 2, .hint = {"২ অঙ্ক, যেমন ০০", "2 digits, such as 00"}, .code = true}),
    field<&Office::place_code>(
        "place_code", {"স্মারকের স্থান কোড", "Place code of memo numbers"},
        {.max_chars = 4,
         .hint = {"জেলা ও উপজেলার ৪ অঙ্ক, যেমন ৩৩০০", "4 digits of district and upazila: 3300"},
         .code = true}),
    field<&Office::website>("website", {"ওয়েবসাইট", "Website"}),
    field<&Office::valid_from>("valid_from", {"প্রতিষ্ঠার তারিখ", "Exists from"}),
    field<&Office::valid_until>("valid_until", {"বিলুপ্তির তারিখ", "Exists until"}),
    field<&Office::successor>("successor", {"উত্তরসূরি দপ্তর", "Office that succeeds it"}),
};
static_assert(well_formed(office_fields));

constexpr std::array post_fields{
    field<&Post::office>("office", {"দপ্তর", "Office"}, {.required = true, .fixed = true}),
    field<&Post::title_bn>("title_bn", {"পদনাম (বাংলা)", "Post in Bangla"}, {.required = true}),
    field<&Post::title_en>("title_en", {"পদনাম (ইংরেজি)", "Post in English"}),
    field<&Post::rank>("rank", {"পদমর্যাদা", "Rank"}, {.required = true}),
    field<&Post::unit_bn>("unit_bn", {"অনুবিভাগ, অধিশাখা, শাখা বা সেল (বাংলা)",
                                      "Wing, branch, section or cell in Bangla"}),
    field<&Post::unit_en>("unit_en", {"অনুবিভাগ, অধিশাখা, শাখা বা সেল (ইংরেজি)",
                                      "Wing, branch, section or cell in English"}),
    field<&Post::capacities>(
        "capacities", {"টিম গঠনের বিধিতে যা গণ্য হয়", "What the rules of composition ask for"}),
    field<&Post::is_head>("is_head", {"এই পদধারী দপ্তরপ্রধান", "The holder heads the office"}),
    field<&Post::phone>("phone", {"দাপ্তরিক ফোন", "Office phone"}),
    field<&Post::email>("email", {"দাপ্তরিক ই-মেইল", "Office e-mail"}),
    field<&Post::abolished_on>("abolished_on", {"পদ বিলুপ্তির তারিখ", "Abolished on"}),
};
static_assert(well_formed(post_fields));

} // namespace

template <>
std::span<Term<Level> const> terms<Level>() {
    return levels;
}

std::optional<Tier> tier_of(Level level) {
    switch (level) {
    case Level::ministry: return Tier::ministry;
    case Level::agency: return Tier::agency;
    case Level::division: return Tier::division;
    case Level::district: return Tier::district;
    case Level::upazila: return Tier::upazila;
    case Level::field: break;
    }
    return {};
}

std::string Office::memo_codes() const {
    std::string out;
    for (auto const* code : {&ministry_code, &agency_code, &place_code})
        if (!code->empty()) out += (out.empty() ? "" : ".") + *code;
    return out;
}

namespace offices {

BilingualText label_of(Post const& post) {
    auto const joined = [](std::string const& title, std::string const& unit) {
        return unit.empty() || title.empty() ? title : title + ", " + unit;
    };
    return {joined(post.title_bn, post.unit_bn), joined(post.title_en, post.unit_en)};
}

constinit Register<Office> const office_register{{
    .name = "offices",
    .kind = record_kind<Office>,
    .title = {"দপ্তর", "Offices"},
    .one = {"দপ্তর", "Office"},
    .fields = office_fields,
    .policy = policy,
    .check = check_office,
    .naming = [](Office const& o) { return Naming{o.name(), o.memo_codes()}; },
}};
constinit Register<Post> const post_register{{
    .name = "posts",
    .kind = record_kind<Post>,
    .title = {"পদ", "Posts"},
    .one = {"পদ", "Post"},
    .fields = post_fields,
    .policy = policy,
    .check = check_post,
    .naming = [](Post const& p) { return Naming{label_of(p)}; },
}};

} // namespace offices
} // namespace udb
