#include "app/commands/memo.hpp"

#include "bangla/memo/memo.hpp"
#include "bangla/memo/memo_codes.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"

#include <boost/json.hpp>
#include <ostream>

namespace udb::app {
namespace {

using namespace bangla;

void print_json(Memo const& memo, std::ostream& out) {
    namespace json = boost::json;
    json::object object{{"raw", memo.raw},
                        {"scheme", nullptr},
                        {"groups", nullptr},
                        {"issue", nullptr},
                        {"copy", nullptr}};
    if (memo.scheme) {
        object["scheme"] = digits(*memo.scheme);
        json::object groups;
        for (auto const& group : memo.groups)
            groups[group.key] = group.digits;
        object["groups"] = std::move(groups);
    }
    if (!memo.issue.empty()) object["issue"] = memo.issue;
    if (memo.copy) {
        json::object copy{{"no", memo.copy->no}, {"count", nullptr}};
        if (memo.copy->count) copy["count"] = *memo.copy->count;
        object["copy"] = std::move(copy);
    }
    out << json::serialize(object) << '\n';
}

std::string group_line(Memo const& memo, MemoGroup const& group, Words const& words) {
    auto const shown =
        words.language() == Language::bn ? bangla_digits(group.digits) : group.digits;
    Message line{"memo.group", {{"name", BilingualText(group_name(group.key))}, {"digits", shown}}};
    auto const ministry = group.key == "ministry" ? ministry_name(group.digits) : std::nullopt;
    if (ministry) {
        line.key = "memo.group_named";
        line.args.emplace_back("owner", *ministry);
    } else if (group.key == "year" && memo.file_year()) {
        line.key = "memo.group_year";
        line.args.emplace_back("year", static_cast<std::int64_t>(*memo.file_year()));
    } else if (group.digits.find_first_not_of('0') == std::string::npos) {
        line.key = "memo.group_none";
    }
    return words(line);
}

void print_text(Memo const& memo, Words const& words, std::ostream& out) {
    out << words("memo.number", {{"number", written(memo, words.language())}}) << '\n';
    if (memo.scheme)
        out << words("memo.scheme", {{"digits", std::int64_t{digits(*memo.scheme)}}}) << '\n';
    else
        out << words("memo.opaque") << '\n';
    for (auto const& group : memo.groups)
        out << group_line(memo, group, words) << '\n';
    if (!memo.issue.empty()) {
        auto const issue =
            words.language() == Language::bn ? bangla_digits(memo.issue) : memo.issue;
        out << words("memo.issue", {{"issue", issue}}) << '\n';
    }
    if (!memo.copy) return;
    if (memo.copy->count)
        out << words("memo.copy", {{"no", memo.copy->no}, {"count", *memo.copy->count}}) << '\n';
    else
        out << words("memo.copy_uncounted", {{"no", memo.copy->no}}) << '\n';
}

} // namespace

int run(MemoParse const& command, Catalogue const& words, std::ostream& out, std::ostream& err) {
    if (trimmed(command.text).empty()) {
        auto const said = words.say(Message{"memo.give"});
        err << said.bn << '\n' << said.en << '\n';
        return 2;
    }
    auto const memo = parse_memo(normalised(command.text));
    if (command.json)
        print_json(memo, out);
    else
        print_text(memo, Words(words, command.language), out);
    return 0;
}

} // namespace udb::app
