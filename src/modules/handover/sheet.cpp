#include "modules/handover/sheet.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "bangla/text/digits.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

using handover::Section;

constexpr std::array sections{
    Term<Section>{Section::seat, "seat", {"টিমে আসন", "Seats in teams"}},
    Term<Section>{Section::role, "role", {"দায়িত্বের ভূমিকা", "Roles"}},
    Term<Section>{Section::duty, "duty", {"আসন্ন দায়িত্ব", "Duties to come"}},
    Term<Section>{Section::open, "open", {"চলমান কাজ", "Open work"}},
    Term<Section>{Section::decision, "decision", {"সাম্প্রতিক সিদ্ধান্ত ও জারি", "Decisions lately"}},
};

} // namespace

template <>
std::span<Term<Section> const> terms<Section>() {
    return sections;
}

namespace handover {
namespace {

std::optional<Date> next_due(Due const& due, Date day) {
    auto const year = static_cast<int>(std::chrono::year_month_day{day}.year());
    for (int first_year = year - 2; first_year <= year + 1; ++first_year)
        if (auto const date = due_date(due, first_year); date && *date >= day) return date;
    return {};
}

bangla::Table table_of(std::vector<Line> const& lines, Section section, Words const& words) {
    bangla::Table table{.columns = {{.width = 1, .align = bangla::Align::centre},
                                    {.width = 7},
                                    {.width = 4},
                                    {.width = 3}}};
    auto const cell = [](std::string text) { return bangla::Cell{.text = std::move(text)}; };
    table.head = {{.cells = {cell(words("handover.serial")), cell(words("handover.what")),
                             cell(words("handover.beside")), cell(words("handover.date"))}}};
    std::int64_t no = 0;
    for (auto const& line : lines)
        if (line.section == section)
            table.rows.push_back(
                {.cells = {cell(bangla::bangla_number(++no) + "."), cell(words(line.text)),
                           cell(words(line.beside)), cell(line.due ? words.date(*line.due) : "")}});
    return table;
}

} // namespace

std::vector<Line> duties_of(Mandate const& mandate, Date day) {
    std::vector<Line> duties;
    for (auto const& function : mandate.functions) {
        if (function.cadence == Cadence::continuous || function.cadence == Cadence::on_event)
            continue;
        auto const paragraph = bangla::bangla_digits(function.paragraph);
        auto const cadence = label_of(function.cadence);
        duties.push_back({.section = Section::duty,
                          .text = function.title,
                          .beside = {std::string(cadence.bn) + ", অনুচ্ছেদ " + paragraph,
                                     std::string(cadence.en) + ", paragraph " + function.paragraph},
                          .due = function.due ? next_due(*function.due, day) : std::nullopt,
                          .path = "/mandates/" + mandate.id});
    }
    std::ranges::stable_sort(
        duties, [](Line const& a, Line const& b) { return a.due && (!b.due || *a.due < *b.due); });
    return duties;
}

std::vector<Term<Section>> sections_shown(Sheet const& sheet) {
    std::vector<Term<Section>> shown;
    for (auto const& section : terms<Section>())
        if (section.value != Section::role
            || std::ranges::find(sheet.lines, Section::role, &Line::section) != sheet.lines.end())
            shown.push_back(section);
    return shown;
}

bangla::Paper paper_of(Sheet const& sheet, Words const& words) {
    bangla::Paper paper;
    paper.meta = {.title = words("handover.title") + ": " + words(sheet.post),
                  .author = words(sheet.office),
                  .subject = words("handover.title"),
                  .created = sheet.first_day};
    auto& blocks = paper.blocks;
    blocks.emplace_back(bangla::Head{.lines = {words(sheet.office)}});
    blocks.emplace_back(bangla::Title{words("handover.title")});
    bangla::Table who{.columns = {{.width = 1}, {.width = 2}}};
    auto const row = [&](std::string_view key, std::string value) {
        who.rows.push_back({.cells = {{.text = words(key)}, {.text = std::move(value)}}});
    };
    auto const last_day = sheet.first_day - std::chrono::days{1};
    row("handover.post", words(sheet.post));
    row("handover.leaver", words(sheet.leaver));
    row("handover.comer", sheet.comer.bn.empty() ? words("ui.vacant") : words(sheet.comer));
    row("handover.last_day", bangla::both_dates(last_day, Language::bn));
    row("handover.first_day", bangla::both_dates(sheet.first_day, Language::bn));
    row("handover.memo", sheet.memo.empty() ? words("handover.no_memo") : sheet.memo);
    blocks.emplace_back(std::move(who));
    for (auto const& section : sections_shown(sheet)) {
        blocks.emplace_back(bangla::Heading{.text = std::string(words(section.label))});
        auto table = table_of(sheet.lines, section.value, words);
        if (table.rows.empty())
            blocks.emplace_back(bangla::Paragraph{.text = words("handover.nothing")});
        else
            blocks.emplace_back(std::move(table));
    }
    blocks.emplace_back(bangla::Heading{.text = words("handover.note")});
    blocks.emplace_back(
        bangla::Paragraph{.text = sheet.note.empty() ? words("handover.no_note") : sheet.note});
    blocks.emplace_back(
        bangla::Signature{.name = words(sheet.leaver), .post = words("handover.handed_over")});
    if (!sheet.comer.bn.empty())
        blocks.emplace_back(bangla::Signature{
            .date = sheet.acknowledged_on ? words.date(*sheet.acknowledged_on) : "",
            .name = words(sheet.comer),
            .post = words("handover.taken_over")});
    return paper;
}

} // namespace handover
} // namespace udb
