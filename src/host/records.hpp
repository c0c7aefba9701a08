// The header that every kind of record has: office, number, titles, stage, owner, version.
#pragma once

#include "host/work.hpp"

#include <map>
#include <optional>

namespace udb {

struct Header {
    Id<Record> id = {};
    std::string kind = {}; ///< singular, `team`
    std::string office_path = {};
    std::string number = {};
    BilingualText title = {};
    std::string stage = {};
    Id<Account> owner = {};
    bool internal = false; ///< stays inside: `RecordKind::read_internal`
    std::int64_t version = 1;
    Instant created = {};
    Instant updated = {};

    Target target() const { return {.office_path = office_path, .owner = owner}; }
};

/// Adds a header (id, version, owner and times are set here) and gives its id, which is the key of
/// the detail row too. `body` is the text by which it is found besides titles and number
/// (`index_body`).
Id<Record> add_record(Work& work, Header const& header, std::string_view body = {});

std::optional<Header> find_record(Db& db, std::string_view kind, Id<Record> id);

/// Saves number, titles, stage, office path and whether it is internal, if nobody saved since
/// `header.version` was read; else conflict. Gives the new version.
Result<std::int64_t> save_record(Work& work, Header const& header);

/// Takes a record to another office: its path and the counts.
void move_record(Work& work, Id<Record> id, std::string_view to_path);
/// Takes every record at `from` and below it to `to`. Events stay where they happened.
void move_below(Work& work, std::string_view from, std::string_view to);

/// Keeps what a work adds to the counts together until `write`: PostgreSQL finds a row more slowly
/// each time that one transaction changes it.
class CountsTogether {
public:
    explicit CountsTogether(Work& work) : work_(work) { work.counts = this; }
    CountsTogether(CountsTogether const&) = delete;
    ~CountsTogether() { work_.counts = nullptr; }

    void add(std::string_view kind, std::string_view path, std::int64_t change) {
        changes_[{std::string(kind), std::string(path)}] += change;
    }
    /// Before the work ends.
    void write();

private:
    Work& work_;
    std::map<std::pair<std::string, std::string>, std::int64_t> changes_;
};

/// How many records of one kind an office and those below it have; all of them with an empty path.
/// Kept as records come and go: nothing is counted.
std::int64_t count_records(Db& db, std::string_view kind, std::string_view office_path = {});

/// The columns of a header from the table `records r`, and the header in a row that begins so.
inline constexpr std::string_view header_columns =
    "r.id, r.kind, r.office_path, r.number, r.title_bn, r.title_en, r.stage, r.owner_id, "
    "r.internal, r.version, r.created_at, r.updated_at";
inline constexpr int header_columns_count = 12;
Header header_of(Row const& row);

/// A record as others name it.
struct Named {
    Id<Record> id = {};
    std::string kind = {};
    BilingualText title = {};
};
/// Those of `ids` that exist, in no order.
std::vector<Named> names_of(Db& db, std::vector<Id<Record>> ids);

/// How far the finds of a search are counted, where nothing keeps the count.
inline constexpr std::int64_t count_most = 10'000;

/// A condition for a statement, and what is bound to its gaps, in this order.
struct Condition {
    std::string sql = {};
    std::vector<std::string> texts = {};

    Condition& operator+=(Condition const& more);
};

/// ` and <column> like ?` for each word of `search`, spelling folded, at most ten words. `column`
/// is a search_key, or several joined by `||`.
Condition words_in(std::string_view column, std::string_view search);
/// ` and <column> >= ? and <column> < ?`: the office of `path` and all below; nothing for an empty
/// path.
Condition below(std::string_view column, std::string_view path);

/// An Id of one kind of record as the header's, and back: they are the same number.
template <class T>
Id<Record> as_record(Id<T> id) {
    return {id.value};
}
template <class T>
Id<T> as(Id<Record> id) {
    return {id.value};
}

} // namespace udb
