// A report's content as JSON, and back.
#include "bangla/text/normalise.hpp"
#include "modules/reports/content.hpp"

#include <boost/json.hpp>
#include <charconv>

namespace udb::reports {
namespace {

namespace json = boost::json;
using bangla::Block;

constexpr std::string_view format = "udbhabon-report-1";

struct ToJson {
    json::object operator()(bangla::Paragraph const& b) const {
        return {{"type", "paragraph"}, {"text", b.text}};
    }
    json::object operator()(bangla::Heading const& b) const {
        return {{"type", "heading"}, {"level", b.level}, {"text", b.text}};
    }
    json::object operator()(bangla::List const& b) const {
        json::array items;
        for (auto const& item : b.items)
            items.push_back({{"label", item.label}, {"text", item.text}});
        return {{"type", "list"}, {"items", std::move(items)}};
    }
    json::object operator()(bangla::Table const& b) const {
        json::array columns;
        for (auto const& column : b.columns)
            columns.push_back({{"width", column.width}, {"align", static_cast<int>(column.align)}});
        return {{"type", "table"},
                {"columns", std::move(columns)},
                {"size", b.size},
                {"head", rows(b.head)},
                {"rows", rows(b.rows)}};
    }
    json::object operator()(bangla::BarChart const& b) const {
        json::array bars;
        for (auto const& bar : b.bars)
            bars.push_back({{"label", bar.label}, {"value", bar.value}, {"text", bar.written}});
        return {{"type", "chart"}, {"title", b.title}, {"bars", std::move(bars)}};
    }
    json::object operator()(bangla::Picture const& b) const {
        return {{"type", "picture"}, {"caption", b.caption}, {"name", b.address}};
    }
    /// Nothing else is told in a chapter.
    template <class Other>
    json::object operator()(Other const&) const {
        return {{"type", "none"}};
    }

private:
    static json::value cell(bangla::Cell const& c) {
        auto const number = number_in(c.text);
        if (number.empty() && c.columns == 1) return json::value(c.text);
        json::object out{{"text", c.text}};
        double value = 0;
        auto const [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), value);
        if (error == std::errc{} && end == number.data() + number.size() && !number.empty())
            out["value"] = value;
        if (c.columns > 1) out["columns"] = c.columns;
        return out;
    }
    static json::array rows(std::vector<bangla::Row> const& rows) {
        json::array out;
        for (auto const& row : rows) {
            json::array cells;
            for (auto const& c : row.cells)
                cells.push_back(cell(c));
            out.push_back(std::move(cells));
        }
        return out;
    }
};

/// Reads what ToJson wrote; throws where it is something else.
class FromJson {
public:
    static Block block(json::object const& o) {
        auto const type = text(o, "type");
        if (type == "heading")
            return bangla::Heading{text(o, "text"), static_cast<int>(o.at("level").as_int64())};
        if (type == "list") return list(o);
        if (type == "table") return table(o);
        if (type == "chart") return chart(o);
        if (type == "picture")
            return bangla::Picture{.caption = text(o, "caption"), .address = text(o, "name")};
        if (type == "paragraph") return bangla::Paragraph{.text = text(o, "text")};
        return bangla::Space{.lines = 0};
    }
    static std::string text(json::object const& o, std::string_view name) {
        return std::string(o.at(name).as_string());
    }

private:
    static bangla::List list(json::object const& o) {
        bangla::List out;
        for (auto const& item : o.at("items").as_array())
            out.items.push_back(
                {.label = text(item.as_object(), "label"), .text = text(item.as_object(), "text")});
        return out;
    }
    static bangla::Table table(json::object const& o) {
        bangla::Table out{.size = o.at("size").to_number<double>()};
        for (auto const& column : o.at("columns").as_array())
            out.columns.push_back(
                {column.as_object().at("width").to_number<double>(),
                 static_cast<bangla::Align>(column.as_object().at("align").as_int64())});
        out.head = rows(o.at("head").as_array());
        out.rows = rows(o.at("rows").as_array());
        return out;
    }
    static std::vector<bangla::Row> rows(json::array const& all) {
        std::vector<bangla::Row> out;
        for (auto const& row : all) {
            auto& cells = out.emplace_back().cells;
            for (auto const& c : row.as_array()) {
                if (c.is_string()) {
                    cells.push_back({.text = std::string(c.as_string())});
                    continue;
                }
                auto const& o = c.as_object();
                cells.push_back({.text = text(o, "text")});
                if (auto const* columns = o.if_contains("columns"))
                    cells.back().columns = columns->to_number<std::size_t>();
            }
        }
        return out;
    }
    static bangla::BarChart chart(json::object const& o) {
        bangla::BarChart out{.title = text(o, "title")};
        for (auto const& bar : o.at("bars").as_array())
            out.bars.push_back({.label = text(bar.as_object(), "label"),
                                .value = bar.as_object().at("value").to_number<double>(),
                                .written = text(bar.as_object(), "text")});
        return out;
    }
};

json::object chapter_json(ChapterContent const& chapter) {
    json::array parts;
    for (auto const& block : chapter.told)
        parts.push_back(std::visit(ToJson{}, block));
    return {{"id", chapter.id},
            {"number", chapter.number},
            {"title", chapter.title},
            {"text", chapter.text},
            {"told", std::move(parts)}};
}

Content read(json::object const& o) {
    Content content{.kind = term_with_id<Kind>(FromJson::text(o, "kind")).value_or(Kind::annual),
                    .edition = o.at("edition").to_number<int>(),
                    .title = FromJson::text(o, "title"),
                    .office = FromJson::text(o, "office"),
                    .approved_on = parse_iso_date(FromJson::text(o, "approved_on")),
                    .approver = FromJson::text(o, "approver"),
                    .why = FromJson::text(o, "why")};
    if (auto const year = bangla::parse_fiscal_year(FromJson::text(o, "fiscal_year")))
        content.fiscal_year = year->start;
    for (auto const& line : o.at("head").as_array())
        content.head.emplace_back(line.as_string());
    for (auto const& one : o.at("chapters").as_array()) {
        auto const& c = one.as_object();
        auto& chapter = content.chapters.emplace_back();
        chapter.id = FromJson::text(c, "id");
        chapter.number = FromJson::text(c, "number");
        chapter.title = FromJson::text(c, "title");
        chapter.text = FromJson::text(c, "text");
        for (auto const& part : c.at("told").as_array())
            chapter.told.push_back(FromJson::block(part.as_object()));
    }
    return content;
}

} // namespace

std::string json_of(Content const& content) {
    json::array chapters;
    for (auto const& chapter : content.chapters)
        chapters.push_back(chapter_json(chapter));
    json::array head;
    for (auto const& line : content.head)
        head.push_back(json::value(line));
    json::object const object{
        {"format", format},
        {"title", content.title},
        {"office", content.office},
        {"head", std::move(head)},
        {"kind", id_of(content.kind)},
        {"fiscal_year", bangla::name(bangla::FiscalYear{content.fiscal_year}, Language::en)},
        {"edition", content.edition},
        {"approved_on", content.approved_on ? iso(*content.approved_on) : std::string()},
        {"approver", content.approver},
        {"why", content.why},
        {"chapters", std::move(chapters)}};
    return json::serialize(object);
}

std::optional<Content> content_of(std::string_view text) {
    boost::system::error_code problem;
    auto const parsed = json::parse(text, problem);
    if (problem || !parsed.is_object()) return {};
    try {
        if (FromJson::text(parsed.as_object(), "format") != format) return {};
        return read(parsed.as_object());
    } catch (std::exception const&) {
        return {};
    }
}

} // namespace udb::reports
