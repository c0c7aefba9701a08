#include "app/commands/surroundings.hpp"

#include <ostream>

namespace udb::app {

namespace {

std::string_view key_of(StoreFailure::Category category, bool server) {
    using Category = StoreFailure::Category;
    switch (category) {
    case Category::unavailable: return server ? "store.failure_server" : "store.failure_file";
    case Category::busy: return "store.failure_busy";
    case Category::full: return "store.failure_full";
    case Category::read_only: return "store.failure_read_only";
    case Category::too_large: return "store.failure_too_large";
    case Category::damaged: break;
    }
    return "store.failure_damaged";
}

/// What the driver said, in one line.
std::string in_one_line(std::string_view said) {
    std::string line;
    for (char const c : said) {
        bool const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

} // namespace

int telling(Catalogue const& words, std::string_view address, std::ostream& err,
            std::function<int()> const& work) {
    try {
        return work();
    } catch (StoreFailure const& failure) {
        bool const server = address.starts_with("postgres");
        if (address.starts_with("sqlite:")) address.remove_prefix(7);
        // The address of a server may hold a password, and is not shown.
        Message const sentence{std::string(key_of(failure.category(), server)),
                               {{"name", std::string(server ? "PostgreSQL" : address)}}};
        err << words.say(sentence, Language::bn) << '\n'
            << words.say(sentence, Language::en) << '\n'
            << '(' << in_one_line(failure.what()) << ")\n";
        return 1;
    }
}

int within(Surroundings const& s, std::string_view address,
           std::function<std::unique_ptr<Database>()> const& open,
           std::function<int(Database&)> const& work) {
    return telling(s.words.catalogue(), address, s.err, [&] {
        auto const database = open();
        return work(*database);
    });
}

int refused(Surroundings const& s, Error const& error) {
    s.err << s.words(error.message) << '\n';
    for (auto const& field : error.fields)
        s.err << "  " << s.words(field.message) << '\n';
    return 1;
}

} // namespace udb::app
