// Place codes of memo numbers from the directory's places: district and upazila by their BBS codes.
#pragma once

#include "modules/doptor/entry.hpp"

#include <map>
#include <string>
#include <vector>

namespace udb::doptor {

/// Divisions, districts and upazilas by name.
class Places {
public:
    explicit Places(Directory const& directory);

    /// The four digits of the place that ends the office's name: "…, মেলান্দহ, জামালপুর" is 3961.
    /// Empty where the name ends in no place, or in one of several of that name.
    /// A division and its district of the same name have different codes: `of_division` asks for
    /// that of the division.
    std::string code_of(BilingualText const& office_name, bool of_division) const;

private:
    std::string code_in(std::string const& name, bool of_division) const;

    std::map<std::string, std::string> districts_; ///< folded name → two digits; empty: several
    /// Folded name of the district, a slash, and that of the upazila → two digits.
    std::map<std::string, std::string> upazilas_;
    std::map<std::string, std::string> divisions_;
};

} // namespace udb::doptor
