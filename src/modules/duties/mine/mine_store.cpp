#include "modules/duties/mine/mine_store.hpp"

#include "modules/duties/policy.hpp"

#include <algorithm>

namespace udb::duties {

Mine mine_of(Db& db, std::span<Module const* const> modules, Actor const& actor, Date today) {
    Mine mine;
    // What a module says of the office in a line each (`owed`), it need not count here as well.
    for (auto const* module : modules)
        if (module->concerns && !module->owed)
            for (auto& concern : module->concerns(db, actor, today))
                if (concern.waits) mine.own.push_back(std::move(concern));
    std::ranges::stable_sort(mine.own, {}, [](Concern const& c) {
        return c.due.value_or(Date{std::chrono::year{9999} / 12 / 31});
    });
    mine.office = own_office(db, actor);
    if (!mine.office || !permits(policy, actor, Act::read, {.office_path = mine.office->path}))
        return mine;
    mine.open = std::make_unique<OpenOffice>(db, *mine.office, today);
    mine.answers = answers_for(actor, mine.office->path);
    mine.heads = heads(actor, mine.office->path);
    mine.responsible = responsible_for(db, mine.office->id, today);
    return mine;
}

} // namespace udb::duties
