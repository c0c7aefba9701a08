#include "modules/plans/dated_rules.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"
#include "kernel/mandate_reader.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace udb {

template <>
std::span<Term<plans::Task> const> terms<plans::Task>() {
    using plans::Task;
    static constexpr std::array rows{
        Term<Task>{Task::progress, "progress", {"অগ্রগতি প্রতিবেদন", "Progress report"}},
        Term<Task>{Task::self, "self", {"স্ব-মূল্যায়ন", "Self-assessment"}},
        Term<Task>{
            Task::higher, "higher", {"ঊর্ধ্বতন দপ্তরের মূল্যায়ন", "Assessment by the higher office"}},
    };
    return rows;
}

namespace embedded {
std::span<EmbeddedFile const> plan_dates();
}

namespace plans {

Result<std::vector<DatedRule>> read_dated_rules(std::string_view toml) {
    auto const root = TRY(parse_toml(toml, "plan_dates.toml"));
    MandateReader reader;
    std::map<std::string, BilingualText, std::less<>> sources;
    std::vector<DatedRule> rules;
    reader.each(root, "source", "", [&](toml::table const& table, std::string const& path) {
        sources[reader.text(table, "id", path)] = reader.label(table, path);
    });
    reader.each(root, "due", "", [&](toml::table const& table, std::string const& path) {
        reader.known_keys(table, path, {"task", "period", "from", "day", "year", "source"});
        DatedRule rule{
            .task = reader.term<Task>(table, "task", path),
            .period = reader.term<Period>(table, "period", path),
            .from = static_cast<int>(reader.number(table, "from", path, 1971, 2200)),
            .year = static_cast<int>(reader.number(table, "year", path, 0, 2)),
        };
        auto const day = reader.month_day(table, "day", path);
        rule.month = static_cast<unsigned>(day.month());
        rule.day = static_cast<unsigned>(day.day());
        auto const source = sources.find(reader.text(table, "source", path));
        if (source == sources.end())
            reader.problem(path + ".source", {"field.not_a_choice"});
        else
            rule.source = source->second;
        rules.push_back(std::move(rule));
    });
    if (!reader.problems().empty()) return invalid(std::move(reader).problems());
    return rules;
}

std::span<DatedRule const> dated_rules() {
    static std::vector<DatedRule> const rules = [] {
        auto read = read_dated_rules(embedded::plan_dates().front().bytes);
        ENSURE(read, "data/plan_dates.toml");
        return *std::move(read);
    }();
    return rules;
}

std::optional<Due> due_of(std::span<DatedRule const> rules, Task task, Period period,
                          int fiscal_year) {
    DatedRule const* found = nullptr;
    for (auto const& rule : rules)
        if (rule.task == task && rule.period == period && rule.from <= fiscal_year
            && (!found || found->from < rule.from))
            found = &rule;
    if (!found) return {};
    using namespace std::chrono;
    auto const of_year = year{fiscal_year + found->year} / month{found->month};
    // 29 February of a year that has none is its last day.
    auto const last = static_cast<unsigned>((of_year / std::chrono::last).day());
    return Due{sys_days{of_year / std::chrono::day{std::min(found->day, last)}}, found->source};
}

std::optional<Due> due_of(Task task, Period period, int fiscal_year) {
    return due_of(dated_rules(), task, period, fiscal_year);
}

int days_late(Date due, std::optional<Date> done, Date today,
              bangla::WorkingCalendar const& calendar) {
    if (calendar.holidays && done.value_or(today) <= first_open_day(due, calendar).date) return 0;
    auto const late = done.value_or(today) - due;
    return std::max(0, static_cast<int>(late.count()));
}

} // namespace plans
} // namespace udb
