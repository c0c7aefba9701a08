// A seat of a team, and who sits in it.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace udb::ui {

struct SeatCard {
    std::int64_t no = 0;          ///< its number in the order
    std::string role;             ///< "চিফ ইনোভেশন অফিসার", "সদস্য"
    std::string post;             ///< the posts it names, alternatives joined by "/"
    std::string holder = {};      ///< the officer; empty: nobody holds the post now
    std::string holder_note = {}; ///< since when, additional charge …
    Html marks = {};              ///< status(…) of capacities: ICT, planning
    bool leads = false;           ///< chief innovation officer, innovation officer
    Url href = {};                ///< the seat's page or the officer's
};

Html seat_card(Words const& words, SeatCard const& seat);

/// All seats of a team, as a list in a grid.
Html seat_cards(Words const& words, std::vector<SeatCard> const& seats);

} // namespace udb::ui
