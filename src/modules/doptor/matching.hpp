// Finding in the books what was entered by hand: by name and place, and only where it is one.
#pragma once

#include "modules/offices/office.hpp"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace udb::doptor {

/// An office that no outside number is known of.
struct Unlinked {
    Id<Office> id = {};
    std::string name = {};
    Level level = Level::agency;
    Id<Office> parent = {};
    std::string ministry_code = {};
    std::string place_code = {};
};

struct Match {
    Id<Office> office = {};    ///< the one; zero: none
    bool ambiguous = false;    ///< several would do
    Id<Office> same_name = {}; ///< has the name, but nothing says that it is at the same place
};

class Candidates {
public:
    explicit Candidates(std::vector<Unlinked> offices);

    /// An office of the same name (spelling and punctuation folded) and the same place: under the
    /// same parent, or with the same place code, or a ministry, or with the place in its name. One
    /// whose codes are others is another office. What was matched is no candidate any more.
    Match matching(udb::Office const& office);

private:
    std::multimap<std::string, Unlinked> by_name_;
};

struct UnlinkedPost {
    Id<Post> id = {};
    Id<Office> office = {};
    std::string title = {};
    std::string unit = {};
};

/// Office, title and unit, spelling folded: under which two posts are the same one.
using PostName = std::tuple<Id<Office>, std::string, std::string>;
PostName post_name(Id<Office> office, std::string const& title, std::string const& unit);

} // namespace udb::doptor
