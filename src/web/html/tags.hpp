// The elements of HTML as functions: `div({.cls = "grid"}, h2(words("teams.title")), p(summary))`.
#pragma once

#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <initializer_list>

namespace udb::html {

/// The name of an attribute, known while compiling. Addresses have members of their own in Attrs
/// (they take a Url); handlers (`onclick`) and `style` are not allowed by our Content-Security-
/// Policy, so they are no names.
class AttrName {
public:
    template <std::size_t N>
    consteval AttrName(char const (&literal)[N]) : name_(literal, N - 1) {
        for (char const c : name_)
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                  || c == '-' || c == ':'))
                throw "not the name of an attribute";
        for (std::string_view const barred :
             {"style", "href", "src", "action", "formaction", "srcdoc", "srcset", "data", "ping",
              "xlink:href", "hx-get", "hx-post", "hx-on"})
            if (same(name_, barred)) throw "this attribute has a member of its own, or none";
        if (name_.empty() || same(name_.substr(0, 2), "on") || same(name_.substr(0, 5), "hx-on"))
            throw "handlers are not written into pages";
    }
    std::string_view view() const { return name_; }

private:
    /// Capitals are for SVG (`viewBox`); HTML reads them as small letters.
    static constexpr bool same(std::string_view name, std::string_view barred) {
        if (name.size() != barred.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i) {
            bool const capital = name[i] >= 'A' && name[i] <= 'Z';
            if ((capital ? static_cast<char>(name[i] - 'A' + 'a') : name[i]) != barred[i])
                return false;
        }
        return true;
    }
    std::string_view name_;
};

/// `{"aria-invalid", "true"}`, `{"required", is_required}`, `{"lang", "en", is_english}`.
struct Attr {
    AttrName name;
    std::string_view value; ///< escaped; empty with `bare`
    bool present = true;
    bool bare = false;

    Attr(AttrName n, std::string_view v, bool there = true) : name(n), value(v), present(there) {}
    Attr(AttrName n, char const* v, bool there = true) : name(n), value(v), present(there) {}
    Attr(AttrName n, std::string const& v, bool there = true) : name(n), value(v), present(there) {}
    Attr(AttrName n, std::same_as<bool> auto there) : name(n), present(there), bare(true) {}
};

/// The attributes of one element, written in place: `a({.cls = "more", .href = url("/teams")}, …)`.
/// An empty one is left out. Everything else goes into `more`. Members keep this order.
struct Attrs {
    std::string_view id = {};
    std::string_view cls = {};
    Url const& href = none;
    Url const& src = none;
    Url const& action = none;
    Url const& hx_get = none;
    Url const& hx_post = none;
    std::initializer_list<Attr> more = {};

    static Url const none;
};

} // namespace udb::html

namespace udb {

/// Appends to one buffer; what the tag functions are made of.
class HtmlWriter {
public:
    explicit HtmlWriter(std::size_t bytes) { out_.reserve(bytes); }

    void open(std::string_view name, html::Attrs const& attrs);
    void open(std::string_view name);
    void close(std::string_view name);
    void add(Html const& child) { out_ += child.markup_; }
    void add(std::string_view plain) { escape(out_, plain); }
    template <html::Pieces P>
    void add(P const& pieces) {
        for (Html const& piece : pieces)
            out_ += piece.markup_;
    }
    Html done() && { return Html{std::move(out_)}; }

    static void escape(std::string& out, std::string_view plain);

private:
    std::string out_;
};

} // namespace udb

namespace udb::html {

inline std::size_t size_of(Html const& child) { return child.view().size(); }
inline std::size_t size_of(std::string_view plain) { return plain.size() + plain.size() / 16; }
template <Pieces P>
std::size_t size_of(P const& pieces) {
    std::size_t sum = 0;
    for (Html const& piece : pieces)
        sum += piece.view().size();
    return sum;
}

/// Any element: `tag("td", {.cls = "number"}, words.number(n))`. The name is a literal.
template <Child... Children>
Html tag(Html::Literal name, Attrs const& attrs, Children const&... children) {
    HtmlWriter out{96 + (std::size_t{0} + ... + size_of(children))};
    out.open(name.markup, attrs);
    (out.add(children), ...);
    out.close(name.markup);
    return std::move(out).done();
}
template <Child... Children>
Html tag(Html::Literal name, Children const&... children) {
    HtmlWriter out{2 * name.markup.size() + 5 + (std::size_t{0} + ... + size_of(children))};
    out.open(name.markup);
    (out.add(children), ...);
    out.close(name.markup);
    return std::move(out).done();
}

/// Several pieces one after the other, as one.
template <Child... Children>
Html all(Children const&... children) {
    HtmlWriter out{(std::size_t{0} + ... + size_of(children))};
    (out.add(children), ...);
    return std::move(out).done();
}

/// `make()` where `condition` holds, nothing otherwise: `when(may_edit, [&] { return button(…);
/// })`.
template <std::invocable Make>
Html when(bool condition, Make make) {
    return condition ? Html(make()) : Html{};
}

/// One piece for each: `ul(each(team.seats, [&](Seat const& s) { return li(s.title); }))`.
template <std::ranges::input_range Range, class Make>
Html each(Range&& range, Make make) {
    Html sum;
    for (auto&& item : range)
        sum += make(item);
    return sum;
}

// The elements, one line each; UDB_TAG is undefined again below.
#define UDB_TAG(function, name)                                                                    \
    template <Child... Children>                                                                   \
    Html function(Attrs const& attrs, Children const&... children) {                               \
        return tag(name, attrs, children...);                                                      \
    }                                                                                              \
    template <Child... Children>                                                                   \
    Html function(Children const&... children) {                                                   \
        return tag(name, children...);                                                             \
    }
UDB_TAG(a, "a")
UDB_TAG(article, "article")
UDB_TAG(aside, "aside")
UDB_TAG(blockquote, "blockquote")
UDB_TAG(button, "button")
UDB_TAG(caption, "caption")
UDB_TAG(code, "code")
UDB_TAG(dd, "dd")
UDB_TAG(del, "del")
UDB_TAG(details, "details")
UDB_TAG(div, "div")
UDB_TAG(dl, "dl")
UDB_TAG(dt, "dt")
UDB_TAG(em, "em")
UDB_TAG(fieldset, "fieldset")
UDB_TAG(figure, "figure")
UDB_TAG(footer, "footer")
UDB_TAG(form, "form")
UDB_TAG(h1, "h1")
UDB_TAG(h2, "h2")
UDB_TAG(h3, "h3")
UDB_TAG(h4, "h4")
UDB_TAG(header, "header")
UDB_TAG(ins, "ins")
UDB_TAG(label, "label")
UDB_TAG(legend, "legend")
UDB_TAG(li, "li")
UDB_TAG(main_element, "main")
UDB_TAG(mark, "mark")
UDB_TAG(nav, "nav")
UDB_TAG(ol, "ol")
UDB_TAG(option, "option")
UDB_TAG(output, "output")
UDB_TAG(p, "p")
UDB_TAG(pre, "pre")
UDB_TAG(section, "section")
UDB_TAG(select, "select")
UDB_TAG(small, "small")
UDB_TAG(span, "span")
UDB_TAG(strong, "strong")
UDB_TAG(summary, "summary")
UDB_TAG(table, "table")
UDB_TAG(tbody, "tbody")
UDB_TAG(td, "td")
UDB_TAG(textarea, "textarea")
UDB_TAG(th, "th")
UDB_TAG(thead, "thead")
UDB_TAG(time, "time")
UDB_TAG(tr, "tr")
UDB_TAG(ul, "ul")
#undef UDB_TAG

/// Elements without content.
Html input(Attrs const& attrs);
Html img(Attrs const& attrs);
Html link(Attrs const& attrs);
Html meta(Attrs const& attrs);
inline Html br() { return Html::raw("<br>"); }
inline Html hr() { return Html::raw("<hr>"); }

/// A `<script src>`; scripts have no text of their own here.
Html script(Url const& src);

/// A hidden field of a form.
Html hidden(std::string_view name, std::string_view value);

} // namespace udb::html
