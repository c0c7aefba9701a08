// The tree of offices with its search.
#include "modules/offices/pages.hpp"

#include "modules/offices/policy.hpp"
#include "registers/pages/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>
#include <charconv>

namespace udb::offices {
namespace {

constexpr int page_size = 25;
constexpr int children_most = 12;

std::string note_of(Words const& words, OfficeLine const& line) {
    std::string note{words(label_of(line.level))};
    if (line.former) note += ", " + words("offices.former");
    return note;
}

ui::TreeNode node_of(Words const& words, OfficeLine const& line) {
    ui::TreeNode node{.label = words(line.name),
                      .href = url("/offices/{}", line.id),
                      .note = note_of(words, line)};
    if (line.below > 0) {
        node.more = Url("/offices").with("at", to_string(line.id));
        node.more_label = words("offices.show_below", {{"count", line.below}});
    }
    return node;
}

struct Branch {
    std::vector<OfficeLine> way; ///< down to the office that is open; empty: the top
    OfficeLines under;
    std::vector<OfficeLine> children; ///< the first of each of `under`
};

Branch branch_at(Db& db, Call const& call, Id<Office> at, std::int64_t page) {
    Branch b;
    if (at)
        if (auto const office = find_office(db, at)) b.way = way_to(db, office->path());
    b.under = offices_under(db, b.way.empty() ? Id<Office>{} : at, call.today, page_size,
                            (page - 1) * page_size);
    std::vector<Id<Office>> ids;
    for (auto const& line : b.under.lines)
        if (line.below > 0) ids.push_back(line.id);
    b.children = children_of(db, ids, children_most, call.today);
    return b;
}

Html tree_of(Words const& words, Branch const& b) {
    std::vector<ui::TreeNode> nodes;
    for (auto const& line : b.under.lines) {
        auto node = node_of(words, line);
        for (auto const& child : b.children)
            if (child.parent == line.id) node.children.push_back(node_of(words, child));
        node.open = !node.children.empty() && b.under.lines.size() <= 6;
        if (line.below <= children_most) node.more = {};
        nodes.push_back(std::move(node));
    }
    // From the open office upwards, each holds the one below.
    for (auto above = b.way.rbegin(); above != b.way.rend(); ++above) {
        auto node = node_of(words, *above);
        node.more = {};
        node.children = std::move(nodes);
        node.open = true;
        node.current = above == b.way.rbegin();
        nodes.clear();
        nodes.push_back(std::move(node));
    }
    return ui::tree(words, words("offices.title"), nodes);
}

Html table_of(Words const& words, OfficeLines const& found) {
    std::vector<ui::Table::Row> rows;
    for (auto const& line : found.lines)
        rows.push_back(
            {.cells = {ui::link({.text = words(line.name), .href = url("/offices/{}", line.id)}),
                       text(note_of(words, line)), text(words(line.parent_name))}});
    return ui::table(
        {.caption = words("ui.count", {{"count", found.total}}),
         .columns = {{words("offices.name")}, {words("offices.level")}, {words("offices.above")}},
         .rows = std::move(rows)});
}

Html found_offices(Call const& call, std::string const& search, std::int64_t page) {
    auto const& words = call.words;
    auto const found = call.look([&](Db& db) {
        return find_offices(db,
                            {.search = search, .size = page_size, .offset = (page - 1) * page_size},
                            call.today);
    });
    if (found.lines.empty())
        return ui::empty_state({.sentence = words("ui.search_nothing", {{"text", search}}),
                                .hint = words("offices.search_hint")});
    return html::all(table_of(words, found),
                     ui::pager(words, {.page = page,
                                       .pages = (found.total + page_size - 1) / page_size,
                                       .href = Url("/offices").with("q", search)}));
}

Html branch(Call const& call, Id<Office> at, std::int64_t page) {
    auto const& words = call.words;
    auto const b = call.look([&](Db& db) { return branch_at(db, call, at, page); });
    if (b.under.lines.empty() && b.way.empty())
        return ui::empty_state({.sentence = words("offices.none")});
    auto const href = at ? Url("/offices").with("at", to_string(at)) : Url("/offices");
    return html::all(tree_of(words, b),
                     ui::pager(words, {.page = page,
                                       .pages = (b.under.total + page_size - 1) / page_size,
                                       .href = href}));
}

} // namespace

std::int64_t page_asked(Call const& call) {
    std::int64_t page = 1;
    auto const text = call.request.query.get_or("page", "1");
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, 1'000'000);
}

Html way_back(Call const& call, std::vector<OfficeLine> const& way) {
    std::vector<ui::Crumb> crumbs{{call.words("offices.title"), "/offices"}};
    for (auto const& line : way)
        crumbs.push_back({call.words(line.name), url("/offices/{}", line.id)});
    return ui::breadcrumb(call.words, crumbs);
}

Picker office_picker(Call const& call, FormValues const& form, Picker start) {
    auto const& words = call.words;
    return picked(
        std::move(start), form,
        [&](std::string_view search) {
            std::vector<ui::Choice> found;
            auto const lines = call.look([&](Db& db) {
                return find_offices(db, {.search = search, .size = Picker::most}, call.today);
            });
            for (auto const& line : lines.lines)
                found.push_back({to_string(line.id), words(line.name), words(line.parent_name)});
            return found;
        },
        [&](std::string_view value) -> std::string {
            auto const id = parse_id<Office>(value);
            if (!id) return {};
            auto const office = call.look([&](Db& db) { return find_office(db, *id); });
            return office ? words(office->office.name()) : "";
        });
}

Result<web::Response> show_offices(Call& call) {
    auto const& words = call.words;
    std::string const search{call.request.query.get_or("q")};
    auto const at = parse_id<Office>(call.request.query.get_or("at")).value_or(Id<Office>{});
    auto const page = page_asked(call);
    auto const actions = html::when(call.may(policy, Act::write, {.office_path = {}}), [&] {
        return ui::button({.label = words("offices.add"),
                           .kind = ui::Button::Kind::secondary,
                           .href = "/offices/new"});
    });
    auto const main = html::all(
        ui::page_heading(
            {.title = words("offices.title"), .lead = words("offices.lead"), .actions = actions}),
        ui::search_box(words,
                       {.action = "/offices", .value = search, .label = words("offices.search")}),
        search.empty() ? branch(call, at, page) : found_offices(call, search, page),
        list_files(call, {.search = search}));
    return call.page(words("offices.title"), main);
}

} // namespace udb::offices
