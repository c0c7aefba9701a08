// Strips divided into pages, and the operators that draw them.
#pragma once

#include "bangla/pdf/page_design.hpp"
#include "bangla/pdf/strips.hpp"

#include <string>
#include <vector>

namespace udb::bangla::pdf {

struct Page {
    std::string content;
    std::vector<ElementNo> owners; ///< of the marked content, by its number
};

/// Where a bookmark leads.
struct Outline {
    std::string title;
    int level;
    std::size_t page;
    double y; ///< from the bottom of the page
};

struct Pages {
    std::vector<Page> pages;
    std::vector<Outline> outlines;
};

/// Lays the strips of `galley` on pages (at least one), and tells its tree what stands where.
/// `number_of` gives a page's number as it is printed (counted from 1); empty: none.
class Paginator {
public:
    Paginator(Galley& galley, LineBreaker& breaker, PageSize const& size, Paper const& paper)
        : galley_(galley), breaker_(breaker), size_(size), paper_(paper) {}

    Pages paginate();
    /// The same without drawing anything: where the bookmarks come to stand.
    std::vector<Outline> outlines() {
        dry_ = true;
        return std::move(paginate().outlines);
    }

private:
    double bottom() const { return size_.height - size_.bottom; }
    void begin_page(Strip const& next);
    void end_page(bool torn);
    void place(Strip const& strip, bool artifact, bool silent);
    void write(Fragment const& fragment, double top, bool silent);
    void show(std::string& out, Word const& word);
    void draw_space(std::string& out, Placed const& placed, double size) const;
    void write_torn();
    void rules(Strip const& strip, double top);
    using Gaps = std::vector<std::pair<double, double>>;
    void rule(double from, double to, double y, Gaps const& gaps);
    void rule(double x1, double y1, double x2, double y2);
    void mark(ElementNo element);
    void unmark();
    double chain_height(std::size_t first, std::size_t& end) const;
    void page_number(bool silent);
    void running_head();
    void images(Strip const& strip, double top);

    Galley& galley_;
    LineBreaker& breaker_;
    PageSize size_;
    Paper const& paper_;
    Pages pages_;
    std::string rules_;
    std::string boxes_;
    double y_ = 0; ///< from the top of the page
    bool dry_ = false;
    bool at_top_ = true; ///< nothing but a repeated head stands on the page yet
    Strip const* last_ = nullptr;
    ElementNo marked_ = no_element;
    struct Waiting {
        Fragment const* fragment;
        double top;
    };
    std::vector<Waiting> torn_; ///< this page's lines of a torn row
    bool in_text_ = false;
    int face_ = -1;
};

/// A page's number in the digits of the paper's language.
std::string page_label(Paper const& paper, std::size_t page);

} // namespace udb::bangla::pdf
