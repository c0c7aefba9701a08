// Who is on a meeting's list, with names: posts as their offices call them, and whoever acts there.
#pragma once

#include "modules/meetings/meetings.hpp"
#include "modules/offices/offices.hpp"

namespace udb::meetings {

/// An attendee as a page or a paper names him.
struct Invited {
    Attendee attendee = {};
    BilingualText post = {}; ///< with its office where that is another than the meeting's
    BilingualText office = {};
    BilingualText person = {}; ///< whoever acts in the post on the day; empty: vacant
    std::string email = {};    ///< of the post, else of the person; may be empty

    /// The post, else the name.
    BilingualText label() const {
        return attendee.post ? post : BilingualText{attendee.name, attendee.name};
    }
};
/// In their order, on the day of the meeting; three statements, whatever their number.
std::vector<Invited> roster_of(Db& db, MeetingRecord const& m);

/// Posts that are usually asked: the seats of the office's team in their order, then the office's
/// own posts by rank. `seat` marks the former.
struct Usual {
    offices::PostLine post = {};
    bool seat = false;
    bool leads = false; ///< of the team, or (without a seat) the head of the office
};
std::vector<Usual> usual_posts(Db& db, Id<Office> office, Date day);
/// Officers whom the team names without a post.
std::vector<BilingualText> named_members(Db& db, Id<Office> office, Date day);

/// Labels of posts, by id.
std::vector<std::pair<Id<Post>, BilingualText>>
labels_of(Db& db, std::vector<Id<Post>> const& posts, Id<Office> home);

} // namespace udb::meetings
