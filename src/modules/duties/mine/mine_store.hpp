// What one person owes: by himself, by his post, and by his office.
#pragma once

#include "modules/duties/office/owed_store.hpp"

#include <memory>
#include <span>

namespace udb::duties {

struct Mine {
    /// What waits for the person or the post, of all other modules; by its day, those without last.
    std::vector<Concern> own = {};
    std::optional<DutyOffice> office = {};
    std::unique_ptr<OpenOffice> open = {}; ///< of the office, where the person may read it
    bool answers = false;                  ///< for the office
    bool heads = false;                    ///< it, and is told what is late by rule
    std::optional<Responsible> responsible = {};
};
Mine mine_of(Db& db, std::span<Module const* const> modules, Actor const& actor, Date today);

} // namespace udb::duties
