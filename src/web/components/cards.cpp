// Cards.
#include "web/components/cards.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html cards(std::vector<Card> const& cards) {
    auto const card = [](Card const& c) {
        Html body;
        if (!c.figure.empty()) body += html::p({.cls = "card-figure"}, c.figure);
        if (!c.text.empty()) body += html::p({.cls = "card-text"}, c.text);
        return html::li({.cls = "card"},
                        html::h2({.cls = "card-title"}, html::a({.href = c.href}, c.title)), body,
                        c.more);
    };
    return html::ul({.cls = "cards"}, html::each(cards, card));
}

} // namespace udb::ui
