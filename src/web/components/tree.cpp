// A tree of offices.
#include "web/components/tree.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

constexpr int levels_max = 32;

Html line_of(TreeNode const& node) {
    auto const name = node.href.empty()
                          ? html::span({.cls = "tree-name"}, node.label)
                          : html::a({.cls = "tree-name",
                                     .href = node.href,
                                     .more = {{"aria-current", "page", node.current}}},
                                    node.label);
    if (node.note.empty()) return name;
    return name + html::span({.cls = "tree-note"}, node.note);
}

Html items_of(std::vector<TreeNode> const& nodes, int level);

Html item_of(TreeNode const& node, int level) {
    bool const leaf = (node.children.empty() && node.more.empty()) || level >= levels_max;
    if (leaf) return html::li(html::div({.cls = "tree-leaf"}, line_of(node)));
    auto below = items_of(node.children, level + 1);
    if (!node.more.empty())
        below += html::li({.cls = "tree-more"}, html::a({.href = node.more}, node.more_label));
    // The link stands beside the summary, not in it: a link within a button is no good to anyone.
    return html::li(html::details(
        {.more = {{"open", node.open}}},
        html::summary(html::span({.cls = "tree-label"}, node.label),
                      html::span({.cls = "tree-note"}, node.note)),
        html::div({.cls = "tree-below"},
                  node.href.empty()
                      ? Html{}
                      : html::p({.cls = "tree-self"},
                                html::a({.href = node.href,
                                         .more = {{"aria-current", "page", node.current}}},
                                        node.label)),
                  html::ul(below))));
}

Html items_of(std::vector<TreeNode> const& nodes, int level) {
    return html::each(nodes, [&](TreeNode const& node) { return item_of(node, level); });
}

} // namespace

Html tree(std::string const& label, std::vector<TreeNode> const& roots) {
    return html::ul({.cls = "tree", .more = {{"aria-label", label}}}, items_of(roots, 1));
}

} // namespace udb::ui
