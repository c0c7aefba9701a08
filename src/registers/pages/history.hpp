// What happened to a record, as a timeline: each event by its sentence, with what it changed.
#pragma once

#include "host/work.hpp"
#include "registers/pages/draw.hpp"

namespace udb {

/// Details of `<kind>.corrected` are shown as the register's fields; all else says its sentence.
Html draw_history(Words const& words, std::vector<Event> const& events);
Html draw_history(Words const& words, RegisterView const& reg, std::vector<Event> const& events,
                  Lookups const& lookups = {});

/// What a reference field was and became in all those corrections, without repeats: for the
/// lookups.
std::vector<std::string> references_in(std::vector<Event> const& events, std::string_view field);

/// The sentence of an event; a plain one where the words have none for its kind.
std::string said(Words const& words, Event const& event);

} // namespace udb
