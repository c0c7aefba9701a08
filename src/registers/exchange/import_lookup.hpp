// What an import asks of the database, for many rows at once.
#pragma once

#include "host/records.hpp"
#include "kernel/register.hpp"
#include "registers/records/listing.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace udb {

/// A record that a row may refer to.
struct Referred {
    std::string kind = {};
    BilingualText title = {};
    std::string office_path = {};
};

class ImportLookup {
public:
    ImportLookup(Db& db, RegisterView const& reg) : db_(db), reg_(reg) {}

    /// The records of the register with these ids: header, and each field as written.
    std::unordered_map<std::int64_t, ListLine> lines(std::vector<Id<Record>> const& ids);
    /// Those whose Bangla title is one of these. Of very many only some.
    std::vector<ListLine> titled(std::vector<std::string> const& titles);
    /// The record with that number; the first call reads them all.
    std::optional<Id<Record>> numbered(std::string const& number);

    /// Learns of records by id, and of those of a kind by title in either language.
    void know(std::vector<Id<Record>> ids);
    void know(std::string_view kind, std::vector<std::string> const& titles);
    /// Null where there is none, or it was not asked for.
    Referred const* referred(Id<Record> id) const;
    /// Those of the kind with that title.
    std::vector<Id<Record>> const& titled(std::string_view kind, std::string_view title) const;

    /// How titles are compared.
    static std::string plain(std::string_view title);

private:
    ListLine line_of(Row const& row) const;
    std::string select() const;
    void learn(Row const& row);

    Db& db_;
    RegisterView const& reg_;
    std::unordered_map<std::int64_t, Referred> referred_;
    std::map<std::pair<std::string, std::string>, std::vector<Id<Record>>, std::less<>> titles_;
    std::optional<std::unordered_map<std::string, Id<Record>>> numbers_;
};

} // namespace udb
