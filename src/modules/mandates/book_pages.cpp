// The accepted orders: all of them, and one with its text, its structure and what was left open.
#include "bangla/memo/memo.hpp"
#include "kernel/mandate.hpp"
#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/finding.hpp"
#include "modules/mandates/pages.hpp"
#include "modules/mandates/policy.hpp"
#include "modules/offices/offices.hpp"
#include "registers/pages/history.hpp"
#include "web/components/components.hpp"

namespace udb::mandates {
namespace {

constexpr int page_size = 25;

/// The mandate that is shipped under this number, as data with rules; null for any other paper.
Mandate const* mandate_with(std::optional<OrderMemo> const& memo) {
    if (!memo) return nullptr;
    auto const base = bangla::base_of(bangla::parse_memo(memo->raw));
    for (auto const& m : shipped_mandates().all())
        if (bangla::base_of(bangla::parse_memo(m.memo)) == base) return &m;
    return nullptr;
}

ui::Status findings_left(Words const& words, std::int64_t n) {
    if (n == 0) return {words("mandates.no_open"), ui::Status::Tone::good};
    return {words("mandates.open_findings", {{"n", n}}), ui::Status::Tone::unsure};
}

struct Shown {
    std::optional<AcceptedOrder> order;
    std::string original;
    std::vector<Correction> corrections;
    std::vector<offices::OfficeLine> way;
    std::vector<Event> events;
};

Html numbered(std::vector<OrderFunction> const& functions, Words const& words) {
    Html rows;
    for (auto const& f : functions)
        rows += html::p(html::strong(words.number(f.no) + "."), text(" "), f.text);
    return rows;
}

Html seats_table(Words const& words, std::vector<OrderSeat> const& seats) {
    std::vector<ui::Table::Row> rows;
    for (auto const& s : seats) {
        std::string posts;
        for (auto const& post : s.posts)
            posts += (posts.empty() ? "" : " / ") + post;
        auto const role = term_with_id<SeatRole>(s.role);
        rows.push_back({.cells = {text(words.number(s.no)), text(posts), text(s.unit),
                                  text(role ? std::string(words(label_of(*role))) : s.role_text)}});
    }
    return ui::table({.caption = words("mandates.read_seats"),
                      .columns = {{words("mandates.number"), true},
                                  {words("mandates.at_field_posts")},
                                  {words("mandates.at_field_unit")},
                                  {words("mandates.at_field_role")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html tiers_of(Words const& words, std::vector<OrderTier> const& tiers) {
    Html out;
    for (auto const& t : tiers) {
        auto const tier = term_with_id<Tier>(t.tier);
        Html lines = html::li(html::strong(t.leader));
        for (auto const& member : t.members)
            lines += html::li(member);
        out += html::h3(tier ? std::string(words(label_of(*tier))) : t.tier);
        out += html::ul(lines);
    }
    return out;
}

Html copies_of(Words const& words, OrderCopies const& copies) {
    Html lines;
    for (auto const& line : copies.listed)
        lines += html::p(html::strong(words.number(line.no) + "."), text(" "), line.text);
    auto const n = static_cast<std::int64_t>(copies.listed.size());
    auto const said = copies.stated ? words("mandates.read_copies_count",
                                            {{"stated", *copies.stated}, {"lines", n}})
                                    : words("mandates.read_copies_unstated", {{"lines", n}});
    return html::all(html::p({.cls = "quiet"}, said), lines);
}

std::string signed_by(Signatory const& s) {
    std::string out = s.name;
    for (auto const* part : {&s.post, &s.office})
        if (!part->empty()) out += (out.empty() ? "" : ", ") + *part;
    return out;
}

Html cites_of(Words const& words, std::vector<Citation> const& cites) {
    Html lines;
    for (auto const& c : cites) {
        auto const* m = mandate_with(memo_of(c.memo));
        auto line = m ? ui::link({.text = words(m->title), .href = url("/mandates/{}", m->id)})
                            + text(" — ")
                      : Html{};
        line += text(c.memo);
        if (c.date) line += text((c.memo.empty() ? "" : ", ") + words.date(*c.date));
        lines += html::p(line);
    }
    return lines;
}

Html facts_of(Words const& words, Shown const& shown) {
    auto const& o = shown.order->order;
    std::vector<ui::SummaryRow> rows;
    auto const add = [&](std::string_view key, Html value) {
        if (!value.empty()) rows.push_back({words(key), std::move(value)});
    };
    add("mandates.desk_office", shown.way.empty()
                                    ? Html{}
                                    : ui::link({.text = words(shown.way.back().name),
                                                .href = url("/offices/{}", shown.way.back().id)}));
    add("mandates.at_head_office", text(o.head.office));
    add("mandates.at_head_section", text(o.head.section));
    add("mandates.at_memo", memo_explained(words, o.memo ? o.memo->raw : ""));
    if (auto const* m = mandate_with(o.memo))
        add("mandates.its_mandate",
            ui::link({.text = words(m->title), .href = url("/mandates/{}", m->id)}));
    if (o.dates.gregorian) add("mandates.at_dates_gregorian", text(words.date(*o.dates.gregorian)));
    auto bangla = text(o.dates.bangla);
    if (o.dates.agree)
        bangla += text(" ")
                  + (*o.dates.agree
                         ? ui::status({words("mandates.dates_agree"), ui::Status::Tone::good})
                         : ui::status({words("mandates.dates_differ"), ui::Status::Tone::bad}));
    add("mandates.at_dates_bangla", std::move(bangla));
    add("mandates.at_subject", text(o.subject));
    add("mandates.read_cites", cites_of(words, o.cites));
    if (o.effective_at_once) add("mandates.read_effect", text(words("mandates.read_at_once")));
    if (o.effective_on) add("mandates.at_effective_on", text(words.date(*o.effective_on)));
    if (o.cancels_earlier)
        add("mandates.read_cancels",
            text(o.cancels.empty() ? words("mandates.read_yes") : o.cancels));
    add("mandates.at_amends", text(o.amends));
    if (o.signatory) add("mandates.read_signatory", text(signed_by(*o.signatory)));
    return ui::summary_list(rows);
}

Html corrections_table(Words const& words, std::vector<Correction> const& corrections) {
    auto const or_empty = [&](std::string const& value) {
        return value.empty() ? words("mandates.nothing_there") : value;
    };
    std::vector<ui::Table::Row> rows;
    for (auto const& c : corrections)
        rows.push_back({.cells = {text(place_name(words, c.where)), text(or_empty(c.before)),
                                  text(or_empty(c.after))}});
    return ui::table({.caption = words("mandates.corrections"),
                      .columns = {{words("mandates.what")},
                                  {words("mandates.as_read")},
                                  {words("mandates.as_corrected")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html findings_of(Words const& words, Findings const& list) {
    std::vector<ui::FindingLine> lines;
    for (auto const& f : list)
        lines.push_back(finding_line(words, f));
    return ui::findings(words, lines);
}

std::vector<ui::Section> sections_of(Words const& words, Shown const& shown) {
    auto const& o = shown.order->order;
    std::vector<ui::Section> sections{
        {.id = "facts", .title = words("mandates.facts_title"), .body = facts_of(words, shown)}};
    auto const add = [&](bool has, std::string_view id, std::string_view key, auto make) {
        if (has) sections.push_back({.id = std::string(id), .title = words(key), .body = make()});
    };
    add(!o.findings.empty(), "findings", "mandates.findings_title",
        [&] { return findings_of(words, o.findings); });
    add(!o.tiers.empty(), "tiers", "mandates.read_tiers", [&] { return tiers_of(words, o.tiers); });
    add(!o.seats.empty(), "seats", "mandates.read_seats",
        [&] { return seats_table(words, o.seats); });
    add(!o.functions.empty(), "functions", "mandates.read_functions",
        [&] { return numbered(o.functions, words); });
    add(!o.body.empty(), "body", "mandates.desk_part_body",
        [&] { return html::each(o.body, [](std::string const& line) { return html::p(line); }); });
    add(!o.copies.listed.empty(), "copies", "mandates.read_copies",
        [&] { return copies_of(words, o.copies); });
    add(!shown.corrections.empty(), "corrections", "mandates.corrections",
        [&] { return corrections_table(words, shown.corrections); });
    add(true, "original", "mandates.desk_original", [&] {
        return html::details({.cls = "more"}, html::summary(words("mandates.original_open")),
                             html::pre({.cls = "original"}, shown.original));
    });
    add(true, "history", "mandates.history", [&] { return draw_history(words, shown.events); });
    return sections;
}

} // namespace

Result<web::Response> show_orders(Call& call) {
    auto const& words = call.words;
    std::string const search{call.request.query.get_or("q")};
    auto const page = page_asked(call);
    auto const found = call.look(
        [&](Db& db) { return find_orders(db, search, page_size, (page - 1) * page_size); });
    std::vector<ui::Table::Row> rows;
    for (auto const& line : found.lines)
        rows.push_back(
            {.cells = {ui::link({.text = words(line.title), .href = url("/orders/{}", line.id)}),
                       text(line.memo), text(line.date ? words.date(*line.date) : ""),
                       text(words.number(line.seats)),
                       ui::status(findings_left(words, line.findings))}});
    bool const may = permits_somewhere(policy, call.actor, Act::accept);
    auto const read_one = html::when(may, [&] {
        return ui::button({.label = words("mandates.desk_title"), .href = "/orders/new"});
    });
    auto const list =
        rows.empty()
            ? ui::empty_state({.sentence = search.empty()
                                               ? words("mandates.no_orders")
                                               : words("ui.search_nothing", {{"text", search}}),
                               .hint = words("mandates.no_orders_hint")})
            : ui::table({.caption = words("ui.count", {{"count", found.total}}),
                         .columns = {{words("mandates.paper_title")},
                                     {words("mandates.at_memo")},
                                     {words("mandates.read_date")},
                                     {words("mandates.read_seats"), true},
                                     {words("mandates.findings_title")}},
                         .rows = std::move(rows)});
    auto const main =
        html::all(ui::page_heading({.title = words("mandates.orders_title"),
                                    .lead = words("mandates.orders_lead"),
                                    .actions = read_one}),
                  ui::search_box(words, {.action = "/orders", .value = search}), list,
                  ui::pager(words, {.page = page,
                                    .pages = (found.total + page_size - 1) / page_size,
                                    .href = search.empty() ? Url("/orders")
                                                           : Url("/orders").with("q", search)}));
    return call.page(
        words("mandates.orders_title"), main,
        {.before_main = ui::breadcrumb(words, {{words("mandates.title"), "/mandates"}}),
         .wide = true});
}

Result<web::Response> show_order(Call& call) {
    auto const& words = call.words;
    auto const id = TRY(call.id<Order>());
    auto const shown = call.look([&](Db& db) {
        Shown s;
        s.order = accepted_order(db, id);
        if (!s.order) return s;
        s.original = original_text(db, id);
        s.corrections = corrections_of(db, id);
        s.way = offices::way_to(db, s.order->header.office_path);
        s.events = events_of(db, as_record(id));
        return s;
    });
    if (!shown.order) return not_found();
    auto const& header = shown.order->header;
    auto const& order = shown.order->order;
    auto const actions =
        html::when(!order.seats.empty() && call.may(policy, Act::accept, header.target()), [&] {
            return ui::button({.label = words("mandates.form_team"),
                               .href = Url("/teams/new").with("order", to_string(id))});
        });
    auto const sections = sections_of(words, shown);
    auto main =
        html::all(ui::page_heading({.title = words(header.title),
                                    .above = header.number,
                                    .status = ui::status(findings_left(
                                        words, static_cast<std::int64_t>(order.findings.size()))),
                                    .actions = actions,
                                    .lang = ui::lang_of(words, words(header.title))}),
                  ui::contents(words, sections));
    for (auto const& section : sections)
        main += ui::section(section);
    return call.page(
        words(header.title), main,
        {.before_main = ui::breadcrumb(words, {{words("mandates.title"), "/mandates"},
                                               {words("mandates.orders_title"), "/orders"}}),
         .wide = true});
}

} // namespace udb::mandates
