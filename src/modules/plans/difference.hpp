// What differs between two versions of a plan: added, removed, changed field by field.
#pragma once

#include "modules/plans/scoring.hpp"

#include <string>
#include <vector>

namespace udb::plans {

enum class Differs { added, removed, changed };

/// A field with its value before and after, as text in the reader's language.
struct FieldDifference {
    std::string field; ///< `plans.field_<field>` of the words is its name
    std::string before = {};
    std::string after = {};
    bool operator==(FieldDifference const&) const = default;
};

/// An area, an activity or an indicator that differs. `place` is the one after; of what was removed
/// the one before.
struct Difference {
    Differs how = Differs::changed;
    Place place = {};
    std::string name = {};
    std::vector<FieldDifference> fields = {}; ///< of `changed`
    bool operator==(Difference const&) const = default;
};

/// In the order of the plan after, then what was removed in the order of the plan before. Areas and
/// activities are known by their lines, indicators by their ids; what only moved to another place
/// differs in `place`. What was told is left out of account.
std::vector<Difference> differences(PlanFacts const& before, PlanFacts const& after,
                                    Language language);

} // namespace udb::plans
