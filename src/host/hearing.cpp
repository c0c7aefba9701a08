#include "host/hearing.hpp"

#include <string>
#include <utility>
#include <vector>

namespace udb {
namespace {

std::vector<std::pair<std::string, Hearing>>& hearers() {
    static std::vector<std::pair<std::string, Hearing>> all;
    return all;
}

std::vector<HearingEach>& hearers_of_each() {
    static std::vector<HearingEach> all;
    return all;
}

} // namespace

bool hear(std::string_view event, Hearing hearing) {
    hearers().emplace_back(event, hearing);
    return true;
}

bool hear_each(HearingEach hearing) {
    hearers_of_each().push_back(hearing);
    return true;
}

void tell_hearers(Work& work, std::string_view event, Id<Record> record,
                  std::string_view office_path, Details const& details) {
    for (auto const& [heard, hearing] : hearers())
        if (heard == event) hearing(work, record, office_path, details);
    for (auto const hearing : hearers_of_each())
        hearing(work, event, record, office_path, details);
}

} // namespace udb
