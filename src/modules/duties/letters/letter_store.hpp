// Who hears of duties by mail, and what the heads of offices were told.
#pragma once

#include "modules/duties/letters/letter.hpp"
#include "modules/duties/office/office_year_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::duties {

struct LetterChoice {
    Often often = Often::weekly;      ///< of whoever has not chosen
    std::optional<Date> last_on = {}; ///< when it was looked at last
};
LetterChoice letter_choice_of(Db& db, Id<Account> account);
void set_letter_choice(Db& db, Id<Account> account, LetterChoice const& choice);

/// Open accounts with an address after `after` (zero: from the first), in order, with their
/// choices.
struct Addressed {
    Id<Account> account = {};
    std::string address = {};
    LetterChoice choice = {};
};
std::vector<Addressed> addressed_accounts(Db& db, Id<Account> after, int most);

/// Offices that have a team, in order, after `after`.
std::vector<Id<Office>> offices_with_team(Db& db, Id<Office> after, int most);

bool was_told(Db& db, OpenOffice const& open, OpenLine const& line);
void insert_told(Db& db, OpenOffice const& open, OpenLine const& line, Date on);

} // namespace udb::duties
