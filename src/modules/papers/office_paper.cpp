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
        // A row without a number goes on with the one above it: what it leaves empty is one cell.
        if (!table.rows.empty() && row.cells.front().text.empty())
            for (auto& cell : row.cells)
                cell.joined = cell.text.empty();
        (table.head.empty() ? table.head : table.rows).push_back(std::move(row));
    }
    // A first column of numbers, then officer and role: as orders set it.
    if (widest == 3)
        table.columns = {{.width = 1, .align = bangla::Align::centre}, {.width = 7}, {.width = 4}};
    // Minutes: number, what was discussed, what was decided, who carries it out.
    if (widest == 4)
        table.columns = {
            {.width = 1, .align = bangla::Align::centre}, {.width = 5}, {.width = 4}, {.width = 3}};
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
    case BlockKind::annex: return bangla::Heading{.text = block.text};
    case BlockKind::paragraph: break;
    }
    return bangla::Paragraph{.text = std::string(bangla::trimmed(block.text)),
                             .number = block.number};
}

std::string title_of(OfficePaper const& paper) {
    switch (paper.kind) {
    case PaperKind::letter:
    case PaperKind::forwarding: return {};
    case PaperKind::minutes: return paper.about;
    case PaperKind::office_order:
    case PaperKind::notification:
    case PaperKind::meeting_notice: break;
    }
    return std::string(label_of(paper.kind).bn);
}

class Setting {
public:
    Setting(OfficePaper const& paper, std::optional<IssueFacts> const& issued, Words const& words)
        : paper_(paper), issued_(issued), words_(words),
          dates_(issued ? dates_of(words, {}, issued->date)
                        : bangla::Dates{.label = words("papers.date_label"),
                                        .bangla = words("papers.date_pending")}),
          memo_(issued ? issued->memo : words("papers.memo_pending")) {}

    bangla::Paper paper() {
        auto const annex = std::ranges::find(paper_.blocks, BlockKind::annex, &PaperBlock::kind);
        opening();
        blocks(paper_.blocks.begin(), annex);
        labelled("enclosures", paper_.enclosures);
        add(signature());
        recipients();
        copies();
        if (issued_ && issued_->mark) add(*issued_->mark);
        if (annex != paper_.blocks.end()) add(bangla::PageBreak{});
        blocks(annex, paper_.blocks.end());
        return {.meta = meta(), .blocks = std::move(blocks_)};
    }

private:
    using Blocks = std::vector<PaperBlock>::const_iterator;

    void add(bangla::Block block) { blocks_.push_back(std::move(block)); }

    bangla::Meta meta() const {
        auto const head = lines_of(paper_.head);
        auto const kind = std::string(label_of(paper_.kind).bn);
        return {.title = (paper_.kind == PaperKind::minutes ? "" : kind + ": ") + paper_.about
                         + (issued_ ? " (" + issued_->memo + ')' : ""),
                .author = head.size() > 1 ? head[1] : "",
                .subject = paper_.about,
                .created = issued_ ? midnight(issued_->date) : Instant{}};
    }

    void opening() {
        add(bangla::Head{.lines = lines_of(paper_.head), .website = paper_.website});
        add(bangla::MemoDate{.memo = words_("papers.memo_line", {{"memo", memo_}}),
                             .dates = dates_});
        if (auto title = title_of(paper_); !title.empty()) add(bangla::Title{std::move(title)});
        if (is_addressed(paper_.kind))
            add(bangla::Subject{.label = words_("papers.subject_label"), .text = paper_.about});
        labelled("references", paper_.references);
    }

    /// Texts under a label at their left: `সূত্র:`, `সংযুক্তি:`.
    void labelled(std::string const& what, std::string const& texts) {
        if (auto lines = lines_of(texts); !lines.empty())
            add(bangla::References{.label = words_("papers." + what + "_label"),
                                   .texts = std::move(lines)});
    }

    void blocks(Blocks from, Blocks to) {
        for (; from != to; ++from)
            if (!bangla::trimmed(from->text).empty()) add(block_of(*from));
    }

    bangla::Signature signature() const {
        bangla::Signature s{.date = issued_ ? short_date(issued_->date) : "",
                            .name = paper_.signer.name,
                            .post = paper_.signer.post,
                            .contacts = lines_of(paper_.signer.contacts)};
        if (paper_.kind == PaperKind::notification) s.by_order = words_("papers.by_order");
        return s;
    }

    void recipients() {
        auto const all = lines_of(paper_.recipients);
        if (all.empty()) return;
        if (all.size() == 1) return add(bangla::Paragraph{.text = all.front()});
        add(bangla::Paragraph{.text = words_(worded(paper_.style, "recipients_heading"))});
        bangla::List list;
        for (auto const& line : all)
            list.items.push_back(numbered(list.items.size(), line));
        add(std::move(list));
    }

    void copies() {
        if (paper_.copies.empty()) return;
        auto signed_again = signature();
        signed_again.by_order.clear();
        signed_again.contacts.clear();
        bangla::CopyBlock copies{.dates = dates_,
                                 .heading = words_(worded(paper_.style, "copies_heading")),
                                 .signature = signed_again};
        if (auto const count = copies_in_all(paper_.copies))
            copies.memo = copies_memo(words_, memo_, *count);
        else
            copies.memo = words_("papers.memo_line", {{"memo", memo_}});
        for (auto const& line : paper_.copies)
            copies.recipients.push_back(numbered(copies.recipients.size(), line.text));
        add(std::move(copies));
    }

    static bangla::ListItem numbered(std::size_t before, std::string const& text) {
        return {.label = bangla::bangla_number(static_cast<std::int64_t>(before) + 1) + "।",
                .text = text};
    }

    OfficePaper const& paper_;
    std::optional<IssueFacts> const& issued_;
    Words const& words_;
    bangla::Dates dates_;
    std::string memo_;
    std::vector<bangla::Block> blocks_ = {};
};

} // namespace

bool forms_teams(PaperKind kind) {
    return kind == PaperKind::office_order || kind == PaperKind::notification;
}

bool is_addressed(PaperKind kind) {
    return kind == PaperKind::letter || kind == PaperKind::forwarding
           || kind == PaperKind::meeting_notice;
}

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
    return Setting(paper, issued, words).paper();
}

} // namespace udb::papers
