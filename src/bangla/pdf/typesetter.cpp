// Takes a paper from blocks to bytes: strips, pages, fonts, file.
#include "bangla/pdf/typesetter.hpp"

#include "bangla/pdf/composer.hpp"
#include "bangla/pdf/container.hpp"
#include "bangla/pdf/deflater.hpp"
#include "base/ensure.hpp"

namespace udb::bangla {
namespace {

using Breaks = std::unique_ptr<icu::BreakIterator>;

Breaks opened(icu::BreakIterator* (*open)(icu::Locale const&, UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    Breaks breaks(open(icu::Locale("bn"), status));
    ENSURE(U_SUCCESS(status) && breaks != nullptr, "ICU has no rules for breaking text");
    return breaks;
}

} // namespace

struct Typesetter::Shop {
    explicit Shop(Fonts const& fonts)
        : faces(fonts), shaper(faces), subsets(faces),
          srgb_profile(fonts.srgb_profile.empty() ? std::string{}
                                                  : pdf::Deflater(9).deflate(fonts.srgb_profile)) {}

    pdf::Faces faces;
    pdf::Shaper shaper;
    pdf::Subsets subsets;
    std::string srgb_profile;
    Breaks lines = opened(icu::BreakIterator::createLineInstance);
    Breaks graphemes = opened(icu::BreakIterator::createCharacterInstance);
};

Typesetter::Typesetter(Fonts const& fonts) : shop_(std::make_unique<Shop>(fonts)) {}

Typesetter::~Typesetter() = default;

std::string Typesetter::typeset(Paper const& paper) const {
    pdf::PageSize const size(paper.orientation);
    pdf::LineBreaker breaker(shop_->shaper, shop_->faces, *shop_->lines, *shop_->graphemes);
    auto galley = pdf::Composer(breaker, size).compose(paper);
    if (!galley.entries.empty()) {
        auto const places = pdf::Paginator(galley, breaker, size, paper).outlines();
        pdf::number_entries(galley, breaker, size, [&](std::size_t bookmark) {
            return pdf::page_label(paper, places[bookmark].page);
        });
    }
    auto const pages = pdf::Paginator(galley, breaker, size, paper).paginate();
    return pdf::bind({
        .paper = paper,
        .size = size,
        .pages = pages,
        .tree = galley.tree,
        .bitmaps = galley.bitmaps,
        .faces = shop_->faces,
        .subsets = shop_->subsets,
        .used = pdf::used_glyphs(shop_->faces, breaker.used()),
        .srgb_profile = shop_->srgb_profile,
    });
}

} // namespace udb::bangla
