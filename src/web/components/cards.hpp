// Cards of a first page: where one can go, and how things stand there.
#pragma once

#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct Card {
    std::string title;
    Url href;
    std::string figure = {}; ///< a number in the reader's digits: "১২"
    std::string text = {};   ///< one sentence
    Html more = {};          ///< status(…), progress(…)
};

Html cards(std::vector<Card> const& cards);

} // namespace udb::ui
