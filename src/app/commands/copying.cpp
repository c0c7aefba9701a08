#include "app/commands/copying.hpp"

#include <ostream>

namespace udb::app {

TellCopied progress(Surroundings const& s) {
    return [&s](CopiedTable const& table) {
        s.err << s.words("store.copied", {{"table", table.name}, {"rows", table.rows}}) << '\n'
              << std::flush;
    };
}

int told(char const* key, std::filesystem::path const& path, std::vector<CopiedTable> const& copied,
         Surroundings const& s) {
    std::int64_t rows = 0;
    for (auto const& table : copied)
        rows += table.rows;
    s.out << s.words(key, {{"path", path.string()},
                           {"tables", static_cast<std::int64_t>(copied.size())},
                           {"rows", rows}})
          << '\n';
    return 0;
}

} // namespace udb::app
