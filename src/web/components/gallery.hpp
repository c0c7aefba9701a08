// Every component with named examples: what a designer and a programmer look at first, and what the
// approved snapshot and the accessibility check are made from.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

/// Texts of examples are not sentences of the product, and stand where they are shown.
struct Say {
    Words const& words;
    std::string operator()(std::string_view bn, std::string_view en) const {
        return std::string(words(Bilingual{bn, en}));
    }
};

struct Example {
    std::string name; ///< what this example shows, in the reader's language
    Html shown;
};

struct GalleryEntry {
    std::string id;    ///< the component's file, "seat_card"
    std::string title; ///< in the reader's language
    std::vector<Example> examples;
};

/// The parts of the gallery; each is a file.
std::vector<GalleryEntry> gallery_of_forms(Words const& words);
std::vector<GalleryEntry> gallery_of_lists(Words const& words);
std::vector<GalleryEntry> gallery_of_teams(Words const& words);

/// The main part of the page `/dev/components`.
Html components_gallery(Words const& words);

} // namespace udb::ui
