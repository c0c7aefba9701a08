// What happened, latest first.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct TimelineItem {
    Date date;           ///< the day it happened, or took effect
    std::string title;   ///< "৪ নম্বর আসনে নতুন সদস্য"
    Html body = {};      ///< one or two sentences
    std::string by = {}; ///< who did it, on whose authority
};

Html timeline(Words const& words, std::vector<TimelineItem> const& items);

} // namespace udb::ui
