// A meeting as it is called, held and minuted, and its decisions. Pure.
#pragma once

#include "base/bilingual.hpp"
#include "base/result.hpp"
#include "kernel/office.hpp"
#include "modules/meetings/meeting_terms.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace udb {

struct Record;
struct Meeting;  ///< `Id<Meeting>` is a record's; its pages are `/meetings/{id}`
struct Decision; ///< `Id<Decision>` is a record's; its pages are `/decisions/{id}`
struct MeetingItem;

template <>
inline constexpr std::string_view record_kind<Meeting> = "meeting";
template <>
inline constexpr std::string_view record_kind<Decision> = "decision";

namespace meetings {

inline constexpr int title_chars_max = 300;
inline constexpr int text_chars_max = 20'000; ///< of one item's discussion
inline constexpr int decision_chars_max = 1000;
inline constexpr std::size_t people_max = 500;
inline constexpr std::size_t items_max = 200;
inline constexpr std::size_t decisions_of_item_max = 20;

/// A time of the day in Bangladesh, in minutes after midnight.
using Clock = std::chrono::minutes;

/// `11:00`, `১১.৩০`, `1530`; nothing for what is no time.
std::optional<Clock> parse_clock(std::string_view text);
/// `11:00`, as forms and rows keep it.
std::string written(Clock clock);
/// As a notice says it: `সকাল ১১:০০ ঘটিকা`; `11:00 am`.
std::string spoken(Clock clock, Language language);

/// When and where.
struct Occasion {
    Date day = {};
    Clock begins{};
    std::chrono::minutes lasts{60};
    std::string place = {};
    std::string link = {}; ///< for those who join online; may be empty

    bool operator==(Occasion const&) const = default;
};

/// Somebody who is asked to come: whoever holds a post on the day, or a person by name.
struct Attendee {
    int no = 0; ///< from 1, in the order of the list
    Id<Post> post = {};
    std::string name = {};                 ///< of one without a post; else empty
    std::string email = {};                ///< of one without a post; may be empty
    std::optional<Presence> presence = {}; ///< empty until the meeting was held
    std::string substitute = {};           ///< name and rank of who came in the holder's place
    Id<Officer> officer = {};              ///< who held the post on the day
    bool chair = false;                    ///< presides; need not lead the team

    bool operator==(Attendee const&) const = default;
};

/// A piece of the agenda, then of the minutes.
struct Item {
    Id<MeetingItem> id = {};
    int no = 0;
    ItemKind kind = ItemKind::own;
    std::string title = {};
    Id<Record> about = {}; ///< the record that a matter is about; zero: none
    std::string path = {}; ///< the page of what a matter is about; empty: none
    std::string discussion = {};
    std::int64_t version = 1;
};

/// What was corrected of an item when the minutes were confirmed: what stood there before.
struct Correction {
    int item_no = 0;
    std::string before = {};
    std::string after = {};
};

/// One step of what was told of a decision.
struct Progress {
    Date on = {};
    std::string text = {};
    BilingualText who = {};
};

/// How many days after `due` it is; 0 while it is not late. `open_due` is that day, or the next on
/// which offices are open: until then it is in time.
struct DueDay {
    std::optional<Date> due = {}, open_due = {};
};
int days_late(DueDay const& day, DecisionState state, Date today);

/// Every fault at its field (`day`, `place`, `link`, `lasts`).
std::vector<FieldError> check(Occasion const& occasion);
/// `people`, `chair`, `name_3`, `email_3`.
std::vector<FieldError> check(std::vector<Attendee> const& people);

} // namespace meetings
} // namespace udb
