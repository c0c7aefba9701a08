#include "modules/mandates/desk_page_parts.hpp"

#include "kernel/mandate_terms.hpp"
#include "modules/mandates/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb::mandates {

DeskPage::DeskPage(Call const& call, Desk const& desk)
    : call_(call), words_(call.words), desk_(desk), shown_(desk_form(desk.read)),
      told_(desk.read.findings.size(), false) {}

std::string DeskPage::value(std::string_view name) const {
    return std::string(value_in(desk_.form, name));
}

std::string DeskPage::error(std::string_view name) const {
    return ui::error_at(words_, desk_.errors, name);
}

std::string DeskPage::place(std::string_view where) const { return place_name(words_, where); }

std::string DeskPage::named(std::string const& name, std::string_view label) {
    return labels_.emplace_back(name, words_(label)).second;
}

Html DeskPage::line(std::string const& name, std::string_view label, int width) {
    return ui::text_field(words_, {.name = name,
                                   .label = named(name, label),
                                   .value = value(name),
                                   .error = error(name),
                                   .width = width});
}

Html DeskPage::area(std::string const& name, std::string_view label, int rows,
                    std::string_view hint) {
    return ui::text_area(words_, {.name = name,
                                  .label = named(name, label),
                                  .value = value(name),
                                  .hint = hint.empty() ? "" : words_(hint),
                                  .error = error(name),
                                  .rows = rows});
}

Html DeskPage::tick(std::string const& name, std::string_view label) {
    return ui::checkbox(
        words_,
        {.name = name, .choice = {"1", words_(label)}, .ticked = desk_.form.contains(name)});
}

Html DeskPage::doubts(std::string_view where) {
    std::vector<ui::FindingLine> lines;
    auto const& all = desk_.read.findings;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& at = all[i].where;
        bool const here = at == where
                          || (at.starts_with(where) && at.size() > where.size()
                              && (at[where.size()] == '.' || at[where.size()] == '['));
        if (told_[i] || !here) continue;
        told_[i] = true;
        Html action;
        if (proposals_ < DeskLimits::proposals && can_accept(shown_, all[i])) {
            ++proposals_;
            auto const name = path("accept", i);
            action = ui::checkbox(words_, {.name = name,
                                           .choice = {"1", words_("mandates.desk_accept_proposal",
                                                                  {{"proposal", all[i].proposal}})},
                                           .ticked = desk_.form.contains(name)});
        }
        lines.push_back(finding_line(words_, all[i], std::move(action)));
    }
    return lines.empty() ? Html{} : ui::findings(words_, lines);
}

Html DeskPage::rest_of_doubts() {
    std::vector<ui::FindingLine> lines;
    for (std::size_t i = 0; i < told_.size(); ++i)
        if (!told_[i]) lines.push_back(finding_line(words_, desk_.read.findings[i]));
    return lines.empty() ? Html{} : ui::findings(words_, lines);
}

Html DeskPage::beyond(std::size_t have, std::size_t drawn) const {
    if (have <= drawn) return {};
    return ui::notice(words_,
                      {.body = text(words_("mandates.desk_beyond",
                                           {{"have", static_cast<std::int64_t>(have)},
                                            {"drawn", static_cast<std::int64_t>(drawn)}}))});
}

Html DeskPage::head() {
    std::vector<ui::Choice> kinds;
    for (auto const kind : order_kinds())
        kinds.push_back({std::string(kind), words_("mandates.kind_" + std::string(kind))});
    auto const memo = memo_of(value("memo"));
    return html::all(doubts("kind"),
                     ui::select(words_, {.name = "kind",
                                         .label = named("kind", "mandates.at_kind"),
                                         .choices = std::move(kinds),
                                         .value = value("kind"),
                                         .error = error("kind")}),
                     line("head.government", "mandates.at_head_government"),
                     line("head.office", "mandates.at_head_office"),
                     line("head.section", "mandates.at_head_section"),
                     line("head.website", "mandates.at_head_website", 20), doubts("head"),
                     doubts("memo"), line("memo", "mandates.at_memo"),
                     html::when(memo.has_value(), [&] { return memo_groups(words_, *memo); }),
                     dates(), doubts("subject"), area("subject", "mandates.at_subject", 2),
                     area("references", "mandates.at_references", 2, "mandates.desk_one_a_line"),
                     cites());
}

Html DeskPage::dates() {
    auto const& d = desk_.read.dates;
    Html agree;
    if (d.agree)
        agree = html::p(*d.agree
                            ? ui::status({words_("mandates.dates_agree"), ui::Status::Tone::good})
                            : ui::status({words_("mandates.dates_differ"), ui::Status::Tone::bad}));
    return html::all(
        doubts("dates"),
        ui::date_field(words_, {.name = "dates.gregorian",
                                .label = named("dates.gregorian", "mandates.at_dates_gregorian"),
                                .value = value("dates.gregorian"),
                                .error = error("dates.gregorian")}),
        line("dates.bangla", "mandates.at_dates_bangla", 20), agree);
}

Html DeskPage::cites() {
    auto const drawn = std::min(desk_.read.cites.size(), DeskLimits::cites);
    Html rows;
    for (std::size_t i = 0; i < drawn; ++i)
        rows += html::div({.cls = "fields-in-row"},
                          line(path("cites", i, "memo"), "mandates.desk_cited_memo"),
                          line(path("cites", i, "date"), "mandates.desk_cited_date", 10));
    if (rows.empty()) return {};
    return html::all(html::h3(words_("mandates.read_cites")), doubts("cites"), rows,
                     beyond(desk_.read.cites.size(), drawn));
}

Html DeskPage::tiers() {
    auto const& list = desk_.read.tiers;
    auto const drawn = std::min(list.size(), DeskLimits::tiers);
    Html rows;
    for (std::size_t i = 0; i < drawn; ++i) {
        auto const tier = term_with_id<Tier>(list[i].tier);
        auto const title = tier ? std::string(words_(label_of(*tier))) : list[i].tier;
        rows += html::fieldset(
            {.cls = "row-of-list"}, html::legend({.cls = "govuk-fieldset__legend"}, title),
            doubts(path("tiers", i)), line(path("tiers", i, "leader"), "mandates.at_field_leader"),
            area(path("tiers", i, "members"), "mandates.at_field_members", 4,
                 "mandates.desk_one_a_line"));
    }
    return html::all(rows, beyond(list.size(), drawn));
}

Html DeskPage::seat(std::size_t i, std::string const& title) {
    std::vector<ui::Choice> roles;
    for (auto const& term : terms<SeatRole>())
        roles.push_back({std::string(term.id), std::string(words_(term.label))});
    auto const field = path("seats", i, "role");
    auto const fields = html::div({.cls = "fields-in-row"},
                                  line(path("seats", i, "posts"), "mandates.at_field_posts"),
                                  line(path("seats", i, "unit"), "mandates.at_field_unit"),
                                  ui::select(words_, {.name = field,
                                                      .label = words_("mandates.at_field_role"),
                                                      .choices = std::move(roles),
                                                      .value = value(field),
                                                      .error = error(field)}));
    return html::fieldset({.cls = "row-of-list"},
                          html::legend({.cls = "govuk-fieldset__legend"}, title), fields,
                          doubts(path("seats", i)));
}

Html DeskPage::seats() {
    auto const& list = desk_.read.seats;
    auto const drawn = std::min(list.size(), DeskLimits::seats);
    Html rows;
    for (std::size_t i = 0; i < drawn; ++i)
        rows += seat(i, words_("mandates.at_seats", {{"no", list[i].no}}));
    if (list.size() <= DeskLimits::seats) rows += seat(drawn, words_("mandates.desk_new_seat"));
    return html::all(beyond(list.size(), drawn),
                     html::p({.cls = "quiet"}, words_("mandates.desk_seats_hint")), rows);
}

Html DeskPage::functions() {
    auto const& list = desk_.read.functions;
    auto const drawn = std::min(list.size(), DeskLimits::functions);
    Html rows;
    auto const row = [&](std::size_t i, std::string const& label) {
        auto const name = path("functions", i, "text");
        rows += doubts(path("functions", i));
        rows += ui::text_area(
            words_,
            {.name = name, .label = label, .value = value(name), .error = error(name), .rows = 2});
    };
    for (std::size_t i = 0; i < drawn; ++i)
        row(i, words_("mandates.at_functions", {{"no", list[i].no}}));
    if (list.size() <= DeskLimits::functions) row(drawn, words_("mandates.desk_new_function"));
    return html::all(beyond(list.size(), drawn), rows);
}

Html DeskPage::copies() {
    auto const& list = desk_.read.copies.listed;
    auto const drawn = std::min(list.size(), DeskLimits::copies);
    Html rows;
    auto const row = [&](std::size_t i, std::string const& title, bool counts) {
        rows += html::div(
            {.cls = "fields-in-row wide-first"},
            ui::text_field(words_, {.name = path("copies.listed", i, "text"),
                                    .label = title,
                                    .value = value(path("copies.listed", i, "text")),
                                    .error = error(path("copies.listed", i, "text"))}),
            html::when(counts, [&] {
                return line(path("copies.listed", i, "copies"), "mandates.at_field_copies", 4);
            }));
        rows += doubts(path("copies.listed", i));
    };
    for (std::size_t i = 0; i < drawn; ++i)
        row(i, words_("mandates.at_copies_listed", {{"no", list[i].no}}), true);
    if (list.size() <= DeskLimits::copies) row(drawn, words_("mandates.desk_new_copy"), false);
    auto const summary = doubts("copies.stated");
    return html::all(
        line("copies.stated", "mandates.at_copies_stated", 5), summary,
        html::p({.cls = "quiet"}, words_("mandates.desk_copies_listed",
                                         {{"lines", static_cast<std::int64_t>(list.size())}})),
        beyond(list.size(), drawn), rows, doubts("copies"));
}

Html DeskPage::body() {
    auto const& list = desk_.read.body;
    auto const drawn = std::min(list.size(), DeskLimits::body);
    Html rows;
    for (std::size_t i = 0; i < drawn; ++i) {
        auto const name = path("body", i);
        rows += doubts(name);
        rows += ui::text_area(words_, {.name = name,
                                       .label = words_("mandates.at_body",
                                                       {{"no", static_cast<std::int64_t>(i + 1)}}),
                                       .value = value(name),
                                       .error = error(name),
                                       .rows = 3});
    }
    return html::all(doubts("body"), rows, beyond(list.size(), drawn));
}

Html DeskPage::closing() {
    return html::all(
        tick("effective_at_once", "mandates.at_effective_at_once"),
        ui::date_field(words_, {.name = "effective_on",
                                .label = named("effective_on", "mandates.at_effective_on"),
                                .value = value("effective_on"),
                                .error = error("effective_on"),
                                .optional = true}),
        tick("cancels_earlier", "mandates.at_cancels_earlier"),
        area("cancels", "mandates.at_cancels", 2), area("amends", "mandates.at_amends", 2),
        html::h3(words_("mandates.read_signatory")), doubts("signatory"),
        line("signatory.name", "mandates.at_signatory_name"),
        line("signatory.post", "mandates.at_signatory_post"),
        line("signatory.office", "mandates.at_signatory_office"),
        html::div({.cls = "fields-in-row"},
                  line("signatory.phone", "mandates.at_signatory_phone", 20),
                  line("signatory.email", "mandates.at_signatory_email", 20),
                  line("signatory.date", "mandates.at_signatory_date", 10)),
        html::hidden("signatory.fax", value("signatory.fax")));
}

Html DeskPage::drawn(Html const& office) {
    auto const count = [&](std::string_view key, std::size_t n) {
        return words_(key) + " (" + words_.number(static_cast<std::int64_t>(n)) + ")";
    };
    auto const& o = desk_.read;
    std::vector<ui::Section> sections{
        {.id = "part-head", .title = words_("mandates.desk_part_head"), .body = head()}};
    if (!o.tiers.empty())
        sections.push_back({.id = "part-tiers",
                            .title = count("mandates.read_tiers", o.tiers.size()),
                            .body = tiers()});
    sections.push_back({.id = "part-seats",
                        .title = count("mandates.read_seats", o.seats.size()),
                        .body = seats()});
    sections.push_back({.id = "part-functions",
                        .title = count("mandates.read_functions", o.functions.size()),
                        .body = functions()});
    if (!o.body.empty())
        sections.push_back({.id = "part-body",
                            .title = count("mandates.desk_part_body", o.body.size()),
                            .body = body()});
    sections.push_back(
        {.id = "part-closing", .title = words_("mandates.desk_part_closing"), .body = closing()});
    sections.push_back({.id = "part-copies",
                        .title = count("mandates.read_copies", o.copies.listed.size()),
                        .body = copies()});
    sections.push_back(
        {.id = "part-office",
         .title = words_("mandates.desk_part_office"),
         .body = html::all(office, ui::button({.label = words_("mandates.desk_accept")}))});
    auto const rest = rest_of_doubts();
    Html main = ui::contents(words_, sections);
    main += rest;
    for (auto const& section : sections)
        main += ui::section(section);
    return ui::form({.action = "/orders", .csrf = call_.csrf(), .files = true},
                    html::all(html::hidden("text", desk_.text), main));
}

} // namespace udb::mandates
