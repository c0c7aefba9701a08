#include "modules/papers/pages_html.hpp"

#include "web/html/tags.hpp"

namespace udb::papers {
namespace {

using namespace html;

/// Text with its line breaks.
Html lines(std::string_view plain) {
    Html out;
    while (true) {
        auto const end = plain.find('\n');
        out += udb::text(plain.substr(0, end));
        if (end == plain.npos) return out;
        out += br();
        plain.remove_prefix(end + 1);
    }
}

/// Those of `texts` that are not empty, one under the other.
Html stacked(std::vector<std::string> const& texts) {
    Html out;
    for (auto const& one : texts) {
        if (one.empty()) continue;
        if (!out.empty()) out += br();
        out += lines(one);
    }
    return out;
}

Html paragraph(Html const& inner) { return inner.empty() ? Html{} : p(inner); }

std::string spaced(std::string const& first, std::string const& second) {
    return first.empty() || second.empty() ? first + second : first + ' ' + second;
}

/// Labels (`(১)`, `(ক)`) are part of the text: numbers that an editor makes would be others.
Html items_of(std::vector<bangla::ListItem> const& items) {
    Html out;
    for (auto const& item : items) {
        out += p(lines(spaced(item.label, item.text)));
        if (!item.items.empty()) out += blockquote(items_of(item.items));
    }
    return out;
}

Html cell_of(bangla::Cell const& cell, bool head) {
    auto const inner = lines(cell.text) + items_of(cell.items);
    auto const columns = std::to_string(cell.columns);
    if (head)
        return th({.more = {{"scope", "col"}, {"colspan", columns, cell.columns > 1}}}, inner);
    return td({.more = {{"colspan", columns, cell.columns > 1}}}, inner);
}

Html row_of(bangla::Row const& row, bool head) {
    return tr(each(row.cells, [&](bangla::Cell const& cell) { return cell_of(cell, head); }));
}

struct Writer {
    Html operator()(bangla::Head const& b) const {
        auto texts = b.lines;
        texts.push_back(b.website);
        return paragraph(stacked(texts));
    }
    Html operator()(bangla::MemoDate const& b) const {
        return paragraph(lines(b.memo)) + dates(b.dates);
    }
    Html operator()(bangla::Title const& b) const { return h2(lines(b.text)); }
    Html operator()(bangla::Heading const& b) const {
        return b.level <= 2 ? h3(lines(b.text)) : h4(lines(b.text));
    }
    Html operator()(bangla::Subject const& b) const {
        return p(strong(b.label), udb::text(" "), lines(b.text));
    }
    Html operator()(bangla::References const& b) const {
        return p(strong(b.label), udb::text(" "), stacked(b.texts));
    }
    Html operator()(bangla::Paragraph const& b) const {
        return paragraph(lines(spaced(b.number, b.text)));
    }
    Html operator()(bangla::List const& b) const { return items_of(b.items); }
    Html operator()(bangla::Table const& b) const {
        auto const row = [](bool head) {
            return [head](bangla::Row const& r) { return row_of(r, head); };
        };
        return table({.more = {{"border", "1"}}},
                     when(!b.head.empty(), [&] { return thead(each(b.head, row(true))); }),
                     tbody(each(b.rows, row(false))));
    }
    Html operator()(bangla::Signature const& b) const {
        std::vector<std::string> texts{b.by_order, b.date, b.name, b.post};
        texts.insert(texts.end(), b.contacts.begin(), b.contacts.end());
        return paragraph(stacked(texts));
    }
    Html operator()(bangla::CopyBlock const& b) const {
        return paragraph(lines(b.memo)) + dates(b.dates) + paragraph(lines(b.heading))
               + items_of(b.recipients) + (*this)(b.signature);
    }
    /// What is pasted elsewhere gets its number there, and is verified there.
    Html operator()(bangla::QrMark const&) const { return {}; }
    Html operator()(bangla::BarChart const& b) const {
        Html rows;
        for (auto const& bar : b.bars)
            rows += li(lines(bar.label + ": " + bar.written));
        return h3(lines(b.title)) + ul(rows);
    }
    Html operator()(bangla::Picture const& b) const { return paragraph(lines(b.caption)); }
    Html operator()(bangla::Cover const& b) const {
        return paragraph(stacked(b.office)) + h2(lines(b.title)) + paragraph(lines(b.subtitle))
               + paragraph(stacked(b.facts));
    }
    Html operator()(bangla::Contents const&) const { return {}; }
    Html operator()(bangla::Space const&) const { return {}; }
    Html operator()(bangla::PageBreak const&) const { return hr(); }

    static Html dates(bangla::Dates const& d) {
        return paragraph(stacked({spaced(d.label, d.bangla), d.gregorian}));
    }
};

} // namespace

Html block_html(bangla::Block const& block) { return std::visit(Writer{}, block); }

Html paper_html(bangla::Paper const& paper) {
    Html out;
    for (auto const& block : paper.blocks)
        out += block_html(block);
    return out;
}

} // namespace udb::papers
