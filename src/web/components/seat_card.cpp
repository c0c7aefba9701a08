// Seats.
#include "web/components/seat_card.hpp"

#include "web/components/icon.hpp"
#include "web/html/tags.hpp"

namespace udb::ui {

Html seat_card(Words const& words, SeatCard const& seat) {
    bool const vacant = seat.holder.empty();
    auto const name = vacant ? words("ui.vacant") : seat.holder;
    auto const who = seat.href.empty() ? html::span(name) : html::a({.href = seat.href}, name);
    Html note;
    if (!seat.holder_note.empty()) note = html::p({.cls = "seat-note"}, seat.holder_note);
    Html marks;
    if (!seat.marks.empty()) marks = html::div({.cls = "seat-marks"}, seat.marks);
    return html::div(
        {.cls = vacant       ? "seat seat-vacant"
                : seat.leads ? "seat seat-leads"
                             : "seat"},
        html::p({.cls = "seat-head"},
                html::span({.cls = "seat-no"},
                           html::span({.cls = "govuk-visually-hidden"}, words("ui.seat"), " "),
                           words.number(seat.no)),
                html::span({.cls = "seat-role"}, seat.role)),
        html::p({.cls = "seat-post"}, seat.post),
        html::p({.cls = "seat-holder"}, icon(vacant ? Icon::vacant : Icon::person), who), note,
        marks);
}

Html seat_cards(Words const& words, std::vector<SeatCard> const& seats) {
    auto const item = [&](SeatCard const& seat) { return html::li(seat_card(words, seat)); };
    return html::ul({.cls = "seats"}, html::each(seats, item));
}

} // namespace udb::ui
