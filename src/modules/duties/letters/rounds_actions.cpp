// The rounds of duties: letters to people, and what heads of offices are told.
#include "modules/accounts/accounts.hpp"
#include "modules/duties/duties.hpp"
#include "modules/duties/letters/escalation.hpp"
#include "modules/duties/letters/letter_pages.hpp"
#include "modules/duties/letters/letter_store.hpp"
#include "modules/duties/mine/mine_store.hpp"
#include "platform/log.hpp"

namespace udb::duties {
namespace {

constexpr int batch = 200;

Actor the_system(Catalogue const& words) {
    return {.account = {},
            .officer = {},
            .office = {},
            .name = words.say({"duties.the_system"}),
            .assignments = {}};
}

/// Looks whether this account is to be written to, and writes; all in one transaction.
bool write_letter(Application const& application, Work& work, Addressed const& to) {
    auto choice = letter_choice_of(work.db, to.account);
    if (!is_letter_due(choice.often, choice.last_on, work.now)) return false;
    choice.last_on = work.today;
    set_letter_choice(work.db, to.account, choice);
    auto actor = accounts::actor_of(work.db, to.account);
    if (!actor) return false;
    application.add_roles(work.db, *actor, work.today);
    auto const mine = mine_of(work.db, application.parts().modules, *actor, work.today);
    auto letter = letter_of(application.catalogue(), mine, *actor, work.today);
    if (!letter) return false;
    letter->address = to.address;
    accounts::send_later(work, *letter);
    return true;
}

/// Leaves the event of each thing that is late by rule and was not told before.
int tell_head_of(Work& work, OpenOffice const& open) {
    int told = 0;
    for (auto const& line : open_lines(open.duties())) {
        if (!is_escalated(escalation_rules(), line.days_late(), work.today)
            || was_told(work.db, open, line))
            continue;
        insert_told(work.db, open, line, work.today);
        auto const& title = line.first.status->function->title;
        auto const& office = open.now().office();
        work.record("duty.told", as_record(office.id), office.path,
                    {{"mandate", line.first.status->standing.mandate->id},
                     {"function", std::to_string(line.first.status->function->no)},
                     {"year", std::to_string(line.first.year.start)},
                     {"due", iso(line.due())},
                     {"days", std::to_string(line.days_late())},
                     {"function_bn", title.bn},
                     {"function_en", title.en}});
        ++told;
    }
    return told;
}

bool anything_to_tell(Db& db, OpenOffice const& open, Date today) {
    for (auto const& line : open_lines(open.duties()))
        if (is_escalated(escalation_rules(), line.days_late(), today) && !was_told(db, open, line))
            return true;
    return false;
}

} // namespace

int write_letters(Application const& application, std::function<bool()> const& stopped) {
    if (!accounts::mail_is_set_up()) return 0;
    auto& database = application.parts().database;
    auto const now = application.parts().clock.now();
    auto const system = the_system(application.catalogue());
    int written = 0;
    for (Id<Account> last{}; !stopped || !stopped();) {
        auto const some =
            database.read([&](Db& db) { return addressed_accounts(db, last, batch); });
        if (some.empty()) break;
        last = some.back().account;
        for (auto const& one : some) {
            if (stopped && stopped()) break;
            if (!is_letter_due(one.choice.often, one.choice.last_on, now)) continue;
            written += database.write([&](Db& db) {
                Work work{.db = db, .actor = system, .today = day_of(now), .now = now};
                return write_letter(application, work, one) ? 1 : 0;
            });
        }
    }
    if (written > 0) log::info("duty_letters_written", {{"letters", written}});
    return written;
}

int tell_heads(Application const& application, std::function<bool()> const& stopped) {
    auto& database = application.parts().database;
    auto const now = application.parts().clock.now();
    auto const today = day_of(now);
    auto const system = the_system(application.catalogue());
    int told = 0;
    for (Id<Office> last{}; !stopped || !stopped();) {
        auto const some = database.read([&](Db& db) { return offices_with_team(db, last, batch); });
        if (some.empty()) break;
        last = some.back();
        for (auto const id : some) {
            // Asked on a snapshot first: a round for nothing writes nothing.
            auto const office = database.read([&](Db& db) {
                auto found = find_duty_office(db, id);
                bool const any = found && found->tier
                                 && anything_to_tell(db, OpenOffice(db, *found, today), today);
                return any ? found : std::nullopt;
            });
            if (!office) continue;
            told += database.write([&](Db& db) {
                Work work{.db = db, .actor = system, .today = today, .now = now};
                return tell_head_of(work, OpenOffice(db, *office, today));
            });
        }
    }
    if (told > 0) log::info("heads_told", {{"duties", told}});
    return told;
}

} // namespace udb::duties
