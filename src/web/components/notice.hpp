// Something to know before reading on.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

namespace udb::ui {

struct Notice {
    enum class Kind { info, success, problem };
    Kind kind = Kind::info;
    std::string heading = {}; ///< the usual word for its kind, where empty
    Html body;                ///< one or two sentences: text(…), or with links
};

Html notice(Words const& words, Notice const& notice);

} // namespace udb::ui
