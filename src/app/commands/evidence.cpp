#include "app/commands/evidence.hpp"

#include "modules/evidence/verify_store.hpp"

#include <array>
#include <boost/json.hpp>
#include <ostream>

namespace udb::app {
namespace {

namespace json = boost::json;
using evidence::FileProblem;

char const* name_of(FileProblem::Kind kind) {
    static constexpr std::array names = {"damaged", "missing", "orphaned"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string joined(std::vector<std::string> const& names) {
    std::string all;
    for (auto const& name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

Message told(FileProblem const& p) {
    static constexpr std::array keys = {"evidence.verify_damaged", "evidence.verify_missing",
                                        "evidence.verify_orphaned"};
    Message message{keys.at(static_cast<std::size_t>(p.kind)), {{"sha256", p.sha256}}};
    if (p.kind != FileProblem::Kind::orphaned)
        message.args.emplace_back("names", joined(p.names) + "; " + joined(p.records));
    return message;
}

void write_json(evidence::VerifiedFiles const& verified, std::ostream& out) {
    json::array problems;
    for (auto const& p : verified.problems)
        problems.push_back({{"problem", name_of(p.kind)},
                            {"sha256", p.sha256},
                            {"names", json::array(p.names.begin(), p.names.end())},
                            {"records", json::array(p.records.begin(), p.records.end())}});
    out << json::serialize(json::object{{"whole", verified.problems.empty()},
                                        {"files", verified.files},
                                        {"bytes", verified.bytes},
                                        {"problems", std::move(problems)}})
        << '\n';
}

} // namespace

int run(EvidenceVerify const& options, Database& database, Surroundings const& s) {
    auto const verified = evidence::verify_files(database, [&](std::int64_t files) {
        s.err << s.words("evidence.verify_read", {{"count", files}}) << '\n' << std::flush;
    });
    int const code = verified.problems.empty() ? 0 : 1;
    if (options.json) {
        write_json(verified, s.out);
        return code;
    }
    for (auto const& problem : verified.problems)
        s.out << s.words(told(problem)) << '\n';
    auto const problems = static_cast<std::int64_t>(verified.problems.size());
    if (code == 0)
        s.out << s.words("evidence.verified", {{"count", verified.files}}) << '\n';
    else
        s.out << s.words("evidence.verify_failed",
                         {{"count", verified.files}, {"problems", problems}})
              << '\n';
    return code;
}

} // namespace udb::app
