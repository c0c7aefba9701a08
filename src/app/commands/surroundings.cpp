#include "app/commands/surroundings.hpp"

#include <array>
#include <ostream>

namespace udb::app {

int within(Surroundings const& s, std::string const& name,
           std::function<std::unique_ptr<Database>()> const& open,
           std::function<int(Database&)> const& work) {
    std::string shown = name.starts_with("postgres") ? "PostgreSQL" : name;
    try {
        auto const database = open();
        shown = database->name();
        return work(*database);
    } catch (StoreFailure const& failure) {
        static constexpr std::array keys = {"store.failure_unavailable", "store.failure_busy",
                                            "store.failure_full",        "store.failure_read_only",
                                            "store.failure_too_large",   "store.failure_damaged"};
        s.err << s.words(keys.at(static_cast<std::size_t>(failure.category())), {{"name", shown}})
              << '\n';
        return 1;
    }
}

int refused(Surroundings const& s, Error const& error) {
    s.err << s.words(error.message) << '\n';
    for (auto const& field : error.fields)
        s.err << "  " << s.words(field.message) << '\n';
    return 1;
}

} // namespace udb::app
