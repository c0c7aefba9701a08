#include "app/commands/journal.hpp"

#include "host/journal_head.hpp"
#include "platform/files.hpp"
#include "platform/signing.hpp"

#include <array>
#include <boost/json.hpp>
#include <optional>
#include <ostream>

namespace udb::app {
namespace {

namespace json = boost::json;
using journal::HeadFile;
using journal::Problem;

constexpr std::size_t head_bytes_max = std::size_t{1} << 22U;

std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

Result<std::string> key_in(std::filesystem::path const& path) {
    return trimmed(TRY(read_file(path, 4096)));
}

/// The head file, believed: signed with the key where one is given, and of this installation.
Result<HeadFile> believed(JournalVerify const& options, Database& database) {
    auto file = TRY(journal::parse_head_file(TRY(read_file(options.head, head_bytes_max))));
    if (!options.key.empty()) {
        auto const key = TRY(key_in(options.key));
        if (!is_signed(journal::signed_text(file), file.signature, key))
            return udb::refused({"host.journal_signature_bad"});
    }
    auto const row = database.read(
        [](Db& db) { return db.one("select value from installation where name = 'journal'"); });
    if (!row || hex_of(row->get<Blob>(0)) != file.installation)
        return udb::refused({"host.journal_head_foreign"});
    return file;
}

char const* name_of(Problem::Kind kind) {
    static constexpr std::array names = {"altered",  "missing",   "inserted", "out_of_place",
                                         "unsealed", "rewritten", "cut"};
    return names.at(static_cast<std::size_t>(kind));
}

Message told(Problem const& p) {
    static constexpr std::array keys = {"host.journal_altered",  "host.journal_missing",
                                        "host.journal_inserted", "host.journal_out_of_place",
                                        "host.journal_unsealed", "host.journal_rewritten",
                                        "host.journal_cut"};
    Message message{keys.at(static_cast<std::size_t>(p.kind)),
                    {{"strand", p.strand}, {"number", p.number}}};
    if (p.kind == Problem::Kind::missing) {
        message.args.emplace_back("last", p.last);
    } else {
        message.args.emplace_back("at", iso(p.at));
        if (p.kind != Problem::Kind::cut) {
            message.args.emplace_back("event", p.event);
            message.args.emplace_back("id", p.id);
        }
    }
    return message;
}

json::object written(Problem const& p) {
    json::object one{{"problem", name_of(p.kind)}, {"strand", p.strand}, {"number", p.number}};
    if (p.kind == Problem::Kind::missing) one["last"] = p.last;
    if (p.id != 0) one["id"] = p.id;
    if (p.kind != Problem::Kind::missing) one["at"] = iso(p.at);
    if (!p.event.empty()) one["event"] = p.event;
    return one;
}

void write_json(journal::Verified const& verified, JournalVerify const& options,
                std::ostream& out) {
    json::array problems;
    for (auto const& problem : verified.problems)
        problems.push_back(written(problem));
    json::array heads;
    for (auto const& head : verified.heads)
        heads.push_back({{"strand", head.strand},
                         {"number", head.number},
                         {"hash", hex_of(head.hash)},
                         {"at", iso(head.at)}});
    out << json::serialize(json::object{{"whole", verified.problem_count == 0},
                                        {"entries", verified.entries},
                                        {"problem_count", verified.problem_count},
                                        {"problems", std::move(problems)},
                                        {"heads", std::move(heads)},
                                        {"head_checked", !options.head.empty()},
                                        {"signature_checked", !options.key.empty()}})
        << '\n';
}

} // namespace

int run(JournalVerify const& options, Database& database, Surroundings const& s) {
    if (options.head.empty() && !options.key.empty())
        return refused(s, udb::refused({"host.journal_key_without_head"}));
    std::vector<journal::Head> exported;
    if (!options.head.empty()) {
        auto file = believed(options, database);
        if (!file) return refused(s, file.error());
        exported = std::move(file->heads);
    }
    auto const verified = database.read([&](Db& db) {
        return journal::verify(db, exported, [&](std::int64_t entries) {
            s.err << s.words("host.journal_read", {{"entries", entries}}) << '\n' << std::flush;
        });
    });
    if (options.json) {
        write_json(verified, options, s.out);
        return verified.problem_count == 0 ? 0 : 1;
    }
    for (auto const& problem : verified.problems)
        s.out << s.words(told(problem)) << '\n';
    if (verified.problem_count == 0)
        s.out << s.words("host.journal_whole", {{"entries", verified.entries}}) << '\n';
    else
        s.out << s.words("host.journal_broken",
                         {{"entries", verified.entries}, {"problems", verified.problem_count}})
              << '\n';
    return verified.problem_count == 0 ? 0 : 1;
}

int run(JournalHead const& options, Database& database, Surroundings const& s) {
    std::optional<std::string> secret;
    if (!options.sign.empty()) {
        auto read = key_in(options.sign);
        if (!read) return refused(s, read.error());
        if (!open_key_of(*read))
            return refused(
                s, udb::refused({"host.journal_key_bad", {{"path", options.sign.string()}}}));
        secret = std::move(*read);
    }
    HeadFile file{.installation = journal::installation_of(database), .at = s.now};
    file.heads = database.read([](Db& db) { return journal::heads(db); });
    if (secret) file.signature = signature_of(journal::signed_text(file), *secret).value_or("");
    auto const text = journal::to_json(file);
    if (options.output.empty()) {
        s.out << text;
        return 0;
    }
    auto const done = write_file(options.output, text);
    return done ? 0 : refused(s, done.error());
}

int run(JournalKey const& options, Surroundings const& s) {
    auto const open_path = options.output.string() + ".pub";
    for (std::filesystem::path const& path : {options.output, std::filesystem::path(open_path)})
        if (std::filesystem::exists(path))
            return refused(s, udb::refused({"host.journal_key_exists", {{"path", path.string()}}}));
    auto const keys = new_signing_keys();
    auto const secret = write_secret(options.output, keys.secret + '\n');
    if (!secret) return refused(s, secret.error());
    auto const open = write_file(open_path, keys.open + '\n');
    if (!open) return refused(s, open.error());
    s.out << s.words("host.journal_key_made",
                     {{"path", options.output.string()}, {"open", open_path}})
          << '\n';
    return 0;
}

} // namespace udb::app
