// A report's content as lines of a table, for programs that count.
#include "modules/reports/content.hpp"

namespace udb::reports {
namespace {

class Lines {
public:
    explicit Lines(ChapterContent const& chapter, std::vector<std::vector<std::string>>& out)
        : chapter_(chapter), out_(out) {}

    void add(std::vector<bangla::Block> const& blocks) {
        for (auto const& block : blocks) {
            ++part_;
            std::visit(*this, block);
        }
    }

    void operator()(bangla::Paragraph const& b) { line("text", {}, {}, {}, b.text); }
    void operator()(bangla::Heading const& b) { title_ = b.text; }
    void operator()(bangla::List const& b) {
        std::size_t row = 0;
        for (auto const& item : b.items)
            line("item", title_, std::to_string(++row), {}, item.text);
    }
    void operator()(bangla::Table const& b) {
        for (std::size_t r = 0; r < b.rows.size(); ++r)
            for (std::size_t c = 0; c < b.rows[r].cells.size(); ++c)
                line("table", title_, std::to_string(r + 1), head(b, c), b.rows[r].cells[c].text);
    }
    void operator()(bangla::BarChart const& b) {
        std::size_t row = 0;
        for (auto const& bar : b.bars)
            line("chart", b.title, std::to_string(++row), bar.label, bar.written);
    }
    void operator()(bangla::Picture const& b) { line("picture", title_, {}, {}, b.caption); }
    /// Nothing else is told in a chapter.
    template <class Other>
    void operator()(Other const&) {}

private:
    static std::string head(bangla::Table const& table, std::size_t column) {
        if (table.head.empty() || column >= table.head.back().cells.size())
            return std::to_string(column + 1);
        return table.head.back().cells[column].text;
    }
    void line(std::string kind, std::string title, std::string row, std::string column,
              std::string const& text) {
        out_.push_back({chapter_.id, chapter_.title, std::to_string(part_), std::move(kind),
                        std::move(title), std::move(row), std::move(column), text,
                        number_in(text)});
    }

    ChapterContent const& chapter_;
    std::vector<std::vector<std::string>>& out_;
    std::size_t part_ = 0;
    std::string title_ = {}; ///< of the heading above
};

} // namespace

std::vector<std::vector<std::string>> lines_of(Content const& content) {
    std::vector<std::vector<std::string>> out;
    out.push_back(
        {"chapter", "chapter_title", "part", "kind", "title", "row", "column", "text", "value"});
    for (auto const& chapter : content.chapters) {
        Lines lines(chapter, out);
        lines.add(blocks_of(chapter.text));
        lines.add(chapter.told);
    }
    return out;
}

} // namespace udb::reports
