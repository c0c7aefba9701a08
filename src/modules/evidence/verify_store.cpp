#include "modules/evidence/verify_store.hpp"

#include "store/content_files.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

constexpr int rows_at_once = 200;
constexpr std::int64_t progress_files = 1000;

struct Named {
    std::string sha256;
    std::int64_t size;
};

/// The next of the rows, in a snapshot of its own: hashing takes long, and holds nobody up.
std::vector<Named> after(Database& database, std::string const& sha256) {
    return database.read([&](Db& db) {
        std::vector<Named> found;
        for (auto const& row : db.all("select sha256, size from files where sha256 > ? order by "
                                      "sha256 limit ?",
                                      sha256, std::int64_t{rows_at_once}))
            found.push_back({row.get<std::string>(0), row.get<std::int64_t>(1)});
        return found;
    });
}

bool is_named(Database& database, std::string const& sha256) {
    return database.read(
        [&](Db& db) { return db.one("select 1 from files where sha256 = ?", sha256).has_value(); });
}

FileProblem problem(Database& database, FileProblem::Kind kind, std::string const& sha256) {
    FileProblem found{.kind = kind, .sha256 = sha256};
    database.read([&](Db& db) {
        for (auto const& row :
             db.all("select a.name, r.kind, r.id from attachments a join records r on r.id = "
                    "a.record_id where a.sha256 = ? order by a.id limit 20",
                    sha256)) {
            found.names.push_back(row.get<std::string>(0));
            found.records.push_back(row.get<std::string>(1) + ' '
                                    + std::to_string(row.get<std::int64_t>(2)));
        }
        return true;
    });
    return found;
}

} // namespace

VerifiedFiles verify_files(Database& database, std::function<void(std::int64_t)> const& progress) {
    using Kind = FileProblem::Kind;
    VerifiedFiles verified;
    auto const* contents = database.contents();
    if (!contents) return verified;
    for (auto rows = after(database, {}); !rows.empty(); rows = after(database, rows.back().sha256))
        for (auto const& row : rows) {
            ++verified.files;
            verified.bytes += row.size;
            auto const state = contents->state(row.sha256);
            if (state != ContentFiles::State::whole)
                verified.problems.push_back(problem(
                    database, state == ContentFiles::State::missing ? Kind::missing : Kind::damaged,
                    row.sha256));
            if (progress && verified.files % progress_files == 0) progress(verified.files);
        }
    auto const named = verified.problems.size();
    contents->each([&](std::string const& sha256) {
        if (!is_named(database, sha256))
            verified.problems.push_back({.kind = Kind::orphaned, .sha256 = sha256});
    });
    std::ranges::sort(verified.problems.begin() + static_cast<std::ptrdiff_t>(named),
                      verified.problems.end(), {}, &FileProblem::sha256);
    return verified;
}

} // namespace udb::evidence
