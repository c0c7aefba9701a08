// A unit of work: who acts, on which day, inside one transaction. Every verb takes one.
#pragma once

#include "base/result.hpp"
#include "kernel/policy.hpp"
#include "store/database.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace udb {

struct Record;

/// What an event tells besides who and when: names with values, kept as written.
using Details = std::vector<std::pair<std::string, std::string>>;

/// The detail of every event that came by a token: what its owner calls it.
inline constexpr std::string_view token_detail = "by_token";

class CountsTogether;

struct Work {
    Db& db;
    Actor const& actor;
    Date today;
    Instant now;
    /// What the token is called by which the actor asked (`host/api.hpp`); every event tells it.
    std::string_view token = {};
    CountsTogether* counts = nullptr; ///< where many records come in one transaction

    /// Forbidden unless `policy` lets the actor do `act` to `target`.
    Done allow(std::span<Grant const> policy, Act act, Target const& target) const;

    /// Leaves an event (`team.formed`) in the same transaction as the change.
    void record(std::string_view event, Id<Record> id, std::string_view office_path,
                Details const& details = {});
};

/// What happened to a record, the newest first.
struct Event {
    Instant at;
    std::string kind;
    BilingualText who;
    Details details;

    /// The sentence `event.<kind>` of the words (`[event.team] formed = "…"`), its gaps filled from
    /// the details: `came_bn` and `came_en` fill `{came}` (a plain `came` beside
    /// them is its code), an ISO date is written out.
    Message sentence() const;
    /// The detail of that name; empty where there is none.
    std::string_view detail(std::string_view name) const;
};
std::vector<Event> events_of(Db& db, Id<Record> id, int most = 100);

struct RecordEvent {
    Id<Record> record = {};
    Event event = {};
};
/// The newest first.
std::vector<RecordEvent> events_of_all(Db& db, std::span<Id<Record> const> ids, int most);

/// An entry of the journal with its place in it, for what is derived from all of it.
struct JournalEvent {
    std::int64_t id = 0;
    Event event = {};
    Id<Record> record = {}; ///< zero where it had none
    std::string office_path = {};
};
/// Those after `id`, in order, at most `most`.
std::vector<JournalEvent> events_after(Db& db, std::int64_t id, int most);

/// What happened in an office and below it, the newest first.
struct OfficeEvent {
    Event event;
    Id<Record> record;
    std::string record_kind;
    BilingualText record_title;
};
std::vector<OfficeEvent> events_in(Db& db, std::string_view office_path, int most);

} // namespace udb
