#include "bangla/calendar/holidays.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <toml++/toml.h>

namespace udb::embedded {
std::span<EmbeddedFile const> holiday_lists();
} // namespace udb::embedded

namespace udb::bangla {
namespace {

using namespace std::chrono;

struct Kind {
    HolidayKind kind;
    std::string_view key; ///< in the file
    Bilingual name;
};
constexpr std::array<Kind, 4> kinds{{
    {HolidayKind::general, "general", {"সাধারণ ছুটি", "general holiday"}},
    {HolidayKind::executive_order,
     "executive_order",
     {"নির্বাহী আদেশে সরকারি ছুটি", "holiday by executive order"}},
    {HolidayKind::optional, "optional", {"ঐচ্ছিক ছুটি", "optional holiday"}},
    {HolidayKind::working, "working", {"কর্মদিবস ঘোষিত", "declared a working day"}},
}};

/// Reads one entry, noting what is wrong with it under `at`.
class EntryReader {
public:
    EntryReader(toml::table const& entry, std::string at, std::vector<FieldError>& faults)
        : entry_(entry), at_(std::move(at)), faults_(faults) {}

    std::string text(char const* key) const { return entry_[key].value_or(std::string{}); }

    std::string required(char const* key) {
        auto found = text(key);
        if (found.empty()) fault(key, "calendar.holiday_lacks");
        return found;
    }

    std::optional<Date> date(char const* key) {
        if (auto const written = entry_[key].value<toml::date>()) {
            year_month_day const ymd{year{written->year}, month{written->month}, day{written->day}};
            if (ymd.ok()) return sys_days{ymd};
        }
        if (auto const read = parse_iso_date(text(key))) return read;
        fault(key, "calendar.holiday_date");
        return {};
    }

    HolidayKind kind() {
        auto const found = std::ranges::find(kinds, text("kind"), &Kind::key);
        if (found != kinds.end()) return found->kind;
        fault("kind", "calendar.holiday_kind");
        return HolidayKind::general;
    }

    bool flag(char const* key) const { return entry_[key].value_or(false); }

    void fault(std::string_view key, char const* message) {
        faults_.push_back({at_ + "." + std::string(key), {message}});
    }

private:
    toml::table const& entry_;
    std::string at_;
    std::vector<FieldError>& faults_;
};

/// One entry may cover several days: `date` and `until`.
void read_entry(EntryReader& reader, std::string const& source, HolidayList& into) {
    Holiday holiday{.date = {},
                    .name = {reader.required("bn"), reader.required("en")},
                    .kind = reader.kind(),
                    .area = reader.text("area"),
                    .community = reader.text("community"),
                    .moon = reader.flag("moon"),
                    .source = reader.text("source")};
    if (holiday.source.empty()) holiday.source = source;
    auto const first = reader.date("date");
    if (!first) return;
    auto const last = reader.text("until").empty() ? first : reader.date("until");
    if (!last) return;
    bool const of_the_year = static_cast<int>(year_month_day{*first}.year()) == into.year
                             && static_cast<int>(year_month_day{*last}.year()) == into.year;
    if (!of_the_year || *last < *first) {
        reader.fault(of_the_year ? "until" : "date", "calendar.holiday_outside");
        return;
    }
    for (Date day = *first; day <= *last; day += days{1}) {
        holiday.date = day;
        into.holidays.push_back(holiday);
    }
}

Holidays all_lists() {
    Holidays out;
    for (auto const& file : embedded::holiday_lists()) {
        auto list = parse_holidays(file.bytes);
        ENSURE(list, "a list of holidays is broken: " + std::string(file.name));
        auto const year = list->year;
        out.add(year, std::move(list->holidays));
    }
    return out;
}

} // namespace

bool Weekend::has(Date date) const { return std::ranges::find(days, weekday{date}) != days.end(); }

Bilingual kind_name(HolidayKind kind) { return std::ranges::find(kinds, kind, &Kind::kind)->name; }

void Holidays::add(int year, std::vector<Holiday> list) {
    std::erase_if(by_date_, [&](auto const& entry) {
        return static_cast<int>(year_month_day{entry.first}.year()) == year;
    });
    years_.insert(year);
    for (auto& holiday : list) {
        auto const date = holiday.date;
        by_date_.emplace(date, std::move(holiday));
    }
}

void Holidays::declare(Holiday holiday) {
    auto const [first, last] = by_date_.equal_range(holiday.date);
    bool const opens = holiday.kind == HolidayKind::working;
    for (auto entry = first; entry != last;) {
        bool const gives_way = (entry->second.kind == HolidayKind::working) != opens;
        entry = gives_way ? by_date_.erase(entry) : std::next(entry);
    }
    auto const date = holiday.date;
    by_date_.emplace(date, std::move(holiday));
}

std::vector<Holiday> Holidays::on(Date date, std::string_view area) const {
    std::vector<Holiday> out;
    auto const [first, last] = by_date_.equal_range(date);
    for (auto entry = first; entry != last; ++entry)
        if (entry->second.area.empty() || entry->second.area == area) out.push_back(entry->second);
    return out;
}

std::vector<Holiday> Holidays::all() const {
    std::vector<Holiday> out;
    out.reserve(by_date_.size());
    for (auto const& [date, holiday] : by_date_)
        out.push_back(holiday);
    return out;
}

Result<HolidayList> parse_holidays(std::string_view toml) {
    toml::table file;
    try {
        file = toml::parse(toml);
    } catch (toml::parse_error const& bad) {
        return refused({"calendar.not_toml",
                        {{"line", static_cast<std::int64_t>(bad.source().begin.line)},
                         {"why", std::string(bad.description())}}});
    }
    HolidayList list;
    std::vector<FieldError> faults;
    auto const year = file["year"].value<std::int64_t>();
    if (!year || *year < 1900 || *year > 2100) return invalid("year", {"calendar.holiday_year"});
    list.year = static_cast<int>(*year);
    auto const source = file["source"].value_or(std::string{});
    if (source.empty()) faults.push_back({"source", {"calendar.holiday_lacks"}});
    auto const* entries = file["holiday"].as_array();
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        auto const at = "holiday[" + std::to_string(i) + "]";
        if (auto const* entry = entries->get(i)->as_table()) {
            EntryReader reader(*entry, at, faults);
            read_entry(reader, source, list);
        } else {
            faults.push_back({at, {"calendar.holiday_lacks"}});
        }
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return list;
}

Holidays const& known_holidays() {
    static Holidays const known = all_lists();
    return known;
}

} // namespace udb::bangla
