// One index over all records, kept in the transaction of the record itself; and finding in it.
//
// A document per record: its titles, its number, and the text that its module gives it
// (`index_body`: a paper's paragraphs, a team's seats). Beside its words it holds marks that nobody
// can type: its kind, its stage, its owner, its office and every office above. So kind, office and
// permission are answered by the same index as the words.
#pragma once

#include "host/sight.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Module;

/// Writes the document of a record that was just added.
void index_new_record(Db& db, Id<Record> id, Header const& header, std::string_view body = {});
/// Writes titles and number as `header` has them, and the marks, of a record that is there; its
/// body stays.
void index_record(Db& db, Id<Record> id, Header const& header);
/// Replaces the text by which a record is found besides its titles and number. At most the first
/// `search_body_bytes_max` bytes count.
void index_body(Db& db, Id<Record> id, std::string_view body);
inline constexpr std::size_t search_body_bytes_max = 100'000;
/// Writes the marks of one record, or of every record of the office of `path` and below, anew from
/// `records`, where their place has just been changed.
void index_place(Db& db, Id<Record> id);
void index_places_below(Db& db, std::string_view path);

/// Makes the whole index anew where it is missing, was restored from a backup, or was made by other
/// rules. `bodies` are asked by kind (`RecordKind::body`). Gives how many records it wrote.
std::int64_t bring_index_up_to_date(Database& database, std::span<Module const* const> modules);

/// What a list or the search box asks for.
struct SearchQuery {
    /// All words must be there. The last one may be unfinished, unless it is found often enough as
    /// it stands.
    std::string_view text;
    std::string_view kind = {};                 ///< `team`; empty: every kind
    std::vector<std::string> office_paths = {}; ///< these offices and below; empty: everywhere
    int most = 20;
};

/// The newest records that match, at most `most`; whether there are more. A text without any word
/// matches nothing: `blank` says so. Asks for no permission: that is the list's own kind and
/// `office_paths`.
struct Matches {
    std::vector<Id<Record>> ids = {};
    bool more = false;
    bool blank = false;
};
Matches ids_matching(Db& db, SearchQuery const& query);

/// Records of one kind that somebody may read.
struct Readable {
    std::string kind;
    Sight sight = {};
};
/// What the policies let this actor read; a kind of which they may read nothing has a sight that is
/// nowhere. Kinds that nobody described are not in it, and not found.
std::vector<Readable> readable_by(std::span<Module const* const> modules, Actor const& actor);

/// Those of `ids` that may be read, in their order; at most 500 of them are looked at.
std::vector<Id<Record>> readable_among(Db& db, std::vector<Id<Record>> ids,
                                       std::span<Readable const> readable);

/// Something found, for showing.
struct SearchHit {
    Id<Record> id = {};
    std::string kind = {};
    BilingualText title = {};
    std::string number = {};
    std::string stage = {};
    BilingualText office = {}; ///< name of the office it belongs to; empty where to none
    std::string body = {};     ///< the text given by its module, for a snippet
};
struct SearchHits {
    std::vector<SearchHit> hits = {};
    bool more = false;
    bool blank = false;   ///< the text has no word to search for
    bool partial = false; ///< nothing holds all the words; these hold some
};
/// The best first: the title itself, then all words in title and number, then anywhere; shorter
/// titles and newer records first among equals. `after` leaves out as many as were shown before; of
/// very many the first `search_depth` are ranked. Where nothing holds all words, whatever holds
/// most of them.
inline constexpr int search_depth = 300;
SearchHits search(Db& db, SearchQuery const& query, std::span<Readable const> readable,
                  int after = 0);

/// A text in pieces, those that the words of a query meet marked.
struct MarkedPiece {
    std::string text;
    bool marked = false;
};
std::vector<MarkedPiece> marked(std::string_view text, std::string_view query);
/// At most about `letters` letters around the first place that the query meets, with … where
/// something is left out; empty where it meets none.
std::vector<MarkedPiece> snippet(std::string_view text, std::string_view query,
                                 std::size_t letters = 160);

} // namespace udb
