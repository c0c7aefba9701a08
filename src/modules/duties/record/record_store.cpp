#include "modules/duties/record/record_store.hpp"

#include "modules/duties/policy.hpp"
#include "modules/duties/record/journal_store.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

bool may_read(std::span<Module const* const> modules, Actor const& reader,
              Contribution const& line) {
    for (auto const* module : modules)
        for (auto const& kind : module->kinds)
            if (kind.kind == line.kind)
                return permits(module->policy, reader, kind.read,
                               {.office_path = line.office_path});
    return false;
}

void add(std::vector<RecordGroup>& groups, Contribution line) {
    auto const of_kind = std::ranges::find_if(
        groups, [&](RecordGroup const& group) { return group.title.bn == line.group.bn; });
    if (of_kind != groups.end())
        of_kind->lines.push_back(std::move(line));
    else
        groups.push_back({line.group, {std::move(line)}});
}

} // namespace

bool may_see(Actor const& reader, Id<Officer> officer, std::string_view office_path) {
    if (reader.guest()) return false;
    if (reader.officer && reader.officer == officer) return true;
    return !office_path.empty()
           && permits(policy, reader, Act::approve, {.office_path = office_path});
}

std::optional<PersonalRecord> personal_record(Db& db, std::span<Module const* const> modules,
                                              Actor const& reader, Id<Officer> officer, Date from,
                                              Date until) {
    auto found = people::find_officer(db, officer);
    if (!found) return {};
    PersonalRecord record{.officer = std::move(*found), .from = from, .until = until};
    record.office = offices::find_office(db, record.officer.officer.office);
    if (!may_see(reader, officer, record.office ? record.office->path() : "")) return {};
    auto held = people::posts_held(db, officer);
    std::erase_if(held, [&](people::HeldPost const& h) { return h.holding.from > until; });
    if (!held.empty()) record.post = held.front();
    bool const own = reader.officer == officer;
    for (auto const* module : modules)
        if (module->contributions)
            for (auto& line : module->contributions(db, officer, from, until))
                if (own || may_read(modules, reader, line)) add(record.groups, std::move(line));
    for (auto& line : acts_of(db, officer, from, until))
        if (own || may_read(modules, reader, line)) add(record.groups, std::move(line));
    return record;
}

} // namespace udb::duties
