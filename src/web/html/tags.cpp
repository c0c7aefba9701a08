// Writing elements and their attributes.
#include "web/html/tags.hpp"

namespace udb::html {

Url const Attrs::none{};

namespace {

Html without_content(std::string_view name, Attrs const& attrs) {
    HtmlWriter out{96};
    out.open(name, attrs);
    return std::move(out).done();
}

} // namespace

Html input(Attrs const& attrs) { return without_content("input", attrs); }
Html img(Attrs const& attrs) { return without_content("img", attrs); }
Html link(Attrs const& attrs) { return without_content("link", attrs); }
Html meta(Attrs const& attrs) { return without_content("meta", attrs); }

Html script(Url const& src) { return tag("script", {.src = src, .more = {{"defer", true}}}); }

Html hidden(std::string_view name, std::string_view value) {
    return input({.more = {{"type", "hidden"}, {"name", name}, Attr{"value", value}}});
}

} // namespace udb::html

namespace udb {

void HtmlWriter::open(std::string_view name) { out_.append("<").append(name).append(">"); }

void HtmlWriter::close(std::string_view name) { out_.append("</").append(name).append(">"); }

void HtmlWriter::open(std::string_view name, html::Attrs const& attrs) {
    out_.append("<").append(name);
    auto const add_attribute = [&](std::string_view attribute, std::string_view value) {
        out_.append(" ").append(attribute).append("=\"");
        escape(out_, value);
        out_ += '"';
    };
    auto const unless_empty = [&](std::string_view attribute, std::string_view value) {
        if (!value.empty()) add_attribute(attribute, value);
    };
    unless_empty("id", attrs.id);
    unless_empty("class", attrs.cls);
    unless_empty("href", attrs.href.view());
    unless_empty("src", attrs.src.view());
    unless_empty("action", attrs.action.view());
    unless_empty("hx-get", attrs.hx_get.view());
    unless_empty("hx-post", attrs.hx_post.view());
    for (html::Attr const& attr : attrs.more) {
        if (!attr.present) continue;
        if (attr.bare)
            out_.append(" ").append(attr.name.view());
        else
            add_attribute(attr.name.view(), attr.value);
    }
    out_ += '>';
}

} // namespace udb
