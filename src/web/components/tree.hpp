// A tree of offices: nested lists that open and close without JavaScript.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct TreeNode {
    std::string label;
    Url href = {};                       ///< its page; empty for none
    std::string note = {};               ///< "৩টি টিম", at its right
    std::vector<TreeNode> children = {}; ///< below it
    bool open = false;                   ///< its children are in view
    bool current = false;                ///< the page shown is this one's
    Url more = {};                       ///< its children are elsewhere: a link instead of them
    std::string more_label = {};         ///< "আরও ৬৪টি"
};

/// `label` names the tree for screen readers. A node with children has its link beside it. Deeper
/// than 32 levels is cut off: no office is.
Html tree(Words const& words, std::string const& label, std::vector<TreeNode> const& roots);

} // namespace udb::ui
