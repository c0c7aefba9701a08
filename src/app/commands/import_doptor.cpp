#include "app/commands/import_doptor.hpp"

#include "modules/doptor/doptor.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

namespace udb::app {
namespace {

namespace json = boost::json;
namespace files = std::filesystem;

/// Files and their content; the content stays where it is while they are read.
struct Sources {
    std::vector<std::string> names;
    std::vector<std::string> contents;

    std::vector<doptor::SourceFile> all() const {
        std::vector<doptor::SourceFile> out;
        for (std::size_t i = 0; i < names.size(); ++i)
            out.push_back({names[i], contents[i]});
        return out;
    }
};

Error unreadable(std::string const& file) {
    return invalid("files", {"doptor.file_unreadable", {{"file", file}}});
}

Result<std::vector<files::path>> paths_of(std::vector<std::string> const& from) {
    std::vector<files::path> paths;
    for (auto const& name : from) {
        std::error_code fault;
        if (!files::is_directory(name, fault)) {
            paths.emplace_back(name);
            continue;
        }
        auto const before = paths.size();
        for (auto const& entry : files::directory_iterator(name, fault))
            if (entry.path().extension() == ".json") paths.push_back(entry.path());
        if (fault) return unreadable(name);
        if (paths.size() == before)
            return invalid("files", {"doptor.folder_empty", {{"file", name}}});
        std::sort(paths.begin() + static_cast<std::ptrdiff_t>(before), paths.end());
    }
    return paths;
}

Result<Sources> sources_of(std::vector<std::string> const& from) {
    Sources sources;
    for (auto const& path : TRY(paths_of(from))) {
        std::ifstream in(path, std::ios::binary);
        std::string content{std::istreambuf_iterator<char>(in), {}};
        if (!in.is_open() || in.bad()) return unreadable(path.string());
        sources.names.push_back(path.filename().string());
        sources.contents.push_back(std::move(content));
    }
    return sources;
}

json::object both(BilingualText const& text) { return {{"bn", text.bn}, {"en", text.en}}; }

json::object line_json(doptor::Line const& line, Catalogue const& catalogue) {
    json::array notes;
    for (auto const& note : line.notes) {
        auto said = both(catalogue.say(note));
        said["key"] = note.key;
        notes.push_back(std::move(said));
    }
    json::object out{{"file", line.file},        {"row", line.row},
                     {"kind", id_of(line.kind)}, {"id", line.outside},
                     {"name", both(line.name)},  {"outcome", id_of(line.outcome)},
                     {"notes", std::move(notes)}};
    if (line.record) out["record"] = line.record.value;
    return out;
}

void tell_json(doptor::Report const& report, Surroundings const& s, bool dry_run) {
    json::object counts;
    for (auto const& kind : terms<doptor::Kind>()) {
        json::object of_kind;
        for (auto const& outcome : terms<doptor::Outcome>())
            if (auto const n = report.count(kind.value, outcome.value)) of_kind[outcome.id] = n;
        if (!of_kind.empty()) counts[kind.id] = std::move(of_kind);
    }
    json::array lines;
    for (auto const& line : report.lines)
        lines.push_back(line_json(line, s.words.catalogue()));
    s.out << json::serialize(json::object{{"dry_run", dry_run},
                                          {"mended", report.mended},
                                          {"counts", std::move(counts)},
                                          {"lines", std::move(lines)}})
          << '\n';
}

/// A line a row, in both languages, as whoever mends the directory may read either.
void tell_text(doptor::Report const& report, Surroundings const& s) {
    using doptor::Outcome;
    for (auto const& line : report.lines) {
        s.out << line.file << ':' << line.row << '\t' << s.words(label_of(line.kind)) << ' '
              << line.outside << '\t' << line.name.in(Language::bn) << '\t'
              << s.words(label_of(line.outcome));
        for (auto const& note : line.notes) {
            auto const said = s.words.catalogue().say(note);
            s.out << '\t' << said.bn << " / " << said.en;
        }
        s.out << '\n';
    }
    s.out << s.words("doptor.sums", {{"added", report.count(Outcome::added)},
                                     {"updated", report.count(Outcome::updated)},
                                     {"matched", report.count(Outcome::matched)},
                                     {"unchanged", report.count(Outcome::unchanged)},
                                     {"mended", report.mended},
                                     {"refused", report.count(Outcome::refused)}})
          << '\n';
}

} // namespace

int run(ImportDoptor const& options, Database& database, Surroundings const& s) {
    auto const sources = sources_of(options.from);
    if (!sources) return refused(s, sources.error());
    auto const all = sources->all();
    Actor const actor{.account = {},
                      .officer = {},
                      .office = {},
                      .name = {"কমান্ড লাইন", "Command line"},
                      .assignments = {{Role::administrator, "/"}}};
    auto const write = [&](auto const& act) {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = day_of(s.now), .now = s.now};
            return act(work);
        });
    };
    doptor::Report report;
    Message ending{"doptor.tried"};
    if (options.dry_run) {
        auto tried = doptor::tried(write, all);
        if (!tried) return refused(s, tried.error());
        report = std::move(*tried);
    } else {
        auto imported = write([&](Work& work) { return doptor::import(work, all); });
        if (!imported) return refused(s, imported.error());
        report = std::move(imported->report);
        ending = {"doptor.imported", {{"id", imported->id.value}}};
    }
    if (options.json) {
        tell_json(report, s, options.dry_run);
    } else {
        tell_text(report, s);
        s.out << s.words(ending) << '\n';
    }
    return 0;
}

} // namespace udb::app
