// One box over everything: what was found, by kind, with what the query met marked.
#include "modules/search/pages.hpp"

#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "host/search.hpp"
#include "web/components/components.hpp"

#include <algorithm>
#include <charconv>

namespace udb::search_page {
namespace {

constexpr int hits_a_page = 20;

/// What the address asks for.
struct Asked {
    std::string text;
    std::string kind; ///< empty: every kind
    int after = 0;

    Url url() const {
        auto const all = Url("/search").with("q", text);
        return kind.empty() ? all : all.with("kind", kind);
    }
};

Asked asked_by(Call const& call) {
    Asked asked;
    asked.text = bangla::single_spaced(bangla::normalised(call.request.query.get_or("q")));
    auto const kind = call.request.query.get_or("kind");
    if (call.application().kind_named(kind) != nullptr) asked.kind = kind;
    auto const after = call.request.query.get_or("after");
    auto const* const end = after.data() + after.size();
    if (std::from_chars(after.data(), end, asked.after).ptr != end || asked.after < 0)
        asked.after = 0;
    return asked;
}

Html with_marks(std::vector<MarkedPiece> const& pieces) {
    return html::each(pieces, [](MarkedPiece const& piece) {
        return piece.marked ? html::mark(piece.text) : text(piece.text);
    });
}

/// Every kind of which something may be read, as links; the one that was chosen is current.
Html kinds_of(Call const& call, Asked const& asked, std::vector<Readable> const& readable) {
    auto const& words = call.words;
    auto const entry = [&](std::string const& kind, std::string_view label) {
        auto const address = Asked{.text = asked.text, .kind = kind}.url();
        return html::li(html::a(
            {.href = address, .more = {{"aria-current", "true", kind == asked.kind}}}, label));
    };
    Html entries = entry({}, words("search.all_kinds"));
    for (auto const& r : readable) {
        if (r.sight.nowhere()) continue;
        if (auto const* kind = call.application().kind_named(r.kind))
            entries += entry(r.kind, words(kind->label));
    }
    return html::nav({.cls = "kinds", .more = {{"aria-label", words("search.kinds")}}},
                     html::ul(entries));
}

Html facts_of(Call const& call, Asked const& asked, SearchHit const& hit) {
    auto const& words = call.words;
    auto const* const kind = call.application().kind_named(hit.kind);
    Html facts = html::span({.cls = "hit-kind"}, kind ? words(kind->label) : hit.kind);
    if (auto const office = words(hit.office); !office.empty()) facts += html::span(office);
    if (!hit.number.empty())
        facts +=
            html::span(words("search.number"), " ", with_marks(marked(hit.number, asked.text)));
    return html::p({.cls = "hit-facts"}, facts);
}

Html drawn(Call const& call, Asked const& asked, SearchHit const& hit) {
    auto const& words = call.words;
    auto const& title = words(hit.title);
    auto const name =
        title.empty() ? text(words("host.untitled")) : with_marks(marked(title, asked.text));
    auto const page = call.application().page_of(hit.kind, hit.id);
    auto const cut = snippet(hit.body, asked.text);
    auto const lang = ui::lang_of(words, title);
    return html::li(html::h2({.cls = "hit-title", .more = {{"lang", lang, !lang.empty()}}},
                             page ? html::a({.cls = "govuk-link", .href = *page}, name) : name),
                    facts_of(call, asked, hit), html::when(!cut.empty(), [&] {
                        auto const in = ui::lang_of(words, hit.body);
                        return html::p({.cls = "hit-text", .more = {{"lang", in, !in.empty()}}},
                                       with_marks(cut));
                    }));
}

Html steps(Call const& call, Asked const& asked, bool more) {
    auto const& words = call.words;
    auto const at = [&](int after) {
        return after > 0 ? asked.url().with("after", std::to_string(after)) : asked.url();
    };
    Html links;
    if (asked.after > 0)
        links += html::a({.cls = "step",
                          .href = at(std::max(0, asked.after - hits_a_page)),
                          .more = {{"rel", "prev"}}},
                         words("ui.previous"));
    if (more)
        links += html::a(
            {.cls = "step", .href = at(asked.after + hits_a_page), .more = {{"rel", "next"}}},
            words("ui.next"));
    if (links.empty()) return {};
    return html::nav({.cls = "pager", .more = {{"aria-label", words("ui.pages")}}}, links);
}

/// Nothing was found, or nothing asked: what one may do about it.
Html hints(Call const& call, Asked const& asked, std::string_view sentence) {
    auto const& words = call.words;
    Html const everywhere = asked.kind.empty()
                                ? Html{}
                                : ui::button({.label = words("search.in_all_kinds"),
                                              .kind = ui::Button::Kind::secondary,
                                              .href = Url("/search").with("q", asked.text)});
    return html::all(
        ui::empty_state({.sentence = std::string(sentence), .action = everywhere}),
        html::ul({.cls = "govuk-list govuk-list--bullet"}, html::li(words("search.hint_words")),
                 html::li(words("search.hint_spelling")), html::li(words("search.hint_number"))));
}

Html results(Call const& call, Asked const& asked, SearchHits const& found) {
    auto const& words = call.words;
    if (asked.text.empty()) return hints(call, asked, words("search.nothing_asked"));
    if (found.blank) return hints(call, asked, words("search.no_word", {{"text", asked.text}}));
    if (found.hits.empty())
        return hints(call, asked, words("ui.search_nothing", {{"text", asked.text}}));
    auto const start = std::to_string(asked.after + 1);
    return html::all(
        html::when(found.partial,
                   [&] { return ui::notice(words, {.body = text(words("search.partial"))}); }),
        html::ol(
            {.cls = "hits", .more = {{"start", start}}},
            html::each(found.hits, [&](SearchHit const& hit) { return drawn(call, asked, hit); })),
        steps(call, asked, found.more));
}

} // namespace

Result<web::Response> show_search(Call& call) {
    auto const& words = call.words;
    auto const asked = asked_by(call);
    auto const readable = readable_by(call.application().parts().modules, call.actor);
    SearchHits found;
    if (!asked.text.empty())
        found = call.look([&](Db& db) {
            return search(db, {.text = asked.text, .kind = asked.kind, .most = hits_a_page},
                          readable, asked.after);
        });
    auto const title = asked.text.empty() ? words("search.title")
                                          : words("search.title_of", {{"text", asked.text}});
    auto const main =
        html::all(ui::page_heading({.title = title}),
                  html::when(!asked.text.empty(), [&] { return kinds_of(call, asked, readable); }),
                  results(call, asked, found));
    return call.page(title, main);
}

} // namespace udb::search_page
