// A list of a register: searched, narrowed, ordered, from page to page, at a cost that does not
// grow with the table.
#pragma once

#include "host/records.hpp"
#include "host/sight.hpp"
#include "kernel/register.hpp"

#include <functional>
#include <map>

namespace udb {

/// What a list is asked for, as its address says it.
struct ListQuery {
    std::string search = {};
    Id<Office> office = {}; ///< that office and those below it
    /// Of the fields that filter: name and written value.
    std::map<std::string, std::string, std::less<>> filters = {};
    /// `title`, `changed`, or a field that sorts; with `-` before it the other way round.
    std::string sort = "title";
    Id<Record> after = {};  ///< the page behind this record …
    Id<Record> before = {}; ///< … or the one before it
    int size = 25;

    static constexpr int size_max = 200;
};

/// A record of a list: its header, and each field as written, in their order.
struct ListLine {
    Header header = {};
    std::vector<std::string> values = {};
};

struct ListPage {
    std::vector<ListLine> lines = {};
    std::int64_t total = 0;   ///< of all pages
    bool more_than = false;   ///< there are more than `total`
    Id<Record> next = {};     ///< for `after`; zero on the last page
    Id<Record> previous = {}; ///< for `before`; zero on the first page
};

/// Searches and filters are counted up to here; of a search the newest so many are listed.
inline constexpr int finds_most = 1000;

/// At most eight statements, whatever the table holds. What the query names and the register does
/// not know is left out of account.
ListPage list(Db& db, RegisterView const& reg, ListQuery const& query, Sight const& sight);

/// Every record that a list with this query has, in the order of their numbers, in portions of one
/// statement each; `take` says whether to go on. For exports: constant memory.
void each_line(Db& db, RegisterView const& reg, ListQuery const& query, Sight const& sight,
               std::function<bool(ListLine const&)> const& take);

/// The sorts that a list of this register knows, without `-`.
std::vector<std::string_view> sorts_of(RegisterView const& reg);

} // namespace udb
