// Days on which offices are closed: the weekend and the yearly list of holidays, both as data.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla {

/// The weekly days off, and since when.
struct Weekend {
    std::vector<std::chrono::weekday> days = {std::chrono::Friday, std::chrono::Saturday};

    bool has(Date date) const;
};

enum class HolidayKind {
    general,         ///< সাধারণ ছুটি
    executive_order, ///< নির্বাহী আদেশে ছুটি
    optional,        ///< ঐচ্ছিক ছুটি, by religion or people: the office stays open
    working,         ///< a day off that an order made a working day
};
Bilingual kind_name(HolidayKind kind);

/// Of a day that was declared beside the yearly list: by what order, and how we learned of it.
struct Declaration {
    std::string authority; ///< that issued the order
    BilingualText memo;    ///< the order's number, in each language's digits
    Date issued_on;
    Date declared_on; ///< when it was written down here
    BilingualText by; ///< who wrote it down
};

struct Holiday {
    Date date;
    BilingualText name;
    HolidayKind kind = HolidayKind::general;
    std::string area = {};      ///< empty: the whole country; else an area's id, `hill_districts`
    std::string community = {}; ///< of an optional holiday: `muslim`, `hindu` …; else empty
    bool moon = false;          ///< may move when the moon is sighted
    std::string source = {};    ///< the order that declares it
    std::optional<Declaration> declared = {};
};

/// The lists of some years, in order of date.
class Holidays {
public:
    Holidays() = default;

    /// Adds a year's list; adding the year again replaces it.
    void add(int year, std::vector<Holiday> list);

    /// One more word of a day, by a later order, which counts before what stood there: a working
    /// day ends its holidays, a holiday its being a working day.
    void declare(Holiday holiday);

    /// There is a list for `year` (it may be empty).
    bool covers(int year) const { return years_.contains(year); }

    /// What is declared for `date` in `area` (nationwide entries, and those of that very area).
    std::vector<Holiday> on(Date date, std::string_view area = {}) const;

    std::vector<Holiday> all() const;

private:
    std::set<int> years_;
    std::multimap<Date, Holiday> by_date_;
};

struct HolidayList {
    int year = 0;
    std::vector<Holiday> holidays;
};

/// Reads one year's list (`data/holidays/2026.toml` shows the shape). Every fault is reported at
/// its entry: fields `holiday[3].date`.
Result<HolidayList> parse_holidays(std::string_view toml);

/// The lists that come with the program.
Holidays const& known_holidays();

} // namespace udb::bangla
