// What an officer contributed, as far as a reader may see it.
#pragma once

#include "host/application.hpp"
#include "modules/people/people.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::duties {

/// Contributions of one kind, shown under one heading.
struct RecordGroup {
    Bilingual title;
    std::vector<Contribution> lines = {};
};

struct PersonalRecord {
    people::OfficerRecord officer = {};
    std::optional<offices::OfficeRecord> office = {}; ///< where the officer sits
    std::optional<people::HeldPost> post = {};        ///< the one held, or held last
    Date from = {}, until = {};
    std::vector<RecordGroup> groups = {};
};
/// Whether `reader` may see the record at all: the officer himself, and the leader and the head of
/// the office where he sits.
bool may_see(Actor const& reader, Id<Officer> officer, std::string_view office_path);

/// Nothing where there is no such officer, or the reader may not see it. Of what other offices
/// hold, a reader other than the officer sees what he may read there.
std::optional<PersonalRecord> personal_record(Db& db, std::span<Module const* const> modules,
                                              Actor const& reader, Id<Officer> officer, Date from,
                                              Date until);

} // namespace udb::duties
