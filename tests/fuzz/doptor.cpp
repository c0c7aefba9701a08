// A file of the national office directory, and the mending of what stands in it.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "modules/doptor/arranging.hpp"
#include "modules/doptor/mending.hpp"
#include "modules/doptor/reading.hpp"

#include <array>
#include <set>
#include <vector>

namespace udb::fuzz {
namespace {

void arrange(doptor::Directory const& directory) {
    auto const arranged = doptor::arranged(directory, {});
    std::set<doptor::Key> met;
    for (auto const& planned : arranged.offices) {
        ENSURE(!planned.office.name_bn.empty(), "an office has a name");
        ENSURE(!planned.parent || met.contains(*planned.parent), "parents come first");
        ENSURE(met.insert(planned.key).second, "an office comes once");
        if (planned.also) met.insert(*planned.also);
    }
}

void mend(std::string_view bytes) {
    std::vector<Message> notes;
    auto const name = doptor::mended_name(bytes, notes);
    static_cast<void>(doptor::is_test_name({name, name}));
    auto const codes = doptor::codes_of(bytes, notes);
    ENSURE(codes.ministry.size() % 2 == 0 && codes.agency.size() % 2 == 0
               && codes.place.size() % 4 == 0,
           "groups have 2, 2 and 4 digits");
    static_cast<void>(doptor::mended_website(bytes, notes));
}

} // namespace

void doptor(std::string_view bytes) {
    std::array<doptor::SourceFile, 1> const files{{{.name = "a.json", .bytes = bytes}}};
    auto const directory = doptor::read(files);
    if (directory) {
        for (auto const& entry : directory->entries)
            ENSURE(entry.id > 0, "a row has its number");
        arrange(*directory);
    }
    mend(bytes);
}

} // namespace udb::fuzz
