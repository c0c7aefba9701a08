#include "modules/meetings/meeting.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <set>

namespace udb::meetings {
namespace {

using std::chrono::minutes;

constexpr minutes day_long{24 * 60};

std::optional<int> number_in(std::string_view digits) {
    int value = 0;
    auto const* end = digits.data() + digits.size();
    auto const read = std::from_chars(digits.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || digits.empty() || digits.size() > 2) return {};
    return value;
}

/// The part of the day as notices say it.
Bilingual part_of(int hour) {
    if (hour < 5) return {"রাত", "am"};
    if (hour < 12) return {"সকাল", "am"};
    if (hour < 15) return {"দুপুর", "pm"};
    if (hour < 18) return {"বিকাল", "pm"};
    if (hour < 20) return {"সন্ধ্যা", "pm"};
    return {"রাত", "pm"};
}

} // namespace

std::optional<Clock> parse_clock(std::string_view text) {
    auto const ascii = bangla::ascii_digits(bangla::trimmed(text));
    std::string_view const clock = ascii;
    auto const sign = clock.find_first_of(":.");
    auto const split = sign != clock.npos ? sign
                       : clock.size() > 2 ? clock.size() - 2
                                          : clock.size();
    auto const hour = number_in(clock.substr(0, split));
    auto rest = clock.substr(split);
    if (!rest.empty() && sign != clock.npos) rest.remove_prefix(1);
    auto const minute = rest.empty() && sign == clock.npos ? std::optional(0) : number_in(rest);
    if (!hour || !minute || *hour > 23 || *minute > 59 || *hour < 0 || *minute < 0) return {};
    return minutes{*hour * 60 + *minute};
}

std::string written(Clock clock) {
    std::array<char, 8> out{};
    auto const all = static_cast<int>(clock.count() % day_long.count());
    std::snprintf(out.data(), out.size(), "%02d:%02d", all / 60 % 24, all % 60);
    return out.data();
}

std::string spoken(Clock clock, Language language) {
    auto const all = static_cast<int>(clock.count() % day_long.count());
    auto const hour = all / 60 % 24;
    auto const twelve = hour % 12 == 0 ? 12 : hour % 12;
    std::array<char, 8> out{};
    std::snprintf(out.data(), out.size(), "%d:%02d", twelve, all % 60);
    auto const part = std::string(part_of(hour).in(language));
    if (language == Language::en) return out.data() + (' ' + part);
    return part + ' ' + bangla::bangla_digits(out.data());
}

int days_late(DueDay const& day, DecisionState state, Date today) {
    if (!day.due || state != DecisionState::open) return 0;
    if (today <= day.open_due.value_or(*day.due)) return 0;
    return static_cast<int>((today - *day.due).count());
}

std::vector<FieldError> check(Occasion const& o) {
    std::vector<FieldError> wrong;
    if (bangla::trimmed(o.place).empty() && bangla::trimmed(o.link).empty())
        wrong.push_back({"place", {"meetings.place_needed"}});
    if (!o.link.empty() && !o.link.starts_with("https://") && !o.link.starts_with("http://"))
        wrong.push_back({"link", {"meetings.link_not_web"}});
    if (o.lasts < minutes{5} || o.lasts > day_long)
        wrong.push_back({"lasts", {"meetings.lasts_range"}});
    return wrong;
}

std::vector<FieldError> check(std::vector<Attendee> const& people) {
    std::vector<FieldError> wrong;
    if (people.empty()) wrong.push_back({"people", {"meetings.nobody_called"}});
    if (people.size() > people_max)
        wrong.push_back(
            {"people", {"meetings.too_many_people", {{"max", std::int64_t(people_max)}}}});
    std::set<Id<Post>> posts;
    int chairs = 0;
    for (auto const& p : people) {
        chairs += p.chair ? 1 : 0;
        if (p.post && !posts.insert(p.post).second)
            wrong.push_back({"people", {"meetings.called_twice"}});
        if (!p.post && bangla::trimmed(p.name).empty())
            wrong.push_back({"name_" + std::to_string(p.no), {"meetings.name_needed"}});
    }
    if (chairs > 1) wrong.push_back({"chair", {"meetings.one_chair"}});
    return wrong;
}

} // namespace udb::meetings
