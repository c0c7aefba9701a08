// The list of a register: search, filters, order, turns.
#include "registers/pages/draw.hpp"
#include "registers/pages/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb {
namespace {

Url home_of(Kept const& kept) { return *Url::parse(std::string(kept.path)); }

bool narrowed(ListQuery const& query) {
    return !query.search.empty() || query.office || !query.filters.empty();
}

/// A naming field says what the first column says already.
bool names_record(Field const& f) {
    auto const stem = f.name.substr(0, f.name.find('_'));
    return stem == "name" || stem == "title";
}

std::vector<ui::Choice> choices_to_filter(Words const& words, Field const& f) {
    if (f.control == Control::flag) return {{"1", words("ui.yes")}, {"0", words("ui.no")}};
    std::vector<ui::Choice> choices;
    if (f.options)
        for (auto const& option : f.options())
            choices.push_back({std::string(option.name), std::string(words(option.label))});
    return choices;
}

std::vector<ui::Choice> choices_to_sort(Words const& words, RegisterView const& reg) {
    std::vector<ui::Choice> choices{{"title", words("host.sort_title")},
                                    {"-changed", words("host.sort_changed")}};
    for (auto const& f : reg.fields) {
        if (!f.shows(in_sort)) continue;
        bool const date = f.control == Control::date;
        auto const say = [&](std::string_view key) {
            return words(key, {{"field", std::string(words(f.label))}});
        };
        choices.push_back({std::string(f.name), say(date ? "host.sort_old" : "host.sort_up")});
        choices.push_back(
            {"-" + std::string(f.name), say(date ? "host.sort_new" : "host.sort_down")});
    }
    return choices;
}

Html narrowing_of(Words const& words, RegisterView const& reg, ListQuery const& query) {
    Html out;
    for (auto const& f : reg.fields) {
        auto choices = f.shows(in_filter) ? choices_to_filter(words, f) : std::vector<ui::Choice>{};
        if (choices.empty()) continue;
        auto const chosen = query.filters.find(f.name);
        out += ui::select(words, {.name = std::string(f.name),
                                  .label = std::string(words(f.label)),
                                  .choices = std::move(choices),
                                  .value = chosen == query.filters.end() ? "" : chosen->second,
                                  .empty_label = words("host.list_any")});
    }
    out += ui::select(words, {.name = "sort",
                              .label = words("host.list_sort"),
                              .choices = choices_to_sort(words, reg),
                              .value = query.sort,
                              .empty_line = false});
    return out;
}

/// The names of all records that the lines refer to.
Lookups lookups_of(Words const& words, RegisterView const& reg, std::vector<Named> const& named) {
    Lookups lookups;
    for (auto const& f : reg.fields)
        if (!f.refers_to.empty())
            for (auto const& n : named)
                if (n.kind == f.refers_to)
                    lookups[std::string(f.name)].push_back({to_string(n.id), words(n.title)});
    return lookups;
}

std::vector<Id<Record>> referred(RegisterView const& reg, std::vector<ListLine> const& lines) {
    std::vector<Id<Record>> ids;
    for (auto const& line : lines)
        for (std::size_t i = 0; i < reg.fields.size(); ++i)
            if (!reg.fields[i].refers_to.empty() && reg.fields[i].shows(in_list))
                if (auto const id = parse_id<Record>(line.values[i])) ids.push_back(*id);
    return ids;
}

std::string total_of(Words const& words, ListPage const& page, bool some) {
    if (page.more_than) return words("host.total_more", {{"count", page.total}});
    return words(some ? "host.found" : "host.total", {{"count", page.total}});
}

struct Shown {
    ListPage page;
    std::vector<Named> named;
    std::string office; ///< name of the one that the list is narrowed to
};

Html table_of(Call const& call, ListQuery const& query, Shown const& shown) {
    auto const& words = call.words;
    auto const& reg = *call.kept->reg;
    auto const lookups = lookups_of(words, reg, shown.named);
    ui::Table table{.caption = total_of(words, shown.page, narrowed(query)),
                    .columns = {{words("host.name")}},
                    .rows = {}};
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < reg.fields.size(); ++i)
        if (auto const& f = reg.fields[i]; f.shows(in_list) && !names_record(f)) {
            columns.push_back(i);
            table.columns.push_back({std::string(words(f.label)), f.control == Control::number});
        }
    for (auto const& line : shown.page.lines) {
        auto const href =
            Url::parse(std::string(call.kept->path) + '/' + to_string(line.header.id));
        ui::Table::Row row{.cells = {ui::link({.text = words(line.header.title), .href = *href})}};
        for (auto const i : columns)
            row.cells.push_back(text(line.values[i].empty() ? ""
                                                            : udb::shown(words, reg.fields[i],
                                                                         line.values[i], lookups)));
        table.rows.push_back(std::move(row));
    }
    return ui::table(table);
}

Html nothing(Call const& call, ListQuery const& query, std::string const& add) {
    auto const& words = call.words;
    if (narrowed(query))
        return ui::empty_state({.sentence = words("host.list_found_none"),
                                .hint = words("host.list_found_none_hint"),
                                .action = ui::button({.label = words("host.list_clear"),
                                                      .kind = ui::Button::Kind::secondary,
                                                      .href = home_of(*call.kept)})});
    return ui::empty_state(
        {.sentence = words("host.list_none"),
         .hint = add.empty() ? "" : words("host.list_none_hint", {{"add", add}})});
}

} // namespace

ListQuery list_query(Call const& call, RegisterView const& reg) {
    auto const& asked = call.request.query;
    auto const id = [&](std::string_view name) {
        return parse_id<Record>(asked.get_or(name)).value_or(Id<Record>{});
    };
    ListQuery query{.search = std::string(asked.get_or("q")),
                    .office = as<Office>(id("office")),
                    .sort = std::string(asked.get_or("sort", "title")),
                    .after = id("after"),
                    .before = id("before")};
    for (auto const& f : reg.fields)
        if (auto const value = asked.get_or(f.name); f.shows(in_filter) && !value.empty())
            query.filters.emplace(f.name, value);
    return query;
}

Url list_address(Url start, ListQuery const& query) {
    if (!query.search.empty()) start = start.with("q", query.search);
    if (query.office) start = start.with("office", to_string(query.office));
    for (auto const& [name, value] : query.filters)
        start = start.with(name, value);
    if (query.sort != "title") start = start.with("sort", query.sort);
    return start;
}

Html list_files(Call const& call, RegisterView const& reg, std::string_view path,
                ListQuery const& query) {
    auto const& words = call.words;
    auto const at = [&](std::string_view rest) {
        return *Url::parse(std::string(path) + std::string(rest));
    };
    auto const as = [&](std::string_view format, std::string_view key) {
        return html::li(ui::link({.text = words(key),
                                  .href = list_address(at("/export"), query).with("format", format),
                                  .download = true}));
    };
    auto lines = html::all(as("xlsx", "host.export_xlsx"), as("csv", "host.export_csv"));
    if (!call.actor.guest() && permits_somewhere(reg.policy, call.actor, Act::write))
        lines += html::li(ui::link({.text = words("host.import_link"), .href = at("/import")}));
    return html::ul({.cls = "govuk-list"}, lines);
}

Result<web::Response> show_list(Call& call) {
    auto const& words = call.words;
    auto const& kept = *call.kept;
    auto const& reg = *kept.reg;
    auto const query = list_query(call, reg);
    auto const shown = call.look([&](Db& db) {
        Shown s{list(db, reg, query, scope_of(reg.policy, call.actor, Act::read)), {}, {}};
        auto ids = referred(reg, s.page.lines);
        if (query.office) ids.push_back(as_record(query.office));
        s.named = names_of(db, std::move(ids));
        for (auto const& n : s.named)
            if (query.office && n.id == as_record(query.office)) s.office = words(n.title);
        return s;
    });

    auto const add = permits_somewhere(reg.policy, call.actor, Act::write)
                         ? words("host.add", {{"one", std::string(words(reg.one))}})
                         : std::string{};
    auto const actions = html::when(!add.empty(), [&] {
        return ui::button({.label = add, .href = *Url::parse(std::string(kept.path) + "/new")});
    });
    std::vector<std::pair<std::string, std::string>> kept_fields;
    if (query.office) kept_fields.emplace_back("office", to_string(query.office));
    auto const address = list_address(home_of(kept), query);
    auto const turned = [&](std::string_view way, Id<Record> from) {
        return from ? address.with(way, to_string(from)) : Url{};
    };
    auto const main = html::all(
        ui::page_heading({.title = std::string(words(reg.title)),
                          .lead = shown.office.empty()
                                      ? ""
                                      : words("host.in_office", {{"office", shown.office}}),
                          .actions = actions}),
        ui::search_box(
            words, {.action = home_of(kept),
                    .value = query.search,
                    .label = words("host.list_search", {{"title", std::string(words(reg.title))}}),
                    .kept = std::move(kept_fields),
                    .narrowing = narrowing_of(words, reg, query)}),
        shown.page.lines.empty() ? nothing(call, query, add) : table_of(call, query, shown),
        ui::turns(words, {.previous = turned("before", shown.page.previous),
                          .next = turned("after", shown.page.next),
                          .first = address}),
        list_files(call, reg, kept.path, query));
    return call.page(std::string(words(reg.title)), main);
}

} // namespace udb
