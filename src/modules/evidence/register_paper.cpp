#include "modules/evidence/register_paper.hpp"

#include "bangla/text/digits.hpp"

namespace udb::evidence {
namespace {

/// Enough to find the file by, and to see that a print and a file belong together.
constexpr std::size_t hash_letters = 12;

std::string year_name(std::string const& name, Language language) {
    auto const year = bangla::parse_fiscal_year(name);
    return year ? bangla::name(*year, language) : name;
}

bangla::Cell cell(std::string text) { return {.text = std::move(text)}; }

} // namespace

BilingualText period_label(Period const& period) {
    auto const quarter = udb::label_of(period.quarter);
    return {year_name(period.year.name, Language::bn) + ", " + std::string(quarter.bn),
            year_name(period.year.name, Language::en) + ", " + std::string(quarter.en)};
}

BilingualText period_label(Quarters const& quarters) {
    auto label = period_label(Period{{quarters.year}, quarters.first});
    if (quarters.first == quarters.last) return label;
    auto const last = udb::label_of(quarters.last);
    return {label.bn + " – " + std::string(last.bn), label.en + " – " + std::string(last.en)};
}

bangla::Paper register_paper(std::vector<RegisterLine> const& lines, std::string const& office,
                             std::string const& what, Words const& words, Date today) {
    bangla::Table table{.columns = {{.width = 1.1, .align = bangla::Align::centre},
                                    {.width = 2.2},
                                    {.width = 5},
                                    {.width = 2.6},
                                    {.width = 3},
                                    {.width = 5},
                                    {.width = 3.3}}};
    table.head = {{.cells = {cell(words("evidence.number")), cell(words("evidence.kind")),
                             cell(words("evidence.name")), cell(words("evidence.on")),
                             cell(words("evidence.period")), cell(words("evidence.proves")),
                             cell(words("evidence.hash_short"))}}};
    for (auto const& line : lines)
        table.rows.push_back(
            {.cells = {cell(bangla::bangla_number(line.number)),
                       cell(std::string(words(udb::label_of(line.kind)))), cell(line.title),
                       cell(words.date(line.on)), cell(words(period_label(line.period))),
                       cell(line.proves), cell(line.sha256.substr(0, hash_letters))}});
    bangla::Paper paper{.meta = {.title = words("evidence.register_title"),
                                 .author = office,
                                 .created = Instant{today}},
                        .orientation = bangla::Orientation::landscape,
                        .page_numbers = bangla::PageNumbers::all};
    if (!office.empty()) paper.blocks.push_back(bangla::Head{.lines = {office}});
    paper.blocks.push_back(bangla::Title{.text = words("evidence.register_title")});
    if (!what.empty()) paper.blocks.push_back(bangla::Paragraph{.text = what});
    paper.blocks.push_back(bangla::Paragraph{
        .text = words("evidence.register_said",
                      {{"count", static_cast<std::int64_t>(lines.size())}, {"date", today}})});
    if (!lines.empty()) paper.blocks.push_back(std::move(table));
    return paper;
}

} // namespace udb::evidence
