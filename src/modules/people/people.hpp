// The public face of people: who holds which post, finding officers, and the transfer.
#pragma once

#include "host/records.hpp"
#include "modules/offices/offices.hpp"
#include "modules/people/officer.hpp"

namespace udb::people {

struct OfficerRecord {
    Header header = {};
    Officer officer = {};
    Id<Officer> id() const { return as<Officer>(header.id); }
};
std::optional<OfficerRecord> find_officer(Db& db, Id<Officer> id);

/// Somebody in a post.
struct Holder {
    Holding holding = {};
    BilingualText name = {};
    std::string phone = {};
    std::string email = {};
    std::string memo = {}; ///< of the order that put the officer there
    std::string end_memo = {};
};

/// Everybody who holds one of `posts` on `day`, in one statement: for each post whoever acts in it
/// first (kernel `holder_on`), and those beside.
std::vector<Holder> holders_on(Db& db, std::span<Id<Post> const> posts, Date day);
/// The same for every post of one office.
std::vector<Holder> holders_on(Db& db, Id<Office> office, Date day);

/// For `holders_on`: nothing recorded ends after it, so it gives those whose holding is open,
/// begun or yet to begin.
inline constexpr Date end_of_days = std::chrono::year{9999} / 12 / 31;

/// Whoever acts in `post` among what `holders_on` gave; null when it is vacant.
Holder const* acting(std::span<Holder const> holders, Id<Post> post);

/// Posts that nobody holds on `day`, or (`beside`) that are held only beside another post; by the
/// words of post and office.
std::vector<offices::PostLine> posts_needing(Db& db, std::string_view search, bool beside, Date day,
                                             int most);

/// All holders that a post has had, the newest first.
std::vector<Holder> holders_of(Db& db, Id<Post> post);

/// A post that an officer holds or held.
struct HeldPost {
    Holding holding = {};
    offices::PostLine post = {};
    std::string memo = {};
    std::string end_memo = {};
};
/// The newest first.
std::vector<HeldPost> posts_held(Db& db, Id<Officer> officer);

/// An officer as a list shows it.
struct OfficerLine {
    Id<Officer> id = {};
    BilingualText name = {};
    BilingualText office_name = {}; ///< empty: not recorded
    BilingualText post = {}; ///< label of the post held on the day; the regular one before others
};
struct OfficerLines {
    std::vector<OfficerLine> lines = {};
    std::int64_t total = 0; ///< counted up to 10,000
};
struct OfficerSearch {
    std::string_view search = {}; ///< words of the name or the service number, spelling folded
    std::string_view below = {};  ///< path of an office: who sits there or below; empty: everyone
    int size = 25;
    std::int64_t offset = 0;
};
OfficerLines find_officers(Db& db, OfficerSearch const& search, Date today);
/// Those of `ids` that exist, in no order.
std::vector<OfficerLine> officer_lines(Db& db, std::span<Id<Officer> const> ids, Date today);

/// Adds an officer. `office`, when given, must be there.
Result<Id<Officer>> add_officer(Work& work, Officer const& officer);
Done correct_officer(Work& work, Header const& read, Officer const& after);

/// One order of transfer or posting.
struct TransferOrder {
    Transfer transfer = {};
    std::string memo = {}; ///< number of the order, as written; may be empty
    /// The officer acting at `end_of_days` as the form showed it: somebody else there now is a
    /// conflict, a transfer that is recorded but not in force yet being one too. Empty: do not ask.
    std::optional<Id<Officer>> leaves_shown = {};
};

/// What a transfer did.
struct Transferred {
    std::vector<Holding> ended = {}; ///< in the post
    std::optional<Holding> began = {};
    /// The regular post that the newcomer gave up by coming: an officer has one (domain: a regular
    /// posting ends the one before).
    std::optional<Holding> given_up = {};
};

/// Moves officers by kernel's `transferred`, leaves `post.transferred` on the post (details
/// `left_bn/en`, `came_bn/en` — empty where nobody — `from`, `kind`, `memo`), and `officer.left`,
/// `officer.came` on the officers. Needs `transfer` at the post's office; an officer may come from
/// anywhere.
Result<Transferred> transfer(Work& work, TransferOrder const& order);

} // namespace udb::people
