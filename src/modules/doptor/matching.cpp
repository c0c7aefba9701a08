#include "modules/doptor/matching.hpp"

#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"

namespace udb::doptor {
namespace {

std::string key_of(std::string const& name) {
    return std::string(bangla::trimmed(bangla::folded(name)));
}

bool differ(std::string const& a, std::string const& b) {
    return !a.empty() && !b.empty() && a != b;
}

} // namespace

Candidates::Candidates(std::vector<Unlinked> offices) {
    for (auto& office : offices) {
        auto key = key_of(office.name);
        by_name_.emplace(std::move(key), std::move(office));
    }
}

Match Candidates::matching(udb::Office const& office) {
    Match match;
    auto const [first, last] = by_name_.equal_range(key_of(office.name_bn));
    auto found = last;
    for (auto at = first; at != last; ++at) {
        auto const& known = at->second;
        if (differ(known.ministry_code, office.ministry_code)
            || differ(known.place_code, office.place_code))
            continue;
        auto const same_place =
            (known.parent == office.parent && known.parent)
            || (!known.place_code.empty() && known.place_code == office.place_code)
            || (known.level == Level::ministry && office.level == Level::ministry)
            || office.name_bn.find(',') != std::string::npos;
        if (!same_place) {
            match.same_name = known.id;
        } else if (found != last) {
            match.ambiguous = true;
        } else {
            found = at;
        }
    }
    if (!match.ambiguous && found != last) {
        match.office = found->second.id;
        by_name_.erase(found);
    }
    return match;
}

PostName post_name(Id<Office> office, std::string const& title, std::string const& unit) {
    return {office, key_of(title), key_of(unit)};
}

} // namespace udb::doptor
