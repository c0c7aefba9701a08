// What a report says, as HTML: on our pages, and as a file that stands by itself.
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "modules/reports/pages.hpp"
#include "registers/tables/csv.hpp"
#include "web/html/tags.hpp"

#include <algorithm>
#include <boost/beast/core/detail/base64.hpp>

namespace udb::reports {
namespace {

std::string width_of(double share) {
    return std::to_string(std::clamp(static_cast<int>(share), 0, 100));
}

class Drawing {
public:
    Drawing(ChapterContent const& chapter, PictureUrl const& picture)
        : picture_(picture), title_(chapter.title) {}

    Html operator()(bangla::Paragraph const& b) { return html::p(b.text); }
    Html operator()(bangla::Heading const& b) {
        title_ = b.text;
        return html::h3({.cls = "govuk-heading-s"}, b.text);
    }
    Html operator()(bangla::List const& b) {
        return html::ul(
            {.cls = "govuk-list govuk-list--bullet"},
            html::each(b.items, [](bangla::ListItem const& item) { return html::li(item.text); }));
    }
    Html operator()(bangla::Table const& b) {
        ui::Table table{.caption = title_,
                        .columns = {},
                        .rows = {},
                        .hidden_caption = true,
                        .phone = ui::Table::Phone::scroll};
        auto const count = b.columns.size();
        for (std::size_t c = 0; c < count; ++c)
            table.columns.push_back({.label = b.head.empty() || c >= b.head.back().cells.size()
                                                  ? std::string()
                                                  : b.head.back().cells[c].text,
                                     .number = b.columns[c].align == bangla::Align::right});
        for (auto const& row : b.rows) {
            auto& cells = table.rows.emplace_back().cells;
            for (auto const& cell : row.cells)
                cells.push_back(text(cell.text));
            cells.resize(count);
        }
        return ui::table(table);
    }
    Html operator()(bangla::BarChart const& b) {
        double most = 0;
        for (auto const& bar : b.bars)
            most = std::max(most, bar.value);
        Html lines;
        for (auto const& bar : b.bars) {
            auto const share = most > 0 ? bar.value / most * 100 : 0.0;
            lines += html::li(html::span({.cls = "progress-words"}, html::span(bar.label + ": "),
                                         html::span({.cls = "progress-count"}, bar.written)),
                              html::tag("svg",
                                        {.cls = "bar",
                                         .more = {{"viewBox", "0 0 100 6"},
                                                  {"preserveAspectRatio", "none"},
                                                  {"aria-hidden", "true"},
                                                  {"focusable", "false"}}},
                                        html::tag("rect", {.cls = "bar-done",
                                                           .more = {{"width", width_of(share)},
                                                                    {"height", "6"}}})));
        }
        return html::figure({.cls = "chart"}, html::tag("figcaption", b.title),
                            html::ul({.cls = "govuk-list"}, lines));
    }
    Html operator()(bangla::Picture const& b) {
        auto const where = picture_(b);
        if (!where) return html::p(b.caption);
        return html::figure({.cls = "preview"},
                            html::img({.src = *where, .more = {{"alt", b.caption}}}),
                            html::tag("figcaption", b.caption));
    }
    /// Nothing else is told in a chapter.
    template <class Other>
    Html operator()(Other const&) {
        return {};
    }

private:
    PictureUrl const& picture_;
    std::string title_; ///< of what stands above a table: its caption
};

constexpr std::string_view style =
    "body{font-family:'Noto Sans Bengali',sans-serif;line-height:1.7;max-width:50rem;margin:2rem "
    "auto;padding:0 1rem;color:#1b2a26}table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border:1px solid #b9c6c0;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "img{max-width:100%}svg{display:block;width:100%;height:.6rem}.bar-done{fill:#00654b}"
    ".scrolls{overflow-x:auto}.chapters{list-style:none;padding:0}body{overflow-wrap:break-word}"
    "figure{margin:1rem 0}ul.govuk-list{padding-left:1.2rem}caption{text-align:left}"
    ".govuk-visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%)}";

std::string base64(std::string_view bytes) {
    namespace b64 = boost::beast::detail::base64;
    std::string out(b64::encoded_size(bytes.size()), '\0');
    out.resize(b64::encode(out.data(), bytes.data(), bytes.size()));
    return out;
}

std::string_view media_type_of(std::string_view picture) {
    return picture.starts_with("\x89PNG") ? "image/png" : "image/jpeg";
}

/// A document that needs nothing beside itself: the pictures are in it.
std::string document(Content const& content) {
    Words const& words = bangla_words();
    Html facts;
    for (auto const& fact : facts_of(content, words))
        facts += html::p(fact);
    Html above, chapters;
    for (auto const& line : content.head)
        above += html::p(line);
    for (auto const& chapter : content.chapters)
        chapters += html::li(html::a({.href = Url().at("chapter-" + chapter.id)},
                                     chapter.number + "। " + chapter.title));
    auto const body = html::all(
        above, html::p(content.office), html::h1(content.title), facts,
        html::nav(html::h2(words("reports.contents")), html::ul({.cls = "chapters"}, chapters)),
        content_html(
            content, [](bangla::Picture const& p) { return Url::parse("/pictures/" + p.address); },
            [](ChapterContent const&) { return Html{}; }));
    auto page =
        "<!DOCTYPE html>\n"
        + std::string(html::tag("html", {.more = {{"lang", "bn"}}},
                                html::tag("head", html::meta({.more = {{"charset", "utf-8"}}}),
                                          html::meta({.more = {{"name", "viewport"},
                                                               {"content", "width=device-width, "
                                                                           "initial-scale=1"}}}),
                                          html::tag("title", content.title + ", " + content.office),
                                          html::tag("style", style)),
                                html::tag("body", body))
                          .view());
    return page;
}

/// Each picture's address in the document gives way to the picture itself.
std::string with_pictures(std::string const& page, std::vector<bangla::Picture*> const& pictures) {
    std::string out;
    std::size_t from = 0;
    for (auto const* picture : pictures) {
        auto const address = "\"/pictures/" + picture->address + '"';
        auto const at = page.find(address, from);
        if (at == page.npos) continue;
        out.append(page, from, at - from);
        out.append("\"data:").append(media_type_of(picture->bytes)).append(";base64,");
        out.append(base64(picture->bytes)).append("\"");
        from = at + address.size();
    }
    return out.append(page, from);
}

std::string csv_of(Content const& content) {
    std::string out(csv_mark);
    for (auto const& line : lines_of(content)) {
        std::vector<std::string> cells;
        for (auto const& cell : line)
            cells.push_back(guarded(cell));
        append_csv(out, cells);
    }
    return out;
}

} // namespace

Html content_html(Content const& content, PictureUrl const& picture,
                  std::function<Html(ChapterContent const&)> const& beside) {
    Html out;
    for (auto const& chapter : content.chapters) {
        Drawing drawing(chapter, picture);
        Html body;
        for (auto const& block : blocks_of(chapter, bangla_words()))
            body += std::visit(drawing, block);
        out += ui::section({.id = "chapter-" + chapter.id,
                            .title = chapter.number + "। " + chapter.title,
                            .body = std::move(body),
                            .actions = beside(chapter)});
    }
    return html::div({.cls = "report", .more = {{"lang", "bn"}}}, out);
}

std::string made_pdf(Content const& content) {
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    return typesetter.typeset(paper_of(content, bangla_words()));
}

std::vector<MadeFile> made_files(Content content) {
    std::vector<MadeFile> files;
    auto const pictures = pictures_of(content);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (pictures[i]->bytes.empty()) {
            pictures[i]->address.clear();
            continue;
        }
        pictures[i]->address = "picture-" + std::to_string(i + 1);
        files.push_back({.format = pictures[i]->address,
                         .media_type = std::string(media_type_of(pictures[i]->bytes)),
                         .bytes = pictures[i]->bytes});
    }
    files.push_back({"pdf", "application/pdf", made_pdf(content)});
    files.push_back(
        {"html", "text/html; charset=utf-8", with_pictures(document(content), pictures)});
    files.push_back({"json", "application/json", json_of(content)});
    files.push_back({"csv", "text/csv; charset=utf-8", csv_of(content)});
    return files;
}

} // namespace udb::reports
