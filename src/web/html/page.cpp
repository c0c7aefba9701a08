// The document around every page.
#include "web/html/page.hpp"

#include "bangla/text/digits.hpp"
#include "base/ensure.hpp"
#include "web/html/tags.hpp"

#include <algorithm>

namespace udb::html {
namespace {

Url asset(PageFrame const& frame, std::string_view name) {
    auto address = Url::parse(frame.asset_url(name));
    ENSURE(address, "the address of an asset is not safe");
    return *std::move(address);
}

std::string full_title(PageFrame const& frame) {
    std::string title = frame.title;
    auto const product = frame.words("ui.product");
    title = title.empty() || title == product ? product : title + " – " + product;
    if (frame.problems == 0) return title;
    return frame.words("ui.problem_title",
                       {{"count", static_cast<std::int64_t>(frame.problems)}, {"title", title}});
}

Html head(PageFrame const& frame) {
    auto const icon = asset(frame, "favicon.svg");
    return tag(
        "head", Html::raw("<meta charset=\"utf-8\">"),
        meta({.more = {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}}),
        tag("title", full_title(frame)),
        link({.href = asset(frame, "app.css"), .more = {{"rel", "stylesheet"}}}),
        link({.href = icon, .more = {{"rel", "icon"}, {"type", "image/svg+xml"}}}),
        meta({.more = {{"name", "theme-color"}, {"content", "#0b4f4a"}}}),
        when(frame.htmx,
             [&] {
                 // htmx writes a style element of its own unless told not to; our policy bars it.
                 return meta({.more = {{"name", "htmx-config"},
                                       {"content", "{\"includeIndicatorStyles\":false,"
                                                   "\"allowEval\":false,"
                                                   "\"selfRequestsOnly\":true}"}}})
                        + script(asset(frame, "htmx.js"));
             }),
        script(asset(frame, "app.js")));
}

Html language_switch(PageFrame const& frame) {
    if (frame.other_language.empty()) return {};
    bool const bangla = frame.words.language() == Language::bn;
    auto const entry = [&](std::string_view name, std::string_view lang, bool current) {
        if (current) return span({.more = {{"lang", lang}, Attr{"aria-current", "true"}}}, name);
        return a({.href = frame.other_language,
                  .more = {Attr{"lang", lang}, Attr{"hreflang", lang}, {"rel", "nofollow"}}},
                 name);
    };
    return nav({.cls = "language", .more = {{"aria-label", frame.words("ui.language")}}},
               entry("বাংলা", "bn", bangla), entry("English", "en", !bangla));
}

Html person(PageFrame const& frame) {
    if (!frame.person)
        return when(!frame.sign_in.empty(), [&] {
            return a({.cls = "masthead-link", .href = frame.sign_in}, frame.words("ui.sign_in"));
        });
    auto const& who = *frame.person;
    auto const name = who.account.empty()
                          ? span({.cls = "person-name"}, who.name)
                          : a({.cls = "person-name", .href = who.account}, who.name);
    return div(
        {.cls = "person"},
        div(name,
            when(!who.about.empty(), [&] { return span({.cls = "person-about"}, who.about); })),
        form({.action = who.sign_out, .more = {{"method", "post"}}}, hidden("csrf", frame.csrf),
             button({.cls = "masthead-button", .more = {{"type", "submit"}}},
                    frame.words("ui.sign_out"))));
}

Html site_search(PageFrame const& frame) {
    if (!frame.search) return {};
    auto const label = frame.words("ui.search_site");
    return form(
        {.cls = "site-search",
         .action = frame.search->action,
         .more = {{"method", "get"}, {"role", "search"}, {"aria-label", label}}},
        html::label({.cls = "govuk-visually-hidden", .more = {{"for", "site-search"}}}, label),
        input({.id = "site-search",
               .more = {{"name", "q"},
                        {"type", "search"},
                        {"value", frame.search->value, !frame.search->value.empty()},
                        {"placeholder", label},
                        {"spellcheck", "false"}}}),
        button({.more = {{"type", "submit"}}}, frame.words("ui.search_verb")));
}

Html masthead(PageFrame const& frame) {
    return header({.cls = "masthead"},
                  div({.cls = "width masthead-row"},
                      a({.cls = "brand", .href = "/"},
                        img({.src = asset(frame, "mark.svg"),
                             .more = {{"alt", ""}, {"width", "40"}, {"height", "40"}}}),
                        span(span({.cls = "brand-name"}, frame.words("ui.product")),
                             span({.cls = "brand-line"}, frame.words("ui.product_line")))),
                      site_search(frame),
                      div({.cls = "masthead-side"}, language_switch(frame), person(frame))));
}

/// A group opens and closes by itself, without scripts and by keyboard; opening one closes the
/// others (the same `name`).
Html navigation(PageFrame const& frame) {
    if (frame.navigation.empty()) return {};
    auto const entry = [](NavItem const& item) {
        return li(
            a({.href = item.href, .more = {{"aria-current", "true", item.current}}}, item.label));
    };
    auto const group = [&](NavGroup const& g) {
        if (g.items.size() == 1) return entry(g.items.front());
        bool const current = std::ranges::any_of(g.items, &NavItem::current);
        return li(tag("details", {.more = {{"name", "mainnav"}}},
                      tag("summary", {.more = {{"aria-current", "true", current}}}, g.label),
                      ul(each(g.items, entry))));
    };
    return nav({.cls = "mainnav", .more = {{"aria-label", frame.words("ui.navigation")}}},
               ul({.cls = "width"}, each(frame.navigation, group)));
}

Html flash(PageFrame const& frame) {
    if (!frame.flash) return {};
    bool const urgent = frame.flash->kind == Flash::Kind::problem;
    auto const cls = urgent                                      ? "notice notice-problem"
                     : frame.flash->kind == Flash::Kind::success ? "notice notice-success"
                                                                 : "notice notice-info";
    auto const heading = urgent                                      ? "ui.notice_problem"
                         : frame.flash->kind == Flash::Kind::success ? "ui.notice_success"
                                                                     : "ui.notice_info";
    return div(
        {.cls = cls, .more = {{"role", urgent ? "alert" : "status"}, {"data-flash", true}}},
        p(strong({.cls = "notice-heading"}, frame.words(heading)), text(" "), frame.flash->text));
}

std::string digits_of(PageFrame const& frame) {
    bool const is_bangla = frame.words.language() == Language::bn;
    return is_bangla ? bangla::bangla_digits(frame.version) : frame.version;
}

Html colophon(PageFrame const& frame) {
    return footer(
        {.cls = "colophon"},
        div({.cls = "width"}, p(frame.words("ui.footer")), when(!frame.version.empty(), [&] {
                return p({.cls = "colophon-version"},
                         frame.words("ui.version", {{"version", digits_of(frame)}}));
            })));
}

} // namespace

Html page(PageFrame const& frame, Html const& main) {
    bool const bangla = frame.words.language() == Language::bn;
    auto const body = tag(
        "body", {.more = {{"class", "wide", frame.wide}}},
        a({.cls = "govuk-skip-link", .href = "#main", .more = {{"data-module", "govuk-skip-link"}}},
          frame.words("ui.skip")),
        masthead(frame), navigation(frame),
        div({.cls = "width page"}, frame.before_main,
            main_element({.id = "main", .more = {{"tabindex", "-1"}}}, flash(frame), main)),
        colophon(frame));
    return Html::raw("<!doctype html>\n")
           + tag("html", {.more = {{"lang", bangla ? "bn" : "en"}}}, head(frame), body);
}

} // namespace udb::html
