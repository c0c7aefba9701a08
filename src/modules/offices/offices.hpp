// The public face of offices: finding offices and posts. One statement for each list.
#pragma once

#include "host/records.hpp"
#include "modules/offices/contact.hpp"
#include "modules/offices/office.hpp"
#include "modules/offices/policy.hpp"

namespace udb::offices {

/// A record with its header. The header's `office_path` is the office's own place in the tree
/// (`/1/7/`); of a post it is that of its office.
struct OfficeRecord {
    Header header = {};
    Office office = {};
    Id<Office> id() const { return as<Office>(header.id); }
    std::string const& path() const { return header.office_path; }
};
struct PostRecord {
    Header header = {};
    Post post = {};
    Id<Post> id() const { return as<Post>(header.id); }
};

std::optional<OfficeRecord> find_office(Db& db, Id<Office> id);
std::optional<PostRecord> find_post(Db& db, Id<Post> id);

/// An office as a list shows it.
struct OfficeLine {
    Id<Office> id = {};
    std::string path = {};
    BilingualText name = {};
    Level level = Level::agency;
    Id<Office> parent = {};
    BilingualText parent_name = {};
    std::int64_t below = 0; ///< offices directly under it
    bool former = false;    ///< has ended
};
struct OfficeLines {
    std::vector<OfficeLine> lines = {};
    std::int64_t total = 0; ///< counted up to 10,000
};

/// Offices whose names hold the words of `search` (spelling folded), in Bangla order.
struct OfficeSearch {
    std::string_view search = {};
    std::string_view below = {}; ///< path: that office and all below it; empty: everywhere
    std::optional<Level> level = {};
    int size = 25;
    std::int64_t offset = 0;
};
OfficeLines find_offices(Db& db, OfficeSearch const& search, Date today);

/// The offices directly under `parent` (zero: those at the top), in order of level, then name.
OfficeLines offices_under(Db& db, Id<Office> parent, Date today, int size, std::int64_t offset = 0);

/// The first `each` offices directly under each of `parents`, parent by parent.
std::vector<OfficeLine> children_of(Db& db, std::span<Id<Office> const> parents, int each,
                                    Date today);

/// From the top down to the office of `path`, itself included.
std::vector<OfficeLine> way_to(Db& db, std::string_view path);

/// Those of `ids` that exist, in no order.
std::vector<OfficeLine> office_lines(Db& db, std::span<Id<Office> const> ids);

/// A post with its office's name.
struct PostLine {
    Id<Post> id = {};
    Post post = {};
    std::string office_path = {};
    BilingualText office_name = {};
};

/// With the office behind it: "প্রোগ্রামার, আইসিটি সেল, শ্রম ও কর্মসংস্থান মন্ত্রণালয়".
BilingualText label_of(PostLine const& line);

/// The posts of one office in order of rank: the head first, then the rank's place in its list,
/// then unit and title. Abolished ones are left out unless `former`.
std::vector<PostLine> posts_of(Db& db, Id<Office> office, Date today, bool former = false);

/// Those of `ids` that exist, in no order.
std::vector<PostLine> post_lines(Db& db, std::span<Id<Post> const> ids);

/// Posts of the office at `office_path` and below it (empty: everywhere) whose title, unit or
/// office holds the words of `search`; existing ones only, in Bangla order, at most `most`.
std::vector<PostLine> find_posts(Db& db, std::string_view office_path, std::string_view search,
                                 Date today, int most = 25);

/// Whether the office may be placed under `parent`: not under itself, not deeper than
/// `levels_max`.
inline constexpr int levels_max = 20;

/// The verbs. `parent`, `office` and `successor` must be there (invalid at that field); whoever
/// acts must be allowed to write at the place where the record is, and where it goes.
Result<Id<Office>> add_office(Work& work, Office const& office);
Done correct_office(Work& work, Header const& read, Office const& after);
Result<Id<Post>> add_post(Work& work, Post const& post);
Done correct_post(Work& work, Header const& read, Post const& after);

} // namespace udb::offices
