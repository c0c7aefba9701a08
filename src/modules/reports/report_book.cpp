#include "modules/reports/report_book.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "kernel/mandate_reader.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace udb {
namespace embedded {
std::span<EmbeddedFile const> report_book();
}

namespace reports {
namespace {

using Sources = std::map<std::string, BilingualText, std::less<>>;

DueRule due_rule(MandateReader& reader, toml::table const& table, std::string const& path,
                 Sources const& sources) {
    reader.known_keys(table, path, {"kind", "from", "day", "year", "source"});
    DueRule rule{.kind = reader.term<Kind>(table, "kind", path),
                 .from = static_cast<int>(reader.number(table, "from", path, 1971, 2200)),
                 .year = static_cast<int>(reader.number(table, "year", path, 0, 2))};
    auto const day = reader.month_day(table, "day", path);
    rule.month = static_cast<unsigned>(day.month());
    rule.day = static_cast<unsigned>(day.day());
    auto const source = sources.find(reader.text(table, "source", path));
    if (source == sources.end())
        reader.problem(path + ".source", {"field.not_a_choice"});
    else
        rule.source = source->second;
    return rule;
}

Chapter chapter(MandateReader& reader, toml::table const& table, std::string const& path) {
    reader.known_keys(table, path, {"id", "bn", "en", "kinds", "themes", "hint"});
    Chapter out{.id = reader.text(table, "id", path),
                .title = reader.label(table, path),
                .kinds = reader.term_list<Kind>(table, "kinds", path),
                .themes = reader.text_list(table, "themes", path)};
    if (table.contains("hint")) out.hint = reader.label_at(table, "hint", path);
    if (out.kinds.empty()) reader.problem(path + ".kinds", {"field.required"});
    return out;
}

} // namespace

bool Chapter::is_of(Kind kind) const { return std::ranges::find(kinds, kind) != kinds.end(); }

std::vector<Chapter const*> Book::chapters_of(Kind kind) const {
    std::vector<Chapter const*> out;
    for (auto const& one : chapters)
        if (one.is_of(kind)) out.push_back(&one);
    return out;
}

Chapter const* Book::find(Kind kind, std::string_view id) const {
    auto const found = std::ranges::find(chapters, id, &Chapter::id);
    return found != chapters.end() && found->is_of(kind) ? &*found : nullptr;
}

Result<Book> read_book(std::string_view toml) {
    auto const root = TRY(parse_toml(toml, "reports.toml"));
    MandateReader reader;
    Sources sources;
    Book book;
    reader.known_keys(root, "", {"source", "due", "chapter"});
    reader.each(root, "source", "", [&](toml::table const& table, std::string const& path) {
        sources[reader.text(table, "id", path)] = reader.label(table, path);
    });
    reader.each(root, "due", "", [&](toml::table const& table, std::string const& path) {
        book.dues.push_back(due_rule(reader, table, path, sources));
    });
    std::set<std::string, std::less<>> ids;
    reader.each(root, "chapter", "", [&](toml::table const& table, std::string const& path) {
        book.chapters.push_back(chapter(reader, table, path));
        if (!ids.insert(book.chapters.back().id).second)
            reader.problem(path + ".id", {"field.not_a_choice"});
    });
    if (!reader.problems().empty()) return invalid(std::move(reader).problems());
    return book;
}

Book const& book() {
    static Book const read = [] {
        auto found = read_book(embedded::report_book().front().bytes);
        ENSURE(found, "data/reports.toml");
        return *std::move(found);
    }();
    return read;
}

std::optional<Due> due_of(Book const& book, Kind kind, int fiscal_year) {
    DueRule const* found = nullptr;
    for (auto const& rule : book.dues)
        if (rule.kind == kind && rule.from <= fiscal_year && (!found || found->from < rule.from))
            found = &rule;
    if (!found) return {};
    using namespace std::chrono;
    auto const of_year = year{fiscal_year + found->year} / month{found->month};
    // 29 February of a year that has none is its last day.
    auto const last = static_cast<unsigned>((of_year / std::chrono::last).day());
    return Due{sys_days{of_year / std::chrono::day{std::min(found->day, last)}}, found->source};
}

int days_after(Date due, std::optional<Date> done, Date today,
               bangla::WorkingCalendar const& calendar) {
    auto const day = done.value_or(today);
    if (day > due && calendar.holidays && day <= first_open_day(due, calendar).date) return 0;
    return static_cast<int>((day - due).count());
}

} // namespace reports
} // namespace udb
