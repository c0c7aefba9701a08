// The list of a register: search, filters, order, turns.
#include "registers/pages/draw.hpp"
#include "registers/pages/pages.hpp"
#include "registers/pages/places.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb {
namespace {

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

Html narrowing_of(Words const& words, RegisterView const& reg, ListQuery const& query,
                  Lookups const& instead) {
    Html out;
    for (auto const& f : reg.fields) {
        auto choices = f.shows(in_filter) ? choices_to_filter(words, f) : std::vector<ui::Choice>{};
        if (auto const found = instead.find(f.name); found != instead.end())
            choices = found->second;
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
    std::vector<std::vector<Html>> more; ///< cells of `ListParts`
    std::string office;                  ///< name of the one that the list is narrowed to
};

Shown look_up(Db& db, Call const& call, ListQuery const& query, ListParts const& parts) {
    auto const& reg = *call.kept->reg;
    Shown s{.page = list(db, reg, query, sight_of(call)), .named = {}, .more = {}, .office = {}};
    auto ids = referred(reg, s.page.lines);
    if (query.office) ids.push_back(as_record(query.office));
    s.named = names_of(db, std::move(ids));
    for (auto const& n : s.named)
        if (query.office && n.id == as_record(query.office)) s.office = call.words(n.title);
    if (parts.cells) s.more = parts.cells(db, s.page.lines);
    return s;
}

Html table_of(Call const& call, ListQuery const& query, Shown const& shown,
              ListParts const& parts) {
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
            bool const figures = f.control == Control::number || f.control == Control::decimal;
            table.columns.push_back({std::string(words(f.label)), figures});
        }
    table.columns.insert(table.columns.end(), parts.columns.begin(), parts.columns.end());
    for (std::size_t at = 0; at < shown.page.lines.size(); ++at) {
        auto const& line = shown.page.lines[at];
        auto const href = address(*call.kept, line.header.id);
        auto title = words(line.header.title);
        if (title.empty()) title = words("host.untitled");
        auto const lang = ui::lang_of(words, title);
        ui::Table::Row row{
            .cells = {ui::link({.text = std::move(title), .href = href, .lang = lang})}};
        for (auto const i : columns)
            row.cells.push_back(text(line.values[i].empty() ? ""
                                                            : udb::shown(words, reg.fields[i],
                                                                         line.values[i], lookups)));
        if (at < shown.more.size())
            row.cells.insert(row.cells.end(), shown.more[at].begin(), shown.more[at].end());
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
                                                      .href = address(*call.kept)})});
    return ui::empty_state(
        {.sentence = words("host.list_none"),
         .hint = add.empty() ? "" : words("host.list_none_hint", {{"add", add}})});
}

/// What the engine's own button says; empty where there is none.
std::string to_add(Call const& call) {
    auto const& reg = *call.kept->reg;
    if (!call.kept->serves(Act::write) || !permits_somewhere(reg.policy, call.actor, Act::write))
        return {};
    return call.words("host.add", {{"one", std::string(call.words(reg.one))}});
}

/// The address that asks for the list, without `after` and `before`.
Url list_address(Call const& call, Url start, ListQuery const& query) {
    if (!query.search.empty()) start = start.with("q", query.search);
    if (query.office) start = start.with("office", to_string(query.office));
    for (auto const& [name, value] : query.filters)
        start = start.with(name, value);
    if (query.sort != call.kept->reg->sort) start = start.with("sort", query.sort);
    return start;
}

} // namespace

ListQuery list_query(Call const& call) {
    auto const& reg = *call.kept->reg;
    auto const& asked = call.request.query;
    auto const id = [&](std::string_view name) {
        return parse_id<Record>(asked.get_or(name)).value_or(Id<Record>{});
    };
    ListQuery query{.search = std::string(asked.get_or("q")),
                    .office = as<Office>(id("office")),
                    .sort = std::string(asked.get_or("sort", reg.sort)),
                    .after = id("after"),
                    .before = id("before")};
    for (auto const& f : reg.fields)
        if (auto const value = asked.get_or(f.name); f.shows(in_filter) && !value.empty())
            query.filters.emplace(f.name, value);
    return query;
}

Html list_files(Call const& call, ListQuery const& query) {
    auto const& words = call.words;
    auto const& kept = *call.kept;
    auto const as = [&](std::string_view format, std::string_view key) {
        return html::li(ui::link(
            {.text = words(key),
             .href = list_address(call, address(kept, "/export"), query).with("format", format),
             .download = true}));
    };
    auto lines = html::all(as("xlsx", "host.export_xlsx"), as("csv", "host.export_csv"));
    if (!call.actor.guest() && !to_add(call).empty())
        lines += html::li(
            ui::link({.text = words("host.import_link"), .href = address(kept, "/import")}));
    return html::ul({.cls = "govuk-list"}, lines);
}

Result<web::Response> list_page(Call& call, ListParts const& parts) {
    auto const& words = call.words;
    auto const& reg = *call.kept->reg;
    auto const query = list_query(call);
    auto const shown = call.look([&](Db& db) { return look_up(db, call, query, parts); });
    std::vector<std::pair<std::string, std::string>> kept_fields;
    if (query.office) kept_fields.emplace_back("office", to_string(query.office));
    auto const here = list_address(call, address(*call.kept), query);
    auto const turned = [&](std::string_view way, Id<Record> from) {
        return from ? here.with(way, to_string(from)) : Url{};
    };
    auto const title = std::string(words(reg.title));
    auto const main = html::all(
        ui::page_heading({.title = title,
                          .lead = shown.office.empty()
                                      ? parts.lead
                                      : words("host.in_office", {{"office", shown.office}}),
                          .actions = parts.actions}),
        parts.above,
        ui::search_box(words, {.action = address(*call.kept),
                               .value = query.search,
                               .label = words("host.list_search", {{"title", title}}),
                               .kept = std::move(kept_fields),
                               .narrowing = narrowing_of(words, reg, query, parts.narrowing)}),
        shown.page.lines.empty() ? nothing(call, query, to_add(call))
                                 : table_of(call, query, shown, parts),
        ui::turns(words, {.previous = turned("before", shown.page.previous),
                          .next = turned("after", shown.page.next),
                          .first = here}),
        list_files(call, query));
    return call.page(title, main, {.wide = !parts.columns.empty()});
}

Result<web::Response> show_list(Call& call) {
    auto const add = to_add(call);
    auto const actions = html::when(!add.empty(), [&] {
        return ui::button({.label = add, .href = address(*call.kept, "/new")});
    });
    return list_page(call, {.actions = actions});
}

} // namespace udb
