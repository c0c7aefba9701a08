#include "modules/papers/office_paper.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "modules/papers/wording.hpp"

#include <algorithm>
#include <charconv>

namespace udb::papers {
namespace {

/// "… = ৬৪": the text before it and the number; nothing where the line does not end so.
std::optional<CopyLine> counted(std::string_view line) {
    auto const sign = line.rfind('=');
    if (sign == line.npos) return {};
    auto const digits = bangla::ascii_digits(bangla::trimmed(line.substr(sign + 1)));
    std::int64_t number = 0;
    auto const* end = digits.data() + digits.size();
    auto const read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 1 || number > copies_of_line_max)
        return {};
    return CopyLine{.text = std::string(bangla::trimmed(line.substr(0, sign))), .copies = number};
}

constexpr std::string_view all_of_them = "(সকল)";

bangla::Table table_of(std::string_view text) {
    bangla::Table table;
    std::size_t widest = 0;
    for (auto const& line : lines_of(text)) {
        bangla::Row row;
        for (auto& cell : cells_of(line))
            row.cells.push_back({.text = std::move(cell)});
        widest = std::max(widest, row.cells.size());
        (table.head.empty() ? table.head : table.rows).push_back(std::move(row));
    }
    // A first column of numbers, then officer and role: as orders set it.
    if (widest == 3)
        table.columns = {{.width = 1, .align = bangla::Align::centre}, {.width = 7}, {.width = 4}};
    return table;
}

bangla::List list_of(std::string_view text) {
    bangla::List list;
    std::int64_t no = 0;
    for (auto& line : lines_of(text))
        list.items.push_back(
            {.label = '(' + bangla::bangla_number(++no) + ')', .text = std::move(line)});
    return list;
}

bangla::Block block_of(PaperBlock const& block) {
    switch (block.kind) {
    case BlockKind::list: return list_of(block.text);
    case BlockKind::table: return table_of(block.text);
    case BlockKind::paragraph: break;
    }
    return bangla::Paragraph{.text = std::string(bangla::trimmed(block.text)),
                             .number = block.number};
}

bangla::Signature signature_of(OfficePaper const& paper, std::optional<IssueFacts> const& issued,
                               Words const& words) {
    bangla::Signature s{.date = issued ? short_date(issued->date) : "",
                        .name = paper.signer.name,
                        .post = paper.signer.post,
                        .contacts = lines_of(paper.signer.contacts)};
    if (paper.kind == PaperKind::notification) s.by_order = words("papers.by_order");
    return s;
}

} // namespace

std::optional<std::int64_t> copies_in_all(std::vector<CopyLine> const& copies) {
    std::int64_t sum = 0;
    for (auto const& line : copies) {
        if (!line.copies) return {};
        sum += *line.copies;
    }
    return sum;
}

std::vector<CopyLine> copies_of_text(std::string_view text) {
    std::vector<CopyLine> copies;
    for (auto& line : lines_of(text)) {
        if (auto known = counted(line))
            copies.push_back(std::move(*known));
        else if (line.find(all_of_them) != line.npos)
            copies.push_back({.text = std::move(line), .copies = {}});
        else
            copies.push_back({.text = std::move(line)});
    }
    return copies;
}

std::string text_of_copies(std::vector<CopyLine> const& copies) {
    std::string out;
    for (auto const& line : copies) {
        out += line.text;
        bool const group = line.text.find(all_of_them) != line.text.npos;
        if (line.copies && (group || *line.copies != 1))
            out += " = " + bangla::bangla_number(*line.copies);
        out += '\n';
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        if (auto const line = bangla::trimmed(text.substr(0, end)); !line.empty())
            lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    while (true) {
        auto const end = row.find('|');
        cells.emplace_back(bangla::trimmed(row.substr(0, end)));
        if (end == row.npos) return cells;
        row.remove_prefix(end + 1);
    }
}

bangla::Paper official(OfficePaper const& paper, std::optional<IssueFacts> const& issued,
                       Words const& words) {
    auto const dates = issued ? dates_of(words, {}, issued->date)
                              : bangla::Dates{.label = words("papers.date_label"),
                                              .bangla = words("papers.date_pending")};
    auto const memo = issued ? issued->memo : words("papers.memo_pending");
    auto const head = lines_of(paper.head);
    auto const title = std::string(label_of(paper.kind).bn);

    bangla::Paper out;
    out.meta = {.title = title + ": " + paper.about + (issued ? " (" + issued->memo + ')' : ""),
                .author = head.size() > 1 ? head[1] : "",
                .subject = paper.about,
                .created = issued ? midnight(issued->date) : Instant{}};
    out.blocks = {
        bangla::Head{.lines = head, .website = paper.website},
        bangla::MemoDate{.memo = words("papers.memo_line", {{"memo", memo}}), .dates = dates},
        bangla::Title{title}};
    for (auto const& block : paper.blocks)
        if (!bangla::trimmed(block.text).empty()) out.blocks.push_back(block_of(block));
    auto signature = signature_of(paper, issued, words);
    out.blocks.push_back(signature);
    if (paper.copies.empty()) return out;

    signature.by_order.clear();
    signature.contacts.clear();
    bangla::CopyBlock copies{.dates = dates,
                             .heading = words(worded(paper.style, "copies_heading")),
                             .signature = signature};
    if (auto const count = copies_in_all(paper.copies))
        copies.memo = copies_memo(words, memo, *count);
    else
        copies.memo = words("papers.memo_line", {{"memo", memo}});
    std::int64_t no = 0;
    for (auto const& line : paper.copies)
        copies.recipients.push_back(
            {.label = bangla::bangla_number(++no) + "।", .text = line.text});
    out.blocks.push_back(std::move(copies));
    return out;
}

} // namespace udb::papers
