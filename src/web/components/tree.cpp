// A tree of offices.
#include "web/components/tree.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

constexpr int levels_max = 32;

Html note_of(TreeNode const& node) {
    if (node.note.empty()) return {};
    return html::span({.cls = "tree-note"}, node.note);
}

Html line_of(TreeNode const& node) {
    auto const name = node.href.empty()
                          ? html::span({.cls = "tree-name"}, node.label)
                          : html::a({.cls = "tree-name",
                                     .href = node.href,
                                     .more = {{"aria-current", "page", node.current}}},
                                    node.label);
    return name + note_of(node);
}

Html items_of(Words const& words, std::vector<TreeNode> const& nodes, int level);

Html item_of(Words const& words, TreeNode const& node, int level) {
    bool const leaf = (node.children.empty() && node.more.empty()) || level >= levels_max;
    if (leaf) return html::li(html::div({.cls = "tree-leaf"}, line_of(node)));
    auto below = items_of(words, node.children, level + 1);
    if (!node.more.empty())
        below += html::li({.cls = "tree-more"}, html::a({.href = node.more}, node.more_label));
    // The link stands beside the summary, not in it: a link within a button is no good to anyone.
    Html self;
    if (!node.href.empty())
        self = html::a({.cls = "tree-open",
                        .href = node.href,
                        .more = {{"aria-current", "page", node.current}}},
                       words("ui.show"),
                       html::span({.cls = "govuk-visually-hidden"}, ": ", node.label));
    auto const summary = html::summary(
        html::span({.cls = node.current ? "tree-label current" : "tree-label"}, node.label),
        note_of(node));
    return html::li({.cls = "tree-branch"}, self,
                    html::details({.more = {{"open", node.open}}}, summary,
                                  html::div({.cls = "tree-below"}, html::ul(below))));
}

Html items_of(Words const& words, std::vector<TreeNode> const& nodes, int level) {
    return html::each(nodes, [&](TreeNode const& node) { return item_of(words, node, level); });
}

} // namespace

Html tree(Words const& words, std::string const& label, std::vector<TreeNode> const& roots) {
    return html::ul({.cls = "tree", .more = {{"aria-label", label}}}, items_of(words, roots, 1));
}

} // namespace udb::ui
