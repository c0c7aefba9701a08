// What of a kind of record somebody sees: by the policy of its module, by its stage, and by whether
// it stays inside.
#pragma once

#include "host/call.hpp"
#include "host/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Sight {
    Scope scope = {};                     ///< here in every stage …
    std::vector<std::string> stages = {}; ///< … and in these stages
    Scope open = {};                      ///< here what is not internal,
    Scope inside = {};                    ///< and here what is

    Sight() = default;
    Sight(Scope everything) : scope(std::move(everything)) {}

    /// What is left of it for records of one stage.
    Sight in(std::string_view stage) const;
    /// Where anything is seen.
    Scope anywhere() const;
    bool nowhere() const { return anywhere().nowhere(); }
};

/// What the actor sees of records of this kind; of the kind of `call.kept`.
Sight sight_of(RecordKind const& kind, Actor const& actor);
Sight sight_of(Call const& call);

/// Whether the actor sees this record. One that is not open yet is not found; of one that is, they
/// are told that they may not.
Done allow_reading(Call const& call, Header const& header);

/// ` and …` for what is seen of `records r`, and for what lies in `scope`; `path` is the office's
/// path, in SQL. No index of stages leads the database.
Condition seen(Sight const& sight, std::string_view path = "r.office_path");
Condition in_scope(Scope const& scope, std::string_view path = "r.office_path");

} // namespace udb
