// What the paper is made of, for those who do not see it: the structure tree of a tagged PDF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace udb::bangla::pdf {

enum class Role : std::uint8_t {
    document,
    h1,
    h2,
    h3,
    h4,
    p,
    list,
    item,
    label,
    body,
    table,
    row,
    head_cell,
    cell,
    figure,
    contents,
    entry,
};

using ElementNo = std::uint32_t;
constexpr ElementNo no_element = 0xFFFFFFFF;

struct Element {
    /// A child element, or (page not `elsewhere`) a piece of marked content.
    struct Kid {
        static constexpr std::uint32_t elsewhere = 0xFFFFFFFF;
        std::uint32_t page;
        std::uint32_t number; ///< the element, or the content's number on that page
    };
    Role role;
    ElementNo parent;
    std::uint32_t columns = 1; ///< that a cell covers
    std::uint32_t rows = 1;    ///< the same
    std::vector<Kid> kids = {};
    std::string alt = {}; ///< what a figure shows
};

class Tree {
public:
    Tree() : elements_{{Role::document, no_element}} {}

    static constexpr ElementNo root = 0;

    ElementNo add(ElementNo parent, Role role, std::size_t columns = 1) {
        auto const no = static_cast<ElementNo>(elements_.size());
        elements_.push_back({role, parent, static_cast<std::uint32_t>(columns), 1});
        elements_[parent].kids.push_back({Element::Kid::elsewhere, no});
        return no;
    }
    void describe(ElementNo figure, std::string alt) { elements_[figure].alt = std::move(alt); }
    void add_row(ElementNo cell) { ++elements_[cell].rows; }
    void add_content(ElementNo element, std::size_t page, std::size_t number) {
        elements_[element].kids.push_back(
            {static_cast<std::uint32_t>(page), static_cast<std::uint32_t>(number)});
    }
    std::vector<Element> const& elements() const { return elements_; }

private:
    std::vector<Element> elements_;
};

/// `/H1`, `/TD` …
char const* name(Role role);

} // namespace udb::bangla::pdf
