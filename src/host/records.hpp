// The header that every kind of record has: office, number, titles, stage, owner, version.
#pragma once

#include "host/work.hpp"

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
    std::int64_t version = 1;
    Instant created = {};
    Instant updated = {};

    Target target() const { return {.office_path = office_path, .owner = owner}; }
};

/// Adds a header (id, version, owner and times are set here) and gives its id, which is the key of
/// the detail row too.
Id<Record> add_record(Work& work, Header const& header);

std::optional<Header> find_record(Db& db, std::string_view kind, Id<Record> id);

/// Saves number, titles, stage and office path, if nobody saved since `header.version` was read;
/// else conflict. Gives the new version.
Result<std::int64_t> save_record(Work& work, Header const& header);

/// What a list of one kind asks for.
struct Listing {
    std::string_view kind;
    std::string_view office_path = {}; ///< that office and below; empty: everywhere
    std::string_view search = {};      ///< words of the title, spelling folded
    int size = 25;
    std::int64_t offset = 0;
};

struct Listed {
    std::vector<Header> records = {};
    std::int64_t total = 0; ///< of all pages; counted up to `count_max`
    static constexpr std::int64_t count_max = 10'000;
};

/// By title, in Bangla order.
Listed list_records(Db& db, Listing const& listing);

/// A condition for a statement, and what is bound to its gaps, in this order.
struct Condition {
    std::string sql = {};
    std::vector<std::string> texts = {};
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
