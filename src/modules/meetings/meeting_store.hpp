// Statements of meetings that the module keeps to itself.
#pragma once

#include "modules/meetings/meetings.hpp"

namespace udb::meetings {

/// A column that holds an ISO date or nothing.
std::optional<Date> date_in(Row const& row, int column);

/// What stands in a scope, without what an account owns elsewhere.
Condition within(Scope const& scope, std::string_view column);

/// Whether it holds offices under another, not single ones only.
bool reaches_below(Scope const& scope);

void insert_meeting(Db& db, MeetingRecord const& m);
/// Everything of the row but its header; not the people.
void save_meeting(Db& db, MeetingRecord const& m);
void save_people(Db& db, Id<Record> meeting, std::vector<Attendee> const& people);

/// In their order, the earlier decisions first.
std::vector<Item> items_of(Db& db, Id<Meeting> meeting);
std::optional<std::pair<Id<Meeting>, Item>> find_item(Db& db, Id<MeetingItem> id);
Id<MeetingItem> insert_item(Db& db, Id<Meeting> meeting, Item const& item);
void delete_items_but(Db& db, Id<Meeting> meeting, std::vector<Id<MeetingItem>> const& kept);
/// Number and title; the version stays.
void place_item(Db& db, Item const& item);
/// Title and discussion; false where somebody saved since `item.version` was read.
bool save_item(Db& db, Item const& item);

void insert_correction(Db& db, Item const& item, std::string const& corrected, Id<Meeting> in);
struct ItemCorrection {
    Id<MeetingItem> item = {};
    std::string former = {};
    std::string corrected = {};
};
std::vector<ItemCorrection> corrections_of(Db& db, Id<Meeting> meeting);

struct NewDecision {
    Id<Decision> id = {};
    Id<Meeting> meeting = {};
    Id<MeetingItem> item = {};
    Id<Post> responsible = {};
    std::optional<Date> due = {};
};
void insert_decision(Db& db, NewDecision const& d);
void save_decision(Db& db, DecisionFacts const& d);
/// Of a meeting, in the order of its items.
std::vector<DecisionFacts> decisions_of(Db& db, Id<Meeting> meeting);
/// Open ones taken before `day` in meetings of that office and kind.
std::vector<DecisionFacts> open_before(Db& db, std::string_view office_path, MeetingKind kind,
                                       Date day);
/// Newest first, in every state; `only_open`: those first due first.
struct DecisionsAsked {
    Scope scope = {};
    std::vector<Id<Post>> posts = {}; ///< these alone; empty: of everybody in `scope`
    bool only_open = false;
};
std::vector<DecisionFacts> decisions_for(Db& db, DecisionsAsked const& asked, int most);

void add_progress(Db& db, Id<Decision> decision, Progress const& progress);
/// The newest first.
std::vector<Progress> progress_of(Db& db, Id<Decision> decision);
/// What was told last of each of them that has anything told.
std::vector<std::pair<Id<Decision>, Progress>>
last_progress(Db& db, std::vector<DecisionFacts> const& decisions);

void insert_move(Db& db, Id<Decision> decision, Id<Meeting> meeting);
/// The meetings to which an open decision was taken, the newest first.
std::vector<MeetingLine> moved_to(Db& db, Id<Decision> decision);

/// The newest held meeting of that office and kind before `day` whose minutes await confirmation.
std::optional<MeetingLine> unconfirmed_before(Db& db, std::string_view office_path,
                                              MeetingKind kind, Date day);
/// Held meetings of the same office and kind after this one: those that may confirm its minutes.
std::vector<MeetingLine> held_after(Db& db, MeetingRecord const& m);

/// Days of meetings of an office that took place, by kind.
std::vector<Date> days_held(Db& db, std::string_view office_path, MeetingKind kind);

/// Meetings in a scope, the newest day first.
std::vector<MeetingLine> meetings_in(Db& db, Scope const& scope, int most);

/// Posts that an officer acts in on a day.
std::vector<Id<Post>> posts_acted_in(Db& db, Id<Officer> officer, Date day);

/// The secret calendar of an account: an account has one, and a new one ends the one before.
std::string new_feed(Work& work, Id<Account> account);
void end_feed(Db& db, Id<Account> account);
bool has_feed(Db& db, Id<Account> account);
/// Whose calendar this is: the officer of an account that is open; nothing for a secret that opens
/// nothing (any more).
struct FeedOwner {
    Id<Account> account = {};
    Id<Officer> officer = {};
};
std::optional<FeedOwner> feed_owner(Db& db, std::string_view secret);

/// Called meetings to which one of these posts is asked, on or after `from`.
std::vector<Id<Meeting>> meetings_asking(Db& db, std::vector<Id<Post>> const& posts, Date from);

} // namespace udb::meetings
