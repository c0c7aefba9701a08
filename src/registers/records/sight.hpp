// What of a register somebody may see: by its policy, and by the stages that its kind opens.
#pragma once

#include "host/call.hpp"
#include "host/records.hpp"

#include <string>
#include <vector>

namespace udb {

struct Sight {
    Scope scope = {};                     ///< here in every stage …
    std::vector<std::string> stages = {}; ///< … and in these stages
    Scope open = {};                      ///< here

    Sight() = default;
    Sight(Scope everything) : scope(std::move(everything)) {}

    /// What is left of it for records of one stage.
    Scope in(std::string_view stage) const;
    bool nowhere() const { return scope.nowhere() && open.nowhere(); }
};

/// What the actor sees of `call.kept`: the same as a search finds (`RecordKind`).
Sight sight_of(Call const& call);

/// Whether the actor sees this record of `call.kept`. What is not open yet is not found.
Done allow_reading(Call const& call, Header const& header);

} // namespace udb
