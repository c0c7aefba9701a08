#include "host/search_terms.hpp"

#include "bangla/text/analyse.hpp"

#include <algorithm>
#include <array>

namespace udb::search_terms {
namespace {

constexpr std::size_t text_bytes_max = 1000;

bool digits(std::string_view key) {
    return std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t letters(std::string_view key) {
    return static_cast<std::size_t>(std::ranges::count_if(
        key, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The text from one token to the next ties a number together: `.` `-` `/` and the like, no space.
bool tied(std::string_view between) {
    return !between.empty() && between.size() <= 3
           && between.find_first_of(" \t\r\n,;") == std::string_view::npos;
}

std::string with_escapes(std::string_view key) {
    std::string out;
    for (char const c : key) {
        if (c == '\'' || c == '\\') out += c;
        out += c;
    }
    return out;
}

} // namespace

std::vector<Sought> terms_of(std::string_view text) {
    auto shown = text.substr(0, text_bytes_max);
    while (shown.size() < text.size() && !shown.empty()
           && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
        shown.remove_suffix(1);
    std::vector<Sought> terms;
    std::size_t end = 0;
    for (auto const& token : bangla::analysed(shown)) {
        if (token.beside) continue;
        bool const goes_on = !terms.empty() && token.begin >= end
                             && tied(shown.substr(end, token.begin - end)) && digits(token.key)
                             && digits(terms.back().keys.back());
        if (!goes_on && terms.size() == terms_most) return terms;
        if (goes_on)
            terms.back().keys.push_back(token.key);
        else
            terms.push_back({.keys = {token.key}});
        end = token.end;
    }
    // A lone letter begins too many words.
    if (!terms.empty()) terms.back().prefix = letters(terms.back().keys.back()) > 1;
    return terms;
}

std::string whole_title(std::string_view title) {
    constexpr std::size_t bytes_max = 400;
    std::string key = "_t";
    for (auto const& token : bangla::analysed(title))
        if (!token.beside && key.size() + token.key.size() <= bytes_max) key += token.key;
    return key.size() > 2 ? key : std::string{};
}

std::string kind_mark(std::string_view kind) { return "__k" + std::string(kind); }

std::string office_mark(std::string_view path) {
    if (path.size() < 3) return {};
    auto const inner = path.substr(0, path.size() - 1);
    return "__o" + std::string(inner.substr(inner.rfind('/') + 1));
}

namespace {

// PostgreSQL: neighbourhoods by number, told by a letter and how many bits they span.
struct Neighbours {
    std::string_view mark;
    int bits;
};
constexpr std::array neighbours{Neighbours{"__x", 10}, Neighbours{"__y", 13},
                                Neighbours{"__z", 16}};

constexpr std::string_view marks_of_both = R"sql(
    '__k' || r.kind || case when length(r.office_path) > 2
            then ' __o' || replace(substr(r.office_path, 2, length(r.office_path) - 2), '/', ' __o')
            else '' end)sql";

std::string marks_of_postgres() {
    std::string sql{marks_of_both};
    for (auto const& n : neighbours)
        sql += " || ' " + std::string(n.mark) + "' || (r.id >> " + std::to_string(n.bits) + ")";
    return sql;
}

} // namespace

std::string_view marks_sql(Dialect dialect) {
    static auto const postgres = marks_of_postgres();
    return dialect == Dialect::sqlite ? marks_of_both : std::string_view(postgres);
}

// `offset 0` keeps PostgreSQL from walking the newest rows in the hope of meeting enough of them,
// which takes a hundred times as long where the words are rarer than it guessed; `+ 0` from
// fetching all older numbers besides.
std::string_view Conditions::meeting_in_head() const {
    if (dialect_ == Dialect::sqlite) return meeting();
    return "(select rowid from derived_search where (head || marks) @@ cast(? as tsquery) "
           "and rowid + 0 < ? offset 0) as d where 1 = 1";
}

std::string_view Conditions::meeting() const {
    if (dialect_ == Dialect::sqlite)
        return "derived_search as d where derived_search match ? and d.rowid < ?";
    return "(select rowid from derived_search where (head || marks || body) @@ cast(? as tsquery) "
           "and rowid + 0 < ? offset 0) as d where 1 = 1";
}

std::vector<Part> Conditions::parts(std::string const& condition, std::int64_t newest) const {
    std::vector<Part> parts;
    auto below = newest + 1;
    if (dialect_ == Dialect::postgres)
        for (auto const& [mark, bits] : neighbours) {
            auto const last = newest >> bits;
            auto const among = [&, mark = std::string(mark)](std::int64_t number) {
                return word(mark + std::to_string(number));
            };
            parts.push_back({all({condition, any({among(last), among(last - 1)})}), below});
            below = std::max<std::int64_t>(last - 1, 0) << bits;
        }
    parts.push_back({condition, below});
    return parts;
}

std::string Conditions::term(Sought const& term) const {
    if (dialect_ == Dialect::sqlite) {
        std::string phrase;
        for (auto const& key : term.keys)
            (phrase += phrase.empty() ? "\"" : " ") += key;
        return phrase + (term.prefix ? "\" *" : "\"");
    }
    std::string query;
    for (auto const& key : term.keys)
        ((query += query.empty() ? "'" : " <-> '") += with_escapes(key)) += '\'';
    if (term.prefix) query += ":*";
    return term.keys.size() == 1 ? query : '(' + query + ')';
}

std::string Conditions::in_head(Sought const& sought) const {
    return dialect_ == Dialect::sqlite ? "{head} : " + term(sought) : term(sought);
}

std::string Conditions::word(std::string_view key) const {
    return term({.keys = {std::string(key)}});
}

std::string Conditions::all(std::vector<std::string> const& conditions) const {
    return joined(conditions, dialect_ == Dialect::sqlite ? " AND " : " & ");
}

std::string Conditions::any(std::vector<std::string> const& conditions) const {
    return joined(conditions, dialect_ == Dialect::sqlite ? " OR " : " | ");
}

std::string Conditions::without(std::string const& condition, std::string const& barred) const {
    if (barred.empty()) return condition;
    return '(' + condition + (dialect_ == Dialect::sqlite ? " NOT " : " & !") + barred + ')';
}

std::string Conditions::joined(std::vector<std::string> const& conditions,
                               std::string_view by) const {
    std::string out;
    std::size_t count = 0;
    for (auto const& condition : conditions) {
        if (condition.empty()) continue;
        if (count++ > 0) out += by;
        out += condition;
    }
    return count > 1 ? '(' + out + ')' : out;
}

} // namespace udb::search_terms
